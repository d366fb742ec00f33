"""Direct speech: which characters of a document stand inside quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coder.grammar.quotes import MINIMUM_WORDS, inside, quotations


def quoted(text: str) -> list[str]:
    return [text[a:b] for a, b in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We will meet them again,” he said.",
        '"We will meet them again," he said.',
        "„We will meet them again,” he said.",
        "«We will meet them again,» he said.",
        "``We will meet them again,'' he said.",
    ],
)
def test_speech_is_found_whatever_the_marks(text: str) -> None:
    assert quoted(text) == ["We will meet them again,"]


def test_single_terms_in_marks_are_no_speech() -> None:
    assert quoted('The "de-escalation zones" held.') == []
    assert quoted("Its “so-called guarantor” left.") == []


def test_a_quotation_broken_by_its_speaker_is_two() -> None:
    text = "“We will meet them again,” he said, “if they stop the shelling.”"
    assert quoted(text) == ["We will meet them again,", "if they stop the shelling."]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph_that_opens_with_a_mark() -> None:
    text = "“We will meet them again.\n\n“Then we will sign it,” he said. They left."
    assert quoted(text) == ["We will meet them again.", "Then we will sign it,"]


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "“We will meet them again, he said.\nThe talks then ended in Oslo."
    assert quoted(text) == ["We will meet them again, he said."]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("Syria's and Iran's envoys didn't come to Oslo's meeting") == []


def test_a_position_lies_inside_from_the_first_character_to_before_the_last_mark() -> None:
    text = "“We will meet them again,” he said."
    spans = quotations(text)
    assert inside(spans, 0) is None
    assert inside(spans, 1) == spans[0]
    assert inside(spans, text.index("”") - 1) == spans[0]
    assert inside(spans, text.index("”")) is None


@given(st.text(st.sampled_from("ab “”\"„«»'`\n."), max_size=80))
def test_quotations_stand_in_order_without_overlap_within_one_paragraph(text: str) -> None:
    last = 0
    for start, end in quotations(text):
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        assert len(text[start:end].split()) >= MINIMUM_WORDS
        last = end
