"""Finds texts that are nearly the same, and how much of one text stands in another (codebook 1.2, R14)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from dragoman.errors import OptionError

# Two texts with this share of common word 5-grams are one report. Measured on 493 news articles and copies:
# with every 20th word changed 100 % of copies reach it (86 % would reach 0.6), without the last 30 % of
# paragraphs 97 % (91 %), without a fifth of paragraphs and every 50th word changed 96 % (76 %); of different
# articles the nearest pair, which shares a series of pictures, has 0.42. Halved copies need `containment`.
THRESHOLD = 0.5
WORDS = 5
# 42 bands of 3 rows: a pair at 0.5 is missed once in 270 (0.875 ** 42), at 0.4 once in 16.
_BANDS = 42
_PERMUTATIONS = 126
_SEED = 20161217
# Of many texts that agree in a band each is compared with as many before it, of those that are not one report already.
# With 50 the 493 news articles and 3,128 made-up reports give the same groups, and 30,000 articles of the same few sentences take a third longer.
_COMPARED = 8
# 5-grams of as many texts are held; those of others are made again where they are compared.
_REMEMBERED = 500


def shingles(text: str, words: int = WORDS) -> set[str]:
    """All runs of `words` words, lower-case, without punctuation; the whole text where it is shorter."""
    tokens = re.findall(r"\w+", text.casefold())
    if not tokens:
        return set()
    if len(tokens) <= words:
        return {" ".join(tokens)}
    return {" ".join(tokens[place : place + words]) for place in range(len(tokens) - words + 1)}


def jaccard(a: set[str], b: set[str]) -> float:
    """Shared share of two sets, |a and b| / |a or b|; 0.0 where either is empty."""
    if not a or not b:
        return 0.0
    common = len(a & b)
    return common / (len(a) + len(b) - common)


def containment(a: str, b: str) -> float:
    """Share (0 to 1) of the word 5-grams of `a` that also stand in `b`: 1.0 where `b` quotes all of `a`."""
    inside = shingles(a)
    return len(inside & shingles(b)) / len(inside) if inside else 0.0


def groups(texts: Mapping[str, str], threshold: float = THRESHOLD) -> list[set[str]]:
    """Ids of texts that are near-duplicates, as groups of two and more, in the order of their first text.

    MinHash with locality-sensitive hashing (Broder 1997; Indyk and Motwani 1998) proposes pairs, and the
    exact Jaccard index of their word 5-grams decides; groups are the connected components of the pairs that
    pass. Same input, same output. Texts without words belong to no group.

    Args:
        texts: text by id.
        threshold: least Jaccard index of a pair, above 0 and up to 1.

    Raises:
        OptionError: where the threshold is out of its range.
    """
    if not 0 < threshold <= 1:
        raise OptionError(f"threshold {threshold} is not above 0 and up to 1. Leave it out to use {THRESHOLD}")
    keys: list[str] = []
    sketches = bytearray()
    for key, text in texts.items():
        if here := shingles(text):
            keys.append(key)
            sketches += _sketch(here)
    parent = list(range(len(keys)))

    @lru_cache(maxsize=_REMEMBERED)
    def pieces(number: int) -> set[str]:
        return shingles(texts[keys[number]])

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for run in _runs(np.frombuffer(sketches, np.uint32).reshape(-1, _PERMUTATIONS)):
        # One text stands for all that were found to be one report with it: of a thousand copies each is compared with one.
        heads: list[int] = []
        for number in run:
            for head in heads[-_COMPARED:]:
                one, other = root(head), root(number)
                if one != other and jaccard(pieces(number), pieces(head)) >= threshold:
                    parent[max(one, other)] = min(one, other)
            if root(number) not in {root(head) for head in heads[-_COMPARED:]}:
                heads.append(number)
    together: dict[int, set[str]] = {}
    for number, key in enumerate(keys):
        together.setdefault(root(number), set()).add(key)
    return [group for _, group in sorted(together.items()) if len(group) > 1]


def _sketch(pieces: set[str]) -> bytes:
    """MinHash of a text's 5-grams, four bytes for each permutation."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(list(pieces))
    return np.array(sketch.digest(), dtype=np.uint32).tobytes()


def _runs(sketches: np.ndarray) -> Iterator[list[int]]:
    """Numbers of texts whose sketches agree in all rows of a band, in order, band by band.

    A band is sorted, so that nothing is held but the sketches, half a kilobyte a text.
    """
    rows = _PERMUTATIONS // _BANDS
    for band in range(_BANDS):
        columns = sketches[:, band * rows : (band + 1) * rows]
        order = np.lexsort(columns.T)
        ordered = columns[order]
        same = np.zeros(len(order) + 1, bool)
        same[1:-1] = (ordered[1:] == ordered[:-1]).all(axis=1)
        begins = np.flatnonzero(same[1:] & ~same[:-1])
        ends = np.flatnonzero(same[:-1] & ~same[1:]) + 1
        for start, end in zip(begins.tolist(), ends.tolist(), strict=True):
            yield order[start:end].tolist()
