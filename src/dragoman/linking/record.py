"""What linking hands on: the event layer, and the options it was made with."""

from __future__ import annotations

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


class LinkOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Parameters of linking; days are calendar days.

    Attributes:
        round_gap_days: largest gap between days of one round (codebook 2.5, rules R4 and R20).
        act_window_days: how long before a meeting its proposal, postponement or cancellation may be.
        undated_window_days: how far apart the publication of two reports may be where a date is missing.
        threshold: lowest score (0 to 1) at which mentions of different documents join.
        same_document_threshold: the same within one document; two mentions of one type of which nothing else is known
            score 0.6.
        dormant_after_days: silence after which a track is dormant.
        as_of: ISO date on which the state of tracks is judged; None takes the last publication.
        quotation_overlap: share of the shorter text that a quoting or edited copy must repeat to share a
            root, where both go back to one agency.
        reprint_overlap: the same where no agency is known.
        retelling_overlap: share of its words, rare ones counting more, that a document which says what an agency
            reported must have in common with the agency's report to share a root.
    """

    round_gap_days: int = 7
    act_window_days: int = 45
    undated_window_days: int = 10
    threshold: float = 0.66
    same_document_threshold: float = 0.595
    dormant_after_days: int = 180
    as_of: str | None = None
    quotation_overlap: float = 0.4
    reprint_overlap: float = 0.45
    retelling_overlap: float = 0.28


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The event layer, every table sorted by its id or by date, the same whatever the order of the input.

    Attributes:
        event_roots: for each event id the ids of the independent roots that tell of it.
    """

    roots: list[Root]
    events: list[Event]
    participations: list[Participation]
    status_changes: list[StatusChange]
    tracks: list[Track]
    track_relations: list[TrackRelation]
    exclusions: list[ExclusionRow]
    agreements: list[Agreement]
    event_roots: dict[str, list[str]] = {}
