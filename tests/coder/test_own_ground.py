"""Venues, capitals and the war that a truce ends are nobody's part; a host that keeps out of the talks refuses none."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Serbia offered Belgrade as a venue for talks between Russia and Ukraine.",
            "venue_offered",
            {"host": {"SRB"}, "recipient": {"RUS", "UKR"}},
        ),
        (
            "Saudi Arabia has emerged as the venue of choice for talks between Moscow and Washington.",
            "mediated_talks",
            {"host": {"SAU"}, "party": {"RUS", "USA"}},
        ),
        ("The Syrian ceasefire took effect on Friday.", "ceasefire_effective", {}),
        (
            "Oman hosts the talks between Iran and Saudi Arabia but says it will not take part in them.",
            "mediated_talks",
            {"host": {"OMN"}, "party": {"IRN", "SAU"}},
        ),
    ],
)
def test_who_only_lends_the_place_is_host_at_most(
    coder: Coder, text: str, type_: str, expected: dict[str, set[str]]
) -> None:
    found = coded(coder, text, "2023-07-03")
    assert found[type_] == expected
    assert not found.keys() & {"talks_refused", "boycott", "mediation_rejected"}


def test_a_truce_that_a_state_proposes_stays_its_own(coder: Coder) -> None:
    found = coded(coder, "Israel rejected an Egyptian ceasefire proposal.", "2023-07-03")
    assert found["agreement_rejected"] == {"initiator": {"ISR"}, "recipient": {"EGY"}}


def test_a_host_of_other_talks_may_boycott(coder: Coder) -> None:
    found = coded(coder, "Qatar, which hosted the talks last year, boycotted the summit in Riyadh.", "2023-07-03")
    assert found["boycott"] == {"boycotting": {"QAT"}}
