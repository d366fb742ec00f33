"""From arc scores to a tree: the best head of each word, mended by a maximum spanning tree where that is none.

Chu & Liu (1965), Edmonds (1967); single root as in Dozat & Manning (2017).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.intp]


def decode(scores: Scores) -> list[int]:
    """Heads of the best single-rooted tree.

    Args:
        scores: [N, N+1], row i the scores of word i's head; column 0 is the root, column j word j (from 1).

    Returns:
        N heads: 0 for the root, else the head's number from 1.
    """
    heads = scores.argmax(1)
    if is_tree(heads.tolist()):
        return [int(h) for h in heads]
    relative = scores - scores.max(1, keepdims=True)
    n = len(heads)
    best, best_score = None, -np.inf
    for root in np.argsort(-relative[:, 0])[: min(3, n)]:
        full = np.full((n + 1, n + 1), -1e9)
        full[1:] = relative
        full[1:, 0] = -1e9
        full[root + 1, 0] = relative[root, 0]
        np.fill_diagonal(full, -1e9)
        tree = _spanning_tree(full)
        score = full[np.arange(1, n + 1), tree[1:]].sum()
        if score > best_score:
            best, best_score = tree, score
    assert best is not None
    return [int(h) for h in best[1:]]


def is_tree(heads: list[int]) -> bool:
    """Whether heads (0 = root, else from 1) have one root and no cycle."""
    if heads.count(0) != 1:
        return False
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for i in range(1, len(heads) + 1):
        path = []
        j = i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = heads[j - 1]
        if state[j] == 1:
            return False
        for k in path:
            state[k] = 2
    return True


def _spanning_tree(scores: NDArray[np.float64]) -> Heads:
    """Maximum spanning arborescence of scores[dependent, head] rooted in node 0."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = np.array(_cycle(heads), dtype=np.intp)
    if not len(cycle):
        return heads
    in_cycle = np.zeros(len(heads), bool)
    in_cycle[cycle] = True
    rest = np.flatnonzero(~in_cycle)
    m = len(rest)
    contracted = np.full((m + 1, m + 1), -1e9)
    contracted[:m, :m] = scores[np.ix_(rest, rest)]
    own = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - own[:, None] + own.sum()
    contracted[m, :m] = entering.max(0)
    enter_at = entering.argmax(0)
    leaving = scores[np.ix_(rest, cycle)]
    contracted[:m, m] = leaving.max(1)
    leave_at = leaving.argmax(1)
    tree = _spanning_tree(contracted)
    result: Heads = heads.copy()
    for a, b in enumerate(rest):
        if a:
            result[b] = rest[tree[a]] if tree[a] < m else cycle[leave_at[a]]
    result[cycle[enter_at[tree[m]]]] = rest[tree[m]]
    return result


def _cycle(heads: Heads) -> list[int]:
    seen = [0] * len(heads)
    for i in range(1, len(heads)):
        path = []
        j = i
        while j and not seen[j]:
            seen[j] = i
            path.append(j)
            j = int(heads[j])
        if j and seen[j] == i:
            return path[path.index(j) :]
    return []
