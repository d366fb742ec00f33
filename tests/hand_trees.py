"""Sentences with a tree written by hand, so that rules are tested without the model.

A row a word: form, lemma, tag, head (from 1, 0 the root), relation, and where wanted name and kind
(`B-LOC`, `person`; `O` for none). "^" after a form: no space follows. Example:

    Russia   Russia  PROPN 2 nsubj B-LOC
    proposed propose VERB  0 root
    talks^   talk    NOUN  2 obj
    .        .       PUNCT 2 punct
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from dragoman.language.parse import EventReading, Sentence, Token


def tree(rows: str, *, start: int = 0, index: int = 0, reading: EventReading | None = None) -> Sentence:
    """The sentence of the rows, beginning at character `start` of its document."""
    tokens: list[Token] = []
    text = ""
    lines = [line.split() for line in rows.strip().splitlines()]
    for i, (form, lemma, tag, head, relation, *rest) in enumerate(lines):
        word, glued = form.removesuffix("^"), form.endswith("^")
        name, kind = [*rest, "O", "O"][:2] if rest else ("O", "O")
        begin = start + len(text)
        tokens.append(Token(i, begin, begin + len(word), word, lemma, tag, int(head) - 1, relation, name, kind))
        text += word + ("" if glued else " ")
    assert sum(t.head == -1 for t in tokens) == 1, "one root"
    text = text.rstrip()
    return Sentence(index, start, start + len(text), text, tokens, reading)


def at(sentence: Sentence, word: str, nth: int = 1) -> int:
    """Position of the nth word of that form."""
    return [t.i for t in sentence.tokens if t.text == word][nth - 1]


def words(sentence: Sentence, positions: list[int]) -> list[str]:
    """Forms at the positions."""
    return [sentence.tokens[i].text for i in positions]


def read(
    size: int,
    labels: list[str],
    events: Mapping[int, Mapping[str, float]],
    clause: Mapping[str, tuple[list[str], Mapping[str, float]]] | None = None,
) -> EventReading:
    """A model's reading with the given probabilities: word → label → probability, the rest being none.

    Args:
        clause: head → (its labels, probability of each named one for every word).
    """
    probabilities = np.zeros((size, len(labels)), np.float32)
    probabilities[:, 0] = 1
    for i, given in events.items():
        for label, probability in given.items():
            probabilities[i, labels.index(label)] = probability
        probabilities[i, 0] = 1 - sum(given.values())
    heads = {}
    for head, (names, given) in (clause or {}).items():
        heads[head] = np.tile(np.array([given.get(n, 0.0) for n in names], np.float32), (size, 1))
    vectors = np.zeros((size, 96), np.float32)
    return EventReading(probabilities, heads, vectors, vectors)
