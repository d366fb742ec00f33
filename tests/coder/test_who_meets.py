"""What kind of meeting it is by whose conflict it is: foes meet as parties, and who is no foe of theirs assists."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def meeting(coder: Coder, text: str, published: str) -> EventMention:
    return coder(text, published=published, outlet="Le Temps").events[0]


def cast(event: EventMention) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for p in event.participants:
        found.setdefault(p.role, set()).add(p.actor)
    return found


@pytest.mark.parametrize(
    ("text", "published", "mediator", "party"),
    [
        ("UN envoy Martin Griffiths held talks with the Yemeni government in Riyadh.", "2019-07-03", "igo:un", "YEM"),
        ("Kofi Annan had talks with President Omar al-Bashir in Khartoum.", "2005-07-03", "igo:un", "SDN"),
        ("The African Union held talks with the TPLF in Mekelle.", "2022-07-03", "igo:african-union", "group:eth-tplf"),
    ],
)
def test_organisations_of_states_meet_a_side_as_mediators(
    coder: Coder, text: str, published: str, mediator: str, party: str
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "single_party_consultation"
    assert cast(event) == {"mediator": {mediator}, "party": {party}}


def test_an_organisation_that_meets_both_sides_mediates(coder: Coder) -> None:
    event = meeting(coder, "The UN held talks with the two sides in Geneva.", "2019-07-03")
    assert event.type == "mediated_talks"
    assert cast(event)["mediator"] == {"igo:un"}


@pytest.mark.parametrize(
    ("text", "published", "parties"),
    [
        ("NATO and Yugoslavia held talks in Kumanovo.", "1999-06-07", {"igo:nato", "YUG"}),
        ("The EU and Iran held talks in Vienna on the nuclear programme.", "2014-06-07", {"igo:eu", "IRN"}),
    ],
)
def test_organisations_at_war_or_in_talks_on_arms_are_sides(
    coder: Coder, text: str, published: str, parties: set[str]
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "direct_negotiation"
    assert cast(event) == {"party": parties}


@pytest.mark.parametrize(
    ("text", "published", "parties"),
    [
        ("Massoud Barzani met his rival Jalal Talabani in Ankara.", "1997-07-03", {"group:irq-kdp", "group:irq-puk"}),
        ("Gerry Adams met Tony Blair in London.", "1998-07-03", {"group:gbr-sinn-fein", "GBR"}),
        ("Kurdish negotiators met Turkish officials in Oslo.", "2011-07-03", {None, "TUR"}),
    ],
)
def test_foes_who_meet_alone_are_parties(coder: Coder, text: str, published: str, parties: set[str | None]) -> None:
    event = meeting(coder, text, published)
    assert event.type == "direct_negotiation"
    assert cast(event) == {"party": parties}


@pytest.mark.parametrize(
    ("text", "published", "mediators", "party"),
    [
        ("US and Saudi mediators met the RSF in Jeddah.", "2023-07-03", {"USA", "SAU"}, "group:sdn-rsf"),
        ("EU and UN envoys met the Libyan government in Tripoli.", "2019-07-03", {"igo:eu", "igo:un"}, "LBY"),
        ("Turkish and Qatari envoys met the Taliban in Doha.", "2020-07-03", {"TUR", "QAT"}, "group:afg-taliban"),
        ("Norwegian and Swiss officials met Hamas in Cairo.", "2020-07-03", {"NOR", "CHE"}, "group:pse-hamas"),
    ],
)
def test_those_in_one_list_have_one_role(
    coder: Coder, text: str, published: str, mediators: set[str], party: str
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "single_party_consultation"
    assert cast(event) == {"mediator": mediators, "party": {party}}


def test_a_foe_in_the_list_is_no_mediator(coder: Coder) -> None:
    event = meeting(coder, "Israeli and Egyptian officials met Hamas in Cairo.", "2020-07-03")
    assert "ISR" not in cast(event).get("mediator", set())


@pytest.mark.parametrize(
    ("text", "published", "mediator", "parties"),
    [
        ("Macron held talks with Fayez al-Sarraj and Khalifa Hifter in Paris.", "2018-07-03", "FRA", {"LBY", "group:lby-lna"}),
        ("Lavrov held talks in Moscow with the Armenian and Azerbaijani foreign ministers.", "2020-07-03", "RUS", {"ARM", "AZE"}),
    ],
)  # fmt: skip
def test_who_meets_two_foes_and_is_no_foe_of_theirs_mediates(
    coder: Coder, text: str, published: str, mediator: str, parties: set[str]
) -> None:
    event = meeting(coder, text, published)
    assert event.type == "mediated_talks"
    assert cast(event) == {"mediator": {mediator}, "party": parties}


@pytest.mark.parametrize(
    "text",
    [
        "Erdogan spoke with Vladimir Putin and Volodymyr Zelensky about the grain deal.",
        "Blinken met Volodymyr Zelensky and Vladimir Putin separately in Europe.",
    ],
)
def test_who_meets_two_foes_one_after_the_other_mediates_no_talks_of_theirs(coder: Coder, text: str) -> None:
    event = meeting(coder, text, "2023-07-03")
    assert event.type == "single_party_consultation"
    assert cast(event)["party"] == {"RUS", "UKR"}


@pytest.mark.parametrize(
    ("text", "published", "mediators"),
    [
        ("Jimmy Carter held talks with Hamas in Damascus.", "2009-07-03", {"person:jimmy-carter"}),
        ("Tony Blair met Netanyahu in Jerusalem.", "2024-07-03", {"person:tony-blair"}),
        ("Former President Laurent Gbagbo and President Alassane Ouattara met in Abidjan.", "2021-07-28", set()),
        ("Buthelezi and Mandela met in Durban.", "2002-07-03", set()),
        ("Obasanjo mediated between Kabila and Nkunda in Nairobi.", "2024-07-03", {"person:olusegun-obasanjo"}),
    ],
)  # fmt: skip
def test_a_former_president_mediates_abroad_and_is_a_side_at_home(
    coder: Coder, text: str, published: str, mediators: set[str]
) -> None:
    assert cast(meeting(coder, text, published)).get("mediator", set()) == mediators


@pytest.mark.parametrize("text", ["SADC and the M23 held talks in Harare.", "The UN held talks with the M23 in Goma."])
def test_an_organisation_with_one_side_mediates_no_talks(coder: Coder, text: str) -> None:
    event = meeting(coder, text, "2024-07-03")
    assert event.type == "single_party_consultation"
    assert cast(event)["party"] == {"group:cod-m23"}


def test_who_inspects_arms_is_a_side(coder: Coder) -> None:
    assert cast(meeting(coder, "Iran and the IAEA held talks in Vienna.", "2024-07-03")) == {
        "party": {"IRN", "igo:iaea"}
    }


def test_foes_that_meet_mediators_meet_no_foe_alone(coder: Coder) -> None:
    event = meeting(coder, "Hamas and Israel met mediators in Doha.", "2024-07-03")
    assert event.type == "single_party_consultation"


def test_of_a_list_of_powers_that_a_side_meets_none_mediates(coder: Coder) -> None:
    event = meeting(coder, "Iran held talks with the United States, Russia and China in Geneva.", "2014-07-03")
    assert cast(event) == {"party": {"IRN", "USA", "RUS", "CHN"}}


def test_a_movement_meets_a_government_that_is_no_foe_as_a_side(coder: Coder) -> None:
    for text in (
        "The head of Hamas' political bureau, Ismail Haniyeh, met Qatari officials in Doha.",
        "Zin Mar Aung, the NUG's foreign minister, met Qatari officials in Doha.",
    ):
        event = meeting(coder, text, "2022-07-03")
        assert event.type == "single_party_consultation"
        assert cast(event)["mediator"] == {"QAT"}
        assert len(cast(event)["party"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "British Foreign Secretary Robin Cook met French Foreign Minister Hubert Vedrine in Paris to discuss Kosovo.",
        "Holbrooke met Russian Deputy Foreign Minister Igor Ivanov in Geneva to discuss Bosnia.",
    ],
)
def test_governments_that_speak_of_anothers_conflict_are_third_parties(coder: Coder, text: str) -> None:
    event = meeting(coder, text, "1998-07-03")
    assert event.type == "third_party_consultation"
    assert "party" not in cast(event)


@pytest.mark.parametrize(
    ("text", "published", "sides"),
    [
        (
            "That truce was negotiated by Israel and Hamas in the presence of Egypt.",
            "2019-11-01",
            {"ISR", "group:pse-hamas"},
        ),
        (
            "Gustavo Petro and Antonio Garcia, the head of the ELN, oversaw the signing of a ceasefire.",
            "2023-06-10",
            {"COL", "group:col-eln"},
        ),
        (
            "The talks were chaired by Russia and attended by Serzh Sargsyan of Armenia and Ilham Aliyev of Azerbaijan.",
            "2016-05-12",
            {"ARM", "AZE"},
        ),
    ],
)
def test_two_foes_mediate_nothing_between_them(coder: Coder, text: str, published: str, sides: set[str]) -> None:
    for event in coder(text, published=published, outlet="Le Temps").events:
        assert {p.actor for p in event.participants if p.role == "party"} == sides


@pytest.mark.parametrize(
    "text",
    [
        "China and ASEAN have been negotiating a code of conduct.",
        "China and the African Union have been negotiating a peace plan since May.",
    ],
)
def test_an_organisation_that_negotiates_a_text_with_a_state_is_a_side(coder: Coder, text: str) -> None:
    [event] = [
        e for e in coder(text, published="2016-07-10", outlet="Le Temps").events if e.type == "direct_negotiation"
    ]
    assert [p.role for p in event.participants] == ["party", "party"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Qatar hosted Russian and Ukrainian officials in Doha in April.", "QAT"),
        ("Turkey hosted Russian and Ukrainian envoys in Istanbul on Monday.", "TUR"),
    ],
)
def test_who_hosts_two_foes_in_his_own_capital_hosts_talks(coder: Coder, text: str, host: str) -> None:
    [event] = coder(text, published="2024-04-28", outlet="Le Temps").events
    assert event.type == "mediated_talks"
    assert {p.role: p.actor for p in event.participants if p.role != "party"} == {"host": host}


def test_the_parties_alone_negotiate(coder: Coder) -> None:
    (event,) = coder("The parties met in Oslo on Sunday.", published="2005-03-10", outlet="Example Post").events
    assert event.type == "direct_negotiation"
