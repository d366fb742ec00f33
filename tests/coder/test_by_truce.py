"""What part somebody has by what he does to a truce or a release."""

from __future__ import annotations

import pytest
from casts import cast, coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Sudan and the SPLA have observed a truce since July 15.",
            "ceasefire_effective",
            {"party": {"SDN", "SSD"}},
        ),
        (
            "The United Nations urged Ethiopia to observe the ceasefire.",
            "ceasefire_called_for",
            {"initiator": {"igo:un"}, "recipient": {"ETH"}},
        ),
        (
            "The Colombian government ordered a ceasefire with the FARC.",
            "ceasefire_declared",
            {"party": {"COL", "group:col-farc"}},
        ),
        ("The FARC declared a ceasefire.", "ceasefire_declared", {"initiator": {"group:col-farc"}}),
        (
            "The U.N. mission has recorded over 500 violations of the ceasefire, most by the Houthis.",
            "ceasefire_violated",
            {"initiator": {"group:yem-houthis"}},
        ),
        (
            "Muscat carried a message from John Kerry to the Houthis.",
            "good_offices_contact",
            {"go_between": {"OMN"}, "party": {"USA", "group:yem-houthis"}},
        ),
    ],
)
def test_the_deed_gives_the_part(coder: Coder, text: str, type_: str, expected: dict[str, set[str]]) -> None:
    assert coded(coder, text, "2014-09-03")[type_] == expected


def test_who_observes_a_truce_as_a_monitor_monitors_it(coder: Coder) -> None:
    event = coder("African Union monitors observed the ceasefire in Darfur.", published="2005-07-03").events[0]
    assert cast(event) == {"monitor": {"igo:african-union"}}


def test_who_has_hostages_freed_does_not_hold_them(coder: Coder) -> None:
    found = coded(coder, "The hostages were freed through the efforts of Qatar.", "2014-07-03")
    assert found["RETREAT"].get("initiator") is None
