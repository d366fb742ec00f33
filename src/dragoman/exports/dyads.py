"""Who acts and who is acted on: roles of a mention as the two sides that PLOVER and CAMEO know."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.exports.flat import ROLE_COLUMNS
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import EventMention, Participant

_THIRD = (*ROLE_COLUMNS["mediators"], "convener", "host", "guarantor")
_PRESENT = ("party", "participant", "observer", "monitor", "witness", "adviser_to_party", "patron")


def sides(mention: EventMention) -> tuple[list[Participant], list[Participant]]:
    """Actors and recipients of a mention, each actor once a side.

    The first of these that names somebody acts: initiators; mediators, conveners, hosts and guarantors; all
    who are present. Acted on are recipients; else the conflict parties; else, where one is kept out, the
    excluded. Where all who are present act together, recipients are empty: the act is mutual.
    """
    actors = _with(mention, ("initiator",)) or _with(mention, _THIRD)
    recipients = _with(mention, ("recipient",))
    if not actors:
        actors = _with(mention, _PRESENT)
        return actors, [] if not recipients else _without(recipients, actors)
    recipients = recipients or _with(mention, ("party",)) or _with(mention, ("excluded", "boycotting"))
    recipients = recipients or _with(mention, _PRESENT)
    return actors, _without(recipients, actors)


def pairs(mention: EventMention) -> list[tuple[Participant, Participant]]:
    """Source and target pairs; a mutual act gives both directions of every pair.

    Who acts side by side does nothing to one another: the brokers of a truce declare none between themselves, and two who welcome an
    initiative do not welcome each other.
    """
    actors, recipients = sides(mention)
    if recipients:
        return [(a, r) for a in actors for r in recipients]
    if _beside_one_another(mention):
        return []
    return [(a, b) for a in actors for b in actors if a is not b]


def _beside_one_another(mention: EventMention) -> bool:
    """Whether those who act in a mention, with nobody acted on, act on somebody or something else that it does not name."""
    words = vocabulary()
    mutual = words.counted | words.talks_acts.keys() | {"talks_agreed"}
    if _with(mention, ("initiator",)):
        return mention.type not in {*mutual, None}
    return mention.type in words.texts and bool(_with(mention, _THIRD))


def third_parties(mention: EventMention) -> list[Participant]:
    """Mediators, conveners, hosts and guarantors, each once."""
    return _with(mention, _THIRD)


def parties(mention: EventMention, third: list[Participant]) -> list[Participant]:
    """Conflict parties, each once, without those who are third parties in the same meeting."""
    return _without(_with(mention, ("party",)), third)


def _with(mention: EventMention, roles: Iterable[str]) -> list[Participant]:
    wanted = set(roles)
    found: dict[str, Participant] = {}
    for participant in mention.participants:
        if participant.role in wanted:
            found.setdefault(_key(participant), participant)
    return list(found.values())


def _without(some: list[Participant], others: list[Participant]) -> list[Participant]:
    keys = {_key(other) for other in others}
    return [participant for participant in some if _key(participant) not in keys]


def _key(participant: Participant) -> str:
    """Government and opposition of one country are two actors, so the sector belongs to the key."""
    return f"{participant.actor or participant.name or id(participant)}|{participant.sector}"
