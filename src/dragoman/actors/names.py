"""Which pieces of a phrase make up a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.matcher import fold
from dragoman.actors.phrase import Item, is_former
from dragoman.actors.words import DETERMINERS, HONORIFICS, PARTICLES, PARTY_ADJECTIVES, PLAIN_ENDINGS, PLAIN_WORDS

_STYLES = frozenset({"mr", "mrs", "ms", "miss"})
"""What stands before no title, only before a person's name."""


def given_names(core: Sequence[Item]) -> set[str]:
    """Lower-case capitalised words right before a surname: they must be names of the same person."""
    given: list[str] = []
    for item in reversed(core[:-1]):
        if item.text in PARTICLES:
            continue
        if item.kind != "cap" or is_former([item]) or item.text.lower().rstrip(".") in HONORIFICS:
            break
        given.extend(w for w in item.text.lower().replace("-", " ").split() if len(w.rstrip(".")) > 1)
    return set(given)


def name_words(name: str) -> set[str]:
    """The lower-case words of a name, initials left out."""
    return {w for w in fold(name).lower().replace("-", " ").split() if len(w.rstrip(".")) > 1}


def ends_in_person(core: Sequence[Item]) -> bool:
    """Whether the last piece is a person's name of the tables."""
    if not core or core[-1].name is None or "person" not in core[-1].name.kinds:
        return False
    if set(core[-1].name.kinds) == {"person"}:
        return True
    # a name of both a person and something else is the person only after a title
    return len(core) > 1 and core[-2].role is not None and bool(core[-2].role.office_type)


def ends_in_place(core: Sequence[Item]) -> int | None:
    """Where an unknown person's name begins that ends in a place's or state's name, else None."""
    last = core[-1].name
    if last is None or not set(last.kinds) & {"capital", "metonym", "place", "name", "demonym"}:
        return None
    start = len(core) - 1
    while start and core[start - 1].kind == "cap" and core[start - 1].text.lower() not in HONORIFICS:
        start -= 1
    if start == len(core) - 1:
        # "Mr Paris" is somebody, and no city
        return start if start and core[start - 1].text.lower().rstrip(".") in _STYLES else None
    first = core[start].text.lower()
    return None if start == 0 and (first.endswith(PLAIN_ENDINGS) or first in PLAIN_WORDS) else start


def qualifies(word: str) -> bool:
    """Whether a capitalised word makes another name of one behind it: "Ulster", "Social"; not "Moderate", "Many"."""
    low = word.lower()
    plain = low.endswith(PLAIN_ENDINGS) or low in PLAIN_WORDS or low.rstrip(".") in HONORIFICS or low in DETERMINERS
    return low in PARTY_ADJECTIVES or not (plain or is_former([Item("cap", word, 0, len(word))]))


def in_full_name(item: Item) -> bool:
    """Whether a piece may stand between a title and a surname: "Dr", "Khalid", "bin"."""
    return item.kind == "cap" or item.text in PARTICLES


def full_name(core: Sequence[Item]) -> str:
    """The words of a person's name, titles left out; the last piece belongs to it whatever it is."""
    parts = [i.text for i in core[:-1] if in_full_name(i) and i.text.lower().rstrip(".") not in HONORIFICS]
    return " ".join([*parts, core[-1].text])


def begins_name(item: Item, before: Item) -> bool:
    """Whether a place's name begins a person's ("Vice President Hamilton Burr"), as it does right after one's title."""
    if item.name is None or not set(item.name.kinds) <= {"capital", "place"}:
        return False
    return before.role is not None and not before.plural and bool(before.role.office_type)
