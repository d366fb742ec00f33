"""What is averted has not come, whoever tries to avert it does not do it, and what was not prevented came."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def told(coder: Coder, text: str, label: str) -> EventMention:
    return next(e for e in coder(text, published="1999-05-03").events if label in (e.type, e.plover.event))


@pytest.mark.parametrize(
    ("text", "label", "status", "polarity"),
    [
        ("The accord averted NATO air strikes.", "ASSAULT", "planned_not_held", "negated"),
        ("U.S. air strikes on Syria were averted by the Russian offer.", "ASSAULT", "planned_not_held", "negated"),
        ("Kenya agreed to a buffer zone, averting a Ugandan offensive.", "ASSAULT", "planned_not_held", "negated"),
        ("Annan flew to Baghdad to head off a U.S. attack.", "ASSAULT", "proposed", "affirmed"),
        ("The mission was meant to avert an Israeli attack on Lebanon.", "ASSAULT", "proposed", "affirmed"),
        ("The deal could avert new sanctions on Iran.", "SANCTION", "proposed", "affirmed"),
        ("Qatar tried to prevent the collapse of the ceasefire.", "ceasefire_ended", "proposed", "affirmed"),
        ("Peacekeepers did not prevent the attack on the village.", "ASSAULT", "held", "affirmed"),
        (
            "Peacekeepers failed to prevent the massacre that killed 8,000 people in Srebrenica.",
            "ASSAULT",
            "held",
            "affirmed",
        ),
        ("Israel bombed the port to prevent rocket fire.", "ASSAULT", "held", "affirmed"),
    ],
)
def test_what_is_averted_has_not_come(coder: Coder, text: str, label: str, status: str, polarity: str) -> None:
    event = told(coder, text, label)
    assert (event.status, event.polarity) == (status, polarity)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Envoys tried to prevent a new offensive by the Serbs.", "ASSAULT"),
        ("Police foiled an attack on the Indian embassy in Kabul.", "ASSAULT"),
        ("Kerry insisted that the cease-fire was not dead.", "ceasefire_ended"),
    ],
)
def test_who_averts_it_or_denies_its_end_does_not_do_it(coder: Coder, text: str, label: str) -> None:
    doers = {p.name for p in told(coder, text, label).participants if p.role == "initiator"}
    assert not doers & {"Envoys", "Police", "United States"}
