"""Measures by name, for the command line and the brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from dragoman.errors import OptionError
from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.displacement import displacement
from dragoman.measures.effective_number import effective_mediators, effective_tracks
from dragoman.measures.exclusion_rate import exclusion_rate
from dragoman.measures.measure import Measure, Window, actors_by_event, event_day, held_events
from dragoman.measures.presence import presence_rate
from dragoman.measures.shares import lead_share, mediation_share
from dragoman.measures.venue_control import venue_control
from dragoman.records import Event, ExclusionRow, Participation

NAMES: Mapping[str, str] = {
    "mediation_share": "m1",
    "lead_share": "m2",
    "presence": "m3",
    "exclusion_rate": "m4",
    "effective_mediators": "m5",
    "effective_tracks": "m6",
    "displacement": "m7",
    "venue_control": "m8",
}
"""Name of each measure and its number in the design; either is accepted."""


def measure(
    name: str,
    events: Sequence[Event],
    participations: Sequence[Participation],
    *,
    exclusions: Iterable[ExclusionRow] = (),
    since: str | None = None,
    until: str | None = None,
    split: str | None = None,
    conflict: str | None = None,
    track_id: str | None = None,
    allies: Mapping[str, frozenset[str]] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    seed: int = 0,
) -> Measure:
    """Compute a measure over the event layer.

    Args:
        name: a key or value of `NAMES`.
        since: first day of the window, ISO, included; None leaves it open.
        until: last day, included.
        split: first day of the second window, for displacement; None halves the window at the middle event.
        conflict: only events of this conflict.
        track_id: only events of this track.
        allies: for venue_control, codes of the allies of each actor.
        event_roots: `Record.event_roots`, for intervals that know which events share a report.

    Raises:
        OptionError: the name is unknown, or `split` is no date.
    """
    number = NAMES.get(name, name)
    if number not in NAMES.values():
        raise OptionError(f"measure {name!r} is unknown. Take one of: {', '.join(NAMES)}")
    window = Window(since, until)
    listed = [
        e
        for e in events
        if (conflict is None or e.conflict == conflict) and (track_id is None or e.track_id == track_id)
    ]
    if number == "m1":
        return mediation_share(listed, participations, window=window, event_roots=event_roots, seed=seed)
    if number == "m2":
        return lead_share(listed, participations, window=window, event_roots=event_roots, seed=seed)
    if number == "m3":
        return presence_rate(listed, participations, window=window, event_roots=event_roots)
    if number == "m4":
        inside = {e.id for e in listed}
        rows = [
            row
            for row in exclusions
            if row.event_id in inside
            or (row.event_id is None and conflict is None and track_id in (None, row.track_id))
        ]
        return exclusion_rate(listed, participations, rows, window=window, event_roots=event_roots)
    if number == "m5":
        return effective_mediators(listed, participations, window=window, event_roots=event_roots, seed=seed)
    if number == "m6":
        return effective_tracks(listed, participations, window=window, event_roots=event_roots, seed=seed)
    if number == "m8":
        return venue_control(listed, participations, window=window, allies=allies, event_roots=event_roots)
    before, after = _halves(listed, participations, window, split)
    return displacement(listed, participations, before=before, after=after, event_roots=event_roots, seed=seed)


def _halves(
    events: Sequence[Event], participations: Sequence[Participation], window: Window, split: str | None
) -> tuple[Window, Window]:
    """The windows before and from `split` on; without one the day of the middle mediated event parts them."""
    words = vocabulary()
    if split is None:
        held = held_events(events, window)
        credited, _ = actors_by_event(held, participations, words.mediator)
        days = [at for e, who in zip(held, credited, strict=True) if who and (at := event_day(e))]
        middle = days[len(days) // 2] if days else dt.date(1900, 1, 1)
    else:
        parsed = day(split)
        if parsed is None:
            raise OptionError(f"split {split!r} is no date. Give a day as YYYY-MM-DD")
        middle = parsed
    eve = (middle - dt.timedelta(days=1)).isoformat()
    return Window(window.since, eve), Window(middle.isoformat(), window.until)
