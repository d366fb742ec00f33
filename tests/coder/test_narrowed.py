"""Neighbours of what is left out: who lays out his position before talks is at them, with whose tanks one exchanges fire is a foe."""

from __future__ import annotations

import pytest
from casts import coded

from dragoman.coder import Coder

DAY = "2014-07-03"


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan laid out their positions before the talks began in Tripoli.",
        "Chad and Sudan ruled out concessions before the talks began in Tripoli.",
    ],
)
def test_only_who_goes_away_before_talks_is_not_at_them(coder: Coder, text: str) -> None:
    assert coded(coder, text, DAY)["direct_negotiation"]["party"] == {"TCD", "SDN"}


@pytest.mark.parametrize(
    ("text", "label", "role"),
    [
        ("Both sides looked to Qatar to mediate between them.", "mediated_talks", "mediator"),
        ("The African Union entrusted mediation to Angola.", "mediator_appointed", "mediator"),
    ],
)
def test_to_whom_one_turns_is_no_place(coder: Coder, text: str, label: str, role: str) -> None:
    assert coded(coder, text, DAY)[label][role] & {"QAT", "AGO"}


def test_talks_called_after_two_capitals_are_between_both(coder: Coder) -> None:
    found = coded(coder, "The Damascus-Ankara talks were mediated by Moscow.", DAY)
    assert found["mediated_talks"]["party"] == {"SYR", "TUR"}


@pytest.mark.parametrize(
    "text", ["Hezbollah exchanged fire with Israeli tanks.", "Hezbollah traded fire with Israeli helicopters."]
)
def test_with_whose_tanks_one_exchanges_fire_is_struck(coder: Coder, text: str) -> None:
    assert coded(coder, text, DAY)["ASSAULT"]["recipient"] == {"ISR"}


def test_goods_that_nobody_wants_are_banned_from_whoever_sells_them(coder: Coder) -> None:
    assert coded(coder, "Russian oil was banned from the European market.", DAY)["COERCE"] == {"recipient": {"RUS"}}


def test_who_takes_hostages_during_an_attack_makes_it(coder: Coder) -> None:
    text = "Chadian rebels took 12 hostages during an attack on a hotel."
    found = [e for e in coder(text, published=DAY, outlet="Example Post").events if e.evidence.trigger.text == "attack"]
    assert [p.role for e in found for p in e.participants] == ["initiator"]


def test_a_town_under_sanctions_is_no_mere_ground(coder: Coder) -> None:
    found = coded(coder, "Turkey imposed sanctions on Afrin.", DAY)
    assert any(roles.get("recipient") == {"SYR"} for roles in found.values())


def test_a_process_is_asked_for_by_itself_and_its_name_is_not_kept_out(coder: Coder) -> None:
    text = "Turkey and Russia brokered Astana, a process that the Kurds were excluded from."
    assert "KAZ" not in coded(coder, text, DAY)["exclusion_declared"]["excluded"]


def test_who_takes_a_town_following_an_assault_made_it(coder: Coder) -> None:
    text = "Rwandan troops took Kisangani following a three-day assault."
    found = [
        e for e in coder(text, published=DAY, outlet="Example Post").events if "assault" in e.evidence.trigger.text
    ]
    assert [(p.role, p.actor) for e in found for p in e.participants] == [("initiator", "RWA")]


def test_of_an_invitation_of_somebody_by_another_he_is_invited(coder: Coder) -> None:
    found = coded(coder, "Kenya's invitation of the Chadian rebels to Nairobi angered Ethiopia.", DAY)
    assert found["invitation_issued"]["initiator"] == {"KEN"}


def test_who_invites_is_not_kept_out_when_his_invitation_is_withdrawn(coder: Coder) -> None:
    found = coded(coder, "The invitation to Iran from the United Nations was withdrawn.", DAY)
    assert found["exclusion_declared"]["excluded"] == {"IRN"}


def test_of_two_delegations_the_towns_tell_whose_they_are(coder: Coder) -> None:
    text = "A delegation from Misrata met a delegation from Zintan."
    (found,) = coder(text, published=DAY, outlet="Example Post").events
    assert {"Misrata", "Zintan"} <= {p.mention.text for p in found.participants if p.mention is not None}


def test_a_town_where_fighters_come_from_does_nothing(coder: Coder) -> None:
    (found,) = coder("Gunmen from Zintan attacked the airport.", published=DAY, outlet="Example Post").events
    assert len(found.participants) == 1
