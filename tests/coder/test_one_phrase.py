"""Words of one phrase are one event, whichever of them the model marks."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Example Post").events]


@pytest.mark.parametrize(
    "text",
    [
        "American and Russian officers in Geneva would set up a joint center to share targeting information on the rebels.",
        "The African Union urged the two sides to open direct talks in Kampala under Ugandan auspices.",
        "The rebels let go two of the hostages on Monday.",
        "Biden spoke by phone with al-Sisi on Thursday.",
        "The UN envoy told reporters that the door would remain open.",
        "Egypt's Foreign Ministry called the move wrong.",
    ],
)
def test_the_words_of_one_phrase_tell_one_event_at_most(coder: Coder, text: str) -> None:
    assert len(labels(coder, text)) <= 1


def test_whoever_is_brought_back_to_talks_resumes_them(coder: Coder) -> None:
    assert labels(coder, "He hoped to bring the Syrian sides back to negotiations within weeks.") == ["talks_resumed"]


def test_a_door_that_stays_open_is_one_offer(coder: Coder) -> None:
    found = labels(coder, "Uganda's door is still open and the rebels' door stays open, Museveni said.")
    assert len(found) == 2
