"""Finds texts published within days of one another of which one repeats much of the other (codebook 1.2, R14).

Near-duplicates (`duplicates.groups`) are alike as wholes. A report that is cut to a third, or reprinted under a new lead with a
paragraph on one's own readers, is not; what tells it is containment, the share of the shorter text's word 5-grams that stand in the other
(Broder 1997). MinHash estimates the Jaccard index and cannot propose such pairs. Here an inverted index of sampled
5-grams does, over a window of days that moves through the texts: time grows with the number of texts, memory with those of
a few days.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.text.duplicates import shingles

# One 5-gram in 4 is indexed. Of a text of 40 that repeats 20 at least one is found in 997 of 1,000 cases (1 - 0.75 ** 20).
_SAMPLE = 4
# As many texts are remembered for one 5-gram; of more that print it within the window the later ones still find the first.
_REMEMBERED = 50
# As many texts at most are compared with each, those with most in common first.
_COMPARED = 50
# Shorter texts, such as captions and one-line alerts, repeat by chance.
_LEAST = 20
_QUOTED = re.compile(r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"")


class Reprint(NamedTuple):
    """Two texts, ids in order, and how much of the shorter stands in the other, 0 to 1: of all, and of what is not in quotation marks."""

    a: str
    b: str
    share: float
    own_words: float


class _Text(NamedTuple):
    id: str
    day: dt.date
    pieces: frozenset[str]
    unquoted: frozenset[str]
    sample: tuple[int, ...]


def reprints(
    texts: Mapping[str, str], days: Mapping[str, dt.date], *, window: int = 2, least: float = 0.4
) -> Iterator[Reprint]:
    """Pairs of texts at most `window` days apart of which the shorter repeats at least the share `least`.

    What both quote of one speech or statement is no reprint; `own_words` tells how much they share beside it. Same input in any
    order, same pairs.

    Args:
        texts: text by id.
        days: day of publication by id; texts without one are left out.
        window: largest difference of days.
        least: smallest share of 5-grams, above 0 and up to 1.
    """
    recent: deque[_Text] = deque()
    known: dict[str, _Text] = {}
    index: dict[int, list[str]] = {}
    for name in sorted((n for n in texts if n in days), key=lambda n: (days[n], n)):
        text = _read(name, texts[name], days[name])
        if len(text.pieces) < _LEAST:
            continue
        while recent and (text.day - recent[0].day).days > window:
            _forget(index, recent[0])
            del known[recent.popleft().id]
        met = Counter(other for piece in text.sample for other in index.get(piece, ()))
        nearest = sorted(met.items(), key=lambda item: (-item[1], known[item[0]].day, item[0]))
        for other in (known[met_id] for met_id, _ in nearest[:_COMPARED]):
            share = _share(text.pieces, other.pieces)
            if share >= least:
                first, second = sorted((name, other.id))
                yield Reprint(first, second, share, _share(text.unquoted, other.unquoted))
        recent.append(text)
        known[name] = text
        for piece in text.sample:
            holders = index.setdefault(piece, [])
            if len(holders) < _REMEMBERED:
                holders.append(name)


def _read(name: str, text: str, day: dt.date) -> _Text:
    pieces = shingles(text)
    hashes = {zlib.crc32(piece.encode()) for piece in pieces}
    unquoted = frozenset(p for stretch in _QUOTED.split(text) for p in shingles(stretch))
    return _Text(name, day, frozenset(pieces), unquoted & pieces, tuple(sorted(h for h in hashes if h % _SAMPLE == 0)))


def _forget(index: dict[int, list[str]], text: _Text) -> None:
    for piece in text.sample:
        holders = [name for name in index.get(piece, ()) if name != text.id]
        if holders:
            index[piece] = holders
        else:
            index.pop(piece, None)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0
