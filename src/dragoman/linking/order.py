"""The one order in which mentions are read, so that nothing depends on the order of the input."""

from __future__ import annotations

from dragoman.linking.dates import moment
from dragoman.records import EventMention


def reading_order(mention: EventMention) -> tuple[str, str, int, int, str]:
    """Sort key: publication, document, sentence, trigger, id."""
    place = mention.evidence
    return (
        moment(mention.document.published),
        mention.document.id,
        place.start,
        place.trigger.start,
        mention.id,
    )
