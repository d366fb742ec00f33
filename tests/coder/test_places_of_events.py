"""Venues read from texts: where talks are held and texts are signed, not what they are about nor where somebody speaks."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, type_: str | None = None) -> EventMention:
    found = [e for e in coder(text, published="2021-09-10", outlet="AP").events if type_ in (None, e.type)]
    assert found, text
    return found[0]


@pytest.mark.parametrize("city", ["Pretoria", "Minsk", "Ohrid", "Khartoum", "Addis Ababa"])
def test_a_text_is_signed_in_its_city(coder: Coder, city: str) -> None:
    found = event(
        coder, f"The government and the rebels signed an accord in {city} on Monday.", "agreement_signed"
    ).venue
    assert found is not None and (found.name, found.status) == (city, "confirmed")


@pytest.mark.parametrize(
    ("text", "type_", "city"),
    [
        ("The talks between the army and the rebels in Jeddah were suspended.", "talks_suspended", "Jeddah"),
        ("The army suspended its participation in talks in Jeddah on Wednesday.", "talks_suspended", "Jeddah"),
        ("The government walked out of peace talks in Kampala.", "walkout", "Kampala"),
        ("Talks planned for Monday in Oslo have been cancelled.", "talks_cancelled", "Oslo"),
        ("The Geneva talks were postponed on Tuesday.", "talks_postponed", "Geneva"),
    ],
)
def test_what_is_done_to_talks_has_the_place_of_the_talks(coder: Coder, text: str, type_: str, city: str) -> None:
    found = event(coder, text, type_).venue
    assert found is not None and found.name == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("France will hold a conference on Mali in Paris.", "Paris"),
        ("Envoys held talks about Myanmar in Jakarta.", "Jakarta"),
        ("Turkey and Russia held talks over Syria in Sochi.", "Sochi"),
        ("The ministers discussed the conflict in Mali at a meeting in Bamako.", "Bamako"),
        ("The government and the rebels held talks on the war in Yemen.", None),
    ],
)
def test_what_talks_are_about_is_no_venue(coder: Coder, text: str, city: str | None) -> None:
    found = event(coder, text).venue
    assert (found.name if found else None) == city


@pytest.mark.parametrize(
    "text",
    [
        "The minister said in Brussels that the talks with the rebels had collapsed.",
        "Speaking in Brussels, the minister said that the talks with the rebels had collapsed.",
        "The envoy told reporters in Brussels that the talks with the rebels had collapsed.",
        "After the minister had landed in Brussels, the talks with the rebels collapsed.",
    ],
)
def test_where_somebody_speaks_is_no_venue(coder: Coder, text: str) -> None:
    assert event(coder, text, "talks_collapsed").venue is None


def test_the_venue_of_talks_that_are_only_offered_is_a_proposal(coder: Coder) -> None:
    found = event(coder, "Ghana offered on Monday to mediate talks in Accra in October.", "mediation_offered").venue
    assert found is not None and (found.name, found.status) == ("Accra", "proposed")


def test_whose_seat_is_named_by_their_title_hosts_elsewhere(coder: Coder) -> None:
    hosted = event(coder, "Geneva-based mediators hosted talks between the government and the rebels.")
    assert hosted.venue is None
    hosted = event(coder, "Baghdad hosted talks between Iran and Saudi Arabia.")
    assert hosted.venue is not None and hosted.venue.name == "Baghdad"


def test_a_place_behind_a_closed_clause_on_somebody_is_the_venue(coder: Coder) -> None:
    met = event(coder, "The government met the rebels, who control the north, in Djibouti on Tuesday.")
    assert met.venue is not None and met.venue.name == "Djibouti"


@pytest.mark.parametrize(
    ("text", "type_", "city"),
    [
        ("MEXICO CITY, Dec 6 (Reuters) - The government and the URNG signed an accord in Oslo.", "agreement_signed", "Oslo"),
        ("Chad and the rebels agreed to a truce in Abeche after a week of U.N.-sponsored talks in Libreville.", "mediated_talks", "Libreville"),
        ("Haftar met Prime Minister Fayez al-Serraj of the government in Tripoli.", "direct_negotiation", None),
        ("The envoy met officials of the government in Juba in Addis Ababa.", "single_party_consultation", "Addis Ababa"),
        ("The pope received the two delegations at the Vatican.", None, "Vatican City"),
    ],
)  # fmt: skip
def test_the_place_of_the_event_goes_before_those_named_beside_it(
    coder: Coder, text: str, type_: str | None, city: str | None
) -> None:
    venue = event(coder, text, type_).venue
    assert (venue.name if venue else None) == city


def test_who_is_aimed_at_is_no_place(coder: Coder) -> None:
    assert event(coder, "The United States took aim at China over Hong Kong.").venue is None


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Turkey shot down a Russian jet near the Syrian border.", ["RUS"]),
        ("Rebels attacked an army post at Mutambu.", []),
        ("There was no evidence the strike had come from Yemen.", []),
    ],
)
def test_where_an_attack_is_suffers_nothing(coder: Coder, text: str, recipients: list[str]) -> None:
    found = event(coder, text)
    assert [
        p.actor for p in found.participants if p.role == "recipient" and p.actor != "group:cod-rebels"
    ] == recipients


def test_here_is_the_place_of_the_dateline(coder: Coder) -> None:
    found = event(
        coder, "LISBON, May 31 - The government and the rebels signed an accord here today.", "agreement_signed"
    ).venue
    assert found is not None and found.name == "Lisbon"


@pytest.mark.parametrize(
    ("text", "type_", "place", "country"),
    [
        (
            "The army and the rebels signed an accord at the village of Tchibonga on Monday.",
            "agreement_signed",
            "Tchibonga",
            None,
        ),
        ("The government invited the rebels to Ouagadougou for talks.", "invitation_issued", "Ouagadougou", "BFA"),
        ("Italy offered Rome as a venue for talks between the army and the rebels.", "venue_offered", "Rome", "ITA"),
        ("Italy offered Rome as a venue, and Addis Ababa declined.", "venue_offered", "Rome", "ITA"),
        ("Rebels shelled the town of Marib on Monday.", None, "Marib", "YEM"),
        ("Shells fired by the rebels hit a market in Omdurman on Tuesday.", None, "Omdurman", "SDN"),
    ],
)
def test_places_behind_other_words_and_places_that_no_table_has(
    coder: Coder, text: str, type_: str | None, place: str, country: str | None
) -> None:
    found = [e.venue for e in coder(text, published="2021-09-10", outlet="AP").events if type_ in (None, e.type)]
    assert (place, country) in {(v.name, v.country) for v in found if v}


@pytest.mark.parametrize(
    "text",
    [
        "Russia attacked Ukraine on Monday.",
        "The envoy flew to Doha after the talks between the army and the rebels collapsed.",
        "The army and the rebels signed an accord drawn up by Tchibonga.",
    ],
)
def test_a_country_that_is_attacked_and_where_somebody_goes_afterwards_are_no_venue(coder: Coder, text: str) -> None:
    assert [e.venue.name for e in coder(text, published="2021-09-10", outlet="AP").events if e.venue] == []


@pytest.mark.parametrize("end", ["signed an accord here on Monday.", "signed an accord on Monday."])
def test_the_dateline_tells_of_its_city_not_of_the_state_behind_it(coder: Coder, end: str) -> None:
    found = event(coder, f"DAYTON, Ohio -- The presidents of Bosnia and Serbia {end}", "agreement_signed").venue
    assert found is not None and found.name == "Dayton"


def test_namesakes_are_told_apart_in_the_tables_not_in_the_name(coder: Coder) -> None:
    found = event(coder, "The government and the rebels held talks in Gori, Georgia, on Monday.").venue
    assert found is not None and (found.name, found.country) == ("Gori", "GEO")


def test_an_owner_behind_a_city_is_not_its_country(coder: Coder) -> None:
    text = "The envoy met Chinese officials in Beijing, South Korea's Yonhap news agency said."
    assert {(e.venue.name, e.venue.country) for e in coder(text, published="2018-05-30").events if e.venue} == {
        ("Beijing", "CHN")
    }
