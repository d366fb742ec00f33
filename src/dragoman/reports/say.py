"""Dates, lists and names as people write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def listed(names: Sequence[str], joiner: str = "and", most: int | None = None) -> str:
    """ "Russia, Turkey and Iran"; with `most`, the rest is counted ("Russia, Turkey and 4 others")."""
    some = list(names)
    if most is not None and len(some) > most + 1:
        some = [*some[:most], f"{len(names) - most} others"]
    return f"{', '.join(some[:-1])} {joiner} {some[-1]}" if len(some) > 1 else "".join(some)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def day(date: str | None, unknown: str = "date not known") -> str:
    """ "17 December 2016" for an ISO date or date-time; a month or year alone stays one."""
    parts = (date or "")[:10].split("-")
    if not parts[0].isdigit():
        return unknown
    if len(parts) < 2 or not 1 <= int(parts[1]) <= 12:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) < 3 else f"{int(parts[2])} {month} {parts[0]}"


def days(start: str | None, end: str | None, precision: str | None = "day") -> str:
    """A span of days: "23 to 24 January 2017"; months and years as such; "" where nothing is known."""
    if not start and not end:
        return ""
    first, last = (start or end or "")[:10], (end or start or "")[:10]
    if precision in ("month", "year"):
        size = 7 if precision == "month" else 4
        first, last = first[:size], last[:size]
    if not start or not end or first == last:
        return day(first)
    if precision == "week":
        return f"week of {day(first)}"
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])} to {day(last)}"
    if first[:4] == last[:4] and len(first) > 4:
        return f"{day(first).rsplit(' ', 1)[0]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def when(start: str | None, end: str | None, precision: str | None = "day") -> str:
    """The same inside a sentence: "on 23 January 2017", "from 23 to 24 January 2017", "in January 2017"."""
    text = days(start, end, precision)
    if not text:
        return ""
    if " to " in text:
        return f"from {text}"
    if text.startswith("week"):
        return f"in the {text}"
    return f"on {text}" if text[0].isdigit() and " " in text else f"in {text}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 article", "12 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def unique(names: Iterable[str | None]) -> list[str]:
    """The names in their order, each once, without empty ones."""
    return list(dict.fromkeys(name for name in names if name))
