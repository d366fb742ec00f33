"""Finds groups that the tables do not know but whose name says what they are ("Free Idlib Brigade")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from dragoman.actors.phrase import Item
from dragoman.actors.resolution import Entries, Resolution, slug
from dragoman.actors.words import (
    ABBREVIATED_TITLES,
    ARMED_DESCRIPTORS,
    DETERMINERS,
    PARTY_DESCRIPTORS,
    POSSESSED,
    STATE_DESCRIPTORS,
    UMBRELLA_DESCRIPTORS,
)

# What the last or first word of a group's name tells about it: actor type and PLOVER sector.
_DESCRIPTORS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(ARMED_DESCRIPTORS, ("armed_group", "REB")),
    **dict.fromkeys(PARTY_DESCRIPTORS, ("political_party", "PTY")),
    **dict.fromkeys(UMBRELLA_DESCRIPTORS, ("umbrella", "OPP")),
}
_LINKS = frozenset({"of", "for", "and", "the"})
_ENDS = _LINKS | {"'s"}
_LED = re.compile(r"-(?:led|backed|dominated|supported|held|controlled|aligned|linked|based)$")


def with_new_group(phrase: str, items: list[Item], entries: Entries) -> list[Item]:
    """The pieces of a phrase with an unknown group's name, if any, as one piece with its answer."""
    run = _run(items)
    answer = _answer(phrase, run, items, entries) if run else None
    if answer is None:
        return items
    first, last = items.index(run[0]), items.index(run[-1])
    name = Item("group", str(answer.name), run[0].start, run[-1].end, answer=answer)
    return [*items[:first], name, *items[last + 1 :]]


def _answer(phrase: str, run: Sequence[Item], items: Sequence[Item], entries: Entries) -> Resolution | None:
    """A group whose unknown name ends in, or starts with, a word such as Brigade or Front; else None.

    The name must have a word of its own beside country and descriptor: "Syrian Army" is no group, "Free
    Syrian Army" is one. A name that holds an organisation ("UN General Assembly") is none.
    """
    if any(i.name and not _is_state(i, entries) for i in run):
        return None
    words = [t for i in run for t in i.text.split() if t[:1].isupper()]
    descriptor = next(w for w in (words[-1], words[0], *words) if w in _DESCRIPTORS)
    own = [w for i in run if i.name is None for w in i.text.split() if w[:1].isupper() and w not in _DESCRIPTORS]
    if not own or set(own) & STATE_DESCRIPTORS:
        return None
    kind, sector = _DESCRIPTORS[descriptor]
    named = {c for i in items if (c := _country(i, entries))}
    name = phrase[run[0].start : run[-1].end]
    return Resolution(
        actor=f"group:{slug(name)}",
        name=" ".join(name.split()),
        actor_type=kind,
        country=named.pop() if len(named) == 1 else None,
        sector=sector,
        why=f"new name with '{descriptor}'",
        confidence=0.5,
    )


def _is_state(item: Item, entries: Entries) -> bool:
    """Whether a name is a country, a place or a body of a state, which may be part of a group's name."""
    assert item.name is not None
    return all(e in entries.countries or e in entries.bodies or e in entries.places for e in item.name.candidates)


def _country(item: Item, entries: Entries) -> str | None:
    if item.name is None or {"person", "outlet"} & set(item.name.kinds):
        return None
    found = {entries.country_of(e) for e in item.name.candidates}
    return found.pop() if len(found) == 1 else None


def _run(items: Sequence[Item]) -> list[Item]:
    """The longest stretch of capitalised words and names shaped like a group's name; [] where none."""
    best: list[Item] = []
    current: list[Item] = []
    for item in [*items, None]:
        if item is not None and (_is_capital(item) or (current and _continues(current, item))):
            current.append(item)
            continue
        best = max(best, _named(current), key=len)
        current = []
    return best


def _continues(current: Sequence[Item], item: Item) -> bool:
    return item.text in _LINKS or (item.text == "'s" and current[-1].text in POSSESSED)


def _is_capital(item: Item) -> bool:
    if item.kind == "cap":
        word = item.text.lower()
        # "Kurdish-led", "The", "Col" open a phrase and belong to no name
        return word not in DETERMINERS and word not in ABBREVIATED_TITLES and not _LED.search(word)
    if item.kind == "role":
        return item.text[:1].isupper()
    return item.name is not None and not {"person", "outlet"} & set(item.name.kinds)


def _named(run: list[Item]) -> list[Item]:
    """The part of a run that is the name: descriptor last, or first and followed by "of" or "for"."""
    run = list(run)
    while run and run[-1].text in _ENDS:
        run.pop()
    if any(a.text in _DESCRIPTORS and b.text in ("of", "for") for a, b in itertools.pairwise(run)) and not _opens(run):
        # "International Committee of the Red Cross" is one name
        return run if run[0].text != "of" else []
    while run and not _opens(run) and not _closes(run):
        run.pop()
        while run and run[-1].text in _ENDS:
            run.pop()
    for index, item in enumerate(run):
        # "Delegates of the Justice Movement": what stands before "of" is a head of its own
        if item.text == "of" and not _opens(run) and _closes(run):
            rest = run[index + 1 :]
            while rest and rest[0].text in _LINKS:
                rest = rest[1:]
            return _named(rest)
    return run


def _opens(run: Sequence[Item]) -> bool:
    return len(run) > 2 and run[0].text in _DESCRIPTORS and run[1].text in ("of", "for")


def _closes(run: Sequence[Item]) -> bool:
    """Whether the last word is a descriptor; within a state body's name only after a word of its own."""
    if run[-1].text.split()[-1] not in _DESCRIPTORS:
        return False
    return run[-1].name is None or (len(run) > 1 and run[-2].kind == "cap" and "body" in run[-1].name.kinds)
