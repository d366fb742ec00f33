"""Page furniture in plain text: what the coder passes over and what it must read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import seconds

from dragoman.text.boilerplate import furniture, is_furniture, overlaps, rules

PAGE = """Ruritania and Borduria to meet in Vaduz
By Jane Roe

Image copyright Reuters Image caption The two envoys shook hands in March

The foreign minister of Liechtenstein said on Friday that both sides had accepted. He shared the news himself.

Story Continued Below

RELATED: Ten things to know about Vaduz

The talks, which the two presidents follow closely, open on Monday. (Reporting by A Name; Editing by B Name)

The Associated Press contributed to this report.
Features Icon
show comments
© The Vaduz Interest LLC 2005-2017 About Us Masthead Submissions Advertise Customer Service"""


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


def test_a_copied_page_loses_its_furniture_and_nothing_else() -> None:
    assert cut(PAGE) == [
        "Image copyright Reuters Image caption",
        "Story Continued Below",
        "RELATED: Ten things to know about Vaduz",
        "(Reporting by A Name; Editing by B Name)",
        "The Associated Press contributed to this report.",
        "Features Icon",
        "show comments",
        "© The Vaduz Interest LLC 2005-2017 About Us Masthead Submissions Advertise Customer Service",
    ]


@pytest.mark.parametrize(("name", "line"), [(rule.name, line) for rule in rules() for line in rule.hits])
def test_each_rule_hits_its_own_examples(name: str, line: str) -> None:
    assert cut(line), name


@pytest.mark.parametrize(("name", "line"), [(rule.name, line) for rule in rules() for line in rule.misses])
def test_no_rule_hits_what_must_stay(name: str, line: str) -> None:
    assert cut(line) == [], name


@pytest.mark.parametrize("line", ["Home World Politics Business Opinion", "About Us | Contact | Privacy Policy"])
def test_a_row_of_menu_items_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "World politics is about privacy",
        "The two sides disagree about politics and business.",
        "Politics",
        "Share power, share wealth: what the rebels want",
        "More than 40 people were killed, the ministry said.",
        "Video of the talks was shown to the delegates.",
        "“Follow us to peace,” the envoy said.",
        "Comments",
    ],
)
def test_sentences_and_headings_are_not_menus(line: str) -> None:
    assert is_furniture(line) is (line == "Comments")


def test_a_caption_stays_but_its_credit_goes() -> None:
    assert cut("Envoys meet in Vaduz on Monday. Photo: A Name/Getty Images") == ["Photo: A Name/Getty Images"]


def test_overlap_is_told_for_spans_that_share_a_character() -> None:
    spans = [(5, 10), (20, 30)]
    assert overlaps(spans, 9, 12) and overlaps(spans, 0, 6) and overlaps(spans, 22, 23) and overlaps(spans, 0, 99)
    assert not overlaps(spans, 10, 20) and not overlaps(spans, 0, 5) and not overlaps(spans, 30, 40)


@given(st.one_of(st.text(), st.lists(st.sampled_from([*PAGE.split(), "\n", "\n\n", " "]), max_size=40).map(" ".join)))
def test_spans_of_any_text_are_ordered_apart_and_never_cross_a_line(text: str) -> None:
    place = 0
    for start, end in furniture(text):
        assert place <= start < end <= len(text)
        assert "\n" not in text[start:end]
        place = end


@pytest.mark.parametrize(
    "piece", ["[", "- ", "Photo: ", "A/", "click here ", "| x MORE ", "Follow ", "( reporting by "]
)
def test_long_lines_of_odd_signs_are_read_in_steady_time(piece: str) -> None:
    assert seconds(lambda: furniture(piece * (100_000 // len(piece)))) < 3
