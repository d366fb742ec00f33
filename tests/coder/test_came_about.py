"""What came about after all, what only threatened to, and what somebody is kept from (codebook 2.3, R23, R24)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def named(coder: Coder, text: str, label: str) -> EventMention:
    found = coder(text, published="2004-05-07", outlet="AFP").events
    return next(e for e in found if label in (e.type, e.plover.event))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The meeting between Greek and Turkish officials, originally scheduled for Monday, was held on Tuesday in Oslo.",
            "held",
        ),
        ("The meeting between Greek and Turkish officials was to be held on Friday in Oslo.", "planned"),
        ("The meeting between Greek and Turkish officials planned for Monday will be held in Oslo.", "planned"),
        ("A meeting between Garang and Bashir collapsed when they could not agree on an agenda.", "collapsed"),
        ("The talks between Israel and Syria appeared on the brink of collapse several times.", "under_way"),
    ],
)
def test_a_meeting_is_what_its_main_verb_makes_of_it(coder: Coder, text: str, status: str) -> None:
    meeting = named(coder, text, "direct_negotiation")
    assert (meeting.status, meeting.polarity) == (status, "affirmed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks between Israel and Syria appeared on the brink of collapse several times.", "proposed"),
        ("The talks between Israel and Syria collapsed on the eve of the summit.", "collapsed"),
    ],
)
def test_an_end_that_only_threatens_has_not_come(coder: Coder, text: str, status: str) -> None:
    assert named(coder, text, "talks_collapsed").status == status


def test_what_is_denied_up_to_a_day_came_about_then(coder: Coder) -> None:
    text = "A ceasefire between the government and the rebels did not come into force until October 14."
    found = [e for e in coder(text, published="2004-12-07", outlet="AFP").events if e.type == "ceasefire_effective"]
    assert [(e.status, e.polarity) for e in found] == [("held", "affirmed")]


def test_no_later_than_denies_nothing(coder: Coder) -> None:
    talks = named(
        coder, "The talks between Sudan and the SPLA are to start no later than May 20.", "direct_negotiation"
    )
    assert (talks.status, talks.polarity) == ("planned", "affirmed")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The United States will refrain from imposing new sanctions on Sudan.", "negated"),
        ("The United States will go on imposing new sanctions on Sudan.", "affirmed"),
    ],
)
def test_what_somebody_refrains_from_is_not_done(coder: Coder, text: str, polarity: str) -> None:
    assert named(coder, text, "SANCTION").polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Washington kept Ethiopia from attacking the Eritreans.", "negated"),
        ("Russia agreed to stop bombing the rebels.", "negated"),
        ("Syria no longer attacks the camps.", "negated"),
        ("The rebels kept attacking the town.", "affirmed"),
        ("The army stopped at the bridge and attacked the rebels.", "affirmed"),
    ],
)
def test_whom_somebody_keeps_from_it_attacks_nobody(coder: Coder, text: str, polarity: str) -> None:
    assert named(coder, text, "ASSAULT").polarity == polarity


def test_whether_somebody_supports_it_is_open(coder: Coder) -> None:
    asked = named(coder, "The general has not said whether he supports the accord with the rebels.", "endorsement")
    assert (asked.status, asked.certainty) == ("proposed", "underspecified")


def test_strikes_that_are_called_off_beside_it_are_cancelled(coder: Coder) -> None:
    strikes = named(coder, "Trump approved strikes against Iran but called them off.", "ASSAULT")
    assert strikes.status == "cancelled"


def test_talks_that_somebody_boycotted_are_not_broken_off(coder: Coder) -> None:
    text = (
        "ASTANA - Syria's armed opposition boycotted a third round of talks in Kazakhstan this week, leaving the Russian, Turkish and Iranian "
        "mediators to spend two days with the government's delegation alone."
    )
    found = {e.type: e.status for e in coder(text, published="2017-03-16", outlet="Le Temps").events}
    assert found["boycott"] == "held"
    assert found["mediated_talks"] in ("held", "held_partial")
