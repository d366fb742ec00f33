"""Sentences about acts: who stays away, who takes whose place, and whose words tell of nobody."""

from __future__ import annotations

import pytest

from dragoman.records import Event, Participation
from dragoman.reports.names import Names
from dragoman.reports.sentences import sentence


def event(type: str, status: str = "held") -> Event:
    return Event(
        id="ev", type=type, plover_event=None, cameo=None, status=status, factuality="reported", start=None, end=None,
        date_precision=None, observed_first_at=None, venue=None, venue_country=None, venue_status=None, lat=None, lon=None,
        conflict=None, track_id=None, issues=[], n_mentions=1, n_documents=1, n_roots=1, mention_ids=["m"], disagreement_score=0.0,
    )  # fmt: skip


def people(*told: tuple[str, str, str | None]) -> list[Participation]:
    return [
        Participation(event_id="ev", actor=actor, name=name, role=role, country=None, sector=None, actor_type=None,
                      side=None, n_mentions=1, n_roots=1, basis=["m"])
        for role, name, actor in told
    ]  # fmt: skip


MERANIA, FRONT = ("party", "Merania", "MER"), ("party", "Northern Front", "group:mer-front")


@pytest.mark.parametrize(
    ("type", "told", "expected"),
    [
        ("boycott", [("boycotting", "Merania", "MER")], "Merania stayed away from talks"),
        ("boycott", [("boycotting", "army delegation", None), ("recipient", "Kedar", "KED")],
         "army delegation stayed away from talks with Kedar"),
        ("mediator_appointed", [("initiator", "Lakes Union", "igo:lakes"), ("mediator", "Kedar", "KED"),
                                ("excluded", "Ostland", "OST")], "Lakes Union named Kedar as mediator in place of Ostland"),
        ("mediator_appointed", [("initiator", "Lakes Union", "igo:lakes"), ("party", "sides", None)], "Lakes Union named a mediator"),
        ("single_party_consultation", [MERANIA, ("mediator", "Kedar", "KED")],
         "Consultations with Merania took place, held by Kedar"),
        ("single_party_consultation", [("party", "party", None)], "Consultations with one side took place"),
        ("direct_negotiation", [MERANIA, FRONT, ("party", "high-level officials of the two sides", None)],
         "Direct talks between Merania and Northern Front took place"),
        ("direct_negotiation", [MERANIA, ("party", "clan elders", None)], "Direct talks between Merania and clan elders took place"),
        ("exclusion_declared", [("excluded", "Merania", "MER"), ("initiator", "Merania", "MER")], "Merania is said to be left out"),
    ],
)  # fmt: skip
def test_a_sentence_tells_who_acts_and_on_whom(type, told, expected):
    assert sentence(event(type), people(*told), Names(name_of=lambda code: None)) == expected
