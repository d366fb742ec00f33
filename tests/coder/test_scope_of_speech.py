"""How far a speaker answers in a sentence of several clauses."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def speakers(coder: Coder, text: str) -> dict[str, list[str | None]]:
    """Speakers behind the outlet by the words of the trigger."""
    found = coder(text, published="2024-06-06", outlet="Example Post").events
    return {e.evidence.trigger.text: [step.speaker for step in e.attribution[1:]] for e in found}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Kerry said the truce was holding, and Lavrov condemned Ukraine.", "condemned"),
        ("Haile said Ethiopia had agreed to a truce, a claim which Meles Zenawi rejected.", "rejected"),
        ("The truce collapsed as Ukraine accused Russia of shelling Mariupol.", "collapsed"),
        ("The truce collapsed hours after Ukraine accused Russia of shelling Mariupol.", "collapsed"),
    ],
)
def test_what_another_does_or_answers_is_not_said_by_who_spoke(coder: Coder, text: str, own: str) -> None:
    assert speakers(coder, text)[own] == []


def test_what_is_said_with_that_or_as_somebody_said_is_said_by_him(coder: Coder) -> None:
    assert speakers(coder, "Kerry said the truce was holding, and that Lavrov had condemned Ukraine.")["condemned"]
    assert speakers(coder, "The truce collapsed on Monday, as Ukraine said.")["collapsed"] == ["Ukraine"]


def test_the_quotation_behind_an_answer_is_of_who_answers(coder: Coder) -> None:
    text = (
        "Haile Woldensae said Ethiopia had agreed to withdraw, a claim which Meles Zenawi rejected. "
        "\u201cWe agreed to nothing,\u201d he told reporters."
    )
    assert speakers(coder, text)["agreed to"] == ["Meles Zenawi"]


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
