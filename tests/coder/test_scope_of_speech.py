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


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Uganda's envoy said the army would withdraw, a step that Rwanda opposes.", "opposes"),
        ("Museveni asked for an observer mission, an idea on which Kigali had insisted at talks in Nairobi.", "insisted"),
        ("The Oromo front said it was ready to talk, and the United Nations has condemned the army.", "condemned"),
        ("The rebels said that the truce would hold, and Deby extended it on Monday.", "extended"),
        ("Libya said it would stay away, and Egypt, expelled in 1979, has rejected the truce.", "rejected"),
        ("Orban said the accord was a mistake, while his defence minister threatened to use force against Serbia.", "threatened"),
        ("Museveni said he had been sidelined, although Rwanda had invited his envoys to the peace talks.", "invited"),
        ("The movement asked that the African Union be given a role, which Rabat rejected.", "rejected"),
        ("Kabila is no longer a mediator, a diplomat said on Tuesday, a day after rebels attacked Goma.", "attacked"),
        ("Chad has rejected the truce, and an official said that Tripoli had not been consulted.", "rejected"),
        ("The truce is holding, said Lamamra, the Algerian diplomat who mediated between the two sides in 2015.", "mediated"),
        ("Kenya and Uganda are calling for a truce, but both men cautioned against haste.", "calling"),
    ],
)  # fmt: skip
def test_what_the_article_adds_is_its_own(coder: Coder, text: str, own: str) -> None:
    assert not next(v for k, v in speakers(coder, text).items() if own in k)


def test_a_parenthesis_in_a_clause_holds_for_that_clause(coder: Coder) -> None:
    text = "The guerrillas, armed according to Kampala by Sudan, captured the town of Gulu."
    found = speakers(coder, text)
    assert not found["captured"]
    found = speakers(
        coder, "Biden spoke by phone with Sisi and, according to an aide, assured him of support for the truce."
    )
    assert not next(v for k, v in found.items() if "spoke" in k)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("According to Haaretz, which cited a Western diplomat, Hamas had signed the accord.", ["Haaretz", "Western diplomat"]),
        ("Hamas signed the accord in June, Haaretz quoted Al Jazeera as saying on Tuesday.", ["Haaretz", "Al Jazeera"]),
    ],
)  # fmt: skip
def test_who_cites_another_stands_nearer_the_reader(coder: Coder, text: str, chain: list[str]) -> None:
    assert next(v for k, v in speakers(coder, text).items() if "signed" in k) == chain


def test_what_is_only_expected_to_be_announced_nobody_has_said(coder: Coder) -> None:
    found = speakers(coder, "Washington is expected to announce sanctions against Iran on Monday.")
    assert all(not chain for chain in found.values())


def test_who_will_not_confirm_says_nothing(coder: Coder) -> None:
    text = "Moreno said both leaders had promised to meet in Lima, but neither faction would confirm this."
    assert next(v for k, v in speakers(coder, text).items() if "promised" in k) == ["Moreno"]


def test_who_tells_who_armed_them_does_not_tell_what_they_seized(coder: Coder) -> None:
    found = speakers(coder, "The guerrillas, armed by Iran according to Jordan, seized the town.")
    assert next(v for k, v in found.items() if "armed" in k) == ["Jordan"]
    assert not next(v for k, v in found.items() if "seized" in k)
