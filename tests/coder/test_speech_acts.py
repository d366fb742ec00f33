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
    events = coder(text, published="2005-03-10").events
    assert not [e for e in events if e.type == "boycott" and e.polarity == "affirmed"]
