"""Places and halls named beside a plain act that nothing is done to: "accused Jordan at the Arab League", "aid to Syrian refugees in
Lebanon", "marched through Piraeus"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_INSIDE = frozenset({"in", "inside", "near", "outside", "around"})
_OUTSIDE = frozenset({"outside"})
_BY = frozenset({"at", "near", "off"})
_ACROSS = frozenset({"through", "across", "along"})


def only_ground(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, kept: list[Filled]
) -> bool:
    """Whether a recipient of a plain act is only where it is done or told, or where those are to whom it is done."""
    if candidate.label.islower() or filled.role != "recipient" or filled.mention.sentence != sentence.index:
        return False
    head = first_of(sentence, filled.mention.head)
    token, case = sentence.tokens[head], preposition(sentence, head)
    if case is None or token.head < 0 or not matches(token.relation, ("obl", "nmod")):
        return False
    others = [f for f in kept if f.role == "recipient" and f is not filled]
    unknown = filled.mention.actor is None and token.upos == "PROPN" and token.name.endswith("LOC")
    if unknown and case in _ACROSS and candidate.label not in group("violence"):
        return True  # a town that the tables don't know: "marched through Piraeus"
    if unknown and (candidate.label == "MOBILIZE" or (case in _BY and candidate.label != "ASSAULT")):
        return True  # "sent a carrier to the Yellow Sea", "closed the border crossing at Namanga"
    if case in _OUTSIDE and candidate.label != "PROTEST" and _has_crowd(sentence, token.head):
        return True  # "broke up a rally outside the Kenyan embassy"
    return bool(others) and (
        _in_hall(filled, case)
        or _in_letter(sentence, token.head, case, words)
        or (case in _INSIDE and _shelters(sentence, head, others))
        or (case in _OUTSIDE and any(f.mention.resolution.place is None for f in others))
    )


def _has_crowd(sentence: Sentence, above: int) -> bool:
    """Whether a phrase is hung on a crowd, or on the verb of what is done to one."""
    crowd = lexicon.load().classes["crowd"]
    near = [above, *sentence.dependents(above, "obj", "nsubj:pass")]
    return any(sentence.tokens[i].lemma.lower() in crowd for i in near)


def _in_hall(filled: Filled, case: str) -> bool:
    """Whether a body is only where somebody speaks: "backed Sudan at the United Nations", not "fired at a U.N. base"."""
    return case == "at" and filled.mention.resolution.actor_type in OF_STATES


def _in_letter(sentence: Sentence, above: int, case: str, words: ThirdPartyWords) -> bool:
    """Whether somebody is only to whom it is written or told what is done to another: "urged Chad in a letter to the U.N. to free them"."""
    if case not in ("to", "before") or sentence.tokens[above].lemma.lower() not in words.messages:
        return False
    return preposition(sentence, above) in ("in", "during")


def _shelters(sentence: Sentence, head: int, others: list[Filled]) -> bool:
    """Whether a country is only where people of another are: "Syrian refugees in Lebanon"; not of a force or an
    institute there, which is what the place is given."""
    tokens = sentence.tokens
    people = {
        f.mention.head
        for f in others
        if f.mention.actor is not None
        and tokens[f.mention.head].upos == "NOUN"
        and tokens[f.mention.head].mention == "person"
    }
    if min(sentence.dependents(head, "case"), default=head) - 1 in people:
        return True  # however the parser hangs it
    above = tokens[head].head
    while above >= 0 and above not in people and matches(tokens[above].relation, ("acl", "nmod")):
        above = tokens[above].head
    return above in people
