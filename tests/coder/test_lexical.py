"""What words alone say of an event."""

from __future__ import annotations

import numpy as np
import pytest
from hand_trees import at, tree

from dragoman.coder.deciding import lexical
from dragoman.coder.deciding.lexical import KINDS, LexicalModel, LexicalReading, SentenceFeatures, opening_of
from dragoman.errors import ModelError

TALKS = """
{who}   {who}   PROPN 2 nsubj B-LOC
proposed propose VERB  0 root
peace    peace   NOUN  4 compound
talks^   talk    NOUN  2 obj
.        .       PUNCT 2 punct
"""


def model() -> LexicalModel:
    """Knows one feature of the word itself, the lemma "propose", which makes it talks_proposed."""
    made = tree(TALKS.format(who="Chad"))
    key = SentenceFeatures(made, []).of(at(made, "proposed"))[0][0]
    inner = np.zeros((1, KINDS * 2), np.float32)
    inner[0, 0] = 1.0
    return LexicalModel(
        {
            "keys": np.array([key], np.int32), "vectors": np.array([[127, 0]], np.int8), "scales": np.array([1 / 127], np.float16),
            "inner": inner, "inner_bias": np.zeros(1, np.float32), "outer": np.array([[0.0], [4.0], [1.0]], np.float32),
            "outer_bias": np.array([2.0, 0.0, 0.0], np.float32), "labels": np.array(["O", "talks_proposed", "REQUEST"]),
        }
    )  # fmt: skip


def test_a_known_word_tells_of_its_event_and_an_unknown_one_of_none() -> None:
    made = tree(TALKS.format(who="Chad"))
    reading = LexicalReading(model(), made, [])
    some, own = reading.of([at(made, "proposed")], "talks_proposed")
    assert own > 0.7 and some > own
    assert reading.of([at(made, "talks")], "talks_proposed")[0] < 0.3
    assert reading.of([len(made) - 1], "talks_proposed") == (0.0, 0.0)
    assert reading.of([at(made, "proposed")], "walkout")[1] == 0.0


def test_nothing_hangs_on_who_is_named() -> None:
    one, other = (tree(TALKS.format(who=who)) for who in ("Chad", "Peru"))
    assert [SentenceFeatures(one, []).of(i) for i in range(4)] == [SentenceFeatures(other, []).of(i) for i in range(4)]
    assert opening_of([one]) == opening_of([other]) == ["propose", "peace", "talk"]


def test_the_shipped_model_knows_the_labels_and_sums_to_one() -> None:
    shipped = lexical.load()
    made = tree(TALKS.format(who="Chad"))
    shares = shipped.probabilities(SentenceFeatures(made, opening_of([made])).of(at(made, "talks")))
    assert shipped.labels[0] == "O" and "mediated_talks" in shipped.labels
    assert shares.sum() == pytest.approx(1.0, abs=1e-5) and shares.min() >= 0


def test_a_file_that_lacks_a_part_says_so() -> None:
    with pytest.raises(ModelError, match=r"training/lexical\.py"):
        LexicalModel({"keys": np.array([1], np.int32)})
