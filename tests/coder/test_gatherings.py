"""Summits and meetings that speak."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def meetings(coder: Coder, text: str) -> list[set[tuple[str, str | None]]]:
    """Participants of each meeting told of."""
    events = coder(text, published="2025-02-09").events
    kinds = ("direct_negotiation", "mediated_talks", "international_conference")
    return [{(p.role, p.actor) for p in e.participants} for e in events if e.type in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "The joint summit called on the M23 to halt its advance on Bukavu.",
        "The emergency meeting urged Rwanda and Congo to respect the truce.",
        "The summit condemned the attack by the M23 on Goma.",
    ],
)
def test_whom_a_summit_calls_on_has_not_met_it(coder: Coder, text: str) -> None:
    assert not meetings(coder, text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The summit between Kiir and Machar called for a ceasefire.", "group:ssd-splm-io"),
        ("The summit failed to end the war between Congo and the M23.", "group:cod-m23"),
        ("The talks between Congo and the M23 opened in Doha.", "group:cod-m23"),
    ],
)
def test_a_summit_that_tells_who_met_is_a_meeting(coder: Coder, text: str, party: str) -> None:
    assert any(("party", party) in found for found in meetings(coder, text))


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("A delegation of Saudi and Omani officials met the Houthis in Sanaa.", {"SAU", "OMN"}),
        ("A team of Kenyan, Ugandan and Ethiopian ministers met the M23 in Goma.", {"KEN", "UGA", "ETH"}),
        ("A delegation of Saudi officials met the Houthis in Sanaa.", {"SAU"}),
        ("A delegation of senior and junior officials met the Houthis in Sanaa.", {None}),
    ],
)
def test_a_delegation_of_two_states_is_both(coder: Coder, text: str, members: set[str | None]) -> None:
    (event,) = coder(text, published="2023-06-10").events
    assert members <= {p.actor for p in event.participants}
