"""o1 outlook: how often, and how soon, other tracks that stood where this one stands moved on. A base rate."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from dragoman.measures.base_rates import MINIMUM_CONFLICTS, MINIMUM_SPELLS, Base, base_rate, chance
from dragoman.measures.measure import Measure, Value, Window, held_events, measured
from dragoman.measures.track_paths import Paths, track_paths
from dragoman.records import Event, StatusChange, Track

MAIN_HORIZON = 90
"""Days within which a value gives the chance; other horizons stand in its detail."""


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """Where a track stands and what became of others that stood there.

    Attributes:
        state: its state, one of `STATES`.
        since: the day from which it has stood there.
        days: how long that is, up to the last day of the record.
        base: over all stays of other tracks in this state, from the day on which they began.
        later: over those alone that lasted longer than `days`, counted from there.
    """

    state: str
    since: dt.date
    days: int
    base: Base
    later: Base


def outlook_of(
    track_id: str, paths: Paths, *, since: str | None = None, repeats: int = 500, seed: int = 0
) -> Outlook | None:
    """The outlook of one track, from all others in the record; None where its state is not known.

    Stays that began before `since` are left out, by default those before the record begins: of these only the
    long ones are still told of. Stays that began on the last day were never at risk and count nowhere.
    """
    present = paths.present(track_id)
    if present is None:
        return None
    first = since or str(paths.first)
    others = [
        spell
        for spell in paths.spells
        if spell.track_id != track_id and spell.state == present.state and spell.days > 0 and str(spell.start) >= first
    ]
    stood = present.days
    longer = [spell for spell in others if spell.days > stood]
    return Outlook(
        state=present.state,
        since=present.start,
        days=stood,
        base=base_rate(present.state, others, 0, repeats, seed),
        later=base_rate(present.state, longer, stood, repeats, seed),
    )


def outlook(
    events: Iterable[Event],
    changes: Iterable[StatusChange],
    *,
    asked: Collection[str] | None = None,
    tracks: Iterable[Track] = (),
    window: Window | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 500,
    seed: int = 0,
) -> Measure:
    """o1: for each track asked about, the chance of each next state within 90 days, from other tracks' stays.

    `F_k(h)` of `cumulative_incidence` over the stays of all other tracks in the state in which the track
    stands (`track_paths`). A value is refused below `MINIMUM_SPELLS` stays, and where no other track was
    followed for 90 days; a warning says so. The window bounds when stays begin and when they are cut off.

    It is a base rate: it knows of a track its state and how long it has stood there, nothing else.

    Args:
        events: of the whole record, of any status; measures of a part draw on the rest as well.
        changes: their status history.
        asked: ids of the tracks asked about; None asks about all.
        tracks: for their names.

    Returns:
        A value for each track and next state, n being stays of other tracks, with `detail`: from, for_days,
        tracks, conflicts, moved, within_30 to within_365 with interval_30 to interval_365, half_by and
        half_left_by (days), as_long (stays that lasted longer than this one has), and, where these are enough,
        within_90_more with interval_90_more. `n_events` are held events on the tracks that have a path.
    """
    listed = list(events)
    window = window or Window()
    paths = track_paths(listed, changes, until=window.until)
    names = _names(tracks)
    wanted = sorted({e.track_id for e in listed if e.track_id} if asked is None else set(asked))
    values: list[Value] = []
    refused: dict[str, list[str]] = defaultdict(list)
    drawn: set[str] = set()
    given = old = 0
    for track_id in wanted:
        name = names.get(track_id, track_id)
        found = outlook_of(track_id, paths, since=window.since, repeats=repeats, seed=seed)
        why = refusal(found)
        if found is None or why:
            refused[why].append(name)
            continue
        drawn.add(found.base.clusters)
        given += 1
        old += found.days > MAIN_HORIZON
        values += _values(track_id, name, found)
    known = {spell.track_id for spell in paths.spells}
    return measured(
        "o1",
        "outlook",
        formula=f"F_k({MAIN_HORIZON}) = sum over t <= {MAIN_HORIZON} days of S(t-) d_k(t) / n(t), over other tracks' stays",
        unit="probability",
        values=values,
        events=held_events([e for e in listed if e.track_id in known], window),
        window=window,
        event_roots=event_roots,
        warnings=[
            *(f"{why}: no outlook for {', '.join(sorted(some))}" for why, some in sorted(refused.items())),
            *_warnings(paths, drawn, old, given),
        ],
        order=lambda value: (value.name.rpartition(": ")[0], value.key.partition("|")[0], -value.value, value.key),
    )


def refusal(found: Outlook | None) -> str:
    """Why no figure is given, in plain words; "" where one is."""
    if found is None:
        return "no report tells on what day it reached any state"
    if not found.base.prospects:
        stays = f"{found.base.n or 'no'} {'stay' if found.base.n == 1 else 'stays'}"
        return f"{stays} of other tracks at {found.state}, at least {MINIMUM_SPELLS} needed"
    if chance(found.base.prospects[0], MAIN_HORIZON) is None:
        return f"no other track that stood at {found.state} was followed for {MAIN_HORIZON} days"
    return ""


def _values(track_id: str, name: str, found: Outlook) -> Iterable[Value]:
    later = {p.state: chance(p, MAIN_HORIZON) for p in found.later.prospects}
    for prospect in found.base.prospects:
        main = chance(prospect, MAIN_HORIZON)
        if main is None:
            continue
        detail: dict[str, float | int | str | list[str]] = {
            "from": found.state,
            "for_days": found.days,
            "tracks": found.base.n_tracks,
            "conflicts": found.base.n_conflicts,
            "moved": prospect.n_moved,
        }
        for other in prospect.chances:
            if other.days != MAIN_HORIZON:
                detail[f"within_{other.days}"] = round(other.value, 4)
                detail[f"interval_{other.days}"] = [f"{other.low:.2f}", f"{other.high:.2f}"]
        detail |= {"half_by": prospect.half_by} if prospect.half_by else {}
        detail |= {"half_left_by": found.base.half_left_by} if found.base.half_left_by else {}
        detail["as_long"] = found.later.n
        if more := later.get(prospect.state):
            detail[f"within_{MAIN_HORIZON}_more"] = round(more.value, 4)
            detail[f"interval_{MAIN_HORIZON}_more"] = [f"{more.low:.2f}", f"{more.high:.2f}"]
        yield Value(
            key=f"{track_id}|{prospect.state}",
            name=f"{name}: {found.state} to {prospect.state}",
            value=main.value,
            low=main.low,
            high=main.high,
            n=found.base.n,
            detail=detail,
        )


def _names(tracks: Iterable[Track]) -> dict[str, str]:
    """Name of each track by id, with its conflict where several tracks bear one name."""
    listed = list(tracks)
    borne = Counter(track.name for track in listed)
    return {
        track.id: f"{track.name} ({track.conflict})" if borne[track.name] > 1 and track.conflict else track.name
        for track in listed
    }


def _warnings(paths: Paths, drawn: Collection[str], old: int, given: int) -> Iterable[str]:
    if not drawn or paths.last is None:
        return
    yield "a base rate of other tracks, no forecast: of a track it knows only its state and since when"
    if old:
        yield (
            f"values are for the first {MAIN_HORIZON} days of a stay, which are over for {old} of {given} tracks:"
            f" there read as_long and within_{MAIN_HORIZON}_more"
        )
    if "tracks" in drawn:
        yield f"fewer than {MINIMUM_CONFLICTS} conflicts: intervals take tracks of one war as independent, so they are too narrow"
    quiet = [name for name, at in paths.told.items() if (paths.last - at).days > MAIN_HORIZON]
    if quiet:
        yield (
            f"{len(quiet)} of {len(paths.told)} conflicts are not told of in the last {MAIN_HORIZON} days before"
            f" {paths.last}: their tracks count as still standing where they were"
        )
