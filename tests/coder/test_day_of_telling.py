"""Weekdays are counted from the day that a text is told from; where that day is sure, nothing past lies behind it (codebook 1.2, 1.14)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention

WEDNESDAY = "2019-10-16"


def event(coder: Coder, text: str, *types: str, published: str = WEDNESDAY) -> EventMention:
    found = [e for e in coder(text, published=published, outlet="AP").events if e.type in types]
    assert found, text
    return found[0]


def days(mention: EventMention) -> tuple[str | None, str | None] | None:
    return (mention.date.start, mention.date.end) if mention.date else None


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, Oct. 16 (Reuters) - The two sides met on Thursday in Cairo.",
        "KAMPALA, 16 October (Xinhua) -- Ugandan officials said the two sides met on Thursday in Cairo.",
        "The two sides met on Thursday in Cairo. Their delegations flew home yesterday.",
    ],
)
def test_a_past_weekday_is_not_the_day_after_a_sure_day(coder: Coder, text: str) -> None:
    assert days(event(coder, text, "direct_negotiation")) == ("2019-10-10", "2019-10-10")


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met on Thursday in Cairo.",
        "GENEVA (Reuters) - The two sides met on Thursday in Cairo.",
        'The two sides met on Thursday in Cairo. "We came here yesterday," the envoy said.',
        "GENEVA, Oct. 16 (Reuters) - The two sides will meet on Thursday in Cairo.",
    ],
)
def test_else_the_stamp_may_be_of_the_day_before_and_what_is_to_come_lies_ahead(coder: Coder, text: str) -> None:
    assert days(event(coder, text, "direct_negotiation")) == ("2019-10-17", "2019-10-17")


def test_two_weekdays_in_a_row_are_one_run_although_only_the_second_is_past(coder: Coder) -> None:
    text = "The two sides met on Thursday and on Friday in Cairo."
    assert days(event(coder, text, "direct_negotiation")) == ("2019-10-10", "2019-10-11")


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("Oct 2, 2018 - Algeria says Niger has accepted its mediation.", "mediation_accepted", "2018-10-02"),
        (
            "May 3, 2018: Kenya hosts the two delegations. The rebels reject a draft accord.",
            "agreement_rejected",
            "2018-05-03",
        ),
        ("• 2016: Kuwait hosts talks between the government and the Houthis.", "mediated_talks", "2016-01-01"),
    ],
)
def test_the_day_that_heads_an_entry_of_a_chronology_is_that_of_what_it_tells(
    coder: Coder, text: str, type_: str, start: str
) -> None:
    found = days(event(coder, text, type_))
    assert found is not None and found[0] == start


@pytest.mark.parametrize(
    "text",
    [
        "Oct 2, 2018 - Algeria says Niger will accept its mediation.",
        "May 3, 2018: Kenya hosts the delegations. The rebels had rejected a draft accord.",
        "The war began in 2016. Niger says it has rejected the draft accord.",
    ],
)
def test_what_is_to_come_or_had_been_before_is_not_of_that_day(coder: Coder, text: str) -> None:
    types = ("mediation_accepted", "agreement_rejected", "talks_agreed")
    found = [e for e in coder(text, published=WEDNESDAY, outlet="AP").events if e.type in types]
    assert all(e.date is None for e in found)


@pytest.mark.parametrize(
    ("text", "type_", "start"),
    [
        ("In the first contact since the process began in January, the two sides met on Monday.", "direct_negotiation", "2019-10-14"),
        ("Uganda's envoy, chairman of the bloc last year, stayed away from the Nairobi meeting.", "boycott", None),
        ("The mission welcomed the agreement of 10 March.", "endorsement", None),
        ("Kenya's president has invited the leaders to an emergency summit on Friday.", "invitation_issued", None),
        ("On Friday Kenya's president invited the leaders to an emergency summit.", "invitation_issued", "2019-10-11"),
        ("Kenya's president invited the leaders on Friday to an emergency summit.", "invitation_issued", "2019-10-11"),
        ("The foreign ministry said that Chad would not take part in the summit on September 18.", "boycott", "2019-09-18"),
        ("The foreign ministry said that Chad would not take part in the summit on November 18.", "boycott", "2019-11-18"),
        ("The sides signed on Saturday a ceasefire that is to take effect 48 hours later.", "ceasefire_effective", "2019-10-14"),
        ("The sides signed on Saturday a ceasefire that is to take effect 36 hours later.", "ceasefire_effective", None),
    ],
)  # fmt: skip
def test_a_day_told_of_something_beside_the_event_is_not_its_own(
    coder: Coder, text: str, type_: str, start: str | None
) -> None:
    found = days(event(coder, text, type_))
    assert (found[0] if found else None) == start


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("The two sides signed a truce in September and have violated it ever since.", "violated", None),
        (
            "The talks ended in May after a faction killed ten soldiers it had kidnapped in 2010.",
            "killed",
            "2019-05-01",
        ),
        ("The Palermo talks, the third since May, ended on Monday.", "talks", "2019-10-14"),
        ("The two sides signed a road map for elections in December 2021.", "signed", None),
        ("The two sides will sign a road map in December 2021.", "sign", "2021-12-01"),
        ("Egypt hosted a summit on Monday, days after the army boycotted a meeting in Addis Ababa.", "boycotted", None),
        ("The rebels had boycotted the talks in May, and attacked a town in June.", "boycotted", "2019-05-01"),
    ],
)
def test_a_day_of_what_came_before_or_after_is_not_that_of_the_event(
    coder: Coder, text: str, word: str, start: str | None
) -> None:
    told = coder(text, published=WEDNESDAY, outlet="AP").events
    found = next(e for e in told if word in e.evidence.trigger.text.split())
    assert (found.date.start if found.date else None) == start


def test_the_same_day_of_what_happened_is_none_to_come(coder: Coder) -> None:
    text = (
        "The sides met on Monday in Oslo. They will confer again on Friday. The rebels bombed a town on the same day."
    )
    found = [e for e in coder(text, published=WEDNESDAY, outlet="AP").events if e.evidence.trigger.text == "bombed"]
    assert [days(e) for e in found] == [("2019-10-14", "2019-10-14")]


def test_years_in_a_row_are_one_span(coder: Coder) -> None:
    text = "The sides held talks in Oslo in 2016, 2017 and 2018."
    assert days(event(coder, text, "direct_negotiation")) == ("2016-01-01", "2018-12-31")


def test_a_weekday_named_once_further_down_is_not_that_of_the_day_after(coder: Coder) -> None:
    text = (
        "The rebels rejected the truce on Tuesday, saying that the army had gone on shelling their villages in the hills. "
        "Their spokesman was in Nairobi. Kenya called for patience. The African Union sent nobody. "
        "The two sides met in Cairo on Thursday."
    )
    assert days(event(coder, text, "direct_negotiation")) == ("2019-10-10", "2019-10-10")
    assert days(event(coder, f"{text} On Thursday the delegations flew home.", "direct_negotiation")) == (
        "2019-10-17",
        "2019-10-17",
    )
