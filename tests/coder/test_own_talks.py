"""Who mediates nothing: foes who oversee what is theirs, heads of delegations, things, and those who only come from somewhere."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "published", "type_", "expected"),
    [
        (
            "Barak and Arafat oversaw the signing of the accord in Sharm el-Sheikh.",
            "2000-03-04",
            "agreement_signed",
            {"party": {"ISR", "PSE"}},
        ),
        (
            "South Sudan's peace talks in Ethiopia were suspended.",
            "2016-08-24",
            "talks_suspended",
            {"party": {"SSD"}},
        ),
        (
            "China and ASEAN have been negotiating a code of conduct for the sea.",
            "2020-08-24",
            "direct_negotiation",
            {"party": {"CHN", "igo:asean"}},
        ),
        (
            "The talks brought together representatives of the KDP of Masoud Barzani and the Patriotic Union of Kurdistan led by Jalal Talabani.",
            "1997-08-24",
            "mediated_talks",
            {"party": {"group:irq-kdp", "group:irq-puk"}},
        ),
        (
            "The draft provides for a truce under the supervision of the African Union and elections within a year.",
            "2013-08-24",
            "ceasefire_declared",
            {"mediator": {"igo:african-union"}},
        ),
        (
            "Talks between Ethiopia and Eritrea were mediated by Rino Serri, the Italian who leads the mission.",
            "2000-03-04",
            "mediated_talks",
            {"party": {"ETH", "ERI"}, "mediator": {None}},
        ),
        (
            "The Togolese government and the Togolese opposition held talks chaired by a Catholic bishop from Ghana.",
            "2013-08-24",
            "mediated_talks",
            {"party": {"TGO", "group:tgo-opposition"}, "mediator": {None}},
        ),
        (
            "Osama el-Baz, political adviser to President Hosni Mubarak, met Arafat in Gaza.",
            "1997-08-24",
            "single_party_consultation",
            {"mediator": {"EGY"}, "party": {"PSE"}},
        ),
        (
            "The summit that Kenya's president William Ruto has called for Wednesday will deal with Congo.",
            "2025-08-24",
            "direct_negotiation",
            {"convener": {"KEN"}, "party": {"COD"}},
        ),
        (
            "Merkel, who hosted the talks together with UN envoy Ghassan Salame, met Sarraj and Haftar.",
            "2020-01-24",
            "mediated_talks",
            {"mediator": {"DEU"}, "party": {"LBY", "group:lby-lna"}},
        ),
        (
            "Italy convened the session with Haftar and Sarraj, together with the presidents of Egypt and Tunisia.",
            "2018-11-14",
            "mediated_talks",
            {"convener": {"ITA"}, "party": {"group:lby-lna", "LBY"}, "participant": {"EGY", "TUN"}},
        ),
    ],
)
def test_who_mediates_and_who_does_not(
    coder: Coder, text: str, published: str, type_: str, expected: dict[str, set[str | None]]
) -> None:
    assert coded(coder, text, published)[type_] == expected
