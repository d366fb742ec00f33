"""Whose seat somebody objects to, and who is kept away by a visa or thrown out."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def cast(coder: Coder, text: str, label: str) -> set[tuple[str, str | None]]:
    """Roles and actors of the events of a type."""
    events = [e for e in coder(text, published="2002-07-03").events if e.type == label]
    return {(p.role, p.actor) for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "who", "out"),
    [
        ("Kenya rejected Sudan's demand that Egypt be given a seat at the talks.", "KEN", "EGY"),
        ("Kenya rejected a proposal that Egypt take part in the peace talks.", "KEN", "EGY"),
        ("Kenya opposed giving Egypt a seat at the talks.", "KEN", "EGY"),
        ("Kenya opposed inviting Egypt to the peace conference.", "KEN", "EGY"),
        ("Kenya ruled out a seat for Egypt at the Nairobi talks.", "KEN", "EGY"),
        ("Kenya blocked the participation of Egypt in the Nairobi talks.", "KEN", "EGY"),
        ("Kenya has refused to seat the Egyptian government at the peace talks.", "KEN", "EGY"),
        ("Kenya threatened to stay away from the talks if Egypt was given a seat.", "KEN", "EGY"),
        ("Kenya will boycott the conference if Egypt takes part.", "KEN", "EGY"),
        ("Kenya objects to Egypt's presence at the talks.", "KEN", "EGY"),
        ("Kenya threatened to withdraw from the peace conference unless Egypt was excluded.", "KEN", "EGY"),
        ("Kenya demanded that Egypt be removed from the mediation team.", "KEN", "EGY"),
    ],
)
def test_who_objects_to_a_seat_vetoes_whose_seat_it_is(coder: Coder, text: str, who: str, out: str) -> None:
    found = cast(coder, text, "participant_vetoed")
    assert {("initiator", who), ("excluded", out)} <= found
    assert not any(p.role == "party" and p.actor == out for e in coder(text).events for p in e.participants)
    assert len([role for role, _ in found if role == "excluded"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected Sudan's demand that it withdraw its troops before the talks.",
        "Kenya rejected Egypt's proposal for talks with Sudan.",
        "Kenya will attend the talks if Egypt is invited.",
        "Kenya will attend the talks if it is given a seat.",
        "Kenya will withdraw its troops from the border if Egypt takes part in the talks.",
        "Kenya will leave the decision to the African Union if Egypt joins the talks.",
        "The rebels will leave the town if they are invited to the talks in Nairobi.",
        "Kenya opposed giving the rebels a place in the army.",
        "Kenya demanded that Egypt drop its preconditions for the talks.",
        "Kenya asked the Egyptian delegates to leave Nairobi after the talks.",
        "Kenya demanded that the police be removed from the camps before the negotiations.",
        "Kenya threatened to withdraw from the conference unless Egypt withdrew its troops.",
        "Kenya will walk out of the talks if Egypt attacks its camps.",
        "Kenya demanded that Egypt remove its troops before the talks.",
        "Kenya asked that its border with Sudan be left out of the talks.",
    ],
)
def test_other_demands_and_conditions_veto_nobody(coder: Coder, text: str) -> None:
    assert not cast(coder, text, "participant_vetoed")


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied a visa to the Taliban's envoy, who was to attend the talks.",
        "Norway refused the Taliban a visa to attend the peace conference.",
        "Norway refused entry to the Taliban delegation, which was to attend the talks.",
        "Visas were denied to the Taliban delegation to the talks.",
        "Taliban leaders were denied visas to attend the talks in Oslo.",
        "Norway denied the Taliban's envoy a visa to attend the United Nations General Assembly.",
    ],
)
def test_who_is_refused_a_visa_for_talks_is_kept_out_and_not_who_refuses_it(coder: Coder, text: str) -> None:
    found = cast(coder, text, "exclusion_declared")
    assert {actor for role, actor in found if role == "excluded"} == {"group:afg-taliban"}


def test_a_ban_keeps_away_whom_it_hits(coder: Coder) -> None:
    text = "The Taliban could not attend the meeting because they are blacklisted by the United Nations."
    assert ("excluded", "group:afg-taliban") in cast(coder, text, "exclusion_declared")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The Tamil Tigers protested against their exclusion from the donor conference.", None),
        ("UNITA faces expulsion from the peace talks.", "group:ago-unita"),
        ("UNITA was threatened with expulsion from the talks.", "group:ago-unita"),
        ("The expulsion of UNITA from the peace talks angered Kenya.", "group:ago-unita"),
        ("The exclusion of UNITA from the Angola conference angered Kenya.", "group:ago-unita"),
    ],
)
def test_an_exclusion_told_by_a_noun_is_not_done_by_whom_it_angers(coder: Coder, text: str, out: str | None) -> None:
    found = cast(coder, text, "exclusion_declared")
    assert [role for role, actor in found if out in (actor, None)] == ["excluded"]
    assert ("initiator", "KEN") not in found


@pytest.mark.parametrize(
    "text",
    [
        "The expulsion of diplomats from Nairobi angered Egypt.",
        "Hamas leaders risk expulsion from Qatar over the stalled talks.",
        "The rebels face expulsion from Khartoum after the talks collapsed.",
    ],
)
def test_expulsion_from_a_place_keeps_nobody_from_talks(coder: Coder, text: str) -> None:
    assert not cast(coder, text, "exclusion_declared")


@pytest.mark.parametrize(
    "text",
    [
        "The envoys had been shown the draft of the peace plan but had not been allowed to keep a copy.",
        "Egypt was asked to host the talks.",
    ],
)
def test_who_is_shown_a_draft_or_asked_to_help_is_not_kept_out(coder: Coder, text: str) -> None:
    assert not cast(coder, text, "exclusion_declared")


def test_not_does_not_reach_what_was_read_in_the_papers(coder: Coder) -> None:
    text = "The rebels were not consulted by Mr Moi and first read of the peace plan in the newspapers."
    events = [e for e in coder(text, published="2002-07-03").events if e.type == "exclusion_declared"]
    assert [e.polarity for e in events] == ["affirmed", "affirmed"]
    assert {p.mention.text for e in events for p in e.participants if p.role == "excluded" and p.mention} == {"rebels"}
