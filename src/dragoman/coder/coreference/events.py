"""Which earlier event "the talks", "the meeting" or "the truce" means."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.names.coreference_words import CoreferenceWords, Family, load
from dragoman.language.parse import Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ANOTHER = frozenset(
    {"new", "next", "another", "other", "further", "future", "fresh", "separate", "previous", "earlier", "last", "past"}
)
_ORDINAL = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
NEAR_LOOK_BACK = 5
"""Sentences within which an event of a neighbouring family is taken ("talks opened … the meeting"); one of the own family or with the
same noun may stand anywhere before. Set by judgement, since GUM codes few verbs as events."""


class EarlierEvent(msgspec.Struct, frozen=True):
    """An event told before: the word that expresses it, and its type where the coder has given it one."""

    sentence: Sentence
    head: int
    type: str | None = None


def event_nouns(sentence: Sentence, words: CoreferenceWords | None = None) -> list[int]:
    """Words of the sentence that mean an event told before, if one was: definite nouns of a family."""
    lists = words or load()
    return [t.i for t in sentence.tokens if t.upos == "NOUN" and lists.families(t.lemma) and _definite(sentence, t.i)]


def antecedent_event(
    sentence: Sentence, head: int, earlier: Sequence[EarlierEvent], words: CoreferenceWords | None = None
) -> EarlierEvent | None:
    """The earlier event that a definite noun means, None where it tells of a new one.

    An event with the same noun goes before one of the same family ("negotiated" for "the talks"), that before one of a neighbouring
    family; among equals the latest counts. Names and ordinals at the noun must not contradict the event's own
    ("the Geneva talks" are not those in Astana; "the second round" is not the first).

    Args:
        sentence: where the noun stands.
        head: the noun.
        earlier: events told before, in any order; later ones are left out.
    """
    lists = words or load()
    noun = sentence.tokens[head]
    families = lists.families(noun.lemma)
    if not families or not _definite(sentence, head):
        return None
    near = {other for family in families for other in lists.events[family].near}
    best: tuple[int, int, int] | None = None
    chosen: EarlierEvent | None = None
    for event in earlier:
        place = (event.sentence.index, event.head)
        if place >= (sentence.index, head) or (event.head in sentence.subtree(head) and event.sentence is sentence):
            continue
        rank = _rank(sentence, noun.lemma.lower(), event, frozenset(families), frozenset(near), lists)
        if rank is None or _contradicts(sentence, head, event):
            continue
        if best is None or (rank, *place) > best:
            best, chosen = (rank, *place), event
    return chosen


def _rank(
    sentence: Sentence,
    noun: str,
    event: EarlierEvent,
    families: frozenset[str],
    near: frozenset[str],
    lists: CoreferenceWords,
) -> int | None:
    token = event.sentence.tokens[event.head]
    lemma = token.lemma.lower()
    if token.upos in ("NOUN", "PROPN") and lemma == noun:
        return 3
    if any(_expresses(event, lists.events[name]) for name in families):
        return 2
    told = sentence.index - event.sentence.index <= NEAR_LOOK_BACK
    if told and any(_expresses(event, lists.events[name], verbs=False) for name in near):
        return 1
    return None


def _expresses(event: EarlierEvent, family: Family, *, verbs: bool = True) -> bool:
    token = event.sentence.tokens[event.head]
    lemma = token.lemma.lower()
    if token.upos != "VERB" and lemma in family.nouns:
        return True
    verb = False
    if verbs and token.upos == "VERB":
        particles = [
            event.sentence.tokens[c].lemma.lower() for c in event.sentence.dependents(event.head, "compound:prt")
        ]
        verb = not family.verbs.isdisjoint({lemma, *(f"{lemma} {p}" for p in particles)})
    return verb or (event.type is not None and event.type in family.types)


def _definite(sentence: Sentence, head: int) -> bool:
    own = [sentence.tokens[c] for c in sentence.children[head] if c < head]
    if any(t.lemma.lower() in _ANOTHER for t in own if t.relation in ("amod", "det")):
        return False
    return any(
        t.text.lower() in _DEFINITE or t.relation == "nmod:poss"
        for t in own
        if t.relation in ("det", "nmod:poss", "det:predet")
    )


def _names(sentence: Sentence, inside: Sequence[int]) -> set[str]:
    return {sentence.tokens[i].text.lower() for i in inside if sentence.tokens[i].upos == "PROPN"}


def _contradicts(sentence: Sentence, head: int, event: EarlierEvent) -> bool:
    """Whether the noun has a name that the event's sentence lacks though that names others at the event, or another ordinal."""
    own = _names(sentence, [i for i in sentence.subtree(head) if i < head])
    if own and not own & _names(event.sentence, range(len(event.sentence))):
        return True
    return bool((a := _ordinals(sentence, head)) and (b := _ordinals(event.sentence, event.head)) and a != b)


def _ordinals(sentence: Sentence, head: int) -> set[str]:
    return {
        sentence.tokens[c].lemma.lower()
        for c in sentence.children[head]
        if sentence.tokens[c].lemma.lower() in _ORDINAL
    }
