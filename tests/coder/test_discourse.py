"""A document's other events make a reading of their kind more probable, and never make an event out of none."""

from __future__ import annotations

import numpy as np
import pytest
from hand_trees import at, read, tree

from dragoman.coder.deciding.discourse import label_shares, with_prior
from dragoman.language.parse import Sentence

LABELS = ["O", "mediated_talks", "direct_negotiation", "ASSAULT"]
ROWS = """
They   they PRON 2 nsubj
met^   meet VERB 0 root
.      .    PUNCT 2 punct
"""


def sentence(**probabilities: float) -> Sentence:
    made = tree(ROWS)
    made.reading = read(len(made), LABELS, {at(made, "met"): probabilities})
    return made


def best(made: Sentence) -> str:
    assert made.reading is not None
    return LABELS[int(made.reading.probabilities[at(made, "met"), 1:].argmax()) + 1]


def test_among_mediated_talks_a_meeting_in_doubt_is_mediated() -> None:
    doubtful = sentence(mediated_talks=0.42, direct_negotiation=0.5)
    others = [sentence(mediated_talks=0.9) for _ in range(4)]
    shares = label_shares([doubtful, *others])
    assert shares is not None
    assert best(doubtful) == "direct_negotiation"
    with_prior(doubtful, shares, 0.5)
    assert best(doubtful) == "mediated_talks"


def test_a_clear_reading_stands_against_the_rest_of_the_document() -> None:
    clear = sentence(ASSAULT=0.95)
    shares = label_shares([clear, *(sentence(mediated_talks=0.9) for _ in range(9))])
    assert shares is not None
    with_prior(clear, shares, 0.3)
    assert best(clear) == "ASSAULT"


@pytest.mark.parametrize("weight", [0.0, 0.3, 1.0])
def test_the_probability_of_any_event_is_not_changed(weight: float) -> None:
    made = sentence(mediated_talks=0.3, direct_negotiation=0.3)
    assert made.reading is not None
    before = made.reading.probabilities.copy()
    shares = label_shares([made])
    assert shares is not None
    with_prior(made, shares, weight)
    np.testing.assert_allclose(made.reading.probabilities[:, 0], before[:, 0], atol=1e-6)
    np.testing.assert_allclose(made.reading.probabilities.sum(1), 1, atol=1e-5)


def test_a_document_without_likely_events_has_no_shares() -> None:
    assert label_shares([sentence(ASSAULT=0.1), tree(ROWS)]) is None
