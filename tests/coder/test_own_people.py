"""Who meets his own people or a foe, and in whose name: cabinets, commanders, ministers at home, "we"."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    "text",
    ["The Ugandan president convened his cabinet.", "Netanyahu convened his inner cabinet to discuss the truce."],
)
def test_a_cabinet_meeting_is_no_consultation(coder: Coder, text: str) -> None:
    assert coder(text, published="2020-07-03").events == []


@pytest.mark.parametrize(
    "text",
    [
        "Garang met his commanders in Rumbek.",
        "Foday Sankoh held consultations in Lome with commanders of his Revolutionary United Front.",
    ],
)
def test_a_rebel_leader_confers_with_his_commanders(coder: Coder, text: str) -> None:
    assert coder(text, published="1999-07-03").events[0].type == "intra_party_conference"


def test_a_president_who_meets_his_counterpart_consults(coder: Coder) -> None:
    assert coder("Kabila met his Ugandan counterpart in Kinshasa.", published="2014-07-03").events


@pytest.mark.parametrize(
    ("text", "type_", "mediator"),
    [
        ("The agriculture minister, Anton Apriyantono, met GAM commanders in Aceh.", "direct_negotiation", None),
        ("The Norwegian minister, Erik Solheim, met GAM commanders in Oslo.", "single_party_consultation", {"NOR"}),
        (
            "The former Finnish president, Martti Ahtisaari, met GAM commanders in Helsinki.",
            "single_party_consultation",
            {"org:cmi"},
        ),
    ],
)
def test_a_minister_at_home_negotiates(coder: Coder, text: str, type_: str, mediator: set[str] | None) -> None:
    found = coded(coder, text, "2005-07-03")
    assert found[type_].get("mediator") == mediator


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ('"We are talking to both sides," the Egyptian foreign minister said.', "mediated_talks", {"EGY"}),
        (
            '"We met Burhan and Hemedti separately last week," said US envoy Tom Perriello.',
            "single_party_consultation",
            {"USA"},
        ),
    ],
)
def test_who_speaks_to_both_sides_mediates(coder: Coder, text: str, type_: str, expected: set[str]) -> None:
    assert coded(coder, text, "2024-03-03")[type_]["mediator"] == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            '"We held talks with the Russians in Istanbul," Ukrainian Foreign Minister Dmytro Kuleba said.',
            {"UKR", "RUS"},
        ),
        ("Abbas and Netanyahu spoke by phone.", {"PSE", "ISR"}),
        ("Kerry met with Zarif in Vienna.", {"USA", "IRN"}),
    ],
)
def test_foes_who_meet_or_speak_negotiate(coder: Coder, text: str, parties: set[str]) -> None:
    published = "2022-04-03" if "Kuleba" in text else "2014-07-03"
    assert coded(coder, text, published) == {"direct_negotiation": {"party": parties}}


def test_americans_and_taliban_negotiate_until_the_war_ends(coder: Coder) -> None:
    text = "Khalilzad met with Taliban negotiators in Doha."
    assert coded(coder, text, "2020-02-03") == {"direct_negotiation": {"party": {"USA", "group:afg-taliban"}}}


def test_the_state_at_war_is_the_side_that_another_consults(coder: Coder) -> None:
    found = coded(
        coder, "The war in Sudan has displaced millions. Burhan was received by Erdogan in Ankara.", "2023-10-03"
    )
    assert found["single_party_consultation"] == {"party": {"SDN"}, "mediator": {"TUR"}}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The governor of the province, Haji Daud, brokered a truce between the clans.", "broker"),
        ("The talks were convened by the Catholic bishop, the Rt Rev Cornelius Korir.", "convener"),
    ],
)
def test_a_title_and_its_name_are_one(coder: Coder, text: str, role: str) -> None:
    event = coder(text, published="2010-07-03").events[0]
    assert [p.role for p in event.participants if p.role != "party"] == [role]


def test_an_interview_is_no_consultation(coder: Coder) -> None:
    assert coder("Zelenskyy sat down with CNN in Kyiv.", published="2023-07-03").events == []
