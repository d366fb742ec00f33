"""What must not change a coding, and what must, after the behavioural tests of the event-coding literature.

Hu et al. 2024 ("Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation Classification") and Halterman and
Keith 2024 ("Codebook LLMs") test a coder by small changes of a sentence whose effect the codebook tells. Here: names drawn from the
knowledge base's better known entries are put into templates.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coder import Coder
from dragoman.records import EventMention

BROKERS = ["Qatar", "Norway", "Turkey", "Egypt", "Kenya", "Oman", "Switzerland", "Algeria"]
STATES = ["Armenia", "Azerbaijan", "Eritrea", "Ethiopia", "Serbia", "Kosovo", "Sudan", "Chad", "Thailand", "Cambodia"]
CITIES = ["Geneva", "Doha", "Vienna", "Nairobi", "Oslo", "Muscat", "Cairo"]
OUTLETS = ["Reuters", "The Guardian", "Al Jazeera", "Daily Nation"]
some = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
brokers, cities = st.sampled_from(BROKERS), st.sampled_from(CITIES)
pairs = st.permutations(STATES).map(lambda names: (names[0], names[1]))


def events(coder: Coder, text: str, outlet: str = "Reuters") -> list[EventMention]:
    return coder(text, published="2024-05-14", outlet=outlet).events


def named(event: EventMention, *roles: str) -> set[str | None]:
    return {p.name for p in event.participants if p.role in roles}


MEDIATING = ("mediator", "broker", "facilitator", "lead_mediator", "convener")


@some
@given(broker=brokers, pair=pairs)
def test_names_of_broker_and_party_swapped_swap_their_roles(coder: Coder, broker: str, pair: tuple[str, str]) -> None:
    one, other = pair
    for mediator, party in ((broker, one), (one, broker)):
        [event] = events(coder, f"{mediator} mediated talks between {party} and {other} on Monday.")
        assert event.type == "mediated_talks"
        assert named(event, *MEDIATING) == {mediator}
        assert named(event, "party") == {party, other}


@some
@given(pair=pairs, city=cities, outlets=st.permutations(OUTLETS))
def test_other_names_and_outlets_leave_type_and_status_as_they_are(
    coder: Coder, pair: tuple[str, str], city: str, outlets: list[str]
) -> None:
    text = f"{pair[0]} and {pair[1]} signed a peace agreement in {city} on Friday."
    [event] = events(coder, text, outlets[0])
    assert (event.type, event.status, event.polarity) == ("agreement_signed", "held", "affirmed")
    assert named(event, "party", "initiator") == set(pair)


@some
@given(pair=pairs)
def test_negation_turns_the_polarity_and_nothing_else(coder: Coder, pair: tuple[str, str]) -> None:
    [said] = events(coder, f"{pair[0]} and {pair[1]} signed the agreement on Friday.")
    [denied] = events(coder, f"{pair[0]} and {pair[1]} did not sign the agreement on Friday.")
    assert (said.polarity, denied.polarity) == ("affirmed", "negated")
    assert said.type == denied.type


@some
@given(pair=pairs)
def test_may_makes_it_less_certain(coder: Coder, pair: tuple[str, str]) -> None:
    [sure] = events(coder, f"{pair[0]} will attack {pair[1]} this week.")
    [unsure] = events(coder, f"{pair[0]} may attack {pair[1]} this week.")
    assert sure.type == unsure.type and sure.plover.event == unsure.plover.event
    assert unsure.certainty == "possible"


@some
@given(pair=pairs)
def test_passive_says_what_active_says(coder: Coder, pair: tuple[str, str]) -> None:
    one, other = pair
    [active] = events(coder, f"{one} attacked {other} on Sunday.")
    [passive] = events(coder, f"{other} was attacked by {one} on Sunday.")
    for event in (active, passive):
        assert event.plover.event == "ASSAULT"
        assert (event.status, event.polarity) == ("held", "affirmed")
        assert named(event, "initiator") == {one}
        assert named(event, "recipient") == {other}


@some
@given(broker=brokers, pair=pairs, city=cities)
def test_proposed_talks_never_count_as_held(coder: Coder, broker: str, pair: tuple[str, str], city: str) -> None:
    text = f"{broker} proposed talks between {pair[0]} and {pair[1]} in {city} next month."
    assert all(
        e.status != "held" or e.type in ("talks_proposed", "talks_called_for", "mediation_offered")
        for e in events(coder, text)
    )


@some
@given(pair=pairs, city=cities, left_out=st.sampled_from(["France", "India", "Brazil", "Japan"]))
def test_who_was_not_invited_is_excluded_and_not_at_the_table(
    coder: Coder, pair: tuple[str, str], city: str, left_out: str
) -> None:
    text = f"{pair[0]} and {pair[1]} held peace talks in {city} on Tuesday. {left_out} was not invited to the talks."
    found = events(coder, text)
    assert any(left_out in named(e, "excluded") for e in found)
    assert not any(left_out in named(e, "party", "participant", *MEDIATING) for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "The supermarket chain called a truce in its price war with a rival on Thursday.",
        "The striker's agent held talks with the club over a new contract.",
        "The teachers' union and the ministry reached a deal on pay after a mediator stepped in.",
        "A family court sent the couple to mediation before the hearing.",
        "The band's singer and guitarist made peace after a ten-year feud.",
    ],
)
def test_business_sport_labour_and_court_make_no_peacemaking(coder: Coder, text: str) -> None:
    assert [e.type for e in events(coder, text) if e.type] == []
