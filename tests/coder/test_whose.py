"""Whose army, delegation or mediator somebody is."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Israel accepted the plan. Its army attacked Rafah on Monday.", "Its army", "ISR"),
        ("General Hemedti accepted the truce, but his forces shelled the market.", "his forces", "group:sdn-rsf"),
        ("Netanyahu said his government would not negotiate with Hamas.", "his government", "ISR"),
        ("Assad bombed his own people.", "his own people", None),
    ],
)
def test_a_possessive_pronoun_hands_its_noun_on_to_whom_it_means(
    coder: Coder, text: str, words: str, actor: str | None
) -> None:
    coded = coder(text, published="2024-05-03")
    assert {m.actor for m in coded.mentions if m.text == words} == {actor}


def test_our_delegation_is_that_of_who_speaks(coder: Coder) -> None:
    [event] = coder('"Our delegation left the talks," Sybiha said.', published="2025-05-03").events
    assert [p.actor for p in event.participants] == ["UKR"]


@pytest.mark.parametrize(
    ("text", "actor", "person"),
    [
        ("The German mediator, Gerhard Conrad, resigned on Friday.", "DEU", "Gerhard Conrad"),
        ("Colombia's chief negotiator Teresa Mendes rejected the proposal.", "COL", "Teresa Mendes"),
    ],
)
def test_a_person_no_table_knows_acts_for_whom_his_office_tells_and_is_told_once(
    coder: Coder, text: str, actor: str, person: str
) -> None:
    [event] = coder(text, published="2020-05-03").events
    assert [(p.actor, p.person.name if p.person else None) for p in event.participants] == [(actor, person)]


def test_we_in_a_quotation_are_those_of_the_speakers_office(coder: Coder) -> None:
    text = '"We rejected the Israeli proposal," said Ghazi Salim, a senior Hamas official.'
    event = next(e for e in coder(text, published="2024-05-03").events if e.type == "agreement_rejected")
    assert ("initiator", "group:pse-hamas") in {(p.role, p.actor) for p in event.participants}


def test_the_us_is_not_us(coder: Coder) -> None:
    coded = coder('"The militia met US envoys," said Sybiha. "We met nobody."', published="2025-05-03")
    assert "UKR" not in {p.actor for e in coded.events for p in e.participants if p.mention and "US" in p.mention.text}


def test_his_country_is_that_of_the_official_who_says_it(coder: Coder) -> None:
    text = "Trump cancelled the summit. A North Korean vice foreign minister replied that his country was willing to sit down."
    assert {m.actor for m in coder(text, published="2018-05-25").mentions if m.text == "his country"} == {"PRK"}


def test_no_outlet_is_meant_by_they(coder: Coder) -> None:
    text = (
        "Obama told CBS's Face the Nation that Iran must decide. They had not been willing to sign the deal, he said."
    )
    assert not any(
        (p.actor or "").startswith("outlet:")
        for e in coder(text, published="2015-03-08").events
        for p in e.participants
    )
