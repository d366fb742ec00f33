"""Parties that a sentence leaves unsaid are taken from the same talks, never from others."""

from __future__ import annotations

import pytest

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
