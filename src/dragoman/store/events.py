"""The event layer: replaced as a whole, asked in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from dragoman.records import (
    Agreement,
    Event,
    ExclusionRow,
    Participation,
    Root,
    StatusChange,
    Track,
    TrackRelation,
)
from dragoman.store import queries
from dragoman.store.connection import StoreFile, insert
from dragoman.store.filters import Filters
from dragoman.store.outlines import Claim, EventOutline, outlines
from dragoman.store.result import Result

T = TypeVar("T")

_EMPTY = (
    "DELETE FROM root",
    "DELETE FROM event",
    "DELETE FROM event_mention_link",
    "DELETE FROM participation",
    "DELETE FROM status_change",
    "DELETE FROM track",
    "DELETE FROM track_relation",
    "DELETE FROM exclusion",
    "DELETE FROM agreement",
)


class EventLayer(StoreFile):
    """The part of the store about events, tracks, exclusions and agreements."""

    def replace_event_layer(
        self,
        *,
        roots: Iterable[Root] = (),
        events: Iterable[Event] = (),
        participations: Iterable[Participation] = (),
        status_changes: Iterable[StatusChange] = (),
        tracks: Iterable[Track] = (),
        track_relations: Iterable[TrackRelation] = (),
        exclusions: Iterable[ExclusionRow] = (),
        agreements: Iterable[Agreement] = (),
    ) -> None:
        """Put a newly computed event layer in the place of the old one, in one transaction.

        Which mentions an event rests on is taken from its `mention_ids`.

        Raises:
            StoreError: the file cannot be written; the old layer is kept then.
        """
        held = events if isinstance(events, Sequence) else list(events)
        links = (
            {"event_id": event.id, "mention_id": mention_id, "position": position}
            for event in held
            for position, mention_id in enumerate(event.mention_ids)
        )
        with self.transaction() as connection:
            for statement in _EMPTY:
                connection.execute(statement)
            insert(connection, "root", _rows(roots))
            insert(connection, "event", _rows(held))
            insert(connection, "event_mention_link", links)
            insert(connection, "participation", _rows(participations))
            insert(connection, "status_change", _rows(status_changes))
            insert(connection, "track", _rows(tracks))
            insert(connection, "track_relation", _rows(track_relations))
            insert(connection, "exclusion", _rows(exclusions))
            insert(connection, "agreement", _rows(agreements))

    def events(self, filters: Filters | None = None) -> Result[Event]:
        """Return events by date; where no date is known, by the day of the first report."""
        return self._filtered(queries.EVENTS, filters, Event)

    def event(self, event_id: str) -> Event | None:
        """Return the event of an id, None where there is none."""
        sql = "SELECT * EXCLUDE (position) FROM event WHERE id = $id"
        return Result(self, sql, {"id": event_id}, _to(Event)).first()

    def events_by_id(self, ids: Iterable[str]) -> Result[Event]:
        """Return the events of these ids, in no particular order; unknown ids are left out."""
        return Result(self, queries.EVENTS_BY_ID, {"ids": list(ids)}, _to(Event))

    def event_outlines(self, filters: Filters | None = None) -> list[EventOutline]:
        """Return the outlines of events, in the order of `events` and in a fraction of the time."""
        return outlines(self, queries.OUTLINES, (filters or Filters()).parameters(), EventOutline)

    def event_ids(self, filters: Filters | None = None) -> list[str]:
        """Return the ids of events in no particular order."""
        with self.cursor(queries.EVENT_IDS, (filters or Filters()).parameters()) as cursor:
            return [event_id for (event_id,) in cursor.fetchall()]

    def conflicts(self) -> list[tuple[str, int]]:
        """Return the conflicts that events are about, with their number of events, the one with most first."""
        sql = "SELECT conflict, count(*) FROM event WHERE conflict <> '' GROUP BY conflict ORDER BY count(*) DESC, conflict"
        with self.cursor(sql) as cursor:
            return cursor.fetchall()

    def tracks(self, filters: Filters | None = None) -> Result[Track]:
        """Return tracks in the order in which they were computed."""
        return self._filtered(queries.TRACKS, filters, Track)

    def track(self, track_id: str) -> Track | None:
        """Return the track of an id, None where there is none."""
        sql = "SELECT * EXCLUDE (position) FROM track WHERE id = $id"
        return Result(self, sql, {"id": track_id}, _to(Track)).first()

    def exclusions(self, filters: Filters | None = None) -> Result[ExclusionRow]:
        """Return attested exclusions; conflict, status and type are those of their event or track."""
        return self._filtered(queries.EXCLUSIONS, filters, ExclusionRow)

    def agreements(self, filters: Filters | None = None) -> Result[Agreement]:
        """Return agreements; type is that of their event."""
        return self._filtered(queries.AGREEMENTS, filters, Agreement)

    def participations(self, event_ids: Sequence[str] | None = None) -> Result[Participation]:
        """Return who takes part in the events named, or in all."""
        sql = (
            "SELECT * EXCLUDE (position) FROM participation"
            " WHERE $ids::VARCHAR[] IS NULL OR event_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY position"
        )
        ids = None if event_ids is None else list(event_ids)
        return Result(self, sql, {"ids": ids}, _to(Participation))

    def people_in_roles(self, roles: Iterable[str], filters: Filters | None = None) -> Result[Participation]:
        """Return those known who take part in one of these roles in the events that the filters choose."""
        parameters = (filters or Filters()).parameters() | {"roles": sorted(roles)}
        return Result(self, queries.PEOPLE_IN_ROLES, parameters, _to(Participation))

    def status_history(
        self, event_id: str | None = None, *, event_ids: Sequence[str] | None = None
    ) -> Result[StatusChange]:
        """Return the dated claims about the status of an event, of several, or of all; undated ones come last."""
        sql = (
            "SELECT * EXCLUDE (position) FROM status_change"
            " WHERE $ids::VARCHAR[] IS NULL OR event_id IN (SELECT unnest($ids::VARCHAR[]))"
            " ORDER BY date NULLS LAST, position"
        )
        ids = [event_id] if event_id is not None else None if event_ids is None else list(event_ids)
        return Result(self, sql, {"ids": ids}, _to(StatusChange))

    def last_turns(self, filters: Filters | None = None) -> dict[str, str]:
        """Return for events when it was said that the status became another, the last time; by event id.

        Only for those in which somebody who is known takes part; claims without a date and, with `until`, later
        ones are left out.
        """
        with self.cursor(queries.LAST_TURNS, (filters or Filters()).parameters()) as cursor:
            return dict(cursor.fetchall())

    def events_of_tracks(self) -> list[EventOutline]:
        """Return outlines of the events that belong to any track, in no particular order."""
        return outlines(self, queries.OUTLINES_ON_TRACKS, {}, EventOutline)

    def claims_of_tracks(self) -> list[Claim]:
        """Return what is claimed of the status of these events, by date, without claims that only say it again."""
        return outlines(self, queries.CLAIMS_ON_TRACKS, {}, Claim)

    def days_told(self, until: str | None = None) -> list[tuple[str | None, str, str]]:
        """Return for each conflict the first and last day of which a report tells of an event, ISO.

        An event without a history counts with its first report.

        Args:
            until: ISO date, month or year, included; what was reported later is left out.
        """
        with self.cursor(queries.DAYS_TOLD, {"until": until}) as cursor:
            return cursor.fetchall()

    def track_relations(self) -> Result[TrackRelation]:
        """Return how tracks stand to each other."""
        sql = "SELECT * EXCLUDE (position) FROM track_relation ORDER BY position"
        return Result(self, sql, {}, _to(TrackRelation))

    def roots(self, document_ids: Sequence[str] | None = None) -> Result[Root]:
        """Return to which root the documents named belong, or all documents."""
        sql = (
            "SELECT * EXCLUDE (position) FROM root"
            " WHERE $ids::VARCHAR[] IS NULL OR document_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY position"
        )
        return Result(self, sql, {"ids": None if document_ids is None else list(document_ids)}, _to(Root))

    def _filtered(self, sql: str, filters: Filters | None, kind: type[T]) -> Result[T]:
        return Result(self, sql, (filters or Filters()).parameters(), _to(kind))


def _to(kind: type[T]) -> Callable[[dict[str, Any]], T]:
    return lambda row: msgspec.convert(row, kind)


def _rows(records: Iterable[msgspec.Struct]) -> Iterator[dict[str, Any]]:
    return (msgspec.structs.asdict(record) | {"position": position} for position, record in enumerate(records))
