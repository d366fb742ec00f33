"""Participants that a sentence leaves unsaid: "the talks" are held by those who were last said to hold them.

Only meetings and agreements that a noun tells of ("the deal") are completed, only by parties, only from an event of a like kind a few
sentences before, and only where the sentence itself names none of its parties or one of the same. A sentence on a helper alone ("Norway
hosted the talks") is about the helper. What is told of the two must fit: another broker or another place is another negotiation.
"The next round" goes on wherever it is held, and whoever brokered the last one brokers it, too.
An implied participant has no words of its own (`mention` is None).
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import AHEAD, OF_STATES, OUT
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import EventMention, Participant

LOOK_BACK = 12
"""Mentions looked back over: 3, 6 and 12 tried on the development half: 12 was best on news, all alike on contrast."""
_PARTY = frozenset({"party"})
_ATTENDING = frozenset({"participant"})
_IN = MEDIATORS | _PARTY

_ASSIST = MEDIATORS | {"convener", "host", "guarantor"}
_BESIDE = _ASSIST | {"observer", "excluded"}
_THEIRS = re.compile(r"\btheir (?:[\w'-]+ ){0,3}[\w-]+$", re.IGNORECASE)


def goes_on(text: str, words: ThirdPartyWords) -> bool:
    """Whether a text ends with a round that goes on with talks: "the next round", "a second session of talks"."""
    return _sittings(words.ordinals, words.sittings).search(text) is not None


@lru_cache(maxsize=1)
def _sittings(ordinals: frozenset[str], sittings: frozenset[str]) -> re.Pattern[str]:
    ordinal, noun = ("|".join(sorted(words)) for words in (ordinals, sittings))
    kind = r"(?:[\w-]+ ){0,2}?"
    return re.compile(rf"\b(?:the|this) (?:{ordinal}) {kind}(?:{noun})(?: of {kind}(?:{noun}))?$", re.IGNORECASE)


def complete(
    event: EventMention, earlier: list[EventMention], words: ThirdPartyWords, sentence: Sentence
) -> EventMention:
    """The event with the parties and brokers that the text before it implies; the event itself where nothing is implied."""
    told = event.evidence.text[: event.evidence.trigger.end - event.evidence.start]
    if event.type not in group("shared_meetings") and not (
        event.type in group("shared_texts") and _is_noun(event, sentence)
    ):
        return event
    if _THEIRS.search(told) or len(_actors(event, _ATTENDING)) > 1:
        return event  # "their talks" are those of whom the pronoun means, and where several meet, it is their meeting
    onward = goes_on(told, words)
    if not onward and event.type not in group("turns_of_talks") and _is_on_helper(event):
        return event
    whole = _with_parties(event, earlier, onward)
    return _with_brokers(whole, earlier) if onward and event.type in group("brokered_on") else whole


def brokered_before(earlier: list[EventMention]) -> bool:
    """Whether the talks that were spoken of last have a broker."""
    meetings = (other for other in reversed(earlier[-LOOK_BACK:]) if other.type in group("shared_meetings"))
    last = next((sides for other in meetings if len(sides := _actors(other, _PARTY)) > 1), set())
    return bool(_brokers(earlier, last, set()))


def _brokers(earlier: list[EventMention], parties: set[str], barred: set[str]) -> list[Participant]:
    """Who brokered the last talks of these parties; nobody where whoever did is a party or barred now."""
    for other in reversed(earlier[-LOOK_BACK:]):
        named = [p for p in other.participants if p.role in MEDIATORS | {"sponsor"} and p.actor]
        sides = _actors(other, _PARTY)
        if other.type in group("shared_meetings") and named and (not parties or not sides or parties & sides):
            return [] if any(p.actor in parties | barred for p in named) else _first_of_each(named)
    return []


def _with_brokers(event: EventMention, earlier: list[EventMention]) -> EventMention:
    """A further round with those who brokered the last one of the same parties."""
    if _actors(event, _ASSIST):
        return event
    added = _brokers(earlier, _actors(event, _PARTY), _actors(event, OUT))
    return msgspec.structs.replace(event, participants=[*event.participants, *map(_implied, added)])


def _with_parties(event: EventMention, earlier: list[EventMention], onward: bool) -> EventMention:
    own = {p.actor for p in event.participants if p.actor}
    parties = [p for p in event.participants if p.role == "party"]
    # Two parties are all; one that nobody is known by ("the rebels") may be any of those before.
    if len(parties) >= 2 or any(p.actor is None for p in parties):
        return event
    shared_types = group("shared_meetings") | group("shared_texts")
    shared = [other for other in reversed(earlier[-LOOK_BACK:]) if other.type in shared_types]
    for other in sorted(shared, key=lambda other: _ahead(other) != _ahead(event)):
        named = [p for p in other.participants if p.role == "party" and p.actor]
        others = [p for p in named if p.actor_type not in OF_STATES]
        if len({p.actor for p in others}) > 1:
            named = others
        actors = {p.actor for p in named}
        if len(actors) < 2 or (parties and not own & actors) or not _may_be_one(event, other, onward):
            continue
        added = [_implied(p) for p in _first_of_each(named) if p.actor not in own]
        return msgspec.structs.replace(event, participants=[*event.participants, *added])
    return event


def _may_be_one(event: EventMention, other: EventMention, onward: bool) -> bool:
    """Whether nothing that is told of two meetings makes them two negotiations: rounds move, so a place tells only without a broker."""
    brokers, others = _actors(event, MEDIATORS), _actors(other, MEDIATORS)
    if _actors(event, OUT) & _actors(other, _IN) or _actors(other, OUT) & _actors(event, _IN):
        return False
    if brokers & _actors(other, _PARTY) or others & _actors(event, _PARTY):
        return False
    if brokers and others:
        return bool(brokers & others)
    here, there = _place(event), _place(other)
    return onward or here is None or there is None or here == there


def _is_on_helper(event: EventMention) -> bool:
    """Whether of those around the talks only helpers, onlookers or the shut out are named, but no side."""
    return bool(_actors(event, _BESIDE)) and not any(p.role == "party" for p in event.participants)


def _is_noun(event: EventMention, sentence: Sentence) -> bool:
    """Whether the last of the event's words is a noun."""
    last = [t for t in sentence.tokens if t.start < event.evidence.trigger.end][-1]
    return last.upos in ("NOUN", "PROPN")


def _ahead(event: EventMention) -> bool:
    """Whether a meeting has yet to come: talks that are planned are sooner those planned before than those going on."""
    return event.status in AHEAD


def _actors(event: EventMention, roles: frozenset[str]) -> set[str]:
    return {p.actor for p in event.participants if p.actor and p.role in roles}


def _place(event: EventMention) -> str | None:
    """Country of a meeting, or the name of its place where no country is known."""
    return (event.venue.country or event.venue.name) if event.venue else None


def _first_of_each(named: list[Participant]) -> list[Participant]:
    return list({p.actor: p for p in reversed(named)}.values())[::-1]


def _implied(participant: Participant) -> Participant:
    words = participant.mention.text if participant.mention else participant.name
    return msgspec.structs.replace(participant, mention=None, why=f"implied by the text before ('{words}')")
