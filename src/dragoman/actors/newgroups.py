"""Finds groups and institutions that the tables do not know but whose name says what they are ("Free Idlib Brigade").

The words that say it, such as Brigade, University or Court, stand in `descriptors.csv`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from dragoman.actors.phrase import Item
from dragoman.actors.resolution import GROUP_SECTORS, STATE_SECTORS, Entries, Resolution, slug
from dragoman.actors.rows import Descriptor
from dragoman.actors.words import (
    ABBREVIATED_TITLES,
    DETERMINERS,
    LABOURERS,
    LEGISLATIVE,
    PANELS,
    POSSESSED,
    STATE_DESCRIPTORS,
)

_LINKS = frozenset({"of", "for", "and", "the"})
_ENDS = _LINKS | {"'s"}
_LED = re.compile(r"-(?:led|backed|dominated|supported|held|controlled|aligned|linked|based)$")


class NewNames:
    """Reads unknown names by the words that end or open them."""

    def __init__(self, descriptors: Iterable[Descriptor], entries: Entries) -> None:
        self._words = {d.phrase: d for d in descriptors}
        self._entries = entries

    def put(self, phrase: str, items: list[Item]) -> list[Item]:
        """The pieces of a phrase with an unknown group's or institution's name, if any, as one piece with its answer."""
        run = self._run(items)
        answer = self._answer(phrase, run, items) if run else None
        if answer is None:
            return items
        first, last = items.index(run[0]), items.index(run[-1])
        name = Item("group", str(answer.name), run[0].start, run[-1].end, answer=answer)
        return [*items[:first], name, *items[last + 1 :]]

    def _answer(self, phrase: str, run: Sequence[Item], items: Sequence[Item]) -> Resolution | None:
        """Who an unknown name means that ends in, or starts with, a descriptor; else None.

        The name must have a word of its own beside country and descriptor: "Syrian Army" is no group, "Free
        Syrian Army" is one. A name that holds an organisation ("UN General Assembly") is none.
        """
        if any(i.name and not self._is_state(i) for i in run):
            return None
        words = [t for i in run for t in i.text.split() if t[:1].isupper()]
        ends = (words[0], words[-1]) if self._opens(run) else (words[-1], words[0])
        row = self._words[next(w for w in (*ends, *words) if w in self._words)]
        plain = [w for i in run if i.name is None for w in i.text.split() if w[:1].isupper()]
        own = [w for w in plain if w not in self._words]
        named = {c for i in items if (c := self._country(i))}
        country = named.pop() if len(named) == 1 else None
        name = " ".join(phrase[run[0].start : run[-1].end].split())
        if row.phrase in PANELS and set(plain) & LEGISLATIVE:
            return self._institution(Descriptor(row.phrase, "LEG", "government_body", row.source), name, country)
        if not own:
            return None
        if set(own) & LABOURERS and row.sector in ("OPP", "NGO"):
            return self._institution(Descriptor(row.phrase, "LAB", "civil_society", row.source), name, country)
        if row.sector not in GROUP_SECTORS:
            return self._institution(row, name, country)
        if set(own) & STATE_DESCRIPTORS:
            return None
        return Resolution(
            actor=f"group:{slug(name)}",
            name=name,
            actor_type=row.actor_type,
            country=country,
            sector=row.sector,
            why=f"new name with '{row.phrase}'",
            confidence=0.5,
        )

    def _institution(self, row: Descriptor, name: str, country: str | None) -> Resolution:
        """A court, ministry or police force speaks for its state, if that is told; a firm or school for itself."""
        public = row.sector in STATE_SECTORS
        return Resolution(
            actor=country if public else f"org:{slug(name)}",
            name=self._entries.name(country) if public and country else name,
            actor_type=row.actor_type,
            country=country,
            sector=row.sector,
            why=f"new name with '{row.phrase}'",
            confidence=0.5,
        )

    def _is_state(self, item: Item) -> bool:
        """Whether a name is a country, a place or a body of a state, which may be part of a group's name."""
        assert item.name is not None
        known = self._entries
        return all(e in known.countries or e in known.bodies or e in known.places for e in item.name.candidates)

    def _country(self, item: Item) -> str | None:
        if item.name is None or {"person", "outlet"} & set(item.name.kinds):
            return None
        found = {self._entries.country_of(e) for e in item.name.candidates}
        return found.pop() if len(found) == 1 else None

    def _run(self, items: Sequence[Item]) -> list[Item]:
        """The longest stretch of capitalised words and names shaped like a group's name; [] where none."""
        best: list[Item] = []
        current: list[Item] = []
        for item in [*items, None]:
            if item is not None and (_is_capital(item) or (current and _continues(current, item))):
                current.append(item)
                continue
            best = max(best, self._named(current), key=len)
            current = []
        return best

    def _named(self, run: list[Item]) -> list[Item]:
        """The part of a run that is the name: descriptor last, or first and followed by "of" or "for"."""
        run = list(run)
        while run and run[-1].text in _ENDS:
            run.pop()
        inner = any(a.text in self._words and b.text in ("of", "for") for a, b in itertools.pairwise(run))
        if inner and not self._opens(run):
            # "International Committee of the Red Cross" is one name
            return run if run[0].text != "of" else []
        while run and not self._opens(run) and not self._closes(run):
            run.pop()
            while run and run[-1].text in _ENDS:
                run.pop()
        for index, item in enumerate(run):
            # "Delegates of the Justice Movement": what stands before "of" is a head of its own
            if item.text == "of" and not self._opens(run) and self._closes(run):
                rest = run[index + 1 :]
                while rest and rest[0].text in _LINKS:
                    rest = rest[1:]
                return self._named(rest)
        return run

    def _opens(self, run: Sequence[Item]) -> bool:
        return len(run) > 2 and run[0].text in self._words and run[1].text in ("of", "for")

    def _closes(self, run: Sequence[Item]) -> bool:
        """Whether the last word is a descriptor; within a state body's name only after a word of its own."""
        if run[-1].text.split()[-1] not in self._words:
            return False
        return run[-1].name is None or (len(run) > 1 and run[-2].kind == "cap" and "body" in run[-1].name.kinds)


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
