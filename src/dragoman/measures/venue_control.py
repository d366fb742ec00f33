"""m8 convening and venue control: who calls the meetings, and on whose territory they are held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.intervals import rate_interval, resampled_weights
from dragoman.measures.measure import Measure, Value, Window, actors_by_event, general_warnings, held_events, measured
from dragoman.records import Event, Participation


def venue_control(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    roles: frozenset[str] | None = None,
    allies: Mapping[str, frozenset[str]] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m8: share of held events that i convened, and how many of those were held with i or its allies.

    `c_i = |{e: h(e), i convenes e}| / |{e: h(e), somebody convenes e}|`. An actor convenes an event as its
    convener or, where none is named, as a mediator. Joint convening counts for each, so values need not sum
    to 1. `detail`: own_territory, ally_territory, elsewhere, each over the events that i convened at a known
    place.
    Interval: Wilson (1927), widened to a bootstrap over events and roots where roots are given.

    Edge cases: the territory of an organisation is nowhere; without `allies` ally_territory is 0.

    Args:
        roles: roles that count as convening; None takes the convener and, failing one, the mediator family.
        allies: codes of the states allied with each actor.
    """
    words = vocabulary()
    chosen = held_events(events, window, types)
    people = list(participations)
    conveners, names = actors_by_event(chosen, people, words.convener if roles is None else roles)
    mediators, others = actors_by_event(chosen, people, words.mediator if roles is None else frozenset())
    names = {**others, **names}
    told = [(e, c or m) for e, c, m in zip(chosen, conveners, mediators, strict=True) if c or m]
    counted = [e for e, _ in told]
    weights = resampled_weights(counted, event_roots, np.random.default_rng(seed), repeats) if event_roots else None
    values = []
    for actor in sorted({a for _, who in told for a in who}):
        own = [e for e, who in told if actor in who]
        placed = [e for e in own if e.venue_country]
        friends = (allies or {}).get(actor, frozenset())
        at_home = sum(1 for e in placed if e.venue_country == actor)
        with_ally = sum(1 for e in placed if e.venue_country in friends and e.venue_country != actor)
        low, high = rate_interval(np.array([actor in who for _, who in told], dtype=np.float64), weights)
        values.append(
            Value(
                key=actor,
                name=names[actor],
                value=len(own) / len(told),
                low=low,
                high=high,
                n=len(own),
                detail={
                    "placed": len(placed),
                    "own_territory": at_home / len(placed) if placed else 0.0,
                    "ally_territory": with_ally / len(placed) if placed else 0.0,
                    "elsewhere": (len(placed) - at_home - with_ally) / len(placed) if placed else 0.0,
                },
            )
        )
    warnings = general_warnings(counted)
    unplaced = sum(1 for e in counted if not e.venue_country)
    if unplaced:
        warnings.append(f"{unplaced} of {len(counted)} events have no known place")
    if values and not allies:
        warnings.append("no table of allies given: ally_territory is 0")
    return measured(
        "m8",
        "venue_control",
        formula="held events convened by i / held events with a convener or mediator",
        unit="share",
        values=values,
        events=counted,
        window=window,
        event_roots=event_roots,
        warnings=warnings,
    )
