"""Places told with talks or a truce that are nobody's part in them: what is offered as the venue, in whose capital, whose war a truce ends."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import BEFORE_NOUN
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches

_VENUES = frozenset({"venue", "site", "place", "setting", "location"})
_WHERE = frozenset({"in", "at", "near", "outside", "to", "from"})
_ITS_OWN = MEDIATORS | {"recipient", "convener", "host", "guarantor", "observer"}


def by_ground(sentence: Sentence, people: list[Filled], candidate: Candidate, words: ThirdPartyWords) -> list[Filled]:
    """The participants without those who only tell where or whose, and a state that is said to be the venue as the host."""
    kept = []
    for f in people:
        here = f.mention.sentence == sentence.index and not f.rule.startswith(TIED)
        if here and named_as_venue(sentence, f.mention.head):
            if f.mention.resolution.place is not None or f.mention.actor is None:
                continue
            f.role = "host" if f.mention.actor == f.mention.country else f.role
        if f.role == "party" and here and _offers_venue(sentence, f.mention.head, candidate):
            f.role = "host"
        if f.role in MEETING and here and _whose_guests(sentence, f.mention.head):
            f.role = "host"
        if not (here and (_in_capital(sentence, f) or _of_truce(sentence, f, words))):
            kept.append(f)
    return kept


def named_as_venue(sentence: Sentence, head: int) -> bool:
    """Whether a word is what is offered or comes up as a venue: "offered Belgrade as a venue", "Oman has emerged as the venue of choice"."""
    tokens = sentence.tokens
    while tokens[head].relation == "conj" and tokens[head].head >= 0:
        head = tokens[head].head
    verb = tokens[head].head
    if verb < 0 or tokens[verb].upos != "VERB":
        return False
    venue = [c for c in sentence.dependents(verb, "obl") if tokens[c].lemma.lower() in _VENUES]
    if not any(preposition(sentence, c) == "as" for c in venue):
        return False
    objects = sentence.dependents(verb, "obj", "iobj", "nsubj:pass")
    return head in objects or (not objects and matches(tokens[head].relation, ("nsubj",)))


def _offers_venue(sentence: Sentence, head: int, candidate: Candidate) -> bool:
    """Whether a phrase is who offers a city for the talks, which he is no party to by that: "offered Jerusalem as a venue for a summit"."""
    tokens = sentence.tokens
    verb = tokens[head].head
    if verb < 0 or tokens[verb].upos != "VERB" or not matches(tokens[head].relation, ("nsubj",)):
        return False
    named = any(named_as_venue(sentence, c) for c in sentence.dependents(verb, "obj", "iobj"))
    return named and all(verb in sentence.ancestors(i) for i in candidate.words)


def _whose_guests(sentence: Sentence, head: int) -> bool:
    """Whether others come as guests of somebody: "met in Libreville as guests of President Bongo"."""
    above = sentence.tokens[head].head
    guests = above >= 0 and sentence.tokens[above].lemma.lower() == "guest" and preposition(sentence, head) == "of"
    return guests and preposition(sentence, above) == "as"


def _in_capital(sentence: Sentence, filled: Filled) -> bool:
    """Whether a state only tells in whose capital something is: "agreed in the Ecuadorean capital"."""
    token = sentence.tokens[filled.mention.head]
    if token.head < 0 or not matches(token.relation, BEFORE_NOUN) or filled.role == "host":
        return False
    above = sentence.tokens[token.head]
    return above.lemma.lower() == "capital" and preposition(sentence, above.i) in _WHERE


def _of_truce(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a state only tells in what war a truce is: nobody brokers or is told of "the Syrian ceasefire"; "an Egyptian truce" may be his."""
    token = sentence.tokens[filled.mention.head]
    if token.head < token.i or not matches(token.relation, ("amod", "compound")) or filled.role not in _ITS_OWN:
        return False
    some = any(sentence.tokens[c].text.lower() in ("a", "an") for c in sentence.children[token.head])
    others = any(
        words.tied_by(sentence.tokens[c]) for c in sentence.dependents(token.head, "acl")
    )  # "a Syrian truce brokered by Oman"
    return sentence.tokens[token.head].lemma.lower() in words.truces and (others or not some)
