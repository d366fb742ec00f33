"""One role per discourse: who mediates between two sides throughout a text is no party to their next meeting, nor the other way round.

After "one sense per discourse" (Gale, Church and Yarowsky 1992). Only a role that the model alone read gives way, and only among the
same sides: a state may well mediate in one conflict and be a party to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from dragoman.coder.draft.roles import MEDIATORS
from dragoman.records import EventMention, Participant

OFTEN = 2
"""How many of the other events must tell the other role, with none but this one to tell its own.

On the development half who is a mediator once and a party twice or more is a party (6), nothing (4) or a mediator (1) to the coder;
who is a party once and a mediator twice or more is a mediator (6), nothing (4) or a party (1).
"""
_READ = "; role: model"
_OTHER = {"party": "mediator", "mediator": "party"}


def with_one_role(
    events: Sequence[EventMention], foes: Callable[[str, str], bool] = lambda one, other: False
) -> list[EventMention]:
    """The events of a document with the odd role of an actor put right; each is kept as it is where nothing changes.

    Args:
        foes: whether two are at war; whoever meets his own foe is a side, whatever he does elsewhere.
    """
    told: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for event in events:
        for actor, role in _roles(event):
            told[actor, role].append(_parties(event) - {actor})

    def odd(participant: Participant, event: EventMention) -> bool:
        role, actor = _family(participant.role), participant.actor
        if event.type is None or actor is None or role is None or not (participant.why or "").endswith(_READ):
            return False
        other = told.get((actor, _OTHER[role]), [])
        more = len(other) > len(told[actor, role]) if role == "party" else len(told[actor, role]) < OFTEN
        if len(other) < OFTEN or not more:
            return False
        sides = _parties(event) - {actor}
        if role == "party" and any(foes(actor, other) for other in sides):
            return False
        return not sides or any(sides & theirs for theirs in other)

    def mended(participant: Participant) -> Participant:
        role = _OTHER[_family(participant.role) or ""]
        why = f"{participant.why}; {role} elsewhere in the text"
        side = "other_party" if role == "party" else "third_party"
        return msgspec.structs.replace(participant, role=role, side=side, why=why)

    def again(participant: Participant, event: EventMention) -> bool:
        """Whether somebody has the other role at this event, too: "the two of them" who chair it."""
        role = _OTHER[_family(participant.role) or ""]
        return any(p.actor == participant.actor and _family(p.role) == role for p in event.participants)

    result = []
    for event in events:
        people = [
            mended(p) if odd(p, event) else p for p in event.participants if not (odd(p, event) and again(p, event))
        ]
        result.append(msgspec.structs.replace(event, participants=people) if people != event.participants else event)
    return result


def _family(role: str) -> str | None:
    return "party" if role == "party" else "mediator" if role in MEDIATORS else None


def _roles(event: EventMention) -> set[tuple[str, str]]:
    """Actor and role family of the known parties and mediators that an event of peacemaking names, each once; what is implied tells nothing."""
    if event.type is None:
        return set()
    return {(p.actor, role) for p in event.participants if p.actor and p.mention and (role := _family(p.role))}


def _parties(event: EventMention) -> set[str]:
    return {p.actor for p in event.participants if p.actor and p.role == "party"}
