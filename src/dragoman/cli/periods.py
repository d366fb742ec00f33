"""Days, months and years that a user gives, as first and last days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dragoman.errors import OptionError

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
EXPECTED = "Write it like 2016-12-17, 2016-12 or 2016"


def first_day(text: str | None, option: str) -> str | None:
    """The first day of a day, month or year; None for None. Raises OptionError for what is no date."""
    if text is None:
        return None
    return _checked(
        (text + "-01-01")[:10] if len(text) == 4 else f"{text}-01" if len(text) == 7 else text, text, option
    )


def last_day(text: str | None, option: str) -> str | None:
    """The last day of a day, month or year; None for None. Raises OptionError for what is no date."""
    if text is None:
        return None
    if len(text) == 4:
        return _checked(f"{text}-12-31", text, option)
    if len(text) == 7 and _DATE.fullmatch(text) and 1 <= int(text[5:]) <= 12 and int(text[:4]):
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02}"
    return _checked(text, text, option)


def period(text: str | None, option: str) -> tuple[str | None, str | None] | None:
    """First and last day of "2015-10..2016-10"; an end may be left open; one date alone is that whole period."""
    if text is None:
        return None
    since, dots, until = text.partition("..")
    if not since and not until:
        raise OptionError(f"{option}: {text!r} is no period. Write it like 2015-10..2016-10")
    if not dots:
        until = since
    return first_day(since or None, option), last_day(until or None, option)


def _checked(full: str, text: str, option: str) -> str:
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        dt.date.fromisoformat(full)
    except ValueError as error:
        raise OptionError(f"{option}: {text!r} is not a date. {EXPECTED}") from error
    return full
