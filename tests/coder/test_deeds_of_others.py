"""Whose deed, offer or plan it is that somebody else repels, punishes, deplores, ends or answers."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Ethiopian forces repelled Eritrean attacks near Zalambessa.", "attacks", ["ERI"]),
        ("Ethiopian forces beat back an attack by Eritrean troops near Bure.", "attack", ["ERI"]),
        ("Sudan is reeling from sanctions imposed by the European Union for its invasion of Chad.", "invasion", ["SDN"]),
        ("Sudan was criticized by France for its offensive in Darfur.", "offensive", ["SDN"]),
        ("Annan called on Mugabe to end the invasion of Congo.", "invasion", ["ZWE"]),
        ("Annan pressed Libya to stop arming the rebels.", "arming", ["LBY"]),
        ("Sudan retaliated for the killing of its governor.", "killing", []),
        ("Gaddafi got Sudan to drop its demand.", "drop", ["SDN"]),
        ("Sudan said Chad had set new conditions for talks.", "", ["TCD"]),
        ("France blamed Sudan for attacks by Chad.", "attacks", ["TCD"]),
        ("Sudanese aid convoys arrived before fighting resumed on Friday, violating the ceasefire.", "violating", []),
    ],
)  # fmt: skip
def test_whose_deed_it_is_does_it(coder: Coder, text: str, trigger: str, doers: list[str]) -> None:
    assert actors(told(coder, text, trigger), "initiator") == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Sudan's killing of a Chadian bishop was condemned by France.", "killing", ["SDN"]),
        ("Chad was attacked by Sudan for its rebels.", "attacked", ["SDN"]),
        ("Kenyan troops attacked Sudan in breach of the ceasefire, shelling Juba.", "attacked", ["KEN"]),
    ],
)
def test_who_acts_himself_keeps_his_part(coder: Coder, text: str, trigger: str, doers: list[str]) -> None:
    assert actors(told(coder, text, trigger), "initiator") == doers


def test_whose_killing_it_is_has_it_done_to_him(coder: Coder) -> None:
    event = told(coder, "Rafik Hariri's killing angered France.", "killing")
    assert [p.person.name for p in event.participants if p.role == "recipient" and p.person] == ["Rafik Hariri"]
    assert not actors(event, "initiator")


def test_whose_arrest_is_deplored_is_not_accused(coder: Coder) -> None:
    event = told(coder, "France condemned the arrest of Aung San Suu Kyi.", "condemned")
    assert not actors(event, "recipient")


def test_each_agent_in_a_row_does_what_his_own_verb_tells(coder: Coder) -> None:
    text = "The peace plan was rejected by Eritrea, criticized by Sudan and welcomed by Ethiopia."
    assert actors(told(coder, text, "rejected"), "initiator") == ["ERI"]
    assert actors(told(coder, text, "criticized"), "initiator") == ["SDN"]
    assert actors(told(coder, text, "welcomed"), "initiator") == ["ETH"]


def test_third_parties_in_a_row_have_each_the_role_of_their_own_verb(coder: Coder) -> None:
    text = "The round, which was facilitated by Norway and accompanied by Cuba and Chile, ended in Oslo."
    event = told(coder, text, "round")
    assert actors(event, "facilitator") == ["NOR"]
    assert actors(event, "accompanier") == ["CHL", "CUB"]


@pytest.mark.parametrize(
    ("text", "invited"),
    [
        ("Sudan protested the invitation of Chad to a peace summit in Uganda.", ["TCD"]),
        ("Chad's invitation to the peace summit was blocked by Sudan.", ["TCD"]),
    ],
)
def test_whose_invitation_is_opposed_is_invited(coder: Coder, text: str, invited: list[str]) -> None:
    event = told(coder, text, "invitation")
    assert (actors(event, "recipient"), actors(event, "initiator")) == (invited, [])


def test_at_whose_invitation_somebody_comes_invites(coder: Coder) -> None:
    text = "Chad and Sudan will hold peace talks in Tripoli at the invitation of Libya."
    roles = {p.role for e in coder(text, published="2005-03-10").events for p in e.participants if p.actor == "LBY"}
    assert "recipient" not in roles


def test_who_accepts_a_plan_does_not_make_it(coder: Coder) -> None:
    event = told(coder, "Libya's truce plan was accepted by Chad and Sudan.", "truce plan")
    assert actors(event, "initiator") == ["LBY"]


def test_by_whom_a_request_is_has_it_turned_down(coder: Coder) -> None:
    event = told(coder, "France had turned down a request by Chad for troops.", "turned down")
    assert (actors(event, "initiator"), "TCD" in actors(event, "recipient")) == (["FRA"], True)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("A SPLA delegation from Asmara and Kampala arrived in Nairobi on Monday for talks with the Sudanese government.", {"SDN", "group:ssd-spla"}),
        ("Sudanese leaders held talks with Ethiopian officials from Addis Ababa.", {"SDN", "ETH"}),
    ],
)  # fmt: skip
def test_where_a_delegation_comes_from_is_no_side(coder: Coder, text: str, sides: set[str]) -> None:
    event = told(coder, text, "talks")
    assert {p.actor for p in event.participants if p.role in ("party", "participant")} <= sides | {
        "group:ssd-splm",
        "group:sdn-splm",
    }


def test_by_whom_sanctions_were_imposed_does_not_lift_them(coder: Coder) -> None:
    event = told(coder, "Nigeria lifted sanctions imposed by France on Togo.", "lifted")
    assert actors(event, "initiator") == ["NGA"]


def test_who_is_told_of_behind_a_colon_has_not_mediated(coder: Coder) -> None:
    event = told(coder, "The talks broke up without agreement: John Kerry flew home.", "broke up")
    assert not actors(event, "mediator")


def test_who_complains_of_an_attack_does_not_make_it(coder: Coder) -> None:
    event = told(coder, "Chad complained about Sudanese shelling of the border.", "shelling")
    assert actors(event, "initiator") == ["SDN"]


def test_who_fights_while_talks_are_put_off_is_no_side_by_that(coder: Coder) -> None:
    event = told(coder, "Peace talks in Nairobi were postponed after Sudan attacked Juba.", "postponed")
    assert not actors(event, "party")


def test_who_walks_out_of_talks_that_collapse_is_a_side(coder: Coder) -> None:
    event = told(coder, "The peace talks collapsed when the SPLA walked out.", "collapsed")
    assert len(actors(event, "party")) == 1


def test_who_deplores_an_absence_is_not_absent(coder: Coder) -> None:
    event = told(coder, "France deplored Sudan's absence from the peace conference.", "absence")
    assert actors(event, "excluded") == ["SDN"]
