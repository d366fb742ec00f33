"""Which day a date is, by the tense of the words that it hangs on: "Friday" of "met on Friday" is past, of "talks due on Friday" the nearer,
of "put off until Friday" to come.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coder.days_and_places.either_side import MOST_OF_A_YEAR, Days
from dragoman.coder.days_and_places.past_act import is_past, of_past_act, told_as_past
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import Tie, TimeAndPlaceWords, clause_mark, mark, promised
from dragoman.coder.occurrence.was_due import never_came_about, past_plan
from dragoman.language.parse import Sentence, matches
from dragoman.text.dates import DateMention, Tense, find_dates

_ACTS = "talks_"
"""Acts on talks, which take the day of these talks where theirs is not told ("talks due on Friday were put off")."""
_DEADLINE = frozenset({"until", "till", "by"})
_FORWARD = re.compile(r"(?:until|till)\b|\bto (?:the )?$", re.IGNORECASE)
TO = re.compile(r"\s(?:to|until|till)\s")
_TENSES: tuple[Tense, ...] = ("past", "future")
_HALF_YEAR = timedelta(days=180)
"""How far back a month without a year may lie, last year or this, where it could as well be one to come."""


class DaysInTense:
    """Reads dates of a sentence with the tense of one event."""

    def __init__(
        self, text: str, sentence: Sentence, words: list[int], label: str, ahead: bool, published: date | None,
        vocabulary: TimeAndPlaceWords, dates: list[DateMention], marked: frozenset[int], sure: bool,
    ) -> None:  # fmt: skip
        self._text, self._sentence, self._words, self._ahead = text, sentence, words, ahead
        self._published, self._vocabulary, self._dates = published, vocabulary, dates
        self._days = Days(text, sentence, published, sure=sure)
        self._statement, self._act = label in vocabulary.statements, label.startswith(_ACTS)
        self._agreed, self._deferring = label in vocabulary.agreed, label in vocabulary.deferring
        self._inviting = label == "invitation_issued"
        self._in_force = label == "ceasefire_effective"
        self._to_come, self._offering = ahead and not self._statement, label in vocabulary.offering
        self._off = label in ("talks_cancelled", "talks_postponed", "talks_suspended")
        self._others = marked.difference(words)
        self._judging = label in vocabulary.judging

    def _marks(self, tied: Tie | None) -> set[str | None]:
        """What the way to the date and the verb at its top say of its time."""
        if tied is None:
            return set()
        way = mark(self._sentence, tied.way[1:], self._vocabulary)
        return {way or clause_mark(self._sentence, tied.top, self._vocabulary)}

    def _placed(self, found: DateMention, root: int, tied: Tie | None) -> DateMention:
        """The date read with the tense of the words that it hangs on."""
        before = self._text[self._sentence.start : found.start]
        moved = self._sentence.tokens[self._sentence.tokens[root].head].lemma.lower() in self._vocabulary.moving
        if not self._deferring and moved and before.lower().endswith("from ") and (to := TO.search(found.text)):
            return self._days.nearer(
                found, found.start + to.start()
            )  # the meeting that "was moved from May 10 to May 17"
        if self._deferring and before.lower().endswith("from ") and (to := TO.search(found.text)):
            later = find_dates(self._text, found.start + to.end(), found.end, published=self._published, tense="future")
            return later[0] if later else found  # "put off from October to December"
        if self._deferring and (_FORWARD.search(before) or _FORWARD.match(found.text)):
            return self._days.read(found, "future")  # "put off until Friday"
        if self._offering and self._is_proposed(root):
            return self._days.nearer(found)  # "proposed March 20 as the date"
        if self._is_deadline(found, root) and not self._was_due():
            return self._days.read(found, "future")
        if self._is_limit(root):
            return found  # "missed a May deadline", which may be over or to come
        if (self._agreed or self._in_force) and self._days.is_start(root) and not self._was_due():
            return self._days.start_of_truce(found, root)
        if tied is not None and (
            tied.kind in ("told", "governing")
            or (tied.kind == "own" and of_past_act(self._sentence, self._words, root, tied, self._vocabulary))
        ):
            return self._days.read(found, "past")
        marks = self._marks(tied)
        if tied is None and promised(self._sentence, root, self._vocabulary):
            marks = {"due"}
        due = "due" in marks and (not self._ahead or self._is_over())
        if self._published is not None and (due or self._was_due()):
            # What was due may have been due yesterday as well as tomorrow: the nearer day.
            return self._days.nearer(found)
        if self._offering and self._of_talks_to_come(found):
            return self._days.read(found, "future")
        above = self._sentence.tokens[root].head
        if (
            tied is None
            and self._sentence.tokens[above].upos == "VERB"
            and not marks - {None}
            and is_past(self._sentence, above, self._vocabulary)
        ):
            return self._days.read(found, "past")  # "left on Sunday to meet the rebels"
        if "future" in marks and self._days.told_before(found, root):
            return self._days.nearer(found)
        if "future" in marks:
            return self._days.read(found, "future")
        past = told_as_past(self._sentence, root, self._vocabulary)
        if (
            self._ahead
            and "past" not in marks
            and not (past and not self._offering and self._sentence.tokens[root].head in self._words)
        ):
            return self._days.to_come(found, root)
        return self._days.over(found) if past else self._days.read(found, "past")

    def _is_over(self) -> bool:
        """Whether the clause tells what became of talks that were due: "talks due on Friday did not take place", "that were due on"."""
        tokens = self._sentence.tokens
        noun = next((i for i in self._words if matches(tokens[i].relation, ("nsubj",))), -1)
        verb = tokens[noun].head if noun >= 0 else -1
        helpers = (
            {tokens[c].text.lower() for c in self._sentence.dependents(verb, "aux", "aux:pass")} if verb >= 0 else ()
        )
        return not {"did", "was", "were", "had", "has", "have"}.isdisjoint(helpers)

    def _is_proposed(self, root: int) -> bool:
        """Whether a day is what the event's verb names as the date of something."""
        token = self._sentence.tokens[root]
        beside = self._sentence.dependents(token.head, "obl") if token.head in self._words else []
        return any(preposition(self._sentence, c) == "as" for c in beside)

    def _is_deadline(self, found: DateMention, root: int) -> bool:
        """Whether a weekday is that by which something is to be done: "gave them until Friday to accept", "to leave by noon Thursday"."""
        tokens = self._sentence.tokens
        hour = root > 0 and tokens[root - 1].upos == "NOUN"  # "by noon Thursday"
        word = preposition(self._sentence, root - 1 if hour else root) or found.text.lower().partition(" ")[0]
        verb = tokens[root].head
        if word not in _DEADLINE or verb < 0 or any(c.isdigit() for c in found.text):
            return False
        to = any(tokens[c].text.lower() == "to" for c in self._sentence.dependents(verb, "mark"))
        return to or (word != "by" and tokens[verb].lemma.lower() in self._vocabulary.giving_time)

    def _is_limit(self, root: int) -> bool:
        """Whether a date is that of a deadline, unless the event and so the deadline is to come: "face a May deadline to sign"."""
        noun = self._sentence.tokens[self._sentence.tokens[root].head]
        if noun.lemma.lower() not in self._vocabulary.limits:
            return False
        return not self._ahead or (noun.head >= 0 and is_past(self._sentence, noun.head, self._vocabulary))

    def _was_due(self) -> bool:
        plan = past_plan(self._sentence, self._words, self._vocabulary.appointed, self._vocabulary.intended)
        return plan is not None or never_came_about(self._sentence, self._words)

    def _of_talks_to_come(self, found: DateMention) -> bool:
        """Whether a month behind a proposal, an invitation or a refusal can only be that of the talks: "offers talks in July" in June."""
        if self._published is None or found.start < self._sentence.tokens[self._words[-1]].end:
            return False
        if self._deferring and not any(self._sentence.dependents(i, "obj") for i in self._words):
            return False  # "the talks were adjourned in December"
        past, future = (d.date_start or d.date_end for d in (self._days.read(found, t) for t in _TENSES))
        if past is None or future is None or future <= self._published:
            return False
        ago, ahead = self._published - past, future - self._published
        return ahead < ago and ago > (_HALF_YEAR if past.year < self._published.year else MOST_OF_A_YEAR)
