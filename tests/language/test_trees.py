"""Trees: whatever the model scores, the words of a sentence form one tree with one root."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from dragoman.language.en.trees import decode, is_tree

SCORES = st.integers(1, 12).flatmap(
    lambda n: hnp.arrays(np.float32, (n, n + 1), elements=st.floats(-100, 100, width=32))
)
SMALL = st.integers(1, 3).flatmap(lambda n: hnp.arrays(np.float32, (n, n + 1), elements=st.integers(-9, 9).map(float)))


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@given(SCORES)
@settings(max_examples=300)
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    heads = decode(scores)
    assert len(heads) == len(scores)
    assert is_tree(heads)


@given(SMALL)
@settings(max_examples=300)
def test_no_tree_of_a_short_sentence_scores_more(scores: np.ndarray) -> None:
    n = len(scores)
    trees = [list(h) for h in product(range(n + 1), repeat=n) if is_tree(list(h))]
    best = max(total(scores, t) for t in trees)
    assert total(scores, decode(scores)) == pytest.approx(best)


@given(st.integers(1, 25), st.integers(0, 2**31))
@settings(max_examples=50)
def test_scores_with_a_planted_tree_give_that_tree(n: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    order = random.permutation(n)
    heads = np.zeros(n, int)
    for place, word in enumerate(order):
        heads[word] = 0 if place == 0 else order[random.integers(place)] + 1
    scores = random.normal(0, 0.1, (n, n + 1)).astype(np.float32)
    scores[np.arange(n), heads] += 10
    assert decode(scores) == heads.tolist()


def test_long_sentences_of_even_scores_are_decoded() -> None:
    assert is_tree(decode(np.zeros((150, 151), np.float32)))


def test_two_words_that_want_each_other_are_parted_where_it_costs_least() -> None:
    scores = np.array([[1.0, 0.0, 5.0], [0.5, 5.0, 0.0]], np.float32)
    assert decode(scores) == [0, 1]


@pytest.mark.parametrize(
    ("heads", "sound"),
    [
        ([0], True),
        ([2, 0], True),
        ([2, 0, 2], True),
        ([1], False),
        ([0, 0], False),
        ([2, 1], False),
        ([0, 3, 2], False),
        ([2, 3, 1], False),
    ],
)
def test_a_tree_has_one_root_and_no_circle(heads: list[int], sound: bool) -> None:
    assert is_tree(heads) is sound
