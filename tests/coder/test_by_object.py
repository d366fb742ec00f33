"""What an act is by what it is done to: accords break down, visits end, ties are resumed; and words that tell of no event beside them."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def labels(coder: Coder, text: str) -> list[str | None]:
    return [e.type or e.plover.event for e in coder(text, published="2023-05-13").events]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The 1999 accord between the government and the rebels collapsed.", "agreement_repudiated"),
        ("The truce between Israel and Hamas fell apart on Friday.", "ceasefire_ended"),
        ("The talks on an accord between the government and the rebels collapsed.", "talks_collapsed"),
        ("The U.N. envoy ended a three-day visit to Sri Lanka on Wednesday.", "single_party_consultation"),
        ("President Trump ended the talks with the Taliban on Saturday.", "talks_cancelled"),
        ("Turkey and Israel resumed diplomatic ties in August.", "COOPERATE"),
        ("India and Pakistan resumed talks on Kashmir on Monday.", "talks_resumed"),
        ("The Lebanese government said it would not sign the accord.", "agreement_rejected"),
        ("Savimbi said he would not sign the accord on Monday.", "agreement_signed"),
        ("The Security Council extended the mandate of UNSMIL for a year.", "resolution_adopted"),
        ("President Duterte lifted the ceasefire with the New People's Army.", "ceasefire_ended"),
        ("Kenya cancelled a visit to Uganda.", "REJECT"),
        ("Kerry turned to Qatar to mediate.", "mediation_requested"),
        ("Trump credited China with bringing North Korea to the table.", "endorsement"),
        ("Trump claimed credit for the truce.", "credit_claim"),
        ("Japan and North Korea resumed links and talks.", "talks_resumed"),
        ("Ethiopia turned away from the mediation of Kenya.", "mediation_rejected"),
    ],
)
def test_an_act_is_what_its_object_makes_it(coder: Coder, text: str, label: str) -> None:
    assert labels(coder, text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban opened an office in Qatar on Tuesday.",
        "Christopher left Damascus empty-handed on Monday.",
        "Zelenskiy put off his visit to Saudi Arabia.",
        "The Saudis first claimed that Khashoggi had left the building.",
        "Israel meet Syria in the Davis Cup on Friday.",
        "The army violated diplomatic protocol during the visit to Cairo.",
        "A poll found that 56 percent of Americans oppose the deal with Iran.",
    ],
)
def test_what_tells_of_no_event(coder: Coder, text: str) -> None:
    assert labels(coder, text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The talks are the first since fighting broke out in Khartoum on April 15.", "talks_collapsed"),
        ("Polisario cited Morocco's failure to withdraw from Guerguerat.", "talks_collapsed"),
        ("Colombia lifted the ceasefire with the FARC on Monday.", "ceasefire_declared"),
    ],
)
def test_no_talks_collapse_where_a_war_begins_or_somebody_fails_to_act(coder: Coder, text: str, label: str) -> None:
    assert label not in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Police opened fire on the crowd in Kampala.", "ASSAULT"),
        ("The report found that Sudan attacked the camp.", "ASSAULT"),
        ("The talks broke down over the failure to reach an agreement.", "talks_collapsed"),
    ],
)
def test_what_the_same_words_tell_elsewhere(coder: Coder, text: str, label: str) -> None:
    assert label in labels(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('"The truce is not dead," Kerry said.', "ceasefire_ended"),
        ('"The nuclear deal is not dead," Rouhani said.', "agreement_repudiated"),
        ("The rebels released no prisoners.", "prisoner_exchange"),
        ("The government offered no amnesty to the TTP.", "CONCEDE"),
        ("The minister said that the military held no women of the Taliban.", "COERCE"),
    ],
)
def test_what_is_denied_by_not_or_no(coder: Coder, text: str, label: str) -> None:
    event = next(e for e in coder(text, published="2023-05-13").events if label in (e.type, e.plover.event))
    assert (event.status, event.polarity) == ("held", "negated")


def test_a_plot_is_no_deed(coder: Coder) -> None:
    events = coder("Maduro accused Bolton of plotting to have him killed.", published="2023-05-13").events
    assert [e.status for e in events if e.plover.event == "ASSAULT"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "role", "label"),
    [
        ("King Hussein of Jordan criticised the accord. Syria did so too.", "initiator", "disparagement"),
        ("Zimbabwe did not send its president to the summit. Namibia did so too.", "boycotting", "boycott"),
        ("Turkey rejected the plan. Qatar did the same on Tuesday.", "initiator", "agreement_rejected"),
    ],
)
def test_who_does_so_too_does_what_was_told_before(coder: Coder, text: str, role: str, label: str) -> None:
    last = coder(text, published="2023-05-13").events[-1]
    assert last.type == label
    assert [p.role for p in last.participants] == [role]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Khartoum rejected a proposal for a meeting between Burhan and Dagalo.", ["talks_refused"]),
        ("North Korea turned down an offer of talks.", ["talks_refused"]),
        ("Moscow rejected Kyiv's proposal of talks.", ["talks_refused", "talks_proposed"]),
        ("Hamas rejected a proposal for the release of hostages.", ["agreement_rejected"]),
        (
            "The PUK accused the KDP of breaking the truce that Turkey had brokered.",
            ["ceasefire_violation_alleged", "ceasefire_declared"],
        ),
        (
            "In the first direct contact between the two, Iran and Israel held talks on Monday.",
            ["direct_negotiation"],
        ),
        ("Qatar presented a five-point peace plan to both sides.", ["talks_proposed"]),
    ],
)
def test_what_a_sentence_tells_is_told_once(coder: Coder, text: str, told: list[str]) -> None:
    assert labels(coder, text) == told


def test_a_negotiator_who_ends_his_talks_breaks_them_off(coder: Coder) -> None:
    assert "talks_cancelled" in labels(coder, "The government's chief negotiator ended his talks with the FARC.")


def test_who_did_not_do_so_signs_nothing(coder: Coder) -> None:
    events = coder("Uganda signed the accord. Rwanda did not do so.", published="1999-07-10").events
    assert [p.actor for e in events if e.type == "agreement_signed" for p in e.participants] == ["UGA"]


def test_what_others_fear_is_no_refusal_to_sign(coder: Coder) -> None:
    assert "agreement_rejected" not in labels(coder, "Khartoum feared that the rebels would not sign the accord.")


def test_a_council_that_extends_the_term_of_a_president_adopts_no_resolution(coder: Coder) -> None:
    assert "resolution_adopted" not in labels(coder, "The council extended the mandate of the president until May.")


def test_what_a_survey_finds_done_is_done(coder: Coder) -> None:
    assert labels(coder, "A survey by the UN found that militias had killed 300 civilians in Ituri.") == ["ASSAULT"]


def test_a_meeting_with_another_is_no_part_of_the_talks(coder: Coder) -> None:
    told = labels(coder, "In his meeting with King Abdullah, the UN envoy held talks on Syria.")
    assert "single_party_consultation" in told


def test_not_signing_is_the_refusal_itself(coder: Coder) -> None:
    events = coder("We did not attend and we will not sign, Karadzic said.", published="1995-08-13").events
    assert [e.polarity for e in events if e.type == "agreement_rejected"] == ["affirmed"]


def test_who_was_denied_a_meeting_was_refused_one(coder: Coder) -> None:
    (event,) = coder("Nuland was denied a meeting with Bazoum.", published="2023-08-13").events
    assert (event.type, event.status, event.polarity) == ("talks_refused", "held", "affirmed")
