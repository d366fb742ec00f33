"""Which of the dates of a sentence is that of an event: the day on its own verb before that of a statement (codebook 1.14)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coder.days_and_places.counted import counts_from_word
from dragoman.coder.days_and_places.days_of_things import (
    day_of_invited,
    days_before,
    in_earlier_clause,
    in_object,
    lasts_since,
    of_description,
    of_thing,
)
from dragoman.coder.days_and_places.either_side import MOST_OF_A_YEAR, Days
from dragoman.coder.days_and_places.past_act import (
    SET_FOR,
    is_past,
    of_other_event,
    of_past_act,
    of_plan_below,
    sets_ahead,
    told_as_past,
)
from dragoman.coder.days_and_places.since import since
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import (
    Tie,
    TimeAndPlaceWords,
    clause_mark,
    is_due,
    mark,
    of_other_clause,
    of_other_occasion,
    of_other_time,
    of_somebody,
    promised,
    tie,
    told_after_another,
)
from dragoman.coder.occurrence.was_due import never_came_about, past_plan, replaced_plan
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span
from dragoman.text.calendar_days import GRACE
from dragoman.text.dates import DateMention, Tense, counted_back, counted_from, find_dates

_SEEN, _SHARED, _TOLD, _TALKS = 1, 2, 3, 4
"""Order of dates after those of the event's own clause: the model's, the coordinated verb's, the statement's, that of the talks."""
_TERMS = frozenset({"from", "until", "till", "through", "by"})
"""Prepositions of the days that are terms of what is agreed: "agreed on Monday to extend the truce until Friday"."""
_DEADLINE = frozenset({"until", "till", "by"})
_ACTS = "talks_"
"""Acts on talks, which take the day of these talks where theirs is not told ("talks due on Friday were put off")."""
_FORWARD = re.compile(r"(?:until|till)\b|\bto (?:the )?$", re.IGNORECASE)
_TO = re.compile(r"\s(?:to|until|till)\s")
_TENSES: tuple[Tense, ...] = ("past", "future")
_HALF_YEAR = timedelta(days=180)
"""How far back a month without a year may lie, last year or this, where it could as well be one to come."""


class EventDays:
    """Reads the dates of a sentence as those of one event: of "said on Monday that they had met on Friday" the Friday for the meeting."""

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

    def best(self, seen: list[Span]) -> DateMention | None:
        """The event's date; `seen` are the words that the model takes for it."""
        ranked: list[tuple[tuple[int, ...], DateMention]] = []
        for order, found in enumerate(self._dates):
            root = root_of(self._sentence, found)
            if root is None:
                continue
            begun = since(
                self._text, self._sentence, self._words, found, self._vocabulary, self._published, self._ahead
            )
            if begun is None:
                continue
            found = begun
            by_model = any(found.start < span.end and span.start < found.end for span in seen)
            tied: Tie | None = None
            if self._dates_other(found, root):
                continue
            if (onward := self._counted_onward(found)) is not None:
                ranked.append(((0, False, 0, 0, False, not by_model, order), onward))
                continue
            if (after := self._counts_from(found)) is not None:
                if any(d is not found and self._hangs_below(d, after) for d in self._dates):
                    continue  # "on Monday, two days after the truce of May 8"
                placed = self._counted(after, found)
                # Counted from the day of the clause above it is sure; else the model must say that it is a date.
                rank = 0 if placed.date_start else _SEEN if by_model else None
            else:
                tied = self._tie(root)
                placed, rank = self._placed(found, root, tied), self._rank(found, root, tied, by_model)
            if rank is not None and self._too_late(placed):
                continue
            plan = replaced_plan(self._sentence, self._words, root, self._vocabulary.ahead)
            if rank is not None and plan != "dropped":
                given_up = plan is not None or (self._deferring and self._is_left(found))
                far = (given_up, len(tied.up), len(tied.way)) if tied else (given_up, 0, 0)
                vague = self._statement and found.precision != "day"
                ranked.append(((rank, *far, vague, not by_model, order), placed))
        return min(ranked, key=lambda entry: entry[0])[1] if ranked else None

    def _too_late(self, placed: DateMention) -> bool:
        """Whether a day is far ahead, while the event has happened: "signed in 2018 a road map for elections in December 2021"."""
        if self._ahead or self._statement or self._deferring or self._act or self._published is None:
            return False
        return placed.date_start is not None and placed.date_start > self._published + GRACE

    def _is_left(self, found: DateMention) -> bool:
        """Whether a day is that from which talks are put off, with another behind it: "moved from Monday to Friday"."""
        before = self._text[self._sentence.start : found.start].lower()
        return before.endswith("from ") and _TO.match(self._text, found.end) is not None

    def _tie(self, root: int) -> Tie | None:
        tied = tie(self._sentence, self._words, root, self._vocabulary, act=self._act)
        if tied is None:
            return None
        if tied.kind == "governing" and sets_ahead(self._sentence, tied.top, self._vocabulary):
            return tied._replace(kind="own")
        return tied._replace(kind=self._own(root, tied)) if tied.kind == "own" else tied

    def _own(self, root: int, tied: Tie) -> str:
        """Kind of a tie in the event's own clause.

        "talks" where the day is that of the talks to which something is done; "governing" where it is that of a past act on
        what is still to come ("announced on Friday talks ...").
        """
        if self._act and not tied.up and len(tied.way) > 1 and self._sentence.tokens[tied.way[-1]].upos == "NOUN":
            return "talks"
        if not self._to_come or preposition(self._sentence, root) in SET_FOR:
            return "own"
        return "governing" if of_past_act(self._sentence, self._words, root, tied, self._vocabulary) else "own"

    def _rank(self, found: DateMention, root: int, tied: Tie | None, by_model: bool) -> int | None:
        """Place of a date among those of the sentence, lowest first; None where it is not the event's."""
        kind = tied.kind if tied else None
        if of_other_occasion(self._sentence, self._words, root) or of_description(
            self._sentence, self._words, root, found
        ):
            return None
        if of_other_time(self._sentence, self._words, root):
            return None
        if self._inviting and day_of_invited(self._sentence, self._words, root, self._vocabulary.meetings):
            return None
        if self._off and self._others and is_due(self._sentence, root):
            return None  # "talks due on Friday were put off" on another day (R26)
        if not self._off and of_thing(
            self._sentence, self._words, root, found, self._vocabulary, judging=self._judging
        ):
            return None
        if tied is not None and kind == "shared" and in_object(self._sentence, [tied.top], root):
            return None  # "welcomed the visit in April and called on both to talk"
        if kind == "own":
            # "said on Friday that they would not come next week" refuses on Friday.
            later = self._statement and (not self._ahead or self._agreed) and {"future", "due"} & self._marks(tied)
            terms = self._agreed and preposition(self._sentence, root) in _TERMS
            return _TALKS if later or terms or self._of_text(tied) else 0
        if tied is not None and kind == "governing" and self._agreed:
            # A truce is agreed, or its extension, on the day on which the parties agree to it.
            verb = self._sentence.tokens[tied.top].lemma.lower()
            return _TOLD if by_model or verb in self._vocabulary.agreeing else None
        if kind in ("told", "governing"):
            to_come = self._to_come and not (self._act and kind == "governing")
            return _TOLD if by_model and not to_come else None
        if kind == "talks":
            return None if self._of_plan(tied) else _TALKS
        if tied is None and self._of_clause_apart(found, root):
            return None
        if by_model and (tied is not None or not self._of_other(root)):
            return _SEEN
        return _SHARED if kind == "shared" and not lasts_since(self._sentence, self._words) else None

    def _of_clause_apart(self, found: DateMention, root: int) -> bool:
        """Whether a day is that of another event of the sentence, or of what a past act only decides."""
        if of_other_event(self._sentence, self._words, root, self._others):
            return True
        if self._published is None or self._ahead or self._act or self._deferring:
            return False
        last = self._days.read(found, "past").date_end
        decided = last is not None and last > self._published and (not self._statement or self._agreed)
        return decided and of_plan_below(self._sentence, self._words, root, self._vocabulary, agreed=self._agreed)

    def _of_plan(self, tied: Tie | None) -> bool:
        """Whether a day is that for which talks had been set which are a mention of their own, while the event is that they are off (R26)."""
        below = [self._sentence.tokens[i] for i in (tied.way[1:] if tied else ())]
        plans = [t for t in below if matches(t.relation, ("acl",)) and t.head in self._others]
        return self._off and any({t.text.lower(), t.lemma.lower()} & self._vocabulary.appointed for t in plans)

    def _of_text(self, tied: Tie | None) -> bool:
        """Whether a day is that on which the text of a truce was made, while the event is that it is in force: "the truce signed on Monday held"."""
        made = self._vocabulary.making
        below = (self._sentence.tokens[i] for i in (tied.way[1:] if tied else ()))
        return self._in_force and any(matches(t.relation, ("acl",)) and t.lemma.lower() in made for t in below)

    def _of_other(self, root: int) -> bool:
        """Whether a date is told in a clause on somebody beside the event, or on another time, or the event is in such a clause."""
        sentence, words = self._sentence, self._words
        aside = of_somebody(sentence, words, root) or of_somebody(sentence, [root], words[0])
        if days_before(sentence, words, root) or in_earlier_clause(sentence, words, root):
            return True
        return aside or of_other_time(sentence, words, root) or self._dated_apart(root)

    def _dated_apart(self, root: int) -> bool:
        """Whether a day is that of another clause, while the event's has one itself: "In 2011 they fell out, and the deal of 2015 failed"."""
        if not of_other_clause(self._sentence, self._words, root):
            return False
        above = {i for word in self._words for i in (word, *self._sentence.ancestors(word))}
        top = next((i for i in self._sentence.ancestors(root) if i in above), -1)
        within = above - {top, *self._sentence.ancestors(top)} if top >= 0 else set()
        roots = (root_of(self._sentence, d) for d in self._dates)
        return any(r is not None and not within.isdisjoint(self._sentence.ancestors(r)) for r in roots)

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
        if not self._deferring and moved and before.lower().endswith("from ") and (to := _TO.search(found.text)):
            return self._days.nearer(
                found, found.start + to.start()
            )  # the meeting that "was moved from May 10 to May 17"
        if self._deferring and before.lower().endswith("from ") and (to := _TO.search(found.text)):
            later = find_dates(self._text, found.start + to.end(), found.end, published=self._published, tense="future")
            return later[0] if later else found  # "put off from October to December"
        if self._deferring and (_FORWARD.search(before) or _FORWARD.match(found.text)):
            return self._days.read(found, "future")  # "put off until Friday"
        if self._offering and self._is_object(root):
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

    def _is_object(self, root: int) -> bool:
        """Whether a day is what the event's verb has as its object."""
        token = self._sentence.tokens[root]
        return matches(token.relation, ("obj",)) and token.head in self._words

    def _is_deadline(self, found: DateMention, root: int) -> bool:
        """Whether a weekday is that by which something is to be done: "gave them until Friday to accept", "to leave by noon Thursday"."""
        word = preposition(self._sentence, root) or found.text.lower().partition(" ")[0]
        verb = self._sentence.tokens[root].head
        if verb >= 0 and self._sentence.tokens[verb].upos == "NOUN":  # "by noon Thursday"
            word, verb = preposition(self._sentence, verb) or word, self._sentence.tokens[verb].head
        if word not in _DEADLINE or verb < 0 or any(c.isdigit() for c in found.text):
            return False
        to = any(self._sentence.tokens[c].text.lower() == "to" for c in self._sentence.dependents(verb, "mark"))
        return to or (word != "by" and self._sentence.tokens[verb].lemma.lower() in self._vocabulary.giving_time)

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

    def _counts_from(self, found: DateMention) -> int | None:
        """The word from which a date counts where that is the event or in its clause ("a day after the vote"); None for other dates."""
        word = counts_from_word(self._sentence, found)
        return word if word >= 0 and self._is_below(word) else None

    def _is_below(self, word: int) -> bool:
        """Whether the event is the word or hangs below it."""
        return any(word in (i, *self._sentence.ancestors(i)) for i in self._words)

    def _counted(self, event: int, found: DateMention) -> DateMention:
        """The date counted back from the day of the clause above: "said on Friday, a day after the vote"."""
        main = self._sentence.tokens[event].head
        while main >= 0:
            for other in self._dates:
                root = root_of(self._sentence, other)
                if root is None or other is found or other.precision != "day":
                    continue
                if event in self._sentence.ancestors(root):
                    continue
                tied = tie(self._sentence, [main], root, self._vocabulary, act=False)
                if tied is not None and tied.kind == "own" and not tied.up:
                    day = self._placed(other, root, tied).date_start
                    return counted_back(found, day) if day else found
            # "It is over, an official said on Tuesday, a day after the raid": the parser hangs the raid on what was said
            inside = matches(self._sentence.tokens[main].relation, ("ccomp", "xcomp", "parataxis"))
            behind_comma = self._text[self._sentence.start : found.start].rstrip().endswith(",")
            main = self._sentence.tokens[main].head if inside and behind_comma else -1
        return found

    def _counted_onward(self, found: DateMention) -> DateMention | None:
        """The date counted from that of another event: "two days after the truce of April 10 they met"; None where none is so told."""
        word = counts_from_word(self._sentence, found)
        if word < 0 or self._is_below(word):
            return None
        tied = self._tie(word)
        told = next((d for d in self._dates if d is not found and self._hangs_below(d, word)), None)
        if told is None or tied is None or tied.kind != "own":
            return None
        placed = counted_from(found, self._days.read(told, "future" if self._ahead else "past"))
        return placed if placed.date_start else None

    def _dates_other(self, found: DateMention, root: int) -> bool:
        """Whether a date is that of something from which the event's own is counted, or of what it is only told to come after."""
        anchors = [counts_from_word(self._sentence, d) for d in self._dates if d is not found]
        if any(a >= 0 and not self._is_below(a) and a in self._sentence.ancestors(root) for a in anchors):
            return True
        return told_after_another(self._sentence, self._words, root, self._vocabulary)

    def _hangs_below(self, told: DateMention, word: int) -> bool:
        root = root_of(self._sentence, told)
        return root is not None and word in self._sentence.ancestors(root)


def root_of(sentence: Sentence, found: DateMention) -> int | None:
    """The word of a date that hangs on a word outside it."""
    inside = {t.i for t in sentence.tokens if found.start <= t.start < found.end}
    return next((i for i in sorted(inside) if sentence.tokens[i].head not in inside), None)
