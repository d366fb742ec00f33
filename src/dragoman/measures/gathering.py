"""What measures need from a store, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.measures.self_reporting import is_self_reporting
from dragoman.records import Agreement, Event, ExclusionRow, Participation, StatusChange, Track, TrackRelation

if TYPE_CHECKING:
    from dragoman.store import Store


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one conflict or of all, at any time and of any status: measures choose what counts.

    Attributes:
        event_roots: by event id, for all events of the record, the roots of the articles that tell of it. Linking also joins papers that quote
            one agency; the store does not keep that, so an event may have more roots here than `n_roots`.
        self_reported: ids of mentions in which speakers tell of their own part.
        record: the events of the whole record, which base rates are drawn from.
        changes: the status history of these.
    """

    events: Sequence[Event]
    participations: Sequence[Participation]
    exclusions: Sequence[ExclusionRow]
    agreements: Sequence[Agreement]
    tracks: Sequence[Track]
    relations: Sequence[TrackRelation]
    event_roots: Mapping[str, Sequence[str]]
    self_reported: frozenset[str]
    record: Sequence[Event]
    changes: Sequence[StatusChange]


def gather(store: Store, *, conflict: str | tuple[str, ...] | None = None, track: str | None = None) -> Gathered:
    """Read what measures need.

    Args:
        conflict: name of a conflict or of several, in any case.
        track: id or name of a line of talks, in any case; only its events.

    Raises:
        StoreError: reading failed.
    """
    from dragoman.store import Filters

    filters = Filters(conflict=conflict)
    tracks = list(store.tracks())
    wanted = {t.id for t in tracks if track and track.casefold() in (t.id.casefold(), t.name.casefold())}
    record = list(store.events())
    narrowed = record if conflict is None else list(store.events(filters))
    events = [e for e in narrowed if track is None or e.track_id in wanted]
    ids = {e.id for e in events}
    root = {row.document_id: row.id for row in store.roots()}
    root_of: dict[str, str] = {}
    self_reported: set[str] = set()
    for mention in store.mentions():
        root_of[mention.id] = root.get(mention.document.id, mention.document.id)
        if is_self_reporting(mention):
            self_reported.add(mention.id)
    return Gathered(
        events=events,
        participations=list(store.participations(sorted(ids))),
        exclusions=[
            row for row in store.exclusions(filters) if track is None or row.track_id in wanted or row.event_id in ids
        ],
        agreements=[row for row in store.agreements() if row.event_id in ids],
        tracks=tracks,
        relations=list(store.track_relations()),
        event_roots={e.id: sorted({root_of[m] for m in e.mention_ids if m in root_of}) for e in record},
        self_reported=frozenset(self_reported),
        record=record,
        changes=list(store.status_history()),
    )
