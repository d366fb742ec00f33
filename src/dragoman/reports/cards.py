"""Tracks side by side: one card a line of talks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.linking import LinkOptions
from dragoman.linking.standing import day_of_change, state_of, talks_of
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, ExclusionRow, Participation, Track
from dragoman.reports.material import Material
from dragoman.reports.names import place
from dragoman.reports.notes import Notes
from dragoman.reports.prospects import outlook_sentence
from dragoman.reports.say import capital, counted, day, listed, unique
from dragoman.reports.seats import how, seated
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline

_WATCHING = frozenset({"observer", "witness", "monitor"})

_OVER = ("ended", "merged")
"""States of tracks that have no outlook."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A short text with its footnotes; `lead` is the name it begins with, "" where the text is all."""

    text: str
    lead: str = ""
    notes: list[int] = []


class TrackView(msgspec.Struct, frozen=True, kw_only=True):
    """One track for the page; `group` colours its state as on the timeline.

    `outlook` says what became of other tracks in its state, "" for a track that has ended and where nothing can be said.
    """

    id: str
    name: str
    state: str
    brokers: list[Told]
    parties: list[Told]
    hosts: list[Told]
    observers: list[Told]
    excluded: list[Told]
    venue: Told
    last: Told
    relations: list[Told]
    reach: str
    outlook: str = ""


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
    state = _state(material, track, events)
    people = [p for event in events for p in material.people(event.id)]
    watching = [
        p.name for p in people if p.actor and p.role in _WATCHING and p.name not in {*track.brokers, *track.parties}
    ]
    where = place(track.venue, material.names.country(track.venue_country))
    at_venue = [m for event in events if event.venue == track.venue for m in event.mention_ids]
    told = [(event, c) for event in talks_of(events) for c in material.history(event.id)]
    on_day = [c for event, c in told if day_of_change(c, event) == track.last_change]
    latest = [c.mention_id for c in on_day if c.status == track.last_status] or [c.mention_id for c in on_day]
    standing = words().of("status", track.last_status)
    return TrackView(
        id=track.id,
        name=material.track_names[track.id],
        state=words().of("state", state),
        brokers=_named(material, people, track.brokers, vocabulary().mediator, notes),
        parties=_named(material, people, track.parties, vocabulary().party | {"recipient"}, notes),
        hosts=_named(material, people, [h for h in track.hosts if h not in track.brokers], vocabulary().host, notes),
        observers=_named(material, people, unique(watching), _WATCHING, notes),
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


def _state(material: Material, track: Track, events: Sequence[Event]) -> str:
    """The state as the record has it; of a track that is only dormant because the record goes on about other conflicts, that before."""
    last = material.last_day()
    if track.state != "dormant" or not last or last >= (material.as_of or ""):
        return track.state
    talks = talks_of(events)
    changes = material.changes.several(event.id for event in talks)
    return state_of(talks, changes, last, LinkOptions().dormant_after_days) if talks else track.state


def _named(
    material: Material,
    people: Sequence[Participation],
    names: Sequence[str],
    roles: Iterable[str],
    notes: Notes,
    most: int = 6,
) -> list[Told]:
    """The track's names, known actors first, each with up to two notes; the rest is counted."""
    wanted = set(roles)
    basis: dict[str, list[str]] = defaultdict(list)
    known = {p.name for p in people if p.actor}
    for p in people:
        if p.role in wanted:
            basis[p.name].extend(p.basis)
    ordered = sorted(names, key=lambda name: name not in known)
    most = len(ordered) if len(ordered) <= most + 1 else most
    told = [Told(text=name, notes=notes.refer(material.independent(basis[name], 2))) for name in ordered[:most]]
    if len(ordered) > most:
        told.append(Told(text=counted(len(ordered) - most, "other")))
    return told


def _kept_out(rows: Sequence[ExclusionRow], material: Material) -> list[tuple[str, str, list[str]]]:
    """Actor, manner and who says so, and mentions; known actors first, then by number of claims. Nobody is left out of this list."""
    grouped: dict[str, list[ExclusionRow]] = defaultdict(list)
    there = seated(material)
    for row in rows:
        grouped[row.excluded_name].append(row)
    told = []
    for name, same in sorted(grouped.items(), key=lambda item: (not item[1][0].excluded_actor, -len(item[1]), item[0])):
        modes = Counter(how(row, there) for row in same)
        by = unique(material.names.actor(row.asserted_by) for row in same)
        text = f"{listed([mode for mode, _ in modes.most_common()])}, says {listed(by, most=3) or 'nobody named'}"
        told.append((capital(name), text, [row.mention_id for row in same]))
    return told


def _relations(material: Material, track: Track, notes: Notes) -> list[Told]:
    """How the track stands to others: what somebody says first, what is only reckoned from dates and parties last."""
    names = material.track_names
    told: dict[tuple[bool, str, str], tuple[list[str], list[str]]] = {}
    for relation in material.relations:
        here, other = relation.track_id == track.id, relation.other_track_id
        who = "" if relation.asserted_by == "computed" else material.names.actor(relation.asserted_by)
        if here and other is None and who:
            verb, name, says = words().of("track_relation", relation.relation), who, ""
        elif here and other in names:
            verb, name, says = words().of("track_relation", relation.relation), names[other or ""], who
        elif other == track.id and relation.track_id in names:
            verb, name, says = words().of("track_relation_back", relation.relation), names[relation.track_id], who
        else:
            continue
        some, cited = told.setdefault((relation.asserted_by == "computed", verb, says), ([], []))
        some.append(name)
        cited += [relation.mention_id] if relation.mention_id else []
    return [
        Told(text=f"{verb} {listed(unique(some), most=4)}{f', says {says}' if says else ''}", notes=notes.refer(cited))
        for (_, verb, says), (some, cited) in sorted(told.items(), key=lambda item: item[0][0])
    ]
