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
    text = "The delegates of Chad argued all day but did not leave the talks."
    assert told(coder, text, "did not leave").polarity == "negated"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels will not refuse to talk to the government.", "will not refuse"),
        ("The rebels said they would not boycott the talks.", "not boycott"),
    ],
)
def test_who_will_not_refuse_refuses_nothing(coder: Coder, text: str, trigger: str) -> None:
    assert told(coder, text, trigger).polarity == "negated"
