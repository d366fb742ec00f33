"""Calendar arithmetic for date expressions: which weekday, month, season or window is meant.

Conventions: weeks run from Monday to Sunday; "early", "mid" and "late" are thirds of the period; seasons are
those of the northern hemisphere. A result outside the calendar (year 1 to 9999) is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dragoman.text.date_words import WORDS, number_of

Tense = Literal["past", "future"] | None
DAY = timedelta(days=1)
# A story written on the 1st may say "the Jan. 23 meeting was called": nearby future days stay in this year. Of 297 days of past events
# in coded news that name a month and no year, 21 lay within two months after publication and none eleven months before it.
GRACE = timedelta(days=31)


class Reading(NamedTuple):
    """Days that an expression means, both ends included; None where unknown or open."""

    start: date | None
    end: date | None
    precision: str


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_unit(day: date, unit: str, count: int) -> date | None:
    """The day `count` units after `day` (before it where negative); a few hours stay on the same day."""
    if unit in {"month", "year", "decade"}:
        months = count * {"month": 1, "year": 12, "decade": 120}[unit] + day.year * 12 + day.month - 1
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            return None
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    days = int(count / 24) if unit == "hour" else count * {"day": 1, "week": 7}[unit]
    return _shift(day, days)


def month_period(year: int, month: int) -> Reading:
    """All days of a month."""
    return Reading(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def period_holding(day: date, unit: str, steps: int) -> Reading:
    """The week, weekend, month, year, decade or century that holds `day`, moved by `steps` of them."""
    unknown = Reading(None, None, "relative")
    if unit in {"hour", "day"}:
        return Reading(day, day, "day")
    if unit in {"week", "weekend"}:
        monday = _shift(day, 7 * steps - day.weekday())
        if monday is None or _shift(monday, 6) is None:
            return unknown
        first = monday + 5 * DAY if unit == "weekend" else monday
        return Reading(first, monday + 6 * DAY, "week" if unit == "week" else "bounded")
    if unit == "month":
        moved = add_unit(day.replace(day=1), "month", steps)
        return month_period(moved.year, moved.month) if moved else unknown
    span = {"year": 1, "decade": 10, "century": 100}[unit]
    first_year = day.year // span * span + steps * span
    if first_year < 1 or first_year + span - 1 > 9999:
        return unknown
    precision = "year" if unit == "year" else "bounded"
    return Reading(date(first_year, 1, 1), date(first_year + span - 1, 12, 31), precision)


def part_of(period: Reading, modifier: str, published: date | None) -> Reading:
    """The third of a period that "early", "mid" or "late" names; "earlier" and "later" cut at publication."""
    start, end = period.start, period.end
    if not modifier or start is None or end is None:
        return period
    head = modifier.replace("the ", "").replace("very ", "").split(" ")[0].rstrip("-")
    if head in {"earlier", "later"} and published is not None and start <= published <= end:
        return Reading(start, published, "bounded") if head == "earlier" else Reading(published, end, "bounded")
    length = (end - start).days + 1
    first, second = start + (length // 3) * DAY, start + (length * 2 // 3) * DAY
    if period.precision == "month":
        first, second = start.replace(day=11), start.replace(day=21)
    if length > 300:  # thirds of a year begin with a month
        first, second = date(start.year, 5, 1), date(end.year, 9, 1)
    if head in {"early", "start", "beginning"}:
        return Reading(start, first - DAY, "bounded")
    if head in {"mid", "middle"}:
        return Reading(first, second - DAY, "bounded")
    if head in {"late", "end", "close"}:
        return Reading(second, end, "bounded")
    return period


def _distance(start: date, end: date, day: date) -> int:
    return max((start - day).days, (day - end).days, 0)


def place_day(
    month: int, day: int, year: int | None, published: date | None, tense: Tense, weekday: int | None
) -> date | None:
    """The day of a month, in the year told or the one that publication, tense and weekday point to."""
    if year is not None:
        return safe_date(year, month, day)
    if published is None:
        return None
    # 8 years always hold a 29 February; a weekday that is told picks among them.
    years = range(max(1, published.year - 8), min(9999, published.year + 8) + 1)
    days = [found for found in (safe_date(one, month, day) for one in years) if found]
    if weekday is not None:
        days = [one for one in days if one.weekday() == weekday] or days
    if tense == "past":
        return max((one for one in days if one - published <= GRACE), default=None)
    if tense == "future":
        return min((one for one in days if one >= published), default=None)
    return min(days, key=lambda one: (abs((one - published).days), one), default=None)


def place_month(month: int, published: date | None, which: str, tense: Tense) -> int | None:
    """The year of a month named without one; `which` is "last", "next", "this" or ""."""
    if published is None:
        return None
    years = [year for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    periods = [(year, month_period(year, month)) for year in years]
    if which == "this":
        return published.year
    if which == "last":
        return max((year for year, one in periods if one.end and one.end < published), default=None)
    if which == "next":
        return min((year for year, one in periods if one.start and one.start > published), default=None)
    if tense == "past":
        return max((year for year, one in periods if one.start and one.start <= published), default=None)
    if tense == "future":
        return min((year for year, one in periods if one.end and one.end >= published), default=None)
    near = ((_distance(one.start, one.end, published), year) for year, one in periods if one.start and one.end)
    return min(near)[1]


def place_weekday(weekday: int, which: str, week: str, published: date | None, tense: Tense) -> date | None:
    """The day of a weekday: last before, next after, or the nearest on the side that the tense tells.

    Past or without a tense it is the most recent one, where the day after publication counts as just past.
    """
    if published is None:
        return None
    if week:
        monday = period_holding(published, "week", {"last": -1, "next": 1}.get(week, 0)).start
        return _shift(monday, weekday) if monday else None
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if which == "last":
        return _shift(published, -(back or 7))
    if which == "next":
        return _shift(published, ahead or 7)
    if tense == "future" or (which == "this" and tense is None):
        return _shift(published, ahead)
    # A story stamped Tuesday that says "on Wednesday" was stamped in an earlier time zone: among 240 weekdays
    # of past or ongoing events in coded news none lay 6 days back and 10 lay on the day after the stamp.
    return _shift(published, 1 if ahead == 1 else -back)


def place_season(season: str, year: int | None, which: str, published: date | None) -> Reading:
    """The months of a season; winter is named after the year in which it begins."""
    first, last = WORDS.seasons[season]

    def days(one: int) -> Reading:
        end = month_period(min(one + (last < first), 9999), last).end
        return Reading(date(one, first, 1), end, "bounded")

    if year is not None:
        return days(year)
    if published is None:
        return Reading(None, None, "relative")
    years = [one for one in range(published.year - 2, published.year + 2) if 1 <= one <= 9998]
    seasons = [days(one) for one in years]
    if which == "last":
        fit = [one for one in seasons if one.end and one.end < published][-1:]
    elif which == "next":
        fit = [one for one in seasons if one.start and one.start > published][:1]
    else:  # "this spring" may be over or to come, but is this year's
        fit = [one for one in seasons if one.start and one.start.year == published.year]
    return fit[0] if fit else Reading(None, None, "relative")


def window(published: date, direction: int, count: str | None, unit: str) -> Reading:
    """From publication back (-1) or ahead (+1) over "two weeks", "a few days" or plain "days"."""
    number = number_of(count)
    if number is None:
        word = (count or "").lower().replace("a ", "").split(" ")[0]
        number = WORDS.vague_numbers.get(word)
    if number is None:
        other = _shift(published, direction * WORDS.vague_units[unit])
    elif unit == "hour":
        other = _shift(published, direction * -(-number // 24))
    else:
        other = add_unit(published, unit, direction * number)
    if other is None:
        return Reading(None, None, "relative")
    return Reading(published, other, "bounded") if direction > 0 else Reading(other, published, "bounded")
