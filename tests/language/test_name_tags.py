"""Name tags are read as a sequence: a name of two words is one name, and nothing goes on that has not begun."""

from __future__ import annotations

import itertools
import json
from importlib import resources

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dragoman.language.name_tags import SURE, NameTags

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
NEVER, SELDOM = -6.0, -2.0
AFTER = [
    [0, 0, NEVER, 0, NEVER],
    [0, SELDOM, 1, NEVER, NEVER],
    [0, SELDOM, 1, NEVER, NEVER],
    [0, NEVER, NEVER, SELDOM, 1],
    [0, NEVER, NEVER, SELDOM, 1],
    [0, 0, NEVER, 0, NEVER],
]


def word(**shares: float) -> list[float]:
    """Probabilities of one word; keys are labels with an underscore for the hyphen, the rest is evenly spread."""
    told = {name.replace("_", "-"): share for name, share in shares.items()}
    rest = (1 - sum(told.values())) / (len(LABELS) - len(told))
    return [told.get(label, rest) for label in LABELS]


def tags(*words: list[float]) -> list[str]:
    return NameTags(LABELS, AFTER)(np.log(np.array(words, np.float32)))


def test_two_words_of_one_name_are_one_place() -> None:
    north, korea = word(B_LOC=0.9), word(B_LOC=0.5, I_LOC=0.4)
    assert tags(north, korea, word(O=0.99)) == ["B-LOC", "I-LOC", "O"]


def test_two_places_side_by_side_stay_two_where_the_model_is_sure() -> None:
    assert tags(word(B_LOC=0.97), word(B_LOC=0.96)) == ["B-LOC", "B-LOC"]


def test_a_name_doesnt_change_its_kind_halfway() -> None:
    assert tags(word(B_PER=0.9), word(I_PER=0.45, I_LOC=0.5)) == ["B-PER", "I-PER"]


def test_nothing_goes_on_that_has_not_begun() -> None:
    assert tags(word(O=0.99), word(O=0.1, I_LOC=0.5, B_LOC=0.3)) == ["O", "B-LOC"]


def test_a_sentence_without_names_has_none() -> None:
    assert tags(word(O=0.99), word(O=0.97)) == ["O", "O"]
    assert tags() == []


def unsure() -> st.SearchStrategy[np.ndarray]:
    """Log probabilities of up to five words, none of them surely no name."""
    shares = st.integers(1, 5).flatmap(
        lambda n: arrays.arrays(np.float64, (n, len(LABELS)), elements=st.floats(0.01, 1))
    )
    return shares.map(lambda p: np.log(p / p.sum(1, keepdims=True))).filter(
        lambda p: bool((p[:, 0] < np.log(SURE)).all())
    )


@given(unsure())
def test_no_other_path_is_better(scores: np.ndarray) -> None:
    def total(path: tuple[int, ...]) -> float:
        steps = zip((len(LABELS), *path), path, strict=False)
        return sum(AFTER[a][b] for a, b in steps) + sum(scores[i, k] for i, k in enumerate(path))

    found = tuple(LABELS.index(tag) for tag in NameTags(LABELS, AFTER)(scores))
    best = max(total(path) for path in itertools.product(range(len(LABELS)), repeat=len(scores)))
    assert total(found) == pytest.approx(best)


def test_the_shipped_transitions_fit_its_labels() -> None:
    folder = resources.files("dragoman.language.en") / "model"
    labels = json.loads((folder / "labels.json").read_text(encoding="utf8"))["labels"]["name"]
    transitions = np.array(json.loads((folder / "names.json").read_text(encoding="utf8")))
    assert transitions.shape == (len(labels) + 1, len(labels))
    for kind in ("PER", "ORG", "LOC"):
        begins, goes_on = labels.index(f"B-{kind}"), labels.index(f"I-{kind}")
        assert transitions[begins, goes_on] > transitions[begins, begins]
        assert transitions[0, goes_on] < transitions[0, begins]
