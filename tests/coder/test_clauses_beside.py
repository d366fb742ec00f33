"""Who stands in another clause than the event, which has people of its own."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def actors(coder: Coder, text: str, trigger: str) -> set[str]:
    """Codes, or words, of who takes part in the first event whose trigger has these words."""
    events = coder(text, published="2019-07-03").events
    found = next((e for e in events if trigger in e.evidence.trigger.text), None)
    assert found, f"no {trigger!r} in {text!r}"
    return {p.actor or (p.mention.text if p.mention else "") for p in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("A faction that broke with the FARC signed an accord with the government of Colombia.", "signed", "group:col-farc"),
        ("Washington imposed sanctions on a Chinese company that trades with Iran.", "sanctions", "IRN"),
        ("Duterte, whose predecessor, Benigno Aquino, sued China, is open to talks with Beijing.", "open to talks", "person:benigno-aquino-iii"),
        ("Thailand boycotted a meeting which Indonesia had offered to host.", "offered to host", "THA"),
    ],
)  # fmt: skip
def test_who_a_relative_clause_tells_of_beside_takes_no_part(coder: Coder, text: str, trigger: str, out: str) -> None:
    assert out not in actors(coder, text, trigger)


def test_members_of_a_delegation_take_part(coder: Coder) -> None:
    text = "A delegation that included Hamas and Islamic Jihad held talks with Egypt."
    assert {"group:pse-hamas", "group:pse-islamic-jihad", "EGY"} <= actors(coder, text, "talks")


def test_hostages_are_freed_by_those_who_held_them(coder: Coder) -> None:
    assert "rebels" in actors(coder, "Hostages who had been held by the rebels were freed on Monday.", "freed")


def test_two_meetings_told_with_as_have_their_own_people(coder: Coder) -> None:
    text = "Modi hosted Macron in Delhi as Israel and Hamas held talks in Cairo under Egyptian mediation."
    assert actors(coder, text, "hosted") == {"IND", "FRA"}
    assert actors(coder, text, "talks") == {"ISR", "group:pse-hamas", "EGY"}


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        (
            "The meeting in Doha came a day after Russia and Ukraine held talks in Istanbul under Turkish mediation.",
            "meeting",
            "RUS",
        ),
        (
            "Tribal leaders mediated a prisoner swap in Taiz, even as UN-brokered talks in Kuwait stalled.",
            "swap",
            "igo:un",
        ),
        ("Hamas agreed to a truce after Israel met U.S. officials in Berlin.", "truce", "USA"),
    ],
)
def test_who_acts_in_the_clause_beside_takes_no_part(coder: Coder, text: str, trigger: str, out: str) -> None:
    assert out not in actors(coder, text, trigger)


def test_who_mediates_in_the_clause_beside_takes_part(coder: Coder) -> None:
    text = "The two sides met as Thabo Mbeki mediated between them."
    assert len(actors(coder, text, "met")) == 2


def test_who_walks_out_of_talks_is_a_side_of_them(coder: Coder) -> None:
    text = "Talks between the government and the rebels collapsed when the rebels walked out."
    assert actors(coder, text, "collapsed") == {"government", "rebels"}
