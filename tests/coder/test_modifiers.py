"""Who is named only to tell of another: where he is, what he is charged with, who backs him, where he comes from."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def parts(coder: Coder, text: str, trigger: str) -> set[tuple[str, str]]:
    """Roles with codes, or names, of the first mention whose trigger has these words."""
    events = coder(text, published="2016-07-03").events
    event = next(e for e in events if trigger in e.evidence.trigger.text)
    return {(p.role, p.actor or p.name or "") for p in event.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("A diplomat in Kinshasa criticised Rwanda.", "criticised", {("initiator", "diplomat"), ("recipient", "RWA")}),
        (
            "Republicans in Congress criticized Iran.",
            "criticized",
            {("initiator", "group:usa-republicans"), ("recipient", "IRN")},
        ),
        ("U.N. officials in Baghdad condemned the strike.", "condemned", {("initiator", "igo:un")}),
        ("Hutu rebels in Burundi refused to attend the talks.", "refused", {("boycotting", "group:bdi-hutu-rebels")}),
        ("The U.S. bombed al-Shabaab in Somalia.", "bombed", {("initiator", "USA"), ("recipient", "group:som-al-shabaab")}),
    ],
)  # fmt: skip
def test_where_somebody_is_takes_no_part(coder: Coder, text: str, trigger: str, wanted: set[tuple[str, str]]) -> None:
    assert parts(coder, text, trigger) == wanted


def test_a_country_is_struck_where_nobody_else_is_named(coder: Coder) -> None:
    assert ("recipient", "SYR") in parts(coder, "Israel struck targets in Syria.", "struck")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Guerrillas in Colombia killed five soldiers.", "killed", "group:col-rebels"),
        ("Southern rebels in Sudan declared a truce.", "truce", "group:sdn-rebels"),
        ("The authorities in Ankara condemned the raid.", "condemned", "TUR"),
        ("The opposition in Venezuela rejected the plan.", "rejected", "group:ven-opposition"),
    ],
)
def test_rebels_and_authorities_in_a_country_are_its_own(coder: Coder, text: str, trigger: str, actor: str) -> None:
    found = {a for r, a in parts(coder, text, trigger) if r != "recipient"}
    assert found == {actor}


def test_western_officials_in_a_capital_are_not_its_own(coder: Coder) -> None:
    assert ("initiator", "AFG") not in parts(coder, "Western officials in Kabul criticised the deal.", "criticised")


@pytest.mark.parametrize(
    ("text", "trigger", "charge", "sender"),
    [
        ("The U.N. envoy for Syria, Staffan de Mistura, condemned the attack.", "condemned", "SYR", "igo:un"),
        ("The U.S. special representative for Sudan urged Kenya to help.", "urged", "SDN", "USA"),
        ("The U.N. special coordinator for Yemen condemned the attack.", "condemned", "YEM", "igo:un"),
    ],
)
def test_what_an_envoy_is_charged_with_does_not_act(
    coder: Coder, text: str, trigger: str, charge: str, sender: str
) -> None:
    found = {a for _, a in parts(coder, text, trigger)}
    assert sender in found
    assert charge not in found


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The French ambassador in Bissau was accused by Senegal.", "accused", {("initiator", "SEN"), ("recipient", "FRA")}),
        ("The U.S. envoy to Sudan was criticised by Chad.", "criticised", {("initiator", "TCD"), ("recipient", "USA")}),
        ("Egypt expelled diplomats from Israel.", "expelled", {("initiator", "EGY"), ("recipient", "ISR")}),
    ],
)  # fmt: skip
def test_where_an_ambassador_is_posted_takes_no_part(
    coder: Coder, text: str, trigger: str, wanted: set[tuple[str, str]]
) -> None:
    assert parts(coder, text, trigger) == wanted


def test_whose_president_somebody_is_taken_for_takes_no_part(coder: Coder) -> None:
    found = parts(coder, "Brazil recognised Marta Lobo as Venezuela's president.", "recognised")
    assert "VEN" not in {actor for _, actor in found}


def test_whose_ally_somebody_is_is_not_his_own_side(coder: Coder) -> None:
    found = parts(coder, "The army ousted Hamas' ally Mohammed Morsi.", "ousted")
    assert "group:pse-hamas" not in {actor for _, actor in found}


def test_whose_negotiator_it_is_acts(coder: Coder) -> None:
    assert ("initiator", "IRN") in parts(coder, "The negotiator for Iran rejected the offer.", "rejected")


@pytest.mark.parametrize(
    ("text", "trigger", "backer"),
    [
        ("A NATO-backed uprising toppled Gadhafi.", "toppled", "igo:nato"),
        ("The Syrian army, backed by Iran, seized the town.", "seized", "IRN"),
        ("The rebels, trained by Uganda, attacked Kigali.", "attacked", "UGA"),
    ],
)
def test_who_backs_or_arms_those_who_fight_does_not_fight(coder: Coder, text: str, trigger: str, backer: str) -> None:
    assert ("initiator", backer) not in parts(coder, text, trigger)


def test_who_leads_those_who_fight_fights(coder: Coder) -> None:
    assert ("initiator", "person:laurent-desire-kabila") in parts(
        coder, "The rebels, led by Laurent Kabila, attacked Kinshasa.", "attacked"
    )


def test_where_a_road_leads_is_not_closed(coder: Coder) -> None:
    assert "LBN" not in {a for _, a in parts(coder, "The rebels closed the road to Lebanon.", "closed")}


def test_two_nouns_told_alike_have_each_its_own(coder: Coder) -> None:
    text = "The decision drew praise from Israel and condemnation from Iran."
    assert parts(coder, text, "praise") == {("initiator", "ISR")}
    assert parts(coder, text, "condemnation") == {("initiator", "IRN")}


def test_by_whom_it_is_told_is_no_part(coder: Coder) -> None:
    text = "Hamas, which according to Israel broke the truce, denied the charge."
    assert parts(coder, text, "broke") == {("initiator", "group:pse-hamas")}


@pytest.mark.parametrize(
    ("text", "trigger", "stops"),
    [
        ("Norwegian mediators travelled to Havana for talks with ELN leaders.", "talks", {"CUB"}),
        (
            "Brahimi toured Pakistan and Uzbekistan to revive talks between the Taliban and the northern alliance.",
            "talks",
            {"PAK", "UZB"},
        ),
        (
            "Mediators shuttled between Rome and Algiers to arrange talks between Ethiopia and Eritrea.",
            "shuttled",
            {"ITA", "DZA"},
        ),
    ],
)
def test_where_a_mediator_travels_is_no_side_beside_the_sides_that_are_told(
    coder: Coder, text: str, trigger: str, stops: set[str]
) -> None:
    found = {a for _, a in parts(coder, text, trigger)}
    assert found
    assert not found & stops


def test_of_two_capitals_alone_both_are_sides(coder: Coder) -> None:
    found = parts(coder, "Kerry shuttled between Jerusalem and Ramallah.", "shuttled")
    assert {("party", "ISR"), ("party", "PSE")} <= found


@pytest.mark.parametrize(
    ("text", "trigger", "sender", "origin"),
    [
        ("The Peruvian diplomat, Alvaro de Soto, will mediate for the United Nations.", "mediate", "igo:un", "PER"),
        ("Swiss diplomat Edouard Brunner, the U.N. envoy, chaired talks with Georgia.", "talks", "igo:un", "CHE"),
        ("The Dutch diplomat Pieter Feith, the EU envoy, mediated the talks.", "mediated", "igo:eu", "NLD"),
        (
            "The OSCE mission, headed by Hungarian diplomat Sandor Meszaros, mediated between Chechens and Russians.",
            "mediated",
            "igo:osce",
            "HUN",
        ),
    ],
)
def test_the_nationality_of_a_diplomat_whom_others_sent_takes_no_part(
    coder: Coder, text: str, trigger: str, sender: str, origin: str
) -> None:
    found = {a for _, a in parts(coder, text, trigger)}
    assert sender in found
    assert origin not in found
