"""The day that a text is told from, and whether that day is sure (codebook 1.2, 1.14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.text.date_words import WORDS
from dragoman.text.dateline import Dateline
from dragoman.text.dates import find_dates

_WEEKDAYS = tuple(names[0] for _, names in sorted(WORDS.weekdays.items()))

_DESK = timedelta(days=7)
"""A report appears within a week of the day of its dateline; an older day there is no dateline's."""
_FIRST_LINES = 400
"""Characters in which a report names the day that it is told from."""
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_OWN_DAY = re.compile(r"\b(?:yesterday|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def day_of_telling(text: str, desk: Dateline | None, published: date | None) -> date | None:
    """The day from which "today" and "Friday" are counted: that of the dateline, else that of publication (codebook 1.2)."""
    return _day_of_desk(text, desk, published) or published


def day_is_sure(text: str, desk: Dateline | None, published: date | None, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether a text can't be of the day after: it bears a day in its dateline, or calls days by their distance from its own.

    A stamp may lie a day before the text, in an earlier time zone, so that "met on Thursday", stamped Wednesday, is told on Thursday;
    under "GENEVA, June 3" nothing past is of June 4, and who writes "yesterday" calls his own day "today".

    Args:
        quoted: direct speech, whose days are the speaker's.
    """
    if _day_of_desk(text, desk, published) is not None or not _names_next_day(text, published):
        return True
    return any(not any(a <= m.start() < b for a, b in quoted) for m in _OWN_DAY.finditer(text))


def _names_next_day(text: str, published: date | None) -> bool:
    """Whether a text may be told on the day after its stamp, since it names that weekday more than once, or first of all in its first lines.

    In coded articles 24 of 28 weekdays of news and 62 of 86 of written reports that may be either are so read rightly.
    """
    if published is None:
        return True
    named = list(_WEEKDAY.finditer(text))
    own = [m.start() for m in named if m.group() == _WEEKDAYS[(published.weekday() + 1) % 7]]
    return len(own) > 1 or (len(own) == 1 and own[0] == named[0].start() < _FIRST_LINES)


def _day_of_desk(text: str, desk: Dateline | None, published: date | None) -> date | None:
    """The day in a dateline; None without one."""
    if desk is None or desk.date is None:
        return None
    found = find_dates(text, desk.start, desk.end, published=published, tense="past")
    day = next((f.date_start for f in found if f.precision == "day"), None)
    if day is None or (published is not None and not timedelta(0) <= published - day <= _DESK):
        return None
    return day
