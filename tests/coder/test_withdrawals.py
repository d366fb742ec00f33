"""Who withdraws from what: only troops leave ground."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Le Temps").events]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Colombo regretted the decision of the Tigers to pull out of a three-month-old truce.", "ceasefire_ended"),
        ("The former president has withdrawn from the search for a settlement in Burundi.", "mediation_halted"),
        ("Kenya has pulled out of its mediation between the two Sudans.", "mediation_halted"),
        ("Ethiopia withdrew its troops from Badme.", "withdrawal_or_disengagement"),
        ("Mali announced its withdrawal from ECOWAS.", "SANCTION"),
    ],
)
def test_what_is_left_tells_what_a_withdrawal_is(coder: Coder, text: str, type_: str) -> None:
    assert type_ in types(coder, text)
