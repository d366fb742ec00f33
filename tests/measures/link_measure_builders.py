"""Short ways to write events and seats for the tests of measures."""

from __future__ import annotations

from dragoman.records import Event, Participation


def held(id: str) -> Event:
    return Event(
        id=id, type="mediated_talks", plover_event=None, cameo=None, status="held", factuality="reported", start="2017-01-20",
        end="2017-01-20", date_precision="day", observed_first_at="2017-01-20", venue=None, venue_country=None, venue_status=None,
        lat=None, lon=None, conflict=None, track_id=None, issues=[], n_mentions=1, n_documents=1, n_roots=1, mention_ids=[id],
        disagreement_score=0.0,
    )  # fmt: skip


def seat(event: str, role: str, actor: str | None, name: str = "") -> Participation:
    return Participation(
        event_id=event, actor=actor, name=name or actor or "", role=role, country=None, sector=None, actor_type=None, side=None,
        n_mentions=1, n_roots=1, basis=[event],
    )  # fmt: skip
