"""Who is no side of talks and who assists them (codebook 2.10): stops of a shuttle, sponsors, whoever leads or represents a side."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def only(coder: Coder, text: str, type_: str, published: str = "1996-07-03") -> EventMention:
    found = [e for e in coder(text, published=published, outlet="Reuters").events if e.type == type_]
    assert found, text
    return found[0]


def actors(mention: EventMention, role: str) -> set[str | None]:
    return {p.actor for p in mention.participants if p.role == role}


def test_capitals_on_the_way_of_a_shuttle_are_no_parties(coder: Coder) -> None:
    text = (
        "US envoy Tom Perriello has been flying between Nairobi, Cairo, Port Sudan and Riyadh to end the war in Sudan."
    )
    assert actors(only(coder, text, "shuttle_round", "2024-09-03"), "party") == {"SDN"}


def test_the_two_capitals_of_a_shuttle_are_the_sides(coder: Coder) -> None:
    text = "Kissinger shuttled between Jerusalem and Damascus for a month."
    assert actors(only(coder, text, "shuttle_round", "1974-06-03"), "party") == {"ISR", "SYR"}


@pytest.mark.parametrize(
    "text",
    ["A conference sponsored by Nigeria brought together the Chadian factions in Kano.",
     "The Nigerian-sponsored talks between the Chadian factions opened in Kano."],
)  # fmt: skip
def test_who_sponsors_talks_is_their_sponsor(coder: Coder, text: str) -> None:
    assert actors(only(coder, text, "mediated_talks"), "sponsor") == {"NGA"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between the Sudanese government and the rebels, led on the Sudanese side by Minister Abu Nommo, broke up.",
        "Talks with the rebels, conducted for the government by Humberto de la Calle, broke up in Havana.",
    ],
)
def test_who_leads_a_side_mediates_nothing(coder: Coder, text: str) -> None:
    found = coder(text, published="2014-07-03").events
    assert found
    for event in found:
        assert not {p.role for p in event.participants} & {"mediator", "lead_mediator"}


def test_envoys_of_an_armed_movement_are_a_party_to_their_host(coder: Coder) -> None:
    text = "Iran, which hosted Houthi envoys in Tehran, offered to mediate."
    met = only(coder, text, "single_party_consultation", "2019-07-03")
    assert actors(met, "party") == {"group:yem-houthis"}
    assert "group:yem-houthis" not in actors(met, "mediator")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("President Kabbah met Foday Sankoh in Lome.", {"SLE", "group:sle-ruf"}),
        ("Savimbi met President dos Santos in Lusaka on Friday.", {"AGO", "group:ago-unita"}),
    ],
)
def test_a_government_that_meets_its_rebels_alone_negotiates_directly(
    coder: Coder, text: str, parties: set[str]
) -> None:
    assert actors(only(coder, text, "direct_negotiation"), "party") == parties


def test_where_talks_are_facilitated_nobody_is_facilitator_by_the_place(coder: Coder) -> None:
    text = "The talks took place in Algeria and the UAE."
    found = coder(text, published="2016-07-03").events
    assert found
    for event in found:
        assert not {p.actor for p in event.participants if p.role in ("party", "mediator", "facilitator")}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        (
            "Rival leaders from the Papua New Guinea island of Bougainville met in a New Zealand army camp.",
            {"PNG", "NZL"},
        ),
        ("Faction leaders from the Indonesian island of Ambon opened talks in Malino.", {"IDN"}),
    ],
)
def test_whose_island_it_is_says_nothing_of_who_talks(coder: Coder, text: str, nobody: set[str]) -> None:
    found = coder(text, published="1997-07-03").events
    assert found
    for event in found:
        assert not nobody & {p.actor for p in event.participants}


def test_an_invitation_to_somebody_is_not_his_own(coder: Coder) -> None:
    invited = only(
        coder, "Serbia walked out over an invitation to Kosovo by Austria.", "invitation_issued", "2014-07-03"
    )
    assert actors(invited, "recipient") == {"XKX"}
    assert actors(invited, "initiator") == {"AUT"}


def test_a_movement_is_told_once_however_it_is_described(coder: Coder) -> None:
    text = "Delegates of the Angolan rebel movement UNITA walked out of the talks."
    walkout = only(coder, text, "walkout")
    assert [p.actor for p in walkout.participants if p.role == "initiator"] == ["group:ago-unita"]


def test_who_judges_a_walkout_did_not_walk_out(coder: Coder) -> None:
    walkout = only(coder, "Kabbah's spokesman described the RUF walkout as theatre.", "walkout")
    assert actors(walkout, "initiator") == {"group:sle-ruf"}


def test_who_received_a_guest_before_has_no_part_in_his_next_meeting(coder: Coder) -> None:
    text = "Salva Kiir was received by Uhuru Kenyatta and held talks with Riek Machar in Nairobi."
    talks = [e for e in coder(text, published="2014-07-03").events if e.evidence.trigger.text.endswith("talks")]
    assert talks
    assert all(p.actor != "KEN" for e in talks for p in e.participants)


@pytest.mark.parametrize("verb", ["insisted on", "proposed"])
def test_who_is_wanted_as_mediator_is_asked_to_mediate(coder: Coder, verb: str) -> None:
    asked = only(coder, f"The government of Colombia {verb} Kenya as mediator.", "mediation_requested", "2019-07-03")
    assert actors(asked, "recipient") == {"KEN"}


def test_officials_of_two_sides_are_two_parties_though_one_is_no_recognised_state(coder: Coder) -> None:
    met = coder("Georgian and Abkhaz officials met in Sukhumi on Monday.", published="2003-07-03").events[0]
    assert actors(met, "party") == {"GEO", "group:geo-abkhazia"}


def test_who_hosts_other_talks_hosts_no_meeting_of_his_own_by_it(coder: Coder) -> None:
    text = "President Chiluba of Zambia, who is hosting the talks between Kabila and the rebels, met Museveni."
    met = next(e for e in coder(text, published="1999-07-03").events if e.evidence.trigger.text == "met")
    assert "host" not in {p.role for p in met.participants}


def test_where_talks_are_moved_nobody_joins_them(coder: Coder) -> None:
    text = "Talks between the Burundian government and the FDD were moved to Lusaka from Abidjan."
    found = coder(text, published="1999-07-03").events
    assert found
    for event in found:
        assert not {"ZMB", "CIV"} & {p.actor for p in event.participants}


def test_a_collective_noun_behind_those_it_means_is_nobody_else(coder: Coder) -> None:
    text = "The United States, Norway and Britain, the Troika that guarantees the deal, called on Juba to sign."
    given = only(coder, text, "guarantee_given", "1996-07-03")
    assert actors(given, "guarantor") == {"USA", "NOR", "GBR"}


def test_who_hosts_and_does_not_mediate_is_the_host(coder: Coder) -> None:
    text = "Norway hosts the talks between the parties of Nepal but does not mediate."
    talks = next(e for e in coder(text, published="2006-07-03").events if e.evidence.trigger.text == "talks")
    assert (actors(talks, "host"), actors(talks, "mediator")) == ({"NOR"}, set())


def test_who_is_late_and_delays_talks_does_not_mediate_them(coder: Coder) -> None:
    text = (
        "Talks between Greek Cypriots and Turkish Cypriots were delayed because the plane of the U.S. envoy was late."
    )
    found = coder(text, published="1997-07-03").events
    assert found
    for event in found:
        assert "USA" not in actors(event, "mediator")


def test_who_asks_a_mediator_for_something_else_asks_for_no_mediation(coder: Coder) -> None:
    found = coder("Moldova asked OSCE mediators for a map of the security zone.", published="1997-07-03").events
    assert "mediation_requested" not in {e.type for e in found}


def test_who_seeks_assurances_gives_none(coder: Coder) -> None:
    given = only(coder, "Georgia sought assurances from Russia that the truce would hold.", "guarantee_given")
    assert (actors(given, "guarantor"), given.status) == ({"RUS"}, "proposed")


@pytest.mark.parametrize("verb", ["got", "persuaded"])
def test_who_gets_others_to_sign_mediates_and_signs_nothing(coder: Coder, verb: str) -> None:
    signed = only(coder, f"Qatar {verb} the rebels of Chad to sign a truce in Doha.", "agreement_signed", "2013-07-03")
    assert (actors(signed, "mediator"), "QAT" in actors(signed, "party")) == ({"QAT"}, False)


def test_the_envoy_mediates_though_he_is_not_named_again(coder: Coder) -> None:
    met = only(coder, "Ardzinba met the envoy in Sukhumi.", "single_party_consultation")
    assert actors(met, "party") == {"group:geo-abkhazia"}


def test_a_bishop_who_mediates_is_not_the_state_that_he_lives_in(coder: Coder) -> None:
    text = "Bishop Samuel Ruiz mediated talks between the Zapatistas and the Mexican government."
    assert actors(only(coder, text, "mediated_talks"), "mediator") == {"org:conai"}


def test_of_three_capitals_without_a_conflict_all_may_be_sides(coder: Coder) -> None:
    shuttle = only(coder, "Kissinger shuttled between Cairo, Jerusalem and Damascus.", "shuttle_round", "1974-03-01")
    assert actors(shuttle, "party") == {"EGY", "ISR", "SYR"}


@pytest.mark.parametrize(
    ("text", "role", "actor"),
    [
        ("The peace talks, chaired for the United Nations by Lakhdar Brahimi, opened in Geneva.", "mediator", "igo:un"),
        ("Talks hosted for Russia and Ukraine by Turkey resumed on Monday.", "host", "TUR"),
        ("The deal was mediated by Qatar and signed by Hamas.", "mediator", "QAT"),
    ],
)
def test_who_assists_for_both_is_no_party(coder: Coder, text: str, role: str, actor: str) -> None:
    found = [e for e in coder(text, published="2015-06-01").events if actor in {p.actor for p in e.participants}]
    assert any(actor in actors(e, role) for e in found)
    assert not any(actor in actors(e, "party") for e in found)


def test_who_persuades_others_to_boycott_stays_away_from_nothing(coder: Coder) -> None:
    boycott = only(coder, "The US persuaded Sudan to boycott the talks.", "boycott", "2015-06-01")
    assert actors(boycott, "boycotting") == {"SDN"}


def test_who_proposes_himself_as_mediator_asks_nobody(coder: Coder) -> None:
    found = coder("Norway proposed itself as mediator in Sri Lanka.", published="2005-06-01").events
    assert {e.type for e in found} == {"mediation_offered"}
