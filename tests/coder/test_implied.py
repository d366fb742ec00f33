"""Parties that a sentence leaves unsaid are taken from the same talks, never from others."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import Coder
from dragoman.records import EventMention, Participant

FIRST = "Chad and Sudan held talks in Tripoli on Monday."


def second(coder: Coder, text: str, first: str = FIRST) -> EventMention:
    coded = coder(f"{first} {text}", published="2010-02-02", outlet="Jeune Afrique")
    return next(e for e in coded.events if e.evidence.start > len(first) - 1 and e.type)


def implied(event: EventMention) -> list[Participant]:
    return [p for p in event.participants if p.mention is None]


def test_the_talks_are_those_of_who_held_them(coder: Coder) -> None:
    assert {p.actor for p in implied(second(coder, "The talks collapsed on Wednesday."))} == {"TCD", "SDN"}


def test_a_round_of_the_same_broker_elsewhere_has_the_same_parties(coder: Coder) -> None:
    first = "Chad and Sudan held talks in Tripoli on Monday, mediated by Libya."
    event = second(coder, "The talks, mediated by Libya, will resume in Dakar.", first)
    assert {p.actor for p in implied(event)} == {"TCD", "SDN"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The talks with the rebels were suspended.", FIRST),
        ("Negotiations between the government and the opposition were suspended.", FIRST),
        ("In Bogota, Cuban-brokered negotiations will resume next week.", FIRST),
        ("Norwegian-brokered negotiations will resume next week.", FIRST.replace("talks", "talks mediated by Libya")),
        ("Talks mediated by Sudan were suspended.", FIRST),
    ],
    ids=["names one", "names both", "another place", "another broker", "a party is the broker"],
)
def test_nothing_spills_into_another_negotiation(coder: Coder, text: str, first: str) -> None:
    assert implied(second(coder, text, first)) == []


BROKERED = "Libya mediated talks between Chad and Sudan in Tripoli on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "The next round is expected in Dakar on March 9.",
        misread("the model reads a side in the place", "The second round opens in Tripoli on Friday."),
        "The next round of talks is scheduled for Friday.",
    ],
)
def test_the_next_round_has_parties_and_mediator_of_the_last_wherever_it_is(coder: Coder, text: str) -> None:
    event = second(coder, text, BROKERED)
    assert event.type == "mediated_talks"
    assert {(p.role, p.actor) for p in implied(event)} == {("party", "TCD"), ("party", "SDN"), ("mediator", "LBY")}
    assert all("implied" in (p.why or "") for p in implied(event))


def test_a_round_with_a_broker_of_its_own_gets_no_other(coder: Coder) -> None:
    event = second(coder, "The next round, mediated by Kenya, opens in Nairobi on Friday.", BROKERED)
    assert {p.actor for p in event.participants if p.role == "mediator"} == {"KEN"}


def test_the_next_round_of_talks_without_a_mediator_is_direct(coder: Coder) -> None:
    event = second(coder, "The next round is expected on March 9.")
    assert event.type == "direct_negotiation"
    assert {p.role for p in implied(event)} == {"party"}


@pytest.mark.parametrize(
    ("text", "first", "wanted"),
    [
        ("Their talks lasted four hours.", "Sergei Lavrov met John Kerry on Monday.", {"RUS", "USA"}),
        ("Their peace negotiations collapsed on Monday.", "Egypt and Sudan are at odds over water.", {"EGY", "SDN"}),
        ("Kenya criticised Uganda, and their talks were suspended on Monday.", FIRST, {"KEN", "UGA"}),
    ],
)
def test_their_talks_are_those_of_the_two_named_last(coder: Coder, text: str, first: str, wanted: set[str]) -> None:
    coded = coder(f"{first} {text}", published="2016-02-02", outlet="Jeune Afrique")
    event = coded.events[-1]
    assert {p.actor for p in event.participants if p.role == "party"} == wanted


def test_where_others_meet_nobody_is_implied(coder: Coder) -> None:
    event = second(coder, "Uganda and Rwanda met in Kigali.", BROKERED)
    assert implied(event) == []


@pytest.mark.parametrize("text", ["The deal was announced on Wednesday.", "An agreement was reached on Wednesday."])
def test_the_deal_is_between_those_who_talked(coder: Coder, text: str) -> None:
    event = second(coder, text)
    assert event.type in ("agreement_announced", "agreement_signed")
    assert {p.actor for p in implied(event)} == {"TCD", "SDN"}


def test_who_signs_signs_for_himself(coder: Coder) -> None:
    event = second(coder, "Sudan signed the agreement on Wednesday.")
    assert event.type == "agreement_signed"
    assert implied(event) == []


def test_a_sentence_on_the_host_alone_is_about_the_host(coder: Coder) -> None:
    event = second(coder, "Libya hosted the negotiations.", "Chad and Sudan held direct talks in Tripoli on Monday.")
    assert {p.role for p in event.participants} <= {"host"}
