"""Acts of force and their end by what they are done to."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2015-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Troops from Cameroon have driven Boko Haram out of three towns.", "ASSAULT"),
        ("The army pushed the rebels out of Bukavu.", "ASSAULT"),
        ("Troops drove out of the town on Monday.", "withdrawal_or_disengagement"),
        ("The rebels shall disarm their fighters within thirty days.", "RETREAT"),
        ("Haftar's commanders are marching on the capital.", "ASSAULT"),
        ("The interior minister has banned demonstrations in Kampala.", "COERCE"),
        ("Thousands marched on parliament.", "PROTEST"),
    ],
)
def test_what_an_armed_act_is_by_its_object(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("Israel would shelve annexation and the Emirates would normalize relations.", "CONCEDE", "COOPERATE")],
)
def test_a_harmful_plan_given_up_is_a_concession(coder: Coder, text: str, first: str, last: str) -> None:
    found = types(coder, text)
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "A truce that had held since March fell apart, with each side blaming the other.",
            "ceasefire_violation_alleged",
        ),
        ("Both armies have complained of violations of the truce.", "ceasefire_violation_alleged"),
        (
            "A ceasefire agreed on Friday collapsed within hours, with both sides trading accusations.",
            "ceasefire_violation_alleged",
        ),
        ("The mufti claimed that the deal violated the 1996 peace agreement.", "ACCUSE"),
        ("Hanoi said that Beijing had violated international law.", "ACCUSE"),
        ("The rebels said that the army had violated the ceasefire.", "ceasefire_violation_alleged"),
    ],
)
def test_only_a_truce_is_alleged_to_be_violated_as_one(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The sides signed a truce, which collapsed within days.", "ceasefire_ended"),
        ("The envoy begins a round of shuttle diplomacy between Hadi and the opposition.", "shuttle_round"),
        ("The Red Cross served as the only channel between the two sides.", "good_offices_contact"),
        ("The idea of a land swap between Serbia and Kosovo has divided the opposition.", "agreement_announced"),
        (
            "Aliyev met the mediators in Vienna on Thursday, but Sargsyan did not travel there.",
            "single_party_consultation",
        ),
        ("Aliyev did not receive the envoy.", "mediation_rejected"),
    ],
)
def test_one_word_tells_what_it_is(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Monitors who tried to reach the town were turned back at a checkpoint. The talks go on in Minsk.", "COERCE"),
        ("Troops took control of the port in violation of the ceasefire agreement.", "ceasefire_violated"),
        ("The former president was hanged by the rebels in 1996.", "ASSAULT"),
        ("Kim walked away from a proposal to trade the site for relief from sanctions.", "agreement_rejected"),
    ],
)
def test_where_and_by_what_it_is_done(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)
