"""m4 attested exclusion rate: how often an actor is shut out, of the times it is told in or out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.intervals import wilson
from dragoman.measures.measure import (
    MINIMUM_EVENTS,
    Measure,
    Value,
    Window,
    actors_by_event,
    general_warnings,
    held_events,
    largest_first_then_most,
    measured,
)
from dragoman.records import Event, ExclusionRow, Participation

_NOT_BY_OTHERS = frozenset({"self_excluded", "absent_unexplained"})


def exclusion_rate(
    events: Iterable[Event],
    participations: Iterable[Participation],
    exclusions: Iterable[ExclusionRow],
    *,
    window: Window | None = None,
    track_id: str | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
) -> Measure:
    """m4: `X_i = x_i / (x_i + n_i)`.

    x_i: events from which somebody says that i was kept out, n_i: held events at which i was present. Boycott
    (self_excluded) and unexplained absence are not exclusion and count in neither. Interval: Wilson (1927).

    Edge cases: an event from which i is said to be excluded while present (an observer where it was a party)
    counts on both sides. Exclusion from talks that were only proposed counts, as the claim is attested.
    Exclusions that no event bears count by their mention. An actor without any exclusion claim has no value:
    it is not "never excluded".

    Returns:
        Values with `detail`: excluded (x_i), present (n_i), asserted_by (who says so), modes.
    """
    listed = list(events)
    window = window or Window()
    of_track = [e for e in listed if track_id is None or e.track_id == track_id]
    by_id = {e.id: e for e in listed}
    held = held_events(of_track, window, types)
    present, _ = actors_by_event(held, participations, vocabulary().present)
    times: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    asserters: dict[str, set[str]] = defaultdict(set)
    modes: dict[str, set[str]] = defaultdict(set)
    for row in sorted(exclusions, key=lambda r: r.id):
        event = by_id.get(row.event_id or "")
        inside = window.holds(event) if event else _in_window(row, window)
        if row.mode in _NOT_BY_OTHERS or not inside or (track_id is not None and row.track_id != track_id):
            continue
        actor = row.excluded_actor or row.excluded_name.casefold()
        times[actor].add(row.event_id or row.mention_id)
        names.setdefault(actor, row.excluded_name)
        asserters[actor].add(row.asserted_by or "outlet")
        modes[actor].add(row.mode)
    values = []
    for actor in sorted(times):
        out = len(times[actor])
        seated = sum(1 for members in present if actor in members)
        low, high = wilson(out, out + seated)
        values.append(
            Value(
                key=actor,
                name=names[actor],
                value=out / (out + seated),
                low=low,
                high=high,
                n=out + seated,
                detail={
                    "excluded": out,
                    "present": seated,
                    "asserted_by": sorted(asserters[actor]),
                    "modes": sorted(modes[actor]),
                },
            )
        )
    few = [v.name for v in values if v.n < MINIMUM_EVENTS]
    warnings = general_warnings(held)
    if few:
        warnings.append(f"told in or out fewer than {MINIMUM_EVENTS} times: {', '.join(sorted(few))}")
    return measured(
        "m4",
        "exclusion_rate",
        formula="x_i / (x_i + n_i): events with an exclusion claim over those and held events with i present",
        unit="rate",
        values=values,
        events=held,
        window=window,
        event_roots=event_roots,
        warnings=warnings,
        order=largest_first_then_most,
    )


def _in_window(row: ExclusionRow, window: Window) -> bool:
    at, first, last = day(row.date), day(window.since), day(window.until)
    if at is None:
        return first is None and last is None
    return (first is None or first <= at) and (last is None or at <= last)
