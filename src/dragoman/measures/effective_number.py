"""m5 effective number of mediators and m6 effective number of tracks: how fragmented peacemaking is."""

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
from dragoman.measures.shares import credit_matrix, shares_of
from dragoman.records import Event, Participation

_TOO_MANY_KINDS = "few events for as many kinds: resamples miss some of them, so that the interval lies too low and is widened to the number"


def effective_number(shares: Floats) -> Floats:
    """`N = 1 / sum s_i^2` over the last axis (Laakso & Taagepera 1979), the inverse Herfindahl index.

    1 where one holds all, k where k hold equal shares; NaN where shares are.
    """
    result: Floats = 1.0 / np.square(shares).sum(axis=-1)
    return result


def effective_mediators(
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
    """m5: effective number of mediators, over the shares of m1.

    It tells how many, not who: one mediator may displace another while the number stays (see m7).
    Edge case: no value without mediated events.
    """
    roles = vocabulary().mediator if roles is None else roles
    chosen = held_events(events, window, types)
    credited, _ = actors_by_event(chosen, participations, roles)
    pairs = [(e, who) for e, who in zip(chosen, credited, strict=True) if who]
    formula = "1 / sum of squared mediation shares (m1)"
    return _number("m5", "effective_mediators", formula, [e for e, _ in pairs], [who for _, who in pairs],
                   window, event_roots, repeats, seed)  # fmt: skip


def effective_tracks(
    events: Iterable[Event],
    participations: Iterable[Participation] = (),
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m6: effective number of tracks, over each track's share of held events.

    Edge cases: events without a track are left out and named in a warning; no value without events on a
    track.

    Args:
        participations: not used; taken so that all measures are called alike.
        types: event types counted; None takes meetings, texts, resolutions and process changes.
    """
    words = vocabulary()
    held = held_events(events, window, words.counted | words.track_activity if types is None else types)
    chosen = [e for e in held if e.track_id]
    tracks = [{e.track_id or ""} for e in chosen]
    extra = []
    if len(chosen) < len(held):
        extra.append(f"{len(held) - len(chosen)} of {len(held)} held events belong to no track and are left out")
    formula = "1 / sum of squared shares of tracks in held events"
    return _number("m6", "effective_tracks", formula, chosen, tracks, window, event_roots,
                   repeats, seed, extra)  # fmt: skip


def _number(
    number: str,
    name: str,
    formula: str,
    events: Sequence[Event],
    members: Sequence[set[str]],
    window: Window | None,
    event_roots: Mapping[str, Sequence[str]] | None,
    repeats: int,
    seed: int,
    extra_warnings: Sequence[str] = (),
) -> Measure:
    keys, matrix = credit_matrix(members)
    values = []
    outside = False
    if keys:
        weights = resampled_weights(events, event_roots, np.random.default_rng(seed), repeats)
        span = percentile_interval(effective_number(shares_of(matrix, weights))) if len(events) > 1 else None
        whole = float(effective_number(shares_of(matrix)))
        outside = span is not None and not span[0] <= whole <= span[1]
        values.append(
            Value(
                key="all",
                name="all",
                value=whole,
                # Resamples hold fewer kinds than the record: where these are many beside the events, the number itself bounds them.
                low=min(span[0], whole) if span else None,
                high=max(span[1], whole) if span else None,
                n=len(events),
                detail={"counted": len(keys)},
            )
        )
    return measured(
        number,
        name,
        formula=formula,
        unit="number",
        values=values,
        events=events,
        window=window,
        event_roots=event_roots,
        warnings=general_warnings(events) + list(extra_warnings) + [_TOO_MANY_KINDS] * outside,
    )
