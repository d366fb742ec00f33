"""Who only travels has neither walked out nor resigned, and a way home resumes no talks."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> set[str | None]:
    return {e.type for e in coder(text, published="2019-06-21").events}


@pytest.mark.parametrize(
    "text",
    [
        "U.N. envoy Hans Grundberg left Aden on Tuesday after two days of talks with the Houthis.",
        "The EU envoy left Khartoum on Monday.",
        "The negotiators left the palace without speaking to reporters.",
        "Macron left the room before the negotiations began.",
        "An IGAD delegation flew out of Juba on Friday.",
        "The Norwegian envoy left after a courtesy call.",
    ],
)
def test_who_leaves_a_place_has_not_walked_out_and_not_resigned(coder: Coder, text: str) -> None:
    assert not types(coder, text) & {"walkout", "mediator_resigned"}


@pytest.mark.parametrize("dateline", ["", "SANAA - ", "SANAA, April 13 - ", "CAIRO - "])
def test_the_city_of_a_dateline_takes_no_part_and_makes_no_walkout(coder: Coder, dateline: str) -> None:
    text = f"{dateline}Omani mediators left Sanaa on Thursday after talks with the Houthis."
    told = coder(text, published="2023-04-13", outlet="Example Post").events
    assert told
    assert "walkout" not in {e.type for e in told}
    assert {p.actor for e in told for p in e.participants} == {"OMN", "group:yem-houthis"}


def test_talks_before_a_departure_are_told(coder: Coder) -> None:
    assert "single_party_consultation" in types(
        coder, "U.N. envoy Hans Grundberg left Aden on Tuesday after two days of talks with the Houthis."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left Geneva in protest on Friday.",
        "The rebel delegation left the room when the government's envoy began to speak.",
        "The government delegation left Havana, saying that it would not return until the hostages were freed.",
        "The rebels left the talks on Friday.",
    ],
)
def test_who_leaves_in_protest_or_leaves_the_talks_walks_out(coder: Coder, text: str) -> None:
    assert "walkout" in types(coder, text)


def test_a_way_home_resumes_no_talks(coder: Coder) -> None:
    assert "talks_resumed" not in types(coder, "The Houthi delegation returned to Sanaa on Friday.")


def test_an_envoy_who_quits_resigns(coder: Coder) -> None:
    found = types(coder, "Zalmay Khalilzad, the envoy for Afghanistan, quit over the decision to withdraw troops.")
    assert "mediator_resigned" in found and "walkout" not in found
