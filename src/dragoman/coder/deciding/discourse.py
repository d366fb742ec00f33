"""One document speaks of few kinds of event: what its other sentences tell makes a reading of the same kind more probable.

After "one sense per discourse" (Gale, Church and Yarowsky 1992), here as a prior over event labels that a document's own readings
give. It moves probability between labels, never between an event and none.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from dragoman.language.parse import Floats, Sentence

EVENT = 0.3
"""Least probability of any event for a word to count as one here."""
SMOOTHING = 0.05
"""What each label gets on top, in events."""


def label_shares(sentences: Sequence[Sentence]) -> Floats | None:
    """Share [E - 1] of each label among the likely events of a document, none left out; None where there are no such words."""
    readings = [s.reading.probabilities for s in sentences if s.reading is not None]
    likely = [p[1 - p[:, 0] > EVENT, 1:] for p in readings]
    if not any(len(p) for p in likely):
        return None
    total = np.concatenate(likely).sum(0) + SMOOTHING
    shares: Floats = (total / total.sum()).astype(np.float32)
    return shares


def with_prior(sentence: Sentence, shares: Floats, weight: float) -> None:
    """Multiply the label probabilities of likely events of a sentence by the document's shares to the power of `weight`, in place.

    The probability that a word is any event stays as it is.
    """
    if sentence.reading is None or not weight:
        return
    before = sentence.reading.probabilities
    likely = np.flatnonzero(1 - before[:, 0] > EVENT)
    if not len(likely):
        return
    after = before.copy()
    labels = before[likely, 1:] * shares**weight
    after[likely, 1:] = labels * ((1 - before[likely, :1]) / labels.sum(1, keepdims=True))
    sentence.reading = msgspec.structs.replace(sentence.reading, probabilities=after)
