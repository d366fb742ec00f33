"""The record of the exports' tests: six events, with names that a format may stumble over."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

import msgspec
from store_builders import make_documents, make_event_layer, make_mention

from dragoman import records as r
from dragoman.store import Store

FORMULA = "=HYPERLINK(1)"
BELL = "Front\x07 & <Sons>"
"""Names that a spreadsheet would run, and that XML cannot hold as it is."""


def event(number: int, **changes: object) -> r.Event:
    """An event of the builders with other values."""
    first = make_event_layer([make_mention(make_documents()[0], "talks")])["events"][0]
    values = {"id": f"ev_{number}", "lon": 10.7, "status": "held", "end": "2016-12-10", "n_roots": 2}
    return msgspec.structs.replace(first, **(values | changes))


def seat(number: int, name: str, role: str, actor: str | None = None, **more: object) -> r.Participation:
    """A seat at an event."""
    return r.Participation(event_id=f"ev_{number}", actor=actor, name=name, role=role, **more)  # type: ignore[arg-type]


EVENTS = [
    event(0, end="2016-12-10"),
    event(1, type="agreement_signed", plover_event="SUPPORT", cameo="057", start="2016-12-20", end="2016-12-20"),
    event(2, status="planned", start="2017-01-05", end="2017-01-05", plover_event="AGREE", cameo="036"),
    event(3, status="cancelled", start="2017-01-09", end="2017-01-09"),
    event(4, start="2017-02-01", end="2017-02-28", date_precision="month", lat=None, lon=None, venue=None),
    event(5, type="endorsement", start="2017-03-01", end="2017-03-01"),
]
PEOPLE = [
    seat(number, name, role, actor, **more)
    for number in range(5)
    for name, role, actor, more in (
        ("Norway", "mediator", "NOR", {"actor_type": "state", "country": "NOR", "sector": "GOV"}),
        ("Exampleland", "party", "EXA", {"actor_type": "state", "country": "EXA", "sector": "GOV"}),
        (BELL, "party", "group:exa-front", {"actor_type": "armed_group", "country": "EXA", "sector": "REB"}),
    )
] + [
    seat(0, FORMULA, "observer", "org:exa-link", actor_type="ngo_mediator"),
    seat(0, "the militia", "excluded"),
    seat(4, "Sweden", "host", "SWE", actor_type="state", country="SWE", sector="GOV"),
]


def fill(store: Store) -> None:
    """Put the record into a store."""
    document = make_documents()[0]
    mention = make_mention(document, "talks")
    layer = make_event_layer([mention])
    layer["events"] = [msgspec.structs.replace(e, mention_ids=[mention.id]) for e in EVENTS]
    layer["participations"] = PEOPLE
    store.add_documents([document])
    store.add_codings([document.id], [mention], coder_version="1")
    store.replace_event_layer(**layer)
