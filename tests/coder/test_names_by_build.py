"""Names that parsers cut or join wrongly: titles with their bearers, bodies with "and", blocs called by name, those who are led."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import Participant


def people(coder: Coder, text: str, published: str) -> list[Participant]:
    """Who takes part in the last event."""
    return coder(text, published=published, outlet="Example Post").events[-1].participants


def doers(coder: Coder, text: str, published: str) -> list[str]:
    """Actors, or names of the unknown, of those who act or meet in the last event."""
    roles = ("initiator", "mediator", "party", "participant", "broker")
    return [p.actor or p.name for p in people(coder, text, published) if p.role in roles]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The East African bloc known as IGAD condemned the coup in Sudan.", "igo:igad"),
        ("The regional bloc, known as ECOWAS, condemned the coup in Mali.", "igo:ecowas"),
        ("The West African bloc ECOWAS condemned the coup in Mali.", "igo:ecowas"),
        ("A militia known as the ADF attacked Congolese soldiers.", "group:uga-adf"),
    ],
)
def test_a_bloc_known_by_a_name_is_its_bearer(coder: Coder, text: str, who: str) -> None:
    assert doers(coder, text, "2021-11-03") == [who]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Truth and Reconciliation Commission accused Liberia's army of murder.", 1),
        ("Over 30 heads of state and government condemned the coup in Niger.", 1),
        ("The Foreign Ministry and the Interior Ministry condemned Kenya.", 2),
        ("Hamas and the Palestinian Authority condemned Israel.", 2),
    ],
)
def test_a_name_with_and_is_one(coder: Coder, text: str, number: int) -> None:
    assert len(doers(coder, text, "2021-11-03")) == number


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Government negotiators led by Nhial Deng Nhial accused Uganda of interference.", ["SSD"]),
        ("A faction led by Mullah Rasool condemned Pakistan.", ["group:afg-high-council-islamic-emirate"]),
        ("FARC dissidents led by Ivan Marquez attacked Colombian soldiers.", ["group:col-segunda-marquetalia"]),
    ],
)
def test_those_who_are_led_are_their_leader_s(coder: Coder, text: str, who: list[str]) -> None:
    published = "2014-11-03" if "Nhial" in text else "2019-11-03"
    assert doers(coder, text, published) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fawzi al-Agab of the High Council of State rejected the plan.", "group:lby-high-state-council"),
        ("Sam Njuguna of the Carter Center condemned the coup in Mali.", "org:carter-center"),
        ("Bishop Paul Gatu of Nairobi condemned the coup in Mali.", "Bishop Paul Gatu of Nairobi"),
    ],
)
def test_a_man_of_a_body_acts_for_it_and_not_for_his_town(coder: Coder, text: str, who: str) -> None:
    assert doers(coder, text, "2020-10-10") == [who]


@pytest.mark.parametrize(
    ("text", "published", "who"),
    [
        ("A Chinese envoy, Song Tao, condemned Japan.", "2017-11-20", ["CHN"]),
        ("The Norwegian minister, Erik Solheim, condemned Israel.", "2017-02-20", ["NOR"]),
        ("The Malian foreign minister, Tiebile Drame, condemned Niger.", "2019-06-20", ["MLI"]),
    ],
)
def test_a_title_and_the_name_behind_it_are_one(coder: Coder, text: str, published: str, who: list[str]) -> None:
    assert doers(coder, text, published) == who


def test_an_office_is_whoever_is_named_behind_it_and_stays_so(coder: Coder) -> None:
    text = "The first vice-president, Dr. Riek Machar, came to Juba. The first vice-president accused Kenya of lying."
    assert doers(coder, text, "2016-06-12") == ["group:ssd-splm-io"]


def test_what_an_envoy_is_for_takes_no_part(coder: Coder) -> None:
    text = "US Special Representative for Afghan Reconciliation Zalmay Khalilzad met the Taliban in Doha."
    assert "AFG" not in {p.actor for p in people(coder, text, "2019-02-12")}


def test_the_envoy_of_two_organisations_is_the_first_s(coder: Coder) -> None:
    text = "Kofi Annan, the joint U.N.-Arab League envoy, met the Syrian president."
    assert "igo:un" in doers(coder, text, "2012-03-12")


def test_a_body_s_own_chairman_acts_for_it_whatever_he_is_at_home(coder: Coder) -> None:
    text = (
        "The OSCE sent monitors to Ukraine. Its Swiss chairman, Didier Burkhalter, urged Russia to free the hostages."
    )
    assert doers(coder, text, "2014-05-12") == ["igo:osce"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Charles Michel's advisers left for Baku. Michel invited Ilham Aliyev.", "igo:eu"),
        ("Kim Jong Un's father died in 2011. Kim accused South Korea of lying.", "PRK"),
    ],
)
def test_whose_advisers_and_father_are_told_of_keeps_his_own_surname(coder: Coder, text: str, who: str) -> None:
    assert doers(coder, text, "2022-11-12") == [who]


def test_after_ethnic_albanians_the_albanians_are_not_albania(coder: Coder) -> None:
    text = "Serbian and ethnic Albanian negotiators met NATO over Kosovo. The Albanian delegation rejected the plan."
    assert doers(coder, text, "1999-02-21") == ["group:xkx-kosovo-albanians"]
    text = "Albania praised ethnic Albanian negotiators of Kosovo. The Albanian government condemned Serbia."
    assert doers(coder, text, "1999-02-21") == ["ALB"]


@pytest.mark.parametrize(
    "text",
    [
        '"Let\'s agree on a ceasefire first," a Hamas official said.',
        "Niger's soldiers would not attack their West African brothers.",
    ],
)
def test_a_contraction_and_a_point_of_the_compass_are_nobody(coder: Coder, text: str) -> None:
    found = {p.actor or p.name for e in coder(text, published="2023-08-12").events for p in e.participants}
    assert not found & {"'s", "coalition:western-states"}
