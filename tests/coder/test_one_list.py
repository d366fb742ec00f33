"""Those who are told in one list have one role."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Diplomats from Norway, Chile and Switzerland took part in the talks between the government and the rebels as observers.",
            "mediated_talks",
            {"observer": {"NOR", "CHL", "CHE"}},
        ),
        (
            "The agreement was signed by the foreign ministers of Armenia and Azerbaijan in the presence of Marco Rubio.",
            "agreement_signed",
            {"party": {"ARM", "AZE"}, "witness": {"USA"}},
        ),
        (
            "An African Union delegation including the presidents of Kenya, Chad and Uganda met Sudan's ruler Abdel Fattah al-Burhan.",
            "single_party_consultation",
            {"mediator": {"igo:african-union", "KEN", "TCD", "UGA"}, "party": {"SDN"}},
        ),
        (
            "Talks in Geneva were mediated by Switzerland, with Egypt and Norway as observers.",
            "mediated_talks",
            {"mediator": {"CHE"}, "observer": {"EGY", "NOR"}},
        ),
        (
            "Qatar hosted talks between Kinshasa and the M23, with US and Kenyan officials observing.",
            "mediated_talks",
            {"host": {"QAT"}, "observer": {"USA", "KEN"}},
        ),
        (
            "Turkey hosted the talks between Russia and Ukraine with US officials in attendance.",
            "mediated_talks",
            {"host": {"TUR"}, "participant": {"USA"}, "party": {"RUS", "UKR"}},
        ),
        (
            "The talks between Serbia and Kosovo, also attended by Albania and Hungary, ended without result.",
            "direct_negotiation",
            {"party": {"SRB", "XKX"}, "participant": {"ALB", "HUN"}},
        ),
    ],
)
def test_a_list_shares_the_role_that_is_told(
    coder: Coder, text: str, type_: str, expected: dict[str, set[str]]
) -> None:
    found = coded(coder, text, "2025-06-03")[type_]
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of Armenia and Azerbaijan met in Geneva in the presence of the envoys of Russia and France.",
            {"party": {"ARM", "AZE"}, "witness": {"RUS", "FRA"}},
        ),
        (
            "The presidents of Kenya and Uganda met the leaders of Rwanda and Congo in Nairobi.",
            {"party": {"KEN", "UGA", "RWA", "COD"}},
        ),
        ("The talks were attended by Armenia and Azerbaijan.", {"party": {"ARM", "AZE"}}),
    ],
)
def test_who_stands_in_another_list_keeps_his_role(coder: Coder, text: str, expected: dict[str, set[str]]) -> None:
    assert next(iter(coded(coder, text, "2025-06-03").values())) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Egyptian-Qatari mediation led to a truce in Gaza.", "ceasefire_declared", {"mediator": {"EGY", "QAT"}}),
        (
            "Franco-German mediators met the delegations of Russia and Ukraine.",
            "single_party_consultation",
            {"mediator": {"FRA", "DEU"}, "party": {"RUS", "UKR"}},
        ),
        (
            "The US-Saudi mediated talks between the army and the RSF resumed in Jeddah.",
            "talks_resumed",
            {"mediator": {"USA", "SAU"}},
        ),
        (
            "A joint Saudi-Omani delegation held talks with the Houthis in Sanaa.",
            "single_party_consultation",
            {"mediator": {"SAU", "OMN"}, "party": {"group:yem-houthis"}},
        ),
        ("The Sino-Indian talks ended on Monday.", "direct_negotiation", {"party": {"CHN", "IND"}}),
    ],
)
def test_two_nationalities_that_a_hyphen_joins_are_two_actors(
    coder: Coder, text: str, type_: str, expected: dict[str, set[str]]
) -> None:
    found = coded(coder, text, "2024-07-03")[type_]
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Guinea-Bissau government met the rebels.", {"GNB", "group:gnb-rebels"}),
        ("A Syrian-American doctor met the rebels.", {None}),
    ],
)
def test_a_name_with_a_hyphen_and_a_person_of_two_nations_are_one(
    coder: Coder, text: str, actors: set[str | None]
) -> None:
    event = coder(text, published="2024-07-03").events[0]
    assert {p.actor for p in event.participants} == actors
