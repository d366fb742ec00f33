"""One row a held mediation event, in the manner of the Mediation Events and Negotiators Database (MEND).

Rows (codebook section 5): events that took place, are confirmed or reported, and have a third party that did
at least lend its premises; `third_party_involvement` is the event's, the deepest that is told (codebook 2.6). Columns are
ours and named in plain words: they are not the variables of MEND's files, and its coding needs a reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from dragoman.exports.comma_separated import write_rows
from dragoman.exports.content import Content, took_place
from dragoman.exports.exporter import Exporter, single
from dragoman.linking.vocabulary import vocabulary
from dragoman.ontology import assessment
from dragoman.records import Event, Participation

COLUMNS = (
    *("event_id", "conflict", "date_start", "date_end", "date_precision"),
    *("place", "place_country", "latitude", "longitude", "event_type", "process"),
    *("third_parties", "third_party_ids", "third_party_types", "third_party_roles", "third_party_involvement"),
    *("local_actors", "local_actor_ids", "individuals", "issues"),
    *("factuality", "n_sources", "outlets"),
)


def rows(content: Content) -> Iterator[dict[str, Any]]:
    """The rows, in the order of the events."""
    words = vocabulary()
    for event in content.events:
        if not took_place(event) or event.type not in words.counted:
            continue
        brokers = _each([p for p in content.people(event.id) if p.role in assessment.load().involvement_by_role])
        if brokers:
            yield _row(event, brokers, _local(content.people(event.id), brokers), content)


def _local(people: Sequence[Participation], brokers: Sequence[Participation]) -> list[Participation]:
    """Conflict parties; who also helps the others is none where two are left."""
    parties = _each([p for p in people if p.role in vocabulary().party])
    helping = {(p.actor, p.name) for p in brokers}
    own = [p for p in parties if (p.actor, p.name) not in helping]
    return own if len(own) > 1 else parties


def _row(event: Event, brokers: list[Participation], parties: list[Participation], content: Content) -> dict[str, Any]:
    roles = {p.name: sorted({q.role for q in content.people(event.id) if q.name == p.name}) for p in brokers}
    # Events that an earlier version linked have no depth of their own.
    by_role = assessment.load().involvement(event.type, {q.role for q in content.people(event.id)})
    return {
        "event_id": event.id,
        "conflict": event.conflict,
        "date_start": event.start,
        "date_end": event.end,
        "date_precision": event.date_precision,
        "place": event.venue,
        "place_country": event.venue_country,
        "latitude": event.lat,
        "longitude": event.lon,
        "event_type": event.type,
        "process": content.track_name(event.track_id),
        "third_parties": [p.name for p in brokers],
        "third_party_ids": [p.actor or "?" for p in brokers],
        "third_party_types": [p.actor_type or "?" for p in brokers],
        "third_party_roles": ["/".join(roles[p.name]) for p in brokers],
        "third_party_involvement": event.third_party_involvement or by_role,
        "local_actors": [p.name for p in parties],
        "local_actor_ids": [p.actor or "?" for p in parties],
        "individuals": content.persons.get(event.id, ()),
        "issues": event.issues,
        "factuality": event.factuality,
        "n_sources": event.n_roots,
        "outlets": content.outlets.get(event.id, ()),
    }


def _each(people: Sequence[Participation]) -> list[Participation]:
    """Each actor once."""
    return list({(p.actor, p.name): p for p in people}.values())


def write(content: Content, stream: BinaryIO) -> int:
    """Write the table and return the number of rows."""
    return write_rows(rows(content), COLUMNS, stream)


EXPORTER = Exporter(
    name="mend",
    summary="held mediation events with place, third parties, local actors and individuals, as in MEND",
    endings=(".csv",),
    parts=single(write),
)
