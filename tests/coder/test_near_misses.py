"""What nearly happened did not, and what is said beside a denial is not denied."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The talks nearly collapsed on Friday.", "talks_collapsed"),
        ("The rebels nearly walked out of the talks.", "walkout"),
        ("The two sides almost reached a deal in Oslo.", "agreement_announced"),
    ],
)
def test_what_nearly_happened_is_negated(coder: Coder, text: str, type: str) -> None:
    for words, polarity in ((text, "negated"), (text.replace("nearly ", "").replace("almost ", ""), "affirmed")):
        event = next(e for e in coder(words, published="1996-07-03").events if e.type == type)
        assert event.polarity == polarity


@pytest.mark.parametrize("beside", ["", "denied the report and "])
def test_what_is_said_beside_a_denial_is_not_denied(coder: Coder, beside: str) -> None:
    events = coder(f"The army {beside}said talks had taken place in Cairo.", published="1996-07-03").events
    assert [e.status for e in events if e.evidence.trigger.text == "talks"] == ["held"]


def test_what_is_denied_itself_is(coder: Coder) -> None:
    events = coder("The army denied that talks had taken place in Cairo.", published="1996-07-03").events
    assert [e.status for e in events if e.evidence.trigger.text == "talks"] == ["denied"]


def test_what_would_have_been_had_it_happened_is_hypothetical(coder: Coder) -> None:
    text = "If Washington had talked to the Taliban in 2002, the war would have ended."
    talks = next(e for e in coder(text, published="2019-07-10").events if e.type == "direct_negotiation")
    assert (talks.status, talks.tense) == ("proposed", "hypothetical")
