"""What is done by speaking has been done, and what is called for is proposed (codebook R22)."""

from __future__ import annotations

import pytest
from tests.casts import told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The United States and Japan called on both sides to respect the verdict.", "called"),
        ("Australia urged both to abide by the outcome.", "urged"),
        ("Smaller groups demanded to be treated as a third side in the talks.", "demanded"),
        ("Rwanda said that it would not take part in the talks in Luanda.", "would not take"),
        ("Iran is ready to negotiate with Iraq.", "ready"),
        ("Iran said it would not meet the Saudi envoy face to face.", "would not meet"),
    ],
)
def test_what_is_done_by_speaking_is_held(coder: Coder, text: str, trigger: str) -> None:
    event = told(coder, text, trigger)
    assert (event.status, event.polarity) == ("held", "affirmed")


def test_what_is_called_for_is_proposed(coder: Coder) -> None:
    assert (
        told(coder, "The factions issued a declaration asking both armies to stop shooting.", "asking").status
        == "proposed"
    )


def test_who_did_not_leave_boycotts_nothing(coder: Coder) -> None:
    text = "The Kurds objected to the list but did not leave the room."
    assert not [e for e in coder(text, published="2005-03-10").events if e.type in ("boycott", "walkout")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Kurds will not be left out of the talks, the envoy said.", "exclusion_declared"),
        ("The rebels would not be excluded from the talks, Mr. Annan said.", "exclusion_declared"),
        ("The rebels will not reject the peace accord, their leader said.", "agreement_rejected"),
        ("The government will not refuse to talk to the rebels.", "talks_refused"),
    ],
)
def test_who_will_not_refuse_or_keep_out_refuses_nothing(coder: Coder, text: str, type_: str) -> None:
    events = [e for e in coder(text, published="2005-03-10").events if e.type == type_]
    assert [e.polarity for e in events] == ["negated"]


def test_who_meets_nobody_but_one_meets_him(coder: Coder) -> None:
    assert told(coder, "The mediator saw nobody but the president.", "saw").polarity == "affirmed"
    assert told(coder, "The mediator saw nobody on Monday.", "saw").polarity == "negated"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels will not refuse to talk to the government.", "will not refuse"),
        ("The rebels said they would not boycott the talks.", "not boycott"),
    ],
)
def test_who_will_not_refuse_refuses_nothing(coder: Coder, text: str, trigger: str) -> None:
    assert told(coder, text, trigger).polarity == "negated"
