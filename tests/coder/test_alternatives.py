"""What is told of the readings that were weighed for an event mention."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coder.alternatives import considered
from dragoman.reports.explanation import weighed

TEXT = "Qatar condemned Israel over the raid on Monday. Norway mediated talks between the rebels and the government."


@pytest.fixture(scope="module")
def told(coder: Coder):
    coded = coder(TEXT)
    return {m.type or m.plover.event: considered(coder, coded, m) for m in coded.events}


def test_the_label_of_the_mention_is_among_those_weighed(told) -> None:
    assert told
    for label, read in told.items():
        assert label in read.labels or label in {name for _, name in read.rules}


def test_labels_come_most_probable_first_and_are_probabilities(told) -> None:
    for read in told.values():
        values = list(read.labels.values())
        assert values == sorted(values, reverse=True)
        assert all(0 < v <= 1 for v in values) and sum(values) <= 1.001


def test_the_pair_alone_is_read_from_source_to_target(told) -> None:
    source, target, categories = told["ACCUSE"].pair
    assert (source, target) == ("Qatar", "Israel")
    assert next(iter(categories)) == "ACCUSE"


def test_a_mention_of_another_text_is_not_explained(coder: Coder) -> None:
    mention = coder(TEXT).events[-1]
    assert considered(coder, coder("Nothing happened."), mention) is None


def test_what_was_weighed_is_told_in_lines(told) -> None:
    lines = dict(weighed(told["ACCUSE"]))
    assert "ACCUSE" in lines["the model reads"] and "%" in lines["the model reads"]
    assert lines["the pair alone"].startswith("“Qatar” to “Israel”: ACCUSE")
    assert weighed(None) == []
