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


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The final report goes to the EAC Summit, due to be held in Arusha tomorrow.", "third_party_consultation"),
        ("The government and the rebels held a meeting with ECOWAS in Abuja.", "mediated_talks"),
        ("Sudan and the SPLM-IO met at a session of the IGAD mediation in Addis Ababa.", "mediated_talks"),
    ],
)
def test_a_body_of_states_meets_for_itself(coder: Coder, text: str, type_: str) -> None:
    events = coder(text, published="2018-08-30", outlet="Le Temps").events
    assert type_ in [e.type for e in events]
