"""Cumulative incidence under competing risks: how likely each of several next states is by a given day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.measures.measure import Floats

Integers = NDArray[np.int64]

CENSORED = -1
"""Cause of a stay whose end has not been seen."""


def cumulative_incidence(
    days: Integers, causes: Integers, n_causes: int, at: Sequence[int], weights: Floats | None = None
) -> Floats:
    """The Aalen-Johansen estimator for one state and several ways out of it (Aalen & Johansen 1978).

    `F_k(h) = sum over t <= h of S(t-) d_k(t) / n(t)`, with n(t) the stays that lasted at least t days, d_k(t)
    those that ended on day t by cause k, and S(t) = prod over u <= t of (1 - sum_k d_k(u) / n(u)), the
    Kaplan-Meier estimator of still being there. On one day moves come before censoring. With one cause F is
    1 - S. After the last stay was censored the curve is carried on flat: ask `followed` whether to read it.

    Args:
        days: length of each stay in days, above 0, shape (stays,).
        causes: number of the way out, or `CENSORED`; shape (stays,).
        at: days h at which to read the curve, ascending.
        weights: of the stays, shape (repeats, stays); None weighs each once.

    Returns:
        Shape (repeats, n_causes, len(at)), one repeat without weights.
    """
    if weights is None:
        weights = np.ones((1, len(days)))
    moved = causes != CENSORED
    times = np.unique(days[moved & (days <= max(at, default=0))])
    ended = [_up_to(days[causes == k], weights[:, causes == k]) for k in range(n_causes)]
    every = _up_to(days, weights)
    at_risk = weights.sum(axis=1, keepdims=True) - every(times - 1)
    steps = np.stack([by(times) - by(times - 1) for by in ended], axis=1)
    hazards = np.divide(steps, at_risk[:, None, :], out=np.zeros_like(steps), where=at_risk[:, None, :] > 0)
    staying = np.cumprod(1.0 - hazards.sum(axis=1), axis=1)
    before = np.concatenate([np.ones((len(weights), 1)), staying[:, :-1]], axis=1) if len(times) else staying
    curves = np.concatenate(
        [np.zeros((len(weights), n_causes, 1)), np.cumsum(before[:, None, :] * hazards, axis=2)], axis=2
    )
    result: Floats = curves[:, :, np.searchsorted(times, np.array(at), side="right")]
    return result


def _up_to(days: Integers, weights: Floats) -> Callable[[Integers], Floats]:
    """How much stays weigh together that lasted at most so many days: (days asked for,) -> (repeats, days asked for)."""
    order = np.argsort(days, kind="stable")
    lengths = days[order]
    sums = np.concatenate([np.zeros((len(weights), 1)), np.cumsum(weights[:, order], axis=1)], axis=1)
    return lambda at: sums[:, np.searchsorted(lengths, at, side="right")]


def followed(days: Integers, causes: Integers, at: int) -> bool:
    """Whether the curve can be read at this day: a stay lasted so long, or all ended before in a move."""
    last = int(days.max(initial=0))
    return last >= at or (len(days) > 0 and bool((causes[days == last] != CENSORED).all()))


def known_fates(days: Integers, causes: Integers, at: int) -> int:
    """Number of stays of which it is known where they stood after so many days."""
    return int(((days >= at) | (causes != CENSORED)).sum())
