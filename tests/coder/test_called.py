"""The name behind somebody's party is who is meant."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mugabe's party, Zanu-PF, rejected the peace deal.", "group:zwe-zanu-pf"),
        ("Odinga's party, ODM, boycotted the talks with Kenya's government.", "group:ken-odm"),
        ("Bazoum's party, the PNDS, said it would boycott the talks with the junta.", "PNDS"),
    ],
)
def test_a_party_told_by_whose_it_is_means_the_party(coder: Coder, text: str, who: str) -> None:
    people = [p for e in coder(text, published="2023-12-03").events for p in e.participants]
    assert {p.actor or p.name for p in people if p.role in ("initiator", "boycotting")} == {who}


def test_a_body_with_ss_at_its_end_is_one(coder: Coder) -> None:
    events = coder("Kenya wants to end the talks. The Muslim Congress said it was not invited.").events
    out = [p.actor for e in events for p in e.participants if p.role == "excluded"]
    assert out == ["group:muslim-congress"]
