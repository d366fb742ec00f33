"""The part of a record that an export is about, gathered once; exporters are pure functions of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.exports.flat import ROLE_COLUMNS
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.measure import ATTESTED
from dragoman.records import Agreement, Event, EventMention, ExclusionRow, Participation, Track

if TYPE_CHECKING:
    from dragoman.store import Filters, Store


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the event layer, and of the report layer what other programs have a place for.

    Attributes:
        participations: by event id.
        tracks: those of the filters, and those that any row here names.
        mentions: by event id the mention that tells it best: of the event's type and status, affirmed,
            most confident.
        outlets: by event id the outlets that report it, sorted.
        persons: by event id who is named there and not kept out, as "Name (office), of actor", sorted.
    """

    events: Sequence[Event]
    participations: Mapping[str, Sequence[Participation]]
    exclusions: Sequence[ExclusionRow]
    agreements: Sequence[Agreement]
    tracks: Sequence[Track]
    mentions: Mapping[str, EventMention]
    outlets: Mapping[str, Sequence[str]]
    persons: Mapping[str, Sequence[str]]

    def people(self, event_id: str) -> Sequence[Participation]:
        """Who takes part in an event or is kept out of it."""
        return self.participations.get(event_id, ())

    def named(self, event_id: str, column: str) -> list[str]:
        """Names at an event in the roles of a column of `ROLE_COLUMNS` ("mediators"), each once."""
        roles = ROLE_COLUMNS[column]
        return list(dict.fromkeys(p.name for p in self.people(event_id) if p.role in roles))

    def track_name(self, track_id: str | None) -> str | None:
        """Name of a track, None where there is none."""
        return next((track.name for track in self.tracks if track.id == track_id), None)


def took_place(event: Event) -> bool:
    """True where the event is held to have taken place and is confirmed or reported: HELD of the codebook."""
    return event.status in vocabulary().held and event.factuality in ATTESTED


def gather(store: Store, filters: Filters | None = None) -> Content:
    """Read from the store what exporters need; holds one mention an event.

    Raises:
        StoreError, OptionError: as the store's queries do.
    """
    events = list(store.events(filters))
    by_id = {event.id: event for event in events}
    participations: dict[str, list[Participation]] = {}
    for row in store.participations(list(by_id)):
        participations.setdefault(row.event_id, []).append(row)
    exclusions, agreements = list(store.exclusions(filters)), list(store.agreements(filters))
    rows: Sequence[Event | ExclusionRow | Agreement] = [*events, *exclusions, *agreements]
    wanted = {row.track_id for row in rows} | {track.id for track in store.tracks(filters)}
    events_of: dict[str, list[str]] = {}
    for event in events:
        for mention_id in event.mention_ids:
            events_of.setdefault(mention_id, []).append(event.id)
    best: dict[str, EventMention] = {}
    outlets: dict[str, set[str]] = {}
    persons: dict[str, set[str]] = {}
    for mention in store.mentions():
        for event_id in events_of.get(mention.id, ()):
            kept = best.get(event_id)
            if kept is None or _fit(mention, by_id[event_id]) > _fit(kept, by_id[event_id]):
                best[event_id] = mention
            if mention.document.outlet:
                outlets.setdefault(event_id, set()).add(mention.document.outlet)
            persons.setdefault(event_id, set()).update(_persons(mention))
    return Content(
        events=events,
        participations=participations,
        exclusions=exclusions,
        agreements=agreements,
        tracks=[track for track in store.tracks() if track.id in wanted],
        mentions=best,
        outlets={key: sorted(some) for key, some in outlets.items()},
        persons={key: sorted(some) for key, some in persons.items()},
    )


def _fit(mention: EventMention, event: Event) -> tuple[bool, bool, bool, float]:
    same_type, same_status = mention.type == event.type, mention.status == event.status
    return same_type, same_status, mention.polarity == "affirmed", mention.confidence


def _persons(mention: EventMention) -> set[str]:
    absent = vocabulary().absent
    found = set()
    for p in mention.participants:
        if p.person and p.role not in absent:
            office = f" ({p.person.office.replace('_', ' ')})" if p.person.office else ""
            found.add(f"{p.person.name}{office}" + (f", of {p.name}" if p.name and p.name != p.person.name else ""))
    return found
