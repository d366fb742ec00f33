"""Words to word pieces, shared by training and run time so that both see the same input."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from dragoman.errors import ModelError

SOURCE_SHAPE, TARGET_SHAPE = 7, 8
"""Shapes of the marks put around the source and the target of a pair."""
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
        self.cls, self.sep, self._unknown = (self.number(piece) for piece in ("[CLS]", "[SEP]", "[UNK]"))
        self._marks = {SOURCE_SHAPE: self.number("@"), TARGET_SHAPE: self.number("#")}
        self._pieces = lru_cache(maxsize=65536)(self._encode_word)

    def number(self, piece: str) -> int:
        """Id of a piece."""
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

    def encode_pair(
        self, words: list[str], source: Sequence[int], target: Sequence[int]
    ) -> tuple[tuple[list[int], list[int], list[int]], int, int, list[int]]:
        """Encode words with marks around two phrases (word indices), for reading what the one does to the other.

        Typed marks after Zhou and Chen 2022, "An Improved Baseline for Sentence-level Relation Extraction".

        Returns:
            The encoding as of `encode`; the places, counted in words with the root first, of the opening marks of source and
            target; and for each word of the encoding the index of the word it stands for, -1 for a mark.
        """
        marks: dict[int, list[int]] = {}
        for span, shape in ((source, SOURCE_SHAPE), (target, TARGET_SHAPE)):
            marks.setdefault(min(span), []).append(shape)
            marks.setdefault(max(span) + 1, []).insert(0, -shape)
        ids, shapes, first, origin = [self.cls], [0], [0], [-1]
        place = {SOURCE_SHAPE: 0, TARGET_SHAPE: 0}
        for i in range(len(words) + 1):
            for shape in marks.get(i, ()):
                if shape > 0:
                    place[shape] = len(first)
                first.append(len(ids))
                origin.append(-1)
                ids.append(self._marks[abs(shape)])
                shapes.append(abs(shape))
            if i < len(words):
                pieces, shape = self._pieces(words[i])
                first.append(len(ids))
                origin.append(i)
                ids.extend(pieces)
                shapes.extend([shape] * len(pieces))
        ids.append(self.sep)
        shapes.append(0)
        return (ids, shapes, first), place[SOURCE_SHAPE], place[TARGET_SHAPE], origin[1:]
