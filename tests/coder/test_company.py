"""Third parties told beside or as members of the one that the wording names, and what somebody is there as."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def cast(coder: Coder, text: str) -> set[tuple[str, str | None]]:
    event = coder(text, published="2020-07-03", outlet="Le Temps").events[0]
    return {(p.role, p.actor) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Egypt is mediating the talks alongside Qatar and the United States.", {("mediator", a) for a in ("EGY", "QAT", "USA")}),
        (
            "Norway, together with Switzerland, is mediating the talks between Sudan and Chad.",
            {("mediator", "NOR"), ("mediator", "CHE"), ("party", "SDN"), ("party", "TCD")},
        ),
        ("Talks are overseen by a committee comprising Gabon and Chad.", {("mediator", "GAB"), ("mediator", "TCD")}),
        (
            "The contact group, comprising Britain, France and Italy, chaired the Kosovo talks.",
            {("mediator", "GBR"), ("mediator", "FRA"), ("mediator", "ITA")},
        ),
    ],
)  # fmt: skip
def test_the_company_and_the_members_of_a_third_party_assist(
    coder: Coder, text: str, roles: set[tuple[str, str]]
) -> None:
    assert cast(coder, text) == roles


def test_the_company_of_a_side_is_a_side(coder: Coder) -> None:
    assert cast(coder, "Israel held talks with Egypt along with Jordan.") == {
        ("party", a) for a in ("ISR", "EGY", "JOR")
    }


@pytest.mark.parametrize(
    ("text", "third"),
    [
        ("Serbia and Kosovo met in Brussels, with the EU's Miroslav Lajcak acting as facilitator.", ("facilitator", "igo:eu")),
        ("Serbia and Kosovo held talks in Tirana with Albania present as observer.", ("observer", "ALB")),
        ("Serbia and Kosovo held talks in Tirana with Albania as accompanying country.", ("accompanier", "ALB")),
    ],
)  # fmt: skip
def test_a_function_is_that_of_the_list_right_before_it(coder: Coder, text: str, third: tuple[str, str]) -> None:
    assert cast(coder, text) == {("party", "SRB"), ("party", "XKX"), third}


def test_who_leads_talks_for_a_side_is_of_it(coder: Coder) -> None:
    assert cast(coder, "Vladimir Medinsky led the talks for Russia.") == {("party", "RUS")}
    assert cast(coder, "Russian envoy Vladimir Medinsky led the talks with Ukraine.") == {
        ("party", "RUS"),
        ("party", "UKR"),
    }
    assert cast(coder, "Norway led the talks for three years.") == {("mediator", "NOR")}


def test_who_attends_talks_between_others_takes_part(coder: Coder) -> None:
    found = cast(coder, "The talks between Armenia and Azerbaijan in Tbilisi were attended by Emmanuel Macron.")
    assert found == {("party", "ARM"), ("party", "AZE"), ("participant", "FRA")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali's mediator, Blaise Compaore, withdrew from the talks.", "mediator_resigned"),
        ("Gbagbo fired Laurent Fabius as his mediator.", "mediator_resigned"),
        ("Qatar withdrew its mediators from the talks on Monday.", "mediation_halted"),
        ("Hamas withdrew from the talks on Monday.", "walkout"),
    ],
)
def test_a_mediator_who_goes_walks_out_of_nothing(coder: Coder, text: str, type_: str) -> None:
    assert coder(text, published="2020-07-03", outlet="Le Temps").events[0].type == type_
