"""People of one state who live in another: they are not that state."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.actors.matcher import NameMatch
from dragoman.actors.phrase import NounPhrase
from dragoman.actors.resolution import Entries, Resolution, unknown
from dragoman.actors.words import ETHNIC

_OF_PEOPLES = frozenset({"adjective", "demonym"})


def minority(
    phrase: NounPhrase, homes: Iterable[str], entries: Entries, lookup: Callable[[str], tuple[str, ...]]
) -> Resolution | None:
    """The people of a land that a phrase with "ethnic" names, by the group that speaks for it there: "ethnic Albanian negotiators" in a text on
    Kosovo are the Kosovo Albanians'; nobody where there is no such group, None for a phrase without the word.

    Args:
        homes: states that the text may be about.
    """
    at = next((n for n, i in enumerate(phrase.core) if i.text.lower() in ETHNIC), len(phrase.core))
    name = next((i.name for i in phrase.core[at + 1 :] if i.name is not None), None)
    if name is None or not set(name.kinds) <= _OF_PEOPLES:
        return None
    for home in homes:
        if home in name.candidates or home not in entries.countries:
            continue
        called = [f"{first} {name.text.removesuffix('s')}s" for first in (entries.adjective(home), entries.name(home))]
        group = next((e for words in called for e in lookup(words) if e in entries.groups), None)
        if group is not None:
            return entries.answer(group, "people of a land", 0.7)
    return unknown("people, country not told")


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
