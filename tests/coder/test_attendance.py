"""Who is told to be absent, where no word for the talks is."""

from __future__ import annotations

import pytest
from tests.casts import actors

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "Kenya's vice-president met the factions in Machakos on Monday. The Egyptian envoy, who was not in Machakos, "
            "welcomed the declaration.",
            "EGY",
        ),
        ("Sudan's army and the RSF resumed talks in Jeddah. Egypt was not involved in the process.", "EGY"),
        (
            "The government and the opposition resumed talks in Mexico. Washington, which is not taking part, backs them.",
            "USA",
        ),
    ],
)
def test_who_is_absent_mediates_nothing(coder: Coder, text: str, absent: str) -> None:
    events = coder(text, published="2021-08-24", outlet="AP").events
    assert all(absent not in actors(e, "mediator") for e in events)
    assert not [e for e in events if e.polarity == "negated"]


@pytest.mark.parametrize(
    "text",
    [
        "Israel's security cabinet is scheduled to meet on Friday to consider the latest proposal for a truce.",
        "The president convened an emergency meeting of his national security council on the truce with Iran.",
    ],
)
def test_a_cabinet_that_meets_holds_no_talks(coder: Coder, text: str) -> None:
    assert not [e for e in coder(text, published="2014-07-24", outlet="AP").events if e.plover.event == "CONSULT"]


def test_who_stays_away_for_a_reason_of_his_own_is_not_kept_out(coder: Coder) -> None:
    text = "The guarantors met in Brasilia. Colombia took no part, having no frontier in question."
    assert not [e for e in coder(text, published="1995-02-20").events if e.type == "exclusion_declared"]


def test_who_quits_talks_walks_out_whatever_is_attacked_then(coder: Coder) -> None:
    text = "The Kurds quit the talks in Baghdad after the army attacked Kirkuk."
    assert coder(text, published="2005-03-10").events[0].type == "walkout"


def test_who_takes_no_part_in_a_battle_is_kept_out_of_nothing(coder: Coder) -> None:
    events = coder(
        "Fighting went on in Darfur. Uganda is not taking part, the general said.", published="2005-03-10"
    ).events
    assert not [e for e in events if "UGA" in actors(e, "excluded")]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The talks between Peru and Ecuador opened in Quito. Chile took no part, having no claim to the land.", False),
        ("The talks between Peru and Ecuador opened in Quito. Chile is not taking part.", True),
    ],
)
def test_who_has_no_stake_is_not_kept_out(coder: Coder, text: str, *, out: bool) -> None:
    assert any("CHL" in actors(e, "excluded") for e in coder(text, published="1997-03-10").events) == out
