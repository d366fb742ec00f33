"""Who takes no part in an event by the build of its sentence."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def parts(coder: Coder, text: str, label: str) -> set[tuple[str, str | None]]:
    """Roles and actors of the first mention of a type or category."""
    event = next(e for e in coder(text, published="2024-05-03").events if label in (e.type, e.plover.event))
    return {(p.role, p.actor or p.name) for p in event.participants}


def actors(coder: Coder, text: str, label: str) -> set[str | None]:
    return {actor for _, actor in parts(coder, text, label)}


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("When Rwanda boycotted the summit, Angola cancelled it.", "boycott", {"RWA"}),
        ("Because Iran refused to attend, Oman cancelled the talks.", "talks_cancelled", {"OMN"}),
        ("As Armenia withdrew its troops, Azerbaijan released prisoners.", "withdrawal_or_disengagement", {"ARM"}),
    ],
)
def test_who_acts_in_the_clause_beside_does_not_act_in_this_one(
    coder: Coder, text: str, label: str, wanted: set[str]
) -> None:
    assert actors(coder, text, label) == wanted


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("The United States hopes that Rwanda will withdraw its troops.", "withdrawal_or_disengagement", {"RWA"}),
    ],
)
def test_who_asks_for_something_does_not_do_it(coder: Coder, text: str, label: str, wanted: set[str]) -> None:
    assert actors(coder, text, label) == wanted


@pytest.mark.parametrize(
    ("text", "label", "out"),
    [
        ("All factions except UNITA signed the accord.", "agreement_signed", "group:ago-unita"),
        ("Everyone but Hamas was invited to the talks.", "invitation_issued", "group:pse-hamas"),
        (
            "South Africa, not the African Union, is mediating between the parties.",
            "mediated_talks",
            "igo:african-union",
        ),
        ("Egypt, not Qatar, brokered the truce.", "ceasefire_declared", "QAT"),
    ],
)
def test_who_is_set_apart_has_no_part(coder: Coder, text: str, label: str, out: str) -> None:
    event = next(e for e in coder(text).events if e.type == label)
    found = {p.actor for p in event.participants if p.role != "excluded"}
    assert found and out not in found


def test_what_talks_are_about_is_no_side_of_them(coder: Coder) -> None:
    assert actors(coder, "Russia and the US held talks on Ukraine in Riyadh.", "third_party_consultation") == {
        "RUS",
        "USA",
    }
    assert actors(coder, "Egypt and Turkey discussed Libya.", "third_party_consultation") == {"EGY", "TUR"}


def test_the_city_that_somebody_is_invited_to_is_no_guest(coder: Coder) -> None:
    found = parts(coder, "Biden invited Zelenskyy to Washington.", "invitation_issued")
    assert found == {("initiator", "USA"), ("recipient", "UKR")}


def test_on_whose_side_somebody_fights_is_not_attacked(coder: Coder) -> None:
    found = actors(coder, "Rwandan soldiers are fighting alongside the M23 in Masisi.", "ASSAULT")
    assert found == {"RWA"}


def test_who_comes_to_talks_between_others_is_a_participant(coder: Coder) -> None:
    found = parts(coder, "Kenya attended the talks between Rwanda and the M23.", "direct_negotiation")
    assert ("participant", "KEN") in found and ("party", "group:cod-m23") in found


def test_those_between_whom_talks_are_do_not_stay_away_with_the_one_who_does(coder: Coder) -> None:
    text = "Ukraine was absent from the talks in Riyadh between the United States and Russia."
    assert parts(coder, text, "exclusion_declared") == {("excluded", "UKR")}
    assert parts(coder, text, "direct_negotiation") == {("excluded", "UKR"), ("party", "USA"), ("party", "RUS")}


def test_an_interview_is_no_meeting(coder: Coder) -> None:
    assert coder("Al Jazeera met the Taliban spokesman in Doha.").events == []


def test_who_brings_talks_to_their_end_in_a_clause_with_when_stays_their_party(coder: Coder) -> None:
    text = "The talks between Yemen's warring sides collapsed on Saturday when the Houthi delegation failed to arrive in Geneva."
    assert ("party", "group:yem-houthis") in parts(coder, text, "talks_collapsed")
