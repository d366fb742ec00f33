"""m7 displacement: sidelining as change of mediation share from one window to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.intervals import percentile_interval, resampled_weights
from dragoman.measures.measure import (
    Floats,
    Measure,
    Value,
    Window,
    actors_by_event,
    general_warnings,
    held_events,
    measured,
    smallest_first,
)
from dragoman.measures.shares import credit_matrix, shares_of
from dragoman.records import Event, Participation

# Changes are to be trusted from this many events per window on (measures, section 1).
TRUSTED_EVENTS = 20


def permutation_p(matrix: Floats, n_before: int, rng: np.random.Generator, permutations: int) -> tuple[Floats, Floats]:
    """Observed differences of shares and their two-sided p-values under exchangeable events.

    Events are shuffled between the windows, sizes kept; p is the share of shuffles with a difference at least
    as large in absolute value, the observed one included (Phipson & Smyth 2010), so p is never 0.

    Args:
        matrix: credit, shape (events, actors), the first `n_before` rows in the first window.

    Returns:
        Differences and p-values, shape (actors,) each.
    """
    n = len(matrix)
    observed = shares_of(matrix[n_before:]) - shares_of(matrix[:n_before])
    before = np.zeros((permutations, n))
    for row in range(permutations):
        before[row, rng.permutation(n)[:n_before]] = 1.0
    shuffled = shares_of(matrix, 1.0 - before) - shares_of(matrix, before)
    # A margin for rounding keeps shuffles equal to the observed difference among the extreme ones.
    extreme = (np.abs(shuffled) >= np.abs(observed) - 1e-12).sum(axis=0)
    p_values: Floats = (extreme + 1.0) / (permutations + 1.0)
    return observed, p_values


def displacement(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    before: Window,
    after: Window,
    types: frozenset[str] | None = None,
    roles: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    permutations: int = 2000,
    seed: int = 0,
) -> Measure:
    """m7: `d_i(W1, W2) = s_i(W2) - s_i(W1)`, with s_i the mediation share (m1) in each window.

    Negative: displaced. The interval is a bootstrap over events and roots within each window; `detail.p` is a
    two-sided permutation test over events. Many actors are tested at once: read p-values accordingly.

    Edge cases: an actor absent from a window has share 0 there; without mediated events in either window
    there are no values and a warning says so. Windows must not overlap for the test to mean anything; an
    overlap is warned of.

    Returns:
        Values with `detail`: before, after (shares), p. Sorted from the largest loss to the largest gain.
    """
    roles = vocabulary().mediator if roles is None else roles
    listed, people = list(events), list(participations)
    halves = []
    for window in (before, after):
        held = held_events(listed, window, types)
        credited, names = actors_by_event(held, people, roles)
        halves.append(([(e, who) for e, who in zip(held, credited, strict=True) if who], names))
    (first, names), (second, more) = halves
    names = {**more, **names}
    chosen = [e for e, _ in first] + [e for e, _ in second]
    warnings = _warnings([e for e, _ in first], [e for e, _ in second])
    values = []
    if first and second:
        actors, matrix = credit_matrix([who for _, who in first + second])
        rng = np.random.default_rng(seed)
        n = len(first)
        change, p_values = permutation_p(matrix, n, rng, permutations)
        shares = [shares_of(matrix[:n]), shares_of(matrix[n:])]
        draws = [
            shares_of(part, resampled_weights([e for e, _ in half], event_roots, rng, repeats))
            for part, half in ((matrix[:n], first), (matrix[n:], second))
        ]
        for i, actor in enumerate(actors):
            span = percentile_interval(draws[1][:, i] - draws[0][:, i])
            values.append(
                Value(
                    key=actor,
                    name=names[actor],
                    value=float(change[i]),
                    low=span[0] if span else None,
                    high=span[1] if span else None,
                    n=int((matrix[:, i] > 0).sum()),
                    detail={
                        "before": float(shares[0][i]),
                        "after": float(shares[1][i]),
                        "p": float(p_values[i]),
                    },
                )
            )
    return measured(
        "m7",
        "displacement",
        formula=f"s_i({_told(after)}) - s_i({_told(before)})",
        unit="difference",
        values=values,
        events=chosen,
        window=Window(before.since, after.until),
        event_roots=event_roots,
        warnings=warnings,
        order=smallest_first,
    )


def _told(window: Window) -> str:
    return f"{window.since or 'the beginning'} to {window.until or 'the end'}"


def _warnings(first: Sequence[Event], second: Sequence[Event]) -> list[str]:
    found = []
    for name, half in (("first", first), ("second", second)):
        if not half:
            found.append(f"no mediated events in the {name} window: no change can be given")
        elif len(half) < TRUSTED_EVENTS:
            found.append(f"{len(half)} mediated events in the {name} window, fewer than {TRUSTED_EVENTS}")
        found += [f"{name} window: {w}" for w in general_warnings(half) if half]
    shared = {e.id for e in first} & {e.id for e in second}
    if shared:
        found.append(f"the windows overlap in {len(shared)} events: the test does not hold")
    return found
