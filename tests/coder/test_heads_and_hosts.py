"""Heads of delegations, mediators who are met, cities that host, and who only judges a mediation."""

from __future__ import annotations

import pytest
from casts import cast, coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks between Israel and Hamas resumed in Cairo, with Khalil al-Hayya leading the Hamas delegation.",
            {"party": {"ISR", "group:pse-hamas"}},
        ),
        (
            "A Qatari delegation headed by Mohammed al-Khulaifi mediated between the M23 and Kinshasa.",
            {"mediator": {"QAT"}, "party": {"group:cod-m23", "COD"}},
        ),
        (
            "An African Union delegation led by Alpha Oumar Konare met the rebels in Abuja.",
            {"mediator": {"igo:african-union", "person:alpha-oumar-konare"}, "party": {None}},
        ),
        (
            "Norway's Erik Solheim led the team of mediators at the talks between the LTTE and the government.",
            {"mediator": {"NOR"}, "party": {"group:lka-ltte", "LKA"}},
        ),
    ],
)
def test_who_heads_a_delegation_has_its_part(coder: Coder, text: str, expected: dict[str, set[str | None]]) -> None:
    assert cast(coder(text, published="2015-07-03").events[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels held talks with the mediators on Monday.", {"party": {None}, "mediator": {None}}),
        ("Israeli negotiators held talks with Egyptian mediators in Cairo.", {"party": {"ISR"}, "mediator": {"EGY"}}),
        ("Kenyan mediators held talks with Sudanese negotiators.", {"party": {"SDN"}, "mediator": {"KEN"}}),
    ],
)
def test_whoever_meets_mediators_is_a_party(coder: Coder, text: str, expected: dict[str, set[str | None]]) -> None:
    assert coded(coder, text, "2019-07-03") == {"single_party_consultation": expected}


def test_a_party_that_meets_him_again_meets_the_mediator(coder: Coder) -> None:
    text = (
        "Museveni mediated between the government and the rebels in Kampala. The rebels held talks with him on Sunday."
    )
    assert coded(coder, text, "2019-07-03")["single_party_consultation"] == {"party": {None}, "mediator": {"UGA"}}


@pytest.mark.parametrize(
    ("text", "mediator"),
    [
        ("Cyril Ramaphosa, the chairman of the African Union, met the TPLF's leaders on Tuesday.", "igo:african-union"),
        ("African Union chairman Macky Sall met the rebels.", "igo:african-union"),
        ("Alexander Stubb, who heads the OSCE, met the Georgian president.", "igo:osce"),
        ("Former President Olusegun Obasanjo, the AU's envoy, met Abiy Ahmed.", "igo:african-union"),
        ("Former African Union chairman Alpha Konare met the rebels.", "person:alpha-oumar-konare"),
    ],
)
def test_a_chairman_acts_for_the_body_in_whose_chair_he_is(coder: Coder, text: str, mediator: str) -> None:
    assert cast(coder(text, published="2020-11-28").events[0])["mediator"] == {mediator}


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        (
            "Talks between Zelaya and Micheletti ended on Sunday, when Micheletti rejected a plan put forward by the mediator, Oscar Arias.",
            {"CRI"},
        ),
        ("The talks between the government and the LTTE, mediated by Norway, ended without a deal.", {"NOR"}),
    ],
)
def test_the_mediator_is_whoever_the_sentence_calls_so(coder: Coder, text: str, mediators: set[str]) -> None:
    assert coded(coder, text, "2009-07-20")["mediated_talks"]["mediator"] == mediators


def test_who_is_sent_to_a_capital_to_mediate_is_not_the_capital(coder: Coder) -> None:
    text = "President Umaro Sissoco Embalo of Guinea-Bissau, who chairs ECOWAS, flew to Bamako to mediate."
    assert coded(coder, text, "2022-11-28")["mediated_talks"] == {"mediator": {"igo:ecowas"}}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Istanbul will host talks between Russia and Ukraine on Monday.", {"TUR"}),
        ("Talks hosted by the city of Granada will bring together Aliyev and Pashinyan.", {"ESP"}),
        ("The talks between the sides were hosted by the Carter Center.", {"org:carter-center"}),
        ("Goma hosted talks between the Congolese government and the M23.", set()),
    ],
)
def test_a_city_hosts_for_its_state(coder: Coder, text: str, hosts: set[str]) -> None:
    assert cast(coder(text, published="2023-07-03").events[0]).get("host", set()) == hosts


@pytest.mark.parametrize(
    ("text", "mediator"),
    [
        ("Venezuelan President Hugo Chavez called the Costa Rican mediation a trap.", "CRI"),
        ("Algeria has described the Moroccan mediation in Libya as a farce.", "MAR"),
        ("Qatar described its mediation between Israel and Hamas as a success.", "QAT"),
    ],
)
def test_who_judges_anothers_mediation_does_not_mediate(coder: Coder, text: str, mediator: str) -> None:
    assert coded(coder, text, "2019-07-03")["mediated_talks"]["mediator"] == {mediator}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Brett McGurk, Biden's Middle East adviser, met Netanyahu to press for a ceasefire in Gaza.", "mediator"),
        ("Ibrahim Kalin, an adviser to President Erdogan, mediated between Kyiv and Moscow.", "mediator"),
    ],
)
def test_an_adviser_of_his_own_state_advises_no_party(coder: Coder, text: str, role: str) -> None:
    event = coder(text, published="2022-07-03").events[0]
    assert "adviser_to_party" not in cast(event)
    assert role in cast(event)
