"""Near-duplicates of reports, and quoting at length."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import OptionError
from dragoman.text.duplicates import THRESHOLD, containment, groups, jaccard, shingles

WORDS = [f"word{number}" for number in range(3000)]


def article(seed: int, length: int = 400) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def altered(text: str, every: int) -> str:
    """The text with every so many-th word replaced."""
    return " ".join("changed" if place % every == 0 else word for place, word in enumerate(text.split()))


def test_a_reprint_with_another_title_and_few_changes_is_found() -> None:
    texts = {str(seed): article(seed) for seed in range(30)}
    texts["reprint"] = "A new title\n" + altered(texts["7"], 40) + "\nSign up for our newsletter"
    texts["copy"] = texts["9"].upper()
    assert groups(texts) == [{"7", "reprint"}, {"9", "copy"}]


def test_articles_that_share_a_passage_only_are_not_duplicates() -> None:
    passage = article(99, 120)
    assert groups({"a": article(1) + " " + passage, "b": passage + " " + article(2)}) == []


def test_groups_join_over_a_common_neighbour() -> None:
    text = article(5)
    words = text.split()
    texts = {"whole": text, "front": " ".join(words[:240]), "back": " ".join(words[160:])}
    assert jaccard(shingles(texts["front"]), shingles(texts["back"])) < THRESHOLD
    assert groups(texts) == [{"whole", "front", "back"}]


def test_copies_well_above_the_threshold_are_practically_never_missed() -> None:
    texts: dict[str, str] = {}
    for seed in range(150):
        texts[f"a{seed}"] = article(seed, 300)
        texts[f"b{seed}"] = altered(texts[f"a{seed}"], 20)
    assert len(groups(texts)) == 150


def test_texts_without_words_belong_to_no_group() -> None:
    assert groups({"a": "", "b": "  ", "c": "!!", "d": "..."}) == []
    assert groups({}) == []


def test_containment_is_the_share_of_the_first_text_inside_the_second() -> None:
    quoted, around = article(1, 100), article(2, 300)
    host = around + " " + quoted
    assert containment(quoted, host) == 1.0
    assert containment(host, quoted) == pytest.approx(96 / 396)
    assert containment(quoted, around) == 0.0
    assert containment("", host) == 0.0


def test_punctuation_and_case_do_not_hide_a_quotation() -> None:
    assert (
        containment(
            "The TALKS, if they happened, would be in Astana.",
            "“the talks if they happened would be in Astana",
        )
        == 1.0
    )


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.5])
def test_a_threshold_outside_its_range_is_refused(threshold: float) -> None:
    with pytest.raises(OptionError, match="threshold"):
        groups({"a": "x"}, threshold)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(max_size=3), st.text(max_size=60), max_size=8))
def test_groups_of_any_texts_are_apart_and_the_same_each_time(texts: dict[str, str]) -> None:
    found = groups(texts)
    assert found == groups(texts)
    members = [key for group in found for key in group]
    assert len(members) == len(set(members)) and all(len(group) > 1 for group in found)
    identical = [key for key, text in texts.items() if shingles(text)]
    for a in identical:
        for b in identical:
            if a != b and shingles(texts[a]) == shingles(texts[b]):
                assert any({a, b} <= group for group in found)
