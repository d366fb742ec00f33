"""Days, months, years and periods that a user gives, as first and last days."""

from __future__ import annotations

from dragoman.errors import OptionError
from dragoman.records.dates import EXPECTED, check_window, first_day, last_day

__all__ = ["EXPECTED", "Period", "earlier_period", "first_day", "last_day", "period", "window"]

Period = tuple[str | None, str | None]
"""First and last day, None where an end is open."""


def window(since: str | None, until: str | None) -> Period:
    """First and last day of --since and --until; raises OptionError for what is no date, and for a reversed window."""
    check_window(since, until, ("--since", "--until"))
    return first_day(since, "--since"), last_day(until, "--until")


def period(text: str | None, option: str) -> Period | None:
    """First and last day of "2015-10..2016-10"; an end may be left open; one date alone is that whole period.

    Raises:
        OptionError: it is no period, or ends before it begins.
    """
    if text is None:
        return None
    since, dots, until = text.partition("..")
    if not since and not until:
        raise OptionError(f"{option}: {text!r} is no period. Write it like 2015-10..2016-10")
    if not dots:
        until = since
    first, last = first_day(since or None, option), last_day(until or None, option)
    if first is not None and last is not None and last < first:
        raise OptionError(f"{option}: {text!r} ends before it begins. Swap its two ends: {until}..{since}")
    return first, last


def earlier_period(text: str | None, option: str, later: Period) -> Period | None:
    """A period as `period` reads it, which has to end before a later one begins.

    What is compared must not be on both sides, else a change could not be told from none.

    Raises:
        OptionError: as `period`, or the two overlap, or the earlier one is the later one.
    """
    found = period(text, option)
    if found is None:
        return None
    if later[0] is None:
        raise OptionError(f"{option}: earlier than what? Say --since DATE, with which the later period begins")
    if found[1] is None or found[1] >= later[0]:
        told = f"{text!r} does not end before {later[0]}, the beginning of the later period (--since)"
        raise OptionError(f"{option}: {told}. Let it end earlier, or begin later with --since")
    return found
