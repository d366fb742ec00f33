"""Dates that people give: days of publication, and windows of days, months and years. One check for all of them."""

from __future__ import annotations

import calendar
import datetime
import re

from dragoman.errors import OptionError

ACCEPTED = "2016-12-17, 2016-12-17T09:30:00+03:00, 2016/12/17, 17 December 2016 or Sat, 17 Dec 2016 09:30:00 +0300"
"""The forms of a day of publication that are read, as an error message shows them."""

EXPECTED = "Write it like 2016-12-17, 2016-12 or 2016"

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def iso_date(value: object) -> str | None:
    """Return a date of publication as ISO date or, where a time is told, ISO date-time in the zone given.

    Accepts date and date-time objects, ISO 8601 dates and date-times, YYYY/MM/DD, days with the month as a word ("12 May 2023",
    "May 12, 2023"), and RFC 822 dates.
    Anything else gives None: a day and month that could be swapped (03/04/2016) are never guessed.
    """
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    words = value.strip()
    try:
        if len(words) <= 10:
            return datetime.date.fromisoformat(words).isoformat()
        return datetime.datetime.fromisoformat(words).isoformat()
    except ValueError:
        pass
    # imported here because it takes time and most dates are ISO dates
    import email.utils

    try:
        if slashed := _SLASHED.fullmatch(words):
            year, month, day = (int(part) for part in slashed.groups())
            return datetime.date(year, month, day).isoformat()
        if written := _DAY_FIRST.fullmatch(words) or _MONTH_FIRST.fullmatch(words):
            return datetime.date(int(written["year"]), _month(written["month"]), int(written["day"])).isoformat()
        return email.utils.parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month(word: str) -> int:
    """Number of a month by its English name or the beginning of it; raises ValueError for another word."""
    for number, name in enumerate(_MONTHS, start=1):
        if name.startswith("sep" if word.lower() == "sept" else word.lower()):
            return number
    raise ValueError(word)


def published_day(value: object) -> str | None:
    """Return a day of publication that a user gave, as `iso_date` does; None and blanks are no day told.

    Raises:
        OptionError: it is no date that is read.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    found = iso_date(value)
    if found is None:
        raise OptionError(f"published: unreadable date {value!r}. Write it like {ACCEPTED}")
    return found


def first_day(text: str | None, option: str) -> str | None:
    """The first day of a day, month or year; None for None. Raises OptionError for what is no date."""
    return None if text is None else _bounds(text, option)[0]


def last_day(text: str | None, option: str) -> str | None:
    """The last day of a day, month or year; None for None. Raises OptionError for what is no date."""
    return None if text is None else _bounds(text, option)[1]


def check_window(since: str | None, until: str | None, names: tuple[str, str] = ("since", "until")) -> None:
    """Check a window of days, months or years, each end of which may be open.

    Args:
        names: of its two ends, for the message.

    Raises:
        OptionError: an end is no date, or the window ends before it begins.
    """
    first, last = first_day(since, names[0]), last_day(until, names[1])
    if first is not None and last is not None and last < first:
        raise OptionError(f"{names[0]} {since} is after {names[1]} {until}. Swap the two")


def _bounds(text: str, option: str) -> tuple[str, str]:
    try:
        found = _PERIOD.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        first = datetime.date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = datetime.date(first.year, last_month, int(day or calendar.monthrange(first.year, last_month)[1]))
    except (ValueError, TypeError) as error:
        raise OptionError(f"{option}: {text!r} is not a date. {EXPECTED}") from error
    return first.isoformat(), last.isoformat()
