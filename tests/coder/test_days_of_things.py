"""Days and places of what an event is about, of plans that were replaced and of events beside it, read from texts (codebook 1.14, R26)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

TUESDAY = "2024-08-06"


def event(coder: Coder, text: str, type_: str) -> EventMention:
    events = coder(text, published=TUESDAY, outlet="AP").events
    found = [e for e in events if e.type == type_ or (e.type is None and e.plover.event == type_)]
    assert found, (text, events)
    return found[0]


def days(mention: EventMention) -> tuple[str, str] | None:
    return (mention.date.start, mention.date.end or "") if mention.date and mention.date.start else None


def told(coder: Coder, text: str, type_: str) -> tuple[tuple[str, str] | None, str | None]:
    found = event(coder, text, type_)
    return days(found), found.venue.name if found.venue else None


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Early on Wednesday Sudan and Chad signed a truce in Cairo.", "agreement_signed", "2024-08-07"),
        ("Sudan and Chad will hold talks in Cairo on Wednesday.", "direct_negotiation", "2024-08-07"),
        ("Sudan and Chad agreed on a ceasefire to take effect on Friday.", "ceasefire_declared", "2024-08-09"),
        ("Sudan and Chad agreed to a truce from Saturday.", "ceasefire_declared", "2024-08-10"),
        ("The truce between Sudan and Chad took effect on Friday.", "ceasefire_effective", "2024-08-02"),
        ("The ceasefire between Sudan and Chad was due to start on Monday.", "ceasefire_effective", "2024-08-05"),
    ],
)
def test_weekdays_lie_on_the_side_that_the_verb_tells(coder: Coder, text: str, type_: str, start: str) -> None:
    assert (days(event(coder, text, type_)) or ("",))[0] == start


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("France rejected the plan under the 1977 guidelines.", "agreement_rejected", None),
        ("The envoy praised the March accord between Sudan and Chad.", "endorsement", None),
        ("The Council endorsed the roadmap agreed in Pretoria in November 2022.", "endorsement", None),
        ("Iran condemned the Israeli strikes in Damascus in April.", "ACCUSE", None),
        ("France rejected the plan in April.", "agreement_rejected", "2024-04-01"),
        ("Serbia rejected the agreement in Rambouillet in March 1999.", "agreement_rejected", "1999-03-01"),
        ("Iran condemned the Israeli strikes on Monday.", "ACCUSE", "2024-08-05"),
        ("Israel and Jordan signed the 1994 accord.", "agreement_signed", "1994-01-01"),
        ("France demanded a ceasefire in Lebanon in line with resolution 1701 (2006).", "ceasefire_called_for", None),
    ],
)
def test_the_day_of_a_thing_is_not_that_of_what_is_said_of_it(
    coder: Coder, text: str, type_: str, date: str | None
) -> None:
    found = days(event(coder, text, type_))
    assert (found[0] if found else None) == date


def test_the_place_of_a_thing_is_not_that_of_what_is_said_of_it(coder: Coder) -> None:
    assert (
        told(coder, "The Council endorsed the roadmap agreed in Pretoria in November 2022.", "endorsement")[1] is None
    )
    assert told(coder, "Fidan and Araghchi discussed the ceasefire in Gaza.", "third_party_consultation")[1] is None
    assert told(coder, "Israel and Syria discussed the plan in Doha.", "direct_negotiation")[1] == "Doha"


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        (
            "The meeting between Sudan and Chad, originally scheduled for Thursday, was held on Friday in Cairo.",
            "2024-08-02",
            "Cairo",
        ),
        (
            "The talks between Sudan and Chad, initially planned for April, took place in Doha on Monday.",
            "2024-08-05",
            "Doha",
        ),
        (
            "The talks between Sudan and Chad, originally set for Accra, will be held in Lusaka on Friday.",
            "2024-08-09",
            "Lusaka",
        ),
        (
            "Talks between Sudan and Chad scheduled for Thursday in Rome will be held as planned.",
            "2024-08-08",
            "Rome",
        ),
    ],
)
def test_talks_bear_the_day_and_place_that_replaced_those_of_the_plan(
    coder: Coder, text: str, date: str, place: str
) -> None:
    assert told(coder, text, "direct_negotiation") == ((date, date), place)


def test_talks_that_took_place_are_held_whatever_had_been_planned(coder: Coder) -> None:
    text = "The meeting between Sudan and Chad, originally scheduled for Thursday, was held on Friday in Cairo."
    assert event(coder, text, "direct_negotiation").status == "held"
    text = "The meeting between Sudan and Chad, scheduled for Thursday, was not held."
    assert event(coder, text, "direct_negotiation").status != "held"


def test_a_meeting_called_off_has_its_own_day_and_the_act_another(coder: Coder) -> None:
    text = "Egypt on Monday called off a meeting with Sudan that had been scheduled for Thursday in Jericho."
    meeting, act = event(coder, text, "direct_negotiation"), event(coder, text, "talks_cancelled")
    assert (meeting.status, days(meeting)) == ("cancelled", ("2024-08-08", "2024-08-08"))
    assert days(act) == ("2024-08-05", "2024-08-05")
    text = "Egypt called off a meeting with Sudan scheduled for Thursday."
    assert days(event(coder, text, "talks_cancelled")) is None
    only = coder("Egypt called off a planned meeting with Sudan.", published=TUESDAY, outlet="AP").events
    assert [e.type for e in only] == ["talks_cancelled"]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The meeting between Sudan and Chad was postponed from August 3 to August 17.", "2024-08-03", "2024-08-17"),
        ("Talks between Sudan and Chad were moved from Monday to Friday.", "2024-08-05", "2024-08-09"),
        (
            "The talks between Sudan and Chad, originally set for August 3, were moved to August 20.",
            "2024-08-03",
            "2024-08-20",
        ),
    ],
)
def test_talks_put_off_bear_the_old_day_and_the_act_the_new_one(coder: Coder, text: str, old: str, new: str) -> None:
    assert days(event(coder, text, "direct_negotiation")) == (old, old)
    assert days(event(coder, text, "talks_postponed")) == (new, new)


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        (
            "Ten days after the signing of the ceasefire on July 12, Sudan accused Chad of violating it.",
            "ceasefire_violation_alleged",
            "2024-07-22",
        ),
        (
            "The ceasefire between Sudan and Chad was broken two days after it was signed on July 10.",
            "ceasefire_violated",
            "2024-07-12",
        ),
        (
            "The ceasefire between Sudan and Chad was broken two days after it was signed on July 10.",
            "agreement_signed",
            "2024-07-10",
        ),
        ("Chad bombed Sudan on Sunday in retaliation for a rocket attack.", "ASSAULT", "2024-08-04"),
    ],
)
def test_a_day_is_counted_from_that_of_another_event(coder: Coder, text: str, type_: str, date: str) -> None:
    assert days(event(coder, text, type_)) == (date, date)


def test_an_attack_answered_has_not_the_day_of_the_answer(coder: Coder) -> None:
    text = "Israel bombed Gaza on Sunday in retaliation for a rocket attack."
    assert [days(e) is not None for e in coder(text, published=TUESDAY, outlet="AP").events] == [True, False]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ten days of talks between Sudan and Chad in Geneva ended on Friday.", ("2024-07-24", "2024-08-02")),
        (
            "A three-day meeting of Israeli and Syrian negotiators opened in Rome on Monday.",
            ("2024-08-05", "2024-08-07"),
        ),
        ("Sudan and Chad held three days of talks in Rome on Monday.", ("2024-08-05", "2024-08-05")),
    ],
)
def test_the_days_of_talks_follow_from_how_long_they_lasted(coder: Coder, text: str, date: tuple[str, str]) -> None:
    assert days(event(coder, text, "direct_negotiation")) == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("North Korea and the United States held talks outside China on Monday.", None),
        ("Russia and Ukraine held talks outside Istanbul on Monday.", "Istanbul"),
        ("Egypt and Ethiopia held two meetings outside Ethiopia, one of them in Djibouti.", "Djibouti"),
        ("In Sudan, the talks in Jeddah collapsed.", "Jeddah"),
        ("Thai and Malaysian officials met at the Sattahip naval base.", "Sattahip naval base"),
        ("Thai and Malaysian officials met at a resort on the outskirts of Mombasa.", "Mombasa"),
        ("Thai and Malaysian officials met at a hotel.", None),
    ],
)
def test_where_a_meeting_is(coder: Coder, text: str, place: str | None) -> None:
    events = coder(text, published=TUESDAY, outlet="AP").events
    assert events
    assert [e.venue.name if e.venue else None for e in events] == [place] * len(events)


def test_a_text_signed_elsewhere_is_not_where_the_talks_before_were(coder: Coder) -> None:
    text = "After three days of talks in Geneva, Sudan and Chad signed a truce in Tokyo."
    assert told(coder, text, "agreement_signed")[1] == "Tokyo"
    assert told(coder, text, "direct_negotiation")[1] == "Geneva"


def test_sides_met_one_by_one_are_not_at_one_table(coder: Coder) -> None:
    text = "Kerry met with Netanyahu on Thursday and Abbas on Friday."
    assert [e.type for e in coder(text, published="2014-08-06", outlet="AP").events] == ["single_party_consultation"]
    text = "Kerry met with Netanyahu and Abbas in Jerusalem on Friday."
    assert [e.type for e in coder(text, published="2014-08-06", outlet="AP").events] == ["mediated_talks"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Russia persuaded Sudan and Chad to sign a protocol on June 14.", "2024-06-14"),
        ("Sudan and Chad are to sign a protocol on June 14.", "2025-06-14"),
        ("Sudan and Chad will sign a protocol on September 14.", "2024-09-14"),
    ],
)
def test_what_was_to_come_may_be_just_past(coder: Coder, text: str, start: str) -> None:
    assert (days(event(coder, text, "agreement_signed")) or ("",))[0] == start
