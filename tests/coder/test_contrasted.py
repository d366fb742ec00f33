"""“Not” sets aside only what “but” corrects: who met not in Geneva but in Moscow met."""

from __future__ import annotations

import pytest
from casts import actors

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("The envoys of Chad and Sudan met not in Geneva but in Moscow.", "Moscow"),
        ("Chad and Sudan signed the accord not in Tripoli, but in Doha.", "Doha"),
        ("Chad and Sudan signed the accord in Tripoli.", "Tripoli"),
    ],
)
def test_the_venue_is_what_but_tells(coder: Coder, text: str, venue: str) -> None:
    event = coder(text, published="2010-02-05").events[0]
    assert event.polarity == "affirmed"
    assert event.venue is not None
    assert event.venue.name == venue


def test_who_is_set_aside_is_not_attacked(coder: Coder) -> None:
    event = next(e for e in coder("The rebels attacked not Kenya but Uganda.", published="2010-02-05").events)
    assert "KEN" not in actors(event, "recipient")


def test_not_only_means_both(coder: Coder) -> None:
    event = next(e for e in coder("Ethiopia accused not only Kenya but also Uganda.", published="2010-02-05").events)
    assert "KEN" in actors(event, "recipient")
