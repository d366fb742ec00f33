"""Which of the dates of a sentence is that of an event: the day on its own verb before that of a statement (codebook 1.14)."""

from __future__ import annotations

from dragoman.coder.days_and_places.counted import counts_from_word
from dragoman.coder.days_and_places.day_in_tense import TO, DaysInTense
from dragoman.coder.days_and_places.days_of_things import (
    day_of_invited,
    days_before,
    in_earlier_clause,
    in_object,
    lasts_since,
    of_description,
    of_thing,
)
from dragoman.coder.days_and_places.past_act import SET_FOR, of_other_event, of_past_act, of_plan_below, sets_ahead
from dragoman.coder.days_and_places.since import since
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.ties import (
    Tie,
    is_due,
    of_other_clause,
    of_other_occasion,
    of_other_time,
    of_somebody,
    tie,
    told_after_another,
)
from dragoman.coder.occurrence.was_due import replaced_plan
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span
from dragoman.text.calendar_days import GRACE
from dragoman.text.dates import DateMention, counted_back, counted_from

_SEEN, _SHARED, _TOLD, _TALKS = 1, 2, 3, 4
"""Order of dates after those of the event's own clause: the model's, the coordinated verb's, the statement's, that of the talks."""
_TERMS = frozenset({"from", "until", "till", "through", "by"})
"""Prepositions of the days that are terms of what is agreed: "agreed on Monday to extend the truce until Friday"."""


class EventDays(DaysInTense):
    """Reads the dates of a sentence as those of one event: of "said on Monday that they had met on Friday" the Friday for the meeting."""

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
        return before.endswith("from ") and TO.match(self._text, found.end) is not None

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
