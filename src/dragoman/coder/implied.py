"""Participants that a sentence leaves unsaid: "the talks" are held by those who were last said to hold them.

Only meetings are completed, only by parties, only from an event of a like kind a few sentences before, and only where the
sentence itself names fewer than two. An implied participant has no words of its own (`mention` is None).
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


def complete(event: EventMention, earlier: list[EventMention]) -> EventMention:
    """The event with the parties that the text before it implies; the event itself where nothing is implied."""
    if event.type not in _MEETINGS:
        return event
    own = {p.actor for p in event.participants if p.actor}
    parties = [p for p in event.participants if p.role == "party"]
    if len(parties) >= 2:
        return event
    for other in reversed(earlier[-LOOK_BACK:]):
        if other.type not in _MEETINGS:
            continue
        named = [p for p in other.participants if p.role == "party" and p.actor]
        actors = {p.actor for p in named}
        if len(actors) < 2 or (own and not own & actors and parties):
            continue
        added = [_implied(p) for p in _first_of_each(named) if p.actor not in own]
        return msgspec.structs.replace(event, participants=[*event.participants, *added])
    return event


def _first_of_each(named: list[Participant]) -> list[Participant]:
    return list({p.actor: p for p in reversed(named)}.values())[::-1]


def _implied(participant: Participant) -> Participant:
    words = participant.mention.text if participant.mention else participant.name
    return msgspec.structs.replace(participant, mention=None, why=f"implied by the text before ('{words}')")
