"""How much words tell about what a text is about: rare ones more than common ones, from `data/stems.yaml`.

A stem weighs the negative logarithm of the share of news articles that have it (inverse document frequency, Spaerck Jones 1972).
The shares are shipped and not counted on the record at hand, so that further documents never change what two have in common.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from dragoman.linking.vocabulary import read_table

# A stem that is not listed stands in less than 2 % of articles.
_RARE = 0.01
_HIGHEST = -math.log(_RARE)


@cache
def _weights() -> dict[str, float]:
    shares = read_table("stems.yaml").items()
    return {word: -math.log(int(share) / 100) for share, some in shares for word in some}


def weight(word: str) -> float:
    """Weight of a stem, 0 (in every article) to 4.6."""
    return _weights().get(word, _HIGHEST)


def total(words: Iterable[str]) -> float:
    """Weight of several stems, the same whatever their order."""
    known = _weights().get
    return math.fsum(known(word, _HIGHEST) for word in words)
