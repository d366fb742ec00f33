"""Who leads forces or a government, a country's branch of an organisation, and the rebels of a people."""

from __future__ import annotations

import pytest

from dragoman import actors
from dragoman.actors import Knowledge


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("U.S.-led troops", "USA"),
        ("Australian-led force", "AUS"),
        ("Hamas-led government", "group:pse-hamas"),
        ("Saudi-led coalition", "coalition:saudi-led-coalition"),
        ("French-led mission", None),
        ("Iranian-backed troops", None),
    ],
)
def test_who_leads_forces_stands_for_them(knowledge: Knowledge, phrase: str, actor: str | None) -> None:
    assert knowledge.resolver.resolve(phrase, published="2016-03-10").actor == actor


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Kenyan Red Cross", None),
        ("Red Cross", "org:icrc"),
        ("Red Cross in Kenya", "org:icrc"),
        ("Dutch group Pax Christi", "org:pax-christi"),
        ("the Dutch peace group Pax Christi", "org:pax-christi"),
    ],
)
def test_the_branch_of_a_country_is_not_the_organisation(knowledge: Knowledge, phrase: str, actor: str | None) -> None:
    assert knowledge.resolver.resolve(phrase).actor == actor


@pytest.mark.parametrize(
    ("phrase", "around", "actor"),
    [
        ("Hutu rebels", "Hutu rebels killed ten Burundian soldiers", "group:bdi-hutu-rebels"),
        ("Hutu rebels", "Hutu rebels crossed back into Rwanda", "group:rwa-hutu-rebels"),
        ("Kurdish guerrillas", "Kurdish guerrillas attacked Turkish soldiers", "group:tur-pkk"),
        ("Kurdish guerrillas", "Kurdish guerrillas attacked Iranian soldiers", "group:irn-pjak"),
        ("Moro guerrillas", "Moro guerrillas ambushed soldiers", "group:phl-moro-rebels"),
    ],
)
def test_the_rebels_of_a_people_by_the_country_spoken_of(
    knowledge: Knowledge, phrase: str, around: str, actor: str
) -> None:
    assert knowledge.resolver.resolve(phrase, published="2005-03-10", context=around).actor == actor


@pytest.mark.parametrize(
    "phrase",
    [
        "AU Peace and Security Council",
        "the African Union's Peace and Security Council",
        "the Peace and Security Council",
    ],
)
def test_the_peace_and_security_council_is_one_body(phrase: str) -> None:
    assert actors.load().resolve(phrase, published="2014-06-02").actor == "igo:au-peace-and-security-council"


def test_police_of_a_land_under_anothers_rule_are_nobodys_by_context() -> None:
    context = "Police shot dead a Palestinian in Hebron"
    assert actors.load().resolve("Police", context=context, published="2014-06-09").actor is None
