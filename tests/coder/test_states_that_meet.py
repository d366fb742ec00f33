"""Governments that are no foes and meet: over others' wars, over the war of one of them, in efforts to end one, or only so."""

from __future__ import annotations

import pytest
from casts import cast

from dragoman.coder import Coder
from dragoman.records import EventMention


def meeting(coder: Coder, text: str, published: str) -> EventMention:
    return next(
        e for e in coder(text, published=published, outlet="Example Post").events if e.plover.event == "CONSULT"
    )


@pytest.mark.parametrize(
    ("text", "published", "two"),
    [
        (
            "Blinken and Lavrov held talks for five hours in Geneva. The war in Syria goes on.",
            "2021-05-20",
            {"USA", "RUS"},
        ),
        ("Cavusoglu and Le Drian held talks in Paris. The war in Libya goes on.", "2020-05-20", {"TUR", "FRA"}),
        ("Boris Johnson met Emmanuel Macron in London. The war in Yemen goes on.", "2020-05-20", {"GBR", "FRA"}),
    ],
)
def test_governments_that_are_no_side_of_the_war_told_of_confer(
    coder: Coder, text: str, published: str, two: set[str]
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "third_party_consultation"
    assert cast(event) == {"participant": two}


def test_two_powers_told_before_confer(coder: Coder) -> None:
    text = "Kerry and Lavrov sat down in Geneva over the war in Syria. A deal came after hours of talks between the two men."
    events = coder(text, published="2016-09-09", outlet="Example Post").events
    talks = next(e for e in events if e.evidence.trigger.text == "talks")
    assert talks.type == "third_party_consultation"
    assert cast(talks) == {"participant": {"USA", "RUS"}}


@pytest.mark.parametrize(
    ("text", "published", "first", "second"),
    [
        ("The Vietnamese president met the Chinese president in Hanoi on Friday.", "2012-03-10", "VNM", "CHN"),
        ("Kim Jong Un met Vladimir Putin in Vladivostok on Thursday.", "2019-04-25", "PRK", "RUS"),
        ("President Mahama of Ghana held talks with Alassane Ouattara in Accra.", "2012-03-10", "GHA", "CIV"),
    ],
)
def test_states_without_a_conflict_between_them_only_meet(
    coder: Coder, text: str, published: str, first: str, second: str
) -> None:
    event = meeting(coder, text, published)
    assert event.type is None
    assert cast(event) == {"initiator": {first}, "recipient": {second}}


@pytest.mark.parametrize(
    ("text", "published", "mediator", "party"),
    [
        ("Kuwait's Emir held talks with King Salman in Jeddah as part of efforts to contain the rift among Gulf states.",
         "2017-06-06", "KWT", "SAU"),
        ("The Kenyan foreign minister met President Omar al-Bashir in Khartoum in a bid to end the war in Darfur.",
         "2012-03-10", "KEN", "SDN"),
        ("Rex Tillerson met Qatar's foreign minister as he stepped up efforts to defuse the Gulf crisis.",
         "2017-07-11", "USA", "QAT"),
    ],
)  # fmt: skip
def test_who_meets_a_side_in_efforts_to_end_its_conflict_mediates(
    coder: Coder, text: str, published: str, mediator: str, party: str
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "single_party_consultation"
    assert cast(event) == {"mediator": {mediator}, "party": {party}}


def test_two_governments_that_call_on_a_side_mediate(coder: Coder) -> None:
    event = meeting(coder, "Merkel and Hollande met Ukrainian President Petro Poroshenko in Kiev.", "2015-02-05")
    assert event.type == "single_party_consultation"
    assert cast(event) == {"mediator": {"DEU", "FRA"}, "party": {"UKR"}}


@pytest.mark.parametrize(
    ("text", "published", "parties"),
    [
        ("Trump received North Korean envoy Kim Yong Chol in Washington on Friday.", "2018-06-01", {"USA", "PRK"}),
        ("Saudi Arabia and Iran held talks in Beijing.", "2023-03-10", {"SAU", "IRN"}),
        ("Egypt and Ethiopia held talks on the dam in Kinshasa.", "2021-04-10", {"EGY", "ETH"}),
    ],
)
def test_states_at_odds_negotiate(coder: Coder, text: str, published: str, parties: set[str]) -> None:
    event = meeting(coder, text, published)
    assert event.type == "direct_negotiation"
    assert cast(event)["party"] == parties
