"""What is offered, and how it is answered."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def types(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="1999-03-09", outlet="AFP").events]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban have not answered Pakistan's offer to host talks.",
        "Turkey offered to mediate between Georgia and Abkhazia. Tbilisi did not respond immediately.",
        "Mexico's offer to host talks between Colombia and the ELN has gone unanswered.",
    ],
)
def test_no_answer_is_no_refusal(coder: Coder, text: str) -> None:
    assert not {"talks_refused", "mediation_rejected", "REJECT"} & set(types(coder, text))


def test_who_no_longer_answers_turns_away(coder: Coder) -> None:
    assert "mediation_rejected" in types(coder, "Kinshasa no longer answers the envoy of the African Union.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iran said it would not accept the United States as a mediator.", "mediation_rejected"),
        ("Palestinian officials said they can no longer accept Washington as a mediator.", "mediation_rejected"),
        ("The rebels have not accepted Kenya as mediator yet.", "mediation_accepted"),
        ("Both sides accepted Kenya as mediator.", "mediation_accepted"),
    ],
)
def test_whom_one_will_not_accept_is_turned_down(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text) == [type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Pakistan's proposal for the two foreign ministers to meet was accepted by India.", "talks_agreed"),
        ("The United Nations proposed a ceasefire. Kigali accepted it.", "ceasefire_declared"),
        ("Egypt offered to mediate between Sudan and Chad. Chad accepted the offer.", "mediation_accepted"),
    ],
)
def test_what_is_accepted_tells_what_is_agreed(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[-1] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A Taliban offer of talks was spurned by the northern alliance.", "talks_proposed"),
        ("Libya has offered to send observers to Chad.", "AGREE"),
        ("Turkey offered to send an envoy to mediate between Sudan and Chad.", "mediation_offered"),
    ],
)
def test_only_offers_of_mediation_are_such(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


def test_whose_offer_it_is(coder: Coder) -> None:
    text = "Iran said it was studying Oman's offer to mediate with Saudi Arabia."
    offer = next(e for e in coder(text, published="2016-03-09").events if e.type == "mediation_offered")
    assert [p.actor for p in offer.participants if p.role == "initiator"] == ["OMN"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A Nigerian proposal that they be resumed in London was rejected by the Biafrans.", "talks_refused"),
        ("Hamas rejected a proposal to disarm.", "agreement_rejected"),
    ],
)
def test_who_rejects_a_proposal_to_meet_refuses_talks(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[-1] == type_


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Hezbollah accepted the deal but did not sign it.", False),
        ("Sanaa rejected the UN proposal and Aden accepted it.", True),
        ("Hamas will not accept the deal.", True),
        ("The rebels are not ready to accept the plan.", True),
    ],
)
def test_who_accepts_rejects_nothing(coder: Coder, text: str, refused: bool) -> None:
    assert types(coder, text).count("agreement_rejected") == int(refused)


@pytest.mark.parametrize(
    "text",
    [
        "India has always maintained that Kashmir is a bilateral matter in which no third party has a role.",
        "India said the dispute with Pakistan must be settled bilaterally, without outside involvement.",
        "India wished to do without mediators in the dispute with Pakistan.",
    ],
)
def test_no_part_for_third_parties_rejects_mediation(coder: Coder, text: str) -> None:
    assert "mediation_rejected" in types(coder, text)


def test_who_says_that_there_will_be_no_talks_refuses_them(coder: Coder) -> None:
    text = '"There will be no negotiations with the guerrillas," Pastrana said.'
    (refusal,) = coder(text, published="1999-03-09").events
    assert refusal.type == "talks_refused"
    assert [p.mention.text for p in refusal.participants if p.role == "initiator" and p.mention] == ["Pastrana"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kyiv was ready to carry on without Moscow.", "AGREE"),
        ("Kenya said it was ready to work with Ethiopia on the railway.", "AGREE"),
        ("Ethiopia has offered to resume technical consultations with Sudan.", "talks_proposed"),
        ("The militia chief offered the services of his fighters to the new rulers.", "AID"),
        ("Qatar is ready to help the two sides find a settlement.", "mediation_offered"),
    ],
)
def test_who_is_ready_for_something_else_does_not_offer_to_mediate(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[0] == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya offered to mediate between the two. The rebels would have none of it.", "mediation_rejected"),
        ("Iran has offered to mediate. Baku rejected it.", "mediation_rejected"),
        ("Norway offered to host the talks in Oslo. The rebels rejected this.", "talks_refused"),
        ("The mediators presented a draft accord. The rebels turned it down.", "agreement_rejected"),
    ],
)
def test_what_is_turned_down_is_what_was_offered(coder: Coder, text: str, type_: str) -> None:
    assert types(coder, text)[-1] == type_
