"""Days, intervals and gaps between them, with the precision that the text gave (codebook 1.14)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.records import When

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_FINENESS = {"day": 0, "week": 1, "bounded": 2, "month": 3, "year": 4}


@dataclass(frozen=True, order=True)
class Interval:
    """First and last day on which an event may lie; `precision` is day, week, bounded, month or year."""

    start: dt.date
    end: dt.date
    precision: str

    @property
    def fineness(self) -> int:
        """0 for day precision, larger for coarser."""
        return _FINENESS.get(self.precision, 2)


@lru_cache(maxsize=100_000)
def day(text: str | None) -> dt.date | None:
    """The day of an ISO date or date-time in its own time zone; None where there is none ("2016",
    "Friday").
    """
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


@lru_cache(maxsize=100_000)
def moment(text: str | None) -> str:
    """A sortable form of an ISO date or date-time, in UTC where a zone is told; unknown sorts last."""
    if not text:
        return "9999"
    try:
        when = dt.datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return "9999"
    if when.tzinfo is not None:
        when = when.astimezone(dt.UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%S")


def interval(when: When | None) -> Interval | None:
    """The days that a mention's date allows; None where it has none or is only relative."""
    return None if when is None or not when.start else _interval(when.start, when.end, when.precision)


@lru_cache(maxsize=100_000)
def _interval(begin: str, end: str | None, told: str) -> Interval | None:
    first = _bounds(begin)
    last = _bounds(end) if end else first
    if first is None or last is None:
        return None
    coarse = {4: "year", 7: "month"}.get(len(begin.strip()))
    precision = coarse or (told if told in _FINENESS else "day")
    return Interval(first[0], max(first[0], last[1]), precision)


def gap_days(a: Interval, b: Interval) -> int:
    """Days between two intervals: 0 where they touch, else the number of days from one to the other."""
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def _bounds(text: str) -> tuple[dt.date, dt.date] | None:
    match = _DAY.match(text.strip())
    if match is None:
        return None
    year, month, in_month = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return dt.date(year or 1, 1, 1), dt.date(year or 1, 12, 31)
        if in_month is None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, month, in_month), dt.date(year, month, in_month)
    except ValueError:
        return None
