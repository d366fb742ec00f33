"""A city where mediators or delegations act on their talks names these (rule R19)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def tracks(coder: Coder, text: str) -> set[str | None]:
    return {
        event.track for event in coder(text, published="2023-12-28").events if (event.type or "").startswith("talks_")
    }


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("Mediators in Jeddah suspended the talks between Sudan's army and the Rapid Support Forces.", "Jeddah talks"),
        ("Negotiators in Geneva resumed talks on Syria on Monday.", "Geneva talks"),
        ("Delegations in Doha broke off negotiations with the Taliban.", "Doha talks"),
    ],
)
def test_who_is_at_the_talks_tells_where_they_are(coder: Coder, text: str, track: str) -> None:
    assert tracks(coder, text) == {track}


@pytest.mark.parametrize(
    "text",
    [
        "A mediator in Nairobi urged South Sudan to resume talks with the rebels.",
        "Diplomats in Vienna said the talks between Iran and the United States had been suspended.",
        "Mediators in Cairo welcomed the ceasefire between Israel and Hamas.",
    ],
)
def test_where_somebody_speaks_of_talks_they_are_not(coder: Coder, text: str) -> None:
    assert tracks(coder, text) <= {None}
