"""Talks of trade and the like between states at peace, and trips, are no peacemaking."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type for e in coder(text, published="2024-05-03").events if e.type]


@pytest.mark.parametrize(
    "text",
    [
        "The EU and the United States resumed negotiations on a transatlantic trade pact.",
        "China and the United States resumed trade talks in Geneva.",
        "Norway and the EU held talks on fishing quotas.",
        "Iceland and Britain negotiated on cod quotas.",
    ],
)
def test_talks_of_trade_make_no_peace(coder: Coder, text: str) -> None:
    assert types(coder, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Ukraine held talks on the grain trade in Istanbul.",
        "Serbia and Kosovo resumed talks on trade and missing persons.",
        "The FARC and the government held talks on land reform and fishing rights.",
    ],
)
def test_talks_of_adversaries_do_whatever_they_are_on(coder: Coder, text: str) -> None:
    assert len(types(coder, text)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kofi Annan met Kibaki and Odinga in Nairobi to discuss a grand coalition.", ["mediated_talks"]),
        ("Merkel's CDU and the Social Democrats agreed to form a grand coalition.", []),
        ("Merkel met Schulz for coalition talks mediated by President Steinmeier.", []),
    ],
)
def test_foes_who_would_govern_together_make_peace(coder: Coder, text: str, told: list[str]) -> None:
    assert [e.type for e in coder(text, published="2008-02-12").events if e.type] == told


def test_a_trip_that_is_put_off_is_no_round_of_talks(coder: Coder) -> None:
    assert types(coder, "Netanyahu postponed a visit to India.") == []
    near = "Trump cancelled a trip to Pakistan after the talks with the Taliban failed."
    assert "talks_cancelled" in types(coder, near)
