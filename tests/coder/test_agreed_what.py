"""What is agreed or brought about where the verb alone misleads."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Igad, which mediated the deal, has called a summit.", "agreement_announced"),
        ("Kenya mediated the 2005 accord between Khartoum and the SPLM.", "agreement_announced"),
        ("Egypt mediated the truce between Israel and Hamas.", "ceasefire_declared"),
        ("Egypt mediated between Israel and Hamas.", "mediated_talks"),
    ],
)
def test_who_mediated_a_text_tells_of_the_text(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    "text",
    [
        "Annan persuaded the two men to meet.",
        "The envoy convinced Kabila to meet Mobutu in Pointe Noire.",
        "Clinton persuaded Kabila and Mobutu to meet in Pretoria.",
    ],
)
def test_who_is_won_over_to_meet_has_agreed_to_it(coder: Coder, text: str) -> None:
    assert types(coder, text) == ["talks_agreed"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The two presidents agreed during talks in Gitega to open the border.", "agreement_announced"),
        ("Kenya and Uganda agreed to resume flights.", "agreement_announced"),
        ("The two presidents agreed to open talks in Gitega.", "talks_agreed"),
    ],
)
def test_more_than_talks_is_agreed(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


def test_a_draft_only_asks_for_a_truce(coder: Coder) -> None:
    events = coder("The American draft provides for a truce in Darfur.", published="2005-03-10").events
    assert [(e.type, e.status) for e in events] == [("ceasefire_called_for", "proposed")]
