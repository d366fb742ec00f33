"""Who keeps his part beside those who only tell where, when or whose something is: guests' hosts, envoys, holders of captives, visitors."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def coded(coder: Coder, text: str, published: str) -> dict[str, dict[str, set[str | None]]]:
    found: dict[str, dict[str, set[str | None]]] = {}
    for event in coder(text, published=published, outlet="Le Temps").events:
        cast = found.setdefault(event.type or event.plover.event, {})
        for p in event.participants:
            cast.setdefault(p.role, set()).add(p.actor)
    return found


@pytest.mark.parametrize(
    ("text", "published", "host"),
    [
        (
            "Rebel leaders and government ministers met in Libreville as guests of Gabonese President Omar Bongo.",
            "1997-06-09",
            "GAB",
        ),
        (
            "Mahmoud Abbas and Ehud Olmert met in Sharm el-Sheikh as guests of Egyptian President Hosni Mubarak.",
            "2007-06-25",
            "EGY",
        ),
        ("Pakistan has emerged as the venue for talks between Iran and the United States.", "2025-06-09", "PAK"),
    ],
)
def test_whose_guests_meet_or_who_is_the_venue_hosts(coder: Coder, text: str, published: str, host: str) -> None:
    assert coded(coder, text, published)["mediated_talks"]["host"] == {host}


def test_who_comes_as_an_organisations_envoy_mediates_for_it(coder: Coder) -> None:
    text = "Thabo Mbeki met the rebels as envoy of the African Union."
    assert coded(coder, text, "2011-06-09")["single_party_consultation"]["mediator"] == {"igo:african-union"}


def test_an_envoy_who_only_comes_is_no_host(coder: Coder) -> None:
    text = "President Rakhmonov and opposition leader Abdullo Nuri met on Friday, with the United Nations envoy, Gerd Merrem, to pour the tea."
    talks = coded(coder, text, "1997-02-21")["mediated_talks"]
    assert talks["mediator"] == {"igo:un"}
    assert "host" not in talks


def test_who_holds_captives_releases_them(coder: Coder) -> None:
    text = "Norway secured the release of two engineers kidnapped by the Taliban."
    release = coded(coder, text, "2010-06-09")["RETREAT"]
    assert (release["mediator"], release["initiator"]) == ({"NOR"}, {"group:afg-taliban"})


def test_a_visit_to_somebody_is_told_as_one(coder: Coder) -> None:
    text = "Israel and Hamas agreed to extend the truce following a visit by Qatari mediators to Gaza."
    assert coded(coder, text, "2014-06-09")["single_party_consultation"]["mediator"] == {"QAT"}


def test_the_city_chosen_as_the_venue_is_where_they_meet(coder: Coder) -> None:
    text = "Geneva was chosen as the venue for the talks between Washington and Tehran."
    event = coder(text, published="2015-06-09").events[0]
    assert event.venue is not None
    assert event.venue.name == "Geneva"


def test_who_watches_a_truce_of_others_is_no_side(coder: Coder) -> None:
    found = coded(coder, "Egypt will observe the ceasefire between Israel and Hamas.", "2014-06-09")
    assert found["ceasefire_effective"] == {"monitor": {"EGY"}, "party": {"ISR", "group:pse-hamas"}}


def test_a_truce_is_brokered_by_those_told_and_not_by_whose_war_it_ends(coder: Coder) -> None:
    text = "A Syrian ceasefire brokered by Russia and Turkey took effect on Friday."
    assert coded(coder, text, "2017-01-02")["ceasefire_declared"]["broker"] == {"RUS", "TUR"}


def test_an_initiative_of_two_is_theirs(coder: Coder) -> None:
    found = coded(coder, "A Saudi-American initiative brought Sudan's warring generals to Jeddah.", "2023-06-09")
    assert found["mediated_talks"]["mediator"] == {"SAU", "USA"}


def test_a_truce_declared_after_talks_is_with_those_who_held_them(coder: Coder) -> None:
    text = "The government declared a ceasefire with the rebels after talks brokered by Togo."
    event = next(e for e in coder(text, published="2003-06-09").events if e.type == "mediated_talks")
    assert {p.name for p in event.participants if p.role == "party"} == {"government", "rebels"}


def test_foes_who_meet_for_trade_talks_negotiate_no_peace(coder: Coder) -> None:
    text = "Chinese Premier Li Qiang met Japanese Prime Minister Shigeru Ishiba for trade talks in Tokyo."
    assert "direct_negotiation" not in coded(coder, text, "2025-06-09")


@pytest.mark.parametrize(
    ("text", "type_", "mediators"),
    [
        ("Mediators from Norway met Tamil Tiger leaders.", "single_party_consultation", {"NOR"}),
        ("Mediators from Qatar and Egypt met Hamas leaders in Doha.", "single_party_consultation", {"QAT", "EGY"}),
        (
            "The presidents of Ghana, Nigeria and Togo met Ivorian President Laurent Gbagbo and rebel leader Guillaume Soro.",
            "mediated_talks",
            {"GHA", "NGA", "TGO"},
        ),
        (
            "Indonesia, as chair of ASEAN, brought the Thai and Cambodian foreign ministers together in Jakarta.",
            "mediated_talks",
            {"IDN"},
        ),
    ],
)
def test_mediators_from_somewhere_mediate(coder: Coder, text: str, type_: str, mediators: set[str]) -> None:
    assert coded(coder, text, "2009-06-09")[type_]["mediator"] == mediators


def test_officials_beside_mediators_are_none(coder: Coder) -> None:
    found = coded(coder, "Mediators from the African Union and Sudanese officials met in Khartoum.", "2013-06-09")
    assert "SDN" not in found["third_party_consultation"]["mediator"]


def test_who_meets_his_own_negotiators_consults_nobody(coder: Coder) -> None:
    found = coded(coder, "Netanyahu met his negotiators ahead of talks with Hamas in Cairo.", "2013-06-09")
    assert "single_party_consultation" not in found
