"""Talks are told on their noun, whoever holds, hosts or facilitates them; a noun that takes up a clause tells nothing new."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Example Post").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Colombian President Gustavo Petro hosted an international conference on Venezuela in Bogotá last April.", "international_conference"),
        ("The meeting between the presidents of Rwanda and Burundi took place in Arusha and was hosted by Jakaya Kikwete.", "mediated_talks"),
        ("Kenya hosted a summit on Somalia on Monday, the second meeting of its kind.", "international_conference"),
        ("Kim and Putin met for two hours on Thursday, their first summit.", "direct_negotiation"),
        ("Uhuru Kenyatta and Salva Kiir met in Nairobi on Friday, a meeting that lasted four hours.", "direct_negotiation"),
        ("Prime Minister Wickremesinghe reaffirmed India's support.", "SUPPORT"),
    ],
)  # fmt: skip
def test_the_verb_and_its_noun_are_one_event(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


def test_talks_hosted_and_facilitated_are_one_event(coder: Coder) -> None:
    found = labels(
        coder, "Finland thanked Norway for hosting and facilitating the talks between Sri Lanka and the Tamil Tigers."
    )
    assert found == ["endorsement", "mediated_talks"]


def test_who_helps_others_to_a_text_has_a_part_in_it(coder: Coder) -> None:
    found = labels(coder, "The envoy helped the Indonesian government and the rebels of Aceh reach an accord.")
    assert found == ["agreement_announced"]


def test_a_request_of_which_the_refusal_is_told_is_one_request(coder: Coder) -> None:
    found = labels(coder, "Turkey asked for a seat at the talks, a request that Cairo turned down.")
    assert found.count("REQUEST") == 1


@pytest.mark.parametrize(
    ("text", "labels_told"),
    [
        ("Kenyatta called his own round of talks in Nairobi for Monday.", ["mediated_talks"]),
        (
            "The week of talks at Arusha was the first time the two Burundian sides had met since 2001.",
            ["direct_negotiation"],
        ),
        ("Eritrea has been absent from the negotiating table since 2003.", ["exclusion_declared"]),
        ("Iran demanded that Israel be kept out of the talks.", ["participant_vetoed"]),
        (
            "Washington and Caracas had been holding secret talks in Doha, where Qatari officials served as go-betweens.",
            ["backchannel_talks"],
        ),
        ("The sixth round of the Geneva discussions would take place tomorrow.", ["direct_negotiation"]),
        (
            "Jakaya Kikwete sat in on the five-hour session between Kenya's government and the ODM.",
            ["direct_negotiation"],
        ),
        ("Leaders of women's groups handed Mandela a petition asking for a third of all seats.", ["REQUEST"]),
        (
            "The summit in Lusaka was chaired by Thabo Mbeki and attended by Joseph Kabila and Paul Kagame.",
            ["international_conference"],
        ),
        ("Dodik called the plan an attempt to throw sand in the eyes of the world.", ["disparagement"]),
        ("The truce that halted three weeks of fighting this month was brokered by Oman.", ["ceasefire_declared"]),
    ],
)
def test_one_event_in_many_words(coder: Coder, text: str, labels_told: list[str]) -> None:
    assert labels(coder, text) == labels_told


def test_whoever_pays_for_talks_gives_no_aid(coder: Coder) -> None:
    found = labels(
        coder, "The talks, which are led by IGAD and bankrolled by Norway and Britain, have been adjourned twice."
    )
    assert "AID" not in found


def test_a_swap_that_is_put_off_is_one_event(coder: Coder) -> None:
    found = labels(
        coder, "The rebels of Luhansk said the exchange of prisoners planned for Saturday would be delayed by a day."
    )
    assert found == ["prisoner_exchange"]


def test_whose_deal_it_is_belongs_to_the_judgement(coder: Coder) -> None:
    text = (
        '"One wants a deal," French Foreign Minister Laurent Fabius said Sunday in Geneva as the round of negotiations over Iran\'s nuclear program '
        'broke up, "but not a sucker\'s deal."'
    )
    assert [e.type for e in coder(text, published="2013-11-14").events].count("disparagement") == 1
