"""The event layer: what the record holds to have happened (codebook 1.12 to 1.18).

Every row here is computed from report-layer mentions by a named rule and can be computed again.
"""

from __future__ import annotations

import msgspec


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that reprint or quote one report at length (codebook 1.2 root_document_id, rule R14).

    Attributes:
        id: id of the root document.
        document_id: the document that belongs to it.
        basis: own, byline, credit_line, near_duplicate_text, explicit_quote_of_outlet.
    """

    id: str
    document_id: str
    basis: str


class StatusChange(msgspec.Struct, frozen=True, kw_only=True):
    """One dated claim about an event's status (codebook 2.3); `date` is when it was said."""

    event_id: str
    status: str
    date: str | None
    mention_id: str
    document_id: str
    asserted_by: str | None = None


class Participation(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in an event in one role, with the mentions that say so (codebook 1.15)."""

    event_id: str
    actor: str | None
    name: str
    role: str
    country: str | None = None
    sector: str | None = None
    actor_type: str | None = None
    side: str | None = None
    n_mentions: int = 1
    n_roots: int = 1
    basis: list[str] = []


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event joined over documents (codebook 1.14); `agg_rule` names how its values were chosen (R13).

    Attributes:
        unit_level, format, disclosure: what most roots tell (2.5, 1.14); None where none does.
        third_party_involvement: the deepest that roles and reports tell (2.6).
        strategy: all that reports tell of (2.7).
        outcome: what most roots tell that report the present status (2.8).
    """

    id: str
    type: str | None
    plover_event: str | None
    cameo: str | None
    status: str
    factuality: str
    start: str | None
    end: str | None
    date_precision: str | None
    observed_first_at: str | None
    venue: str | None
    venue_country: str | None
    venue_status: str | None
    lat: float | None
    lon: float | None
    conflict: str | None
    track_id: str | None
    issues: list[str]
    n_mentions: int
    n_documents: int
    n_roots: int
    mention_ids: list[str]
    agg_rule: str = "representative"
    disagreement_score: float = 0.0
    unit_level: str | None = None
    format: str | None = None
    disclosure: str | None = None
    third_party_involvement: str | None = None
    strategy: list[str] | None = None
    outcome: str | None = None


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A line of talks as people name it (codebook 1.12). `state` as there; actors are canonical names."""

    id: str
    name: str
    conflict: str | None
    brokers: list[str]
    parties: list[str]
    excluded: list[str]
    hosts: list[str]
    venue: str | None
    venue_country: str | None
    state: str
    first_seen: str | None
    last_change: str | None
    last_status: str | None
    n_events: int
    n_documents: int
    n_roots: int
    cue: str


class TrackRelation(msgspec.Struct, frozen=True, kw_only=True):
    """Relation of a track (codebook 1.13), asserted by someone or computed (`asserted_by` "computed").

    Attributes:
        other_track_id: None where the relation is to no other track: `endorsed_by` is by the actor who asserts it.
    """

    track_id: str
    relation: str
    other_track_id: str | None
    asserted_by: str
    date: str | None
    mention_id: str | None
    basis: str


class ExclusionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An attested exclusion (codebook 1.16, rule R9): never without a mention that says so."""

    id: str
    event_id: str | None
    track_id: str | None
    excluded_actor: str | None
    excluded_name: str
    mode: str
    excluded_by: str | None
    reason: str
    asserted_by: str | None
    scope: str
    date: str | None
    mention_id: str
    document_id: str


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """A text or deal (codebook 1.17), with its class (2.12) and dates where told."""

    id: str
    event_id: str
    name: str
    agreement_class: str
    form: str
    announced: str | None
    signed: str | None
    effective: str | None
    ended: str | None
    status: str
    signatories: list[str]
    brokers: list[str]
    conflict: str | None
    track_id: str | None
    n_roots: int
