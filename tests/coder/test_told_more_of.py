"""Who does what a relative clause tells of somebody: he of whom it tells, not who stands in the clause above."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Chirac held talks in Paris with Qatar, which has offered to mediate between Sudan and Chad.", "offered", ["QAT"]),
        ("Japan is preparing for talks with North Korea, which still refuses to negotiate with Seoul.", "refuses", ["PRK"]),
        ("Eritrea shelled Ethiopia, which accused Asmara of violating the truce.", "accused", ["ETH"]),
        ("Chad attacked the Sudanese army, which threatened to invade.", "threatened", ["SDN"]),
        ("Britain imposed sanctions on Zimbabwe, which denied the charges.", "denied", ["ZWE"]),
        ("Uganda attacked Rwanda, which said it would not respect the truce.", "not respect", ["RWA"]),
        ("Ethiopia, which was not invited, and Eritrea, which stayed away, are neighbours.", "stayed away", ["ERI"]),
    ],
)  # fmt: skip
def test_he_of_whom_the_clause_tells_does_it_alone(coder: Coder, text: str, trigger: str, doers: list[str]) -> None:
    event = told(coder, text, trigger)
    assert actors(event, "initiator") + actors(event, "boycotting") == doers
    assert not set(doers) & set(actors(event, "recipient"))


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Britain and the United States, which bombed Serbia, rejected the plan.", "bombed", ["GBR", "USA"]),
        ("Sudan fired rockets at Chad, which killed six people.", "fired", ["SDN"]),
        ("Leaders of Eritrea, which rejected the truce, left Cairo.", "rejected", ["ERI"]),
        ("Chad complained about Sudanese planes, which bombed the town of Bahai.", "bombed", ["SDN"]),
        ("Sudan denounced Chad, which it accused of arming rebels.", "accused", ["SDN"]),
    ],
)
def test_who_acts_together_or_stands_inside_the_phrase_keeps_his_part(
    coder: Coder, text: str, trigger: str, doers: list[str]
) -> None:
    assert actors(told(coder, text, trigger), "initiator") == doers


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Sergei Lavrov, who met Kerry on Monday, told Assad that he must accept the ceasefire.", "met", {"Sergei Lavrov", "John Kerry"}),
        ("Morgan Tsvangirai met Thabo Mbeki, who is mediating, in Harare.", "mediating", {"Thabo Mbeki"}),
        ("Former King Zahir Shah, approached by Mahmoud Mestiri, who resigned in May, is in Rome.", "resigned", {"Mahmoud Mestiri"}),
    ],
)  # fmt: skip
def test_whom_the_main_clause_names_is_not_in_the_meeting_beside(
    coder: Coder, text: str, trigger: str, who: set[str]
) -> None:
    found = coder(text, published="2013-05-10", outlet="Example Post").events
    event = next(e for e in found if e.evidence.trigger.text.startswith(trigger))
    assert {p.person.name for p in event.participants if p.person} == who


def test_whose_planes_they_are_is_the_last_of_two_persons(coder: Coder) -> None:
    text = "Mr Chirac and Mr Putin, whose warplanes bombed Grozny, spoke by phone on Monday."
    assert actors(told(coder, text, "bombed"), "initiator") == ["RUS"]


def test_with_whom_acting_as_guarantor_two_sign_is_the_only_guarantor(coder: Coder) -> None:
    event = told(coder, "With Libya acting as guarantor, Chad and Sudan signed a protocol in Tripoli.", "guarantor")
    assert actors(event, "guarantor") == ["LBY"]


def test_both_suspended_have_it_done_to_them(coder: Coder) -> None:
    event = told(coder, "Mali and Guinea, both suspended from the African Union, sent troops to Chad.", "suspended")
    assert actors(event, "recipient") == ["GIN", "MLI"]


def test_of_whom_a_passive_clause_tells_has_it_done_to_him(coder: Coder) -> None:
    event = told(coder, "Talks with Chad, which is backed by Libya, collapsed.", "backed")
    assert actors(event, "initiator") == ["LBY"]


def test_whom_somebody_is_said_to_have_named_mediator_is_the_mediator(coder: Coder) -> None:
    text = "Kenneth Kaunda, whom the African Union had appointed as mediator, met the president of Burundi."
    event = told(coder, text, "appointed")
    assert event.type == "mediator_appointed"
    assert [p.person.name for p in event.participants if p.role == "mediator" and p.person] == ["Kenneth Kaunda"]
