"""The part of a record that a brief is about; views are pure functions of it.

Of all events an outline is read, enough to choose and count. What is shown of the few that are chosen is read when
a view asks for it, so the store has to stay open until the brief is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.measures.track_paths import Paths, track_paths
from dragoman.records import (
    Agreement,
    Event,
    ExclusionRow,
    Participation,
    StatusChange,
    Track,
    TrackRelation,
)
from dragoman.reports.lookup import Lookup, Mentions
from dragoman.reports.names import NameOf, Names

if TYPE_CHECKING:
    from dragoman.store import EventOutline, Reach, Store

T = TypeVar("T")

_WATCHING = frozenset({"observer", "witness", "monitor"})


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the event layer and the mentions that they rest on.

    Attributes:
        conflict: name or names that are asked for, None for all.
        since, until: ISO dates as the user gave them, None where open.
        events: outlines of those up to `until`, in order of time, also of those before `since`.
        window: ids of the events from `since` on.
        turns: when it was last said that the status of an event became another, by event id; of those events of the
            window in which somebody who is known takes part.
        brokerage: those known who mediate in counted events that took place, in and before the window.
        exclusions: those up to `until`; `recent` holds the ids of those from `since` on.
        in_full: events by id.
        participations, changes: by event id.
        mentions: by id.
        track_names: by id; a name that tracks of two conflicts bear is told with the conflict.
        as_of: ISO day of the last article of the whole record, as of which states of tracks are told.
        wholes: by key of an actor that brokers the body it is part of, where that brokers too.
        standing: events brokered, by key of the actor.
        reach: what the events of the window rest on.
        paths: how every track of the record, of any conflict, went up to `until`.
    """

    conflict: str | tuple[str, ...] | None
    since: str | None
    until: str | None
    events: Sequence[EventOutline]
    window: frozenset[str]
    turns: Mapping[str, str]
    brokerage: Mapping[str, Sequence[Participation]]
    tracks: Sequence[Track]
    relations: Sequence[TrackRelation]
    exclusions: Sequence[ExclusionRow]
    recent: frozenset[str]
    agreements: Sequence[Agreement]
    in_full: Lookup[Event]
    participations: Lookup[Sequence[Participation]]
    changes: Lookup[Sequence[StatusChange]]
    mentions: Mentions
    reach: Reach
    names: Names
    paths: Paths = Paths()
    standing: Mapping[str, int] = {}
    track_names: Mapping[str, str] = {}
    wholes: Mapping[str, str] = {}
    as_of: str | None = None

    def in_window(self) -> list[EventOutline]:
        """The events from `since` on."""
        return [event for event in self.events if event.id in self.window]

    def read(self, events: Iterable[EventOutline]) -> list[Event]:
        """The events in full, with all that `people`, `history` and `independent` tell of them read ahead."""
        found = self.in_full.several(event.id for event in events)
        self.participations.want(found)
        self.changes.want(found)
        self.mentions.places.want(m for event in found.values() for m in event.mention_ids)
        return list(found.values())

    def last_day(self) -> str | None:
        """ISO date of the last article that tells of the window's events, None where none is dated."""
        return self.reach.last

    def recent_exclusions(self) -> list[ExclusionRow]:
        """The exclusions from `since` on."""
        return [row for row in self.exclusions if row.id in self.recent]

    def said_out(self, event: Event) -> list[ExclusionRow]:
        """The exclusions that an event tells of, as the table of exclusions has them."""
        told = set(event.mention_ids)
        return [row for row in self.exclusions if row.mention_id in told]

    def people(self, event_id: str) -> Sequence[Participation]:
        """Who takes part in an event: conveners and leaders first, then who brokers most in this record, observers last."""
        rows = self.participations.get(event_id) or ()
        watching = {row.name for row in rows if row.role in _WATCHING}
        calling = {row.name for row in rows if row.role in vocabulary().convener | vocabulary().lead}
        return sorted(
            rows,
            key=lambda row: (row.name in watching, row.name not in calling, -self.standing.get(actor_key(row), 0)),
        )

    def history(self, event_id: str) -> Sequence[StatusChange]:
        """What was claimed up to `until` about the status of an event."""
        return self.changes.get(event_id) or ()

    def independent(self, mention_ids: Iterable[str], most: int) -> list[str]:
        """Up to `most` of the mentions, those from different roots first."""
        return self.mentions.independent(mention_ids, most)


def gather(
    store: Store,
    *,
    conflict: str | tuple[str, ...] | None,
    since: str | None,
    until: str | None,
    name_of: NameOf | None = None,
    whole_of: NameOf | None = None,
) -> Material:
    """Read from the store what a brief needs; raises StoreError or OptionError as its queries do.

    Args:
        whole_of: the id of the body that an actor is part of (the United Nations, of its missions), None for one that is by itself.
    """
    from dragoman.store import Filters

    whole = Filters(conflict=conflict, until=until)
    part = Filters(conflict=conflict, since=since, until=until)
    words = vocabulary()
    counted = Filters(conflict=conflict, until=until, status=tuple(words.held), type=tuple(words.counted))
    events = list(store.event_outlines(whole))
    exclusions = list(store.exclusions(whole))
    relations = list(store.track_relations())
    tracks = list(store.tracks(part))
    brokerage = _by_event(store.people_in_roles(words.mediator, counted), lambda row: row.event_id)
    standing = Counter(key for people in brokerage.values() for key in {actor_key(row) for row in people})
    cited = {row.mention_id for row in exclusions} | {row.mention_id for row in relations if row.mention_id}
    return Material(
        conflict=conflict,
        since=since,
        until=until,
        events=events,
        window=frozenset(event.id for event in events) if since is None else frozenset(store.event_ids(part)),
        turns=store.last_turns(part),
        brokerage=brokerage,
        standing=standing,
        as_of=store.reach().last,
        wholes={key: body for key in standing if whole_of and (body := whole_of(key)) and body in standing},
        tracks=tracks,
        track_names=_track_names(tracks),
        relations=relations,
        exclusions=exclusions,
        recent=frozenset(row.id for row in (exclusions if since is None else store.exclusions(part))),
        agreements=list(store.agreements(part)),
        in_full=Lookup(lambda ids: {event.id: event for event in store.events_by_id(ids)}),
        participations=Lookup(lambda ids: _by_event(store.participations(ids), lambda row: row.event_id)),
        changes=Lookup(
            lambda ids: _by_event(_until(store.status_history(event_ids=ids), until), lambda row: row.event_id)
        ),
        mentions=Mentions(store),
        reach=store.reach(part),
        names=Names.told(store.names_told(whole, cited), store.country_names(whole, cited), name_of),
        paths=_paths(store, until),
    )


def _track_names(tracks: Sequence[Track]) -> dict[str, str]:
    borne = Counter(track.name for track in tracks)
    return {t.id: f"{t.name} ({t.conflict})" if borne[t.name] > 1 and t.conflict else t.name for t in tracks}


def event_day(event: Event | EventOutline) -> str:
    """The day an event counts for: its start, else that of its first report, "" where neither is known."""
    return (event.start or event.observed_first_at or "")[:10]


def took_place(event: Event | EventOutline) -> bool:
    """True where the record holds that the event took place or began."""
    return event.status in vocabulary().held


def _paths(store: Store, until: str | None) -> Paths:
    # an outline has all that a path asks of an event, a claim all that it asks of its history
    events = cast("Iterable[Event]", store.events_of_tracks())
    changes = cast("Iterable[StatusChange]", store.claims_of_tracks())
    return track_paths(events, changes, until=until, days_told=store.days_told(until))


def _until(rows: Iterable[StatusChange], until: str | None) -> list[StatusChange]:
    return [row for row in rows if until is None or (row.date or "")[: len(until)] <= until]


def _by_event(rows: Iterable[T], event_id: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(event_id(row), []).append(row)
    return found
