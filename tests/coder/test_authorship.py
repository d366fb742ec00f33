"""Who denies that an attack was his leaves it an attack, of another; what a chronology tells in the present is past."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def attack(coder: Coder, text: str) -> EventMention:
    return next(e for e in coder(text, published="2023-05-13").events if e.plover.event == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Nusra denied that it was behind Sunday's attack in Arsal, which ISIS had claimed.", "Nusra"),
        ("The PKK denied that it carried out Monday's bombing in Ankara.", "PKK"),
        ("Pakistan denied that it was involved in the attack on the Indian embassy.", "Pakistan"),
        ("Iran denied involvement in the attack on the Saudi oil plant.", "Iran"),
        ("The Taliban denied that they had any role in the bombing in Kabul.", "Taliban"),
    ],
)
def test_an_attack_that_somebody_disowns_took_place(coder: Coder, text: str, denier: str) -> None:
    event = attack(coder, text)
    assert (event.status, event.polarity) == ("held", "affirmed")
    assert denier not in {p.mention.text.split()[-1] for p in event.participants if p.mention}


@pytest.mark.parametrize(
    "text",
    [
        "Israel denied that it had attacked the ship.",
        "Israel denied carrying out an air strike in Syria.",
        "Mali's army denied that it had killed civilians in Moura.",
    ],
)
def test_an_attack_that_somebody_denies_is_denied(coder: Coder, text: str) -> None:
    assert attack(coder, text).status == "denied"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("- May 6: The RSF and the army hold talks in Jeddah.", "held"),
        ("Nov. 12, 2022: Military commanders of both sides meet in Nairobi.", "held"),
        ("2019: Talks begin in Doha.", "held"),
        ("May 4 - Ceasefire talks resume in Cairo without Israel.", "held"),
        ("Monday, May 15: Kerry meets Lavrov in Geneva.", "planned"),
        ("May 20: Delegations meet in Cairo.", "planned"),
        ("May 6, 2023: The RSF and the army will hold talks in Jeddah.", "planned"),
        ("GENEVA, May 12 - The two sides meet in Geneva on Monday.", "planned"),
    ],
)
def test_a_day_above_tells_whether_it_is_past(coder: Coder, text: str, status: str) -> None:
    assert coder(text, published="2023-05-13").events[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("13 June: Gabon hosts a second round in Libreville.", "held"),
        ("22 May: Opposition leaders sign the accord in Sanaa.", "held"),
        ("14 December: The two sides meet in Libreville.", "planned"),
    ],
)
def test_a_day_without_a_year_far_ahead_is_one_of_the_year_before(coder: Coder, text: str, status: str) -> None:
    assert coder(text, published="2011-12-02").events[0].status == status
