"""m1 mediation share and m2 lead share: who is credited with the mediated events."""

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
)
from dragoman.records import Event, Participation

FORMULA = "s_i = sum over held events of 1[i in M(e)] / |M(e)|, divided by the held events with a mediator"


def credit_matrix(credited: Sequence[set[str]]) -> tuple[list[str], Floats]:
    """Actors, sorted, and their credit, shape (events, actors); rows sum to 1 or, without a mediator, 0.

    Each event gives one unit, divided equally among its mediators (fractional counting), so that joint work
    is not counted several times.
    """
    actors = sorted(set().union(*credited)) if credited else []
    column = {actor: i for i, actor in enumerate(actors)}
    matrix = np.zeros((len(credited), len(actors)))
    for row, members in enumerate(credited):
        for actor in members:
            matrix[row, column[actor]] = 1.0 / len(members)
    return actors, matrix


def shares_of(matrix: Floats, weights: Floats | None = None) -> Floats:
    """Shares of the columns: column sums over the sum of all; NaN where there is no credit at all.

    Args:
        matrix: credit, shape (events, actors).
        weights: of events, shape (repeats, events); None weighs each event once.

    Returns:
        Shape (actors,), or (repeats, actors) with weights.
    """
    credit: Floats = matrix.sum(axis=0) if weights is None else weights @ matrix
    total = credit.sum(axis=-1, keepdims=True)
    result: Floats = np.divide(credit, total, out=np.full_like(credit, np.nan), where=total > 0)
    return result


def mediation_share(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    roles: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m1: share of mediated events credited to each actor, fractional.

    `s_i = sum_e h(e) 1[i in M(e)]/|M(e)| / sum_e h(e) 1[M(e) nonempty]`, with h(e) = 1 for events that took
    place and are confirmed or reported, and M(e) the third parties with a mediator-family role. Shares sum to
    1.

    Edge cases: events without a mediator count in neither sum; without any mediated event there are no
    values. An actor with two roles in an event counts once. The interval is a bootstrap over events and
    roots.

    Args:
        types: event types counted; None takes meetings and texts.
        roles: roles that make a third party a mediator; None takes the mediator family.
        event_roots: root ids of each event, for the interval (`Record.event_roots`).
        repeats: bootstrap samples.
        seed: of the random numbers, so that a brief can be made again.
    """
    roles = vocabulary().mediator if roles is None else roles
    return _shares("m1", "mediation_share", FORMULA, events, participations, window, types, roles,
                   event_roots, repeats, seed)  # fmt: skip


def lead_share(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m2: as m1 with the role lead_mediator only. Needs reports that name who heads; often empty."""
    formula = FORMULA.replace("a mediator", "a lead mediator")
    return _shares("m2", "lead_share", formula, events, participations, window, types, vocabulary().lead,
                   event_roots, repeats, seed)  # fmt: skip


def _shares(
    number: str,
    name: str,
    formula: str,
    events: Iterable[Event],
    participations: Iterable[Participation],
    window: Window | None,
    types: frozenset[str] | None,
    roles: frozenset[str],
    event_roots: Mapping[str, Sequence[str]] | None,
    repeats: int,
    seed: int,
) -> Measure:
    chosen = held_events(events, window, types)
    credited, names = actors_by_event(chosen, participations, roles)
    pairs = [(event, who) for event, who in zip(chosen, credited, strict=True) if who]
    mediated, who = [event for event, _ in pairs], [members for _, members in pairs]
    actors, matrix = credit_matrix(who)
    values = []
    if actors:
        weights = resampled_weights(mediated, event_roots, np.random.default_rng(seed), repeats)
        samples = shares_of(matrix, weights)
        for i, (actor, share) in enumerate(zip(actors, shares_of(matrix), strict=True)):
            # Resamples of one event are all the same: they tell nothing of how sure its share is.
            span = percentile_interval(samples[:, i]) if len(mediated) > 1 else None
            values.append(
                Value(
                    key=actor,
                    name=names[actor],
                    value=float(share),
                    low=span[0] if span else None,
                    high=span[1] if span else None,
                    n=int((matrix[:, i] > 0).sum()),
                )
            )
    return measured(
        number,
        name,
        formula=formula,
        unit="share",
        values=values,
        events=mediated,
        window=window,
        event_roots=event_roots,
        warnings=general_warnings(mediated),
    )
