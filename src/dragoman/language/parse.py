"""What the language engine gives: words with tags and tree, sentences, and the model's reading of events.

Plain classes with slots, made in great numbers; positions are words of the sentence (from 0), offsets are
characters of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Token(msgspec.Struct, gc=False):
    """One word. `head` is the position of its head, -1 for the root; `relation` the UD relation to it."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    relation: str
    name: str
    mention: str


class EventReading(msgspec.Struct):
    """The model's own reading of the sentence: event labels by word, and what is needed to score arguments.

    Attributes:
        probabilities: [N, E] softmax over event labels, label 0 being none.
        clause: name of a clause head (status, polarity, certainty, tense) → [N, labels] softmax.
        trigger, argument: [N, 96] vectors of each word as trigger and as argument.
    """

    probabilities: Floats
    clause: dict[str, Floats]
    trigger: Floats
    argument: Floats


class Sentence:
    """A sentence of a document with its words and tree.

    Attributes:
        start, end: characters in the document.
        tokens: the words.
        children: positions of the dependents of each word, in order.
        reading: the model's event reading, None where the model has no such head.
    """

    __slots__ = ("children", "end", "index", "reading", "start", "text", "tokens")

    def __init__(
        self, index: int, start: int, end: int, text: str, tokens: list[Token], reading: EventReading | None
    ) -> None:
        self.index, self.start, self.end, self.text = index, start, end, text
        self.tokens = tokens
        self.reading = reading
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head >= 0:
                self.children[token.head].append(token.i)

    def __len__(self) -> int:
        return len(self.tokens)

    def dependents(self, i: int, *relations: str) -> list[int]:
        """Dependents of word `i` with one of the relations (a relation without subtype matches its subtypes)."""
        tokens = self.tokens
        return [j for j in self.children[i] if matches(tokens[j].relation, relations)] if self.children[i] else []

    def ancestors(self, i: int) -> Iterator[int]:
        """Head of `i`, its head, and so on up to the root."""
        j = self.tokens[i].head
        while j >= 0:
            yield j
            j = self.tokens[j].head

    def subtree(self, i: int) -> list[int]:
        """Positions of `i` and all below it, in order."""
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(self.children[j])
        return sorted(found)

    def slice(self, first: int, last: int) -> tuple[int, int]:
        """Characters from word `first` to word `last`, both included."""
        return self.tokens[first].start, self.tokens[last].end


def mean_of_rows(values: Floats, rows: Sequence[int]) -> Floats:
    """Mean [...] of some rows of an array [N, ...]; a view where there is one row, since most triggers are one word."""
    if len(rows) == 1:
        one: Floats = values[rows[0]]
        return one
    mean: Floats = np.add.reduce(values[list(rows)], 0) / np.float32(len(rows))
    return mean


def matches(relation: str, wanted: tuple[str, ...]) -> bool:
    """Whether a relation is one of `wanted`, taking "nsubj" to include "nsubj:pass"."""
    return relation in wanted or (":" in relation and relation.partition(":")[0] in wanted)
