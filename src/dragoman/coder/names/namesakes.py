"""Bare surnames of persons whom the tables do not know, told from known namesakes by who bore the name last in the text."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Resolution
from dragoman.actors.words import ABBREVIATED_TITLES, HONORIFICS
from dragoman.language.parse import Sentence

_GENDERS = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f"}
"""What a title tells of who bears it."""


class Namesakes:
    """Who was last called by a full name, by first and last word of that name, while a document is read in order.

    After "Kim Dong-chul, a pastor" a "Mr. Kim" is the pastor, until Kim Jong Un is called by his full name; after "Norway's minister
    Anna Kerry" a "Kerry" speaks for Norway. So it is with persons of the tables, but for whom the text has called by the bare name before:
    after "Hafez al-Assad" an "Assad" is still the son.

    Args:
        in_tables: whether the tables know a person of that name.
        gender: "m" or "f" of a person of the tables: "Mr. Trump" is not the Melania Trump called before.
    """

    def __init__(self, in_tables: Callable[[str], bool], gender: Callable[[str], str | None]) -> None:
        self._in_tables, self._gender = in_tables, gender
        self._strangers: dict[str, Resolution | None] = {}
        self._bearers: dict[str, Resolution] = {}
        self._called: set[str] = set()

    def told_apart(self, sentence: Sentence, first: int, last: int, resolution: Resolution) -> Resolution:
        """The resolution of a phrase, or that of the stranger whose surname it is; takes down a full name."""
        name = [t for t in sentence.tokens[first : last + 1] if t.name[2:] == "PER"]
        while len(name) > 1 and name[0].text.lower().rstrip(".") in HONORIFICS:
            name = name[1:]
        if any(t.relation == "nmod:poss" and first <= t.head <= last for t in name):
            return resolution  # "Kim Jong Un's father" is another than he
        if len(name) > 1 and name[-1].i - name[0].i == len(name) - 1:
            text = sentence.text[name[0].start - sentence.start : name[-1].end - sentence.start]
            stranger = self._stranger(text, resolution)
            for word in (name[0], name[-1]):
                self._strangers[word.text.lower()] = stranger
            if resolution.person is not None:
                self._bearers[name[-1].text.lower()] = resolution
                self._called.add(resolution.person.name)
            return resolution
        if len(name) != 1 or (resolution.person is None and resolution.name is not None):
            return resolution
        rest = (t for t in sentence.tokens[first : last + 1] if t is not name[0] and t.upos != "PUNCT")
        titled = all(t.text.lower().rstrip(".") in ABBREVIATED_TITLES for t in rest)
        bearer = self._strangers.get(name[0].text.lower()) if titled else None
        if bearer is None and titled and (resolution.person is None or resolution.person.name not in self._called):
            bearer = self._namesake(name[0].text, resolution)
        told = {_GENDERS.get(t.text.lower().rstrip(".")) for t in sentence.tokens[first : last + 1]} - {None}
        if (
            bearer is not None
            and bearer.person is not None
            and told
            and self._gender(bearer.person.name) not in {*told, None}
        ):
            bearer = None
        if bearer is None and resolution.person is not None:
            self._called.add(resolution.person.name)
        return bearer or resolution

    def _namesake(self, surname: str, resolution: Resolution) -> Resolution | None:
        """Whoever of the tables was called by his full name, where his surname alone would mean another whom the text hasn't called yet:
        "Powell" after "Jonathan Powell"."""
        bearer = self._bearers.get(surname.lower())
        if (
            bearer is None
            or bearer.person is None
            or (resolution.person and resolution.person.name == bearer.person.name)
        ):
            return None
        return msgspec.structs.replace(bearer, why=f"surname of {bearer.person.name}, named earlier")

    def _stranger(self, text: str, resolution: Resolution) -> Resolution | None:
        """What a full name's surname will mean; None for a person of the tables, and for what is no person."""
        why = f"surname of {text}, named earlier"
        if resolution.person is not None:
            if self._in_tables(resolution.person.name):
                return None
            return msgspec.structs.replace(resolution, why=why)
        return Resolution(name=text, why=why, confidence=0.5) if resolution.actor is None else None
