"""Records of the report layer as rows of its tables, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from dragoman.records import Document, EventMention, Span

Row = dict[str, Any]

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(EventMention)


def document_row(document: Document, *, added_run: str | None, position: int) -> Row:
    """Return the row of table `document`."""
    return msgspec.structs.asdict(document) | {"added_run": added_run, "position": position}


def to_document(row: Row) -> Document:
    """Return the document of a row of table `document`."""
    return msgspec.convert(row, Document)


def to_mention(row: Row) -> EventMention:
    """Return the mention whose JSON is in the row's column `record`."""
    return _DECODER.decode(row["record"])


def mention_row(mention: EventMention, position: int) -> Row:
    """Return the row of table `event_mention`; `position` counts the mentions of one document from 0."""
    venue, when, coder = mention.venue, mention.date, mention.coder
    row: Row = {
        name: getattr(mention, name)
        for name in (
            *("id", "type", "cameo", "status", "polarity", "certainty", "tense", "speech_mode"),
            *("background", "issues", "track", "confidence"),
            *("unit_level", "format", "disclosure", "third_party_involvement", "strategy", "outcome"),
            *("agreement_class", "form"),
        )
    }
    row |= {f"plover_{name}": getattr(mention.plover, name) for name in ("event", "mode", "context")}
    row |= {f"coder_{name}": getattr(coder, name) for name in ("name", "version", "model", "lexicon", "rule")}
    row |= {f"evidence_{name}": getattr(mention.evidence, name) for name in ("start", "end", "text")}
    row |= _span("trigger", mention.evidence.trigger)
    if venue:
        row |= {f"venue_{name}": getattr(venue, name) for name in ("name", "country", "lat", "lon", "status")}
        row |= _span("venue", venue.mention)
    if when:
        row |= {f"date_{name}": getattr(when, name) for name in ("start", "end", "precision", "text")}
        row |= _span("date_mention", when.mention)
    if mention.ceasefire:
        row |= {f"ceasefire_{name}": value for name, value in msgspec.to_builtins(mention.ceasefire).items()}
    row["document_id"] = mention.document.id
    row["record"] = _ENCODER.encode(mention).decode()
    row["position"] = position
    return row


def participant_rows(mentions: Sequence[EventMention]) -> Iterator[Row]:
    """Yield the rows of table `participant`."""
    for mention in mentions:
        for position, participant in enumerate(mention.participants):
            row = msgspec.structs.asdict(participant)
            person = participant.person
            yield (
                row
                | _span("mention", participant.mention)
                | {
                    "mention_id": mention.id,
                    "person_name": person.name if person else None,
                    "person_office": person.office if person else None,
                    "position": position,
                }
            )


def exclusion_claim_rows(mentions: Sequence[EventMention]) -> Iterator[Row]:
    """Yield the rows of table `exclusion_claim`."""
    for mention in mentions:
        for position, participant in enumerate(mention.participants):
            if participant.exclusion:
                yield msgspec.structs.asdict(participant.exclusion) | {
                    "mention_id": mention.id,
                    "excluded_actor": participant.actor,
                    "excluded_name": participant.name,
                    "position": position,
                }


def attribution_rows(mentions: Sequence[EventMention]) -> Iterator[Row]:
    """Yield the rows of table `attribution`."""
    for mention in mentions:
        for step in mention.attribution:
            row = msgspec.structs.asdict(step)
            yield row | _span("mention", step.mention) | {"mention_id": mention.id}


def _span(name: str, span: Span | None) -> Row:
    if span is None:
        return {f"{name}_start": None, f"{name}_end": None, f"{name}_text": None}
    return {f"{name}_start": span.start, f"{name}_end": span.end, f"{name}_text": span.text}
