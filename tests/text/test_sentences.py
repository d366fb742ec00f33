"""Sentences: abbreviations of news English do not end them, line breaks do, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sentences import MAX_SENTENCE, split_sentences


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State John Kerry met Mr. Lavrov in Geneva.",
        "The U.N. envoy, Staffan de Mistura, flew to Damascus.",
        "Gen. Khalifa Haftar and Prime Minister Fayez al-Sarraj signed nothing.",
        "The round opened on Jan. 22 in Montreux.",
        "Bob Corker, R-Tenn., and Robert Menendez, D-N.J., the panel's ranking members, announced a vote.",
        "Martti A. Kallio chaired the session.",
        "Talks began at 5 p.m. local time.",
        "Oman vs. Yemen was the fifth file.",
        "They adopted Resolution No. 2254 on Friday.",
        "The deal, i.e. the paper of 9 September, was dead.",
        "The envoy spoke for 2.5 hours.",
        "Approx. 300 rebels left with Amb. Rice.",
        "They reached a deal. and then left.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_month_ends_a_sentence_before_a_capital_but_not_before_a_number() -> None:
    text = "They left the party in May. Nyerere refused to talk. It closed on Dec. 5. Talks resumed in Oct. Kenya hosted them."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "They left the party in May.",
        "Nyerere refused to talk.",
        "It closed on Dec. 5.",
        "Talks resumed in Oct.",
        "Kenya hosted them.",
    ]


def test_full_stops_questions_and_exclamations_end_sentences() -> None:
    text = "Talks opened in Oslo. Who came? Both sides! Nobody signed."
    assert sentences(text) == ["Talks opened in Oslo.", "Who came?", "Both sides!", "Nobody signed."]


def test_an_abbreviation_at_the_end_of_a_sentence_ends_it_where_a_new_one_begins() -> None:
    assert sentences("He flew to the U.S. The talks went on.") == [
        "He flew to the U.S.",
        "The talks went on.",
    ]
    assert sentences("They met until 5 p.m. Talks went on at night.") == [
        "They met until 5 p.m.",
        "Talks went on at night.",
    ]


def test_a_line_break_always_ends_a_sentence() -> None:
    assert sentences("Talks in Oslo\nThe two sides met\r\n\r\nagain.") == [
        "Talks in Oslo",
        "The two sides met",
        "again.",
    ]


def test_a_sentence_after_a_closed_quotation_stands_alone() -> None:
    assert sentences("“We shall meet,” he said. Nobody came.") == [
        "“We shall meet,” he said.",
        "Nobody came.",
    ]


@pytest.mark.parametrize("text", ["Talks \ud800 ended. \udfff", "\x00", "\ufeffTalks ended.", "🕊️ Talks. 🕊️ Ended."])
def test_broken_and_rare_characters_are_only_characters(text: str) -> None:
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "").strip()


def test_blank_text_has_no_sentences() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n\t\n \u2003") == []


def test_a_stretch_without_any_boundary_is_cut_at_white_space() -> None:
    text = "word " * 1000
    spans = split_sentences(text)
    assert len(spans) > 1
    assert all(b - a <= MAX_SENTENCE for a, b in spans)
    assert all(text[a:b].split() == ["word"] * len(text[a:b].split()) for a, b in spans)


def test_a_stretch_without_any_white_space_is_cut_too() -> None:
    spans = split_sentences("x" * (2 * MAX_SENTENCE + 7))
    assert [b - a for a, b in spans] == [MAX_SENTENCE, MAX_SENTENCE, 7]


LINES = "\n\r\x0b\x0c\u2028\u2029"
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
PIECES = st.sampled_from(
    [
        "Mr.",
        "U.S.",
        "Talks",
        " ",
        " ",
        ".",
        "!",
        "?",
        "”",
        "“",
        "\n",
        "p.m.",
        "the",
        ". ",
        "...",
        "\u00a0",
        "(",
        "A.",
    ]
)
NEWS_LIKE = st.lists(PIECES, max_size=40).map("".join)


@given(st.one_of(ANY_TEXT, NEWS_LIKE))
def test_sentences_stand_in_order_hold_no_line_break_and_lose_no_character(text: str) -> None:
    spans = split_sentences(text)
    covered: set[int] = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        part = text[start:end]
        assert part == part.strip()
        assert not any(c in LINES for c in part)
        covered.update(range(start, end))
        last = end
    lost = [c for i, c in enumerate(text) if i not in covered and not c.isspace()]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            '"We were not invited. We will not accept the result," he said on Monday.',
            ['"We were not invited.', 'We will not accept the result," he said on Monday.'],
        ),
        (
            "“There is no truce. There was none,” said the commander of the rebels.",
            ["“There is no truce.", "There was none,” said the commander of the rebels."],
        ),
        (
            'He said: "The talks failed, as Mr. Kerry said. Nobody came." The mediator left.',
            ['He said: "The talks failed, as Mr. Kerry said.', 'Nobody came."', "The mediator left."],
        ),
        ("Pretoria said no. Nyerere told delegates so.", ["Pretoria said no.", "Nyerere told delegates so."]),
    ],
)
def test_a_sentence_ends_within_a_quotation_too_and_behind_a_no(text: str, pieces: list[str]) -> None:
    assert sentences(text) == pieces


def test_a_short_title_in_quotation_marks_is_not_cut() -> None:
    assert len(sentences('The paper "Peace. Now." was read by both sides in Geneva.')) == 1
