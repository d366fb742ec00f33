"""Days that are another event's, a plan's or a deadline's, read from texts (codebook 1.14, 2.3)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

TUESDAY = "2024-08-06"


def event(coder: Coder, text: str, *types: str, published: str = TUESDAY) -> EventMention:
    events = coder(text, published=published, outlet="AP").events
    found = [e for e in events if not types or e.type in types or (e.type is None and e.plover.event in types)]
    assert found, text
    return found[0]


def days(mention: EventMention) -> tuple[str | None, str | None] | None:
    return (mention.date.start, mention.date.end) if mention.date and mention.date.start else None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Congo and the M23 had been due to hold direct talks in Luanda on Monday.", "2024-08-05"),
        ("Congo and the M23 had been scheduled to meet last week.", "2024-07-29"),
        ("The army and the rebels had been supposed to meet on Wednesday.", "2024-08-07"),
        ("Macron had planned to meet the rebels on Monday.", "2024-08-05"),
        ("Talks between Chad and the rebels had been planned for Monday in Doha.", "2024-08-05"),
        ("The truce had been due to take effect on Sunday.", "2024-08-04"),
    ],
)
def test_what_had_been_due_did_not_take_place_on_the_nearer_day(coder: Coder, text: str, start: str) -> None:
    found = event(coder, text)
    assert (found.status, days(found) and days(found)[0]) == ("planned_not_held", start)


@pytest.mark.parametrize(
    "text",
    [
        "The talks had been expected to last three days.",
        "The committee had been set up to mediate talks between the sides.",
        "The army had agreed to meet the rebels on Monday.",
        "The two leaders are due to meet in Geneva on Sunday.",
    ],
)
def test_what_lasts_was_founded_or_is_still_due_is_no_failed_plan(coder: Coder, text: str) -> None:
    assert all(e.status != "planned_not_held" for e in coder(text, published=TUESDAY, outlet="AP").events)


def test_what_was_due_may_be_over_or_to_come(coder: Coder) -> None:
    assert days(event(coder, "The two sides were due to meet in Geneva in July.")) == ("2024-07-01", "2024-07-31")
    assert days(event(coder, "Aides said the two sides were due to meet on Sunday.")) == ("2024-08-11", "2024-08-11")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The peace talks were put back in December.", "2023-12-01", "2023-12-31"),
        ("The peace talks were postponed to October.", "2024-10-01", "2024-10-31"),
        ("The peace talks were put off from October to December.", "2024-12-01", "2024-12-31"),
        ("Both presidents postponed the summit in October.", "2024-10-01", "2024-10-31"),
    ],
)
def test_talks_put_off_in_a_month_and_to_a_month(coder: Coder, text: str, start: str, end: str) -> None:
    assert days(event(coder, text, "talks_postponed")) == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Rebels attacked the town before Friday's vote.", None),
        ("Rebels encircled the capital ahead of a presidential election due on July 27.", None),
        ("Rebels attacked the town after the coup of 5 June.", None),
        ("Rebels attacked the town for the first time since 1991.", None),
        ("Rebels attacked the town before dawn on Friday.", "2024-08-02"),
        ("Rebels attacked the town before the 1967 war, when Israel took the hills.", None),
    ],
)
def test_a_day_of_what_came_before_or_after_is_not_the_events(coder: Coder, text: str, start: str | None) -> None:
    found = days(event(coder, text, "ASSAULT", "COERCE"))
    assert (found and found[0]) == start


def test_a_deadline_may_be_over_or_to_come(coder: Coder) -> None:
    faced = event(coder, "Both sides face a May deadline to sign a peace deal.", "agreement_signed")
    assert days(faced) == ("2025-05-01", "2025-05-31")
    missed = event(coder, "Both sides had missed a May deadline to sign a peace deal.", "agreement_signed")
    assert days(missed) == ("2024-05-01", "2024-05-31")


def test_since_a_day_holds_on_where_the_clause_behind_it_tells_of_something_else(coder: Coder) -> None:
    text = "Since March, when the truce collapsed, Israel and Hamas have held talks in Cairo."
    assert days(event(coder, text, "ceasefire_ended")) == ("2024-03-01", "2024-03-31")
    assert days(event(coder, text, "direct_negotiation")) == ("2024-03-01", TUESDAY)


def test_who_left_on_a_past_day_to_meet_somebody_does_not_meet_him_on_the_next(coder: Coder) -> None:
    text = "UN envoy Griffiths left for Tehran on Sunday to confer with the foreign minister."
    assert days(event(coder, text)) == ("2024-08-04", "2024-08-04")


def test_a_truce_is_in_force_from_the_day_of_its_verb_not_of_its_text(coder: Coder) -> None:
    text = "The truce signed on Sunday took effect on Monday."
    assert days(event(coder, text, "ceasefire_effective")) == ("2024-08-05", "2024-08-05")


def test_times_long_past_of_somebody_beside_make_no_history(coder: Coder) -> None:
    text = "Kishida vowed to meet Kim over Japanese citizens abducted decades ago."
    assert not event(coder, text, "talks_agreed").background
    assert event(coder, "India and Pakistan signed the accord decades ago.", "agreement_signed").background
