"""What most reports tell of an event's unit, format, depth and outcome, and of the class and form of a text (rule R13)."""

from __future__ import annotations

from typing import Any

import pytest
from link_builders import article, mention, who

from dragoman.linking import link
from dragoman.records import Agreement, Event, EventMention

SIDES = (who("party", "SYR"), who("party", "group:rebels"))


def event_of(*told: dict[str, Any]) -> Event:
    """The one event of reports by papers of their own, given by what each tells."""
    docs = [
        article(f"d{i}", f"report {i} " + "x" * i, fields.pop("published", "2017-01-24"), outlet=f"Paper {i}")
        for i, fields in enumerate(told)
    ]
    mentions: list[EventMention] = []
    for i, fields in enumerate(told):
        more = {"type": "mediated_talks", "status": "held", "people": SIDES, **fields}
        kind, status, people = more.pop("type"), more.pop("status"), more.pop("people")
        mentions.append(
            mention(f"m{i}", docs[i], kind, status, *people, day="2017-01-23", venue=("Astana", "KAZ"), **more)
        )
    [event] = link(docs, mentions, duplicates=lambda texts: [], conflict_of=lambda m: "Syria").events
    return event


def text_of(*told: dict[str, Any]) -> Agreement:
    docs = [article(f"d{i}", f"report {i} " + "x" * i, "2017-01-24", outlet=f"Paper {i}") for i in range(len(told))]
    mentions = [
        mention(f"m{i}", docs[i], "agreement_announced", "held", *SIDES, day="2017-01-23", **fields)
        for i, fields in enumerate(told)
    ]
    [row] = link(docs, mentions, duplicates=lambda texts: [], conflict_of=lambda m: "Syria").agreements
    return row


def test_format_and_unit_are_those_that_most_roots_tell() -> None:
    event = event_of(
        {"format": "proximity", "unit_level": "round"},
        {"format": "proximity"},
        {"format": "face_to_face", "unit_level": "round"},
    )
    assert (event.format, event.unit_level) == ("proximity", "round")


def test_the_deepest_involvement_that_a_report_tells_counts_and_all_strategies() -> None:
    host, mediator = who("host", "KAZ"), who("mediator", "RUS")
    event = event_of(
        {"people": (*SIDES, host), "third_party_involvement": "hosting_only"},
        {
            "people": (*SIDES, mediator),
            "third_party_involvement": "arbitration",
            "strategy": ["directive_manipulation"],
        },
        {"strategy": ["communication_facilitation"]},
    )
    assert event.third_party_involvement == "arbitration"
    assert event.strategy == ["communication_facilitation", "directive_manipulation"]


def test_roles_told_apart_tell_depth_together() -> None:
    event = event_of({"people": (*SIDES, who("host", "KAZ"))}, {"people": (*SIDES, who("mediator", "RUS"))})
    assert (event.third_party_involvement, event.strategy) == ("mediation", None)


def test_the_outcome_is_told_by_those_who_report_the_present_status() -> None:
    event = event_of(
        {"status": "postponed", "outcome": "ongoing"},
        {"status": "postponed", "outcome": "ongoing"},
        {"published": "2017-01-25", "outcome": "procedural_result"},
    )
    assert (event.status, event.outcome) == ("held", "procedural_result")


def test_what_nobody_tells_is_unknown() -> None:
    event = event_of({}, {})
    assert (event.format, event.disclosure, event.outcome, event.strategy) == (None, None, None, None)


def test_class_and_form_of_a_text_are_those_that_most_roots_tell() -> None:
    row = text_of(
        {"agreement_class": "framework", "form": "verbal"},
        {"agreement_class": "framework", "form": "verbal"},
        {"agreement_class": "comprehensive", "form": None},
    )
    assert (row.agreement_class, row.form) == ("framework", "verbal")


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The two armies reached an agreement on prisoners.", "agreement", "prisoner"),
        ("A prisoner deal was announced in Muscat.", "deal", "prisoner"),
        ("They reached a deal on customs, while prisoners still wait.", "deal", "unknown"),
        ("A draft agreement on the return of the fleet will be followed by talks on a truce.", "agreement", "unknown"),
        ("They called for a truce in a joint statement.", "statement", "unknown"),
    ],
)
def test_a_text_whose_class_nobody_tells_has_that_of_what_it_is_on(sentence: str, word: str, expected: str) -> None:
    issues = {"issues": ["detainees", "ceasefire"], "sentence": sentence, "word": word}
    assert text_of({**issues}, {**issues}).agreement_class == expected
