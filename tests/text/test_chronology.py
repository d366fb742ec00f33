"""The days of a chronology go on in time: of its last entry the others have the year."""

from __future__ import annotations

from datetime import date

from dragoman.text.chronology import days_of_entries

PUBLISHED = date(2011, 12, 2)
ENTRIES = "8 April: Saleh rejects the offer.\n\n13 May: Qatar withdraws.\n\n23 November: Saleh signs in Riyadh.\n"


def test_days_before_the_last_entry_lie_in_its_year() -> None:
    assert list(days_of_entries(ENTRIES, PUBLISHED).values()) == [
        date(2011, 4, 8),
        date(2011, 5, 13),
        date(2011, 11, 23),
    ]


def test_an_agenda_stays_ahead() -> None:
    agenda = "5 December: The envoys arrive.\n9 December: Talks open.\n20 January: Elections are held.\n"
    assert list(days_of_entries(agenda, PUBLISHED).values()) == [
        date(2011, 12, 5),
        date(2011, 12, 9),
        date(2012, 1, 20),
    ]


def test_a_day_with_its_year_keeps_it() -> None:
    years = "8 April 2010: Talks open.\n9 April 2009: A truce is signed.\n10 May 2011: Saleh refuses to sign.\n"
    assert [d.year for d in days_of_entries(years, PUBLISHED).values()] == [2010, 2009, 2011]


def test_offsets_are_those_of_the_dates_and_two_lines_make_no_chronology() -> None:
    assert all(ENTRIES[start].isdigit() for start in days_of_entries(ENTRIES, PUBLISHED))
    assert not days_of_entries("8 April: Saleh rejects it.\n13 May: Qatar withdraws.\n", PUBLISHED)
