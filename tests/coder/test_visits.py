"""Whose coming only tells when something was takes no part in it."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type_", "parties"),
    [
        (
            "Israel and Hamas agreed a truce in Cairo a day before a visit by German Chancellor Olaf Scholz.",
            "ceasefire_declared",
            {"ISR", "group:pse-hamas"},
        ),
        (
            "The Malian government and the Tuareg rebels met in Algiers shortly after the arrival of French President Emmanuel Macron.",
            "direct_negotiation",
            {"MLI"},
        ),
        (
            "The two sides met in Juba hours before Antony Blinken flew to Nairobi.",
            "direct_negotiation",
            set(),
        ),
    ],
)
def test_a_visitor_who_tells_the_time_mediates_nothing(coder: Coder, text: str, type_: str, parties: set[str]) -> None:
    visitors = {"USA", "FRA", "DEU"}
    found = coded(coder, text, "2023-11-03")
    assert parties <= found[type_]["party"]
    assert not any(actor in visitors for people in found.values() for actors in people.values() for actor in actors)


@pytest.mark.parametrize(
    ("text", "type_", "mediator"),
    [
        (
            "The Taliban and the government agreed to a truce after a visit by Qatari mediators.",
            "ceasefire_declared",
            {"QAT"},
        ),
        (
            "The Israeli government held talks in Jerusalem during a visit by Egyptian intelligence chief Abbas Kamel.",
            "mediated_talks",
            {"EGY"},
        ),
    ],
)
def test_a_visitor_who_mediates_or_is_met_has_a_part(coder: Coder, text: str, type_: str, mediator: set[str]) -> None:
    assert coded(coder, text, "2021-06-03")[type_]["mediator"] == mediator
