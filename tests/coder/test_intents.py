"""What an actor only could or will not do: threats and refusals."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def told(coder: Coder, text: str) -> list[tuple[str | None, str, str]]:
    """Label, status and polarity of each event."""
    events = coder(text, published="2005-03-10", outlet="Le Temps").events
    return [(e.type or e.plover.event, e.status, e.polarity) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya could impose sanctions on Uganda.",
        "Peru might expel Chilean diplomats.",
        "Jordan is considering breaking ties with Syria.",
        "The Kenyan president said his country might impose sanctions on Uganda.",
        "If attacked, Sudan would strike back at Chad.",
        "Sudan would attack Chad if it armed the rebels, the Sudanese president said.",
        "Chad is prepared to use force against Sudan.",
        "Chad said any attack on its territory would be met with force.",
    ],
)
def test_who_says_what_he_could_do_to_another_threatens_him(coder: Coder, text: str) -> None:
    read = told(coder, text)
    assert ("THREATEN", "held", "affirmed") in read
    assert not {"ASSAULT", "SANCTION", "COERCE"} & {label for label, *_ in read}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Kenya could expel Ugandan diplomats.",
        "Kenya could expel Ugandan diplomats, analysts said.",
        "According to diplomats, Kenya might impose sanctions on Uganda.",
        "Ugandan officials said Kenya may cut aid to Uganda.",
        "The rebels may have killed three soldiers.",
        "The rebels could not attack the town.",
        "Uganda could face sanctions.",
        "Italy might deploy soldiers to help clear the snow, its defence minister said.",
        "Pakistan may arrest the decline of its currency, its finance minister said.",
    ],
)
def test_what_others_foresee_or_what_was_done_is_no_threat(coder: Coder, text: str) -> None:
    assert "THREATEN" not in {label for label, *_ in told(coder, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it would not withdraw its troops from Uganda.",
        "Neither Chad nor Sudan would pull back its forces.",
        "Uganda said it would never halt its air strikes.",
        "The rebels said they would not release the hostages.",
        "Kenya has refused to withdraw its troops from Uganda.",
    ],
)
def test_who_will_not_give_way_refuses_once(coder: Coder, text: str) -> None:
    assert told(coder, text) == [("REJECT", "held", "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Uganda would not withdraw its troops.",
        "Kenya did not withdraw its troops.",
        "Russia may not withdraw from the base.",
        "Kenya will withdraw its troops from Uganda.",
    ],
)
def test_a_withdrawal_that_others_doubt_or_that_is_to_come_is_no_refusal(coder: Coder, text: str) -> None:
    assert "REJECT" not in {label for label, *_ in told(coder, text)}
