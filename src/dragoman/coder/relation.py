"""PLOVER category of a marked pair: what the source does to the target in a sentence.

Read off the model's event labels and arguments: a word counts for its category as far as the model takes it for an event of
that category, the source for its doer and the target for its addressee. Not calibrated yet.
"""

from __future__ import annotations

import msgspec
import numpy as np

from dragoman.language.en.engine import Engine
from dragoman.language.parse import Sentence
from dragoman.ontology import Ontology

_DOERS = ("initiator", "party", "mediator", "convener", "host", "participant", "boycotting", "observer", "guarantor")
_ADDRESSEES = ("recipient", "party", "excluded", "participant", "mediator", "initiator")
_FLOOR = 0.02
"""Weight of a word whose arguments are not the pair at all, so that every sentence gets a distribution."""


class Relation(msgspec.Struct, frozen=True):
    """Category with the highest probability, and the probability of each of the 16."""

    label: str
    probabilities: dict[str, float]


def relation(
    engine: Engine, ontology: Ontology, sentences: list[Sentence], source: tuple[int, int], target: tuple[int, int]
) -> Relation:
    """PLOVER category of the pair given as character spans of the text that was parsed."""
    categories = list(ontology.codes["plover_category"])
    weight = dict.fromkeys(categories, 1e-3)
    labels = engine.labels["event"]
    of_label = [_category(label, ontology) for label in labels]
    arguments = engine.labels["argument"]
    doers = [arguments.index(a) for a in _DOERS]
    addressees = [arguments.index(a) for a in _ADDRESSEES]
    for sentence in sentences:
        doer, addressee = _words(sentence, source), _words(sentence, target)
        if not (doer or addressee) or sentence.reading is None:
            continue
        pair = set(doer) | set(addressee)
        for token in sentence.tokens:
            some = 1 - float(sentence.reading.probabilities[token.i, 0])
            if token.i in pair or some < 0.03:
                continue
            scores = engine.arguments(sentence, [token.i])
            fit = _FLOOR + _best(scores, doer, doers) * (0.3 + _best(scores, addressee, addressees))
            for k, category in enumerate(of_label):
                if category in weight:
                    weight[category] += fit * float(sentence.reading.probabilities[token.i, k])
    total = sum(weight.values())
    probabilities = {c: w / total for c, w in weight.items()}
    return Relation(max(probabilities, key=lambda c: probabilities[c]), probabilities)


def _category(label: str, ontology: Ontology) -> str | None:
    if label in ontology.types:
        return ontology.types[label].plover.event
    return label if label.isupper() and label != "O" else None


def _words(sentence: Sentence, span: tuple[int, int]) -> list[int]:
    return [t.i for t in sentence.tokens if t.start < span[1] and span[0] < t.end]


def _best(scores: np.ndarray, words: list[int], roles: list[int]) -> float:
    return float(scores[np.ix_(words, roles)].sum(1).max()) if words else 0.0
