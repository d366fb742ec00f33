"""An event of the record as one mention, so that what writes mentions can write events."""

from __future__ import annotations

import msgspec

from dragoman.exports.content import Content
from dragoman.records import Event, EventMention, Exclusion, Participant, Plover, Venue, When


def as_mention(event: Event, content: Content) -> EventMention | None:
    """The event's own values in the form of the mention that tells it best; None where no mention is left.

    Sentence, document, mode and contexts are the mention's; all else is what the record holds, so that a
    meeting that ten articles report is written once.
    """
    told = content.mentions.get(event.id)
    if told is None:
        return None
    # an exclusion's own event is that of the talks; the act of excluding is told by the same mention
    out = {
        row.excluded_actor or row.excluded_name: row
        for row in content.exclusions
        if row.event_id == event.id or row.mention_id in event.mention_ids
    }
    people = []
    for p in content.people(event.id):
        row = out.get(p.actor or p.name) if p.role in ("excluded", "boycotting") else None
        exclusion = (
            None
            if row is None
            else Exclusion(
                mode=row.mode,
                asserted_by=row.asserted_by,
                scope=row.scope,
                excluded_by=row.excluded_by,
                reason=row.reason,
            )
        )
        people.append(
            Participant(
                role=p.role,
                actor=p.actor,
                name=p.name,
                actor_type=p.actor_type,
                country=p.country,
                sector=p.sector,
                side=p.side,
                exclusion=exclusion,
            )
        )
    same = told.plover.event == event.plover_event
    place = event.venue or event.venue_country
    return msgspec.structs.replace(
        told,
        id=event.id,
        type=event.type,
        plover=told.plover if same else Plover(event=event.plover_event),
        cameo=event.cameo,
        status=event.status,
        polarity="affirmed",
        participants=people,
        venue=Venue(name=place, country=event.venue_country, lat=event.lat, lon=event.lon, status=event.venue_status)
        if place
        else None,
        date=When(start=event.start, end=event.end, precision=event.date_precision or "relative")
        if event.start
        else None,
        issues=event.issues,
        track=content.track_name(event.track_id),
        unit_level=event.unit_level,
        format=event.format,
        disclosure=event.disclosure,
        third_party_involvement=event.third_party_involvement,
        strategy=event.strategy,
        outcome=event.outcome,
    )
