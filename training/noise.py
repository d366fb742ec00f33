"""Noise on training sentences, so that the network learns wordings and not names, nor single words, nor capitals.

Of a sentence as word pieces: letter case, known names and pieces are hidden or changed. Of its words: names are replaced by others of
their kind, as in counterfactual data augmentation (Zeng et al. 2020 for named entities): what happens doesn't depend on to whom.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.language.en.pieces import SOURCE_SHAPE
from training.examples import Example

Encoded = tuple[list[int], list[int], list[int], list[int]]
"""Ids, shapes and gazetteer kinds of pieces, and each word's first piece."""

Key = tuple[int, int, str]
"""Kind, number of words and last tag of a name: what may stand in its place."""

_LEAST = 3
"""Kinds of names of which fewer are known are left as they are."""


def recased(encoded: Encoded) -> Encoded:
    """The same pieces as if the sentence were set in capitals, in lower case or as a title."""
    ids, shapes, kinds, first = encoded
    shape = random.choice((2, 3, 5))
    return ids, [shape if 1 < s < SOURCE_SHAPE else s for s in shapes], kinds, first


def without_names(kinds: list[int], share: float) -> list[int]:
    """Gazetteer kinds without some of the names, or without any, as of a text whose names are not known."""
    if random.random() < share:
        return [0] * len(kinds)
    result, hide = [], False
    for i, kind in enumerate(kinds):
        if i == 0 or kind != kinds[i - 1]:
            hide = random.random() < share
        result.append(0 if hide else kind)
    return result


def masked(encoded: Encoded, share: float, mask: int, kept: Iterable[int]) -> Encoded:
    """The same with a share of the pieces replaced by the mask, but for those of the ids `kept`."""
    ids, shapes, kinds, first = encoded
    keep = set(kept)
    return [i if i in keep or random.random() >= share else mask for i in ids], shapes, kinds, first


class NameSwap:
    """Replaces known names by others of their kind from the same material."""

    def __init__(self, examples: Iterable[Example]) -> None:
        found: dict[Key, dict[tuple[str, ...], None]] = defaultdict(dict)
        for example in examples:
            for start, end, key in _names(example):
                found[key][tuple(example.forms[start:end])] = None
        self._names = {key: list(some) for key, some in found.items() if len(some) >= _LEAST}

    def __call__(self, example: Example, share: float) -> list[str]:
        """The words of a sentence with a share of its names replaced, the same name by the same other one."""
        forms = list(example.forms)
        instead: dict[tuple[str, ...], Sequence[str]] = {}
        for start, end, key in _names(example):
            name = tuple(forms[start:end])
            if name not in instead:
                others = self._names.get(key)
                instead[name] = random.choice(others) if others and random.random() < share else name
            forms[start:end] = instead[name]
        return forms


def _names(example: Example) -> Iterator[tuple[int, int, Key]]:
    """First word, word after the last, and kind of each known name."""
    kinds = example.kinds
    start = 0
    for i in range(1, len(kinds) + 1):
        if i < len(kinds) and kinds[i] == kinds[start]:
            continue
        if kinds[start]:
            yield start, i, (kinds[start], i - start, example.upos[i - 1] if example.upos else "")
        start = i
