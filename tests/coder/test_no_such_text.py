"""What is turned down, praised or accepted where it is no text of peace."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Lisbon said it would not recognise the result of the election.", "REJECT"),
        ("Morocco rejected the court's ruling on Western Sahara.", "REJECT"),
        ("The migrants turned down the offer of papers from France.", "REJECT"),
        ("Kiev said it would not recognise the referendum.", "REJECT"),
        ("Hamas rejected the Egyptian plan on Monday.", "agreement_rejected"),
        ("The splinter group rejected the result of the peace talks.", "agreement_rejected"),
    ],
)
def test_only_texts_of_peace_are_rejected_as_such(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya praised the embargo on Sudan.", "SUPPORT"),
        ("Barak thanked the president for his commitment to Israel's security.", "SUPPORT"),
        ("Wang called the ruling a farce.", "ACCUSE"),
        ("A senator called the deal a victory for terrorism.", "disparagement"),
        ("The victims of the war voted Yes to the accord.", "endorsement"),
        ("Washington thanked Oman for its mediation.", "endorsement"),
        ("Iraq accepted resolution 598.", "AGREE"),
    ],
)
def test_only_efforts_for_peace_are_endorsed(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_
