"""Figures of speech, shots of joy, laws, ballots, guests and posts at home are no events of war and peace."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str]:
    """Types (or PLOVER categories) of the events of a text, in order."""
    return [e.type or e.plover.event for e in coder(text, published="2005-03-10", outlet="Example Post").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A truce had been hammered out over ten hours in Minsk by the leaders of Germany, France, Russia and Ukraine.", "ASSAULT"),
        ("Celebratory gunfire rang out across Tripoli after the truce took effect.", "ASSAULT"),
        ("Nobody shot anybody at Prespa, a Greek diplomat said.", "ASSAULT"),
        ("More than 60 soldiers deserted and crossed into Colombia on Saturday.", "ASSAULT"),
        ("A day after Charles Taylor flew into exile in Nigeria, the talks went on in Accra.", "ASSAULT"),
        ("Rebel commanders insist that the Nusra Front not be used as a pretext to bomb everybody else in Aleppo.", "ASSAULT"),
        ("Sen. Patrick Leahy said the law requires a full cutoff of aid to Egypt after a coup.", "REQUEST"),
        ("Sheikh Hasina said she expected no help from Trump.", "REQUEST"),
        ("Some 63,000 civilians had sought shelter on the UN bases in Juba.", "REQUEST"),
        ("Santos hailed the deal with the FARC and said a plebiscite would be held on Oct. 2.", "mediated_talks"),
        ("He said the emir of Kuwait had postponed an address to the nation.", "talks_postponed"),
        ("Supreme Leader Ali Khamenei named Maj. Gen. Esmail Ghaani to head the Quds Force.", "mediator_appointed"),
        ("Hadi appointed Mohammed Basindwa to form a government in Yemen.", "mediator_appointed"),
        ("Mark Esper stood beside President Ashraf Ghani as the two governments issued a joint declaration.", "SUPPORT"),
        ("The UN relief agency said it had given the Israeli military the coordinates of the shelter 12 times.", "AID"),
        ("Zakharchenko said that the deal did not mean his republic had given up its goal of breaking away.", "disparagement"),
        ("Sanctions without a strategy would not bring Kim to the table, Sen. Ben Cardin said.", "exclusion_declared"),
        ("Hemedti's consent did not mean that his men would stop fighting.", "ceasefire_declared"),
        ("Obama has said that Libya taught him a lesson.", "ACCUSE"),
        ("Norway would go on paying for the removal of land mines in Colombia.", "THREATEN"),
        ("Russia and China have twice vetoed resolutions condemning the crackdown in Syria.", "ACCUSE"),
        ("Azerbaijan had cancelled the Minsk Group by refusing to work with it.", "talks_cancelled"),
        ("The killing came three days after gunmen met the ambassador in Baghdad.", "ASSAULT"),
        ("Israel declined to extend a moratorium on settlement building.", "ceasefire_extended"),
    ],
)  # fmt: skip
def test_no_event_of_that_kind(coder: Coder, text: str, label: str) -> None:
    assert label not in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rebels hammered the town of Bria with rockets.", "ASSAULT"),
        ("Commandos crossed into Uganda and attacked two villages.", "ASSAULT"),
        ("Sudan extended the moratorium on attacks by a month.", "ceasefire_extended"),
        ("Kofi Annan named Lakhdar Brahimi to head the mediation in Syria.", "mediator_appointed"),
        ("The general asked Egypt for help.", "REQUEST"),
    ],
)
def test_what_is_one_stays_one(coder: Coder, text: str, label: str) -> None:
    assert label in labels(coder, text)


def test_whoever_walks_between_two_leaves_nobody(coder: Coder) -> None:
    assert labels(coder, "Egyptian officials walked between them.") == ["proximity_talks"]


@pytest.mark.parametrize(
    "text",
    [
        "A mine struck a bus in Kebitigollewa, killing 64 civilians; the Government of Sri Lanka blamed the attack on the Tamil Tigers.",
        "An air strike hit a school bus in Saada and killed 40 children.",
        "The rebels ambushed a convoy near Goma and Rwanda condemned the raid.",
    ],
)
def test_an_attack_named_again_is_one(coder: Coder, text: str) -> None:
    assert labels(coder, text).count("ASSAULT") == 1


def test_whoever_angers_another_by_a_deed_does_the_deed(coder: Coder) -> None:
    event = coder(
        "Emmanuel Macron angered Baku by accusing it of bringing in Syrian jihadists.", published="2020-10-08"
    ).events[0]
    assert event.evidence.trigger.text == "accusing"
    assert [p.actor for p in event.participants if p.role == "recipient"] == ["AZE"]


def test_what_was_not_meant_is_still_told(coder: Coder) -> None:
    assert "ASSAULT" in labels(coder, "The army did not mean to attack the convoy, the general said.")
