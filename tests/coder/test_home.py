"""Whose bare bodies are in a report from a capital that names no other state."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder

DAY = "2014-07-03"


@pytest.mark.parametrize(
    ("text", "label", "initiator"),
    [
        ("MANILA, July 2 (Reuters) - The navy seized two Chinese boats.", "COERCE", "PHL"),
        ("CAIRO, July 2 (Reuters) - The Foreign Ministry summoned the Ethiopian ambassador.", "ACCUSE", "EGY"),
        ("WARSAW, July 2 (Reuters) - The government accused a Russian journalist of spying.", "ACCUSE", "POL"),
        (
            "LONDON, July 2 (AFP) - Britain expelled a Kenyan diplomat. The Foreign Office condemned him.",
            "ACCUSE",
            "GBR",
        ),
    ],
)
def test_a_report_from_a_capital_means_its_own_bodies(coder: Coder, text: str, label: str, initiator: str) -> None:
    assert coded(coder, text, DAY)[label]["initiator"] == {initiator}


@pytest.mark.parametrize(
    "text",
    [
        "PARIS, July 2 (Reuters) - France condemned the coup in Mali. The army shelled three villages.",
        "WASHINGTON, July 2 (AP) - The United States condemned Syria. The army shelled three villages.",
        "GENEVA, July 2 (Reuters) - The talks ended on Monday. The army shelled three villages.",
    ],
)
def test_where_another_state_is_named_or_others_meet_it_stays_open(coder: Coder, text: str) -> None:
    assert coded(coder, text, DAY)["ASSAULT"].get("initiator", set()) <= {None, "MLI", "SYR"}


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        (
            "The Norwegian general Robert Mood led the monitors. In Aleppo, where government helicopters pounded rebel districts, forty died.",
            "SYR",
        ),
        ("Norway sent monitors. Government warplanes bombed Aleppo on Monday.", "SYR"),
        ("Norway sent monitors. Government troops shelled rebels in Homs.", "SYR"),
    ],
)
def test_a_government_s_arms_are_of_the_land_that_they_strike(coder: Coder, text: str, initiator: str) -> None:
    found = [e for e in coder(text, published="2012-05-10").events if e.plover.event == "ASSAULT"]
    assert {p.actor for p in found[0].participants if p.role == "initiator"} == {initiator}
