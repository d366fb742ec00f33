"""Who is named in what another is told is not the one to whom it is said."""

from __future__ import annotations

import pytest
from casts import cast, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Brazil warned Peru that the United States would cut off aid.", "warned", {"PER"}),
        ("Uganda accused Rwanda of telling Burundi to arm the rebels.", "accused", {"RWA"}),
        ("Norway urged Moscow to press Belarus for the release of the pilot.", "urged", {"RUS"}),
        ("Oman warned that Kuwait would be struck if Iranian aircraft took off from there.", "warned", {"KWT"}),
    ],
)
def test_only_the_one_addressed_is_the_target(coder: Coder, text: str, trigger: str, recipients: set[str]) -> None:
    assert cast(told(coder, text, trigger)).get("recipient") == recipients


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya asked that the African Union be given a role.", "asked"),
        ("Saudi Arabia insisted that Turkey take part in the talks.", "insisted"),
    ],
)
def test_for_whom_a_seat_is_asked_is_asked_nothing(coder: Coder, text: str, trigger: str) -> None:
    assert "recipient" not in cast(told(coder, text, trigger))


def test_both_sides_called_on_are_addressed(coder: Coder) -> None:
    found = told(coder, "Chad and Togo fought again. Norway called on both sides to lay down their arms.", "called")
    assert cast(found).get("recipient") == {"TCD", "TGO"}


def test_of_whom_something_is_demanded_is_the_target(coder: Coder) -> None:
    assert cast(told(coder, "Iraq demanded that Syria withdraw its troops.", "demanded")).get("recipient") == {"SYR"}
