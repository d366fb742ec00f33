"""Groups things by pairs that are alike, without ever joining two that are known to be apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import numpy as np

_PAIR = np.dtype([("unlike", "f8"), ("one", "i4"), ("other", "i4")])
_AT_A_TIME = 100_000


def complete_linkage(
    count: int, pairs: Iterable[tuple[float, int, int]], apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """Partition 0 to `count` - 1: most alike pairs first, joined unless any two members are apart.

    Args:
        count: how many things there are.
        pairs: (likeness, one, other) of the pairs that may join; of an iterator few are held as such.
        apart: whether two things can never be in one group.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in group_of}
    # Groups with members that are apart; they stay apart whatever joins them.
    never: dict[int, set[int]] = defaultdict(set)
    for i, j in _in_order(pairs):
        a, b = group_of[i], group_of[j]
        if a == b or b in never[a]:
            continue
        if any(apart(x, y) for x in members[a] for y in members[b]):
            never[a].add(b)
            never[b].add(a)
            continue
        keep, drop = min(a, b), max(a, b)
        for x in members.pop(drop):
            group_of[x] = keep
            members[keep].append(x)
        for other in never.pop(drop, ()):
            never[other].discard(drop)
            never[other].add(keep)
            never[keep].add(other)
    return [sorted(some) for _, some in sorted(members.items())]


def _in_order(pairs: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs, most alike first, then in order of their numbers; 16 bytes of memory each."""
    held = np.fromiter(((-round(likeness, 9), one, other) for likeness, one, other in pairs), dtype=_PAIR)
    held.sort(order=("unlike", "one", "other"))
    for start in range(0, len(held), _AT_A_TIME):
        some = held[start : start + _AT_A_TIME]
        yield from zip(some["one"].tolist(), some["other"].tolist(), strict=True)
