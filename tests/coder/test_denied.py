"""Denials by the verb beside an event's noun, of what is offered and of who did it, and what is left open (codebook R23, R24)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, label: str) -> EventMention:
    return next(e for e in coder(text, published="2024-05-03").events if label in (e.type, e.plover.event))


@pytest.mark.parametrize(
    ("text", "status", "polarity"),
    [
        ("The Tajik talks will not start on Monday as planned.", "planned", "negated"),
        ("The Tajik talks will start on Monday as planned.", "planned", "affirmed"),
        ("The Geneva talks are not expected to begin on Monday.", "planned", "negated"),
        ("The talks between the government and the Taliban have yet to begin.", "planned", "negated"),
        ("The army and the rebels have yet to meet.", "planned", "negated"),
        ("The talks between the government and the Taliban have yet to produce a result.", "under_way", "affirmed"),
        ("The talks have not only begun but made headway.", "under_way", "affirmed"),
    ],
)
def test_talks_that_do_not_start_are_negated(coder: Coder, text: str, status: str, polarity: str) -> None:
    talks = event(coder, text, "direct_negotiation")
    assert (talks.status, talks.polarity) == (status, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "The two sides failed to hold talks.",
        "Kibaki and Odinga failed to meet on Monday.",
        "The two armies failed to meet in Arusha.",
    ],
)
def test_who_failed_to_meet_boycotted_nobody(coder: Coder, text: str) -> None:
    (talks,) = coder(text, published="2008-01-03").events
    assert (talks.type, talks.status, talks.polarity) == ("direct_negotiation", "planned_not_held", "negated")


def test_who_failed_to_come_stayed_away(coder: Coder) -> None:
    assert event(coder, "Hamas failed to attend the talks in Cairo.", "boycott").polarity == "affirmed"
    assert "direct_negotiation" not in {
        e.type for e in coder("The two sides failed to meet the deadline.", published="2024-05-03").events
    }


@pytest.mark.parametrize(
    ("text", "label", "polarity"),
    [
        ("Germany had offered doctors and money but no mediation.", "mediation_offered", "negated"),
        ("Belgium has offered troops but not its mediation.", "mediation_offered", "negated"),
        ("Kenya offered its mediation without conditions.", "mediation_offered", "affirmed"),
        ("The rebels set no conditions for talks.", "precondition_set", "negated"),
        ("The rebels set three conditions but no deadline for talks.", "precondition_set", "affirmed"),
    ],
)
def test_no_before_what_is_offered_or_set_denies_it(coder: Coder, text: str, label: str, polarity: str) -> None:
    assert event(coder, text, label).polarity == polarity


def test_who_did_not_do_it_has_no_part_in_it(coder: Coder) -> None:
    text = "The agreement was reached without mediation by the United States."
    assert event(coder, text, "agreement_announced").participants == []
    with_it = "Somalia and Ethiopia reached an agreement with the mediation of Turkey."
    assert "TUR" in {p.actor for p in event(coder, with_it, "agreement_announced").participants}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Pompeo would not rule out a resumption of the talks with North Korea.", "talks_resumed"),
        ("Egypt has not yet ruled out direct talks with Ethiopia.", "direct_negotiation"),
        ("Kagame would not exclude the possibility of talks with the FDLR.", "direct_negotiation"),
    ],
)
def test_what_is_not_ruled_out_is_possible(coder: Coder, text: str, label: str) -> None:
    talks = event(coder, text, label)
    assert (talks.status, talks.polarity, talks.certainty) == ("proposed", "affirmed", "possible")


def test_not_to_rule_out_is_no_refusal(coder: Coder) -> None:
    for text in (
        "Brussels refused to rule out new sanctions on Serbia.",
        "Clinton would not rule out military action against Serbia.",
    ):
        assert "REJECT" not in {e.plover.event for e in coder(text, published="1999-03-03").events}
    assert event(coder, "Egypt ruled out talks with Hamas.", "talks_refused").polarity == "affirmed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peace talks, due to open in Geneva on Monday, could be cancelled.", "proposed"),
        ("Bashir could call off the talks.", "proposed"),
        ("The summit was cancelled on Monday.", "cancelled"),
    ],
)
def test_talks_that_could_be_cancelled_are_not_yet(coder: Coder, text: str, status: str) -> None:
    assert event(coder, text, "talks_cancelled").status == status


def test_talks_that_may_be_called_off_are_still_planned(coder: Coder) -> None:
    text = "The talks between Sudan and the SPLM may be called off."
    assert event(coder, text, "direct_negotiation").status == "planned"


def test_a_condition_behind_its_consequence_is_one(coder: Coder) -> None:
    text = "The two sides would have started talks on September 23 had the deal been signed."
    signed = event(coder, text, "agreement_signed")
    assert (signed.status, signed.tense) == ("proposed", "hypothetical")
    assert event(coder, "The talks began after the deal had been signed.", "agreement_signed").status == "held"
