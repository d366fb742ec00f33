"""Who mediates where an envoy meets one side."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "mediator", "party"),
    [
        ("Syrian Foreign Minister Walid al-Moallem met the UN envoy in Damascus.", "igo:un", "SYR"),
        ("U.N. envoy Hans Grundberg met Houthi leaders in Sanaa.", "igo:un", "group:yem-houthis"),
        (
            "Houthi negotiator Mohammed Abdul-Salam met UN envoy Hans Grundberg in Muscat.",
            "igo:un",
            "group:yem-houthis",
        ),
        ("Dos Santos received U.N. envoy Alioune Blondin Beye in Luanda.", "igo:un", "AGO"),
    ],
)
def test_the_envoy_mediates_whoever_is_the_subject(coder: Coder, text: str, mediator: str, party: str) -> None:
    [event] = coder(text, published="1997-05-03" if "Santos" in text else "2024-05-03").events
    assert {(p.role, p.actor) for p in event.participants} == {("mediator", mediator), ("party", party)}
