"""Who only speaks of talks, is told of them or tells of them is no party to them."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

TALKS = {"direct_negotiation", "mediated_talks", "talks_postponed"}


def roles(coder: Coder, text: str, published: str = "1999-07-03") -> set[tuple[str, str | None]]:
    found = coder(text, published=published, outlet="Le Temps").events
    return {(p.role, p.actor) for e in found if e.type in TALKS for p in e.participants}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chirac and Mubarak discussed the Western Sahara talks in Paris.", {"FRA", "EGY"}),
        ("Mandela flew to Kampala to discuss the Burundi talks with President Museveni.", {"ZAF", "UGA"}),
        ("Jaswant Singh briefed British officials in London on the talks between Colombo and the Tamil Tigers.", {"IND", "GBR"}),
        ("Robin Cook met French Foreign Minister Hubert Vedrine in Paris on the eve of the Cyprus talks.", {"GBR", "FRA"}),
    ],
)  # fmt: skip
def test_who_only_discusses_talks_is_no_party_to_them(coder: Coder, text: str, actors: set[str]) -> None:
    assert not {actor for _, actor in roles(coder, text)} & actors


def test_a_former_president_who_is_told_of_talks_is_no_party_to_them(coder: Coder) -> None:
    assert not roles(coder, "Starmer spoke with Trump about the talks on Ukraine.", "2024-08-03")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Arafat and Barak discussed the Israeli-Palestinian talks in Ramallah.", {"PSE", "ISR"}),
        ("Clerides and Denktash discussed the Cyprus talks in Geneva.", {"CYP", "group:cyp-trnc"}),
    ],
)
def test_sides_that_discuss_their_own_talks_are_parties(coder: Coder, text: str, actors: set[str]) -> None:
    assert actors <= {actor for role, actor in roles(coder, text) if role == "party"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ukrainian Foreign Minister Andrii Sybiha said peace talks would be held in Istanbul on Wednesday.", "UKR"),
        ("Pakistan announced that a round of talks between Kabul and the Taliban had been postponed.", "PAK"),
    ],
)
def test_who_tells_of_talks_has_no_part_in_them_by_that(coder: Coder, text: str, actor: str) -> None:
    found = roles(coder, text, "2025-05-12" if actor == "UKR" else "2015-08-03")
    assert not {role for role, who in found if who == actor} - {"initiator"}


def test_who_tells_of_his_own_mediation_mediates(coder: Coder) -> None:
    found = roles(
        coder, "Qatar's foreign minister said his country would mediate between Chad and Sudan.", "2020-07-03"
    )
    assert ("mediator", "QAT") in found
