"""What keeps nobody out of talks although it sounds so."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    "text",
    [
        "The peace talks opened. The mediator's name has been kept out of print.",
        "The peace talks opened. His men had not been involved in the ambush, the rebel commander said.",
        "The peace talks opened. The rebels have not been asked to lay down their arms.",
        "The peace talks opened. The amnesty did not cover war crimes.",
        "The peace talks opened. The choice of a venue was left to the secretary-general of the UN.",
        "Oman is a facilitator and not a party to the talks.",
        "The rebels turned up at the Arusha conference uninvited.",
        "Kinshasa demanded that Uganda be present at the talks.",
        "The two presidents will meet in Oslo instead of Geneva.",
        "The peace talks opened. Israel is not a party to the treaty.",
        "The peace talks opened. The army was kept out of the town.",
        "The peace talks opened. Iran was told about the agenda by the U.N. envoy.",
        "The door to the talks was not closed to the rebels, the president said.",
        "The government will be consulted on the talks but will not be at the funeral.",
        "Haftar stayed in Moscow overnight after the talks.",
    ],
)
def test_nobody_is_kept_out(coder: Coder, text: str) -> None:
    events = coder(text, published="2003-06-21").events
    assert not [p.name for e in events for p in e.participants if p.role in ("excluded", "boycotting")]
    assert "exclusion_declared" not in {e.type for e in events}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The peace talks opened. The Kurds have not been asked to attend.", "Kurds"),
        ("The peace talks opened. Russia has not been involved in the drafting of the text.", "Russia"),
        ("The peace talks opened. The agreement did not cover Hezbollah.", "Hezbollah"),
        ("The peace talks opened. The rebels were left to wait in the corridor.", "rebels"),
        ("The cease-fire excludes the Islamic State.", "Islamic State"),
        ("The talks, from which the African Union is missing, began on Monday.", "African Union"),
        ("The European Union is nowhere to be seen in the talks on Ukraine.", "European Union"),
        ("The European Union has been marginalised in the talks on Ukraine.", "European Union"),
        ("The peace talks opened. The Taliban are not a party to the peace treaty.", "Taliban"),
        ("Egypt is still waiting for an invitation to the talks in Geneva.", "Egypt"),
        ("The announcement of the talks caught Egypt off guard.", "Egypt"),
        ("The Americans kept Kabul in the dark about the talks with the Taliban.", "Kabul"),
        ("Egypt complained that it had learned of the talks from the press.", "it"),
        ("Egypt was given no say in the talks between Sudan and Chad.", "Egypt"),
        ("Turkey gave Egypt no say in the talks between Sudan and Chad.", "Egypt"),
        ("IGAD has been overtaken by the African Union as the lead mediator.", "IGAD"),
    ],
)
def test_who_is_out_is_kept_out(coder: Coder, text: str, who: str) -> None:
    events = coder(text, published="2018-06-21").events
    assert who in {p.mention.text for e in events for p in e.participants if p.role == "excluded" and p.mention}
    assert "exclusion_declared" in {e.type for e in events}


def test_an_invitation_that_is_waited_for_is_not_issued(coder: Coder) -> None:
    for text in (
        "The PYD is still waiting for an invitation to the talks in Geneva.",
        "The PYD hopes for an invitation to the talks in Geneva.",
    ):
        assert "invitation_issued" not in {e.type for e in coder(text).events}
    assert "invitation_issued" in {e.type for e in coder("Russia sent an invitation to the talks to Iran.").events}


def test_who_is_no_longer_kept_out_is_in(coder: Coder) -> None:
    events = coder("Qatar is no longer excluded from the talks on Libya.").events
    assert not [p for e in events if e.polarity == "affirmed" for p in e.participants if p.role == "excluded"]


@pytest.mark.parametrize(
    ("text", "by", "out"),
    [
        ("Israel denied Turkey a role in the talks.", "ISR", "TUR"),
        ("Sudan demanded that Egypt not take part in the talks.", "SDN", "EGY"),
        ("Kenya rejected a request by Uganda to join the talks on Sudan.", "KEN", "UGA"),
        ("Turkey's bid to join the talks was vetoed by Greece.", "GRC", "TUR"),
        ("Russia asked Turkey to leave the talks.", "RUS", "TUR"),
    ],
)
def test_a_refused_seat_is_a_veto(coder: Coder, text: str, by: str, out: str) -> None:
    event = next(e for e in coder(text).events if e.type == "participant_vetoed")
    assert {(p.role, p.actor) for p in event.participants} >= {("initiator", by), ("excluded", out)}


def test_whom_a_truce_leaves_out_is_no_side_of_it(coder: Coder) -> None:
    events = coder("The truce excludes the Islamic State and the Nusra Front.").events
    assert "party" not in {p.role for e in events for p in e.participants}


def test_an_exclusion_that_only_should_be_or_may_come_is_proposed(coder: Coder) -> None:
    for text in (
        "No party should be excluded from the talks, the envoy said.",
        "The Kurds warned that any deal that left them out would be worthless.",
    ):
        told = next(e for e in coder(text).events if e.type == "exclusion_declared")
        assert told.status == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian delegate at the talks declined to talk to the press.",
        "The Houthi negotiator refused to speak to reporters after the talks.",
        "The minister refused to answer questions about the talks.",
    ],
)
def test_who_does_not_speak_to_the_press_refuses_no_talks(coder: Coder, text: str) -> None:
    assert not {e.type or e.plover.event for e in coder(text).events} & {"talks_refused", "REJECT"}


def test_who_does_not_speak_to_the_other_side_does(coder: Coder) -> None:
    text = "The Taliban's negotiator refused to talk to the Afghan delegation."
    assert "talks_refused" in {e.type for e in coder(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Geneva opened with only one of the two warring parties present.",
        "The talks began in Jeddah on Wednesday, but with only one of the two warring parties in attendance.",
        "The peace conference opened in Doha with just one side in the hall.",
    ],
)
def test_talks_with_one_side_only_are_held_in_part(coder: Coder, text: str) -> None:
    events = coder(text, published="2024-08-16").events
    assert [e.status for e in events] == ["held_partial"]
    assert not [p.name for e in events for p in e.participants if p.role == "party"]


def test_talks_with_both_sides_are_not(coder: Coder) -> None:
    assert "held_partial" not in {e.status for e in coder("The talks resumed with both sides present.").events}


def test_who_boycotted_the_talks_is_no_side_of_them(coder: Coder) -> None:
    events = coder("The talks, which the United States boycotted, ended on Friday.").events
    assert {p.role for e in events for p in e.participants} == {"boycotting"}
