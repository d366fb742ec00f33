"""Who stands in a sentence and takes no part in its event, or another than the words beside suggest."""

from __future__ import annotations

import pytest
from casts import actors, told

from dragoman.coder import Coder


def parts(coder: Coder, text: str, type: str) -> set[tuple[str, str]]:
    """Roles with codes, or words, of those who take part in the events of a type."""
    events = [e for e in coder(text, published="1996-07-03").events if e.type == type]
    assert events, f"no {type} in {text!r}"
    return {(p.role, p.actor or (p.mention.text if p.mention else "")) for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "type", "out"),
    [
        ("Russia's ambassador to Turkey mediated between the two sides.", "mediated_talks", "TUR"),
        ("Jean Arnault, a French diplomat, mediated the talks in Guatemala.", "mediated_talks", "FRA"),
    ],
)
def test_where_somebody_is_sent_and_where_he_comes_from_take_no_part(
    coder: Coder, text: str, type: str, out: str
) -> None:
    found = parts(coder, text, type)
    assert found
    assert out not in {actor for _, actor in found}


def test_a_gathering_takes_no_part_in_what_happens_at_its_margin(coder: Coder) -> None:
    text = "The Indian and Pakistani foreign ministers met on the fringes of the U.N. General Assembly."
    actors = {p.actor for e in coder(text, published="1996-07-03").events for p in e.participants}
    assert actors == {"IND", "PAK"}


def test_who_leads_a_delegation_is_of_its_side(coder: Coder) -> None:
    text = "The Tamil delegation at the talks was led by Anton Balasingham."
    assert ("party", "group:lka-ltte") in parts(coder, text, "direct_negotiation")


def test_the_subject_of_the_clause_beside_boycotts_nothing(coder: Coder) -> None:
    text = "The largest Tutsi party stayed away from the talks and Hutu rebels said they had not been asked."
    assert parts(coder, text, "boycott") == {("boycotting", "largest Tutsi party")}


@pytest.mark.parametrize(
    ("text", "type", "makes", "answers"),
    [
        ("Sudan rejected an offer of mediation by Kenya.", "mediation_offered", "KEN", "SDN"),
        ("Syria accepted an invitation from Russia to talks in Moscow.", "invitation_issued", "RUS", "SYR"),
    ],
)
def test_who_answers_an_offer_did_not_make_it(coder: Coder, text: str, type: str, makes: str, answers: str) -> None:
    assert parts(coder, text, type) == {("initiator", makes), ("recipient", answers)}


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Taipei turned down the offer of talks from Peking.", "CHN"),
        ("Sudan rejected a proposal for talks by Kenya.", "KEN"),
    ],
)
def test_who_makes_an_offer_is_told_behind_it(coder: Coder, text: str, maker: str) -> None:
    assert ("initiator", maker) in parts(coder, text, "talks_proposed")


def test_an_object_is_not_the_subject_of_the_verb_before(coder: Coder) -> None:
    text = "Biden called President Sisi on Monday and thanked him for the truce."
    events = coder(text, published="2024-01-10").events
    thanked = [p for e in events if e.evidence.trigger.text == "thanked" for p in e.participants if p.mention]
    assert [p.actor for p in thanked if p.mention and p.mention.text == "him"] == ["EGY"]


def test_she_is_no_man_of_the_tables(coder: Coder) -> None:
    text = "Benjamin Netanyahu spoke on Monday. {} accused Hamas of breaking the truce."
    for word, meant in (("He", {"ISR"}), ("She", {None})):
        events = coder(text.format(word), published="2024-01-10").events
        assert {p.actor for e in events for p in e.participants if p.mention and p.mention.text == word} == meant


def test_the_north_is_the_korea_named_before(coder: Coder) -> None:
    text = "South Korea and North Korea held talks on Monday. The South said it would resume talks with the North."
    resumed = next(e for e in coder(text, published="2018-04-30").events if e.type == "talks_resumed")
    assert {p.actor for p in resumed.participants} == {"KOR", "PRK"}


def test_who_speaks_from_an_office_is_whose_it_is(coder: Coder) -> None:
    text = "Mr. Netanyahu's office accused Hamas of breaking the truce."
    accused = next(e for e in coder(text, published="2024-01-10").events)
    assert ("initiator", "ISR") in {(p.role, p.actor) for p in accused.participants}


def test_an_armed_group_that_meets_envoys_is_no_mediator(coder: Coder) -> None:
    text = "Gibril Ibrahim of the Justice and Equality Movement met U.S. envoys in Addis Ababa on Monday."
    roles = {
        p.role for e in coder(text, published="2019-07-10").events for p in e.participants if p.actor == "group:sdn-jem"
    }
    assert roles == {"party"}


def test_protesters_who_block_a_road_keep_nobody_from_talks(coder: Coder) -> None:
    text = "Protesters blocked the Ayalon Highway in Tel Aviv to demand a hostage deal with Hamas."
    assert "participant_vetoed" not in {e.type for e in coder(text, published="2024-01-10").events}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("Police said they had arrested 82 people after protesters blocked roads in Nairobi.", "arrested", "initiator", [""]),
        ("Thousands of Palestinians marched in Ramallah, and Israeli troops shot and killed two of them.", "shot", "recipient", ["PSE"]),
        ("Lavrov praised the truce while his counterpart from Turkey demanded a longer one.", "demanded", "initiator", ["TUR"]),
        ("Iran sent Afghan fighters to Syria.", "sent", "recipient", ["SYR"]),
        ("France deployed soldiers from the 11th Brigade to Mali.", "deployed", "recipient", ["MLI"]),
        ("The villagers the Kenyan army had seized were freed on Monday by Somalia.", "freed", "recipient", [""]),
        ("The proposal the African Union made was accepted by the Sudanese army.", "accepted", "recipient", ["igo:african-union"]),
        ("A peace plan that Egypt presented was rejected by the Libyan government.", "rejected", "recipient", ["EGY"]),
    ],
)  # fmt: skip
def test_who_stands_beside_does_it_not(coder: Coder, text: str, trigger: str, role: str, expected: list[str]) -> None:
    assert actors(told(coder, text, trigger), role) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("With no help from Washington, Norway brokered a truce between Sri Lanka and the Tamil Tigers.", "truce"),
        ("Norway brokered a truce between Sri Lanka and the Tamil Tigers, with no support from the United States.", "truce"),
    ],
)  # fmt: skip
def test_no_help_is_none(coder: Coder, text: str, trigger: str) -> None:
    assert "USA" not in {p.actor for p in told(coder, text, trigger).participants}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("The Israeli military said it had opened fire on Gaza.", "opened", "initiator", ["ISR"]),
        ("Syria gave approval for Jordan to deliver aid.", "gave approval", "recipient", ["JOR"]),
        ("Thousands of Kenyans have sought refuge in Uganda.", "sought refuge", "recipient", ["UGA"]),
    ],
)
def test_who_is_asked_or_allowed_has_it_done_to_him(
    coder: Coder, text: str, trigger: str, role: str, expected: list[str]
) -> None:
    assert actors(told(coder, text, trigger), role) == expected


def test_who_is_named_is_the_doer_and_not_his_pronoun(coder: Coder) -> None:
    fired = told(coder, "The Israeli military said it had opened fire on Gaza.", "opened")
    assert [p.mention.text for p in fired.participants if p.role == "initiator" and p.mention] == ["Israeli military"]
