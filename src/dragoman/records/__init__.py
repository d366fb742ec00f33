"""The records that flow through Dragoman, as frozen structs. Imports nothing else of the package but its errors."""

from dragoman.records.actor import Actor
from dragoman.records.characterisation import Characterisation, Characterised
from dragoman.records.document import Document, Failure, SetAside, Span
from dragoman.records.event_layer import (
    Agreement,
    Event,
    ExclusionRow,
    Participation,
    Root,
    StatusChange,
    Track,
    TrackRelation,
)
from dragoman.records.mention import (
    AttributionStep,
    Ceasefire,
    CoderVersion,
    DocumentRef,
    EventMention,
    Evidence,
    Exclusion,
    Participant,
    Person,
    Plover,
    Venue,
    When,
)

__all__ = [
    "Actor",
    "Agreement",
    "AttributionStep",
    "Ceasefire",
    "Characterisation",
    "Characterised",
    "CoderVersion",
    "Document",
    "DocumentRef",
    "Event",
    "EventMention",
    "Evidence",
    "Exclusion",
    "ExclusionRow",
    "Failure",
    "Participant",
    "Participation",
    "Person",
    "Plover",
    "Root",
    "SetAside",
    "Span",
    "StatusChange",
    "Track",
    "TrackRelation",
    "Venue",
    "When",
]
