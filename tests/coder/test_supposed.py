"""What is only supposed, wanted or ahead though it is told like what happened."""

from __future__ import annotations

import pytest
from casts import told

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "status", "polarity"),
    [
        ("“Let's agree on the borders first,” the envoy said.", "agree", "proposed", "affirmed"),
        ("“Let us sign the accord,” the president told them.", "sign", "proposed", "affirmed"),
        ("It would have been the first time that Hamas officials sat down with Israeli ministers.", "sat", "planned_not_held", "negated"),
        ("Barzani pulled out of peace talks with Baghdad scheduled for May 7 in Erbil.", "peace talks", "cancelled", "affirmed"),
        ("The rebels pulled out of the peace talks in Rome on Friday.", "talks", "held", "affirmed"),
        ("“Only an agreement signed directly with Khartoum can bind us,” he said.", "signed", "proposed", "affirmed"),
        ("A ceasefire signed in Havana in June will take full effect on Monday.", "ceasefire", "planned", "affirmed"),
        ("UN-sponsored talks on Libya that were to open in Geneva in May fell apart.", "talks", "planned_not_held", "affirmed"),
        ("The envoy was working on a meeting in Muscat.", "meeting", "proposed", "affirmed"),
    ],
)  # fmt: skip
def test_what_has_not_come_about(coder: Coder, text: str, trigger: str, status: str, polarity: str) -> None:
    event = told(coder, text.replace("“", '"').replace("”", '"'), trigger)
    assert (event.status, event.polarity) == (status, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("Ukraine will not surrender, the minister said.", "will not surrender", "affirmed"),
        ("The president has not decided whether to reimpose sanctions on Sudan.", "reimpose", "affirmed"),
        ("There could be no talks until Doha stopped sheltering the Brotherhood.", "sheltering", "affirmed"),
        ("Ethiopian forces attacked Baidoa but did not attack Kismayo.", "did not attack", "negated"),
        ("The general said that neither army would attack the other.", "attack", "negated"),
    ],
)
def test_what_not_denies(coder: Coder, text: str, trigger: str, polarity: str) -> None:
    found = coder(text, published="2005-03-10", outlet="Example Post").events
    event = next(e for e in found if (e.evidence.trigger.text).startswith(trigger))
    assert event.polarity == polarity


def test_a_meeting_that_may_go_ahead_is_conditional(coder: Coder) -> None:
    event = told(coder, "If the Geneva meeting goes ahead, the mediators ought to insist on a mechanism.", "Geneva")
    assert event.tense == "conditional"


def test_who_skipped_a_meeting_has_done_so(coder: Coder) -> None:
    event = told(coder, "Annan cancelled the summit after the rebels skipped a planning meeting.", "skipped")
    assert (event.type, event.status) == ("boycott", "held")


def test_an_invitation_is_only_meant_to_be_sent(coder: Coder) -> None:
    event = told(coder, "The ambassador said that Oslo intended to invite the Tigers to a second conference.", "invite")
    assert event.status == "planned"


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The two delegations did meet, and the envoy spoke with the king.", "did meet", "affirmed"),
        ("The envoy ended his visit without any sign that he had been received by Kim Jong Un.", "received", "negated"),
    ],
)
def test_what_stress_and_no_sign_say(coder: Coder, text: str, trigger: str, polarity: str) -> None:
    assert told(coder, text, trigger).polarity == polarity
