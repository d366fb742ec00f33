"""Meetings that nobody mediates: two sides that met, and mediators without the sides."""

from __future__ import annotations

import pytest
from casts import cast

from dragoman.coder import Coder


@pytest.mark.parametrize(
    "text",
    [
        "The mediators met in Doha on Tuesday.",
        "Envoys and mediators met in Doha on Tuesday to compare notes.",
    ],
)
def test_mediators_alone_consult(coder: Coder, text: str) -> None:
    (event,) = coder(text, published="2005-03-10", outlet="Le Temps").events
    assert event.type == "third_party_consultation"


def test_two_sides_that_sit_with_each_other_negotiate(coder: Coder) -> None:
    text = "A delegation of the Taliban sat for two days with Hamid Karzai in Moscow."
    event = next(
        e for e in coder(text, published="2019-02-10", outlet="Le Temps").events if e.plover.event == "CONSULT"
    )
    assert event.type == "direct_negotiation"
    assert "group:afg-taliban" in cast(event)["party"]
