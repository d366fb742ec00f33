"""A quoted command to talk or to cease fire calls for talks or a truce; one not to is a plain request."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder

DAY = "2004-07-03"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“Talk to the rebels,” Annan urged Assad.", "talks_called_for"),
        ("“Sit down with the rebels,” the United States told Kabila.", "talks_called_for"),
        ("“Agree to a ceasefire,” Annan told Sudan and Chad.", "ceasefire_called_for"),
        ("“Stop your attacks,” Kenya told Uganda.", "ceasefire_called_for"),
        ("“Do not talk to the rebels,” Syria told France.", "REQUEST"),
        ("“Stop talking to the rebels,” Syria told France.", "REQUEST"),
        ("“Withdraw your troops,” the United States told Rwanda.", "REQUEST"),
    ],
)
def test_a_command_to_make_peace_calls_for_it(coder: Coder, text: str, label: str) -> None:
    assert list(coded(coder, text, DAY)) == [label]
