"""Which of two days a date means that may lie before the day of telling or behind it: "on March 14", read in May; "a truce from Saturday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.occurrence.was_due import BEGINNING
from dragoman.language.parse import Sentence
from dragoman.text.calendar_days import add_unit
from dragoman.text.dates import DateMention, Tense, find_dates, names_weekday

MOST_OF_A_YEAR = timedelta(days=270)
"""How far back a month without a year may lie, last year or this, where it could as well be one to come."""
_JUST_OVER = timedelta(days=45)
"""How long after its day news still says what "would" be on it, without the year."""
_YEAR = re.compile(r"\d{4}")
_STARTING = frozenset({"from", "starting", "beginning"})
_WOULD = frozenset({"would", "'d", "’d"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})


class Days:
    """Reads the dates of a sentence by their tense."""

    def __init__(self, text: str, sentence: Sentence, published: date | None, *, sure: bool = False) -> None:
        self._text, self._sentence, self._published, self._sure = text, sentence, published, sure

    def read(self, found: DateMention, tense: Tense, stop: int | None = None) -> DateMention:
        """A date read with a tense; of a run that goes on behind `stop` only what stands before that."""
        start, end = self._sentence.start, self._sentence.end if stop is None else stop
        if self._text[max(0, found.start - 6) : found.start].lower() == "since ":
            start = found.start
        again = find_dates(self._text, start, end, published=self._published, tense=tense)
        read = next((other for other in again if other.start < found.end and found.start < other.end), found)
        return self._over(read) if tense == "past" else read

    def _over(self, read: DateMention) -> DateMention:
        """A past weekday that is read as the day after that of telling: the one a week before, where that day is sure."""
        if not self._sure or self._published is None or read.date_start != read.date_end or not names_weekday(read):
            return read
        if read.date_start != self._published + timedelta(days=1):
            return read
        day = self._published - timedelta(days=6)
        return msgspec.structs.replace(read, date_start=day, date_end=day)

    def over(self, found: DateMention) -> DateMention:
        """A date that is told as over: none of some month to come, which past tense alone may be told of ("the Jan. 23 meeting was called")."""
        read = self.read(found, "past")
        if self._published is None or read.date_start is None or read.date_end is None or names_weekday(read):
            return read
        if read.precision != "day" or read.date_start <= self._published + timedelta(days=1) or _YEAR.search(read.text):
            return read
        start, end = add_unit(read.date_start, "year", -1), add_unit(read.date_end, "year", -1)
        return msgspec.structs.replace(read, date_start=start, date_end=end)

    def nearer(self, found: DateMention, stop: int | None = None) -> DateMention:
        """A date that may be over or to come: the nearer day."""
        both = (self.read(found, "future", stop), self.read(found, "past", stop))
        if self._published is None:
            return found
        apart = [(abs((r.date_start - self._published).days), k) for k, r in enumerate(both) if r.date_start]
        return both[min(apart)[1]] if apart else found

    def to_come(self, found: DateMention, root: int) -> DateMention:
        """A date of what is or was to come: ahead, unless it is just past and would else be almost a year away.

        "Persuaded them to sign on March 14", "the meeting planned for March 14 was called off", read in May; not "are to meet on".
        """
        past, future = self.read(found, "past"), self.read(found, "future")
        if self._helped(root, _PRESENT) or self._published is None or past.date_start is None:
            return future
        if future.date_start is None or past.date_start > self._published:
            return future
        return past if future.date_start - self._published > MOST_OF_A_YEAR else future

    def told_before(self, found: DateMention, root: int) -> bool:
        """Whether a day of some month was ahead of a telling that is past: in "said they would not come on January 18" it may be over.

        A day that is over for months has been told with its year or not at all.
        """
        numbered = found.precision == "day" and any(c.isdigit() for c in found.text)
        if not numbered or self._published is None or not self._helped(root, _WOULD):
            return False
        past = self.read(found, "past")
        return past.date_start is not None and self._published - past.date_start <= _JUST_OVER

    def is_start(self, root: int) -> bool:
        """Whether a day is that from which a truce holds: "agreed to a truce from Saturday", "a truce to take effect on Saturday"."""
        verb = self._sentence.tokens[self._sentence.tokens[root].head]
        to = any(self._sentence.tokens[c].text.lower() == "to" for c in self._sentence.dependents(verb.i, "mark"))
        return preposition(self._sentence, root) in _STARTING or (to and verb.lemma.lower() in BEGINNING)

    def start_of_truce(self, found: DateMention, root: int) -> DateMention:
        """The day from which a truce holds: to come, unless it "had" been agreed before; a date of some month the nearer one."""
        if self._helped(root, frozenset({"had"})):
            return self.read(found, "past")
        weekday = found.precision == "day" and not any(c.isdigit() for c in found.text)
        return self.read(found, "future") if weekday else self.nearer(found)

    def _helped(self, root: int, forms: frozenset[str]) -> bool:
        """Whether a verb above a date has one of these auxiliaries."""
        helpers = (c for i in self._sentence.ancestors(root) for c in self._sentence.dependents(i, "aux", "cop"))
        return any(self._sentence.tokens[c].text.lower() in forms for c in helpers)
