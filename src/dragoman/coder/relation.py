"""PLOVER category of a marked pair: what the source does to the target in a text.

Read by a head of the language model that was trained on marked pairs (model card). The text goes through the model once more, with
marks around the two phrases; probabilities are scaled by a temperature fitted on pairs kept from training (Guo et al. 2017, "On
Calibration of Modern Neural Networks").
"""

from __future__ import annotations

import msgspec

from dragoman.language.en.engine import MAX_PIECES, Engine
from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize

_WORDS = MAX_PIECES // 2
"""Words around the pair that are read; more than enough for the sentences of a pair."""


class Relation(msgspec.Struct, frozen=True):
    """Category with the highest probability, and the probability of each of the 16."""

    label: str
    probabilities: dict[str, float]


def relation(engine: Engine, text: str, source: tuple[int, int], target: tuple[int, int]) -> Relation:
    """PLOVER category of the pair given as character spans of a text.

    Where a span holds no word nothing can be read: every category is as probable as the next.
    """
    categories = engine.labels["category"]
    offsets = _around(text, source, target)
    words = [[i for i, (a, b) in enumerate(offsets) if a < span[1] and span[0] < b] for span in (source, target)]
    read = engine.categories(text, offsets, words[0], words[1]).tolist() if all(words) else None
    by_category = dict(zip(categories, read or [1 / len(categories)] * len(categories), strict=True))
    return Relation(max(by_category, key=lambda c: by_category[c]), by_category)


def _around(text: str, source: tuple[int, int], target: tuple[int, int]) -> list[tuple[int, int]]:
    """Words of the sentences from the first phrase to the last; of more than can be read, those nearest to the two phrases."""
    start, end = min(source[0], target[0]), max(source[1], target[1])
    spans = [(a, b) for a, b in split_sentences(text) if a < end and start < b]
    offsets = [o for a, b in spans for o in tokenize(text, a, b)]
    if len(offsets) <= _WORDS:
        return offsets

    def distance(word: tuple[int, int]) -> int:
        return min(max(span[0] - word[1], word[0] - span[1], 0) for span in (source, target))

    return sorted(sorted(offsets, key=distance)[:_WORDS])
