"""Word pieces: every word has a place in the model's input."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.en.pieces import MAX_PIECES, WordPieces, word_shape


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(Path(str(resources.files("dragoman.language.en") / "model" / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "shape"),
    [("2,254", 1), ("talks", 2), ("UN", 3), ("U", 4), ("Oslo", 5), ("McKay", 6), ("…", 1), ("ООН", 3)],
)
def test_the_shape_of_a_word_tells_its_case(word: str, shape: int) -> None:
    assert word_shape(word) == shape


def test_each_word_is_found_by_its_first_piece_and_the_root_by_the_opening_mark(pieces: WordPieces) -> None:
    ids, shapes, first = pieces.encode(["Brahimi", "met", "nobody"])
    assert len(ids) == len(shapes)
    assert first[0] == 0 and len(first) == 4
    assert first == sorted(set(first))
    assert ids[0] == pieces.cls and ids[-1] == pieces.sep


# Half surrogate pairs never come here: `Document.of` puts U+FFFD for them.
@given(word=st.text(min_size=1, max_size=300))
def test_any_word_has_at_least_one_piece_and_at_most_the_limit(pieces: WordPieces, word: str) -> None:
    assert 1 <= pieces.count(word) <= MAX_PIECES
