"""Days that count from one told before, read from texts (codebook 1.14, R29)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

WEDNESDAY = "1996-07-03"


def last_event(coder: Coder, text: str, published: str = WEDNESDAY) -> EventMention:
    events = coder(text, published=published, outlet="AP").events
    assert events, text
    return events[-1]


def days(mention: EventMention) -> tuple[str | None, str | None] | None:
    return (mention.date.start, mention.date.end) if mention.date and mention.date.start else None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The rivals signed a truce on May 27. It took effect four days later.", "1996-05-31", "1996-05-31"),
        ("The army shelled the town on Monday.\n\nThe day before, it had signed a truce.", "1996-06-30", "1996-06-30"),
        ("The army took the port on Monday and shelled the town the day before.", "1996-06-30", "1996-06-30"),
        (
            "Moussa met the rebels yesterday, and the day before he had spoken with Arafat.",
            "1996-07-01",
            "1996-07-01",
        ),
        ("In March 1995 both signed a truce.\n\nA month later the rebels left the talks.", "1995-04-01", "1995-04-30"),
        ("The sides met in Suva in August 1994. Later that month the rebels left the talks.", "1994-08-01", "1994-08-31"),
        ("Police said on Tuesday that gunmen had attacked the town a day earlier.", "1996-07-01", "1996-07-01"),
        ("Moussa will meet Arafat on Sunday. He will meet Netanyahu the next day.", "1996-07-08", "1996-07-08"),
        # One counted day is counted from again, and a year that was counted is the month's.
        ("They signed a truce on May 27. Four days later rebels attacked Bo. The army bombed them the next day.",
         "1996-06-01", "1996-06-01"),
        ("The sides met in Suva in 1990. Two years later they signed an accord. That June the rebels left the talks.",
         "1992-06-01", "1992-06-30"),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_the_one_told_before(coder: Coder, text: str, start: str, end: str) -> None:
    assert days(last_event(coder, text)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The rivals signed an accord in May. Rebels attacked the town three days later.",  # which day of May?
        "The rivals signed an accord on May 27. Rebels attacked the town days later.",
        "The rivals signed an accord on May 27. Rebels attacked the town two days before the elections.",
        "The rivals signed a truce on May 27. It took effect a day later than planned.",
        "MOSCOW, July 2 (Reuters) - Rebels attacked the town. The army shelled the rebels the next day.",
        "The army shelled the rebels the next day.",
        "More than a year later, the rebels attacked the town.",
    ],
)
def test_a_day_that_nobody_could_count_stays_unknown(coder: Coder, text: str) -> None:
    assert days(last_event(coder, text)) is None
