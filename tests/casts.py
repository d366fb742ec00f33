"""Who takes part in coded events, by role, for tests that read whole texts."""

from __future__ import annotations

from dragoman.coder import Coder
from dragoman.records import EventMention


def cast(event: EventMention) -> dict[str, set[str | None]]:
    """Actors by role."""
    found: dict[str, set[str | None]] = {}
    for p in event.participants:
        found.setdefault(p.role, set()).add(p.actor)
    return found


def coded(coder: Coder, text: str, published: str) -> dict[str, dict[str, set[str | None]]]:
    """The cast of the last event of each type (or PLOVER category) of a text."""
    return {e.type or e.plover.event: cast(e) for e in coder(text, published=published, outlet="Le Temps").events}


def told(coder: Coder, text: str, trigger: str) -> EventMention:
    """The first event of a text whose trigger begins so."""
    found = coder(text, published="2005-03-10", outlet="Example Post").events
    return next(e for e in found if e.evidence.trigger.text.startswith(trigger))


def actors(event: EventMention, role: str) -> list[str]:
    """Codes of who has a role, in order; "" for whom no table knows."""
    return sorted(p.actor or "" for p in event.participants if p.role == role)
