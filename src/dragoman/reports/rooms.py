"""Tracks side by side, and the matrix of who is in which room and who is out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.linking import LinkOptions
from dragoman.linking.standing import day_of_change, state_of, talks_of
from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.records import Event, ExclusionRow, Participation, Track
from dragoman.reports.kept_out import how, seated
from dragoman.reports.material import Material, took_place
from dragoman.reports.names import place
from dragoman.reports.notes import Notes
from dragoman.reports.prospects import outlook_sentence
from dragoman.reports.say import counted, day, listed, unique
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline

_OVER = ("ended", "merged")
"""States of tracks that have no outlook."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A short text with its footnotes; `lead` is the name it begins with, "" where the text is all."""

    text: str
    lead: str = ""
    notes: list[int] = []


class TrackView(msgspec.Struct, frozen=True, kw_only=True):
    """One track for the page; `group` colours its state as on the timeline.

    `outlook` says what became of other tracks in its state, "" for a track that has ended.
    """

    id: str
    name: str
    state: str
    brokers: list[Told]
    parties: list[Told]
    excluded: list[Told]
    venue: Told
    last: Told
    relations: list[Told]
    reach: str
    outlook: str = ""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Letters of one actor on one track: `done` in what took place, `ahead` only announced or contested."""

    done: str
    ahead: str
    out: str
    label: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One actor over all tracks."""

    name: str
    cells: list[Cell]
    notes: list[int]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Actors by tracks, the letters that occur with their meanings, and how many are left out."""

    columns: list[str]
    rows: list[Row]
    legend: list[tuple[str, str]]
    left_out: int


def choose_tracks(material: Material, most: int = 8) -> list[Track]:
    """The best-attested tracks, in order of their last change, the latest first."""
    chosen = sorted(material.tracks, key=lambda t: (-t.n_roots, -t.n_events, t.name))[:most]
    return sorted(chosen, key=lambda t: (t.last_change or "", t.n_roots), reverse=True)


def track_views(material: Material, tracks: Sequence[Track], notes: Notes) -> list[TrackView]:
    """The tracks as cards."""
    by_track = events_by_track(material, material.events, tracks)
    shown = {track.id for track in tracks}
    cited = [row.mention_id for row in material.exclusions if row.track_id in shown]
    cited += [row.mention_id for row in material.relations if row.track_id in shown and row.mention_id]
    material.mentions.places.want(cited)
    return [_track(material, track, by_track.get(track.id, []), notes) for track in tracks]


def events_by_track(
    material: Material, events: Iterable[EventOutline], tracks: Sequence[Track]
) -> dict[str, list[Event]]:
    """Those of the events that belong to the tracks, in full, by id of their track."""
    shown = {track.id for track in tracks}
    found: dict[str, list[Event]] = defaultdict(list)
    for event in material.read(event for event in events if event.track_id in shown):
        found[event.track_id or ""].append(event)
    return found


def _track(material: Material, track: Track, events: Sequence[Event], notes: Notes) -> TrackView:
    people = [p for event in events for p in material.people(event.id)]
    state = (_state(material, events) if material.until else None) or track.state
    where = place(track.venue, material.names.country(track.venue_country))
    at_venue = [m for event in events if event.venue == track.venue for m in event.mention_ids]
    told = [(event, c) for event in talks_of(events) for c in material.history(event.id)]
    on_day = [c for event, c in told if day_of_change(c, event) == track.last_change]
    latest = [c.mention_id for c in on_day if c.status == track.last_status] or [c.mention_id for c in on_day]
    standing = words().of("status", track.last_status)
    return TrackView(
        id=track.id,
        name=track.name,
        state=words().of("state", state),
        brokers=_named(material, people, track.brokers, vocabulary().mediator, notes),
        parties=_named(material, people, track.parties, vocabulary().party | {"recipient"}, notes),
        excluded=[
            Told(lead=name, text=text, notes=notes.refer(material.independent(ids, 3)))
            for name, text, ids in _kept_out([row for row in material.exclusions if row.track_id == track.id], material)
        ],
        venue=Told(text=where, notes=notes.refer(material.independent(at_venue, 2)) if where else []),
        last=Told(
            text=f"{day(track.last_change)}: {standing}" if standing else day(track.last_change),
            notes=notes.refer(material.independent(latest, 2)),
        ),
        relations=_relations(material, track, notes),
        reach=f"{counted(track.n_events, 'event')}, {counted(track.n_roots, 'independent source')}",
        outlook="" if state in _OVER else outlook_sentence(track.id, material.paths),
    )


def _state(material: Material, events: Sequence[Event]) -> str | None:
    """The state on the last day that the brief covers, by the rule that linking uses; None without events."""
    talks = talks_of(events)
    if not talks:
        return None
    changes = material.changes.several(event.id for event in talks)
    return state_of(talks, changes, material.last_day(), LinkOptions().dormant_after_days)


def _named(
    material: Material,
    people: Sequence[Participation],
    names: Sequence[str],
    roles: Iterable[str],
    notes: Notes,
    most: int = 4,
) -> list[Told]:
    """The track's names, known actors first, each with up to two notes; the rest is counted."""
    wanted = set(roles)
    basis: dict[str, list[str]] = defaultdict(list)
    known = {p.name for p in people if p.actor}
    for p in people:
        if p.role in wanted:
            basis[p.name].extend(p.basis)
    ordered = sorted(names, key=lambda name: name not in known)
    told = [Told(text=name, notes=notes.refer(material.independent(basis[name], 2))) for name in ordered[:most]]
    if len(ordered) > most:
        told.append(Told(text=counted(len(ordered) - most, "other")))
    return told


def _kept_out(rows: Sequence[ExclusionRow], material: Material, most: int = 5) -> list[tuple[str, str, list[str]]]:
    """Actor, manner and who says so, and mentions; known actors first, then by number of claims."""
    grouped: dict[str, list[ExclusionRow]] = defaultdict(list)
    there = seated(material)
    for row in rows:
        grouped[row.excluded_name].append(row)
    told = []
    for name, same in sorted(grouped.items(), key=lambda item: (not item[1][0].excluded_actor, -len(item[1]), item[0]))[
        :most
    ]:
        modes = Counter(how(row, there) for row in same)
        by = unique(material.names.actor(row.asserted_by) for row in same)
        text = (
            f"{listed([mode for mode, _ in modes.most_common()], most=2)}, says {listed(by, most=2) or 'nobody named'}"
        )
        told.append((name, text, [row.mention_id for row in same]))
    if len(grouped) > most:
        told.append(("", counted(len(grouped) - most, "other"), []))
    return told


def _relations(material: Material, track: Track, notes: Notes) -> list[Told]:
    names = {other.id: other.name for other in material.tracks}
    told = []
    for relation in material.relations:
        if relation.track_id != track.id or relation.other_track_id not in names:
            continue
        who = "" if relation.asserted_by == "computed" else f", says {material.names.actor(relation.asserted_by)}"
        text = f"{words().of('track_relation', relation.relation)} {names[relation.other_track_id]}{who}"
        told.append(Told(text=text, notes=notes.refer([relation.mention_id] if relation.mention_id else [])))
    return list({item.text: item for item in told}.values())[:4]


def matrix(material: Material, tracks: Sequence[Track], notes: Notes, most: int = 20) -> Matrix:
    """Who is in which room: actors that are known, those on most tracks and in most events first."""
    by_track = events_by_track(material, material.in_window(), tracks)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    letters: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    basis: dict[str, list[str]] = defaultdict(list)
    weight: Counter[str] = Counter()
    for track in tracks:
        for event in by_track.get(track.id, ()):
            for p in material.people(event.id):
                letter = words().letter(p.role)
                if not p.actor or not letter or p.role in vocabulary().absent:
                    continue
                key = actor_key(p)
                names[key][p.name] += p.n_mentions
                weight[key] += p.n_roots
                basis[key].extend(p.basis)
                cell = letters[(key, track.id)]
                cell[letter] = cell.get(letter, False) or took_place(event)
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    shown = {track.id for track in tracks}
    there = seated(material)
    for row in material.recent_exclusions():
        if row.track_id in shown and row.excluded_actor and row.id not in there:
            key = row.excluded_actor
            names[key][row.excluded_name] += 1
            weight[key] += 1
            basis[key].insert(0, row.mention_id)
            out[(key, row.track_id or "")].add("B" if row.mode == "self_excluded" else "X")
    rows = []
    spread = Counter(key for key, _ in {*letters, *out})
    for key in sorted(names, key=lambda k: (-spread[k], -weight[k], k)):
        cells = [_cell(letters.get((key, t.id), {}), out.get((key, t.id), set())) for t in tracks]
        if any(map(_filled, cells)):
            rows.append((key, names[key].most_common(1)[0][0], cells))
    kept = rows[:most]
    filled = [n for n in range(len(tracks)) if any(_filled(cells[n]) for _, _, cells in kept)]
    used = {letter for _, _, cells in kept for cell in cells for letter in cell.done + cell.ahead.upper() + cell.out}
    return Matrix(
        columns=[tracks[n].name for n in filled],
        rows=[
            Row(
                name=name,
                cells=[cells[n] for n in filled],
                notes=notes.refer(material.independent(basis[key], 4)),
            )
            for key, name, cells in kept
        ],
        legend=[(letter, text) for letter, text in words().letters.items() if letter in used],
        left_out=len(rows) - len(kept),
    )


def _filled(cell: Cell) -> bool:
    return bool(cell.done or cell.ahead or cell.out)


def _cell(letters: dict[str, bool], out: set[str]) -> Cell:
    meaning = words().letters
    order = list(meaning)
    # those in the room need no letter for having spoken or been addressed
    if set(letters) & words().room:
        letters = {letter: done for letter, done in letters.items() if letter not in "IA"}
    done = "".join(letter for letter in order if letters.get(letter))
    ahead = "".join(letter.lower() for letter in order if letters.get(letter) is False)
    kept_out = "".join(sorted(out, reverse=True))
    label = [meaning[letter] for letter in done]
    label += [f"{meaning[letter.upper()]} (only announced, or contested)" for letter in ahead]
    label += [meaning[letter] for letter in kept_out]
    return Cell(done=done, ahead=ahead, out=kept_out, label="; ".join(label))
