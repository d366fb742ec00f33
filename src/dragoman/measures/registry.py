"""Measures by name, for the command line and the brief: a file a measure, an entry here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from dragoman.errors import OptionError
from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures import network
from dragoman.measures.alignment import alignment
from dragoman.measures.brokerage import brokerage
from dragoman.measures.camps import Camp
from dragoman.measures.displacement import displacement
from dragoman.measures.effective_number import effective_mediators, effective_tracks
from dragoman.measures.exclusion_rate import exclusion_rate
from dragoman.measures.measure import MINIMUM_EVENTS, Measure, Window, actors_by_event, event_day, held_events
from dragoman.measures.outcome import outcome_attribution
from dragoman.measures.outlook import outlook
from dragoman.measures.presence import presence_rate
from dragoman.measures.self_reporting import with_sensitivity
from dragoman.measures.shares import lead_share, mediation_share
from dragoman.measures.track_overlap import track_competition
from dragoman.measures.venue_control import venue_control
from dragoman.records import Agreement, Event, ExclusionRow, Participation, StatusChange, Track, TrackRelation
from dragoman.records.dates import check_window, first_day, last_day


@dataclass(frozen=True)
class Inputs:
    """What measures are computed from; each takes what it needs.

    `events` are those of the conflict or track that is asked about, `record` those of all, with `changes`.
    """

    events: Sequence[Event]
    participations: Sequence[Participation]
    exclusions: Sequence[ExclusionRow] = ()
    agreements: Sequence[Agreement] = ()
    tracks: Sequence[Track] = ()
    relations: Sequence[TrackRelation] = ()
    camps: Sequence[Camp] = ()
    allies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    window: Window = field(default_factory=Window)
    before: Window | None = None
    split: str | None = None
    event_roots: Mapping[str, Sequence[str]] | None = None
    record: Sequence[Event] = ()
    changes: Sequence[StatusChange] = ()
    seed: int = 0


@dataclass(frozen=True)
class Entry:
    """A measure's number in the design, the source of its formula, how its interval is made, and its function.

    `minimum` is the number of held events from which on it may be read, 0 where the measure counts something
    else and refuses by itself; `by_mediators` says that it rests on
    who is told to mediate, so that self-reports may bend it.
    """

    number: str
    reference: str
    interval: str
    compute: Callable[[Inputs], Measure]
    minimum: int = MINIMUM_EVENTS
    by_mediators: bool = False


_BOOTSTRAP = "95 %, bootstrap over events and roots (Efron 1979)"
_RATE = "95 %, Wilson (1927) widened to a bootstrap over events and roots"


def _displacement(i: Inputs) -> Measure:
    before, after = (i.before, i.window) if i.before else _halves(i.events, i.participations, i.window, i.split)
    return displacement(i.events, i.participations, before=before, after=after, event_roots=i.event_roots, seed=i.seed)


MEASURES: Mapping[str, Entry] = {
    "mediation_share": Entry(
        "m1", "fractional counting of joint mediation; docs/measures.md", _BOOTSTRAP,
        lambda i: mediation_share(i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed),
        by_mediators=True,
    ),
    "lead_share": Entry(
        "m2", "as m1 with lead mediators; docs/measures.md", _BOOTSTRAP,
        lambda i: lead_share(i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed),
        by_mediators=True,
    ),
    "presence": Entry(
        "m3", "docs/measures.md", _RATE,
        lambda i: presence_rate(i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed),
    ),
    "exclusion_rate": Entry(
        "m4", "docs/measures.md; no published index of exclusion was found", "95 %, Wilson (1927)",
        lambda i: exclusion_rate(i.events, i.participations, i.exclusions, window=i.window, event_roots=i.event_roots),
    ),
    "effective_mediators": Entry(
        "m5", "Laakso & Taagepera 1979", _BOOTSTRAP,
        lambda i: effective_mediators(
            i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed
        ),
    ),
    "effective_tracks": Entry(
        "m6", "Laakso & Taagepera 1979", _BOOTSTRAP,
        lambda i: effective_tracks(i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed),
    ),
    "displacement": Entry(
        "m7", "docs/measures.md; permutation test as in Phipson & Smyth 2010", _BOOTSTRAP, _displacement, by_mediators=True
    ),
    "venue_control": Entry(
        "m8", "docs/measures.md", _RATE,
        lambda i: venue_control(
            i.events, i.participations, window=i.window, allies=i.allies, event_roots=i.event_roots, seed=i.seed
        ),
    ),
    "outcome_attribution": Entry(
        "m10", "docs/measures.md, with weights by stage", _BOOTSTRAP,
        lambda i: outcome_attribution(
            i.agreements, i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed
        ),
        by_mediators=True,
    ),
    "tie_strength": Entry(
        "n1", "Newman 2001", _BOOTSTRAP,
        lambda i: network.tie_strength(
            i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed
        ),
        network.MINIMUM_EVENTS,
    ),
    "constraint": Entry(
        "n2", "Burt 1992", _BOOTSTRAP,
        lambda i: network.constraint(
            i.events, i.participations, window=i.window, event_roots=i.event_roots, seed=i.seed
        ),
        network.MINIMUM_EVENTS,
    ),
    "brokerage": Entry(
        "n3", "Gould & Fernandez 1989", _BOOTSTRAP,
        lambda i: brokerage(
            i.events, i.participations, window=i.window, camps=i.camps, event_roots=i.event_roots, seed=i.seed
        ),
        network.MINIMUM_EVENTS,
    ),
    "track_competition": Entry(
        "t1", "Jaccard 1912; docs/measures.md", "none",
        lambda i: track_competition(
            i.events, i.participations, tracks=i.tracks, relations=i.relations, window=i.window,
            event_roots=i.event_roots,
        ),
    ),
    "alignment": Entry(
        "a1", "co-sided roles, cosine of PLOVER categories by month; docs/measures.md", _BOOTSTRAP,
        lambda i: alignment(
            i.events, i.participations, window=i.window, camps=i.camps, event_roots=i.event_roots, seed=i.seed
        ),
    ),
    "outlook": Entry(
        "o1", "Aalen & Johansen 1978; docs/measures.md",
        "95 %, Wilson (1927) widened to a bootstrap over conflicts, over tracks where these are fewer than 5",
        lambda i: outlook(
            i.record, i.changes, asked={e.track_id for e in i.events if e.track_id}, tracks=i.tracks, window=i.window,
            event_roots=i.event_roots, seed=i.seed,
        ),
        minimum=0,
    ),
}  # fmt: skip
"""Every measure by its name."""

NAMES: Mapping[str, str] = {name: entry.number for name, entry in MEASURES.items()}
"""Name of each measure and its number in the design; either is accepted."""


def measure(
    name: str,
    events: Sequence[Event],
    participations: Sequence[Participation],
    *,
    exclusions: Iterable[ExclusionRow] = (),
    agreements: Iterable[Agreement] = (),
    tracks: Iterable[Track] = (),
    relations: Iterable[TrackRelation] = (),
    since: str | None = None,
    until: str | None = None,
    compare: tuple[str | None, str | None] | None = None,
    split: str | None = None,
    conflict: str | None = None,
    track_id: str | None = None,
    allies: Mapping[str, frozenset[str]] | None = None,
    camps: Iterable[Camp] = (),
    event_roots: Mapping[str, Sequence[str]] | None = None,
    self_reported: Collection[str] = (),
    record: Sequence[Event] | None = None,
    changes: Iterable[StatusChange] = (),
    seed: int = 0,
) -> Measure:
    """Compute a measure over the event layer.

    Args:
        name: a key or value of `NAMES`.
        agreements: for outcome_attribution.
        tracks, relations: names and asserted relations of tracks, for track_competition and outlook.
        since: first day, month or year of the window, ISO, included; None leaves it open.
        until: last day, month or year, included.
        compare: first and last day of the earlier window that displacement compares `since` to `until` with.
        split: first day of the second window, for displacement; None halves the window at the middle event.
        conflict: only events of this conflict.
        track_id: only events of this track.
        allies: for venue_control, codes of the allies of each actor.
        camps: for brokerage and alignment, who stands in which camp and when.
        event_roots: `Record.event_roots`, for intervals that know which events share a report.
        self_reported: ids of mentions in which speakers tell of their own part; measures of mediators then
            bear `detail.without_self_reports` and a warning where it matters.
        record: for outlook, the events of the whole record where `events` are only a part; None takes `events`.
        changes: for outlook, the status history of the record's events.

    Raises:
        OptionError: the name is unknown, `split` or an end of a window is no date, or a window ends before it begins.
    """
    number = NAMES.get(name, name)
    entry = next((entry for entry in MEASURES.values() if entry.number == number), None)
    if entry is None:
        raise OptionError(f"measure {name!r} is unknown. Take one of: {', '.join(NAMES)}")
    listed = [
        e
        for e in events
        if (conflict is None or e.conflict == conflict) and (track_id is None or e.track_id == track_id)
    ]
    inside = {e.id for e in listed}
    inputs = Inputs(
        events=listed,
        participations=participations,
        exclusions=[
            row
            for row in exclusions
            if row.event_id in inside
            or (row.event_id is None and conflict is None and track_id in (None, row.track_id))
        ],
        agreements=[row for row in agreements if row.event_id in inside],
        tracks=list(tracks),
        relations=list(relations),
        camps=list(camps),
        allies=allies or {},
        window=_window(since, until),
        before=_window(*compare) if compare else None,
        split=split,
        event_roots=event_roots,
        record=events if record is None else record,
        changes=list(changes),
        seed=seed,
    )
    if entry.by_mediators and self_reported:
        result = with_sensitivity(
            lambda rows: entry.compute(replace(inputs, participations=rows)), participations, self_reported
        )
    else:
        result = entry.compute(inputs)
    return msgspec.structs.replace(result, reference=entry.reference, interval=entry.interval, minimum=entry.minimum)


def _window(since: str | None, until: str | None) -> Window:
    """The window from the first day of `since` to the last of `until`; raises OptionError where there is none."""
    check_window(since, until)
    return Window(first_day(since, "since"), last_day(until, "until"))


def _halves(
    events: Sequence[Event], participations: Sequence[Participation], window: Window, split: str | None
) -> tuple[Window, Window]:
    """The windows before and from `split` on; without one the day of the middle mediated event parts them.

    Where that is the first day of the window, the window is compared with the time before it.
    """
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
    begun = window.since is None or window.since <= eve
    return Window(window.since if begun else None, eve), Window(middle.isoformat(), window.until)
