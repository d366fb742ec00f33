"""One row an event, day and place in the columns of ACLED, where talks are strategic developments.

Rows (codebook section 5): texts and meetings that took place and are confirmed or reported. Texts are sub-type
"Agreement", meetings "Other". A meeting of several days gives a row a day where its days are known and at most
31; else one row on its first day. What is known to the week gives one row on its first day, what is known to the
month one in its middle, what is known less well none, as in ACLED. All 31 columns of ACLED's files are there, in
their order. What its coders decide and news does not tell (administrative units, scale of the source, targeting of
civilians) is empty, not guessed. docs/formats.md says what could not be checked against ACLED's codebook.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, BinaryIO

import yaml

from dragoman.actors import load
from dragoman.exports.comma_separated import write_rows
from dragoman.exports.content import Content, took_place
from dragoman.exports.exporter import Exporter, single
from dragoman.linking.dates import day
from dragoman.linking.people import is_state
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, Participation

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
_MOST_DAYS = 31
_INTER = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"), "State forces"),
    **dict.fromkeys(("REB", "SEP", "INS", "PAN"), "Rebel group"),
    **dict.fromkeys(("PAR", "UAF", "CRM"), "Political militia"),
    **dict.fromkeys(("CVL", "OPP", "PTY", "NGO", "NGM", "REL", "BUS", "LAB", "EDU", "ELI", "SOC"), "Civilians"),
}
_BRANCHES = {"GOV": "Government", "MIL": "Military Forces", "COP": "Police Forces"}
_OTHER = "External/Other forces"
_ORDER = ("State forces", "Rebel group", "Political militia", "Identity militia", "Civilians", _OTHER)
# ACLED's regions by those of the United Nations (M49), and where ACLED differs; None where that is not known to us.
_REGIONS = {
    **{name: name for name in (f"{part} Africa" for part in ("Western", "Middle", "Eastern", "Southern", "Northern"))},
    **{name: name for name in ("South America", "Central America", "Caribbean", "Antarctica")},
    **dict.fromkeys(("Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"), "Europe"),
    **dict.fromkeys(("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"), "Oceania"),
    **{"Southern Asia": "South Asia", "South-eastern Asia": "Southeast Asia", "Eastern Asia": "East Asia"},
    **{"Central Asia": "Caucasus and Central Asia", "Western Asia": "Middle East", "Northern America": "North America"},
}
_ELSEWHERE = {
    **dict.fromkeys(("AFG", "ARM", "AZE", "GEO"), "Caucasus and Central Asia"),
    **{"IRN": "Middle East", "CYP": "Europe", "MEX": None, "ZMB": None, "ZWE": None},
}


def rows(content: Content) -> Iterator[dict[str, Any]]:
    """The rows, in the order of the events."""
    words = vocabulary()
    for event in content.events:
        days = _days(event)
        if not took_place(event) or event.type not in words.counted or not days:
            continue
        first, second, others = _actors(content.people(event.id))
        told = content.mentions.get(event.id)
        inter1, inter2 = _inter(first), _inter(second)
        for place, (at, precision) in enumerate(days):
            yield {
                "event_id_cnty": event.id if len(days) == 1 else f"{event.id}-{place + 1}",
                "event_date": at,
                "year": int(at[:4]),
                "time_precision": precision,
                "disorder_type": "Strategic developments",
                "event_type": "Strategic developments",
                "sub_event_type": "Agreement" if event.type in words.texts else "Other",
                "actor1": _name(first) if first else "",
                "inter1": inter1,
                "actor2": _name(second) if second else "",
                "assoc_actor_2": "; ".join(map(_name, others)),
                "inter2": inter2,
                "interaction": _interaction(inter1, inter2),
                **_where(event),
                "source": content.outlets.get(event.id, ()),
                "notes": told.evidence.text if told else "",
                "fatalities": 0,
                "tags": f"type={event.type}; status={event.status}; factuality={event.factuality}",
            }


def _days(event: Event) -> list[tuple[str, int]]:
    """Days of the event with ACLED's precision: 1 the day, 2 the week, 3 the month; none where less is known."""
    first, last = day(event.start), day(event.end or event.start)
    if first is None or last is None or last < first:
        return []
    length = (last - first).days + 1
    if event.date_precision == "day":
        count = length if length <= _MOST_DAYS else 1
        return [((first + dt.timedelta(days=n)).isoformat(), 1) for n in range(count)]
    if length > _MOST_DAYS:
        return []
    middle = first + (last - first) // 2
    return [(first.isoformat(), 2) if length <= 7 else (middle.isoformat(), 3)]


def _actors(
    people: Sequence[Participation],
) -> tuple[Participation | None, Participation | None, list[Participation]]:
    """Two main actors, parties first, and all others who are present, each actor once.

    Who is told both to mediate and to be a party is a third party here if two others are parties.
    """
    words = vocabulary()
    third = _each([p for p in people if p.role in words.present - words.party])
    parties = _each([p for p in people if p.role in words.party])
    helping = {_key(p) for p in third if p.role in words.mediator | words.convener | words.host}
    own = [p for p in parties if _key(p) not in helping]
    parties = own if len(own) > 1 else parties
    everybody = _each([*parties, *third])
    return (everybody[0] if everybody else None), (everybody[1] if len(everybody) > 1 else None), everybody[2:]


def _key(who: Participation) -> tuple[str, str]:
    return who.actor or who.name, who.sector or ""


def _each(people: Sequence[Participation]) -> list[Participation]:
    found: dict[tuple[str, str], Participation] = {}
    for who in people:
        found.setdefault(_key(who), who)
    return list(found.values())


def _name(who: Participation) -> str:
    """ACLED's form for states: "Government of Russia", "Military Forces of Russia"; other names as they are."""
    prefix = _BRANCHES.get(who.sector or "GOV")
    own = prefix and is_state(who.actor or "") and not who.name.startswith(("Government", "Military", "Police"))
    return f"{prefix} of {who.name}" if own else who.name


def _inter(who: Participation | None) -> str:
    if who is None:
        return ""
    return _INTER.get(who.sector or "", _OTHER) if who.role in vocabulary().party else _OTHER


def _interaction(inter1: str, inter2: str) -> str:
    """Both kinds of actor, that with the lower number in ACLED's list first; "State forces only" for one actor."""
    if not inter1 or not inter2:
        return f"{inter1} only" if inter1 else ""
    return "-".join(sorted((inter1, inter2), key=_ORDER.index))


def _where(event: Event) -> dict[str, Any]:
    """Country by name, number and ACLED's region, and the place: precise where a town is named, else the country."""
    code = event.venue_country or ""
    country = load().country_name(code)
    known = event.lat is not None
    whole = event.venue in (None, country, code)
    return {
        "iso": _numbers().get(code),
        "region": _region(code),
        "country": country,
        "location": event.venue or country,
        "latitude": event.lat,
        "longitude": event.lon,
        "geo_precision": None if not known else 3 if whole else 1,
    }


@cache
def _numbers() -> Mapping[str, int]:
    text = resources.files("dragoman.exports").joinpath("data", "iso_numeric.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, yaml.CSafeLoader))


@cache
def _region(code: str) -> str | None:
    if code in _ELSEWHERE:
        return _ELSEWHERE[code]
    country = load().entries.countries.get(code)
    return _REGIONS.get(country.region) if country else None


def write(content: Content, stream: BinaryIO) -> int:
    """Write the table and return the number of rows."""
    return write_rows(rows(content), COLUMNS, stream)


EXPORTER = Exporter(
    name="acled",
    summary="event days and places in ACLED's columns, as strategic developments",
    endings=(".csv",),
    parts=single(write),
)
