"""Who is set aside within a sentence that tells of others, who says himself that he has no part, and who alone is in."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def events(coder: Coder, text: str) -> list[EventMention]:
    return coder(text, published="2016-02-03", outlet="Reuters").events


def in_role(coder: Coder, text: str, role: str) -> set[str | None]:
    return {p.actor or p.name for e in events(coder, text) for p in e.participants if p.role == role}


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("With Chad barred, the talks opened in Tripoli on Monday.", {"TCD"}),
        (
            "With the Houthis uninvited, Yemen's government and the Southern Transitional Council held talks.",
            {"group:yem-houthis"},
        ),
        ("With Kenya absent, the talks on Somalia opened in Djibouti on Monday.", {"KEN"}),
        ("Sudan and Ethiopia held talks in Juba with no representatives of Eritrea present.", {"ERI"}),
        ("Turkey and Iraq met in Ankara, with no Iranian officials present.", {"IRN"}),
        ("Kenya and Somalia agreed a ceasefire in Doha with no involvement of Uganda.", {"UGA"}),
        (
            "The Chadian government and the FACT rebels signed a truce with no participation from France or Niger.",
            {"FRA", "NER"},
        ),
        ("All of the rebel groups except the FNL signed the ceasefire.", {"group:bdi-fnl"}),
        ("All the parties but Sinn Fein were invited to the talks.", {"group:gbr-sinn-fein"}),
        ("Ministers from Egypt and Jordan, but not Israel, met in Paris to discuss the peace plan.", {"ISR"}),
        ("Hamas, but not Islamic Jihad, signed the truce.", {"group:pse-islamic-jihad"}),
    ],
)
def test_who_is_set_aside_is_out(coder: Coder, text: str, out: set[str]) -> None:
    assert in_role(coder, text, "excluded") == out
    assert not out & (in_role(coder, text, "party") | in_role(coder, text, "initiator"))


@pytest.mark.parametrize(
    "text",
    [
        "With Egypt mediating, Hamas and Israel held talks in Cairo.",
        "With the bridge destroyed, the two sides held talks by radio.",
        "The army shelled all towns except Goma during the talks.",
        "The Houthis released Saudi, but not Sudanese, prisoners under the deal.",
        "Nobody but Iran was invited to the talks.",
        "Only the Taliban and the Americans were at the table.",
        "Egypt mediated between Israel and Hamas, with no presence of UN officials at the crossing.",
        "The talks in Geneva ended with no agreement between Syria and the opposition.",
        "With no word from Khartoum, the rebels left the talks in Abuja.",
    ],
)
def test_nobody_is_set_aside_where_others_are_told_of(coder: Coder, text: str) -> None:
    assert not in_role(coder, text, "excluded")


@pytest.mark.parametrize(
    "text",
    [
        "Russia said it was not involved in the talks between Turkey and the rebels.",
        "The U.S. said that it had not been involved in the talks with the Nusra Front.",
        "Oman said its diplomats had played no part in the talks between Saudi Arabia and the Houthis.",
    ],
)
def test_who_says_himself_that_he_has_no_part_is_neither_out_nor_in(coder: Coder, text: str) -> None:
    told = events(coder, text)
    assert "exclusion_declared" not in {e.type for e in told}
    assert not {"RUS", "USA", "OMN"} & {p.actor for e in told for p in e.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Kabul complained that it was not involved in the talks with the Taliban.",
        "Kabul said that it was not consulted about the talks with the Taliban.",
        "Afghanistan was not involved in the talks between Pakistan and the Taliban.",
    ],
)
def test_who_complains_or_is_not_asked_is_out(coder: Coder, text: str) -> None:
    assert in_role(coder, text, "excluded") == {"AFG"}


def test_who_refuses_to_come_to_talks_held_without_him_boycotts_them(coder: Coder) -> None:
    text = "The Geneva talks ended on Friday without the Sudanese army, which refused to send a delegation."
    assert in_role(coder, text, "boycotting") == {"SDN"}
    assert not in_role(coder, text, "excluded") | in_role(coder, text, "party")
    text = "The talks went ahead without the Houthis, who had not been invited."
    assert in_role(coder, text, "excluded") == {"group:yem-houthis"}
    assert not in_role(coder, text, "boycotting")


def test_of_whom_none_is_asked_is_out(coder: Coder) -> None:
    text = "Neither of the two rebel movements was represented at the talks in Algiers between Mali and Niger."
    assert in_role(coder, text, "excluded") == {"group:mli-rebels"}


def test_whose_absence_is_told_is_no_side_of_the_talks(coder: Coder) -> None:
    text = "The absence of the Fatah delegation delayed the opening of the talks in Cairo."
    assert in_role(coder, text, "excluded") == {"group:pse-fatah"}
    assert "group:pse-fatah" not in in_role(coder, text, "party")
    assert not in_role(coder, "In the absence of a deal, the United States and Iran met again in Geneva.", "excluded")


def test_an_invitation_taken_back_was_that_of_who_had_it(coder: Coder) -> None:
    text = "Iran was invited to the talks by the UN but the invitation was withdrawn on Monday."
    assert in_role(coder, text, "excluded") == {"IRN"}


@pytest.mark.parametrize(
    ("text", "by", "out"),
    [
        ("Kenya did not invite Egypt to the talks.", "KEN", "EGY"),
        ("Turkey, which Greece had excluded from the talks, protested.", "GRC", "TUR"),
        ("Chad kept Egypt in the dark about the talks.", "TCD", "EGY"),
    ],
)
def test_who_keeps_another_out_is_not_out_himself(coder: Coder, text: str, by: str, out: str) -> None:
    event = next(e for e in events(coder, text) if e.type == "exclusion_declared")
    assert {(p.role, p.actor) for p in event.participants} == {("initiator", by), ("excluded", out)}


@pytest.mark.parametrize(
    "text",
    [
        "The Hamas men left Cairo before the talks began.",
        "The M23 delegates walked out of the lobby and flew back to Goma before the summit began.",
    ],
)
def test_who_left_before_the_talks_was_not_at_them(coder: Coder, text: str) -> None:
    assert not in_role(coder, text, "party")


def test_over_whose_head_a_deal_is_signed_is_bypassed(coder: Coder) -> None:
    text = "The United States went over Ghani's head and signed a deal with the Taliban."
    assert in_role(coder, text, "excluded") == {"AFG"}
    assert not in_role(coder, "Rockets flew over the rebels' heads as the talks opened.", "excluded")


def test_neither_group_is_both(coder: Coder) -> None:
    text = "Hamas and Hezbollah welcomed the talks. Neither group was invited to the talks in Cairo."
    assert in_role(coder, text, "excluded") == {"group:pse-hamas", "group:lbn-hezbollah"}


def test_whose_own_talks_are_told_behind_is_a_side_of_them(coder: Coder) -> None:
    text = "The ELN was not part of the peace process in Colombia, but its talks in Quito are to open on Oct. 27."
    own = next(e for e in events(coder, text) if e.venue and e.venue.name == "Quito")
    assert [(p.role, p.actor) for p in own.participants] == [("party", "group:col-eln")]


def test_only_who_is_named_is_out_and_not_who_says_so(coder: Coder) -> None:
    assert not in_role(coder, "The United Nations said that no one should be excluded from the talks.", "excluded")
    assert in_role(coder, "Kabul said that Pakistan had been excluded from the talks.", "excluded") == {"PAK"}
    assert in_role(coder, "Kabul said that it had been excluded from the talks.", "excluded") == {"AFG"}
