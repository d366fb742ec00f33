"""How far a speaker answers in a sentence of several clauses."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def speakers(coder: Coder, text: str) -> dict[str, list[str | None]]:
    """Speakers behind the outlet by the words of the trigger."""
    found = coder(text, published="2024-06-06", outlet="Example Post").events
    return {e.evidence.trigger.text: [step.speaker for step in e.attribution[1:]] for e in found}


@pytest.mark.parametrize(
    ("text", "told", "own"),
    [
        ("Hamas rejected the plan, but Israel, according to a U.S. official, accepted it.", "accepted", "rejected"),
        (
            "Shelling killed 40 people, according to the health ministry, and the rebels rejected the proposal.",
            "killed",
            "rejected",
        ),
        ("Qatar halted its mediation, a diplomat said; Egypt has invited Hamas to Cairo.", "halted", "invited"),
        (
            "The army broke the truce, the rebels said, but the African Union praised both sides of the talks.",
            "broke",
            "praised",
        ),
        ("Kenya rejected the offer; a diplomat said Uganda had invited the rebels to Kampala.", "invited", "rejected"),
    ],
)
def test_another_clause_is_not_the_speakers(coder: Coder, text: str, told: str, own: str) -> None:
    found = speakers(coder, text)
    assert next(v for k, v in found.items() if told in k)
    assert not next(v for k, v in found.items() if own in k)


def test_who_does_not_show_up_tells_nothing(coder: Coder) -> None:
    text = "Mandela received Bashir in Pretoria, but Garang did not show up, complaining that he had not been invited."
    assert not next(v for k, v in speakers(coder, text).items() if "received" in k)


@pytest.mark.parametrize(
    "text",
    [
        "Israel struck a camp and Hamas rejected the offer, according to officials.",
        "According to officials, Israel struck a camp and Hamas rejected the offer.",
        "Israel struck a camp and Hamas rejected the offer, officials said.",
        "Officials said Israel struck a camp; that Hamas rejected the offer.",
        "Israel struck a camp, officials said; they added that Hamas rejected the offer.",
    ],
)
def test_a_speaker_answers_for_all_that_he_is_said_to_say(coder: Coder, text: str) -> None:
    found = speakers(coder, text)
    assert len(found) > 1
    assert all(found.values())
