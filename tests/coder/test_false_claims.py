"""What somebody calls untrue is denied (codebook R23)."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def event(coder: Coder, text: str, type_: str) -> EventMention:
    return next(e for e in coder(text, published="2019-06-21").events if e.type == type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Moscow rejected suggestions that Tehran had been left out of the talks.", "exclusion_declared"),
        ("Reports that the Kurds had been shut out of the talks were false, the envoy said.", "exclusion_declared"),
        ("Suggestions that Egypt was kept out of the talks are untrue, a Russian official said.", "exclusion_declared"),
        ("It is not true that the Kurds were shut out of the talks, the envoy said.", "exclusion_declared"),
        ("Oman rejected claims that it had broken off its mediation.", "mediation_halted"),
        ("Turkey refuted reports that it had hosted secret talks between the Taliban and Kabul.", "backchannel_talks"),
        ("The rumours that Oman had mediated were not true, a Houthi spokesman said.", "mediated_talks"),
    ],
)
def test_what_is_called_untrue_is_denied(coder: Coder, text: str, type_: str) -> None:
    told = event(coder, text, type_)
    assert (told.status, told.polarity) == ("denied", "negated")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("It was wrong that the Kurds were shut out of the talks, the envoy said.", "exclusion_declared"),
        ("Claims that Kenya had mediated the truce were confirmed by both sides.", "mediated_talks"),
        ("Egypt did not deny reports that Hamas leaders had met Israeli envoys in Cairo.", "direct_negotiation"),
        ("Hamas dismissed the report, and Egypt mediated new talks.", "mediated_talks"),
    ],
)
def test_what_is_only_judged_confirmed_or_told_beside_is_not(coder: Coder, text: str, type_: str) -> None:
    told = event(coder, text, type_)
    assert told.status != "denied"
    assert told.polarity == "affirmed"


def test_a_report_that_is_called_false_speaks_for_nobody(coder: Coder) -> None:
    text = "Reports that the Kurds had been shut out of the talks were false, the U.N. envoy said."
    assert [s.speaker for s in event(coder, text, "exclusion_declared").attribution[1:]] == ["U.N. envoy"]


def test_whoever_rejects_a_claim_is_its_speaker_and_turns_no_mediation_down(coder: Coder) -> None:
    text = "Oman rejected claims that it had broken off its mediation."
    assert event(coder, text, "mediation_halted").attribution[-1].speaker == "Oman"
    assert "mediation_rejected" not in {e.type for e in coder(text).events}
