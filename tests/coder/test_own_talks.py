"""Who mediates nothing: foes who oversee what is theirs, heads of delegations, things, and those who only come from somewhere."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "published", "type_", "expected"),
    [
        (
            "Barak and Arafat oversaw the signing of the accord in Sharm el-Sheikh.",
            "2000-03-04",
            "agreement_signed",
            {"party": {"ISR", "PSE"}},
        ),
        (
            "South Sudan's peace talks in Ethiopia were suspended.",
            "2016-08-24",
            "talks_suspended",
            {"party": {"SSD"}},
        ),
        (
            "China and ASEAN have been negotiating a code of conduct for the sea.",
            "2020-08-24",
            "direct_negotiation",
            {"party": {"CHN", "igo:asean"}},
        ),
        (
            "The talks brought together representatives of the KDP of Masoud Barzani and the Patriotic Union of Kurdistan led by Jalal Talabani.",
            "1997-08-24",
            "mediated_talks",
            {"party": {"group:irq-kdp", "group:irq-puk"}},
        ),
        (
            "The draft provides for a truce under the supervision of the African Union and elections within a year.",
            "2013-08-24",
            "ceasefire_called_for",
            {"monitor": {"igo:african-union"}},
        ),
        (
            "Talks between Ethiopia and Eritrea were mediated by Rino Serri, the Italian who leads the mission.",
            "2000-03-04",
            "mediated_talks",
            {"party": {"ETH", "ERI"}, "mediator": {None}},
        ),
        (
            "The Togolese government and the Togolese opposition held talks chaired by a Catholic bishop from Ghana.",
            "2013-08-24",
            "mediated_talks",
            {"party": {"TGO", "group:tgo-opposition"}, "mediator": {None}},
        ),
        (
            "Osama el-Baz, political adviser to President Hosni Mubarak, met Arafat in Gaza.",
            "1997-08-24",
            "single_party_consultation",
            {"mediator": {"EGY"}, "party": {"PSE"}},
        ),
        (
            "The summit that Kenya's president William Ruto has called for Wednesday will deal with Congo.",
            "2025-08-24",
            "direct_negotiation",
            {"convener": {"KEN"}, "party": {"COD"}},
        ),
        (
            "Merkel, who hosted the talks together with UN envoy Ghassan Salame, met Sarraj and Haftar.",
            "2020-01-24",
            "mediated_talks",
            {"mediator": {"DEU"}, "party": {"LBY", "group:lby-lna"}},
        ),
        (
            "Italy convened the session with Haftar and Sarraj, together with the presidents of Egypt and Tunisia.",
            "2018-11-14",
            "mediated_talks",
            {"convener": {"ITA"}, "party": {"group:lby-lna", "LBY"}, "participant": {"EGY", "TUN"}},
        ),
    ],
)
def test_who_mediates_and_who_does_not(
    coder: Coder, text: str, published: str, type_: str, expected: dict[str, set[str | None]]
) -> None:
    assert coded(coder, text, published)[type_] == expected


@pytest.mark.parametrize(
    ("text", "published", "type_", "expected"),
    [
        (
            "Russian, Ukrainian and US delegations concluded a second round of trilateral talks in the Emirates.",
            "2025-08-24",
            "mediated_talks",
            {"party": {"RUS", "UKR"}, "mediator": {"USA"}},
        ),
        (
            "The truce that Lavrov extracted from his Armenian and Azerbaijani colleagues took effect at noon.",
            "2020-10-11",
            "ceasefire_effective",
            {"party": {"ARM", "AZE"}, "mediator": {"RUS"}},
        ),
        (
            "Envoys of Argentina, Brazil and Chile, the three guarantors of the protocol, met in Brasilia to discuss the fighting.",
            "1995-02-04",
            "third_party_consultation",
            {"guarantor": {"ARG", "BRA", "CHL"}},
        ),
        (
            "Eleven captives were handed over to the Red Cross in Khan Younis.",
            "2024-08-24",
            "prisoner_exchange",
            {"recipient": {None, "org:icrc"}},
        ),
        (
            "The committee called a meeting of the three sides in Jeddah, with Indonesia in the chair.",
            "2001-08-24",
            "mediated_talks",
            {"party": {None}, "mediator": {None, "IDN"}},
        ),
        (
            "Norway hosted Farabundo and Thailand's premier Phumtham Wechayachai at a lodge for two hours of talks.",
            "2025-08-04",
            "mediated_talks",
            {"host": {"NOR"}, "party": {None, "THA"}},
        ),
        (
            "President Bouteflika had kept the foreign ministers of Ethiopia and Eritrea in separate villas since May.",
            "2000-06-19",
            "proximity_talks",
            {"party": {"ETH", "ERI"}, "mediator": {"DZA"}},
        ),
    ],
)
def test_the_third_of_three_assists(
    coder: Coder, text: str, published: str, type_: str, expected: dict[str, set[str | None]]
) -> None:
    assert coded(coder, text, published)[type_] == expected


def test_who_leads_the_delegation_is_of_its_side(coder: Coder) -> None:
    text = "Sudan's army stayed away from the talks with the RSF. Sudan's minister Abu Nommo, who led the delegation to Jeddah, said so on Sunday."
    found = coder(text, published="2024-08-11", outlet="Example Post").events
    assert not any(p.role in ("mediator", "lead_mediator") for e in found for p in e.participants)


@pytest.mark.parametrize(
    ("text", "published", "type_", "expected"),
    [
        (
            "The Houthis agreed with Oman on a truce with Saudi Arabia.",
            "2023-11-28",
            "ceasefire_declared",
            {"party": {"group:yem-houthis", "SAU"}, "mediator": {"OMN"}},
        ),
        (
            "Hamas agreed with Israel to prolong the truce.",
            "2023-11-28",
            "ceasefire_extended",
            {"party": {"group:pse-hamas", "ISR"}},
        ),
        (
            "The government and the Houthis agreed to exchange prisoners, with the Red Cross overseeing the transfers.",
            "2019-12-24",
            "prisoner_exchange",
            {"party": {"YEM", "group:yem-houthis"}, "monitor": {"org:icrc"}},
        ),
        (
            "The two armies agreed on a ceasefire that would be overseen by the African Union and Kenya.",
            "2013-11-28",
            "ceasefire_declared",
            {"party": {None}, "monitor": {"igo:african-union", "KEN"}},
        ),
        (
            "The president of Ghana oversaw the signing of a ceasefire between the army and the rebels.",
            "2013-11-28",
            "agreement_signed",
            {"party": {None}, "mediator": {"GHA"}},
        ),
        (
            "Kenya's president brought Tshisekedi and Kagame together in Nairobi for a surprise meeting.",
            "2025-08-24",
            "mediated_talks",
            {"party": {"COD", "RWA"}, "mediator": {"KEN"}},
        ),
    ],
)
def test_who_helps_a_truce_and_who_watches_it(
    coder: Coder, text: str, published: str, type_: str, expected: dict[str, set[str | None]]
) -> None:
    assert coded(coder, text, published)[type_] == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Aliyev has proposed that the next talks be held in Georgia, whose prime minister offered his services as a mediator.",
            "2023-10-05",
        ),
        ("The talks between Sudan and the rebels resumed after Kenya offered to serve as a facilitator.", "2022-11-05"),
        (
            "Norway and Cuba are guarantors of the talks with the ELN, and Petro has proposed that Chile and Spain join as accompanying countries.",
            "2022-11-05",
        ),
    ],
)
def test_a_function_that_is_only_offered_or_proposed_is_not_held(coder: Coder, text: str, published: str) -> None:
    found = coder(text, published=published, outlet="Example Post").events
    assert not any(p.role in ("mediator", "facilitator", "accompanier") for e in found for p in e.participants)


def test_an_accord_named_by_a_city_makes_its_state_no_convener(coder: Coder) -> None:
    text = "The Cairo accord calls for a reconciliation conference in Baidoa in February."
    found = coder(text, published="1997-02-10", outlet="Example Post").events
    assert not any(p.role == "convener" for e in found for p in e.participants)


def test_who_observes_a_cease_fire_keeps_it(coder: Coder) -> None:
    found = coded(coder, "SWAPO said it would observe a cease-fire if Pretoria did the same.", "1988-08-24")
    assert found["ceasefire_effective"]["party"] == {"group:nam-swapo", "ZAF"}


def test_neither_the_talks_themselves_nor_those_who_tell_of_them_mediate(coder: Coder) -> None:
    texts = (
        "The UN envoy said the Libyan Political Dialogue Forum would reconvene online in a week.",
        "Talks between Ethiopia and the TPLF were put off for what diplomats described as logistical reasons.",
    )
    found = [e for text in texts for e in coder(text, published="2022-10-08", outlet="Example Post").events]
    assert {p.actor for e in found for p in e.participants if p.role == "mediator"} <= {"igo:un"}


def test_whoever_oversees_the_exchange_is_the_one_behind_with(coder: Coder) -> None:
    text = "The government and the Houthis agreed to exchange prisoners, with the Red Cross overseeing the exchange."
    found = coder(text, published="2019-12-24", outlet="Example Post").events
    assert {p.actor for e in found for p in e.participants if p.role == "monitor"} == {"org:icrc"}


def test_two_foes_who_mediate_between_others_are_no_sides(coder: Coder) -> None:
    text = "Israel and Syria mediated a prisoner exchange between two Lebanese clans."
    assert coded(coder, text, "2005-03-10")["prisoner_exchange"]["mediator"] == {"ISR", "SYR"}
