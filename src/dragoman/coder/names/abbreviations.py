"""Abbreviations that a text teaches: letters behind a name in brackets, "the State Administration Council (SAC)", or between commas."""

from __future__ import annotations

import re

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.names.short_forms import spells

_IN_BRACKETS = re.compile(r"\s\(([A-Z][A-Z0-9-]{1,8})\)")
_BETWEEN_COMMAS = re.compile(r",\s([A-Z]{3,9})(?=,\s)")
_LONGEST = 12


class Abbreviations:
    """What the abbreviations of one text mean, learned in reading order."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text, self._knowledge = text, knowledge
        self._meant: dict[str, Resolution] = {}

    def of(self, words: str) -> Resolution | None:
        """Who an abbreviation told before means, with or without its article."""
        return self._meant.get(words.removeprefix("the ").removeprefix("The "))

    def learn(self, start: int, end: int, meant: Resolution) -> None:
        """Take down the letters in brackets or between commas behind the phrase from `start` to `end`, if they are short for it."""
        stop = min(end + _LONGEST, len(self._text))
        brackets = _IN_BRACKETS.search(self._text, start, stop)
        short = brackets or _BETWEEN_COMMAS.search(self._text, start, stop)
        if short is None or not start < short.start() <= end or short[1] in self._meant:
            return
        name = self._text[start : short.start()]
        known = bool(brackets) and self._is_new_body(name, short[1], meant)
        if not spells(short[1], name) and not known and (brackets or not self._runs_through(short[1], name)):
            return
        meant = msgspec.structs.replace(meant, name=meant.name or name, person=None)
        self._meant[short[1]] = msgspec.structs.replace(meant, why=f"{meant.actor or name}: '{short[1]}' behind it")

    def _runs_through(self, short: str, name: str) -> bool:
        """Whether letters between commas that nobody else bears run through a name of several words in capitals, with the first letter of each:
        "the Southern Kaduna Peoples Union, SOKAPU,"."""
        words = [w for w in name.split() if w[0].isupper()]
        letters = iter(name.upper())
        initials = iter(short)
        return (
            len(words) > 1 and all(letter in letters for letter in short) and all(w[0] in initials for w in words)
            and short[0] == words[0][0] and not self._knowledge.match(short)
        )  # fmt: skip

    def _is_new_body(self, name: str, short: str, meant: Resolution) -> bool:
        """Whether a name is all capitals and that of a body, so that letters in brackets that nobody else bears are short for it in
        another language: "the Timorese Democratic Union (UDT)"."""
        body = meant.actor is not None and meant.person is None and meant.actor.startswith(("group:", "org:"))
        return body and all(w[0].isupper() for w in name.split()) and not self._knowledge.match(short)
