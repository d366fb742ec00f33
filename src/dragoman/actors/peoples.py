"""People of one state who live in another: they are not that state."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.matcher import NameMatch
from dragoman.actors.phrase import NounPhrase
from dragoman.actors.resolution import Entries, Resolution, unknown


def of_place(
    phrase: NounPhrase, name: NameMatch, entries: Entries, lookup: Callable[[str], tuple[str, ...]]
) -> Resolution | None:
    """The people of one state in a place of another, by the name that its group bears: "the Serbs of Krajina", the Krajina Serbs."""
    places = [t.items[-1].name for t in phrase.tails if t.joint in ("of", "in", "from") and t.items]
    place = next((p for p in places if p is not None), None)
    homes = entries.states_of(place.candidates) if place is not None else []
    if place is None or len(homes) != 1 or homes[0] in name.candidates:
        return None
    for first in (place.text, entries.adjective(homes[0])):
        group = next((e for e in lookup(f"{first} {name.text}") if e in entries.groups), None)
        if group is not None:
            return entries.answer(group, "people of a place", 0.8)
    return unknown("people of one country within another", homes[0])
