"""Whom the text has told to mediate meets as what he is."""

from __future__ import annotations

import pytest
from tests.casts import actors

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "mediator", "party"),
    [
        (
            "Lavrov chaired talks between Armenia and Azerbaijan in Moscow on Friday. Armenia's foreign minister held "
            "talks with Lavrov in the Russian capital on Sunday.",
            "RUS",
            "ARM",
        ),
        (
            "Kenya mediated between the government of South Sudan and the rebels of Riek Machar. Machar changed his "
            "mind after a meeting with the Kenyan president.",
            "KEN",
            "group:ssd-splm-io",
        ),
        ("Turkey mediated between Ethiopia and Somalia. Abiy then telephoned Erdogan.", "TUR", "ETH"),
    ],
)
def test_a_mediator_who_meets_one_side_consults_it(coder: Coder, text: str, mediator: str, party: str) -> None:
    last = coder(text, published="2021-08-24", outlet="AP").events[-1]
    assert last.type == "single_party_consultation"
    assert (actors(last, "mediator"), actors(last, "party")) == ([mediator], [party])


def test_mediators_among_themselves_confer(coder: Coder) -> None:
    text = (
        "France, Russia and the United States mediated between Armenia and Azerbaijan for thirty years. "
        "Paris, Moscow and Washington would meet again in May."
    )
    assert coder(text, published="2021-08-24", outlet="AP").events[-1].type == "third_party_consultation"


def test_who_has_no_part_in_the_mediation_is_not_consulted_as_a_side(coder: Coder) -> None:
    text = "Turkey mediated between Ethiopia and Somalia. Macron met Erdogan in Paris on Monday."
    assert coder(text, published="2021-08-24", outlet="AP").events[-1].type != "single_party_consultation"


@pytest.mark.parametrize("aim", ["to discuss tariffs", "to sign a gas deal", "for trade talks"])
def test_a_mediator_who_meets_one_side_on_another_matter_consults_nobody(coder: Coder, aim: str) -> None:
    text = f"Russia mediated talks between Armenia and Azerbaijan. Putin met Aliyev in Baku on Friday {aim}."
    assert "single_party_consultation" not in {e.type for e in coder(text, published="2005-03-10", outlet="AP").events}
