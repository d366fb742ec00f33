"""t1 track competition: how far two lines of talks share time, issues and parties but not brokers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.measure import (
    MINIMUM_EVENTS,
    Measure,
    Value,
    Window,
    actors_by_event,
    general_warnings,
    held_events,
    measured,
)
from dragoman.records import Event, Participation, Track, TrackRelation


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What the held events of one track show."""

    brokers: frozenset[str]
    parties: frozenset[str]
    issues: frozenset[str]
    first: dt.date
    last: dt.date
    n: int


def jaccard(some: frozenset[str], others: frozenset[str]) -> float:
    """`|A and B| / |A or B|` (Jaccard 1912); 0 where both are empty."""
    union = some | others
    return len(some & others) / len(union) if union else 0.0


def time_overlap(a: Line, b: Line) -> float:
    """Days on which both lines are active, over the days of the shorter one; a line is active from its first to
    its last held event.
    """
    shared = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    return max(0, shared) / (min(a.last - a.first, b.last - b.first).days + 1)


def track_competition(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    tracks: Iterable[Track] = (),
    relations: Iterable[TrackRelation] = (),
    window: Window | None = None,
    types: frozenset[str] | None = None,
    event_roots: Mapping[str, Sequence[str]] | None = None,
) -> Measure:
    """t1: `K = O_time * J_issue * J_party * (1 - J_broker)` for each pair of tracks (measures, section 3).

    J are Jaccard indices of the mediators, parties and issues of the held events of either track, O_time is
    `time_overlap`. 1: at the same time, on the same issues, with the same parties, by other brokers.

    `detail`: O_time, J_broker, J_party, J_issue, the number of events of either track, and `asserted`: what
    relations somebody asserts between the two ("parallel_to by RUS"), to be read beside what is computed;
    relations that the record itself computed are left out.

    Edge cases: a track without held events or with undated ones only is left out; where no issue is known
    J_issue, and so K, is 0, and a warning says so. There is no interval: what is drawn again holds fewer
    members than the original, so a bootstrap of Jaccard indices is biased downwards.

    Args:
        tracks: for their names.
    """
    words = vocabulary()
    kinds = words.counted | words.track_activity if types is None else types
    chosen = [e for e in held_events(events, window, kinds) if e.track_id]
    people = list(participations)
    brokers, _ = actors_by_event(chosen, people, words.mediator)
    parties, _ = actors_by_event(chosen, people, words.party)
    rows: dict[str, list[int]] = {}
    for i, event in enumerate(chosen):
        rows.setdefault(event.track_id or "", []).append(i)
    lines: dict[str, Line] = {}
    for track_id, own in rows.items():
        days = [d for i in own for d in (day(chosen[i].start), day(chosen[i].end)) if d]
        if days:
            lines[track_id] = Line(
                brokers=frozenset().union(*(brokers[i] for i in own)),
                parties=frozenset().union(*(parties[i] for i in own)),
                issues=frozenset(issue for i in own for issue in chosen[i].issues),
                first=min(days),
                last=max(days),
                n=len(own),
            )
    asserted = _asserted(relations)
    names = {track.id: track.name for track in tracks}
    values = []
    for a, b in combinations(sorted(lines), 2):
        one, other = lines[a], lines[b]
        parts = {
            "O_time": time_overlap(one, other),
            "J_broker": jaccard(one.brokers, other.brokers),
            "J_party": jaccard(one.parties, other.parties),
            "J_issue": jaccard(one.issues, other.issues),
        }
        score = parts["O_time"] * parts["J_issue"] * parts["J_party"] * (1.0 - parts["J_broker"])
        values.append(
            Value(
                key=f"{a}|{b}",
                name=f"{names.get(a, a)} | {names.get(b, b)}",
                value=score,
                n=one.n + other.n,
                detail={
                    **{name: round(part, 4) for name, part in parts.items()},
                    "events": [str(one.n), str(other.n)],
                    "asserted": asserted.get(frozenset((a, b)), []),
                },
            )
        )
    counted = [e for e in chosen if e.track_id in lines]
    return measured(
        "t1",
        "track_competition",
        formula="O_time * J_issue * J_party * (1 - J_broker)",
        unit="index",
        values=values,
        events=counted,
        window=window,
        event_roots=event_roots,
        warnings=_warnings(counted, lines, names),
    )


def _asserted(relations: Iterable[TrackRelation]) -> dict[frozenset[str], list[str]]:
    found: dict[frozenset[str], set[str]] = {}
    for row in relations:
        if row.asserted_by != "computed" and row.other_track_id is not None:
            pair = frozenset((row.track_id, row.other_track_id))
            found.setdefault(pair, set()).add(f"{row.relation} by {row.asserted_by}")
    return {pair: sorted(some) for pair, some in found.items()}


def _warnings(counted: Sequence[Event], lines: Mapping[str, Line], names: Mapping[str, str]) -> list[str]:
    found = general_warnings(counted)
    few = [names.get(key, key) for key, line in lines.items() if line.n < MINIMUM_EVENTS]
    if few:
        found.append(f"fewer than {MINIMUM_EVENTS} held events: {', '.join(sorted(few))}")
    mute = [names.get(key, key) for key, line in lines.items() if not line.issues]
    if mute:
        found.append(f"no issue known, so K is 0: {', '.join(sorted(mute))}")
    return found
