"""A block of features as columns of numbers: how alike many pairs are, and which of them are plainly apart, at once.

Comparing pairs one by one takes most of the time of linking a large record.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from dragoman.linking.apart import LONGEST_ROUND_DAYS, apart, is_copy, is_first_day
from dragoman.linking.features import Features, has_many_voices, is_general, refers_back
from dragoman.linking.record import LinkOptions

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

_WEIGHTS = {"actors": 0.35, "days": 0.25, "place": 0.15, "type": 0.15, "track": 0.10}
_NEUTRAL = 0.5  # a missing value speaks neither for nor against
_KINDRED = 0.6  # two types of one group: reports of one meeting often differ in what they call it
_SAME_DAY, _ON_ITS_DAY = 1, 0.8  # an act on the day of a meeting of that place or name, or the next, is likely about it
_FIRST_AND_LAST = 0.6  # the day on which a meeting began and the one on which it ended
_RECALLED = 0.3  # a meeting of some weeks ago told without its day, where the city is the same
RECALLED_DAYS = 60
_GENERAL_DAYS = 1  # reports so close may mean the same talks though neither tells day nor place
_KNOWN = 0.7  # of a meeting spoken of as known and the one told before it in the report
_NONE = -1
_FEW_ACTORS = 8
"""Mentions with more are compared by their sets: they are rare."""
_AT_A_TIME = 50_000


class Columns:
    """Features of one block, a row each; all of one group."""

    def __init__(self, block: Sequence[Features], options: LinkOptions) -> None:
        self._block, self._options = block, options
        self._document = _codes(f.mention.document.id for f in block)
        self._type = _codes(f.mention.type for f in block)
        self._words = _codes((f.root, f.mention.type, f.mention.evidence.trigger.text.casefold()) for f in block)
        self._city = _codes(f.city for f in block)
        self._country = _codes(f.country for f in block)
        self._track = _codes(f.track for f in block)
        self._is_act = np.array([f.is_act for f in block], bool)
        self._start = _days(f.days.start if f.days else None for f in block)
        self._end = _days(f.days.end if f.days else None for f in block)
        self._coarse = np.array([f.days.fineness if f.days else 0 for f in block], np.int64)
        self._is_start = np.array([is_first_day(f) for f in block], bool)
        self._is_end = np.array([f.edge == "end" for f in block], bool)
        self._is_general = np.array([is_general(f) for f in block], bool)
        self._published = _days(f.published for f in block)
        self._is_past = np.array([f.stage == "past" for f in block], bool)
        self._anchor = _days(f.anchor for f in block)
        self._many_voices = bool(block) and has_many_voices(block[0])
        self._n_actors = np.array([len(f.actors) for f in block], np.int64)
        self._actors = np.full((len(block), _FEW_ACTORS), _NONE, np.int32)
        self._told_before = _told_before(block, options)
        numbers: dict[str, int] = {}
        for row, f in enumerate(block):
            if 0 < len(f.actors) <= _FEW_ACTORS:
                self._actors[row, : len(f.actors)] = [numbers.setdefault(key, len(numbers)) for key in f.actors]

    def alike(self, pairs: Iterable[tuple[int, Sequence[int]]]) -> Iterator[tuple[float, int, int]]:
        """Likeness and rows of the pairs that are alike enough to be one event and not plainly apart, in order.

        Args:
            pairs: a row and those that it is compared with.
        """
        ones: list[int] = []
        others: list[int] = []
        for one, some in pairs:
            ones += [one] * len(some)
            others += some
            if len(ones) >= _AT_A_TIME:
                yield from self._alike(np.array(ones), np.array(others))
                ones, others = [], []
        if ones:
            yield from self._alike(np.array(ones), np.array(others))

    def _alike(self, a: Integers, b: Integers) -> Iterator[tuple[float, int, int]]:
        near = ~self._plainly_apart(a, b)
        a, b = a[near], b[near]
        likeness = self.likeness(a, b)
        least = np.where(
            self._document[a] == self._document[b], self._options.same_document_threshold, self._options.threshold
        )
        enough = likeness >= least
        yield from zip(likeness[enough].tolist(), a[enough].tolist(), b[enough].tolist(), strict=True)

    def _plainly_apart(self, a: Integers, b: Integers) -> Truths:
        """Pairs whose days, city, country or track label exclude one another, as `features.apart` has it."""
        result = self._gap(a, b) > self._options.round_gap_days
        result &= self._dated(a) & self._dated(b) & ~self._first_and_last(a, b)
        for column in (self._city, self._country, self._track):
            result |= (column[a] != column[b]) & (column[a] != _NONE) & (column[b] != _NONE)
        result[self._copied(a, b)] = False
        return result

    def likeness(self, a: Integers, b: Integers) -> Floats:
        """How alike the mentions of each pair of rows [P] are, 0 to 1: a weighted sum of five comparisons, each 0.5 where unknown.

        Across documents 0 where nothing positive speaks for one event (no shared actor, place or label). "The talks" are likely the
        meeting that their report told before, whoever is named beside either; 1 for a sentence and its copy
        in a reprint (rule R14).
        """
        same_document = self._document[a] == self._document[b]
        actors, shared = self._actors_alike(a, b)
        same_country = (self._country[a] == self._country[b]) & (self._country[a] != _NONE)
        same_city = (self._city[a] == self._city[b]) & (self._city[a] != _NONE)
        place = np.where(same_city, 1.0, np.where(same_country, 0.8, _NEUTRAL))
        same_track = (self._track[a] == self._track[b]) & (self._track[a] != _NONE)
        days = self._days_alike(a, b, same_document)
        acting = (self._is_act[a] != self._is_act[b]) & (same_city | same_track) & ~np.isnan(days)
        acting &= np.abs(self._anchor[a] - self._anchor[b]) <= _SAME_DAY
        days[acting] = np.maximum(days[acting], _ON_ITS_DAY)
        parts = {
            "actors": actors,
            "days": days,
            "place": place,
            "type": np.where(self._type[a] == self._type[b], 1.0, _KINDRED),
            "track": np.where(same_track, 1.0, _NEUTRAL),
        }
        total: Floats = np.zeros(len(a))
        for name, value in parts.items():
            total += _WEIGHTS[name] * value
        total[~(same_document | shared | same_city | same_track) | np.isnan(total)] = 0.0
        total[self._of_no_day_or_place(a, b) & ~same_document] = 0.0
        known = (self._told_before[a] == b) | (self._told_before[b] == a)
        total[known] = np.maximum(total[known], _KNOWN)
        total[self._copied(a, b)] = 1.0
        return total

    def _copied(self, a: Integers, b: Integers) -> Integers:
        """Which pairs are one sentence in two copies of a report, with the same word for what happened: these tell of one event."""
        alike = np.flatnonzero((self._words[a] == self._words[b]) & (self._document[a] != self._document[b]))
        same = [is_copy(self._block[a[row]], self._block[b[row]]) for row in alike]
        found: Integers = alike[np.array(same, bool)]
        return found

    def _first_and_last(self, a: Integers, b: Integers) -> Truths:
        """Pairs of a day on which talks are told to have begun and one, not too long after, on which they ended."""
        days = self._end[b] - self._start[a]
        one: Truths = self._is_start[a] & self._is_end[b] & (days >= 0) & (days <= LONGEST_ROUND_DAYS)
        days = self._end[a] - self._start[b]
        other: Truths = self._is_start[b] & self._is_end[a] & (days >= 0) & (days <= LONGEST_ROUND_DAYS)
        return np.logical_or(one, other)

    def _actors_alike(self, a: Integers, b: Integers) -> tuple[Floats, Truths]:
        """Mean of containment and Jaccard index, with more weight on containment, since reports rarely name all; whether any is shared."""
        n_a, n_b = self._n_actors[a], self._n_actors[b]
        width = int(max(n_a.max(initial=0), n_b.max(initial=0), 1))
        left, right = self._actors[a, :width], self._actors[b, :width]
        both = ((left[:, :, None] == right[:, None, :]) & (left != _NONE)[:, :, None]).sum((1, 2))
        for row in np.flatnonzero((n_a > _FEW_ACTORS) | (n_b > _FEW_ACTORS)):
            both[row] = len(self._block[a[row]].actors & self._block[b[row]].actors)
        fewest, union = np.maximum(np.minimum(n_a, n_b), 1), np.maximum(n_a + n_b - both, 1)
        alike = 0.6 * both / fewest + 0.4 * both / union
        alike[(n_a == 0) | (n_b == 0)] = _NEUTRAL
        return alike, both > 0

    def _days_alike(self, a: Integers, b: Integers, same_document: Truths) -> Floats:
        """1 on the same day, down to 0.3 at a round's largest gap; not a number where undated reports lie far apart."""
        options = self._options
        dated = self._dated(a) & self._dated(b)
        known = (self._anchor[a] != _NONE) & (self._anchor[b] != _NONE)
        days = np.abs(self._anchor[a] - self._anchor[b])
        # Of a meeting of several days, or of an unknown one of a month, the nearest.
        one = self._dated(a) & ~self._dated(b) & known
        days[one] = np.maximum(0, np.maximum(self._start[a] - self._anchor[b], self._anchor[b] - self._end[a]))[one]
        one = self._dated(b) & ~self._dated(a) & known
        days[one] = np.maximum(0, np.maximum(self._start[b] - self._anchor[a], self._anchor[a] - self._end[b]))[one]
        limit = options.undated_window_days if self._many_voices else 3
        undated = np.where(days > limit, np.nan, 0.7 - 0.3 * days / max(1, limit))
        recalled = np.isnan(undated) & self._recalled(a, b)
        undated = np.where(recalled, _RECALLED * (1 - days / (2 * RECALLED_DAYS)), undated)
        acts = 0.6 - 0.3 * np.minimum(1.0, days / max(1, options.act_window_days))
        undated = np.where(self._is_act[a] | self._is_act[b], acts, undated)
        undated = np.where(known, undated, 0.4)
        undated = np.where(same_document, 0.6, undated)
        exact = 1.0 - 0.7 * np.minimum(1.0, self._gap(a, b) / max(1, options.round_gap_days))
        coarse = np.maximum(self._coarse[a], self._coarse[b]) > 1
        exact = np.where(self._first_and_last(a, b), np.maximum(exact, _FIRST_AND_LAST), exact)
        return np.where(dated, np.where(coarse, 0.6, exact), undated)

    def _of_no_day_or_place(self, a: Integers, b: Integers) -> Truths:
        """Pairs of which one tells of a meeting in general ("the peace talks"), by a report not of the same days as the other."""
        general = self._is_general[a] | self._is_general[b]
        far: Truths = general & (np.abs(self._published[a] - self._published[b]) > _GENERAL_DAYS)
        far &= (self._published[a] != _NONE) & (self._published[b] != _NONE)
        return far

    def _recalled(self, a: Integers, b: Integers) -> Truths:
        """Pairs of a meeting with a day and one told as past, without a day, some weeks later, in the same city."""
        later = np.where(self._dated(a), b, a)
        earlier = np.where(self._dated(a), a, b)
        known = self._dated(earlier) & ~self._dated(later) & (self._anchor[later] != _NONE)
        days = self._anchor[later] - self._start[earlier]
        near: Truths = known & (days >= 0) & (days <= RECALLED_DAYS) & self._is_past[later] & self._is_past[earlier]
        near &= (self._city[a] == self._city[b]) & (self._city[a] != _NONE)
        return near

    def _dated(self, rows: Integers) -> Truths:
        found: Truths = self._start[rows] != _NONE
        return found

    def _gap(self, a: Integers, b: Integers) -> Integers:
        """Days between two intervals, 0 where they touch; of no meaning where one has none."""
        gap: Integers = np.maximum(0, np.maximum(self._start[b] - self._end[a], self._start[a] - self._end[b]))
        return gap


def _told_before(block: Sequence[Features], options: LinkOptions) -> Integers:
    """For each mention of an event as known, the row of the last that its report tells before in another sentence and that it can be; else -1."""
    found = np.full(len(block), _NONE, np.int64)
    by_document: dict[str, list[int]] = {}
    for row, f in enumerate(block):
        by_document.setdefault(f.mention.document.id, []).append(row)
    for rows in by_document.values():
        rows.sort(key=lambda row: block[row].mention.evidence.trigger.start)
        for n, row in enumerate(rows):
            if n and refers_back(block[row]):
                here = block[row].mention.evidence.start
                before = [o for o in reversed(rows[:n]) if block[o].mention.evidence.start < here]
                likely = (o for o in before if _may_be_known(block[o], block[row], options, last=o == before[0]))
                found[row] = next(likely, _NONE)
    return found


def _may_be_known(told: Features, known: Features, options: LinkOptions, *, last: bool) -> bool:
    """Whether an event told before may be the one spoken of as known; one that is not the last told is not where its brokers are others.

    A proposal is only a proposal.
    """
    if not last and told.brokers and known.brokers and not told.brokers & known.brokers:
        return False
    if known.is_act and told.mention.type != known.mention.type:
        return False
    return not apart(told, known, options)


def _codes(values: Iterable[Hashable]) -> Integers:
    """A number for each value, the same for equal ones, -1 for None and empty text."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(v, len(numbers)) if v else _NONE for v in values], np.int64)


def _days(values: Iterable[date | None]) -> Integers:
    """Numbers of days, -1 for None."""
    return np.array([v.toordinal() if v else _NONE for v in values], np.int64)
