"""Draws a dependency tree beside its words: one row a word, in the order of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_LINES = {
    0: " ", _LEFT: "─", _RIGHT: "─", _LEFT | _RIGHT: "─", _UP: "│", _DOWN: "│", _UP | _DOWN: "│",
    _DOWN | _RIGHT: "╭", _UP | _RIGHT: "╰", _DOWN | _LEFT: "╮", _UP | _LEFT: "╯", _UP | _DOWN | _RIGHT: "├",
    _UP | _DOWN | _LEFT: "┤", _DOWN | _LEFT | _RIGHT: "┬", _UP | _LEFT | _RIGHT: "┴", _UP | _DOWN | _LEFT | _RIGHT: "┼",
}  # fmt: skip


def tree_lines(heads: Sequence[int]) -> list[str]:
    """The lines to draw before each word, all of one width; "" each where there are no words.

    A column a depth: from the column of a head a line goes to the row of each of its dependents, and from a word's own column
    to the word. Where a tree is not projective, lines cross.

    Args:
        heads: position of each word's head, from 0; -1 for the root. They must make a tree, as a parse does.
    """
    depths = [_depth(heads, i) for i in range(len(heads))]
    deepest = max(depths, default=0)
    grid = [[0] * (deepest + 1) for _ in heads]
    for i, depth in enumerate(depths):
        below = [j for j, head in enumerate(heads) if head == i]
        first, last = min([i, *below]), max([i, *below])
        for row in range(first, last + 1):
            grid[row][depth] |= (_UP if row > first else 0) | (_DOWN if row < last else 0)
        for j in below:
            grid[j][depth] |= _RIGHT
            grid[j][depth + 1] |= _LEFT
        grid[i][depth] |= _RIGHT | (_LEFT if heads[i] < 0 else 0)
        for column in range(depth + 1, deepest + 1):
            grid[i][column] |= _LEFT | _RIGHT
    return ["".join(_LINES[cell] + ("─" if cell & _RIGHT else " ") for cell in row) for row in grid]


def _depth(heads: Sequence[int], i: int) -> int:
    """Steps from a word to the root."""
    steps = 0
    while heads[i] >= 0:
        i, steps = heads[i], steps + 1
    return steps
