"""Finds dates in English text and says which days they mean (codebook 1.14, rule R29: unknown stays unknown).

`find_dates` runs one compiled pattern over the text and resolves what it finds against the publication date
and the tense of the clause. Nothing is looked up and nothing is guessed: with no publication date "Friday"
has no days and precision "relative".
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

import msgspec

from dragoman.text.calendar_days import Reading, Tense, add_unit, period_holding
from dragoman.text.date_grammar import FIRST, RULES
from dragoman.text.date_words import WORDS, number_of


class DateMention(msgspec.Struct, frozen=True):
    """One date expression: `text == document[start:end]`.

    Attributes:
        start, end: character offsets in the text given.
        date_start, date_end: first and last day meant, both included; None where unknown or open.
        precision: day, week, month, year where the days are one such unit (or a run of them); bounded where
            the event lies somewhere between the two days; relative where the anchor is unknown.
    """

    start: int
    end: int
    text: str
    date_start: date | None
    date_end: date | None
    precision: str


_RULES = {rule.name: rule for rule in RULES}
_UNNAMED = re.compile(r"\(\?P<\w+>")
# One pass: the leftmost rule wins, and of those that begin at one place the longest.
_ANY = re.compile(
    r"(?<![\w$€£¥#@/.,:-])(?="
    + FIRST
    + ")(?:"
    + "|".join(f"(?P<{rule.name}>{_UNNAMED.sub('(?:', rule.pattern)})" for rule in RULES)
    + ")"
)
_BEFORE = re.compile(
    r"\b(since|by|until|till|through|before|after)[ \u00a0](?:(?:the|at least)[ \u00a0])?$", re.IGNORECASE
)
_FROM = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{WORDS.full_weekdays}|{WORDS.full_months})[ \u00a0]$")
_FROM_BEFORE = re.compile(r"\b[Ff]rom[ \u00a0](?:the[ \u00a0])?$")
_WORD_BEFORE = re.compile(r"([^\s(]+)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0-]?([^\s,.;:)]+)")
_CLAUSE_END = re.compile(rf"(?:[ \u00a0]?[.,;:)—–”\"]|[ \u00a0](?:{'|'.join(WORDS.clause_words)})\b|\s*$|[ \u00a0]?\n)")
_RUN = re.compile(r"[ \u00a0]?(?:-|–|—|to|through|until|till|and)[ \u00a0]?(?:on[ \u00a0])?(?:the[ \u00a0])?")
_NEW_CLAUSE = re.compile(r",?[ \u00a0](?:(?:the|an?|he|she|it|they|we|his|her|its|their|both|all|some)\b|[A-Z])")
"""What stands behind a date that heads a clause: the subject."""
_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH_NAMED = re.compile(rf"\b(?:{WORDS.month_forms})\b")
_ROW = re.compile(r"(?:,|,? (?:and|or|then))(?: (?:in|on|at|from|again|later|the|[A-Z][\w'’.-]*)){0,6} ?")
"""What stands between the dates of a row; no verb, and no comma alone, which would join "June 5, May 2016"."""
_ID = re.compile(r"\d[ \u00a0]\($")
_TIMES = "|".join(WORDS.ordinals)
_NTH_TIME = re.compile(rf"\b(?:{_TIMES})[ \u00a0](?:(?:such[ \u00a0])?[\w-]+[ \u00a0])$", re.IGNORECASE)
"""Before "in two weeks" where these have passed: "for the second time in two weeks", "the third such attack in two weeks"."""
_NTH_IN_YEARS = re.compile(rf"\b(?:{_TIMES})[ \u00a0](?:[\w'’-]+[ \u00a0]){{1,9}}$", re.IGNORECASE)
_SO_LONG = re.compile(r"\bfor[ \u00a0](?:(?!the\b)[\w-]+[ \u00a0]){0,2}$")
"""Before "hours before": how long something went on, "for twelve hours before"."""
_END = re.compile(r"(?:the\s+)?(?:end|close)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween[ \u00a0]$", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of one rule; compiled when first needed, few are in a run."""
    return re.compile(_RULES[name].pattern)


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, published: date | None = None, tense: Tense = None
) -> list[DateMention]:
    """All date expressions of `text[start:end]`, left to right, none overlapping.

    A weekday without a tense is the most recent one up to publication (whose morrow counts as just past, see
    `calendar_days.place_weekday`); of the future, the next one on or after it. A day or month without a year
    is the nearest to publication that fits the tense. To resolve one date by the tense of its clause, call
    again with the mention's offsets and `tense`.

    Args:
        published: day of publication; None leaves everything that depends on it without days.
        tense: of the clause that the dates belong to, where known.
    """
    stop = len(text) if end is None else min(end, len(text))
    return list(_found(text, max(start, 0), stop, published, tense))


@lru_cache(maxsize=64)
def _found(text: str, place: int, stop: int, published: date | None, tense: Tense) -> tuple[DateMention, ...]:
    """See `find_dates`; remembered, since all events of a sentence ask for its dates."""
    found: list[DateMention] = []
    while match := _ANY.search(text, place, stop):
        mention = _read(text, match, place, stop, published, tense)
        if mention is None:
            place = _next_place(match)
            continue
        found.append(mention)
        place = mention.end
    return tuple(_join_runs(text, _with_shared_year(text, found)))


def counted_back(found: DateMention, day: date) -> DateMention:
    """The day of what something happened "two days after", where that something happened on `day`; `found` where it can't be counted."""
    own = _pattern("unanchored").fullmatch(found.text)
    words = found.text.lower().split()
    if own is None or words[-1] != "after":
        return found
    count = number_of(own["count"]) if own["count"] else None
    unit = words[-2].rstrip("s")
    reading = Reading(None, None, "relative")
    if count is not None and unit != "hour" and (back := add_unit(day, unit, -count)):
        reading = period_holding(back, unit, 0)
    return msgspec.structs.replace(found, date_start=reading.start, date_end=reading.end, precision=reading.precision)


def means_same_day(found: DateMention) -> bool:
    """Whether an expression means the day told last: "later in the day", "that same day"."""
    return " ".join(found.text.lower().split()) in WORDS.same_day


def counts_from_told(found: DateMention) -> bool:
    """Whether an expression counts from a time told elsewhere: "four days later", "the next day", "that month"."""
    return _pattern("unanchored").fullmatch(found.text) is not None


def names_weekday(found: DateMention) -> bool:
    """Whether an expression is a weekday alone, of no week that is told: "Thursday", "late on Thursday", not "next Thursday"."""
    own = _pattern("weekday").fullmatch(found.text)
    return own is not None and not any(own.groupdict().get(name) for name in ("which", "week"))


def counted_from(found: DateMention, told: DateMention) -> DateMention:
    """The days of "four days later", "the next day" or "that month" where `told` was told before; `found` where they can't be counted.

    "Three days later" of what happened in May, and "days later", tell no day.
    """
    words = found.text.lower().split()
    own = _pattern("unanchored").fullmatch(found.text)
    if own is None or told.date_start is None or told.date_end is None or not WORDS.inexact.isdisjoint(words):
        return found
    unit = WORDS.parts_of_day.get(words[-1], words[-1])
    direction, count = next((way for word, way in WORDS.directions.items() if word in words), 0), 1
    if words[-1] in WORDS.directions:  # "two weeks later"; else "the next week"
        unit = words[-2].rstrip("s")
        number = number_of(own["count"]) if own["count"] else None
        if number is None and (own["count"] or words[-2].endswith("s")):
            return found  # "days later", "a few days later"
        count = number or 1
    first, last = (period_holding(day, unit, 0) for day in (told.date_start, told.date_end))
    if first != last and not (told.precision == "day" and direction):
        return found
    day = add_unit(
        told.date_end if direction > 0 else told.date_start, "week" if unit == "weekend" else unit, direction * count
    )
    if day is None or (unit == "hour" and count > 12 and count % 24):
        return found
    reading = period_holding(day, unit, 0)
    return msgspec.structs.replace(found, date_start=reading.start, date_end=reading.end, precision=reading.precision)


def _next_place(match: re.Match[str]) -> int:
    """Where to go on after a match that is no date: after its first word."""
    head = re.match(r"\w+|.", match.group(), re.DOTALL)
    return match.start() + max(1, head.end() if head else 1)


def _read(
    text: str, match: re.Match[str], floor: int, stop: int, published: date | None, tense: Tense
) -> DateMention | None:
    """The mention for a match, or None where the words around it show that it is no date."""
    name = match.lastgroup or ""
    # Only the whole alternative is named in the joint pattern; its own groups come from matching it alone.
    own = _pattern(name).match(text, match.start(), stop)
    if own is None:
        return None
    first, last = own.span()
    before = _WORD_BEFORE.search(text, max(0, first - 30), first)
    after = _WORD_AFTER.match(text, last, stop)
    word_before, word_after = before.group(1) if before else "", after.group(1) if after else ""
    if word_before in WORDS.recurring_before or not _is_date(name, own, word_before, word_after):
        return None
    if name == "year" and _ID.search(text, max(0, first - 8), first) and text[last : last + 1] == ")":
        return None  # "resolution 1701 (2006)"
    if (name == "in_time" and _counts_times(text, own, floor)) or (
        name == "unanchored" and _SO_LONG.search(text, max(0, first - 30), first)
    ):
        return None
    reading = _RULES[name].resolve(own.groupdict(), published, tense)
    if own.groupdict().get("day2") and _BETWEEN.search(text, max(floor, first - 10), first):
        reading = reading._replace(precision="bounded")
    first, reading = _apply_preposition(text, first, last, floor, stop, reading, published)
    return DateMention(first, last, text[first:last], reading.start, reading.end, reading.precision)


def _counts_times(text: str, own: re.Match[str], floor: int) -> bool:
    """Whether "in two years" tells how long the like has not happened: "for the first time in two years"."""
    long = own["unit"].lower().startswith(("month", "year", "decade"))
    pattern = _NTH_IN_YEARS if long else _NTH_TIME
    return own["time"] is None and pattern.search(text, max(floor, own.start() - 80), own.start()) is not None


def _is_date(name: str, own: re.Match[str], word_before: str, word_after: str) -> bool:
    """False for numbers that count, for ids, and for names that hold a weekday."""
    if name == "year" and not own["modifier"]:
        counted = word_before in WORDS.not_a_year_after or word_after in WORDS.not_a_year_before
        return not counted and not (own.group() == "2000" and word_before in {"", "about", "around", "over"})
    if name == "month_day" and word_after in WORDS.day_not_before:
        return False
    if name in {"weekday", "week_on_weekday"}:
        return word_before not in WORDS.weekday_not_after and word_after not in WORDS.weekday_not_before
    return True


def _apply_preposition(
    text: str, first: int, last: int, floor: int, stop: int, reading: Reading, published: date | None
) -> tuple[int, Reading]:
    """Bounds made by "since", "by", "until", and by "before" and "after" where they take the date itself."""
    before = _BEFORE.search(text, max(floor, first - 20), first)
    if before is None:
        return first, reading
    word = before.group(1).lower()
    if word in {"before", "after"} and not _CLAUSE_END.match(text, last, stop):
        return first, reading  # "after Friday's attack": the date is the attack's
    if reading.precision == "relative":
        return before.start(), reading
    low, high = reading.start, reading.end
    to_come = published is not None and high is not None and published <= high
    if word == "through" and not to_come:
        return first, reading  # "worked through Monday night"
    if word in {"until", "till", "through"} and _FROM.search(text, max(0, before.start() - 12), before.start()):
        return first, reading  # "from Monday until Friday" is one run of days
    if word == "since":
        return before.start(), Reading(low, published if low and published and published >= low else None, "bounded")
    if word == "after":
        return before.start(), Reading(high, None, "bounded")
    if word == "before":
        # "before the end of October": until its last day
        ends = _END.match(text, first, last)
        return before.start(), Reading(None, high if ends else low, "bounded")
    return before.start(), Reading(published if to_come else None, high, "bounded")


def _join_runs(text: str, found: list[DateMention]) -> list[DateMention]:
    """Two dates joined by a dash or "to" are one run of days, and so are "Thursday and Friday"; "between A and B" is bounded by them."""
    joined: list[DateMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        gap = _RUN.fullmatch(text, last.end, mention.start) if last else None
        if last is not None and gap is not None and "and on" in gap.group() and _NEW_CLAUSE.match(text, mention.end):
            gap = None  # "opened on Monday, and on Tuesday the rebels walked out"
        if last is None or gap is None or last.precision != mention.precision or last.precision == "relative":
            joined.append(mention)
            continue
        between = _BETWEEN.search(text, max(0, last.start - 10), last.start) is not None
        low, high = last.date_start, mention.date_end
        if "il" in gap.group() and not between and not _FROM_BEFORE.search(text, max(0, last.start - 12), last.start):
            joined.append(mention)  # "put off on Friday until May 3"
            continue
        if "and" in gap.group() and not between and _just_before(last, mention):
            last = _week_before(last)
            low = last.date_start
        if "and" in gap.group() and not between and not _adjoin(last, mention):
            joined.append(mention)
            continue
        if low is None or high is None or high < low or (last.precision == "bounded"):
            joined.append(mention)
            continue
        precision = "bounded" if between else last.precision
        joined[-1] = DateMention(last.start, mention.end, text[last.start : mention.end], low, high, precision)
        if precision == "year" and len(joined) > 1 and _listed(text, joined[-2], joined[-1]):
            run = joined.pop()
            joined[-1] = DateMention(
                joined[-1].start, run.end, text[joined[-1].start : run.end], joined[-1].date_start, high, "year"
            )
    return joined


def _listed(text: str, first: DateMention, second: DateMention) -> bool:
    """Whether a year opens the list that a run of years ends: "2017, 2018 and 2019"."""
    return text[first.end : second.start] == ", " and first.precision == "year" and _adjoin(first, second)


def _with_shared_year(text: str, found: list[DateMention]) -> list[DateMention]:
    """Dates in a row with the year that only its last one names: "in March and May 2016", "in Rome in March and in Oslo in May 2016"."""
    result = found[:]
    for k in range(len(found) - 2, -1, -1):
        first, second = result[k], result[k + 1]
        if _HAS_YEAR.search(first.text) or not _MONTH_NAMED.search(first.text) or second.date_start is None:
            continue
        named = _HAS_YEAR.search(second.text) or second is not found[k + 1]
        if first.date_start is None or not named or not _ROW.fullmatch(text, first.end, second.start):
            continue
        later = (first.date_start.month, first.date_start.day) > (second.date_start.month, second.date_start.day)
        shift = second.date_start.year - later - first.date_start.year
        start, end = _moved(first.date_start, shift), _moved(first.date_end, shift)
        result[k] = msgspec.structs.replace(first, date_start=start, date_end=end)
    return result


def _moved(day: date | None, years: int) -> date | None:
    """A day the same number of months and days into another year; of a 29 February the day before where there is none."""
    return add_unit(day, "year", years) if day is not None else None


def _adjoin(first: DateMention, second: DateMention) -> bool:
    """Whether two dates are a day, month or year and the one after it."""
    if first.precision not in ("day", "month", "year") or first.date_end is None or second.date_start is None:
        return False
    return (second.date_start - first.date_end).days == 1


def _just_before(first: DateMention, second: DateMention) -> bool:
    """Whether a weekday and the next one are six days apart since only the second is over: "Thursday and Friday", told on Wednesday."""
    if first.date_end is None or second.date_start is None or not (names_weekday(first) and names_weekday(second)):
        return False
    return (first.date_end - second.date_start).days == 6


def _week_before(found: DateMention) -> DateMention:
    start, end = (day and add_unit(day, "week", -1) for day in (found.date_start, found.date_end))
    return msgspec.structs.replace(found, date_start=start, date_end=end)


__all__ = [
    "DateMention",
    "Tense",
    "counted_back",
    "counted_from",
    "counts_from_told",
    "find_dates",
    "means_same_day",
    "names_weekday",
]
