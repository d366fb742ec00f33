"""Who meets whom: the two-mode network of actors and events, its projection, and what is read off it.

Edges come from taking part in a held event, never from being named in one article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
import numpy as np

from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.measures.intervals import percentile_interval, resampled_weights
from dragoman.measures.measure import (
    Floats,
    Measure,
    Value,
    Window,
    general_warnings,
    held_events,
    largest_first,
    measured,
    smallest_first,
)
from dragoman.records import Event, Participation

MINIMUM_EVENTS = 20
"""No score of a network is to be read under so many events (measures, section 6)."""
SMALL_NETWORK = 30
"""Constraint moves much with single events under so many actors (measures, section 2)."""


class TwoMode(msgspec.Struct, frozen=True, kw_only=True):
    """Actors and the held events at which they were present.

    Attributes:
        actors: keys, sorted; the columns of `present`.
        events: the rows of `present`, by day and id; events at which nobody named was present are left out.
        present: 1.0 where an actor was present at an event, else 0.0; shape (events, actors).
        roles: event id and actor key to the actor's roles there, sorted.
        names: actor key to name.
        kinds: actor key to codebook actor type, where told.
        countries: actor key to alpha-3, where told.
    """

    actors: list[str]
    events: list[Event]
    present: Floats
    roles: dict[tuple[str, str], list[str]]
    names: dict[str, str]
    kinds: dict[str, str]
    countries: dict[str, str]


def two_mode(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    roles: frozenset[str] | None = None,
) -> TwoMode:
    """The two-mode network of held events.

    Args:
        types: event types counted; None takes meetings and texts.
        roles: roles that tie an actor to an event; None takes those that mean being there.
    """
    wanted = vocabulary().present if roles is None else roles
    held = held_events(events, window, types)
    known = {e.id for e in held}
    roles_of: dict[tuple[str, str], set[str]] = {}
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    countries: dict[str, str] = {}
    for p in sorted(participations, key=lambda p: (p.event_id, p.role, p.name)):
        if p.event_id not in known or p.role not in wanted or not is_named(p):
            continue
        key = actor_key(p)
        roles_of.setdefault((p.event_id, key), set()).add(p.role)
        names.setdefault(key, p.name)
        if p.actor_type:
            kinds.setdefault(key, p.actor_type)
        if p.country:
            countries.setdefault(key, p.country)
    attended = {event_id for event_id, _ in roles_of}
    rows = [e for e in held if e.id in attended]
    actors = sorted(names)
    row, column = {e.id: i for i, e in enumerate(rows)}, {a: i for i, a in enumerate(actors)}
    present = np.zeros((len(rows), len(actors)))
    for event_id, key in roles_of:
        present[row[event_id], column[key]] = 1.0
    return TwoMode(
        actors=actors,
        events=rows,
        present=present,
        roles={key: sorted(some) for key, some in roles_of.items()},
        names=names,
        kinds=kinds,
        countries=countries,
    )


def projection(present: Floats, weights: Floats | None = None) -> Floats:
    """Ties between actors, `w_ij = sum_e 1[i in e] 1[j in e] / (n_e - 1)` (Newman 2001, Phys. Rev. E 64, 016132).

    n_e is the number of actors present; an event with one actor ties nobody. So a conference of twenty does
    not outweigh a deal among three: what an event adds to all ties of one actor is 1.

    Args:
        present: shape (events, actors).
        weights: of events, shape (events,); None weighs each once.

    Returns:
        Symmetric, zero diagonal, shape (actors, actors).
    """
    size = present.sum(axis=1)
    share = np.divide(1.0, size - 1.0, out=np.zeros_like(size), where=size > 1)
    if weights is not None:
        share = share * weights
    ties: Floats = present.T @ (present * share[:, None])
    np.fill_diagonal(ties, 0.0)
    return ties


def burt_constraint(ties: Floats) -> Floats:
    """`C_i = sum_j (p_ij + sum_{q != i,j} p_iq p_qj)^2` over the contacts j of i (Burt 1992, Structural Holes, ch. 2).

    p_ij is the share of i's tie weight that goes to j. Low: i's contacts are not tied to each other, so i spans
    holes; 1 where i has a single contact. NaN for an actor without ties. As in networkx, j runs over direct
    contacts only. Cost: one product of two (actors, actors) matrices.

    Args:
        ties: symmetric, zero diagonal.
    """
    strength = ties.sum(axis=1)
    proportion = np.divide(ties, strength[:, None], out=np.zeros_like(ties), where=strength[:, None] > 0)
    both = np.where(ties > 0, proportion + proportion @ proportion, 0.0)
    result: Floats = np.where(strength > 0, np.square(both).sum(axis=1), np.nan)
    return result


def tie_strength(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 500,
    seed: int = 0,
) -> Measure:
    """n1: strength of an actor in the projection, `sum_j w_ij`: held events at which it met anybody (Newman 2001).

    `detail`: contacts (actors met), strongest (whom most). Interval: bootstrap over events and roots.
    Edge case: an actor that was alone at all its events has strength 0.
    """
    net = two_mode(events, participations, window=window, types=types)
    return _measured(
        "n1", "tie_strength", "sum_j w_ij, with w_ij = sum over held events of 1 / (n_e - 1)", "events", net, window,
        lambda ties: ties.sum(axis=1), True, event_roots, repeats, seed,
    )  # fmt: skip


def constraint(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 500,
    seed: int = 0,
) -> Measure:
    """n2: Burt's constraint on the projection; the least constrained, who spans most holes, first.

    `detail`: contacts, strongest, and rank_low and rank_high, the 95 % interval of the actor's rank under the
    bootstrap. Edge case: actors without ties have no value.
    """
    net = two_mode(events, participations, window=window, types=types)
    return _measured(
        "n2", "constraint", "C_i = sum_j (p_ij + sum_q p_iq p_qj)^2 on ties w_ij", "index", net, window,
        burt_constraint, False, event_roots, repeats, seed,
    )  # fmt: skip


def network_warnings(net: TwoMode) -> list[str]:
    """What makes scores of this network unsafe: few events, few actors, and what holds for any measure."""
    found = general_warnings(net.events, 0)
    if len(net.events) < MINIMUM_EVENTS:
        found.insert(0, f"only {len(net.events)} held events, fewer than {MINIMUM_EVENTS}: read no network scores")
    if len(net.actors) < SMALL_NETWORK:
        found.append(
            f"{len(net.actors)} actors, fewer than {SMALL_NETWORK}: ranks are unstable, see rank_low and rank_high"
        )
    return found


def _measured(number: str, name: str, formula: str, unit: str, net: TwoMode, window: Window | None, score: Callable[[Floats], Floats],
              most_first: bool, event_roots: Mapping[str, Sequence[str]] | None, repeats: int, seed: int) -> Measure:  # fmt: skip
    ties = projection(net.present)
    scores = score(ties)
    weights = resampled_weights(net.events, event_roots, np.random.default_rng(seed), repeats)
    draws = np.array([score(projection(net.present, row)) for row in weights]) if net.actors else np.zeros((0, 0))
    values = []
    for i, actor in enumerate(net.actors):
        if not np.isfinite(scores[i]):
            continue
        span = percentile_interval(draws[:, i])
        values.append(
            Value(
                key=actor,
                name=net.names[actor],
                value=float(scores[i]),
                low=span[0] if span else None,
                high=span[1] if span else None,
                n=int(net.present[:, i].sum()),
                detail=_detail(net, ties, draws, i, most_first),
            )
        )
    return measured(
        number,
        name,
        formula=formula,
        unit=unit,
        values=values,
        events=net.events,
        window=window,
        event_roots=event_roots,
        warnings=network_warnings(net),
        order=largest_first if most_first else smallest_first,
    )


def _detail(
    net: TwoMode, ties: Floats, draws: Floats, i: int, most_first: bool
) -> dict[str, float | int | str | list[str]]:
    detail: dict[str, float | int | str | list[str]] = {"contacts": int((ties[i] > 0).sum())}
    if ties[i].any():
        detail["strongest"] = net.names[net.actors[int(ties[i].argmax())]]
    own = draws[:, i : i + 1]
    better = (draws > own) if most_first else (draws < own)
    ranks = np.where(np.isfinite(own[:, 0]), 1.0 + better.sum(axis=1), np.nan)
    if span := percentile_interval(ranks):
        detail["rank_low"], detail["rank_high"] = round(span[0]), round(span[1])
    return detail
