"""Words to word pieces, shared by training and run time so that both see the same input."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from dragoman.errors import ModelError

MAX_PIECES = 8
"""Pieces kept of one word; longer words are mostly addresses."""


def word_shape(word: str) -> int:
    """Letter case of a word, since the word-piece vocabulary has none: 1 no letters, 2 lower, 3 upper, 4 one capital, 5 Title, 6 mixed."""
    if not any(c.isalpha() for c in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 5 if word[0].isupper() and word[1:].islower() else 6


class WordPieces:
    """Word-piece ids of words, from a `tokenizer.json` file."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.cls, self.sep, self._unknown = (self._id(piece) for piece in ("[CLS]", "[SEP]", "[UNK]"))
        self._pieces = lru_cache(maxsize=65536)(self._encode_word)

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(f"the tokeniser has no piece {piece}. Install the package again.")
        return int(number)

    def _encode_word(self, word: str) -> tuple[tuple[int, ...], int]:
        ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids or [self._unknown]
        return tuple(ids[:MAX_PIECES]), word_shape(word)

    def count(self, word: str) -> int:
        """Number of pieces of one word."""
        return len(self._pieces(word)[0])

    def encode(self, words: list[str]) -> tuple[list[int], list[int], list[int]]:
        """Ids and shapes of all pieces with [CLS] and [SEP], and the index of each word's first piece, [CLS] (the root) first."""
        ids, shapes, first = [self.cls], [0], [0]
        for word in words:
            pieces, shape = self._pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape] * len(pieces))
        ids.append(self.sep)
        shapes.append(0)
        return ids, shapes, first
