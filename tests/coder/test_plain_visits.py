"""Meetings at which nobody mediates: two governments that speak of no war, a patron and its client, and those who only come to talks."""

from __future__ import annotations

import pytest
from casts import cast

from dragoman.coder import Coder


@pytest.mark.parametrize(
    "text",
    [
        "Indian Prime Minister Narendra Modi received Crown Prince Mohammed bin Salman in New Delhi.",
        "Volodymyr Zelenskiy met Recep Tayyip Erdogan in Istanbul.",
        "The Iranian foreign minister met Hezbollah leader Naim Qassem in Beirut.",
        "Turkish officials met the commanders of the Syrian National Army in Ankara.",
    ],
)
def test_a_visit_without_a_word_of_peace_is_plain_diplomacy(coder: Coder, text: str) -> None:
    [event] = coder(text, published="2024-11-03").events
    assert (event.type, event.plover.event) == (None, "CONSULT")
    assert set(cast(event)) == {"initiator", "recipient"}


@pytest.mark.parametrize(
    "text",
    [
        "U.S. envoy Steve Witkoff met Putin in Moscow.",
        "Egyptian intelligence chief Abbas Kamel met Hamas leaders in Cairo.",
        "Qatar's prime minister met the Iranian president in Tehran to discuss the war in Gaza.",
        "The Iranian foreign minister met Hezbollah leader Naim Qassem in Beirut to mediate between him and the government.",
    ],
)
def test_an_envoy_or_a_word_of_peacemaking_makes_it_a_consultation(coder: Coder, text: str) -> None:
    types = {event.type for event in coder(text, published="2024-11-03").events}
    assert types & {"single_party_consultation", "third_party_consultation", "mediated_talks"}


def test_who_meets_one_foe_after_the_other_goes_between_them(coder: Coder) -> None:
    text = (
        "U.S. Secretary of State Hillary Clinton met Israeli Prime Minister Benjamin Netanyahu in Jerusalem. "
        "Clinton then flew to Ramallah and met Palestinian President Mahmoud Abbas."
    )
    last = coder(text, published="2012-07-03").events[-1]
    assert (last.type, cast(last)) == ("single_party_consultation", {"mediator": {"USA"}, "party": {"PSE"}})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two rounds of talks, chaired by Nyerere and observed by envoys of Canada, ended in June.",
            {"mediator": {"person:julius-nyerere"}, "observer": {"CAN"}},
        ),
        (
            "Thailand and Cambodia held talks in Kuala Lumpur, which were attended by the American and Chinese ambassadors.",
            {"party": {"THA", "KHM"}, "participant": {"USA", "CHN"}},
        ),
        (
            "The talks in Lusaka, attended by observers from Portugal, Russia and Norway, went on.",
            {"observer": {"PRT", "RUS", "NOR"}},
        ),
        (
            "The talks between Kiir and Machar, hosted by Kenya and chaired by Ethiopia, went on.",
            {"host": {"KEN"}, "mediator": {"ETH"}, "party": {"SSD", "group:ssd-splm-io"}},
        ),
        ("The talks were attended by representatives of Israel and Hamas.", {"party": {"ISR", "group:pse-hamas"}}),
    ],
)
def test_whoever_attends_or_watches_does_not_mediate(coder: Coder, text: str, expected: dict[str, set[str]]) -> None:
    assert cast(coder(text, published="2015-07-03").events[0]) == expected
