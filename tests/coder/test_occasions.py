"""Whose request, pressure or help is only the occasion of an act does not do it; who faces or deserves blame gives none."""

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
def test_with_whose_help_it_is_done_has_nothing_done_to_him(coder: Coder, text: str, trigger: str, helper: str) -> None:
    assert helper not in cast(told(coder, text, trigger)).get("recipient", set())


def test_whoever_faces_criticism_is_criticised(coder: Coder) -> None:
    found = cast(told(coder, "Ramaphosa faced criticism from senators and from Rwanda.", "faced"))
    assert found.get("recipient") == {"ZAF"}
    assert "RWA" in found["initiator"]


@pytest.mark.parametrize(
    "text",
    [
        "The Eritreans alone were to blame, the Ethiopian envoy said.",
        "The Ethiopian envoy told them that the Eritreans alone were to blame.",
        "Ethiopia said Eritrea was to blame for the fighting.",
    ],
)
def test_who_is_to_blame_is_blamed(coder: Coder, text: str) -> None:
    found = cast(told(coder, text, "to blame"))
    assert (found.get("initiator"), found.get("recipient")) == ({"ETH"}, {"ERI"})


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        ("The Iraqi withdrawal from Kuwait began on Monday.", "withdrawal", {"IRQ"}),
        ("Angola welcomed the withdrawal of Rwandan troops from Congo.", "withdrawal", {"RWA"}),
        ("Iraq ignored resolution 660, adopted unanimously on August 2.", "adopted", None),
        ("Tehran rejected resolution 1929, adopted by the Security Council on Monday.", "adopted", {"igo:un-security-council"}),
    ],
)  # fmt: skip
def test_who_is_left_or_ignores_it_does_not_do_it(
    coder: Coder, text: str, trigger: str, initiators: set[str] | None
) -> None:
    assert cast(told(coder, text, trigger)).get("initiator") == initiators


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        ("Rwanda was condemned by Uganda over the shelling.", "shelling", {"RWA"}),
        ("The Rwandans were blamed by Kenya for the raid.", "raid", {"RWA"}),
        ("South Korea put its military on its highest alert.", "put", {"KOR"}),
    ],
)
def test_who_is_blamed_for_a_deed_did_it(coder: Coder, text: str, trigger: str, initiators: set[str]) -> None:
    found = cast(told(coder, text, trigger))
    assert found.get("initiator") == initiators
    assert "recipient" not in found


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Washington was angered by the seizure of the ship.", "seizure", None),
        ("The prime minister did not meet Odinga, who was invited by the bishops.", "invited", {"group:ken-odm"}),
        ("Russia called for a seat alongside China and Brazil.", "called", None),
        ("Police fired tear gas at crowds blocking trucks carrying US aid.", "fired", {None}),
    ],
)
def test_who_stands_beside_is_not_done_to(
    coder: Coder, text: str, trigger: str, recipients: set[str | None] | None
) -> None:
    assert cast(told(coder, text, trigger)).get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "initiators"),
    [
        (
            "The envoy's comments went further than Chad's earlier warning that talks might end given Sudan's refusal to give way.",
            "refusal",
            {"SDN"},
        ),
        ("Chad's warning came after Sudan's threat to close the border.", "threat", {"SDN"}),
        ("Chad and Sudan's refusal to pay angered Kenya.", "refusal", {"TCD", "SDN"}),
    ],
)
def test_whose_refusal_it_is_refuses(coder: Coder, text: str, trigger: str, initiators: set[str]) -> None:
    assert cast(told(coder, text, trigger)).get("initiator") == initiators
