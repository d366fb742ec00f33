"""Dates in English text: what is found, where, and which days are meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import seconds

from dragoman.text.dates import DateMention, Tense, counted_back, counted_from, find_dates, means_same_day

FRIDAY = date(2017, 1, 20)


def only(text: str, published: date | None = FRIDAY, tense: Tense = None) -> DateMention:
    found = find_dates(text, published=published, tense=tense)
    assert len(found) == 1, found
    return found[0]


def days(mention: DateMention) -> tuple[str | None, str | None, str]:
    start, end = mention.date_start, mention.date_end
    return (start.isoformat() if start else None, end.isoformat() if end else None, mention.precision)


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"),
    [
        ("They met on Friday.", "Friday", "2017-01-20", "2017-01-20", "day"),
        ("They met last Friday.", "last Friday", "2017-01-13", "2017-01-13", "day"),
        ("Talks resume next Tuesday.", "next Tuesday", "2017-01-24", "2017-01-24", "day"),
        ("on Tuesday night, he said", "Tuesday night", "2017-01-17", "2017-01-17", "day"),
        ("late on Thursday", "late on Thursday", "2017-01-19", "2017-01-19", "day"),
        ("Tuesday of last week", "Tuesday of last week", "2017-01-10", "2017-01-10", "day"),
        ("it fell yesterday", "yesterday", "2017-01-19", "2017-01-19", "day"),
        ("Today's talks", "Today", "2017-01-20", "2017-01-20", "day"),
        ("by phone tomorrow", "tomorrow", "2017-01-21", "2017-01-21", "day"),
        ("shelled last night", "last night", "2017-01-19", "2017-01-19", "day"),
        ("on Jan. 23 in Astana", "Jan. 23", "2017-01-23", "2017-01-23", "day"),
        ("25 Jan", "25 Jan", "2017-01-25", "2017-01-25", "day"),
        ("on 23 January 2017 in", "23 January 2017", "2017-01-23", "2017-01-23", "day"),
        ("May 2, 2011, raid", "May 2, 2011", "2011-05-02", "2011-05-02", "day"),
        ("Monday, Jan. 23, 2017", "Monday, Jan. 23, 2017", "2017-01-23", "2017-01-23", "day"),
        ("January 23-24", "January 23-24", "2017-01-23", "2017-01-24", "day"),
        ("on Feb 20 and 21", "Feb 20 and 21", "2017-02-20", "2017-02-21", "day"),
        ("Dec. 30, 2016 - Jan. 2, 2017", "Dec. 30, 2016 - Jan. 2, 2017", "2016-12-30", "2017-01-02", "day"),
        ("between May 23 and 25", "May 23 and 25", "2017-05-23", "2017-05-25", "bounded"),
        ("2017-01-23", "2017-01-23", "2017-01-23", "2017-01-23", "day"),
        ("16.12.2016", "16.12.2016", "2016-12-16", "2016-12-16", "day"),
        ("January 2017", "January 2017", "2017-01-01", "2017-01-31", "month"),
        ("in April they", "April", "2017-04-01", "2017-04-30", "month"),
        ("in May they", "May", "2017-05-01", "2017-05-31", "month"),
        ("the March summit", "March", "2017-03-01", "2017-03-31", "month"),
        ("last December", "last December", "2016-12-01", "2016-12-31", "month"),
        ("late December", "late December", "2016-12-21", "2016-12-31", "bounded"),
        ("mid-February", "mid-February", "2017-02-11", "2017-02-20", "bounded"),
        ("at the end of March", "the end of March", "2017-03-21", "2017-03-31", "bounded"),
        ("in 2014 he", "2014", "2014-01-01", "2014-12-31", "year"),
        ("the 1978 accords", "1978", "1978-01-01", "1978-12-31", "year"),
        ("the 2006 Palestinian elections", "2006", "2006-01-01", "2006-12-31", "year"),
        ("the war of 2003-2011", "2003-2011", "2003-01-01", "2011-12-31", "year"),
        ("the early 1990s", "early 1990s", "1990-01-01", "1999-12-31", "bounded"),
        ("last week", "last week", "2017-01-09", "2017-01-15", "week"),
        ("next week", "next week", "2017-01-23", "2017-01-29", "week"),
        ("this month", "this month", "2017-01-01", "2017-01-31", "month"),
        ("last month", "last month", "2016-12-01", "2016-12-31", "month"),
        ("last year", "last year", "2016-01-01", "2016-12-31", "year"),
        ("in March last year", "March last year", "2016-03-01", "2016-03-31", "month"),
        ("in late May of last year", "late May of last year", "2016-05-21", "2016-05-31", "bounded"),
        ("the war began last year in June", "last year in June", "2016-06-01", "2016-06-30", "month"),
        ("on 3 August last year", "3 August last year", "2016-08-03", "2016-08-03", "day"),
        ("on Aug. 3 of last year", "Aug. 3 of last year", "2016-08-03", "2016-08-03", "day"),
        ("in November this year", "November this year", "2017-11-01", "2017-11-30", "month"),
        ("in February next year", "February next year", "2018-02-01", "2018-02-28", "month"),
        ("the spring of last year", "spring of last year", "2016-03-01", "2016-05-31", "bounded"),
        ("Earlier this month", "Earlier this month", "2017-01-01", "2017-01-20", "bounded"),
        ("over the weekend", "over the weekend", "2017-01-14", "2017-01-15", "bounded"),
        ("Two days ago", "Two days ago", "2017-01-18", "2017-01-18", "day"),
        ("more than a month ago", "more than a month ago", "2016-12-01", "2016-12-31", "month"),
        ("the past 24 hours", "the past 24 hours", "2017-01-19", "2017-01-20", "bounded"),
        ("in the coming days", "in the coming days", "2017-01-20", "2017-01-27", "bounded"),
        ("two weeks from now", "two weeks from now", "2017-01-30", "2017-02-05", "week"),
        ("since 2011", "since 2011", "2011-01-01", "2017-01-20", "bounded"),
        ("by the end of the year", "by the end of the year", "2017-01-20", "2017-12-31", "bounded"),
        ("in the summer of 2014", "summer of 2014", "2014-06-01", "2014-08-31", "bounded"),
        ("the 9/11 attacks", "9/11", "2001-09-11", "2001-09-11", "day"),
        ("the Sept. 11 attacks", "Sept. 11", "2001-09-11", "2001-09-11", "day"),
        ("the Sept. 11 attack on America", "Sept. 11", "2001-09-11", "2001-09-11", "day"),
        ("the Sept. 11 attack on the U.S. consulate", "Sept. 11", "2016-09-11", "2016-09-11", "day"),
        ("three weeks earlier", "three weeks earlier", None, None, "relative"),
        ("the next day", "the next day", None, None, "relative"),
        ("on 5/4/2016", "5/4/2016", None, None, "relative"),
    ],
)
def test_an_expression_means_these_days(
    text: str, words: str, start: str | None, end: str | None, precision: str
) -> None:
    mention = only(text)
    assert mention.text == words
    assert days(mention) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "the second round of talks",
        "some 2,000 people",
        "2000 troops",
        "more than 1900 of them",
        "see page 2014",
        "Resolution 2042",
        "a Boeing 1900",
        "at 1600 GMT",
        "they may march on the capital",
        "May they rest in peace",
        "the troops march",
        "Theresa May said",
        "rejected by May's government",
        "every Friday",
        "on Black Friday",
        "the Sunday Times",
        "on Fridays",
        "the last day of talks",
        "the first meeting of the committee",
        "ratio 3.2014",
        "room 12/2016a",
        "prices fall in line",
        "the June 5 Movement",
        "the April 6 youth movement",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text, published=FRIDAY) == []


def test_without_publication_date_a_weekday_has_no_days() -> None:
    mention = only("They met on Friday", published=None)
    assert days(mention) == (None, None, "relative")
    assert mention.text == "Friday"


def test_without_publication_date_a_full_date_still_has_its_day() -> None:
    assert days(only("on 23 January 2017", published=None)) == ("2017-01-23", "2017-01-23", "day")


@pytest.mark.parametrize(
    ("text", "tense", "start"),
    [
        ("on Tuesday", "past", "2017-01-17"),
        ("on Tuesday", "future", "2017-01-24"),
        ("on Friday", "past", "2017-01-20"),
        ("on Friday", "future", "2017-01-20"),
        ("on Jan. 23", "future", "2017-01-23"),
        ("on Dec. 16", "past", "2016-12-16"),
        ("on Feb. 15", "past", "2017-02-15"),
        ("on Feb. 28", "past", "2016-02-28"),
        ("on Dec. 16", "future", "2017-12-16"),
        ("in November", "past", "2016-11-01"),
        ("in November", "future", "2017-11-01"),
        ("in two weeks", "future", "2017-01-30"),
        ("in two weeks", "past", None),
        ("this weekend", "past", "2017-01-14"),
        ("this weekend", "future", "2017-01-21"),
        ("this weekend", None, "2017-01-21"),
        ("within 48 hours", "past", None),
    ],
)
def test_the_tense_of_the_clause_chooses_between_past_and_future(text: str, tense: Tense, start: str | None) -> None:
    assert days(only(text, tense=tense))[0] == start


def test_a_past_weekday_right_after_the_stamp_is_the_day_after_and_not_six_days_before() -> None:
    assert days(only("They fought on Saturday", tense="past"))[0] == "2017-01-21"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("in March and May 2016", "2016-03-01"),
        ("in November and in January 2016", "2015-11-01"),
        ("in Rome on March 3 and in Oslo on May 4, 2016", "2016-03-03"),
        ("in March, June and October 2016", "2016-03-01"),
        ("in March and endorsed the May 2016 accord", "2016-03-01"),
    ],
)
def test_a_row_of_dates_shares_the_year_that_its_last_one_names(text: str, first: str) -> None:
    told = days(find_dates(f"They met {text}", published=date(2018, 7, 1), tense="past")[0])[0]
    assert (told == first) is ("endorsed" not in text)


def test_months_next_to_each_other_are_one_run() -> None:
    assert days(only("They met in June and July", tense="past"))[:2] == ("2016-06-01", "2016-07-31")


def test_a_year_in_brackets_behind_a_number_is_part_of_a_name() -> None:
    assert find_dates("They cited resolution 1701 (2006).", published=FRIDAY) == []
    assert only("They met in Geneva (2006).").date_start == date(2006, 1, 1)


def test_the_term_of_what_is_put_off_makes_no_run_with_its_day() -> None:
    assert len(find_dates("It was put off on Friday until Jan. 25", published=FRIDAY)) == 2


def test_a_told_weekday_finds_the_year_of_its_day() -> None:
    assert only("on Sunday, March 15,", published=date(2017, 3, 20)).date_start == date(2015, 3, 15)


def test_before_and_after_bound_the_event_only_where_they_take_the_date_itself() -> None:
    assert days(only("It must end before Wednesday.", tense="future")) == (None, "2017-01-25", "bounded")
    assert days(only("It came after Wednesday's attack.")) == ("2017-01-18", "2017-01-18", "day")


def test_the_full_stop_of_a_sentence_is_no_part_of_a_month_written_out() -> None:
    assert only("They met from 3 to 5 May.").text == "3 to 5 May"
    assert only("They met on 5 Jan.").text == "5 Jan."


@pytest.mark.parametrize(
    ("words", "start", "precision"),
    [
        ("a day after", "2017-01-19", "day"),
        ("two weeks after", "2017-01-02", "week"),
        ("three months after", "2016-10-01", "month"),
        ("hours after", None, "relative"),
        ("a day before", None, "relative"),
    ],
)
def test_a_day_can_be_counted_back_from_another(words: str, start: str | None, precision: str) -> None:
    assert (days(counted_back(only(f"{words} the vote"), FRIDAY))[0::2]) == (start, precision)


@pytest.mark.parametrize(
    ("words", "told", "start", "precision"),
    [
        ("four days later", "on May 27, 2016", "2016-05-31", "day"),
        ("the previous night", "on May 27, 2016", "2016-05-26", "day"),
        ("two weeks earlier", "on May 27, 2016", "2016-05-09", "week"),
        ("five hours later", "on May 27, 2016", "2016-05-27", "day"),
        ("the day before", "on May 3-5, 2016", "2016-05-02", "day"),
        ("two days afterwards", "on May 3-5, 2016", "2016-05-07", "day"),
        ("a month later", "in May 2016", "2016-06-01", "month"),
        ("that month", "in May 2016", "2016-05-01", "month"),
        ("two years later", "in 2016", "2018-01-01", "year"),
        ("two days later", "in May 2016", None, "relative"),
        ("a month later", "in 2016", None, "relative"),
        ("days later", "on May 27, 2016", None, "relative"),
        ("more than a year later", "on May 27, 2016", None, "relative"),
        ("yesterday", "on May 27, 2016", None, "relative"),
    ],
)
def test_a_day_can_be_counted_from_one_told_before(words: str, told: str, start: str | None, precision: str) -> None:
    counted = counted_from(find_dates(words)[0], find_dates(told)[0])
    assert (counted.date_start and counted.date_start.isoformat(), counted.precision) == (start, precision)


def test_a_run_of_weekdays_is_one_mention_and_a_list_is_several() -> None:
    assert only("from Monday to Wednesday").text == "Monday to Wednesday"
    assert len(find_dates("on Monday and Wednesday", published=FRIDAY)) == 2


def test_offsets_limit_the_search_and_stay_those_of_the_whole_text() -> None:
    text = "On Monday they met; on Tuesday they left; on Wednesday nothing."
    start = text.index("on Tuesday")
    found = find_dates(text, start, text.index(";", start), published=FRIDAY)
    assert [(text[one.start : one.end], one.text) for one in found] == [("Tuesday", "Tuesday")]


PIECES = st.sampled_from(
    [
        *["Friday", "last", "next ", "on ", "January", "Jan.", " 23", ", ", "2017", "May", "the ", "end of "],
        *["week", "two ", "days ", "ago", "since ", "-", "–", "and ", "\n", "9/11", "0", "31", "in ", "mid-"],
        *["early ", "1990s", "coming ", "99999 years ago", "31/12/2016", "\u00a0", "within 900 decades", "٣"],
        "February 30",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)),
    published=st.one_of(st.none(), st.dates()),
    tense=st.sampled_from([None, "past", "future"]),
)
def test_any_text_gives_ordered_disjoint_mentions_with_their_own_words(
    text: str, published: date | None, tense: Tense
) -> None:
    place = 0
    for one in find_dates(text, published=published, tense=tense):
        assert place <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.date_start is None or one.date_end is None or one.date_start <= one.date_end
        assert one.precision in {"day", "week", "month", "year", "bounded", "relative"}
        place = one.end


@settings(max_examples=200, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2049, 12, 31)), published=st.dates())
def test_a_written_out_day_reads_back_as_itself(day: date, published: date) -> None:
    for text in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", day.isoformat()):
        assert only(text, published).date_start == day


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_break_nothing(published: date) -> None:
    for words in (
        "March last year",
        "3 March next year",
        "summer of last year",
        "next year in May",
        "last month",
        "next week",
    ):
        assert find_dates(f"in {words}", published=published)


@settings(max_examples=200, deadline=None)
@given(published=st.dates(date(2, 1, 1), date(9998, 12, 31)), weekday=st.integers(0, 6))
def test_a_weekday_lies_within_a_week_and_on_the_side_of_its_tense(published: date, weekday: int) -> None:
    name = (date(2017, 1, 16) + timedelta(days=weekday)).strftime("%A")
    past, future = only(name, published, "past").date_start, only(name, published, "future").date_start
    assert past is not None and future is not None
    assert past.weekday() == future.weekday() == weekday
    assert timedelta(days=-5) <= past - published <= timedelta(days=1)
    assert timedelta(0) <= future - published <= timedelta(days=6)


def test_text_without_dates_is_read_fast() -> None:
    text = "The envoys of both sides said that the talks over the prisoners had gone on in good faith. " * 5000
    assert find_dates(text, published=FRIDAY) == []
    # The aim is above 2 MB/s on one quiet core; the bound leaves room for a busy machine.
    assert len(text) / seconds(lambda: find_dates(text, published=FRIDAY)) > 400_000


@pytest.mark.parametrize(
    ("text", "words", "same"),
    [
        ("It was initialled later in the day.", "later in the day", True),
        ("Earlier in the day they met.", "Earlier in the day", True),
        ("They signed that day.", "that day", True),
        ("They signed on the same day.", "the same day", True),
        ("They signed the next day.", "the next day", False),
        ("They signed a day later.", "a day later", False),
    ],
)
def test_the_day_told_last_has_no_days_of_its_own(text: str, words: str, same: bool) -> None:
    found = only(text)
    assert (found.text, days(found)) == (words, (None, None, "relative"))
    assert means_same_day(found) is same


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("They met on Thursday and Friday.", "2017-01-19", "2017-01-20"),
        ("They met on May 3, 2016 and May 4, 2016.", "2016-05-03", "2016-05-04"),
        ("They met from May 3, 2016 until May 5, 2016.", "2016-05-03", "2016-05-05"),
    ],
)
def test_adjoining_days_and_those_from_one_until_another_are_one_run(words: str, start: str, end: str) -> None:
    found = find_dates(words, published=date(2017, 1, 23))
    assert [(str(d.date_start), str(d.date_end)) for d in found] == [(start, end)]


def test_days_apart_are_two_and_through_a_day_to_come_is_until_it() -> None:
    assert len(find_dates("They met on Monday and Thursday.", published=date(2017, 1, 23))) == 2
    until = find_dates("The talks run through February 3.", published=date(2017, 1, 23))[0]
    assert (until.date_start, until.date_end, until.precision) == (date(2017, 1, 23), date(2017, 2, 3), "bounded")
    assert find_dates("They worked through Monday night.", published=date(2017, 1, 24))[0].text == "Monday night"


def test_before_the_end_of_a_month_is_until_its_last_day() -> None:
    [found] = find_dates("They will sign before the end of October.", published=date(2003, 7, 1), tense="future")
    assert (found.date_start, found.date_end) == (None, date(2003, 10, 31))
    [found] = find_dates("They will sign before the start of October.", published=date(2003, 7, 1), tense="future")
    assert (found.date_start, found.date_end) == (None, date(2003, 10, 1))


def test_a_named_day_takes_the_year_behind_it() -> None:
    found = find_dates("seized four towns on New Year's Day 1994", published=date(1996, 1, 29))
    assert [(f.date_start, f.text) for f in found] == [(date(1994, 1, 1), "New Year's Day 1994")]


def test_how_long_the_like_has_not_happened_is_no_date() -> None:
    for text in (
        "met for the first time in two years",
        "the third such raid in four days",
        "talked for six hours before",
    ):
        assert find_dates(text, published=date(1996, 1, 29)) == []
    assert find_dates("a second round will open in two weeks", published=date(1996, 1, 29))
