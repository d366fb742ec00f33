"""Who asks to be let in is no side yet, and is kept out where he is refused."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def roles(coder: Coder, text: str) -> set[tuple[str, str]]:
    return {(p.role, p.name) for e in coder(text, published="2019-06-21").events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norway had hoped to take part in the negotiations between Russia and Ukraine but was not asked.", "Norway"),
        ("Jordan's request for a seat at the talks between Iran and Iraq was turned down.", "Jordan"),
        ("Jordan's request to attend the talks was refused by Israel.", "Jordan"),
        ("Kenya asked to take part in the talks between Chad and Sudan, but Libya said no.", "Kenya"),
        ("Brazil demanded a place at the Geneva talks but did not get one.", "Brazil"),
        ("Brazil asked in vain for a seat at the talks.", "Brazil"),
        ("The United Nations took back an invitation it had extended to Iran.", "Iran"),
        ("The Arab League cancelled Libya's invitation to the summit.", "Libya"),
        ("Ankara refused to invite Greece to the conference.", "Greece"),
        ("Serbia refused to let Kosovo take part in the Granada meeting.", "Kosovo"),
        ("Serbia would not permit Kosovo to attend the talks in Ohrid.", "Kosovo"),
        ("The organisers refused to let Chad take part in the talks in Tripoli.", "Chad"),
    ],
)
def test_who_is_not_let_in_is_kept_out_and_has_no_other_role(coder: Coder, text: str, who: str) -> None:
    found = {role for role, name in roles(coder, text) if name == who}
    assert "excluded" in found
    assert not found & {"party", "host", "mediator", "participant"}


def test_an_organiser_declares_what_others_veto(coder: Coder) -> None:
    for agent, type_ in (("The organisers", "exclusion_declared"), ("Serbia", "participant_vetoed")):
        text = f"{agent} refused to let Kosovo attend the talks in Ohrid."
        assert type_ in {e.type for e in coder(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Iran's request for talks with the United States was turned down.",
        "Qatar asked to attend the talks, and Egypt agreed.",
        "Iran refused to let inspectors visit the site before the talks.",
        "Moscow accepted Turkey's invitation to talks in Istanbul.",
    ],
)
def test_who_asks_for_talks_is_let_in_or_bars_others_is_not_kept_out(coder: Coder, text: str) -> None:
    assert "excluded" not in {role for role, _ in roles(coder, text)}


def test_who_would_join_the_talks_of_two_others_is_no_side(coder: Coder) -> None:
    found = roles(coder, "Kenya wants to take part in the talks between Ethiopia and Eritrea.")
    assert {("party", "Ethiopia"), ("party", "Eritrea")} <= found
    assert ("party", "Kenya") not in found
