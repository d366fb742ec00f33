"""Two meetings of one sentence that come one after the other, each with its people and its place."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

Told = dict[str, tuple[set[str], str | None]]


def told(coder: Coder, text: str) -> Told:
    """Who takes part, and where, by the trigger."""
    return {
        e.evidence.trigger.text: ({p.actor or "" for p in e.participants}, e.venue.name if e.venue else None)
        for e in coder(text, published="2024-07-03").events
    }


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Witkoff met Putin in Moscow on Friday ahead of talks with Iran in Muscat on Sunday.",
            ("met", {"USA", "RUS"}, "Moscow"),
            ("talks", {"USA", "IRN"}, "Muscat"),
        ),
        (
            "Following talks with Hamas in Cairo, Egyptian mediators met an Israeli delegation in Doha.",
            ("talks", {"EGY", "group:pse-hamas"}, "Cairo"),
            ("met", {"EGY", "ISR"}, "Doha"),
        ),
        (
            "Lavrov held talks with Araghchi in Moscow before a meeting with Fidan in Ankara.",
            ("talks", {"RUS", "IRN"}, "Moscow"),
            ("meeting", {"RUS", "TUR"}, "Ankara"),
        ),
    ],
)
def test_meetings_one_after_the_other_are_two(
    coder: Coder, text: str, first: tuple[str, set[str], str], second: tuple[str, set[str], str]
) -> None:
    found = told(coder, text)
    for trigger, people, place in (first, second):
        key = next(k for k in found if trigger in k)
        assert found[key] == (people, place)


@pytest.mark.parametrize(
    "text",
    ["The two sides met for talks in Geneva.", "Ethiopia and Eritrea held a meeting for talks on the border."],
)
def test_a_meeting_for_talks_is_one(coder: Coder, text: str) -> None:
    assert len(told(coder, text)) == 1
