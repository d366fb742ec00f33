"""What can be said to happen: event types, their codes, the wordings that tell of them (data and loader)."""

from dragoman.ontology.loader import Ontology, group, load
from dragoman.ontology.schema import (
    ANCHORS,
    SLOTS,
    Condition,
    EventType,
    Example,
    Trigger,
    TriggerExclusion,
)

__all__ = [
    "ANCHORS",
    "SLOTS",
    "Condition",
    "EventType",
    "Example",
    "Ontology",
    "Trigger",
    "TriggerExclusion",
    "group",
    "load",
]
