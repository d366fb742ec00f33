"""Ids of event mentions and the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coder.draft.identity import mention_id, publication_day
from dragoman.records import Document


def test_the_id_of_a_mention_never_changes() -> None:
    """Stored decisions and links bear these ids: a change here loses them."""
    assert mention_id("doc_1", 10, 15, "mediated_talks") == "em_58180c98cc4c5904"


@pytest.mark.parametrize(
    "other",
    [
        ("doc_2", 10, 15, "mediated_talks"),
        ("doc_1", 11, 15, "mediated_talks"),
        ("doc_1", 10, 16, "mediated_talks"),
        ("doc_1", 10, 15, "talks_proposed"),
        ("doc_11", 0, 15, "mediated_talks"),
    ],
)
def test_another_document_place_or_label_gives_another_id(other: tuple[str, int, int, str]) -> None:
    assert mention_id(*other) != mention_id("doc_1", 10, 15, "mediated_talks")


def test_the_id_of_a_document_follows_its_text_and_source() -> None:
    text = "Talks ended in Oslo."
    assert Document.of(text).id == Document.of(text).id
    assert Document.of(text).id != Document.of(text + " ").id
    assert Document.of(text, outlet="Reuters").id != Document.of(text, outlet="AFP").id
    assert Document.of(text, id="own").id == "own"


def test_the_day_is_read_from_a_date_or_a_time() -> None:
    assert publication_day("2016-12-17") == date(2016, 12, 17)
    assert publication_day("2016-12-17T23:10:00Z") == date(2016, 12, 17)


@pytest.mark.parametrize("value", [None, "", "17 December 2016", "2016", "2016-13-40"])
def test_what_is_no_day_is_unknown(value: str | None) -> None:
    assert publication_day(value) is None
