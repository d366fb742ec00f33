"""Words of a sentence: split as Universal Dependencies splits English news, and sound on any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import seconds

from dragoman.text.tokens import tokenize


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a U.N.-brokered truce", "a U.N. - brokered truce"),
        ("the Omani-mediated talks", "the Omani - mediated talks"),
        ("Syria's army", "Syria 's army"),
        ("Syria’s army", "Syria ’s army"),
        ("the rebels' demand", "the rebels ' demand"),
        ("They didn't meet.", "They did n't meet ."),
        ("They won’t meet.", "They wo n’t meet ."),
        ("He cannot attend", "He can not attend"),
        ("We've agreed; they'll come", "We 've agreed ; they 'll come"),
        ("in the U.S. and the U.K., too", "in the U.S. and the U.K. , too"),
        ("Mr. Brahimi met Gen. Dostum", "Mr. Brahimi met Gen. Dostum"),
        ("Martti A. Kallio said", "Martti A. Kallio said"),
        ("at 5 p.m. on Sept. 9", "at 5 p.m. on Sept. 9"),
        ("O'Brien and Ba'ath", "O'Brien and Ba'ath"),
        ("some 1,500 men, 3.5 per cent, 10:30", "some 1,500 men , 3.5 per cent , 10:30"),
        ("the 2nd round in the 1990s", "the 2nd round in the 1990s"),
        ("on 24/10/2015", "on 24/10/2015"),
        ("government/opposition", "government / opposition"),
        ("the co-chairs of non-aligned states", "the co-chairs of non-aligned states"),
        ("“No deal,” he said.", "“ No deal , ” he said ."),
        ("(AP) - Talks...", "( AP ) - Talks ..."),
        ("wait -- no!", "wait -- no !"),
        ("see https://example.org/a-b?c=d.", "see https://example.org/a-b?c=d ."),
        ("write to desk@example.org, please", "write to desk@example.org , please"),
    ],
)
def test_news_english_is_split_as_the_treebanks_split_it(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


def test_only_the_asked_stretch_is_split_and_offsets_are_those_of_the_whole_text() -> None:
    text = "Before. Talks ended. After."
    spans = tokenize(text, 8, 20)
    assert [text[a:b] for a, b in spans] == ["Talks", "ended", "."]
    assert spans[0] == (8, 13)


def test_text_without_words_gives_none() -> None:
    assert tokenize("") == []
    assert tokenize(" \t\n \u2003 ") == []


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
NEWS_LIKE = st.text(st.sampled_from("aA'’n.t-–/@#1, \"“”:;U.N.s\n\u00a0é中"), max_size=120)


@given(st.one_of(ANY_TEXT, NEWS_LIKE))
def test_words_stand_in_order_without_overlap_and_cover_every_character_but_white_space(text: str) -> None:
    spans = tokenize(text)
    covered: set[int] = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not any(c.isspace() for c in text[start:end])
        covered.update(range(start, end))
        last = end
    assert covered == {i for i, c in enumerate(text) if not c.isspace()}


@given(NEWS_LIKE, NEWS_LIKE)
@settings(max_examples=50)
def test_a_line_break_parts_words_as_if_the_lines_stood_alone(first: str, second: str) -> None:
    text = first + "\n\n" + second
    apart = tokenize(first) + [(a + len(first) + 2, b + len(first) + 2) for a, b in tokenize(second)]
    assert tokenize(text) == apart


@pytest.mark.parametrize("unit", ["a-", "a.", "n't", "1.", "a@", "'s", "U.", "aB", "“"])
def test_long_odd_lines_are_split_in_time(unit: str) -> None:
    """2,000 characters is the longest sentence that the coder hands on."""
    assert seconds(lambda: tokenize(unit * (2000 // len(unit)))) < 1.0
