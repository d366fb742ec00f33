"""Groups things by pairs that are alike, without ever joining two that are known to be apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def complete_linkage(
    count: int, pairs: Iterable[tuple[float, int, int]], apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """Partition 0 to `count` - 1: most alike pairs first, joined unless any two members are apart.

    Args:
        count: how many things there are.
        pairs: (likeness, one, other) of the pairs that may join.
        apart: whether two things can never be in one group.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in group_of}
    for _, i, j in sorted(pairs, key=lambda pair: (-round(pair[0], 9), pair[1], pair[2])):
        a, b = group_of[i], group_of[j]
        if a == b or any(apart(x, y) for x in members[a] for y in members[b]):
            continue
        keep, drop = min(a, b), max(a, b)
        for x in members.pop(drop):
            group_of[x] = keep
            members[keep].append(x)
    return [sorted(some) for _, some in sorted(members.items())]
