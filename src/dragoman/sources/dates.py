"""Dates of publication as tables and pages write them, made into ISO dates."""

from __future__ import annotations

import datetime
import email.utils
import re

_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")

ACCEPTED = "2016-12-17, 2016-12-17T09:30:00+03:00, 2016/12/17 or Sat, 17 Dec 2016 09:30:00 +0300"
"""The forms that are read, as an error message shows them."""


def iso_date(value: object) -> str | None:
    """Return a date of publication as ISO date or, where a time is told, ISO date-time in the zone given.

    Accepts date and date-time objects, ISO 8601 dates and date-times, YYYY/MM/DD, and RFC 822 dates.
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
    try:
        if slashed := _SLASHED.fullmatch(words):
            year, month, day = (int(part) for part in slashed.groups())
            return datetime.date(year, month, day).isoformat()
        return email.utils.parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
