"""Who mediates throughout a text is no party to one of its meetings, nor the other way round; what its own words say stands."""

from __future__ import annotations

import pytest

from dragoman.coder.at_the_table.one_role import with_one_role
from dragoman.records import CoderVersion, DocumentRef, EventMention, Evidence, Participant, Plover, Span

READ, TIED = "'norway': name; role: model", "'norway': name; role: tied to the event by 'brokered'"


def meeting(
    number: int, *people: str, why: str = READ, type_: str | None = "mediated_talks", implied: bool = False
) -> EventMention:  # fmt: skip
    """A meeting with people such as "mediator NOR"."""
    span = Span(number, number + 1, "x")
    told = None if implied else span
    return EventMention(
        id=f"em_{number}", document=DocumentRef(id="d"), type=type_, plover=Plover(), cameo=None, status="held", polarity="affirmed",
        certainty="certain", tense="past", venue=None, date=None, issues=[], track=None, attribution=[],
        participants=[Participant(role=r, actor=a, name=a, why=why, mention=told) for r, a in (entry.split() for entry in people)],
        speech_mode="outlet_assertion", evidence=Evidence(start=number, end=number + 1, text="x", trigger=span), confidence=1.0,
        coder=CoderVersion(name="test", version="0", model="none", lexicon="none", rule="by hand"),
    )  # fmt: skip


def roles(event: EventMention) -> list[str]:
    return [f"{p.role} {p.actor}" for p in event.participants]


TALKS = [meeting(k, "mediator NOR", "party ISR", "party PSE") for k in (1, 2)]
WAR = [meeting(k, "party ISR", "party PSE") for k in (3, 4)]


def test_the_mediator_of_a_text_is_no_party_to_the_next_round_of_the_same_sides() -> None:
    odd = meeting(5, "party NOR", "party ISR")
    *_, mended = with_one_role([*TALKS, odd])
    assert roles(mended) == ["mediator NOR", "party ISR"]
    assert mended.participants[0].side == "third_party"
    assert "elsewhere in the text" in (mended.participants[0].why or "")


def test_a_party_throughout_doesnt_mediate_once() -> None:
    *_, mended = with_one_role([*WAR, meeting(5, "mediator ISR", "party PSE")])
    assert roles(mended) == ["party ISR", "party PSE"]
    assert mended.participants[0].side == "other_party"


def test_a_mediator_in_one_conflict_may_be_a_party_to_another() -> None:
    events = [*TALKS, meeting(5, "party NOR", "party RUS")]
    assert with_one_role(events) == events


def test_what_the_words_say_stands() -> None:
    events = [*WAR, meeting(5, "mediator ISR", "party PSE", why=TIED)]
    assert with_one_role(events) == events


@pytest.mark.parametrize("times", [2, 3])
def test_a_role_that_is_told_more_than_once_is_no_slip(times: int) -> None:
    events = [*TALKS, *(meeting(5 + k, "party NOR", "party ISR") for k in range(times))]
    assert with_one_role(events) == events


def test_other_events_than_those_of_peacemaking_have_no_say() -> None:
    events = [*(meeting(k, "party ISR", type_=None) for k in (1, 2)), meeting(3, "mediator ISR")]
    assert with_one_role(events) == events


def test_a_part_that_no_sentence_tells_is_no_evidence() -> None:
    rounds = [meeting(k, "party NOR", "party ISR", implied=True) for k in (1, 2)]
    told = meeting(3, "mediator NOR", "party ISR")
    *_, kept = with_one_role([*rounds, told])
    assert roles(kept) == ["mediator NOR", "party ISR"]
