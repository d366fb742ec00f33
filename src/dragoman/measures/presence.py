"""m3 presence rate: how often an actor has a seat at a track's events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.intervals import rate_interval, resampled_weights
from dragoman.measures.measure import Measure, Value, Window, actors_by_event, general_warnings, held_events, measured
from dragoman.records import Event, Participation


def presence_rate(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    track_id: str | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m3: held events at which an actor was present, over held events of the track.

    `p_i = |{e: h(e), i in P(e)}| / |{e: h(e)}|`; P(e) are actors in any role that means being there (parties,
    third parties, observers, participants), not addressees and initiators. Interval: Wilson (1927), widened
    to a bootstrap over events and roots where roots are given.

    Edge cases: without held events there are no values. Silence about an actor counts as not present, so
    small delegations are under-counted; it never counts as exclusion.

    Args:
        track_id: only events of this track; None takes all events.
        types: event types counted; None takes meetings, as texts have no room to be in.
    """
    words = vocabulary()
    chosen = held_events(events, window, words.meetings if types is None else types)
    chosen = [e for e in chosen if track_id is None or e.track_id == track_id]
    present, names = actors_by_event(chosen, participations, words.present)
    weights = resampled_weights(chosen, event_roots, np.random.default_rng(seed), repeats) if event_roots else None
    values = []
    for actor in sorted(names):
        hits = np.array([actor in members for members in present], dtype=np.float64)
        n = int(hits.sum())
        low, high = rate_interval(hits, weights)
        values.append(Value(key=actor, name=names[actor], value=n / len(chosen), low=low, high=high, n=n))
    return measured(
        "m3",
        "presence",
        formula="held events with i present / held events of the track",
        unit="rate",
        values=values,
        events=chosen,
        window=window,
        event_roots=event_roots,
        warnings=general_warnings(chosen),
    )
