"""Who asks to be let in: a seat that is sought makes nobody a side or host of the talks, and one sought in vain keeps him out of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import RELATIVE_PRONOUNS
from dragoman.coder.grammar.not_there import attended
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_COMING_IN = frozenset(
    {"attend", "join", "participate", "take", "sit", "represent", "include", "admit", "invite", "involve"}
)
_LET_IN = frozenset({"party", "participant", "mediator", "host", "recipient"})
_SEATS = frozenset({"seat", "place", "chair", "part", "role"})


def seats_sought(sentence: Sentence, events: AbstractSet[str]) -> set[tuple[int, int]]:
    """(who, talks) of those who would be let in: "hoped to take part in the talks", "Iraq's request for a seat at the talks", "demanded a
    place at the talks".

    Args:
        events: nouns for what one attends.
    """
    tokens, words = sentence.tokens, lexicon.load().classes
    found: set[tuple[int, int]] = set()
    for token in tokens:
        at: list[int] = []
        above = token.head
        if above < 0:
            continue
        if token.lemma.lower() in _COMING_IN and matches(token.relation, ("xcomp", "acl")):
            at = attended(sentence, token.i, events)
        elif token.lemma.lower() in _SEATS and (token.relation == "obj" or preposition(sentence, token.i) == "for"):
            at = [
                c
                for c in sentence.dependents(token.i, "nmod")
                if tokens[c].lemma.lower() in {*events, *words["at_talks"]}
            ]
        if not at:
            continue
        seeks = tokens[above].lemma.lower()
        who: list[int] = []
        if tokens[above].upos == "VERB" and seeks in words["seeking"]:
            whom = sentence.dependents(above, "obj", "iobj")
            who = [] if any(c < token.i for c in whom) else verb_slots(sentence, above)["agent"]
        elif tokens[above].upos == "NOUN" and seeks in words["plea_for_seat"]:
            who = [
                k
                for c in sentence.children[above]
                if tokens[c].relation == "nmod:poss"
                or (matches(tokens[c].relation, ("nmod",)) and preposition(sentence, c) in ("by", "of", "from"))
                for k in conjuncts(sentence, c)
            ]
        found |= {(w, n) for w in who for n in at}
    return found


def seats_refused(sentence: Sentence, events: AbstractSet[str]) -> set[tuple[int, int]]:
    """(verb that says no, who) of seats that are sought in one clause and refused in another: "Kenya asked to take part in the talks, but Libya
    said no", "Kenya must have a place at the table, a demand that Libya rejects", "Kenya asked for a seat at the talks, which Libya opposes".
    """
    tokens, words = sentence.tokens, lexicon.load().classes
    sought = seats_sought(sentence, events)
    found: set[tuple[int, int]] = set()
    for token in tokens:
        if token.upos != "VERB" or token.head < 0:
            continue
        if matches(token.relation, ("conj", "parataxis")):
            found |= {(token.i, who) for who, _ in sought if token.head in sentence.ancestors(who)}
        if token.relation != "acl:relcl" or not _of_relative(sentence, token.i):
            continue
        noun = token.head
        above = tokens[noun].head
        if tokens[noun].lemma.lower() in words["plea_for_seat"] and matches(
            tokens[noun].relation, ("parataxis", "appos")
        ):
            found |= {(token.i, who) for who in _would_sit(sentence, above, events)}
        elif (
            tokens[noun].lemma.lower() in {*_SEATS, "delegation"}
            and above >= 0
            and tokens[above].lemma.lower() in words["seeking"]
        ):
            found |= {(token.i, who) for who in verb_slots(sentence, above)["agent"]}
    return found


def _of_relative(sentence: Sentence, verb: int) -> bool:
    """Whether a relative clause is about what its noun names and has a subject of its own: "that Libya rejects", "which the army opposes"."""
    objects = sentence.dependents(verb, "obj")
    pronoun = all(sentence.tokens[c].text.lower() in RELATIVE_PRONOUNS for c in objects)
    subjects = sentence.dependents(verb, "nsubj")
    return pronoun and any(sentence.tokens[s].text.lower() not in RELATIVE_PRONOUNS for s in subjects)


def _would_sit(sentence: Sentence, clause: int, events: AbstractSet[str]) -> list[int]:
    """Of whom a clause says that he should be there: "Turkey must have a place at the table", "the party must be invited to the talks"."""
    if clause < 0:
        return []
    tokens = sentence.tokens
    there = {*events, *lexicon.load().classes["at_talks"]}
    seats = (c for c in sentence.dependents(clause, "obj") if tokens[c].lemma.lower() in _SEATS)
    seated = any(tokens[k].lemma.lower() in there for c in seats for k in sentence.dependents(c, "nmod"))
    coming = tokens[clause].lemma.lower() in _COMING_IN and bool(attended(sentence, clause, there))
    if not seated and not coming:
        return []
    return [k for s in sentence.dependents(clause, "nsubj", "nsubj:pass") for k in conjuncts(sentence, s)]


def only_seeks_entry(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether all that is told of somebody is that he would be let in to the talks of two others: "wants to take part in the talks between
    Ethiopia and Eritrea"."""
    if candidate.label not in group("assisted") or filled.role not in _LET_IN:
        return False
    return any(
        who == filled.mention.head
        and noun in candidate.words
        and any(preposition(sentence, c) == "between" for c in sentence.dependents(noun, "nmod"))
        for who, noun in seats_sought(sentence, words.events)
    )
