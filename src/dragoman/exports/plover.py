"""PLOVER as JSON lines: event, mode, context, actor and recipient lists, and what PLOVER has no place for.

What mediation needs beyond PLOVER is in the extension `x_mediation`: type, status, roles, exclusions, track
and chain of sources. What PLOVER has no category for, such as a postponement or a claim of credit, has `event` and
`mode` null and stands in the extension alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from dragoman.exports.dyads import sides
from dragoman.exports.flat import label
from dragoman.records import EventMention, Participant


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write one PLOVER event a line as UTF-8 and return the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for mention in mentions:
        count += 1
        stream.write(encoder.encode(to_plover(mention)) + b"\n")
    return count


def to_plover(mention: EventMention) -> dict[str, Any]:
    """A mention as a PLOVER record; `date` is the event's, else of publication, `dateBasis` says which."""
    actors, recipients = sides(mention)
    when, venue, document = mention.date, mention.venue, mention.document
    start = when.start if when else None
    return {
        "id": mention.id,
        "date": start or (document.published or "")[:10] or None,
        "dateBasis": "event" if start else "publication" if document.published else None,
        "event": mention.plover.event,
        "mode": mention.plover.mode,
        "context": mention.plover.context,
        "actor": [_actor(p) for p in actors],
        "recipient": [_actor(p) for p in recipients],
        "location": {
            "name": venue.name,
            "country": venue.country,
            "latitude": venue.lat,
            "longitude": venue.lon,
        }
        if venue
        else None,
        "text": mention.evidence.text,
        "source": {
            "publisher": document.outlet,
            "published": document.published,
            "url": document.url,
            "title": document.title,
            "document": document.id,
        },
        "x_mediation": {
            "type": mention.type,
            "status": mention.status,
            "polarity": mention.polarity,
            "certainty": mention.certainty,
            "tense": mention.tense,
            "cameo": mention.cameo,
            "track": mention.track,
            "issues": mention.issues,
            "date": when,
            "venue_status": venue.status if venue else None,
            "roles": [_actor(p) | {"role": p.role, "exclusion": p.exclusion} for p in mention.participants],
            "attribution": mention.attribution,
            "unit_level": mention.unit_level,
            "format": mention.format,
            "disclosure": mention.disclosure,
            "third_party_involvement": mention.third_party_involvement,
            "strategy": mention.strategy,
            "outcome": mention.outcome,
            "agreement_class": mention.agreement_class,
            "form": mention.form,
            "ceasefire": mention.ceasefire,
            "confidence": mention.confidence,
            "coder": mention.coder,
        },
    }


def _actor(participant: Participant) -> dict[str, Any]:
    return {
        "name": label(participant) or None,
        "code": participant.actor,
        "country": participant.country,
        "sector": participant.sector,
    }
