"""Intervals: bootstrap over events and roots for shares, Wilson's for plain proportions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.measures.measure import Floats
from dragoman.records import Event

_Z = 1.959963984540054  # 97.5 % point of the standard normal distribution


def wilson(successes: float, trials: float) -> tuple[float, float]:
    """95 % score interval of a proportion (Wilson 1927); (0, 1) without trials."""
    if trials <= 0:
        return 0.0, 1.0
    share = successes / trials
    centre = share + _Z**2 / (2 * trials)
    half = _Z * math.sqrt(share * (1 - share) / trials + _Z**2 / (4 * trials**2))
    scale = 1 + _Z**2 / trials
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def rate_interval(hits: Floats, weights: Floats | None) -> tuple[float, float]:
    """95 % interval of a plain rate: Wilson's, widened to the bootstrap's where weights of events are given.

    Wilson's holds for independent events; events that share a report are not. The bootstrap alone would shrink
    to a point at rates of 0 and 1.

    Args:
        hits: 1.0 or 0.0 for each event, shape (events,).
        weights: of `resampled_weights`, shape (repeats, events).
    """
    low, high = wilson(float(hits.sum()), len(hits))
    if weights is None:
        return low, high
    total = weights.sum(axis=1)
    span = percentile_interval(np.divide(weights @ hits, total, out=np.full(len(total), np.nan), where=total > 0))
    return (min(low, span[0]), max(high, span[1])) if span else (low, high)


def resampled_weights(
    events: Sequence[Event],
    event_roots: Mapping[str, Sequence[str]] | None,
    rng: np.random.Generator,
    repeats: int,
) -> Floats:
    """Weights of events under the bootstrap, shape (repeats, events).

    Events are drawn with replacement (Efron 1979). Where the roots of events are given, roots are drawn too,
    and an event weighs as much as the mean number of times that its roots were drawn: events that hang on one
    report vanish together with it, and events that share a report come and go together.
    """
    n = len(events)
    if n == 0:
        return np.zeros((repeats, 0))
    weights = rng.multinomial(n, np.full(n, 1.0 / n), size=repeats).astype(np.float64)
    if not event_roots:
        return weights
    names = sorted({r for e in events for r in event_roots.get(e.id, (e.id,))})
    column = {name: i for i, name in enumerate(names)}
    drawn = rng.multinomial(len(names), np.full(len(names), 1.0 / len(names)), size=repeats).astype(np.float64)
    membership = np.zeros((len(names), n))
    for j, event in enumerate(events):
        roots = event_roots.get(event.id) or (event.id,)
        for root in roots:
            membership[column.get(root, 0), j] = 1.0 / len(roots)
    result: Floats = weights * (drawn @ membership)
    return result


def percentile_interval(samples: Floats) -> tuple[float, float] | None:
    """2.5 and 97.5 percentiles of the finite samples; None where fewer than half are finite."""
    finite = samples[np.isfinite(samples)]
    if len(finite) * 2 < len(samples) or len(finite) == 0:
        return None
    low, high = np.percentile(finite, [2.5, 97.5])
    return float(low), float(high)
