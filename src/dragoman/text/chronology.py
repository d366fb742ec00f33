"""The days that head the entries of a chronology: "3 April: …", "13 May: …", in a text published in December, are all of that year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from dragoman.text.calendar_days import add_unit
from dragoman.text.dates import find_dates

_LONGEST = 40
BULLET = re.compile(r"[\s•*·–—-]*")
PARTING = re.compile(r"\s*(?::|[–—-]\s|\|)")
_YEAR = re.compile(r"\d{4}")
_FEWEST = 3
"""Entries that make a chronology."""


@lru_cache(maxsize=8)
def days_of_entries(text: str, published: date | None) -> Mapping[int, date]:
    """First day of each entry by the character at which its date begins; empty for a text that is no chronology.

    Entries go on in time: a day without a year lies in the year of the next entry, or in the one before where it would come after that.
    """
    found: list[tuple[int, date, bool]] = []
    for line in re.finditer(r"^.*\S", text, re.MULTILINE):
        bullet = BULLET.match(text, line.start())
        start = bullet.end() if bullet else line.start()
        if not text[start : start + _LONGEST].strip() or not any(c.isdigit() for c in text[start : start + _LONGEST]):
            continue
        told = next(iter(find_dates(text, start, min(start + _LONGEST, line.end()), published=published)), None)
        if told is None or told.start != start or told.date_start is None or PARTING.match(text, told.end) is None:
            continue
        found.append((start, told.date_start, _YEAR.search(told.text) is not None))
    if len(found) < _FEWEST:
        return {}
    days: dict[int, date] = {}
    later: date | None = None
    for start, day, with_year in reversed(found):
        if later is not None and day > later and not with_year:
            day = add_unit(day, "year", -1) or day
        days[start] = later = day
    return dict(sorted(days.items()))
