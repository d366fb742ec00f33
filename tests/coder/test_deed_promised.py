"""A promise and its deed, a vote and what it does, a journey and its meeting, a warning and its threat are one event each."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Example Post").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Uganda agreed to suspend military flights over Rwanda.", "AGREE"),
        ("Sudan undertook to open the corridors to relief agencies.", "humanitarian_access_granted"),
        ("The Senate voted to end American support for the Ugandan army.", "SANCTION"),
        ("The Israeli Cabinet voted 13-7 on Sunday to free 104 Palestinian prisoners.", "prisoner_exchange"),
        ("The emir of Qatar flew to Khartoum on Monday to see Omar al-Bashir.", "CONSULT"),
        ("Ethiopia warned that its army stood ready to strike Eritrean targets.", "THREATEN"),
        ("Chad warned that any raid on its territory would be treated as a declaration of war.", "THREATEN"),
        ("Rwanda protested that handing the suspects to Congo violated the treaty.", "ACCUSE"),
        ("Britain said it was suspending the delivery of tanks to Uganda.", "SANCTION"),
        ("France cut off its support for the Malian army.", "SANCTION"),
    ],
)
def test_what_brings_a_deed_in_is_no_second_event(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


def test_a_council_of_states_adopts_what_it_votes_for(coder: Coder) -> None:
    assert "resolution_adopted" in labels(coder, "The Security Council voted to send 500 monitors to Aceh.")


def test_an_attack_told_in_a_warning_has_happened(coder: Coder) -> None:
    found = labels(coder, "Kenya warned that shells fired by the Ugandan army had hit the port of Kisumu.")
    assert "ASSAULT" in found


def test_who_works_to_bring_others_together_does_one_thing(coder: Coder) -> None:
    found = labels(coder, "The mediator worked for months to bring the Polisario to the table with Morocco.")
    assert found == ["mediated_talks"]


def test_an_order_to_hold_fire_is_one_truce(coder: Coder) -> None:
    assert labels(coder, "The Ukrainian president ordered his army to hold its fire.") == ["ceasefire_declared"]


def test_a_pledge_to_lay_down_arms_tells_of_the_arms(coder: Coder) -> None:
    text = "Guerrillas in Serbia's Presevo Valley pledged to lay down their arms by the end of the month."
    assert "withdrawal_or_disengagement" in labels(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "China is ready to work with Kenya.",
        "Norway reiterated its readiness to continue supporting the search for a peaceful solution in Venezuela.",
    ],
)
def test_readiness_and_what_it_is_for_are_one(coder: Coder, text: str) -> None:
    assert len(labels(coder, text)) == 1
