"""Date of an event: the day that its own words or its clause give, read with that clause's tense (codebook 1.14).

A day belongs to the verb that it modifies. The day of a verb of saying is that of the statement: it dates the event only where
nothing else does, and what is still to come only where it is made by saying so (a proposal, an accusation).
"""

from __future__ import annotations

from datetime import date

from dragoman.coder.days_and_places.counted import counted
from dragoman.coder.days_and_places.days_of_event import EventDays
from dragoman.coder.days_and_places.entries import day_of_entry
from dragoman.coder.days_and_places.lasting import lasted
from dragoman.coder.grammar.ties import TimeAndPlaceWords
from dragoman.coder.taking_part.participants import Filled
from dragoman.language.parse import Sentence
from dragoman.records import Span, When
from dragoman.text.dateline import Dateline
from dragoman.text.dates import DateMention, find_dates
from dragoman.text.told_year import in_year_told

AHEAD = ("planned", "desired", "conditional", "hypothetical")


def when(
    text: str,
    sentence: Sentence,
    words: list[int],
    label: str,
    read: list[Filled],
    tense: str,
    published: date | None,
    vocabulary: TimeAndPlaceWords,
    desk: Dateline | None = None,
    read_before: dict[int, DateMention] | None = None,
    marked: frozenset[int] = frozenset(),
    sure: bool = False,
) -> When | None:
    """The event's date, or None where the sentence gives none for it.

    Args:
        label: event type, or category of PLOVER.
        read: the model's arguments of the event; a day that it ties to the event counts where the tree gives none.
        published: day that the text is told from.
        desk: the report's dateline, whose day dates no event.
        read_before: the dates of the events before, by where they stand; this one's is added.
        marked: words of all events of the sentence; talks that are one bear the day for which they were set themselves.
        sure: the text can't be told from the day after `published`.
    """
    dates = find_dates(text, sentence.start, sentence.end, published=published)
    if desk is not None:
        dates = [d for d in dates if d.start >= desk.end or d.end <= desk.start]
    ahead, read_before = tense in AHEAD, {} if read_before is None else read_before
    if not dates:
        return _of_entry(text, sentence, words, published, ahead=ahead)
    spans = [f.mention.span for f in read if f.role == "when"]
    found = EventDays(text, sentence, words, label, tense in AHEAD, published, vocabulary, dates, marked,
                      sure).best(spans)  # fmt: skip
    if found is None:
        return _of_entry(text, sentence, words, published, ahead=ahead)
    found = in_year_told(text, found, sentence.start, published, ahead=ahead, read=read_before.values())
    found = counted(text, sentence, found, read_before, published, ahead=ahead, desk=desk)
    read_before.setdefault(found.start, found)
    return _when(lasted(text, sentence, words, found, vocabulary))


def _of_entry(text: str, sentence: Sentence, words: list[int], published: date | None, *, ahead: bool) -> When | None:
    """The day that heads the entry of a chronology, for what is not still to come."""
    entry = None if ahead else day_of_entry(text, sentence, words, published)
    return _when(entry) if entry else None


def _when(found: DateMention) -> When:
    span = Span(found.start, found.end, found.text)
    start = found.date_start.isoformat() if found.date_start else None
    end = found.date_end.isoformat() if found.date_end else None
    return When(start=start, end=end, precision=found.precision, text=found.text, mention=span)
