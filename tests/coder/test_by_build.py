"""Whom a pronoun means by the build of the clauses around it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def told(coder: Coder, text: str, trigger: str) -> EventMention:
    """The event whose trigger begins so."""
    found = coder(text, published="2002-03-10", outlet="Example Post").events
    return next(e for e in found if e.evidence.trigger.text.startswith(trigger))


def actors(event: EventMention, role: str) -> list[str | None]:
    return sorted(p.actor or "" for p in event.participants if p.role == role)


@pytest.mark.parametrize(
    ("text", "trigger", "organiser", "out"),
    [
        ("France told Libya on Wednesday that it would not be invited to the conference.", "invited", ["FRA"], ["LBY"]),
        ("Oman wrote to Yemen that it was not to be invited to the talks.", "not to be invited", ["OMN"], ["YEM"]),
    ],
)  # fmt: skip
def test_who_is_told_that_it_will_not_be_invited_is_the_one_kept_out(
    coder: Coder, text: str, trigger: str, organiser: list[str], out: list[str]
) -> None:
    event = told(coder, text, trigger)
    assert (actors(event, "initiator"), actors(event, "excluded")) == (organiser, out)


def test_who_tells_that_it_has_been_kept_out_complains_himself(coder: Coder) -> None:
    event = told(coder, "Libya told Egypt that it had been excluded from the peace talks.", "excluded")
    assert actors(event, "excluded") == ["LBY"]


def test_who_tells_what_he_will_not_do_does_not_do_it_himself(coder: Coder) -> None:
    event = told(coder, "Arafat told Ross that he would not meet Netanyahu.", "would not meet")
    assert [p.person.name for p in event.participants if p.role == "initiator" and p.person] == ["Yasser Arafat"]


@pytest.mark.parametrize(
    ("text", "trigger", "asked"),
    [
        ("Chirac met Mubarak. Kofi Annan telephoned Robert Mugabe and urged him to step down.", "urged", "Robert Mugabe"),
        ("Tony Blair saw Chirac. Kofi Annan held talks with Robert Mugabe and asked him to resign.", "asked", "Robert Mugabe"),
        ("Jacques Chirac met Annan. Mubarak received Ariel Sharon and told him to end the attacks.", "told", "Ariel Sharon"),
    ],
)  # fmt: skip
def test_whom_somebody_calls_he_urges_and_not_whom_the_sentence_before_names(
    coder: Coder, text: str, trigger: str, asked: str
) -> None:
    event = told(coder, text, trigger)
    assert [p.person.name for p in event.participants if p.role == "recipient" and p.person] == [asked]


def test_another_subject_may_mean_somebody_else(coder: Coder) -> None:
    text = "Mubarak attacked Sharon and Arafat criticised him."
    event = told(coder, text, "criticised")
    assert [p.person.name for p in event.participants if p.role == "initiator" and p.person] == ["Yasser Arafat"]


def test_whose_offensive_is_to_end_wages_it(coder: Coder) -> None:
    event = told(coder, "Annan pressed Mugabe to halt his offensive against the rebels.", "offensive")
    assert [p.person.name for p in event.participants if p.role == "initiator" and p.person] == ["Robert Mugabe"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Chirac angered Mugabe so much that he recalled his ambassador.", ["ZWE"]),
        ("Chirac met Mugabe and recalled his ambassador.", ["FRA"]),
    ],
)
def test_who_is_angered_so_much_acts(coder: Coder, text: str, doers: list[str]) -> None:
    assert actors(told(coder, text, "recalled"), "initiator") == doers


def test_an_envoy_is_no_it(coder: Coder) -> None:
    text = "The U.N. envoy met UNITA on Monday, a day after it had threatened to leave the talks."
    assert actors(told(coder, text, "threatened"), "initiator") == ["group:ago-unita"]


def test_who_says_that_he_will_meet_somebody_is_one_of_the_two(coder: Coder) -> None:
    event = told(coder, "Ariel Sharon said he would meet Arafat at Erez on Sunday.", "meet")
    assert {p.person.name for p in event.participants if p.role == "party" and p.person} == {
        "Ariel Sharon",
        "Yasser Arafat",
    }
