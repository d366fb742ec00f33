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


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya said it would not accept the violent overthrow of President Kiir.", "REJECT"),
        ("Yerevan will not accept any part for Turkey.", "REJECT"),
        ("The rebels will not accept the accord.", "agreement_rejected"),
        ("Slovakia's offer to hand over its jets was rejected by the Pentagon.", "REJECT"),
        ("Kiev dismissed the offer to mediate.", "mediation_rejected"),
        ("The rebels rejected an offer to stop the shelling.", "agreement_rejected"),
        ("Fabius blocked a weaker text at the previous round in Geneva.", "agreement_rejected"),
        ("Russia blocked a statement of the Security Council on Syria.", "resolution_vetoed"),
    ],
)
def test_only_offers_and_texts_of_peace_are_turned_down_as_such(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The House voted 246-180 against a resolution on the war in Yemen.", "REJECT"),
        ("The Senate voted 55-44 to table a resolution that would have ended support for the war.", "REJECT"),
        ("The Council voted 12-2 to lift the embargo.", "resolution_adopted"),
    ],
)
def test_a_vote_against_adopts_nothing(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)


def test_an_attack_is_praised_and_no_effort_for_peace(coder: Coder) -> None:
    assert "SUPPORT" in types(coder, "A bomb went off in Haifa, an attack that Hamas praised.")
