"""Those who do something to each other have it done to them, too."""

from __future__ import annotations

import pytest
from casts import cast, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "both"),
    [
        ("Armenia and Azerbaijan accused each other of shelling villages.", "accused", {"ARM", "AZE"}),
        ("Kenya and Somalia each blamed the other for the attack.", "blamed", {"KEN", "SOM"}),
        ("Sudan and Chad expelled each other's ambassadors.", "expelled", {"SDN", "TCD"}),
        ("Peru and Ecuador each threatened to attack the other.", "threatened", {"PER", "ECU"}),
        ("Rwanda and Burundi traded accusations on Friday.", "traded", {"RWA", "BDI"}),
        ("Peru and Ecuador signed a treaty, but hours later each accused the other of new attacks.", "accused", {"PER", "ECU"}),
    ],
)  # fmt: skip
def test_each_is_doer_and_target(coder: Coder, text: str, trigger: str, both: set[str]) -> None:
    found = cast(told(coder, text, trigger))
    assert found.get("initiator") == both
    assert found.get("recipient") == both


def test_two_who_do_it_to_a_third_have_nothing_done_to_them(coder: Coder) -> None:
    found = cast(told(coder, "Kenya and Somalia accused the other states of the region of spying.", "accused"))
    assert not found.get("recipient", set()) & {"KEN", "SOM"}
