"""The part of a record that a brief is about, gathered once; views are pure functions of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.track_paths import Paths, track_paths
from dragoman.records import (
    Agreement,
    Event,
    EventMention,
    ExclusionRow,
    Participation,
    StatusChange,
    Track,
    TrackRelation,
)
from dragoman.reports.names import NameOf, Names

if TYPE_CHECKING:
    from dragoman.store import Store

T = TypeVar("T")


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the event layer and the mentions that they rest on.

    Attributes:
        since, until: ISO dates as the user gave them, None where open.
        events: those up to `until`, in order of time, also those before `since`.
        window: ids of the events from `since` on.
        exclusions: those up to `until`; `recent` holds the ids of those from `since` on.
        participations, changes: by event id.
        mentions: by id, all that any row here rests on.
        roots: id of the root document by document id.
        paths: how every track of the record, of any conflict, went up to `until`.
    """

    conflict: str | None
    since: str | None
    until: str | None
    events: Sequence[Event]
    window: frozenset[str]
    tracks: Sequence[Track]
    relations: Sequence[TrackRelation]
    participations: Mapping[str, Sequence[Participation]]
    changes: Mapping[str, Sequence[StatusChange]]
    exclusions: Sequence[ExclusionRow]
    recent: frozenset[str]
    agreements: Sequence[Agreement]
    mentions: Mapping[str, EventMention]
    roots: Mapping[str, str]
    names: Names
    paths: Paths = Paths()

    def in_window(self) -> list[Event]:
        """The events from `since` on."""
        return [event for event in self.events if event.id in self.window]

    def last_day(self) -> str | None:
        """ISO date of the last article that tells of the window's events, None where none is dated."""
        told = (
            self.mentions[m].document.published for e in self.in_window() for m in e.mention_ids if m in self.mentions
        )
        return max((published[:10] for published in told if published), default=None)

    def recent_exclusions(self) -> list[ExclusionRow]:
        """The exclusions from `since` on."""
        return [row for row in self.exclusions if row.id in self.recent]

    def people(self, event_id: str) -> Sequence[Participation]:
        """Who takes part in an event."""
        return self.participations.get(event_id, ())

    def root(self, mention_id: str) -> str:
        """Id of the root document behind a mention."""
        mention = self.mentions.get(mention_id)
        document = mention.document.id if mention else mention_id
        return self.roots.get(document, document)

    def independent(self, mention_ids: Iterable[str], most: int) -> list[str]:
        """Up to `most` of the mentions, those from different roots first."""
        first: dict[str, str] = {}
        rest: list[str] = []
        for mention_id in dict.fromkeys(mention_ids):
            if mention_id not in self.mentions:
                continue
            if first.setdefault(self.root(mention_id), mention_id) != mention_id:
                rest.append(mention_id)
        return [*first.values(), *rest][:most]


def gather(
    store: Store, *, conflict: str | None, since: str | None, until: str | None, name_of: NameOf | None = None
) -> Material:
    """Read from the store what a brief needs; raises StoreError or OptionError as its queries do."""
    from dragoman.store import Filters

    whole = Filters(conflict=conflict, until=until)
    part = Filters(conflict=conflict, since=since, until=until)
    events = list(store.events(whole))
    ids = [event.id for event in events]
    participations = _by_event(store.participations(ids), lambda row: row.event_id)
    changes = _by_event(store.status_history(event_ids=ids), lambda row: row.event_id)
    exclusions = list(store.exclusions(whole))
    needed = {m for event in events for m in event.mention_ids} | {row.mention_id for row in exclusions}
    relations = list(store.track_relations())
    needed |= {relation.mention_id for relation in relations if relation.mention_id}
    mentions = {mention.id: mention for mention in store.mentions_by_id(sorted(needed))}
    on_tracks = list(store.events_of_tracks())
    paths = track_paths(
        on_tracks,
        store.status_history(event_ids=[event.id for event in on_tracks]),
        until=until,
        days_told=store.days_told(until),
    )
    return Material(
        conflict=conflict,
        since=since,
        until=until,
        events=events,
        window=frozenset(event.id for event in store.events(part)),
        tracks=list(store.tracks(part)),
        relations=relations,
        participations=participations,
        changes={event_id: _until(rows, until) for event_id, rows in changes.items()},
        exclusions=exclusions,
        recent=frozenset(row.id for row in store.exclusions(part)),
        agreements=list(store.agreements(part)),
        mentions=mentions,
        roots={root.document_id: root.id for root in store.roots(sorted({m.document.id for m in mentions.values()}))},
        paths=paths,
        names=Names((row for rows in participations.values() for row in rows), mentions.values(), name_of),
    )


def event_day(event: Event) -> str:
    """The day an event counts for: its start, else that of its first report, "" where neither is known."""
    return (event.start or event.observed_first_at or "")[:10]


def took_place(event: Event) -> bool:
    """True where the record holds that the event took place or began."""
    return event.status in vocabulary().held


def _until(rows: Sequence[StatusChange], until: str | None) -> list[StatusChange]:
    return [row for row in rows if until is None or (row.date or "")[: len(until)] <= until]


def _by_event(rows: Iterable[T], event_id: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(event_id(row), []).append(row)
    return found
