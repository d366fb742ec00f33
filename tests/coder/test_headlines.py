"""Headlines are read like running text, and nothing moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import Knowledge
from dragoman.coder.grammar.headlines import as_running_text


def running(text: str, knowledge: Knowledge) -> str:
    return as_running_text(text, [(0, len(text))], knowledge)


def test_only_names_keep_their_capitals_in_a_title(knowledge: Knowledge) -> None:
    assert (
        running("Russia Rejects New Peace Talks With Turkey", knowledge) == "Russia rejects new peace talks with Turkey"
    )


def test_capitals_throughout_are_set_as_running_text(knowledge: Knowledge) -> None:
    assert (
        running("RUSSIA REJECTS NEW PEACE TALKS WITH TURKEY", knowledge) == "Russia rejects new peace talks with Turkey"
    )


def test_a_sentence_is_left_alone(knowledge: Knowledge) -> None:
    text = "Foreign Minister Sergei Lavrov met President Bashar al-Assad in Damascus."
    assert running(text, knowledge) == text


@given(st.text(max_size=80))
def test_the_length_never_changes(knowledge: Knowledge, text: str) -> None:
    assert len(running(text, knowledge)) == len(text)
