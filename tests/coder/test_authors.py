"""Whoever signs a text is its "we"."""

from __future__ import annotations

import pytest
from casts import actors

from dragoman.coder import Coder

STATEMENT = (
    "We, the Foreign Ministers of France, Germany and Italy, met in Paris on Tuesday. We {} the attacks on Tripoli."
)


def test_those_who_sign_a_statement_condemn_what_it_condemns(coder: Coder) -> None:
    found = coder(STATEMENT.format("condemn"), published="2018-05-29").events
    condemned = next(e for e in found if e.evidence.trigger.text == "condemn")
    assert actors(condemned, "initiator") == ["DEU", "FRA", "ITA"]


@pytest.mark.parametrize(
    "speaker", ['"We condemn the attacks on Tripoli," Merkel said.', '"We condemn the attacks," said Jan Novak.']
)
def test_we_in_a_quotation_is_who_speaks(coder: Coder, speaker: str) -> None:
    found = coder(f"{STATEMENT.format('condemn')} {speaker}", published="2018-05-29").events
    last = [e for e in found if e.evidence.trigger.text == "condemn"][-1]
    assert "ITA" not in actors(last, "initiator")
