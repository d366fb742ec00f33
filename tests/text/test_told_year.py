"""A month or year that points back to a year told before is of that year; any other is not (codebook 1.14)."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.text.dates import DateMention, find_dates
from dragoman.text.told_year import in_year_told

TODAY = date(2024, 8, 20)


def last(text: str, *, ahead: bool = False) -> DateMention:
    """The last month of a text, read in the last of its sentences."""
    sentence = text.rfind(". ") + 2 if ". " in text else 0
    found = [d for d in find_dates(text, published=TODAY, tense="past") if "year" not in d.text]
    return in_year_told(text, found[-1], sentence, TODAY, ahead=ahead)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met in 2012. It collapsed that October.", (2012, 10, 1), (2012, 10, 31)),
        ("They met in 2012. It collapsed in October of that year.", (2012, 10, 1), (2012, 10, 31)),
        ("They met in May 2012. It collapsed the following February.", (2013, 2, 1), (2013, 2, 28)),
        ("They met in 2012. It collapsed in March of the following year.", (2013, 3, 1), (2013, 3, 31)),
        ("They met in December 2015 and signed by September.", None, (2016, 9, 30)),
        ("They met in April 2005, and on 5 September they signed.", (2005, 9, 5), (2005, 9, 5)),
        ("In January 2022 they met. In June they signed.", (2022, 6, 1), (2022, 6, 30)),
    ],
)
def test_a_month_that_points_back_is_of_the_year_told(
    text: str, start: tuple[int, int, int] | None, end: tuple[int, int, int]
) -> None:
    found = last(text)
    assert (found.date_start, found.date_end) == (date(*start) if start else None, date(*end))


@pytest.mark.parametrize(
    "text",
    [
        "They left the accord of May 2018. In June they signed.",
        "The war began in 2011. In June they signed.",
        "In January 2022 they met. It failed. In June they signed.",
        "Since May 2011 there was war. In June they signed.",
        "They signed in 2012. Others said that June talks had failed.",
    ],
)
def test_any_other_month_is_of_the_year_before_publication(text: str) -> None:
    assert last(text).date_start == date(2024, 6, 1)


def test_what_is_still_to_come_points_back_only_by_its_own_words() -> None:
    assert last("In January 2022 they met, and in June they will sign.", ahead=True).date_start == date(2024, 6, 1)
    assert last("They were to sign in 2012, in June of that year.", ahead=True).date_start == date(2012, 6, 1)


@pytest.mark.parametrize(("text", "year"), [("The following year", 2004), ("That year", 2003)])
def test_a_year_that_points_back(text: str, year: int) -> None:
    story = f"The truce of May 2003 held. {text} they met."
    found = find_dates(story, published=TODAY)[-1]
    read = in_year_told(story, found, 28, TODAY)
    assert (read.date_start, read.precision) == (date(year, 1, 1), "year")


def test_a_year_that_points_to_none_stays_unknown() -> None:
    found = find_dates("That year they met.", published=TODAY)[0]
    assert in_year_told("That year they met.", found, 0, TODAY) == found
