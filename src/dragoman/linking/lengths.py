"""The days that a mention gives its event, with how long it is told to have lasted: "ended two days of talks on Wednesday" (rule R4)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dragoman.linking.dates import Interval, day, interval
from dragoman.linking.wordings import edge_told
from dragoman.records import EventMention
from dragoman.text.date_words import WORDS, number_of

_LONGEST = 60
"""Days; talks that are told to be longer are not one meeting."""


def days_told(mention: EventMention) -> Interval | None:
    """The days of a mention's date; of a first or last day whose event is told to have lasted so long, all of them.

    None where it has no date. What has begun lasts at most until it is reported.
    """
    told = interval(mention.date)
    if told is None or told.precision != "day" or told.start != told.end:
        return told
    length, edge = _length(mention), edge_told(mention)
    if length is None or edge is None:
        return told
    more = dt.timedelta(days=length - 1)
    if edge == "end":
        return Interval(told.start - more, told.end, told.precision)
    reported = day(mention.document.published) or told.end + more
    return Interval(told.start, max(told.end, min(told.end + more, reported)), told.precision)


def _length(mention: EventMention) -> int | None:
    """In how many days an event is told to have been: "four days of TALKS", "a ten-day MEETING", "TALKS ... lasted 16 days"."""
    place = mention.evidence
    before = place.text[: place.trigger.start - place.start]
    after = place.text[place.trigger.end - place.start :]
    found = _days_of().search(before) or _days_of().search(place.trigger.text) or _lasted().search(after)
    count = number_of(found["days"]) if found else None
    return count if count and count <= _LONGEST else None


@cache
def _number() -> str:
    return r"(?P<days>\d{1,2}|" + "|".join(sorted(WORDS.numbers, key=len, reverse=True)) + ")"


@cache
def _days_of() -> re.Pattern[str]:
    word = r"(?!(?:in|on|at|after|for|and|with|between|the|a|an|they|he|she|it|both|all|began|opened|started|held)\b)[\w'’.-]+ "
    return re.compile(
        rf"(?<![\w-]){_number()}(?: (?:full |straight )?days of|[- ]days?(?:[- ]long)?) (?:{word}){{0,4}}$",
        re.IGNORECASE,
    )


@cache
def _lasted() -> re.Pattern[str]:
    return re.compile(rf"^.{{0,60}}?\blast(?:ed|ing)? (?:for )?{_number()} days\b", re.IGNORECASE)
