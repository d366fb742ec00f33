"""Days that count from one told before: "four days later", "the next day", "later in the day" (codebook 1.14, R29).

What is counted from is the time told last before them. Where that is too vague to count from ("three days later" after "in May"), or
only counted itself from what nobody tells, the day stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from dragoman.coder.grammar.classes import MAIN_CLAUSES
from dragoman.language.parse import Sentence, matches
from dragoman.text.dateline import Dateline
from dragoman.text.dates import DateMention, counted_from, counts_from_told, find_dates, means_same_day

_LOOK_BACK = 400
"""Characters before an expression in which the day that it goes back to is looked for."""
_THAN = re.compile(r"\s+than\b")
_WIDE = timedelta(days=300)


def stands_alone(sentence: Sentence, found: DateMention) -> bool:
    """Whether "before" or "after" at the end of an expression opens nothing: "the day before", not "the day before the vote"."""
    last = max((t for t in sentence.tokens if found.start <= t.start < found.end), key=lambda t: t.i)
    if last.text.lower() not in ("after", "before") or not matches(last.relation, ("mark", "case")):
        return True
    return matches(last.relation, ("mark",)) and matches(sentence.tokens[last.head].relation, MAIN_CLAUSES)


def counts_from_word(sentence: Sentence, found: DateMention) -> int:
    """The word from which an expression counts: the vote of "a day after the vote"; -1 for an expression that counts from none."""
    if stands_alone(sentence, found):
        return -1
    last = max((t for t in sentence.tokens if found.start <= t.start < found.end), key=lambda t: t.i)
    return last.head if last.head > last.i else -1


def counted(
    text: str,
    sentence: Sentence,
    found: DateMention,
    read: Mapping[int, DateMention],
    published: date | None,
    *,
    ahead: bool,
    desk: Dateline | None = None,
) -> DateMention:
    """A day that counts from one told before, with its days; any other, or one that can't be counted, as it is.

    Args:
        read: the days of the events before, by where they stand in the text; others are read with the tense of this event.
        ahead: the event is still to come.
        desk: the report's dateline, from whose day only "later in the day" counts.
    """
    same = means_same_day(found)
    if found.date_start is not None or (not same and not (counts_from_told(found) and stands_alone(sentence, found))):
        return found
    if _THAN.match(text, found.end):
        return found  # "a day later than planned"
    start = max(0, found.start - _LOOK_BACK)
    told = find_dates(text, start, found.start, published=published, tense="future" if ahead else None)
    told = [read.get(d.start, d) for d in told if same or desk is None or d.start >= desk.end]
    if same:
        days = (d.date_start for d in reversed(told) if d.precision == "day" and d.date_start)
        day = next((d for d in days if ahead or published is None or d <= published + timedelta(days=1)), None)
        return msgspec.structs.replace(found, date_start=day, date_end=day, precision="day") if day else found
    last = next((d for d in reversed(told) if not _tells_no_day(d, published)), None)
    if last is None:
        return found
    placed = counted_from(found, last)
    late = placed.date_start is not None and published is not None and placed.date_start > published
    return found if late and not ahead else placed


def _tells_no_day(told: DateMention, published: date | None) -> bool:
    """Whether a time is no day to count from but one beside it: "the 1978 accords", "in recent weeks", "since May", "years ago"."""
    if told.date_start is None or told.date_end is None:
        return not counts_from_told(told) or means_same_day(told)
    return told.precision == "bounded" and (told.date_end == published or told.date_end - told.date_start > _WIDE)
