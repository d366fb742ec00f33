"""Who only tells of an event, reacts to it or does something else beside it takes no part in it."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

Parts = set[tuple[str, str]]


def parts(coder: Coder, text: str, trigger: str) -> Parts:
    """Roles with codes, or words, of who takes part in the first event whose trigger has these words."""
    events = coder(text, published="2019-07-03").events
    found = next((e for e in events if trigger in e.evidence.trigger.text), None)
    assert found, f"no {trigger!r} in {text!r}: {[e.evidence.trigger.text for e in events]}"
    return {(p.role, p.actor or (p.mention.text if p.mention else "")) for p in found.participants}


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "A Gulf official said that Kuwait had told Oman that Bahrain had refused to attend the talks.",
            "refused",
            {("boycotting", "BHR")},
        ),
        ("A diplomat said that Rwanda had told Kinshasa that Uganda had rejected the plan.", "rejected", {("initiator", "UGA")}),
        ("Ethiopia said the TPLF, which it regards as an enemy, had rejected the truce.", "rejected", {("initiator", "group:eth-tplf")}),
        ("Egypt warned Sudan that Ethiopia had rejected the accord.", "rejected", {("initiator", "ETH")}),
        ("Moscow says Kiev broke off the talks.", "broke off", {("initiator", "UKR")}),
    ],
)  # fmt: skip
def test_who_tells_or_is_told_what_another_does_does_not_do_it(
    coder: Coder, text: str, trigger: str, wanted: Parts
) -> None:
    assert parts(coder, text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Egypt said that it had refused to attend the talks.", "refused", ("boycotting", "EGY")),
        ("Israel told Washington that its soldiers had attacked the camp.", "attacked", ("initiator", "ISR")),
        (
            "Syria told the UN that Israel had violated the ceasefire.",
            "violated",
            ("initiator", "SYR"),
        ),  # who alleges it
    ],
)
def test_who_tells_of_his_own_act_or_of_a_breach_keeps_his_part(
    coder: Coder, text: str, trigger: str, doer: tuple[str, str]
) -> None:
    assert doer in parts(coder, text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("Iran deplored the postponement of the talks between Georgia and Abkhazia.", "postponement", "IRN"),
        ("Qatar hailed the resumption of talks between the army and the rebels.", "resumption", "QAT"),
        ("Germany hailed the signing of an accord by Kosovo and Serbia.", "signing", "DEU"),
        ("Jordan welcomed the talks held in Oslo on Monday.", "talks", "JOR"),
        ("Norway said it would continue to support the talks between Colombia and the ELN.", "talks", "NOR"),
        ("Indonesia called on Monday for peace talks between Israel and Syria.", "peace talks", "IDN"),
        (
            "India denied that the United States had mediated a ceasefire between Thailand and Cambodia.",
            "ceasefire",
            "IND",
        ),
    ],
)
def test_who_welcomes_deplores_or_calls_for_it_takes_no_part(coder: Coder, text: str, trigger: str, out: str) -> None:
    assert out not in {actor for _, actor in parts(coder, text, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger", "side"),
    [
        ("Zelensky hailed the talks with Witkoff in Berlin.", "talks", "UKR"),
        ("Ethiopia and Eritrea hailed the resumption of their talks.", "resumption", "ERI"),
        ("Kenya hosted talks between the government and the rebels.", "talks", "KEN"),
    ],
)
def test_who_welcomes_his_own_talks_or_holds_them_has_a_part(coder: Coder, text: str, trigger: str, side: str) -> None:
    assert side in {actor for _, actor in parts(coder, text, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The draft was accepted by Sudan but rejected by Chad.", "rejected", {"TCD"}),
        ("The U.N. draft was welcomed by Georgia and criticised by Abkhazia.", "welcomed", {"GEO"}),
        ("The U.N. draft was welcomed by Georgia and criticised by Abkhazia.", "criticised", {"group:geo-abkhazia"}),
        (
            "The talks were boycotted by Hamas and attended by observers from Tanzania.",
            "boycotted",
            {"group:pse-hamas"},
        ),
        ("The offer made by France was turned down by Algeria.", "turned down", {"DZA"}),
        ("The plan was accepted and signed by Ethiopia.", "signed", {"ETH"}),
    ],
)
def test_the_agents_of_two_passives_are_kept_apart(coder: Coder, text: str, trigger: str, doers: set[str]) -> None:
    found = parts(coder, text, trigger)
    assert {actor for role, actor in found if role in ("initiator", "boycotting", "party")} == doers


def test_who_signs_and_who_witnesses_are_of_one_event(coder: Coder) -> None:
    text = "The accord was signed by Ethiopia and Eritrea and witnessed by Algeria."
    assert parts(coder, text, "signed") == {("party", "ETH"), ("party", "ERI"), ("witness", "DZA")}


@pytest.mark.parametrize(
    ("text", "trigger", "out"),
    [
        ("Abandoned by Washington, the Kurds struck a deal with Damascus.", "deal", "USA"),
        ("Backed by France, Chad attacked the rebels.", "attacked", "FRA"),
        ("A panel will meet in Geneva to extend a truce arranged by Russia and Turkey.", "meet", "RUS"),
        ("Accused by Israel of sending arms to Hamas, Iran kept silent.", "sending arms", "ISR"),
        ("Washington punished Iran for its support of Hezbollah.", "support", "USA"),
        ("The rebels' raid on the town was condemned by Egypt.", "raid", "EGY"),
        ("Russia vetoed a draft resolution, tabled by Mexico, demanding a ceasefire in Aleppo.", "demanding", "RUS"),
    ],
)
def test_who_does_something_else_to_those_who_act_takes_no_part(
    coder: Coder, text: str, trigger: str, out: str
) -> None:
    assert out not in {actor for _, actor in parts(coder, text, trigger)}


def test_who_brokered_it_by_a_participle_before_keeps_his_part(coder: Coder) -> None:
    text = "Brokered by Qatar, the truce between Israel and Hamas took effect."
    assert ("broker", "QAT") in parts(coder, text, "truce")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("After mediation by Kenya, Sudan and the SPLA signed a truce.", "mediation"),
        ("Through the good offices of Kenya, Sudan and the SPLA exchanged prisoners.", "exchanged"),
        ("Mediated by Kenya, Sudan and the SPLA held talks in Nairobi.", "talks"),
    ],
)
def test_two_who_sign_behind_the_name_of_their_mediator_are_the_sides(coder: Coder, text: str, trigger: str) -> None:
    found = parts(coder, text, trigger)
    assert ("mediator", "KEN") in found
    assert {role for role, actor in found if actor in ("SDN", "group:ssd-splm")} <= {"party", "participant"}


def test_what_is_sanctioned_or_blamed_did_it(coder: Coder) -> None:
    text = "The European Union extended sanctions against Russia over its annexation of Crimea."
    assert parts(coder, text, "annexation") == {("initiator", "RUS")}


def test_who_has_a_habit_does_what_it_consists_of(coder: Coder) -> None:
    text = "Oman has a long tradition of facilitating talks between Iran and the United States."
    assert parts(coder, text, "talks") == {("facilitator", "OMN"), ("party", "IRN"), ("party", "USA")}


def test_who_watches_a_signing_is_there(coder: Coder) -> None:
    text = "Zalmay Khalilzad and Abdul Ghani Baradar signed in a hotel in Doha, watched by Mike Pompeo and Pakistan's minister."
    assert {("observer", "USA"), ("observer", "PAK")} <= parts(coder, text, "signed")
