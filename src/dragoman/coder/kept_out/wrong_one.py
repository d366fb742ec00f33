"""Who is not meant by words that keep somebody out: whose clause they are not, whose own they replace, the place that is boycotted."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import THIRD_PARTIES
from dragoman.coder.grammar.classes import MERELY, OUT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.kept_out.exclusion import did_not_sign
from dragoman.coder.kept_out.granted import minds_nothing
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon
from dragoman.ontology.lexicon import Lexicon

_SELVES = frozenset({"themselves", "himself", "herself", "itself"})


def without_wrong_ones(
    sentence: Sentence, candidate: Candidate, people: list[Filled], lexicon: Lexicon
) -> list[Filled]:
    """Participants without those whom the model took for kept out or staying away although the words are another's."""
    if not any(f.role in ("excluded", "boycotting") for f in people):
        return people
    if candidate.label in group("exclusions"):
        people = _of_its_clause(sentence, candidate, people)
    elif candidate.label == "boycott":
        people = _who_boycott(sentence, candidate, people)
    else:
        people = [f for f in people if not _is_there(sentence, f, lexicon)]
    people = [f for f in people if f.role != "excluded" or not _is_himself(sentence, f)]
    people = [f for f in people if not _is_part_of_state(sentence, f) and not _is_in_phrase_of(sentence, f, people)]
    if candidate.rule is not None and candidate.rule.trigger.exclusion is not None:
        text = candidate.rule.trigger.exclusion.scope in ("text", "field")
        people = [f for f in people if not (text and _is_town(sentence, f))]
    if candidate.label in group("exclusions") and any(
        sentence.tokens[i].text.lower() == "without" for i in candidate.words
    ):
        # "without an opponent, its negotiators did not sit down": who acts there is not out
        acting = {f.mention.resolution.actor for f in people if f.role == "initiator"} - {None}
        people = [
            f for f in people if f.role != "excluded" or f.rule != "model" or f.mention.resolution.actor not in acting
        ]
    present = {f.mention.resolution.actor for f in people if f.role in THIRD_PARTIES} - {None}
    return [
        f
        for f in people
        if candidate.label != "mediator_appointed" or f.role != "excluded" or f.mention.resolution.actor not in present
    ]


def _of_its_clause(sentence: Sentence, candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Without those of another clause, where the one of the exclusion has a subject of its own: "Kenya chairs the bloc, but the bloc itself had
    no hand in the deal"; nor who fails to bring another: "we could not get the rebels here"."""
    clause = _clause(sentence, candidate)
    if clause is None:
        return people
    subjects = sentence.dependents(clause, "nsubj", "nsubj:pass")
    objects = [] if is_passive(sentence, clause) else sentence.dependents(clause, "obj")
    own = {*sentence.subtree(clause)}
    out = {f.mention.head for f in people if f.role == "excluded" and f.mention.sentence == sentence.index}
    done_to = {k for c in objects for k in sentence.subtree(c)} & out
    named = any(sentence.tokens[s].upos in ("NOUN", "PROPN") for s in subjects) and bool(out & own)
    noun = next((i for i in candidate.words if sentence.tokens[i].upos == "NOUN"), None)
    whose = {*sentence.subtree(noun)} if noun is not None else set()
    told = any(f.role == "excluded" and f.rule != "model" and f.mention.head in whose for f in people)

    def is_another(f: Filled) -> bool:
        if f.role != "excluded" or f.rule != "model" or f.mention.sentence != sentence.index:
            return False
        if told and f.mention.head in subjects:
            return True  # "Russia objected to Georgia's exclusion"
        if done_to and f.mention.head in subjects:
            return True
        return named and f.mention.head not in own

    return [f for f in people if not is_another(f)]


def _clause(sentence: Sentence, candidate: Candidate) -> int | None:
    """The word that heads the clause of an event and has its subject; None for one that shares another's, or that a relative pronoun opens."""
    for i in candidate.words:
        for k in (i, *sentence.ancestors(i)):
            subjects = sentence.dependents(k, "nsubj", "nsubj:pass")
            if subjects:
                relative = any(sentence.tokens[s].text.lower() in ("who", "which", "that") for s in subjects)
                return None if relative else k
            if matches(sentence.tokens[k].relation, ("conj", "acl", "advcl", "xcomp", "root")):
                break
    return None


def _who_boycott(sentence: Sentence, candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Only whoever does it, where a verb tells: not the city of "boycotted Lusaka", nor him "whose conference he boycotted", nor those whose
    talks "were boycotted by the rebels"."""
    verbs = [i for i in candidate.words if sentence.tokens[i].upos == "VERB"]
    doing = {k for i in verbs for k in verb_slots(sentence, i)["agent"]}
    boycotting = [f for f in people if f.role == "boycotting" and f.mention.sentence == sentence.index]
    sure = {f.mention.head for f in boycotting if f.mention.head in doing}
    if not sure:
        return people
    inside = {k for i in sure for k in sentence.subtree(i)}
    return [f for f in people if f not in boycotting or f.rule != "model" or f.mention.head in inside]


def _is_there(sentence: Sentence, filled: Filled, lexicon: Lexicon) -> bool:
    """Whether the model took for kept out of a meeting who is the only one there, or whom no word keeps out: "opened with only the government in
    the building", "followed the talks from Caracas", "without a new government"."""
    if filled.role != "excluded" or filled.rule != "model" or filled.mention.sentence != sentence.index:
        return False
    head = filled.mention.head
    case = preposition(sentence, head)
    below = [sentence.tokens[c].text.lower() for c in sentence.children[head] if c < head]
    if case == "by" and "not" in below and did_not_sign(sentence, head):
        return True
    if any(minds_nothing(sentence, k) for k in list(sentence.ancestors(head))[:3]):
        return True  # "had no objection to a Turkish presence at the talks"
    alone = case == "with" and any(word in MERELY for word in below)
    yet_to_be = case == "without" and "a" in below
    return alone or yet_to_be or not lexicon.may_keep_out(sentence.text)


def _is_himself(sentence: Sentence, filled: Filled) -> bool:
    """Whether an entry only stresses the one before it: "themselves" of "the rebels themselves were kept out"."""
    token = sentence.tokens[filled.mention.head] if filled.mention.sentence == sentence.index else None
    return token is not None and token.text.lower() in _SELVES


def _is_part_of_state(sentence: Sentence, filled: Filled) -> bool:
    """Whether a share of a country was taken for its government: "behind the backs of half of the country"."""
    token = sentence.tokens[filled.mention.head] if filled.mention.sentence == sentence.index else None
    if token is None or filled.role not in OUT or not _is_state(filled):
        return False
    return token.lemma.lower() in lexicon.load().classes["share"]


def _is_in_phrase_of(sentence: Sentence, filled: Filled, people: list[Filled]) -> bool:
    """Whether a state is only named in the phrase for another who is out: "Yemen" of "the Women's Group for Yemen held no seat"."""
    own = filled.mention
    if filled.role not in OUT or filled.rule != "model" or not _is_state(filled) or own.sentence != sentence.index:
        return False
    return any(
        f.role == filled.role
        and f.mention.sentence == sentence.index
        and f.mention.head != own.head
        and f.mention.resolution.actor is None
        and own.head in sentence.subtree(f.mention.head)
        and preposition(sentence, own.head) == "for"
        for f in people
    )


def _is_state(filled: Filled) -> bool:
    actor = filled.mention.resolution.actor or ""
    return len(actor) == 3 and actor.isupper()


def _is_town(sentence: Sentence, filled: Filled) -> bool:
    """Whether a town that a text does not cover was taken for somebody: "Lachin was not covered by the truce"."""
    own = filled.mention
    if filled.role != "excluded" or own.sentence != sentence.index or own.resolution.actor is not None:
        return False
    return sentence.tokens[own.head].name.endswith("LOC")
