"""Which days a date expression means: one function for each kind of rule in date_grammar.py.

Each gets the named groups of the rule's match, the publication date and the tense of the clause, and returns
a `Reading`, `UNKNOWN` where the anchor is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dragoman.text.calendar_days import (
    Reading,
    Tense,
    add_unit,
    month_period,
    part_of,
    period_holding,
    place_day,
    place_month,
    place_season,
    place_weekday,
    safe_date,
)
from dragoman.text.calendar_days import window as span_around
from dragoman.text.date_words import WORDS, month_number, number_of, weekday_number

Groups = Mapping[str, str | None]
UNKNOWN = Reading(None, None, "relative")
DAY = timedelta(days=1)
_NEAR = {"last": -1, "this": 0, "next": 1}


def _year(groups: Groups, published: date | None) -> int | None:
    """The year told, by its number or as "last year"."""
    year, near = groups.get("year"), (groups.get("near") or "").lower()
    if near and published:
        return min(max(published.year + _NEAR[near], MINYEAR), MAXYEAR)
    return int(year) if year else None


def _which(groups: Groups) -> str:
    """One of "last", "next", "this" and "" for the words before a weekday or month."""
    words = (groups.get("which") or "").lower().split()
    if not words:
        return ""
    return {"past": "last", "coming": "next"}.get(words[-1], words[0])


def _days(first: date | None, last: date | None) -> Reading:
    if first is None:
        return UNKNOWN
    return Reading(first, last if last and last >= first else first, "day")


def iso(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "2017-01-23"."""
    day = safe_date(int(groups["year"] or 0), int(groups["m"] or 0), int(groups["d"] or 0))
    return _days(day, day)


def numeric(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "23.1.2017" and "1/23/2017"."""
    a, b, year = int(groups["a"] or 0), int(groups["b"] or 0), int(groups["year"] or 0)
    # With both numbers up to 12 nobody can tell 5/4 from 4/5: unknown is better than a guess.
    if a <= 12 and b <= 12 and a != b and groups["sep"] == "/":
        return UNKNOWN
    day = safe_date(year, a, b) if b > 12 else safe_date(year, b, a)
    return _days(day, day)


def month_day(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "Jan. 23", "23 and 24 January 2017"."""
    month = month_number(groups["month"] or "")
    first = int(re.sub(r"\D", "", groups["day"] or "0"))
    weekday = weekday_number(groups["weekday"]) if groups.get("weekday") else None
    start = place_day(month, first, _year(groups, published), published, tense, weekday)
    if start is None or not groups.get("day2"):
        return _days(start, start)
    return _days(start, safe_date(start.year, month, int(re.sub(r"\D", "", groups["day2"] or "0"))))


def month(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "January", "late January 2017", "last May"."""
    month, modifier = month_number(groups["month"] or ""), (groups.get("modifier") or "").lower()
    year = _year(groups, published)
    if year is None:
        year = place_month(month, published, _which(groups), tense)
    return part_of(month_period(year, month), modifier, published) if year else UNKNOWN


def plain_year(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "2014", "early 2019", "2003-2011"."""
    year = int(groups["year"] or 0)
    last = year
    if groups.get("year2"):
        second = groups["year2"] or ""
        last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
    whole = Reading(date(year, 1, 1), date(max(year, last), 12, 31), "year")
    return part_of(whole, (groups.get("modifier") or "").lower(), published)


def decade(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "the 1990s"."""
    first = int(groups["year"] or 0)
    return Reading(date(first, 1, 1), date(first + 9, 12, 31), "bounded")


def season(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "summer of 2014", "last spring"."""
    which = (groups.get("which") or "").lower()
    return place_season((groups["season"] or "").lower(), _year(groups, published), which, published)


def weekday(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "Friday", "last Friday", "Tuesday of next week"."""
    week = (groups.get("week") or groups.get("week2") or "").lower()
    day = place_weekday(weekday_number(groups["weekday"] or ""), _which(groups), week, published, tense)
    return _days(day, day)


_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}


def deictic(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "yesterday", "tonight", "last night"."""
    word = " ".join((groups["word"] or "").lower().split())
    if published is None:
        return UNKNOWN
    if word.startswith("the day"):
        shift = -2 if "yesterday" in word else 2
    elif word == "last night":
        shift = -1
    else:
        shift = _DEICTIC.get(word.split(" ")[0], 0)
    return _days(published + shift * DAY, None)


def period(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "last week", "earlier this month", "the end of the year"."""
    unit, which = (groups["unit"] or "").lower(), _which(groups)
    modifier = (groups.get("modifier") or "").lower()
    if published is None:
        return UNKNOWN
    if unit == "week" and (groups["which"] or "").lower().endswith("past"):
        return span_around(published, -1, "one", unit)  # "this past week" is the seven days up to now
    steps = {"last": -1, "next": 1}.get(which, 0)
    if unit == "weekend" and which == "this" and tense == "past" and published.weekday() < 5:
        steps = -1  # "he met them this weekend", read on a Tuesday
    return part_of(period_holding(published, unit, steps), modifier, published)


def the_weekend(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "over the weekend"."""
    if published is None:
        return UNKNOWN
    # "over the weekend" is told afterwards: before Saturday it is the one that has passed.
    before = tense != "future" and published.weekday() < 5
    return period_holding(published, "weekend", -1 if before else 0)


def ago(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "two days ago"."""
    unit, count = (groups["unit"] or "").lower().rstrip("s"), number_of(groups.get("count"))
    if published is None:
        return UNKNOWN
    if not groups.get("count"):
        return UNKNOWN  # "years ago"
    if count is None:
        return span_around(published, -1, groups.get("count"), unit)
    back = add_unit(published, unit, -count)
    return period_holding(back, unit, 0) if back else UNKNOWN


def ahead(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "two weeks from now", "in two weeks"."""
    unit, count = (groups["unit"] or "").lower().rstrip("s"), number_of(groups.get("count"))
    # "in two weeks" is a date only of what is to come: "the first talks in two years" is not.
    sure = "in" not in groups or bool(groups.get("time"))
    if published is None or not (sure or tense == "future"):
        return UNKNOWN
    if count is None:
        return span_around(published, 1, groups.get("count"), unit)
    ahead = add_unit(published, unit, count)
    return period_holding(ahead, unit, 0) if ahead else UNKNOWN


def window(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "the past 24 hours", "in the coming days", "within a month"."""
    side, count = (groups["side"] or "").lower(), groups.get("count")
    unit = (groups.get("unit") or groups.get("units") or "").lower().rstrip("s")
    if groups.get("one"):
        unit, count = (groups["one"] or "").lower(), "one"
    if published is None or (side == "within" and tense == "past"):
        return UNKNOWN
    forward = side in {"coming", "next", "within", "following"}
    return span_around(published, 1 if forward else -1, count, unit)


def named(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Days known by a name, as the vocabulary lists them."""
    numbers = WORDS.named_days[groups["name"] or ""]
    if len(numbers) == 3:
        return _days(date(*numbers), None)
    year = int(groups.get("year") or 0) or None
    return _days(place_day(numbers[0], numbers[1], year, published, tense, None), None)


def september_2001(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "Sept. 11" before the word "attacks"."""
    return _days(date(2001, 9, 11), None)


def unanchored(groups: Groups, published: date | None, tense: Tense) -> Reading:
    """Of "three weeks earlier", "the next day": only a wider reading of the text can tell."""
    return UNKNOWN
