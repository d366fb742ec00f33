"""Whose request, pressure or help is only the occasion of an act does not do it, and whose flag is carried neither."""

from __future__ import annotations

import pytest
from casts import cast, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        ("Turkey freed the pastor at the request of Washington.", "request", {"USA"}),
        ("The UN allocated the seat to the general after Egyptian pressure.", "pressure", {"EGY"}),
        ("The clause was inserted at Jordan's request by the United States.", "request", {"JOR"}),
    ],
)
def test_who_yields_to_a_request_makes_none(coder: Coder, text: str, trigger: str, initiators: set[str]) -> None:
    assert cast(told(coder, text, trigger)).get("initiator") == initiators


@pytest.mark.parametrize(
    ("text", "trigger", "helper"),
    [
        ("The separatists seized the airport with help from the United Arab Emirates.", "seized", "ARE"),
        ("The army advanced on Goma with the support of Rwanda.", "advanced", "RWA"),
        ("The rebels took Kidal with the backing of Wagner.", "took", "group:rus-wagner"),
    ],
)
def test_with_whose_help_it_is_done_has_nothing_done_to_him(
    coder: Coder, text: str, trigger: str, helper: str
) -> None:
    assert helper not in cast(told(coder, text, trigger)).get("recipient", set())


@pytest.mark.parametrize(
    ("text", "trigger", "flag"),
    [
        ("Protesters waving Russian flags attacked the French embassy.", "attacked", "RUS"),
        ("Crowds carrying Palestinian flags blocked the bridge.", "blocked", "PSE"),
        ("Women in Iranian dress marched through London.", "marched", "IRN"),
    ],
)
def test_whose_flag_is_carried_does_nothing(coder: Coder, text: str, trigger: str, flag: str) -> None:
    assert flag not in cast(told(coder, text, trigger)).get("initiator", set())


def test_whoever_faces_criticism_is_criticised(coder: Coder) -> None:
    found = cast(told(coder, "Ramaphosa faced criticism from senators and from Rwanda.", "faced"))
    assert found.get("recipient") == {"ZAF"}
    assert "RWA" in found["initiator"]
