"""Years that a text told before and a date goes back to: "In July of that year", "the following February" (codebook 1.14).

News names the year of what lies in another; a month without one is of the present year, unless its sentence or its own words
point back. Of the 16 months without a year that stand behind a month of another year in one sentence of the coded articles 15 are of that
year or the next; of the 38 in the sentence after, 20 are, but where that sentence began with the month, three of three.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from dragoman.text.date_words import WORDS
from dragoman.text.dates import DateMention, counts_from_told, find_dates

_BEGINS = re.compile(r"(?:^|[.!?\n][\"”’]?\s*)(?:In|On|By|Early in|Late in)\s+$")
_ENDS = re.compile(r"[.!?][\"”’]?\s+|\n")
_LOOK_BACK = 700
"""Characters before a date in which the year that it points to is looked for."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(rf"\b(?:{WORDS.month_forms})\b")


def _any(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


_THIS_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{_any(WORDS.same_year)})\b", re.IGNORECASE)
_NEXT_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{_any(WORDS.next_year)})\b", re.IGNORECASE)
_THIS_BEFORE = re.compile(r"\b(?:that|the same|that same|the very same)\s+$", re.IGNORECASE)
_SAYING = re.compile(rf"\b(?:{_any(WORDS.saying_that)})\s+that\s+$", re.IGNORECASE)
_NEXT_BEFORE = re.compile(r"\b(?:the following|the next)\s+$", re.IGNORECASE)
_PART = r"(?:later\s+|earlier\s+|early\s+|late\s+)?"
_THIS = re.compile(rf"{_PART}(?:{_any(WORDS.same_year)})", re.IGNORECASE)
_NEXT = re.compile(rf"{_PART}(?:{_any(WORDS.next_year)})", re.IGNORECASE)


def in_year_told(
    text: str,
    found: DateMention,
    sentence: int,
    published: date | None,
    *,
    ahead: bool = False,
    read: Iterable[DateMention] = (),
) -> DateMention:
    """The date in the year that it points back to; `found` where it has a year of its own or points to none.

    Args:
        sentence: where the date's sentence begins.
        published: day that the text is told from; nothing told of the past lies after it.
        ahead: what is still to come goes back to a year only where its own words say so.
        read: dates read before; those that count from a year ("two years later") tell theirs too.
    """
    if _YEAR.search(found.text):
        return found
    if whole := _whole_year(text, found, published):
        return whole
    if not _MONTH.search(found.text) or (found.date_start or found.date_end) is None:
        return found
    floor = max(0, found.start - _LOOK_BACK)
    before, after = text[floor : found.start], text[found.end : found.end + 40]
    this = (_THIS_BEFORE.search(before) and not _SAYING.search(before)) or _THIS_AFTER.match(after)
    following = _NEXT_BEFORE.search(before) or _NEXT_AFTER.match(after)
    if this or following:
        told = _last_told(text, floor, found.start, published, ("day", "month", "year"))
        since = told.start if told else floor
        told = next((d for d in reversed([*read]) if since < d.start < found.start and _counted(d)), told)
    else:
        told = None if ahead else _told_beside(text, floor, sentence, found.start, published)
    if told is None or told.date_start is None or told.date_end is None:
        return found
    start = told.date_start
    if following and _NEXT_AFTER.match(after):
        first = date(start.year + 1, 1, 1)
    elif following:
        first = told.date_end
    else:
        first = date(start.year, 1, 1) if told.precision == "year" else start.replace(day=1)
    return _from(found, lambda day: day >= first, first.year, published)


def _whole_year(text: str, found: DateMention, published: date | None) -> DateMention | None:
    """The year that "that year" and "the following year" mean; None for other words or where none was told."""
    later = 1 if _NEXT.fullmatch(found.text) else 0
    if not later and not _THIS.fullmatch(found.text):
        return None
    told = _last_told(text, max(0, found.start - _LOOK_BACK), found.start, published, ("day", "month", "year"))
    if told is None or told.date_start is None:
        return None
    year = told.date_start.year + later
    return msgspec.structs.replace(found, date_start=date(year, 1, 1), date_end=date(year, 12, 31), precision="year")


def _last_told(
    text: str, start: int, end: int, published: date | None, precisions: tuple[str, ...]
) -> DateMention | None:
    """The last date before that names its year."""
    told = find_dates(text, start, end, published=published)
    return next((d for d in reversed(told) if d.precision in precisions and _YEAR.search(d.text)), None)


def _counted(told: DateMention) -> bool:
    """Whether a date that was read counts from another: "two years later"."""
    return told.date_start is not None and told.date_end is not None and counts_from_told(told)


def _told_beside(text: str, floor: int, sentence: int, start: int, published: date | None) -> DateMention | None:
    """A month with its year before in the sentence, or with which the sentence before began."""
    here = _last_told(text, max(floor, sentence), start, published, ("day", "month"))
    if here is not None:
        return here
    told = _last_told(text, floor, sentence, published, ("day", "month"))
    if told is None or not _BEGINS.search(text, 0, told.start):
        return None
    return told if len(_ENDS.findall(text, told.end, sentence)) == 1 else None


def _from(found: DateMention, fits: Callable[[date], bool], year: int, published: date | None) -> DateMention:
    """The date in the first year from `year` in which it fits; as it was where that lies after publication."""
    known = found.date_start or found.date_end
    assert known is not None
    for later in (0, 1):
        shift = year + later - known.year
        start, end = _shifted(found.date_start, shift), _shifted(found.date_end, shift)
        day = start or end
        if day is not None and fits(day):
            if published is not None and day > published:
                return found
            return msgspec.structs.replace(found, date_start=start, date_end=end)
    return found


def _shifted(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    last = (day.month, day.day) in ((2, 28), (2, 29))
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) if last else None
