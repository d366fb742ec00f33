"""Verb and object, verb and judgement, act and means, act and aim: one act each; what a condition or a proposal is about is told by it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2024-05-03").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The United States imposed new sanctions on Iran.", "SANCTION"),
        ("Lavrov called the meeting with Kerry constructive.", "endorsement"),
        ("Israel retaliated by firing rockets at Lebanon.", "ASSAULT"),
        ("Students blocked roads to protest against the deal.", "PROTEST"),
        ("Japan offered no mediators.", "mediation_offered"),
        ("Armenia and Azerbaijan agreed to meet again in Prague in May.", "talks_agreed"),
    ],
)
def test_one_act_in_two_words_is_one_mention(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


def test_two_acts_are_two(coder: Coder) -> None:
    assert labels(coder, "Protesters marched on the palace and attacked policemen.") == ["PROTEST", "ASSAULT"]
    assert labels(coder, "The EU imposed sanctions on Belarus and cut aid to Minsk.") == ["SANCTION", "SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda made the signing of the deal conditional on direct dialogue.",
        "Israel made a ceasefire conditional on the release of all hostages.",
        "Kinshasa made direct talks with the M23 a condition for signing.",
        "Iran made the release of its funds a condition of the talks.",
    ],
)
def test_what_is_made_a_condition_has_not_happened(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["precondition_set"]


def test_a_truce_of_which_a_clause_tells_more_is_told_beside_the_condition(coder: Coder) -> None:
    text = "Israel made the release of hostages a condition for the ceasefire that Egypt brokered."
    assert labels(coder, text) == ["precondition_set", "ceasefire_declared"]


def test_what_is_made_possible_has(coder: Coder) -> None:
    assert labels(coder, "Egypt made a ceasefire possible.") == ["ceasefire_declared"]


def test_who_proposes_a_deed_proposes_no_talks(coder: Coder) -> None:
    assert labels(coder, "Israel proposed a prisoner swap with Hamas.") == ["prisoner_exchange"]
    assert labels(coder, "The UN proposed talks and a prisoner exchange.") == ["talks_proposed", "prisoner_exchange"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel ended the ceasefire with Hamas on Tuesday.", "held"),
        ("The truce between the army and the FARC was ended by the rebels on Tuesday.", "held"),
        ("The two-month truce between Israel and Hamas ended on March 18.", "held"),
        ("The truce will end on Sunday.", "planned"),
    ],
)
def test_a_truce_that_ends_is_not_declared(coder: Coder, text: str, status: str) -> None:
    (ended,) = coder(text, published="2024-05-03").events
    assert (ended.type, ended.status) == ("ceasefire_ended", status)


def test_a_truce_of_which_more_is_told_stays(coder: Coder) -> None:
    assert labels(coder, "Both armies ended the truce brokered by Oman.") == ["ceasefire_ended", "ceasefire_declared"]
    assert "ceasefire_ended" not in labels(coder, "The truce ended a year of fighting.")
