"""Who acts side by side does nothing to one another in CAMEO."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from link_builders import article, mention, who

from dragoman.exports.cameo import lines

BROKERS = tuple(who("broker", code, country=code, sector="GOV") for code in ("RUS", "TUR"))
SIDES = (who("party", "SYR", country="SYR", sector="GOV"), who("party", "SYR", country="SYR", sector="REB"))


def acts(type: str, cameo: str, *people) -> list[tuple[str, ...]]:
    told = mention("m", article("d", "text"), type, "held", *people)
    found = [line.split("\t") for line in lines(msgspec.structs.replace(told, cameo=cameo))]
    return [tuple(cells[1:4]) for cells in found]


def as_role(role: str, *people):
    return [msgspec.structs.replace(who, role=role) for who in people]


@pytest.mark.parametrize("type", ["ceasefire_extended", "ceasefire_declared", "agreement_signed"])
def test_the_brokers_of_a_text_make_none_between_themselves(type):
    assert acts(type, "0871", *BROKERS) == []
    assert len(acts(type, "0871", *SIDES)) == 2


def test_two_who_welcome_an_initiative_do_not_welcome_each_other():
    assert acts("endorsement", "051", *as_role("initiator", *SIDES)) == []
    welcomed = who("recipient", "KAZ", country="KAZ", sector="GOV")
    assert acts("endorsement", "051", *as_role("initiator", *SIDES), welcomed) == [
        ("SYRGOV", "KAZGOV", "051"),
        ("SYRREB", "KAZGOV", "051"),
    ]


def test_those_who_agree_to_talk_do_so_with_each_other():
    assert len(acts("talks_agreed", "036", *as_role("initiator", *SIDES))) == 2
