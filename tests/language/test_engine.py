"""The English engine: what the shipped model gives for sentences of a text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coder import Coder
from dragoman.errors import ModelError
from dragoman.language.en.engine import Engine
from dragoman.language.en.pieces import SOURCE_SHAPE, TARGET_SHAPE
from dragoman.language.en.trees import is_tree
from dragoman.language.gazetteer import KINDS, piece_kinds, word_kinds
from dragoman.language.parse import Sentence
from dragoman.text.sentences import split_sentences

TEXTS = [
    "Norway hosted talks between the government and the rebels in Oslo on Monday.",
    "Nobody came. The envoy waited. \n\n“We shall meet again,” he said, and left for Geneva.",
    "The ceasefire, which Egypt and Qatar had brokered in May after weeks of shuttle diplomacy between the "
    "two capitals and the exiled leadership, collapsed within hours when shells fell on the suburbs.",
    "Yes.",
]


@pytest.fixture(scope="module")
def engine(coder: Coder) -> Engine:
    return coder.engine


def parsed(engine: Engine, text: str) -> list[Sentence]:
    return engine.parse(text, split_sentences(text))


def test_every_sentence_is_one_tree_whose_words_lie_in_the_text(engine: Engine) -> None:
    for text in TEXTS:
        sentences = parsed(engine, text)
        assert [s.index for s in sentences] == list(range(len(sentences)))
        for sentence in sentences:
            assert text[sentence.start : sentence.end] == sentence.text
            assert is_tree([t.head + 1 for t in sentence.tokens])
            assert all(text[t.start : t.end] == t.text and t.lemma for t in sentence.tokens)
            assert [t.i for t in sentence.tokens] == list(range(len(sentence)))


def test_readings_are_probabilities(engine: Engine) -> None:
    [sentence] = parsed(engine, TEXTS[0])
    reading = sentence.reading
    assert reading is not None
    assert reading.probabilities.shape == (len(sentence), len(engine.labels["event"]))
    np.testing.assert_allclose(reading.probabilities.sum(1), 1, rtol=1e-4)
    for head in ("status", "polarity", "certainty", "tense"):
        np.testing.assert_allclose(reading.clause[head].sum(1), 1, rtol=1e-4)
    scores = engine.arguments(sentence, [1, 2])
    assert scores.shape == (len(sentence), len(engine.labels["argument"]))
    np.testing.assert_allclose(scores.sum(1), 1, rtol=1e-4)


def test_plain_sentences_are_parsed_right(engine: Engine) -> None:
    [sentence] = parsed(engine, "Russia proposed talks in Geneva.")
    by_form = {t.text: t for t in sentence.tokens}
    assert by_form["proposed"].head == -1
    assert by_form["proposed"].lemma == "propose"
    assert by_form["Russia"].relation == "nsubj"
    assert by_form["talks"].relation == "obj" and by_form["talks"].lemma == "talk"


def test_documents_come_back_in_order_with_their_own_sentences(engine: Engine) -> None:
    inputs = [(text, split_sentences(text)) for text in TEXTS]
    results = list(engine.pipe(inputs))
    assert [len(r) for r in results] == [len(spans) for _, spans in inputs]
    for (text, _), sentences in zip(inputs, results, strict=True):
        assert all(text[s.start : s.end] == s.text for s in sentences)


def test_a_text_without_words_has_no_sentences(engine: Engine) -> None:
    assert engine.parse("", []) == []
    assert engine.parse("   ", [(0, 3)]) == []
    assert list(engine.pipe([])) == []


def test_a_sentence_longer_than_the_model_can_read_is_cut_and_loses_no_word(engine: Engine) -> None:
    text = "hyperinflationary " * 700
    sentences = engine.parse(text, [(0, len(text.rstrip()))])
    assert len(sentences) > 1
    assert sum(len(s) for s in sentences) == 700


def test_a_sentence_reads_the_same_whatever_stands_beside_it(engine: Engine) -> None:
    """Rules and thresholds look at these numbers: what a text is coded as must not hang on its neighbours."""
    inputs = [(text, split_sentences(text)) for text in TEXTS]
    together = list(engine.pipe(inputs))
    for (text, spans), beside in zip(inputs, together, strict=True):
        for alone, other in zip(engine.parse(text, spans), beside, strict=True):
            assert alone.tokens == other.tokens
            assert alone.reading is not None and other.reading is not None
            difference = np.abs(alone.reading.probabilities - other.reading.probabilities).max()
            assert difference < 1e-5, f"probabilities differ by {difference:.3f} in '{alone.text[:50]}'"


def test_a_folder_without_the_model_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text("{}")
    with pytest.raises(ModelError, match=r"model\.onnx"):
        Engine(tmp_path)


def test_a_gazetteer_tells_the_model_which_words_are_known_names(engine: Engine) -> None:
    text = "Kavumu met Nsanje in Loba."
    offsets = [(t.start, t.end) for t in engine.parse(text, [(0, len(text))])[0].tokens]
    assert word_kinds(offsets, [(0, 6, "person"), (21, 25, "place")]) == [
        KINDS.index(k) for k in ("person", "none", "none", "none", "place", "none")
    ]
    assert piece_kinds([3, 0, 2], [0, 1, 4, 5], 8) == [0, 3, 3, 3, 0, 2, 2, 0]


@given(st.lists(st.sampled_from(["talks", "Mogadishu", "U.N.", "x"]), min_size=1, max_size=12), st.data())
def test_marks_around_a_pair_leave_every_word_in_place(engine: Engine, words: list[str], data: st.DataObject) -> None:
    place = st.integers(0, len(words) - 1)
    source, target = (sorted([data.draw(place), data.draw(place)]) for _ in range(2))
    pieces = engine._pieces
    (ids, shapes, first), one, other, origin = pieces.encode_pair(words, source, target)
    plain_ids, _, _ = pieces.encode(words)
    assert [i for i in origin if i >= 0] == list(range(len(words)))
    assert len(first) == len(origin) + 1 and len(ids) == len(shapes) == len(plain_ids) + 4
    assert [i for i, s in zip(ids, shapes, strict=True) if s < SOURCE_SHAPE] == plain_ids
    assert shapes[first[one]] == SOURCE_SHAPE and shapes[first[other]] == TARGET_SHAPE
    assert next(i for i in origin[one:] if i >= 0) == source[0]
    assert next(i for i in origin[other:] if i >= 0) == target[0]
