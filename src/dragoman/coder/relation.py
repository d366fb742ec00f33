"""PLOVER category of a marked pair: what the source does to the target in a text.

Read by a head of the language model that was trained on marked pairs (model card). The text goes through the model once more, with
marks around the two phrases; probabilities are scaled by a temperature fitted on pairs kept from training (Guo et al. 2017, "On
Calibration of Modern Neural Networks").
"""

from __future__ import annotations

from operator import index

import msgspec

from dragoman.errors import OptionError
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

    Raises:
        OptionError: a span is empty or reversed, lies outside the text, or holds no word.
    """
    for name, span in (("source", source), ("target", target)):
        _check(text, name, span)
    categories = engine.labels["category"]
    offsets = _around(text, source, target)
    words = [[i for i, (a, b) in enumerate(offsets) if a < span[1] and span[0] < b] for span in (source, target)]
    if not all(words):
        raise _wrong("source" if words[1] else "target", source if words[1] else target, "holds no word that is read")
    read = engine.categories(text, offsets, words[0], words[1]).tolist()
    by_category = dict(zip(categories, read, strict=True))
    return Relation(max(by_category, key=lambda c: by_category[c]), by_category)


def _check(text: str, name: str, span: tuple[int, int]) -> None:
    """Raise OptionError where a span is none of a phrase: (0, 0), (9, 4), or beyond the end."""
    if not text.strip():
        raise OptionError("relation: the text is empty. Give the sentence that tells of the two")
    try:
        start, end = (index(place) for place in span)
    except (TypeError, ValueError) as error:
        raise _wrong(name, span, "is not a pair of whole numbers") from error
    if start < 0 or end > len(text):
        raise _wrong(name, span, f"lies outside the text of {len(text):,} characters")
    if start >= end:
        raise _wrong(name, span, "is empty" if start == end else "ends before it begins")
    if not text[start:end].strip():
        raise _wrong(name, span, "holds no word")


def _wrong(name: str, span: object, problem: str) -> OptionError:
    return OptionError(
        f"relation: {name} {span!r} {problem}. Give (start, end), the characters of the phrase in the text"
    )


def _around(text: str, source: tuple[int, int], target: tuple[int, int]) -> list[tuple[int, int]]:
    """Words of the sentences from the first phrase to the last; of more than can be read, those nearest to the two phrases."""
    start, end = min(source[0], target[0]), max(source[1], target[1])
    spans = [(a, b) for a, b in split_sentences(text) if a < end and start < b]
    offsets = [o for a, b in spans for o in tokenize(text, a, b)]
    if len(offsets) <= _WORDS:
        return offsets

    def distance(word: tuple[int, int]) -> tuple[int, int]:
        away = [max(span[0] - word[1], word[0] - span[1], 0) for span in (source, target)]
        # of phrases longer than can be read the beginnings, so that neither crowds the other out
        inside = [word[0] - span[0] for span, far in zip((source, target), away, strict=True) if not far]
        return min(away), min(inside, default=0)

    return sorted(sorted(offsets, key=distance)[:_WORDS])
