"""Acts that the verb above them ends or leaves undone."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia stopped shelling Eritrean villages.",
        "Ethiopia ended its bombing of Asmara.",
        "Ethiopia halted air strikes on Eritrea.",
        "Russian air strikes on Aleppo were halted on Tuesday.",
        "Sudan suspended its offensive in Darfur.",
        "Uganda suspended military operations against rebels.",
        "Ethiopia called off the attack on Asmara.",
    ],
)
def test_force_that_stops_is_a_retreat_and_no_assault(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["RETREAT"]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia did not stop shelling Eritrean villages.",
        "The villages shelled by Ethiopia had been evacuated.",
        "Kenyan forces stopped a Ugandan attack on the port.",
        "Police ended the siege by gunmen of a school in Mombasa.",
        "The union called off the strike.",
        "Russia says Israel must end its attacks on Syria.",
        "Egypt urged Ethiopia to halt air strikes on Eritrea.",
    ],
)
def test_who_goes_on_or_stops_another_does_not_retreat(coder: Coder, text: str) -> None:
    assert "RETREAT" not in labels(coder, text)


def test_a_blockade_that_is_lifted_is_told_once(coder: Coder) -> None:
    assert labels(coder, "Armenia lifted its blockade of the enclave.") == ["CONCEDE"]


@pytest.mark.parametrize(
    "text",
    ["Peru told the Chilean envoy to leave.", "Peru gave the Chilean ambassador 48 hours to leave."],
)
def test_a_diplomat_told_to_leave_is_expelled_and_has_not_resigned(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["SANCTION"]


def test_an_envoy_asked_to_mediate_is_not_expelled(coder: Coder) -> None:
    assert "SANCTION" not in labels(coder, "Peru asked the Chilean ambassador to mediate.")


@pytest.mark.parametrize(
    "text",
    [
        "Washington hit the Ugandan regime with sanctions.",
        "Washington punished Uganda with sanctions.",
        "Uganda was hit by sanctions.",
    ],
)
def test_a_verb_of_hitting_with_sanctions_is_no_assault(coder: Coder, text: str) -> None:
    assert labels(coder, text) == ["SANCTION"]


def test_a_demonstration_that_police_break_up_is_told_by_the_police(coder: Coder) -> None:
    assert labels(coder, "Police broke up a demonstration in Minsk.") == ["COERCE"]
