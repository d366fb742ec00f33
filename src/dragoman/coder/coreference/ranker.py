"""The learned ranker: which earlier phrase, if any, a phrase means (weights made by `training/coreference.py`)."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from importlib import resources

import numpy as np

from dragoman.coder.coreference.features import Floats, Table
from dragoman.errors import ModelError


class Ranker:
    """A network of one hidden layer that scores a phrase against each earlier one and against beginning a chain.

    Args:
        weights: hidden [F, H], hidden_bias [H], output [H], all float.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._hidden = weights["hidden"].astype(np.float32)
        self._bias = weights["hidden_bias"].astype(np.float32)
        self._output = weights["output"].astype(np.float32)

    def scores(self, rows: Floats) -> Floats:
        """One score a row of `Table.features`."""
        if rows.shape[1] != self._hidden.shape[0]:
            raise ModelError(
                f"ranker.npz reads {self._hidden.shape[0]} features, given {rows.shape[1]}. Make it again with training/coreference.py."
            )
        result: Floats = np.maximum(rows @ self._hidden + self._bias, 0) @ self._output
        return result

    def antecedents(self, table: Table, fixed: Mapping[int, int | None] | None = None) -> list[int | None]:
        """Antecedent (position in the table) of each phrase, None where it begins a chain; `fixed` ones are kept."""
        made: list[int | None] = []
        for i in range(len(table)):
            if fixed and i in fixed:
                made.append(fixed[i])
                continue
            candidates = table.candidates(i)
            best = int(np.argmax(self.scores(table.features(i, candidates))))
            made.append(int(candidates[best - 1]) if best else None)
        return made


def chains(antecedents: Sequence[int | None], joined: Sequence[tuple[int, int]] = ()) -> list[list[int]]:
    """Phrases joined through their antecedents and through further pairs, by position; one list a chain, single phrases too."""
    first = list(range(len(antecedents)))

    def root(i: int) -> int:
        while first[i] != i:
            i = first[i]
        return i

    pairs = [(i, a) for i, a in enumerate(antecedents) if a is not None]
    for a, b in (*pairs, *joined):
        low, high = sorted((root(a), root(b)))
        first[high] = low
    made: dict[int, list[int]] = {}
    for i in range(len(antecedents)):
        made.setdefault(root(i), []).append(i)
    return list(made.values())


@functools.cache
def load() -> Ranker:
    """The shipped weights."""
    path = resources.files("dragoman.coder.coreference").joinpath("ranker.npz")
    with path.open("rb") as file:
        return Ranker(dict(np.load(file)))
