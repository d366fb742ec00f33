"""Who stands behind a body or a kind that is told with its members, and who is something together with others."""

from __future__ import annotations

import pytest
from casts import cast, coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Zambia and Congo held talks mediated by the three guarantor states of the pact, Kenya, Ghana and Botswana.",
            "mediated_talks",
            {"party": {"ZMB", "COD"}, "mediator": {"KEN", "GHA", "BWA"}},
        ),
        (
            "A contact group of Norway, Japan and Canada mediated between the army and the militias.",
            "mediated_talks",
            {"mediator": {"NOR", "JPN", "CAN"}, "party": {None}},
        ),
        (
            "Norway and Chile, the guarantors, and Japan and Peru, the accompanying countries, attended the talks between Colombia "
            "and the ELN.",
            "mediated_talks",
            {"guarantor": {"NOR", "CHL"}, "accompanier": {"JPN", "PER"}, "party": {"COL", "group:col-eln"}},
        ),
        (
            "The round brought together both sides, Egypt and Qatar as mediators, and Kenya and Norway as observers.",
            "mediated_talks",
            {"mediator": {"EGY", "QAT"}, "observer": {"KEN", "NOR"}},
        ),
        (
            "The session in Doha gathered the government, the rebels, Chad and Togo as guarantors and France as an observer.",
            "mediated_talks",
            {"guarantor": {"TCD", "TGO"}, "observer": {"FRA"}, "party": {None}},
        ),
        (
            "The meeting between Ethiopia and Eritrea was mediated by Kenya with the participation of Djibouti and Uganda.",
            "mediated_talks",
            {"party": {"ETH", "ERI"}, "mediator": {"KEN"}, "participant": {"DJI", "UGA"}},
        ),
        (
            "Kenya, represented by its foreign minister, and the African Union attended the conference as observers.",
            "international_conference",
            {"observer": {"KEN", "igo:african-union"}},
        ),
        (
            "The accord between Mali and the rebels, which Algeria had brokered and the United Nations had guaranteed, was signed in Bamako.",
            "agreement_signed",
            {"party": {"MLI", "group:mli-rebels"}, "broker": {"DZA"}, "guarantor": {"igo:un"}},
        ),
        (
            "Japan attended the talks with the MILF as an observer.",
            "direct_negotiation",
            {"observer": {"JPN"}, "party": {"group:phl-milf"}},
        ),
    ],
)
def test_each_member_has_the_part_that_is_told_of_all(
    coder: Coder, text: str, type_: str, expected: dict[str, set[str | None]]
) -> None:
    assert coded(coder, text, "2013-05-06")[type_] == expected


def test_a_mediator_is_one_also_in_whose_presence_others_sign(coder: Coder) -> None:
    text = "Congo and Rwanda signed the declaration in the presence of Angolan mediator Joao Lourenco."
    (event,) = coder(text, published="2024-08-05", outlet="Example Post").events
    assert cast(event) == {"party": {"COD", "RWA"}, "mediator": {"AGO"}}


def test_whoever_has_the_status_of_something_is_that(coder: Coder) -> None:
    text = "Norway and Cuba are guarantors of the talks between Colombia and the ELN, while Ghana and Togo have the status of accompanying countries."
    (event,) = coder(text, published="2023-08-05", outlet="Example Post").events
    found = cast(event)
    assert (found["guarantor"], found["accompanier"]) == ({"NOR", "CUB"}, {"GHA", "TGO"})


def test_whoever_hosts_together_with_another_hosts(coder: Coder) -> None:
    text = "Merkel, who hosted the talks together with UN envoy Ghassan Salame, met Sarraj and Haftar."
    event = coder(text, published="2020-01-24", outlet="Example Post").events[0]
    assert cast(event)["host"] == {"DEU", "igo:un"}


def test_with_whose_participation_two_others_talk_is_no_side(coder: Coder) -> None:
    text = "The talks between Sudan and the SPLM were held with the participation of the United States and Norway."
    assert coded(coder, text, "2005-03-10")["direct_negotiation"]["participant"] == {"USA", "NOR"}


def test_a_dash_between_years_is_no_preposition_of_company(coder: Coder) -> None:
    text = "The Kenyan mediator, who led the talks from 1992 - 1996, met both sides."
    assert coder(text, published="2001-03-10").events
