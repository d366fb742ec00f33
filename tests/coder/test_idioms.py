"""Expressions that say something else than their words, and what is handed over or called off by its object."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2006-05-03", outlet="AFP").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The pope pulled the two neighbors back from the brink of war.", "withdrawal_or_disengagement"),
        ("UN peacekeepers had stood by while the militia attacked.", "SUPPORT"),
        ("The rebels held their fire.", "ASSAULT"),
        ("Thailand will fight the case at the World Court brought by Cambodia.", "THREATEN"),
        ("Hamas said it would respond to the Egyptian proposal within two days.", "THREATEN"),
        ("European Union ambassadors agreed on a new package of sanctions against Russia.", "agreement_announced"),
        ("The rebels secured a moratorium on air strikes.", "ASSAULT"),
    ],
)
def test_what_an_expression_does_not_mean(coder: Coder, text: str, label: str) -> None:
    assert label not in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The army pulled back from the border on Monday.", "withdrawal_or_disengagement"),
        ("Britain stood by Israel in the dispute.", "SUPPORT"),
        ("Police opened fire on the crowd in Kampala.", "ASSAULT"),
        ("The army fought the rebels over a claim to the island.", "ASSAULT"),
        ("Hamas vowed to respond to the attack.", "THREATEN"),
        ("Georgia and Abkhazia agreed on a protocol on Monday.", "agreement_announced"),
    ],
)
def test_what_the_same_words_mean_elsewhere(coder: Coder, text: str, label: str) -> None:
    assert label in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The MILF turned over 75 weapons to the monitors.", "withdrawal_or_disengagement"),
        ("GAM handed over 62 firearms to the monitors.", "withdrawal_or_disengagement"),
        ("The United States handed over rifles to the Afghan army.", "AID"),
        ("Eritrea handed over 40 Ethiopian prisoners to the Red Cross.", "prisoner_exchange"),
        ("The hostage was freed in return for seven Yemenis.", "prisoner_exchange"),
        ("Jakarta has released 1,424 prisoners.", "RETREAT"),
    ],
)
def test_what_is_handed_over_or_freed(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The FARC announced a unilateral ceasefire in May, only to call it off a month later.", "ceasefire_ended"),
        ("Hamas announced talks in May, only to call them off a month later.", "talks_cancelled"),
    ],
)
def test_what_is_called_off_is_what_was_named(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text)[-1] == label


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Egypt proposed a truce between Israel and Hamas.", ["ceasefire_called_for"]),
        ("Washington affirmed its support for the talks.", ["endorsement"]),
        ("The face-to-face encounter between the two leaders in Geneva lasted an hour.", ["direct_negotiation"]),
        ("Russia persuaded Georgia and Abkhazia on Monday to extend the ceasefire.", ["ceasefire_extended"]),
        ("Iran had refused to endorse the Geneva communique.", ["agreement_rejected"]),
        ("Hamas said it was no longer bound by the truce.", ["ceasefire_ended"]),
        ("The draft resolution was rejected owing to the negative vote of the United States.", ["resolution_vetoed"]),
    ],
)
def test_one_act_is_one_mention(coder: Coder, text: str, told: list[str]) -> None:
    assert labels(coder, text) == told


def test_a_truce_of_which_more_is_told_stays_an_event(coder: Coder) -> None:
    assert "ceasefire_declared" in labels(coder, "Israel should sign the truce that Qatar brokered with Hamas.")
