"""What is only meant, tried or refused, what did not end, and headings in the present tense."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def told(coder: Coder, text: str, label: str) -> tuple[str, str]:
    event = next(e for e in coder(text, published="2024-05-03").events if label in (e.type, e.plover.event))
    return event.status, event.polarity


@pytest.mark.parametrize(
    ("text", "label", "status", "polarity"),
    [
        ("Israel refused to extend the truce.", "ceasefire_extended", "held", "negated"),
        ("Hamas was accused of trying to scuttle the talks.", "talks_cancelled", "proposed", "affirmed"),
        ("Ukraine has not suspended the talks.", "talks_suspended", "held", "negated"),
        ("Russia did not cancel the meeting.", "talks_cancelled", "held", "negated"),
    ],
)
def test_what_somebody_refuses_tries_or_has_not_ended(
    coder: Coder, text: str, label: str, status: str, polarity: str
) -> None:
    assert told(coder, text, label) == (status, polarity)


def test_a_heading_tells_in_the_present_what_has_happened(coder: Coder) -> None:
    assert told(coder, "Putin and Trump meet in Alaska", "third_party_consultation")[0] == "held"
    assert told(coder, "Peace talks begin in Doha", "direct_negotiation")[0] == "under_way"
    assert told(coder, "Putin and Trump to meet in Alaska", "third_party_consultation")[0] == "planned"


def test_who_threatens_to_walk_out_has_not(coder: Coder) -> None:
    assert [e.type for e in coder("Savimbi threatened to walk out of the talks.", published="1994-05-03").events] == [
        "exit_threatened"
    ]


def test_who_ends_his_boycott_concedes(coder: Coder) -> None:
    [event] = coder("The Houthis ended their boycott of the talks.").events
    assert (event.type, event.plover.event) == (None, "CONCEDE")
