"""An event mention as one flat row, for tables: lists stay lists, spans give their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.records import EventMention, Participant

# Column of names to the roles that it gathers (codebook 2.10).
ROLE_COLUMNS = {
    "mediators": ("mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between"),
    "conveners": ("convener",),
    "hosts": ("host", "venue_state"),
    "parties": ("party",),
    "initiators": ("initiator",),
    "recipients": ("recipient",),
    "guarantors": ("guarantor",),
    "participants_present": ("participant", "observer", "witness", "monitor"),
    "excluded": ("excluded", "boycotting"),
}


def flat_row(mention: EventMention) -> dict[str, Any]:
    """Return column name to value: text, number, truth value, list of texts, or None."""
    document, venue, when, coder = mention.document, mention.venue, mention.date, mention.coder
    truce = mention.ceasefire
    row: dict[str, Any] = {
        "id": mention.id,
        "type": mention.type,
        "status": mention.status,
        "polarity": mention.polarity,
        "certainty": mention.certainty,
        "tense": mention.tense,
        "date_start": when.start if when else None,
        "date_end": when.end if when else None,
        "date_precision": when.precision if when else None,
        "date_text": when.text if when else None,
        "venue": venue.name if venue else None,
        "venue_country": venue.country if venue else None,
        "venue_lat": venue.lat if venue else None,
        "venue_lon": venue.lon if venue else None,
        "venue_status": venue.status if venue else None,
        "track": mention.track,
        "issues": mention.issues,
    }
    for column, roles in ROLE_COLUMNS.items():
        row[column] = names(p for p in mention.participants if p.role in roles)
    row |= {
        "exclusion_modes": [p.exclusion.mode for p in mention.participants if p.exclusion],
        "participants": [_participant(p) for p in mention.participants],
        "said_by": [step.speaker or step.source_type or "unnamed" for step in mention.attribution],
        "speech_mode": mention.speech_mode,
        "background": mention.background,
        "unit_level": mention.unit_level,
        "format": mention.format,
        "disclosure": mention.disclosure,
        "third_party_involvement": mention.third_party_involvement,
        "strategy": mention.strategy or [],
        "outcome": mention.outcome,
        "agreement_class": mention.agreement_class,
        "form": mention.form,
        "ceasefire_class": truce.class_ if truce else None,
        "ceasefire_purpose": truce.purpose if truce else None,
        "ceasefire_second_purpose": truce.second_purpose if truce else None,
        "ceasefire_declaration_type": truce.declaration_type if truce else None,
        "ceasefire_scope": truce.scope if truce else None,
        "plover_event": mention.plover.event,
        "plover_mode": mention.plover.mode,
        "plover_context": mention.plover.context,
        "cameo": mention.cameo,
        "evidence": mention.evidence.text,
        "evidence_start": mention.evidence.start,
        "evidence_end": mention.evidence.end,
        "trigger": mention.evidence.trigger.text,
        "trigger_start": mention.evidence.trigger.start,
        "trigger_end": mention.evidence.trigger.end,
        "document_id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "url": document.url,
        "path": document.path,
        "confidence": mention.confidence,
        "rule": coder.rule,
        "coder_version": coder.version,
        "model": coder.model,
        "lexicon": coder.lexicon,
    }
    return row


def names(participants: Iterable[Participant]) -> list[str]:
    """Names of participants in their order, each once; the words of the text where no name is known."""
    return list(dict.fromkeys(name for p in participants if (name := label(p))))


def label(participant: Participant) -> str:
    """Name of a participant, else its words in the text, else its id, else ""."""
    words = participant.mention.text if participant.mention else None
    return participant.name or words or participant.actor or ""


def _participant(participant: Participant) -> str:
    """Role, id and name in one text, such as "mediator RUS Russia"; "?" where the actor is unknown."""
    return f"{participant.role} {participant.actor or '?'} {label(participant)}".rstrip()
