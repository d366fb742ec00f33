"""The best sequence of IOB2 tags for the names of a sentence, from what a model thinks of each word by itself.

Word by word, "North Korea" may come out as two places. Tags follow one another by habit: what is learned of that in a treebank is
added to each word's log probability, and the best path is taken (Viterbi 1967; as in the linear chain of Lafferty et al. 2001, with
transitions that are counted instead of trained).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from dragoman.language.parse import Floats

SURE = 0.95
"""Words at least so surely no name are none, and divide the others into runs; only these are searched, to spare time. Set by judgement."""


class NameTags:
    """Reads tags from log probabilities.

    Args:
        labels: IOB2 tags, "O" first.
        transitions: [L + 1, L] what is added where the tag of the column follows the one of the row; the last row is a sentence's start.
    """

    def __init__(self, labels: Sequence[str], transitions: Sequence[Sequence[float]]) -> None:
        self._labels = list(labels)
        self._after = [list(row) for row in transitions]

    def __call__(self, log_probability: Floats) -> list[str]:
        """Tags of N words from their log probabilities [N, L]."""
        result = ["O"] * len(log_probability)
        least = math.log(SURE)
        rows = log_probability.tolist()
        start = 0
        while start < len(rows):
            if rows[start][0] >= least:
                start += 1
                continue
            end = start
            while end < len(rows) and rows[end][0] < least:
                end += 1
            result[start:end] = self._best(rows[start:end], self._after[0 if start else -1], open_end=end == len(rows))
            start = end
        return result

    def _best(self, rows: list[list[float]], before: list[float], open_end: bool) -> list[str]:
        """The best path through a run of words, behind a word or the start, and before a word that is no name unless the end is open."""
        columns = range(len(self._labels))
        score = [rows[0][k] + before[k] for k in columns]
        back: list[list[int]] = []
        for row in rows[1:]:
            origin, total = [], []
            for k in columns:
                best = max(columns, key=lambda j: score[j] + self._after[j][k])
                origin.append(best)
                total.append(score[best] + self._after[best][k] + row[k])
            back.append(origin)
            score = total
        if not open_end:
            score = [score[k] + self._after[k][0] for k in columns]
        at = max(columns, key=score.__getitem__)
        path = [at]
        for origin in reversed(back):
            at = origin[at]
            path.append(at)
        return [self._labels[k] for k in reversed(path)]
