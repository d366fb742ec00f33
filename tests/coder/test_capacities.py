"""On whose behalf somebody acted on the day of an event, and participants that are told once."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def parts(coder: Coder, text: str, label: str, published: str = "2025-06-06") -> list[tuple[str, str | None]]:
    """Roles and actors, or names of the unknown, of the first mention of a type or category."""
    event = next(e for e in coder(text, published=published).events if label in (e.type, e.plover.event))
    return [(p.role, p.actor or p.name) for p in event.participants]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In 2022 Charles Michel brought the leaders of Armenia and Azerbaijan together in Brussels.", "igo:eu"),
        ("Charles Michel brought the leaders of Armenia and Azerbaijan together on Monday.", "person:charles-michel"),
        ("In 2007 Tony Blair brought the leaders of Armenia and Azerbaijan together.", None),
    ],
)
def test_who_acted_then_acted_in_the_office_of_the_day(coder: Coder, text: str, actor: str | None) -> None:
    found = parts(coder, text, "mediated_talks")
    # Blair held two offices in the course of 2007, so that the year tells nothing
    assert found[0] == ("mediator", actor or "person:tony-blair")


def test_a_government_and_the_women_of_its_country_are_two(coder: Coder) -> None:
    found = parts(coder, "The Sudanese government and Sudanese women signed an accord.", "agreement_signed")
    assert found == [("party", "SDN"), ("party", "SDN")]


def test_a_government_and_its_army_are_one(coder: Coder) -> None:
    found = parts(
        coder, "The Sudanese government and the Sudanese army signed an accord with Chad.", "agreement_signed"
    )
    assert found == [("party", "SDN"), ("party", "TCD")]


@pytest.mark.parametrize(
    ("text", "label", "role", "names"),
    [
        ("The Timorese Democratic Union (UDT) threatened to boycott the talks.", "exit_threatened", "initiator",
         ["org:timorese-democratic-union"]),
        ("The summit was co-chaired by H.E. William Ruto and Emmerson Mnangagwa.", "mediated_talks", "co_mediator", ["KEN", "ZWE"]),
        ("It was Qatar that brokered the truce between Israel and Hamas.", "ceasefire_declared", "broker", ["QAT"]),
        ("The Catholic community of Sant'Egidio hosted talks between Guinea and the rebels.", "mediated_talks", "host",
         ["org:sant-egidio"]),
        ("Who mediated the talks between Israel and Hamas?", "mediated_talks", "mediator", []),
        ("Special Envoy for the Horn of Africa Mike Hammer met the rebels in Addis Ababa.", "single_party_consultation", "mediator",
         ["USA"]),
        ("The envoy for the Taliban met UN officials in Doha.", "single_party_consultation", "party",
         ["group:afg-taliban", "igo:un"]),
    ],
)  # fmt: skip
def test_who_is_told_twice_takes_part_once(coder: Coder, text: str, label: str, role: str, names: list[str]) -> None:
    found = parts(coder, text, label, "2023-06-06")
    assert [actor for r, actor in found if r == role] == names


def test_letters_behind_a_new_name_mean_it_from_there_on(coder: Coder) -> None:
    text = "The Timorese Democratic Union (UDT) met the mediators in Dili. The UDT rejected the offer."
    assert parts(coder, text, "agreement_rejected")[0] == ("initiator", "org:timorese-democratic-union")


def test_letters_that_another_bears_stay_his(coder: Coder) -> None:
    text = "The Free Syrian Army (US) met the mediators in Geneva. The US rejected talks."
    assert parts(coder, text, "talks_refused")[0] == ("initiator", "USA")
