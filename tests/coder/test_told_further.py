"""Talks and texts of which more is told than what is done to them or after them are events of their own."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

BOTH = [
    ("Under a truce brokered by Kenyan President Moi in October 1996, the factions pledged to reopen the port.", "ceasefire_declared", "KEN"),
    ("Morocco and the Polisario Front agreed on Thursday to meet again in spring, after two days of UN-led talks on Western Sahara.",
     "mediated_talks", "igo:un"),
    ("Kenya called off a meeting with Somalia that was to take place in Nairobi on Friday.", "direct_negotiation", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "actor"), BOTH, ids=[text[:40] for text, *_ in BOTH])
def test_what_more_is_told_of_is_an_event(coder: Coder, text: str, label: str, actor: str) -> None:
    events = coder(text, published="2018-12-07", outlet="Example Post").events
    found = [e for e in events if e.type == label]
    assert found
    assert any(p.actor == actor for e in found for p in e.participants)


def test_a_meeting_called_off_keeps_the_day_it_was_set_for(coder: Coder) -> None:
    text = "Kenya called off a meeting with Somalia that was to take place in Nairobi on Friday."
    events = coder(text, published="2018-12-05", outlet="Example Post").events
    assert [(e.type, e.status) for e in events] == [
        ("talks_cancelled", "cancelled"),
        ("direct_negotiation", "cancelled"),
    ]


def test_bare_talks_are_no_second_event_beside_what_is_done_to_them(coder: Coder) -> None:
    events = coder("Ethiopia called off the talks.", published="2018-12-05", outlet="Example Post").events
    assert [e.type for e in events] == ["talks_cancelled"]


def test_a_meeting_joined_to_a_visit_that_lies_ahead_stays(coder: Coder) -> None:
    text = "US envoy Dennis Ross met Yasser Arafat on Monday and was due in Cairo later in the day for talks."
    events = coder(text, published="1998-05-14", outlet="Example Post").events
    assert events[0].evidence.trigger.text == "met"
