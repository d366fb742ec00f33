"""What is asked for, promised or offered makes the act."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The African Union gave the militias ten days to lay down their weapons.", "ceasefire_called_for"),
        ("The president gave the guerrillas a week to lay down their weapons.", "ceasefire_called_for"),
        ("The Contact Group gave both delegations until Friday to accept the plan.", "REQUEST"),
        ("Pastrana gave the rebels 48 hours to leave the zone.", "THREATEN"),
    ],
)
def test_time_is_given_for_something(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Bishops appealed to both generals to declare a week of calm.", "ceasefire_called_for"),
        ("The envoy urged Israel and Hamas to extend the lull.", "ceasefire_called_for"),
        ("The smaller group called on the FARC to stay at the table.", "talks_called_for"),
        ("Assad asked Putin to convey his answer to Washington.", "mediation_requested"),
        ("Washington is looking for Pyongyang to take concrete steps before agreeing to talks.", "precondition_set"),
        ("Lula asked Maduro to release the prisoners.", "REQUEST"),
    ],
)
def test_a_request_is_what_it_asks_for(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Machar had committed to an immediate end to hostilities.", "ceasefire_declared"),
        ("The guerrillas pledged a halt to the fighting.", "ceasefire_declared"),
        ("Ankara vowed to back Baku to the end.", "SUPPORT"),
        ("Iran vowed to stand by Damascus.", "SUPPORT"),
        ("Iran vowed to strike back at Israel.", "THREATEN"),
    ],
)
def test_a_promise_is_what_it_promises(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ethiopia said it was ready for mediation.", "mediation_accepted"),
        ("Both leaders had proposed the Vatican as an arbiter.", "mediation_requested"),
        ("The bloc's lead mediator had been rebuffed twice by Jammeh.", "mediation_rejected"),
        ("The president has shown little appetite for negotiations with the rebels.", "talks_refused"),
    ],
)
def test_mediation_and_talks_are_taken_or_left(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


def test_reluctance_to_talk_is_a_refusal_that_is_told(coder: Coder) -> None:
    text = "The president has shown little appetite for negotiations with the rebels."
    (event,) = coder(text, published="2005-03-10", outlet="Le Temps").events
    assert (event.status, event.polarity) == ("held", "affirmed")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("It is vital to resume peace talks, the archbishop said.", "talks_called_for"),
        ("Tinubu said it was crucial to prioritise diplomatic negotiations.", "talks_called_for"),
        ("Obasanjo said that he would not be available as a mediator.", "REJECT"),
    ],
)
def test_what_is_needed_or_withheld(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)


def test_the_offer_turned_down_is_the_one_told_before(coder: Coder) -> None:
    assert types(coder, "Kenya offered to mediate. The rebels turned down the offer.")[-1] == "mediation_rejected"
    text = "Ghana accused Togo of violating the truce. Lome denies it."
    assert types(coder, text)[-1] == "REJECT"
