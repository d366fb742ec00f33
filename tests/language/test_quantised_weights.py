"""Weights are rounded so that no processor cuts off their sums, and lose less than those of seven bits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.quantise import LARGEST_SUM, bounded, quantise, rounded


def drawn(seed: int, rows: int, channels: int, spread: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """A matrix, and the products of the components of 200 inputs of it that go together."""
    chance = np.random.default_rng(seed)
    weight = chance.standard_t(3, (rows, channels)).astype(np.float32) * spread
    inputs = chance.normal(size=(200, rows)) @ chance.normal(size=(rows, rows))
    return weight, inputs.T @ inputs


def sums_of_neighbours(whole: np.ndarray) -> np.ndarray:
    """Largest sum that two neighbours, 2k and 2k + 1, can give to one side, [K / 2, N]."""
    pairs = whole[: len(whole) // 2 * 2].astype(int).reshape(-1, 2, whole.shape[1])
    return np.maximum(np.clip(pairs, 0, None).sum(1), np.clip(-pairs, 0, None).sum(1))


@given(st.integers(0, 1000), st.integers(1, 30), st.integers(1, 5), st.sampled_from([1e-6, 1.0, 1e4]))
def test_two_neighbours_never_give_more_than_sixteen_bits_hold(
    seed: int, rows: int, channels: int, spread: float
) -> None:
    weight, products = drawn(seed, rows, channels, spread)
    whole, scale = quantise(weight, products)
    assert whole.dtype == np.int8 and whole.shape == weight.shape and scale.shape == (channels,)
    assert (255 * sums_of_neighbours(whole) <= 32767).all() and (scale > 0).all()


def test_without_neighbours_of_one_sign_nothing_is_taken_away() -> None:
    weight = np.array([[127.0], [-127.0], [100.0], [-20.0], [90.0], [30.0]])
    assert rounded(weight, np.ones(1)).ravel().tolist() == weight.ravel().tolist()


def test_what_is_too_much_is_taken_from_both_neighbours() -> None:
    whole = rounded(np.array([[100.0], [40.0]]), np.ones(1))
    assert whole.sum() == LARGEST_SUM and 90 <= whole[0, 0] < 100 and 30 <= whole[1, 0] < 40


def test_a_row_leaves_room_for_the_one_before() -> None:
    assert bounded(np.array([127.0, -127.0, 300.0]), np.array([120.0, 120.0, -127.0])).tolist() == [8, -127, 127]


@pytest.mark.parametrize("seed", range(5))
def test_less_is_lost_than_with_seven_bits(seed: int) -> None:
    weight, products = drawn(seed, 64, 32)

    def lost(now: np.ndarray) -> float:
        return float(np.einsum("kn,kl,ln->", now - weight, products, now - weight))

    whole, scale = quantise(weight, products)
    coarse = np.abs(weight).max(0) / 63
    assert lost(whole * scale) < 0.5 * lost(np.rint(weight / coarse) * coarse)
