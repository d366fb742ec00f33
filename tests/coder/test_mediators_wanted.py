"""Whom somebody will have as a mediator, and whom not; who is named for oneself mediates nothing."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The rebels would accept no other mediator.", "mediation_rejected"),
        ("Khartoum said it accepts no facilitator but the African Union.", "mediation_rejected"),
        ("The opposition wants a second mediator appointed alongside Mbeki.", "mediation_requested"),
        ("The guerrillas want a mediator from Norway.", "mediation_requested"),
        ("The army wants no mediator.", "mediation_rejected"),
        ("The rebels' demand for an international mediator surprised Manila.", "mediation_requested"),
        ("Kinshasa said it was ready to resume its mediation between the two Sudans.", "mediation_offered"),
    ],
)
def test_the_verb_and_its_no_decide_who_is_wanted(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have named Joseph Banda and Maria Okello to their delegation.",
        "The government appointed General Vargas to its negotiating team.",
        "Burundi's president replaced the head of his delegation.",
    ],
)
def test_who_is_named_to_a_delegation_mediates_nothing(coder: Coder, text: str) -> None:
    assert not {"mediator_appointed", "exclusion_declared"} & set(types(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations appointed Jan Egeland as its envoy to Libya.",
        "The African Union named Thabo Mbeki to its mediation team for Sudan.",
    ],
)
def test_who_is_named_by_others_does(coder: Coder, text: str) -> None:
    assert "mediator_appointed" in types(coder, text)
