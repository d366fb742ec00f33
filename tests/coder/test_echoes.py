"""A short sentence that says of others what the sentence before said of one."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def out(coder: Coder, text: str) -> list[tuple[str | None, list[str | None]]]:
    """Type of each exclusion and boycott, with those who are out."""
    events = coder(text, published="2012-07-03").events
    away = ("excluded", "boycotting")
    return [
        (e.type, [p.actor for p in e.participants if p.role in away])
        for e in events
        if e.type in ("exclusion_declared", "boycott")
    ]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Egypt was not invited to the talks. Nor was Jordan.", ("exclusion_declared", ["JOR"])),
        ("Egypt was not invited to the talks. Neither were Jordan and Libya.", ("exclusion_declared", ["JOR", "LBY"])),
        ("The talks opened in Paris. Egypt was shut out of them.\n\nSo was Jordan.", ("exclusion_declared", ["JOR"])),
        ("Egypt boycotted the talks. Nor did Jordan attend.", ("boycott", ["JOR"])),
    ],
)
def test_a_short_sentence_keeps_others_out_too(coder: Coder, text: str, others: tuple[str, list[str]]) -> None:
    found = out(coder, text)
    assert len(found) == 2
    assert found[1] == others


@pytest.mark.parametrize(
    "text",
    [
        "Egypt was not invited to the talks. Nor was Jordan ready to host them.",
        "Egypt was not invited to the talks. Nor did it sign the accord.",
        "Egypt was not invited to the talks. Nor was the mood good.",
        "Egypt was not invited to the talks. Nor was Jordan, the host, happy.",
        "Egypt was invited to the talks. So was Jordan.",
        "Egypt was not invited to the talks. The mediators met on Monday. Nor was Jordan.",
    ],
)
def test_what_says_something_of_its_own_keeps_nobody_out(coder: Coder, text: str) -> None:
    assert not any("JOR" in who or who == [] for _, who in out(coder, text))
