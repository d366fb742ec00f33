"""Where something plain is done, and where those are to whom it is done, takes no part; two states of one name do."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder

DAY = "2014-07-03"


@pytest.mark.parametrize(
    ("text", "label", "recipients"),
    [
        ("Kenya defended Chad at the African Union.", "SUPPORT", {"TCD"}),
        ("NAIROBI, July 2 (Reuters) - Kenya accused Chad at the United Nations of backing rebels.", "ACCUSE", {"TCD"}),
        ("Norway sent food to Eritrean refugees in Sudan.", "AID", {"ERI"}),
        ("Peruvian miners marched through Cajabamba.", "PROTEST", None),
        ("Rebels opened fire at a United Nations camp.", "ASSAULT", {"igo:un"}),
        ("Norway sent food to refugees in Sudan.", "AID", {"SDN", None}),
    ],
)
def test_a_hall_or_ground_is_no_recipient_beside_another(
    coder: Coder, text: str, label: str, recipients: set[str | None] | None
) -> None:
    assert coded(coder, text, DAY)[label].get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Jordan recalled its ambassador to Kenya.", "KEN"),
        ("Jordan pulled its ambassador out of Nairobi.", "KEN"),
        ("Jordan condemned Kenya and recalled its ambassador.", "KEN"),
        ("The general freed the hostages, closed the Kenyan embassy and thanked Jordan.", "KEN"),
    ],
)
def test_an_envoy_is_called_home_from_the_state_where_he_is(coder: Coder, text: str, recipient: str) -> None:
    assert coded(coder, text, DAY)["SANCTION"]["recipient"] == {recipient}


def test_an_envoy_to_a_body_is_called_home_from_no_state(coder: Coder) -> None:
    assert "recipient" not in coded(coder, "Peru recalled its ambassador to the United Nations.", DAY)["SANCTION"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The two Koreas held talks in Panmunjom.", {"KOR", "PRK"}),
        ("North and South Korea held talks in Panmunjom.", {"KOR", "PRK"}),
        ("The two Sudans held talks in Addis Ababa.", {"SDN", "SSD"}),
    ],
)
def test_a_plural_of_states_means_each(coder: Coder, text: str, states: set[str]) -> None:
    assert coded(coder, text, DAY)["direct_negotiation"]["party"] == states


def test_korea_alone_is_neither(coder: Coder) -> None:
    found = coded(coder, "Japan attacked Korea.", DAY)["ASSAULT"]
    assert found.get("recipient", {None}) == {None}


def test_police_of_two_nations_are_two(coder: Coder) -> None:
    found = coded(coder, "Thai and Malaysian police arrested a Kenyan smuggler.", DAY)
    assert found["COERCE"]["initiator"] == {"THA", "MYS"}


def test_fighter_pilots_are_no_fighters(coder: Coder) -> None:
    assert coded(coder, "Israeli fighter pilots bombed Sudan.", DAY)["ASSAULT"]["initiator"] == {"ISR"}
