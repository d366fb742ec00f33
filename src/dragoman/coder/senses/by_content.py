"""What is asked for, promised or offered makes the act: whoever asks for calm calls for a truce, whoever asks for something "before any talks"
sets a condition, whoever vows to stand by somebody supports him, whoever is ready for mediation accepts it."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_BEFORE = frozenset({"before", "until", "unless"})
_AT_TABLE = frozenset({"to", "at", "in"})
_CONTENTS = ("xcomp", "ccomp", "acl", "advcl")
_PROMISED = frozenset({"AGREE", "CONCEDE", "ceasefire_called_for"})
_OFFERED = frozenset({"mediation_offered", "talks_agreed", "AGREE"})


def by_content(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of an act by what it asks for, promises or offers, None where it keeps its own."""
    label = candidate.label
    if label in ("REQUEST", "THREATEN", "endorsement") and (asked := _gives_time(sentence, candidate, lexicon)):
        return asked
    if label == "talks_called_for" and candidate.ruling is None:
        return "precondition_set" if _before_talks(sentence, _top(sentence, candidate), lexicon) else None
    if label == "REQUEST":
        return _asked(sentence, candidate, lexicon)
    if label in _PROMISED and _promises_an_end(sentence, candidate, lexicon):
        return "ceasefire_declared"
    if label == "THREATEN":
        return "SUPPORT" if _stands_by(sentence, candidate, lexicon) else None
    if label in _OFFERED and (ready := _is_ready(sentence, candidate, lexicon)):
        return ready
    if label in ("talks_proposed", "mediation_offered") and _proposes_as(sentence, candidate, lexicon):
        return "mediation_requested"
    if label == "REJECT" and _turns_away(sentence, candidate, lexicon):
        return "mediation_rejected"
    if label == "agreement_announced" and _on_evacuation(sentence, candidate):
        return "evacuation_agreed"
    if (label in group("gatherings") or label == "talks_resumed") and _is_needful(sentence, candidate, lexicon):
        return "talks_called_for"
    if label in group("gatherings") and _has_no_point(sentence, candidate, lexicon):
        candidate.intent = "refusal"  # told, whatever the words around say of the talks
        return "talks_refused"
    return None


def _verb(sentence: Sentence, candidate: Candidate) -> int:
    return next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)


def _top(sentence: Sentence, candidate: Candidate) -> int:
    verb = _verb(sentence, candidate)
    return candidate.words[0] if verb < 0 else verb


def _lemmas(sentence: Sentence, words: list[int]) -> set[str]:
    return {sentence.tokens[i].lemma.lower() for i in words}


def _asked(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What is asked for: something before talks, that the sides come back to them, a calm, or that somebody carries a message."""
    tokens, words = sentence.tokens, lexicon.classes
    top = _top(sentence, candidate)
    if _before_talks(sentence, top, lexicon):
        return "precondition_set"
    for c in sentence.dependents(top, *_CONTENTS):
        if c < top or tokens[c].upos != "VERB":
            continue
        lemma, objects = tokens[c].lemma.lower(), sentence.dependents(c, "obj")
        there = [k for k in sentence.dependents(c, "obl") if preposition(sentence, k) in _AT_TABLE]
        if lemma in words["coming_back"] and any(_is_talks(sentence, k, lexicon) for k in there):
            return "talks_called_for"
        if lemma in words["proclaiming"] and _is_calm(sentence, objects, lexicon):
            return "ceasefire_called_for"
        acts_as = [k for k in sentence.dependents(c, "obl", "nmod") if preposition(sentence, k) == "as"]
        if _lemmas(sentence, acts_as) & {*words["mediator_strict"], "sponsor"}:
            return "mediation_requested"
        if lemma in words["conveying"] and _lemmas(sentence, objects) & set(words["carried"]):
            return "mediation_requested"
    return None


def _before_talks(sentence: Sentence, top: int, lexicon: Lexicon) -> bool:
    """Whether something is to come "before any dialogue could begin", "before he would return to the table"."""
    tokens = sentence.tokens
    for i in (k for c in (top, *sentence.dependents(top, *_CONTENTS)) for k in sentence.children[c] if k > top):
        if preposition(sentence, i) not in _BEFORE or not matches(tokens[i].relation, ("advcl", "obl")):
            continue
        below = [k for k in sentence.subtree(i) if k > top]
        meet = tokens[i].lemma.lower() in lexicon.classes["to_meet"]
        if meet or any(_is_talks(sentence, k, lexicon) for k in below):
            return True
    return False


def _is_talks(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun is one for talks, or the table at which they are held."""
    return sentence.tokens[i].lemma.lower() in {*lexicon.classes["talks"], *lexicon.classes["table"]}


def _is_calm(sentence: Sentence, nouns: list[int], lexicon: Lexicon) -> bool:
    """Whether what is proclaimed is a truce or a time of calm: "a month of tranquillity"."""
    below = {sentence.tokens[k].lemma.lower() for i in nouns for k in (i, *sentence.dependents(i, "nmod", "compound"))}
    return bool(below & {*lexicon.classes["truce_strict"], *lexicon.classes["calm"]})


def _gives_time(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What those are asked who are given time to do it: "gave the factions four days to lay down their arms", "gave both until Friday to
    accept the plan"; None for "gave them 48 hours to leave", which threatens."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = _verb(sentence, candidate)
    if verb < 0 or tokens[verb].lemma.lower() != "give":
        return None
    below = [k for k in sentence.subtree(verb) if k > verb]
    if not any(tokens[k].mention == "time" or tokens[k].lemma.lower() in words["span_of_time"] for k in below):
        return None
    acts = [k for k in below if tokens[k].upos == "VERB" and _is_infinitive(sentence, k)]
    for act in acts:
        lemma, objects = tokens[act].lemma.lower(), _lemmas(sentence, sentence.dependents(act, "obj", "xcomp"))
        down = lemma == "lay" and objects & set(words["arms"])
        if down or (lemma in words["stopping"] and objects & {*words["fighting"], "fire", "shoot", "fight"}):
            return "ceasefire_called_for"
        if lemma in words["answering_a_text"]:
            return "REQUEST"
    return None


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark"))


def _promises_an_end(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is promised is an end of the fighting: "committed to an immediate end to hostilities"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = _verb(sentence, candidate)
    if verb < 0 or tokens[verb].lemma.lower() not in words["promising"]:
        return False
    promised = [*sentence.dependents(verb, "obj"), *sentence.dependents(verb, "obl")]
    return any(
        tokens[c].lemma.lower() in words["an_end"]
        and _lemmas(sentence, sentence.dependents(c, "nmod")) & {"hostility", "hostilities", "fighting", "violence"}
        for c in promised
        if tokens[c].relation == "obj" or preposition(sentence, c) == "to"
    )


def _stands_by(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is vowed is to stand by somebody: "vowed to back Azerbaijan", "pledged to stand by Damascus"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = _verb(sentence, candidate)
    if verb < 0 or tokens[verb].lemma.lower() not in words["promising"]:
        return False
    for c in sentence.dependents(verb, "xcomp"):
        lemma = tokens[c].lemma.lower()
        by = any(preposition(sentence, k) in ("by", "with", "behind") for k in sentence.dependents(c, "obl"))
        if (lemma in words["backing"] and sentence.dependents(c, "obj")) or (lemma == "stand" and by):
            return True
    return False


def _is_ready(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What somebody is ready "for" or open "to": mediation, which he accepts; "willing to work with others for peace" agrees to no more."""
    tokens, words = sentence.tokens, lexicon.classes
    for i in candidate.words:
        if tokens[i].lemma.lower() not in {*words["willing"], "open", "available"} or tokens[i].upos == "VERB":
            continue
        if any(negates(sentence, c, lexicon.modality) for c in sentence.children[i]):
            return {"mediation_offered": "REJECT", "talks_agreed": "talks_refused"}.get(candidate.label)
        wanted = [c for c in sentence.dependents(i, "obl", "nmod") if preposition(sentence, c) in ("for", "to")]
        if any(tokens[c].lemma.lower() in words["mediation"] for c in wanted):
            return "mediation_accepted"
        works = [c for c in sentence.dependents(i, "xcomp") if tokens[c].lemma.lower() in ("work", "cooperate")]
        if any(preposition(sentence, k) == "with" for c in works for k in sentence.dependents(c, "obl")):
            return "AGREE" if candidate.label == "mediation_offered" else None
    return None


def _proposes_as(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody is proposed "as" a mediator: "had proposed the Vatican as an arbiter"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = _verb(sentence, candidate)
    if verb < 0 or tokens[verb].lemma.lower() not in ("propose", "suggest", "nominate", "name"):
        return False
    if any(tokens[c].text.lower().endswith("self") for c in sentence.dependents(verb, "obj")):
        return False  # "proposed itself as mediator"
    return any(
        preposition(sentence, c) == "as" and tokens[c].lemma.lower() in words["mediator"]
        for c in sentence.dependents(verb, "obl", "xcomp", "nmod")
    )


def _turns_away(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether who is turned away is called a mediator: "the bloc's lead mediator had been rebuffed twice"."""
    tokens, words = sentence.tokens, lexicon.classes
    verb = _verb(sentence, candidate)
    if verb < 0 or tokens[verb].lemma.lower() not in words["turning_away"]:
        return False
    whom = sentence.dependents(verb, *OBJECTS)
    return any(
        tokens[k].lemma.lower() in words["mediator_strict"]
        for c in whom
        for k in (c, *sentence.dependents(c, "appos", "compound", "nmod:desc"))
    )


def _on_evacuation(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether all that is agreed on is an evacuation: "agreeing only on evacuation routes"."""
    tokens = sentence.tokens
    verb = _verb(sentence, candidate)
    on = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) == "on"] if verb >= 0 else []
    below = {tokens[k].lemma.lower() for c in on for k in (c, *sentence.dependents(c, "compound", "amod", "nmod"))}
    return "evacuation" in below and not any(sentence.dependents(c, "conj") for c in on)


def _is_needful(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether somebody says that it is "crucial to prioritise negotiations", which calls for them."""
    tokens = sentence.tokens
    word = candidate.words[-1]
    verb = word if tokens[word].upos == "VERB" else tokens[word].head
    if verb < 0 or tokens[verb].upos != "VERB" or not _is_infinitive(sentence, verb):
        return False
    above = tokens[verb].head
    return (
        above >= 0
        and matches(tokens[verb].relation, ("csubj", "xcomp", "ccomp", "advcl", "acl"))
        and tokens[above].lemma.lower() in lexicon.classes["needful"]
    )


def _has_no_point(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether talks are what somebody sees no point in, or has no appetite for: "little appetite for a negotiation"."""
    tokens, words = sentence.tokens, lexicon.classes
    word = candidate.words[-1]
    above = tokens[word].head
    if (
        above < 0
        or tokens[above].lemma.lower() not in words["inclination"]
        or preposition(sentence, word) not in ("for", "in")
    ):
        return False
    near = [t.text.lower() for t in tokens[max(0, above - 3) : above]]
    return any(w in ("no", "little", "scant", "without", "any") for w in near)
