"""Participants that a sentence leaves unsaid: "the talks" are held by those who were last said to hold them.

Only meetings are completed, only by parties, only from an event of a like kind a few sentences before, and only where the sentence itself
names none of its parties or one of the same. What is told of the two must fit: another broker or another place is another negotiation.
An implied participant has no words of its own (`mention` is None).
"""

from __future__ import annotations

import msgspec

from dragoman.records import EventMention, Participant

LOOK_BACK = 12
"""Mentions looked back over: 3, 6 and 12 tried on the development half: 12 was best on news, all alike on contrast."""
_MEETINGS = frozenset({
    "mediated_talks", "proximity_talks", "direct_negotiation", "preparatory_talks", "backchannel_talks", "talks_resumed",
    "talks_postponed", "talks_suspended", "talks_collapsed", "talks_cancelled", "international_conference", "technical_meeting",
})  # fmt: skip
_PARTY = frozenset({"party"})
_OUT = frozenset({"excluded", "boycotting"})
_AHEAD = frozenset({"proposed", "planned", "invited", "confirmed"})
_BROKERS = frozenset({"mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between"})
_IN = _BROKERS | _PARTY


def complete(event: EventMention, earlier: list[EventMention]) -> EventMention:
    """The event with the parties that the text before it implies; the event itself where nothing is implied."""
    if event.type not in _MEETINGS:
        return event
    own = {p.actor for p in event.participants if p.actor}
    parties = [p for p in event.participants if p.role == "party"]
    # Two parties are all; one that nobody is known by ("the rebels") may be any of those before.
    if len(parties) >= 2 or any(p.actor is None for p in parties):
        return event
    meetings = [other for other in reversed(earlier[-LOOK_BACK:]) if other.type in _MEETINGS]
    for other in sorted(meetings, key=lambda other: _ahead(other) != _ahead(event)):
        named = [p for p in other.participants if p.role == "party" and p.actor]
        actors = {p.actor for p in named}
        if len(actors) < 2 or (parties and not own & actors) or not _may_be_one(event, other):
            continue
        added = [_implied(p) for p in _first_of_each(named) if p.actor not in own]
        return msgspec.structs.replace(event, participants=[*event.participants, *added])
    return event


def _may_be_one(event: EventMention, other: EventMention) -> bool:
    """Whether nothing that is told of two meetings makes them two negotiations: rounds move, so a place tells only without a broker."""
    brokers, others = _actors(event, _BROKERS), _actors(other, _BROKERS)
    if _actors(event, _OUT) & _actors(other, _IN) or _actors(other, _OUT) & _actors(event, _IN):
        return False
    if brokers & _actors(other, _PARTY) or others & _actors(event, _PARTY):
        return False
    if brokers and others:
        return bool(brokers & others)
    here, there = _place(event), _place(other)
    return here is None or there is None or here == there


def _ahead(event: EventMention) -> bool:
    """Whether a meeting has yet to come: talks that are planned are sooner those planned before than those going on."""
    return event.status in _AHEAD


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
