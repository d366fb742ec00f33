"""What somebody denies or calls untrue is denied, what one says and another denies is contested (codebook R23)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def events(coder: Coder, text: str) -> list[EventMention]:
    return list(coder(text, published="2001-03-09", outlet="AFP").events)


def named(coder: Coder, text: str, label: str) -> EventMention:
    return next(e for e in events(coder, text) if label in (e.type, e.plover.event))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rwanda denied that it had rejected the peace plan.", "agreement_rejected"),
        (
            "Reports of a secret meeting between Chadian and Libyan officials in Malta were a fabrication, Chad said.",
            "backchannel_talks",
        ),
        ("Syria dismissed as baseless reports of direct talks with Israel in Geneva.", "direct_negotiation"),
        (
            "Uganda denied Sudanese claims that secret contacts were under way between the two governments.",
            "backchannel_talks",
        ),
        ("Officials in Delhi dispute that Norway brokered the ceasefire.", "ceasefire_declared"),
        ("Moscow rejected suggestions that Tehran had been left out of the talks.", "exclusion_declared"),
        ("Reports that the Kurds had been shut out of the talks were false, the envoy said.", "exclusion_declared"),
        ("Suggestions that Egypt was kept out of the talks are untrue, a Russian official said.", "exclusion_declared"),
        ("It is not true that the Kurds were shut out of the talks, the envoy said.", "exclusion_declared"),
        ("Oman rejected claims that it had broken off its mediation.", "mediation_halted"),
        ("Turkey refuted reports that it had hosted secret talks between the Taliban and Kabul.", "backchannel_talks"),
        ("The rumours that Oman had mediated were not true, a Houthi spokesman said.", "mediated_talks"),
        ("The Philippine army dismissed as rubbish claims that its troops had attacked the village.", "ASSAULT"),
    ],
)
def test_what_is_denied_is_denied(coder: Coder, text: str, label: str) -> None:
    event = named(coder, text, label)
    assert (event.status, event.polarity) == ("denied", "negated")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Manila said Norway had been invited to the talks with the MILF, which the MILF denied.", "invitation_issued"),
        ("Khartoum said that Egypt had been asked to mediate, a report that Cairo dismissed.", "mediation_requested"),
        ("The rebels said that the army had attacked the village, but the army denied this.", "ASSAULT"),
    ],
)
def test_what_one_says_and_another_denies_is_contested(coder: Coder, text: str, label: str) -> None:
    event = named(coder, text, label)
    assert (event.status, event.polarity) == ("contested", "affirmed")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kenya did not deny that it had hosted secret talks with the rebels.", "backchannel_talks"),
        ("Colombia's government refused to deny that its negotiators had met the ELN in Quito.", "backchannel_talks"),
        ("Rwanda rejected the peace plan and the reports of the monitors.", "agreement_rejected"),
        (
            "Sudan rejected claims that the rebels had walked out of talks mediated by Kenya in Nairobi.",
            "mediated_talks",
        ),
        ("It was wrong that the Kurds were shut out of the talks, the envoy said.", "exclusion_declared"),
        ("Reports of talks between Chad and the rebels surfaced, but the leaflet was fake.", "direct_negotiation"),
        ("Claims that Kenya had mediated the truce were confirmed by both sides.", "mediated_talks"),
        ("Egypt did not deny reports that Hamas leaders had met Israeli envoys in Cairo.", "direct_negotiation"),
        ("The Houthis denied that they had attacked the port after the truce was signed.", "agreement_signed"),
        ("Iran dismissed the American proposal as baseless.", "agreement_rejected"),
    ],
)
def test_what_is_not_denied_stands(coder: Coder, text: str, label: str) -> None:
    event = named(coder, text, label)
    assert (event.status, event.polarity) == ("held", "affirmed")


def test_a_denial_is_told_on_what_it_denies(coder: Coder) -> None:
    assert [e.type for e in events(coder, "An aide to the president denied that he had walked out of the talks.")] == [
        "walkout"
    ]
    assert named(coder, "Belgrade denied arming the rebels.", "REJECT").status == "held"


def test_what_is_only_claimed_is_not_denied(coder: Coder) -> None:
    talks = named(coder, "Trump claimed that he had mediated between Armenia and Azerbaijan.", "mediated_talks")
    assert talks.status == "held"


def test_a_report_dismissed_leaves_what_follows(coder: Coder) -> None:
    talks = named(coder, "Hamas dismissed the report, and Egypt mediated new talks.", "mediated_talks")
    assert talks.status != "denied"
    assert talks.polarity == "affirmed"


def test_a_report_that_is_called_false_speaks_for_nobody(coder: Coder) -> None:
    text = "Reports that the Kurds had been shut out of the talks were false, the U.N. envoy said."
    assert [s.speaker for s in named(coder, text, "exclusion_declared").attribution[1:]] == ["U.N. envoy"]


def test_whoever_rejects_a_claim_is_its_speaker_and_turns_no_mediation_down(coder: Coder) -> None:
    text = "Oman rejected claims that it had broken off its mediation."
    assert named(coder, text, "mediation_halted").attribution[-1].speaker == "Oman"
    assert "mediation_rejected" not in {e.type for e in events(coder, text)}


def test_who_is_denied_to_have_been_invited_is_not_said_to_be_kept_out(coder: Coder) -> None:
    text = "Kabul denied the Taliban had been invited to the conference in Moscow."
    assert named(coder, text, "invitation_issued").status == "denied"


def test_who_denies_a_hand_in_an_attack_is_no_attacker(coder: Coder) -> None:
    denied = named(coder, "The Taliban denied responsibility for the bombing in Kabul.", "ASSAULT")
    assert not any(p.role == "initiator" for p in denied.participants)
    claimed = named(coder, "The Taliban claimed responsibility for the bombing in Kabul.", "ASSAULT")
    assert [p.actor for p in claimed.participants if p.role == "initiator"] == ["group:afg-taliban"]
