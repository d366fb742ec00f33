"""One row an event, day and place in the columns of ACLED, where talks are strategic developments.

Rows (codebook section 5): texts and meetings that took place and are confirmed or reported. Texts are sub-type
"Agreement", meetings "Other". A meeting of several days gives a row a day where its days are known and at most
31; else one row on its first day with the precision told. Actors, interaction and time precision follow the
ACLED Codebook; `inter` is told by sector. What ACLED codes and news does not tell (admin levels, fatalities)
is left out, not guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from dragoman.exports.comma_separated import write_rows
from dragoman.exports.content import Content, took_place
from dragoman.exports.exporter import Exporter, single
from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, Participation

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("country", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "tags"),
)
_TIME = {"day": 1, "week": 2, "bounded": 2, "month": 3, "year": 3}
_MOST_DAYS = 31
_INTER = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"), "State forces"),
    **dict.fromkeys(("REB", "SEP", "INS", "PAN"), "Rebel group"),
    **dict.fromkeys(("PAR", "UAF", "CRM"), "Political militia"),
    **dict.fromkeys(("CVL", "OPP", "PTY", "NGO", "NGM", "REL", "BUS", "LAB", "EDU", "ELI", "SOC"), "Civilians"),
}


def rows(content: Content) -> Iterator[dict[str, Any]]:
    """The rows, in the order of the events."""
    words = vocabulary()
    for event in content.events:
        if not took_place(event) or event.type not in words.counted or not event.start:
            continue
        people = content.people(event.id)
        parties = _each([p for p in people if p.role in words.party])
        third = _each([p for p in people if p.role in words.present - words.party])
        first, second = (parties[:1], parties[1:]) if len(parties) > 1 else (parties or third[:1], [])
        others = third if parties else third[1:]
        if not second and others:
            second, others = others[:1], others[1:]
        told = content.mentions.get(event.id)
        days = _days(event)
        for place, at in enumerate(days):
            yield {
                "event_id_cnty": event.id if len(days) == 1 else f"{event.id}-{place + 1}",
                "event_date": at,
                "year": int(at[:4]),
                "time_precision": _TIME.get(event.date_precision or "", 3),
                "disorder_type": "Strategic developments",
                "event_type": "Strategic developments",
                "sub_event_type": "Agreement" if event.type in words.texts else "Other",
                "actor1": _name(first, event),
                "assoc_actor_1": "",
                "inter1": _inter(first, event),
                "actor2": _name(second[:1], event),
                "assoc_actor_2": "; ".join(_name([p], event) for p in [*second[1:], *others]),
                "inter2": _inter(second[:1], event),
                "country": event.venue_country,
                "location": event.venue,
                "latitude": event.lat,
                "longitude": event.lon,
                "geo_precision": None if event.lat is None else 1 if event.venue else 3,
                "source": content.outlets.get(event.id, ()),
                "source_scale": "",
                "notes": told.evidence.text if told else "",
                "tags": f"type={event.type}; status={event.status}; factuality={event.factuality}",
            }


def _days(event: Event) -> list[str]:
    first, last = day(event.start), day(event.end)
    if event.date_precision != "day" or first is None or last is None or not 0 <= (last - first).days < _MOST_DAYS:
        return [(event.start or "")[:10]]
    return [(first + dt.timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


def _name(people: Sequence[Participation], event: Event) -> str:
    """ACLED's form for states: "Government of Russia"; other names as they are."""
    if not people:
        return ""
    who = people[0]
    official = who.actor_type == "state" or (who.actor_type is None and who.sector == "GOV")
    return f"Government of {who.name}" if official and not who.name.startswith("Government") else who.name


def _inter(people: Sequence[Participation], event: Event) -> str:
    if not people:
        return ""
    who = people[0]
    if who.role not in vocabulary().party:
        return "External/Other forces"
    return _INTER.get(who.sector or "", "External/Other forces")


def _each(people: list[Participation]) -> list[Participation]:
    return list({(p.actor, p.name): p for p in people}.values())


def write(content: Content, stream: BinaryIO) -> int:
    """Write the table and return the number of rows."""
    return write_rows(rows(content), COLUMNS, stream)


EXPORTER = Exporter(
    name="acled",
    summary="event days and places in ACLED's columns, as strategic developments",
    endings=(".csv",),
    parts=single(write),
)
