"""The way through the tree from trigger to participant."""

from __future__ import annotations

import pytest

from dragoman.language.parse import Sentence, Token
from dragoman.records import Span
from dragoman.reports.parse_path import path

TEXT = "Putin said Turkey wants to organize talks"
TREE = [
    ("Putin", 1, "nsubj"),
    ("said", -1, "root"),
    ("Turkey", 3, "nsubj"),
    ("wants", 1, "ccomp"),
    ("to", 5, "mark"),
    ("organize", 3, "xcomp"),
    ("talks", 5, "obj"),
]


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


@pytest.fixture
def sentence():
    tokens = [
        Token(
            i=i, start=span(word).start, end=span(word).end, text=word, lemma=word, upos="X",
            head=head, relation=relation, name="O", mention="O",
        )
        for i, (word, head, relation) in enumerate(TREE)
    ]  # fmt: skip
    return Sentence(0, 0, len(TEXT), TEXT, tokens, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("talks", "organize ↓obj talks"),
        ("Turkey", "organize ↑xcomp wants ↓nsubj Turkey"),
        ("Putin", "organize ↑xcomp wants ↑ccomp said ↓nsubj Putin"),
        ("organize", "organize"),
        ("organize talks", "organize"),
    ],
)
def test_the_way_goes_up_to_the_word_in_common_and_down(sentence, words, expected):
    assert path(sentence, span("organize"), span(words)) == expected


def test_words_outside_the_sentence_have_no_way(sentence):
    assert path(sentence, span("organize"), Span(500, 505, "Assad")) == ""
