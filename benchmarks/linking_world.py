"""The made-up world that `linking_reports.py` reports on: conflicts and actors of the knowledge base, events that never happened."""

from __future__ import annotations

import datetime as dt
import random
from typing import NamedTuple

from dragoman.actors import load

BROKERS = ["RUS", "USA", "TUR", "IRN", "QAT", "NOR", "CHE", "EGY", "KEN", "DZA", "OMN", "CHN", "FRA", "igo:un", "igo:eu", "igo:au",
           "igo:osce", "igo:arab-league"]  # fmt: skip
VENUES = ["Geneva", "Vienna", "Doha", "Cairo", "Addis Ababa", "Nairobi", "Oslo", "Astana", "Muscat", "Istanbul", "Minsk", "Paris",
          "New York", "Brussels", "Kuwait City", "Stockholm"]  # fmt: skip
KINDS: dict[str | None, tuple[float, str, str, tuple[str, ...]]] = {
    # type: weight, trigger, sentence with the trigger in it, roles of one, other and broker
    "mediated_talks": (14, "talks", "{c} held talks with {a} and {b}", ("party", "party", "mediator")),
    "direct_negotiation": (9, "negotiated", "{a} negotiated with {b}", ("party", "party", "")),
    "exclusion_declared": (6, "not invited", "{a} was not invited to the talks with {b}", ("excluded", "party", "initiator")),
    "agreement_announced": (7, "deal", "{a} and {b} announced a deal", ("party", "party", "mediator")),
    "agreement_signed": (4, "signed", "{a} and {b} signed an agreement", ("party", "party", "witness")),
    "ceasefire_declared": (6, "truce", "{a} and {b} declared a truce", ("party", "party", "broker")),
    "ceasefire_ended": (1, "ended", "{a} said that the truce with {b} ended", ("initiator", "party", "")),
    "single_party_consultation": (4, "received", "{c} received {a}", ("party", "", "mediator")),
    "invitation_issued": (4, "invited", "{c} invited {a} and {b}", ("recipient", "recipient", "initiator")),
    "talks_postponed": (3, "postponed", "talks of {a} and {b} were postponed", ("party", "party", "mediator")),
    "talks_suspended": (2, "suspended", "{a} suspended the talks with {b}", ("initiator", "party", "")),
    "talks_collapsed": (2, "collapsed", "talks of {a} and {b} collapsed", ("party", "party", "mediator")),
    "endorsement": (4, "welcomed", "{c} welcomed the talks of {a} with {b}", ("recipient", "recipient", "initiator")),
    "disparagement": (2, "dismissed", "{c} dismissed the talks of {a} as alternative to its own", ("recipient", "", "initiator")),
    "boycott": (2, "boycott", "{a} will boycott the meeting with {b}", ("boycotting", "party", "")),
    "prisoner_exchange": (2, "exchanged", "{a} and {b} exchanged prisoners", ("party", "party", "go_between")),
    "international_conference": (3, "conference", "{c} hosted a conference on {a}", ("", "participant", "host")),
    "third_party_consultation": (3, "met", "envoys of {c} met those of {d}", ("", "", "participant")),
    None: (20, "attacked", "{a} attacked positions of {b}", ("initiator", "recipient", "")),
}  # fmt: skip
MEETINGS = ("mediated_talks", "direct_negotiation", "international_conference", "third_party_consultation")
ACTS = ("talks_postponed", "talks_suspended", "talks_collapsed")
PLOVER = {
    None: "ASSAULT",
    "agreement_signed": "AGREE",
    "endorsement": "SUPPORT",
    "disparagement": "REJECT",
    "boycott": "REJECT",
}


class Theatre(NamedTuple):
    """A conflict, and the actors, places and label of its news."""

    name: str
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    venues: tuple[str, ...]
    begins: str
    ends: str


class Happening(NamedTuple):
    """An event of the made-up world."""

    kind: str | None
    day: dt.date
    a: str
    b: str
    c: str
    d: str
    venue: str
    labelled: bool


def theatres() -> list[Theatre]:
    """The conflicts of the table with two known parties that go on between 2012 and 2021, in an order of their own."""
    knowledge, draw, found = load(), random.Random(7), []
    for row in knowledge.tables.conflicts:
        parties = tuple(p for p in row.parties if knowledge.name(p))
        if len(parties) < 2 or row.start > "2016" or (row.end and row.end < "2018"):
            continue
        brokers = tuple(draw.sample([b for b in BROKERS if b not in parties and b not in row.countries], 4))
        places = [p.name for p in knowledge.tables.places if p.country in row.countries and p.kind == "city"][:6]
        venues = (*draw.sample(VENUES, 4), *places)
        found.append(Theatre(row.name, parties, brokers, venues, row.start, row.end or "9999"))
    draw.shuffle(found)
    return found


def happening(today: dt.date, theatre: Theatre, draw: random.Random) -> Happening:
    kinds = list(KINDS)
    kind = draw.choices(kinds, [KINDS[k][0] for k in kinds])[0]
    ahead = draw.choice((0, 0, 0, 3, 7)) if kind in MEETINGS else -draw.choice((0, 0, 1, 1, 2))
    a, b = draw.sample(theatre.parties, 2)
    c, d = draw.sample(theatre.brokers, 2)
    venue = theatre.venues[min(int(draw.expovariate(0.6)), len(theatre.venues) - 1)]
    return Happening(kind, today + dt.timedelta(days=ahead), a, b, c, d, venue, draw.random() < 0.15)
