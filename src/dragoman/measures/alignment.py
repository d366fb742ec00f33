"""a1 dyadic alignment: how often two actors sit on one side, and how alike their months are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.measures.camps import THIRD, Camp, camps_of
from dragoman.measures.intervals import percentile_interval, resampled_weights
from dragoman.measures.measure import (
    ATTESTED,
    Floats,
    Measure,
    Value,
    Window,
    event_day,
    general_warnings,
    held_events,
    largest_first_then_most,
    measured,
)
from dragoman.records import Event, Participation

TRUSTED_EVENTS = 8
"""A share over fewer common events is warned of (measures, section 6)."""
_BROKERING = frozenset({"convener", "host", "guarantor", "accompanier"})


def cosine_by_month(first: Mapping[str, Mapping[str, float]], second: Mapping[str, Mapping[str, float]]) -> Floats:
    """Cosine of two actors' vectors of category shares, one for each month in which both are active, in order.

    Args:
        first, second: month to category to number of events; shares and numbers have the same cosine.
    """
    found = []
    for month in sorted(set(first) & set(second)):
        a, b = first[month], second[month]
        dot = sum(a[key] * b.get(key, 0.0) for key in a)
        size = np.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
        found.append(dot / size if size else np.nan)
    return np.array(found)


def alignment(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    camps: Iterable[Camp] = (),
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 500,
    seed: int = 0,
) -> Measure:
    """a1: share of the held events with both actors in which they are on one side (measures, section 4, a).

    Sides at an event: those who broker it (mediators, conveners, hosts, guarantors) are one; a party is on the
    side of its camp (`camps_of`); whoever else is present is on the side of its camp, third parties among them
    apart from brokers. `A_ij = |{e: side_e(i) = side_e(j)}| / |{e: i and j in e}|`. Interval: bootstrap over
    events and roots.

    `detail`: together (events with both), months and cosine: mean cosine, over the months in which both take
    part in anything, of their shares of PLOVER categories (section 4, b), over events of every type that took
    place. It reads as climate between two actors, not as influence.

    Edge cases: an actor with roles on two sides of one event is on the brokers' side. Pairs that never meet
    have no value. Without PLOVER categories there is no cosine.
    """
    listed, people = list(events), list(participations)
    held = held_events(listed, window, types)
    camp = camps_of(held, people, camps, (window.until if window else None) or None)
    words = vocabulary()
    brokering = words.mediator | _BROKERING
    row = {e.id: i for i, e in enumerate(held)}
    side: dict[str, dict[int, str]] = {}
    names: dict[str, str] = {}
    for p in sorted(people, key=lambda p: (p.event_id, p.role, p.name)):
        if p.event_id in row and p.role in words.present and is_named(p):
            key, i = actor_key(p), row[p.event_id]
            names.setdefault(key, p.name)
            own = side.setdefault(key, {})
            if p.role in brokering:
                own[i] = "brokers"
            else:
                own.setdefault(i, camp.get(key, THIRD))
    weights = resampled_weights(held, event_roots, np.random.default_rng(seed), repeats)
    months = _months(listed, people, window)
    values = []
    actors = sorted(side)
    for place, a in enumerate(actors):
        for b in actors[place + 1 :]:
            both = sorted(set(side[a]) & set(side[b]))
            if not both:
                continue
            same = np.array([side[a][i] == side[b][i] for i in both], dtype=np.float64)
            drawn = weights[:, both]
            total = drawn.sum(axis=1)
            samples = np.divide(drawn @ same, total, out=np.full(len(total), np.nan), where=total > 0)
            span = percentile_interval(samples)
            alike = cosine_by_month(months.get(a, {}), months.get(b, {}))
            detail: dict[str, float | int | str | list[str]] = {"together": len(both), "months": len(alike)}
            if np.isfinite(alike).any():
                detail["cosine"] = round(float(np.nanmean(alike)), 4)
            values.append(
                Value(
                    key=f"{a}|{b}",
                    name=f"{names[a]} | {names[b]}",
                    value=float(same.mean()),
                    low=span[0] if span else None,
                    high=span[1] if span else None,
                    n=len(both),
                    detail=detail,
                )
            )
    attended = [e for i, e in enumerate(held) if any(i in own for own in side.values())]
    few = sum(1 for v in values if v.n < TRUSTED_EVENTS)
    warnings = general_warnings(attended)
    if few:
        warnings.append(f"{few} of {len(values)} pairs met at fewer than {TRUSTED_EVENTS} events")
    return measured(
        "a1",
        "alignment",
        formula="held events with i and j on one side / held events with i and j",
        unit="share",
        values=values,
        events=attended,
        window=window,
        event_roots=event_roots,
        warnings=warnings,
        order=largest_first_then_most,
    )


def _months(
    events: Sequence[Event], participations: Iterable[Participation], window: Window | None
) -> dict[str, dict[str, dict[str, float]]]:
    """Actor to month to PLOVER category to number of events of any type that took place."""
    words = vocabulary()
    window = window or Window()
    told = {
        e.id: e
        for e in events
        if e.plover_event and e.status in words.held and e.factuality in ATTESTED and window.holds(e) and event_day(e)
    }
    active: dict[str, set[str]] = {}
    for p in participations:
        if p.event_id in told and p.role not in words.absent and is_named(p):
            active.setdefault(actor_key(p), set()).add(p.event_id)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for key, own in active.items():
        for event_id in own:
            event = told[event_id]
            month, category = str(event_day(event))[:7], event.plover_event or ""
            counts = found.setdefault(key, {}).setdefault(month, {})
            counts[category] = counts.get(category, 0.0) + 1.0
    return found
