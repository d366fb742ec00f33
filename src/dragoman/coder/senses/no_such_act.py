"""Words that tell of no such act by what goes with them: whoever hammers out a truce attacks nobody, celebratory gunfire hits nobody, a law that
requires something asks nobody, whoever hosts an office hosts no talks, who is named to head a force mediates nothing.

What is told negatively ("expected no help", "not the end of the talks") or in general ("you can't end a war by ...") has not been done.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_CAN = frozenset({"can", "ca", "cannot", "could"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})

_DAYS = frozenset({"day", "night", "week", "month", "year", "anniversary", "eve", "morning", "hour", "time"})

Sense = Callable[[Sentence, Candidate, Lexicon], bool]


def tells_no_such_act(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether the words of a candidate tell of no act of its label."""
    label = candidate.label
    if _not_meant(sentence, candidate) or (label.isupper() and _only_dates(sentence, candidate)):
        return True
    if label == "ASSAULT":
        return _harms_nobody(sentence, candidate, lexicon)
    if label == "REQUEST":
        return _asks_nobody(sentence, candidate, lexicon)
    if candidate.ruling is not None:
        return False
    if label in group("gatherings") or label in (
        "invitation_issued",
        "mediation_halted",
        "talks_collapsed",
        "talks_postponed",
    ):
        return _no_meeting(sentence, candidate, lexicon)
    sense = _BY_LABEL.get(label)
    return sense is not None and sense(sentence, candidate, lexicon)


def _harms_nobody(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether an attack is a figure of speech, shots of joy, one that nobody makes, or what something would be a pretext for."""
    tokens = sentence.tokens
    for i in candidate.words:
        token = tokens[i]
        below = {tokens[c].lemma.lower() for c in sentence.children[i]}
        if token.lemma.lower() in lexicon.classes["reach"] and token.upos == "VERB" and "out" in below:
            return True  # "had been hammered out"
        if below & set(lexicon.classes["festive"]):
            return True
        if token.lemma.lower() in lexicon.classes["going_off"] and _with_deserters(sentence, i, lexicon):
            return True
        nobody = any(tokens[c].lemma.lower() in ("nobody", "none", "no one") for c in sentence.dependents(i, "nsubj"))
        if nobody and any(tokens[c].lemma.lower().startswith("any") for c in sentence.dependents(i, "obj")):
            return True
    return _is_pretext(sentence, candidate.words[-1], lexicon)


def _not_meant(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an event is only what something does not mean: "his consent did not mean that they would stop fighting"; not what somebody did
    without meaning to."""
    tokens = sentence.tokens
    i = candidate.words[0]
    while tokens[i].head >= 0:
        above = tokens[i].head
        told = matches(tokens[i].relation, ("ccomp", "xcomp", "obj")) and preposition(sentence, i) != "to"
        if tokens[above].lemma.lower() == "mean" and told:
            return any(tokens[c].text.lower() in _NEGATIONS for c in sentence.children[above])
        i = above
    return False


def _only_dates(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a bare noun only says when something else was: "the killing came three days after", "since the week of the abduction"."""
    tokens = sentence.tokens
    noun = tokens[candidate.words[-1]]
    if len(candidate.words) > 1 or noun.upos != "NOUN" or noun.head < 0:
        return False
    below = [c for c in sentence.children[noun.i] if not matches(tokens[c].relation, ("case", "punct"))]
    if len(below) != 1 or tokens[below[0]].text.lower() not in ("the", "this", "that"):
        return False
    above = tokens[noun.head]
    if matches(noun.relation, ("nmod",)):
        return above.mention == "time" or above.lemma.lower() in _DAYS
    later = any(preposition(sentence, c) in ("after", "before") for c in sentence.dependents(above.i, "advcl", "obl"))
    return matches(noun.relation, ("nsubj",)) and above.lemma.lower() in ("come", "follow") and later


def _with_deserters(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether those who go are fleeing: "deserted and crossed into Colombia", "flew into exile"."""
    tokens = sentence.tokens
    above = tokens[verb].head
    joined = matches(tokens[verb].relation, ("conj",)) and tokens[above].lemma.lower() in lexicon.classes["deserting"]
    return joined or any(tokens[c].lemma.lower() == "exile" for c in sentence.dependents(verb, "obl"))


def _is_pretext(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    """Whether an attack is only what something serves as a pretext for: "a pretext to bomb them", "an excuse for an invasion"."""
    tokens = sentence.tokens
    for _ in range(2):
        head = tokens[word].head
        if head < 0 or not matches(tokens[word].relation, ("acl", "nmod", "advcl", "xcomp", "obl", "conj")):
            return False
        if tokens[head].lemma.lower() in lexicon.classes["pretexts"]:
            return preposition(sentence, word) in ("to", "for") and tokens[word].relation != "acl:relcl"
        word = head
    return False


def _asks_nobody(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a text of law requires something, or nothing is expected of another: "the law requires", "expected no help from him"."""
    tokens = sentence.tokens
    for verb in (i for i in candidate.words if tokens[i].upos == "VERB"):
        lemma = tokens[verb].lemma.lower()
        doers = {tokens[c].lemma.lower() for c in sentence.dependents(verb, "nsubj")}
        if candidate.ruling is None and doers and doers <= set(lexicon.classes["texts_of_law"]):
            return True
        objects = sentence.dependents(verb, "obj")
        if lemma == "seek" and {tokens[c].lemma.lower() for c in objects} & set(lexicon.classes["sheltering"]):
            beside = (k for c in (verb, *objects) for k in sentence.dependents(c, "obl", "nmod"))
            # "sought refuge in Chad" asks Chad for it, "sought shelter on a base" nobody
            return not any(preposition(sentence, k) == "in" and tokens[k].name.endswith("LOC") for k in beside)
        if lemma == "expect" and any(tokens[k].text.lower() == "no" for c in objects for k in sentence.children[c]):
            return True
        if candidate.ruling is None and lemma == "need" and objects and not sentence.dependents(verb, "xcomp", "ccomp"):
            return True
    return False


def _no_meeting(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what was read as a meeting or what becomes of one is a ballot, a guest's office, a split, another matter put off, a general truth."""
    tokens = sentence.tokens
    for i in candidate.words:
        token = tokens[i]
        lemma = token.lemma.lower()
        objects = {tokens[c].lemma.lower() for c in sentence.dependents(i, *OBJECTS)}
        if candidate.label in group("gatherings") and lemma in lexicon.classes["ballot"]:
            return True
        if lemma in ("host", "house") and objects and objects <= set(lexicon.classes["housed"]):
            return True
        if candidate.label == "talks_collapsed" and lemma == "break" and _has_child(sentence, i, "away"):
            return True
        if candidate.label == "talks_postponed" and objects and objects <= set(lexicon.classes["put_off"]):
            return True
        if token.upos == "NOUN" and _denied_to_be(sentence, i):
            return True
    return _told_to_anybody(sentence, candidate)


def _denied_to_be(sentence: Sentence, noun: int) -> bool:
    """Whether somebody says only what something is not: "is a mediator and not a party", "not the end of the process"."""
    tokens = sentence.tokens
    said = [noun, *sentence.dependents(noun, "conj")]
    return any(
        tokens[i].lemma.lower() in ("party", "side", "end")
        and any(tokens[c].text.lower() in _NEGATIONS for c in sentence.children[i])
        for i in said
    )


def _told_to_anybody(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the clause tells what nobody can do thereby: "you can't end a war by inviting only those who began it"."""
    tokens = sentence.tokens
    verb = tokens[candidate.words[0]]
    above = verb.head if matches(verb.relation, ("advcl",)) and preposition(sentence, verb.i) == "by" else -1
    if above < 0:
        return False
    you = any(tokens[c].text.lower() in ("you", "one") for c in sentence.dependents(above, "nsubj"))
    return you and any(tokens[c].text.lower() in _CAN for c in sentence.dependents(above, "aux"))


def _names_no_mediator(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody takes office or is named to lead a force or a government: "named General Ghaani to head the Quds Force"."""
    tokens = sentence.tokens
    for verb in (i for i in candidate.words if tokens[i].upos == "VERB"):
        lemma = tokens[verb].lemma.lower()
        if lemma == "take" and any(
            tokens[c].lemma.lower() in ("office", "power") for c in sentence.dependents(verb, "obj")
        ):
            return True
        for post in sentence.dependents(verb, "xcomp", "advcl"):
            posts = {tokens[c].lemma.lower() for c in sentence.dependents(post, "obj")}
            of_peace = lexicon.talks | {*lexicon.classes["mediation"], "delegation", "team", "mission"}
            if tokens[post].lemma.lower() in lexicon.classes["governing"] and posts and not posts & of_peace:
                return True
    return False


def _admits(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody only admits something: "conceded that the move was symbolic"."""
    return any(
        sentence.tokens[i].lemma.lower() in lexicon.classes["admitting_that"] and sentence.dependents(i, "ccomp")
        for i in candidate.words
    )


def _stands_there(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody stands or sits next to another, which backs nobody: "stood beside the president as he spoke"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lemma.lower() in ("stand", "sit")
        and any(preposition(sentence, c) in ("beside", "alongside") for c in sentence.dependents(i, "obl"))
        for i in candidate.words
    )


def _hands_facts(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what somebody is given is told him: "had given the army the coordinates of the school"."""
    objects = {sentence.tokens[c].lemma.lower() for i in candidate.words for c in sentence.dependents(i, *OBJECTS)}
    return bool(objects & set(lexicon.classes["facts"]))


def _keeps_open(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether nothing is closed: "has kept its ports open"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lemma.lower() in ("keep", "leave", "remain", "stay")
        and any(tokens[c].lemma.lower() == "open" for c in sentence.dependents(i, "xcomp"))
        for i in candidate.words
    )


def _goes_on(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether something is only said to go on, or somebody says that he will go on doing good: "said its operation would go on", "would go on
    paying for schools"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb >= 0 and tokens[verb].lemma.lower() in ("go", "continue"):
        doing = {tokens[c].lemma.lower() for c in sentence.dependents(verb, "xcomp", "advcl")}
        if doing & set(lexicon.classes["doing_well"]):
            return True
    goes = (
        verb >= 0 and tokens[verb].lemma.lower() in ("go", "continue") and not sentence.dependents(verb, "obj", "xcomp")
    )
    return goes and all(tokens[c].upos == "NOUN" for c in sentence.dependents(verb, "nsubj"))


def _means_nothing(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody only says what a text does not mean: "said the deal did not mean that they had given up"."""
    tokens = sentence.tokens
    return any(
        tokens[i].lemma.lower() == "mean" and any(tokens[c].text.lower() in _NEGATIONS for c in sentence.children[i])
        for i in candidate.words
    )


def _teaches(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody has learnt from something: "said that the war had taught him a lesson"."""
    words = {sentence.tokens[i].lemma.lower() for i in candidate.words}
    return "teach" in words and "lesson" in words


_BY_LABEL: dict[str, Sense] = {
    "mediator_appointed": _names_no_mediator,
    "endorsement": _admits,
    "SUPPORT": _stands_there,
    "AID": _hands_facts,
    "SANCTION": _keeps_open,
    "COERCE": _keeps_open,
    "THREATEN": _goes_on,
    "disparagement": _means_nothing,
    "ACCUSE": _teaches,
}


def _has_child(sentence: Sentence, i: int, word: str) -> bool:
    return any(sentence.tokens[c].text.lower() == word for c in sentence.children[i])
