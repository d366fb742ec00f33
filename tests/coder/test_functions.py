"""A function that the sentence states decides the role of everybody it is said of, and of nobody else."""

from __future__ import annotations

import pytest
from misread import misread

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, type_: str) -> EventMention:
    found = coder(text, published="2016-03-02", outlet="Le Temps").events
    return next(e for e in found if e.type == type_)


def cast(event: EventMention) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for p in event.participants:
        found.setdefault(p.role, set()).add(p.actor)
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Senegal, Gabon and Togo put their names to the accord as guarantors.", {"guarantor": {"SEN", "GAB", "TGO"}}),
        ("The accord was signed by Senegal and Gabon as witnesses.", {"witness": {"SEN", "GAB"}}),
        ("Chad and Sudan signed a pact in Dakar with Senegal as guarantor.",
         {"party": {"TCD", "SDN"}, "guarantor": {"SEN"}}),
        ("DAKAR - Chad and Sudan signed a pact on Monday, with Senegal as facilitator.",
         {"party": {"TCD", "SDN"}, "facilitator": {"SEN"}}),
        ("Chad and Sudan signed a pact in the presence of Senegal's president.",
         {"party": {"TCD", "SDN"}, "witness": {"SEN"}}),
        ("Chad and Sudan signed a pact in Dakar, witnessed by Senegal and Gabon.",
         {"party": {"TCD", "SDN"}, "witness": {"SEN", "GAB"}}),
        ("The accord was signed by Chad and Sudan and witnessed by Senegal.",
         {"party": {"TCD", "SDN"}, "witness": {"SEN"}}),
    ],
)  # fmt: skip
def test_the_function_at_a_signing_counts_for_the_whole_list(
    coder: Coder, text: str, wanted: dict[str, set[str]]
) -> None:
    assert cast(event(coder, text, "agreement_signed")) == wanted


def test_who_leads_talks_between_others_leads_for_neither(coder: Coder) -> None:
    found = event(coder, "Qatar led the talks for the hostages between Israel and Hamas.", "mediated_talks")
    assert cast(found) == {"mediator": {"QAT"}, "party": {"ISR", "group:pse-hamas"}}


def test_each_function_has_the_list_since_the_one_before(coder: Coder) -> None:
    text = "Chad and Sudan held talks in Dakar, with Senegal as host and Libya as observer."
    found = cast(event(coder, text, "mediated_talks"))
    assert found == {"party": {"TCD", "SDN"}, "host": {"SEN"}, "observer": {"LBY"}}


def test_whoever_leads_the_talks_before_a_signing_is_their_lead_mediator_once(coder: Coder) -> None:
    text = "Chad and Sudan signed a pact on Monday after a week of talks led by Libyan envoy Ali Triki."
    found = cast(event(coder, text, "agreement_signed"))
    assert found == {"party": {"TCD", "SDN"}, "lead_mediator": {"LBY"}}


def test_sides_in_separate_rooms_are_parties(coder: Coder) -> None:
    text = "Oman mediated between the two sides, with Foreign Minister Sergei Lavrov and John Kerry in separate rooms."
    found = coder(text, published="2016-03-02", outlet="Le Temps").events[0]
    assert cast(found) == {"mediator": {"OMN"}, "party": {"RUS", "USA"}}


@pytest.mark.parametrize("terms", ["is to step down", "will give up the defence ministry"])
def test_what_a_truce_provides_for_is_no_auspices(coder: Coder, terms: str) -> None:
    text = f"The Chadian government and two rebel groups signed a truce on Tuesday under which President Idriss Deby {terms}."
    for found in coder(text, published="2016-03-02", outlet="Le Temps").events:
        assert not cast(found).keys() & {"mediator", "guarantor", "observer"}


def test_the_dateline_takes_part_in_nothing(coder: Coder) -> None:
    found = event(coder, "KHARTOUM - Chad and Libya signed a pact on Monday.", "agreement_signed")
    assert cast(found) == {"party": {"TCD", "LBY"}}


@pytest.mark.parametrize("sides", ["the two sides", "both delegations"])
def test_the_sides_are_nobody_beside_those_who_are_named(coder: Coder, sides: str) -> None:
    text = f"Talks between Chad and Sudan collapsed on Monday without {sides} once meeting face to face."
    assert cast(event(coder, text, "talks_collapsed"))["party"] == {"TCD", "SDN"}


@pytest.mark.parametrize(
    ("text", "type_", "role", "actors"),
    [
        misread("the model reads the talks as mediated", "Spain advised the rebels at the talks with the government in Havana.",
                "direct_negotiation", "adviser_to_party", {"ESP"}),
        ("The EU funded the talks between the government and the rebels.", "direct_negotiation", "sponsor", {"igo:eu"}),
        ("The talks between the Colombian government and the FARC, accompanied by Chile and Venezuela, resumed on Monday.",
         "talks_resumed", "accompanier", {"CHL", "VEN"}),
    ],
)  # fmt: skip
def test_who_pays_advises_or_accompanies_is_no_mediator(
    coder: Coder, text: str, type_: str, role: str, actors: set[str]
) -> None:
    found = cast(event(coder, text, type_))
    assert found[role] == actors
    assert "mediator" not in found


def test_who_is_said_to_be_mediator_is_one(coder: Coder) -> None:
    text = "The talks on Transnistria, in which Ukraine and the OSCE are mediators, have been suspended."
    found = [cast(e) for e in coder(text, published="2016-03-02", outlet="Le Temps").events]
    assert any({"UKR", "igo:osce"} <= roles.get("mediator", set()) for roles in found)


@pytest.mark.parametrize(
    "text",
    [
        "At the talks between the government and the rebels in Doha, Qatar is not a mediator.",
        "Qatar is no mediator in the talks between Colombia and the FARC.",
    ],
)
def test_who_is_said_to_be_none_is_none(coder: Coder, text: str) -> None:
    for event in coder(text, published="2016-03-02", outlet="Le Temps").events:
        assert "QAT" not in cast(event).get("mediator", set())


def test_who_invites_or_offers_to_mediate_is_the_initiator(coder: Coder) -> None:
    invited = event(coder, "Kenya invited Chad and Sudan to talks in Nairobi.", "invitation_issued")
    assert cast(invited) == {"initiator": {"KEN"}, "recipient": {"TCD", "SDN"}}
    offered = event(coder, "Kenya offered to mediate between Chad and Sudan.", "mediation_offered")
    assert cast(offered)["initiator"] == {"KEN"}
    assert "mediator" not in cast(offered)


def test_a_truce_reached_with_somebodys_help_was_mediated(coder: Coder) -> None:
    text = "A truce negotiated with the help of Norway took effect across Sri Lanka on Sunday."
    assert any(cast(e).get("mediator") == {"NOR"} for e in coder(text, published="2016-03-02").events)
