"""Wordings that look like others: what a rule for the press, troops, missions, third parties and acts told twice must leave alone."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def events(coder: Coder, text: str) -> dict[str, EventMention]:
    return {e.type or e.plover.event: e for e in coder(text, published="2001-03-09", outlet="AFP").events}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The rebels no longer recognise the ceasefire.", "agreement_rejected"),
        ("The rebels no longer accept the accord.", "agreement_rejected"),
        ("The rebels refused to discuss the report of the mediators.", "talks_refused"),
        ("The government refused to talk to the rebels on television.", "talks_refused"),
        ("India said the dispute must be settled without outside involvement.", "mediation_rejected"),
        ("Boutros Boutros-Ghali cut short his peace mission to Somalia.", "mediation_halted"),
        ("The government proposed a truce and the rebels accepted.", "ceasefire_declared"),
        ("The rebels demanded money and asked Norway to mediate in the talks.", "REQUEST"),
        ("Russia rejected the criticism and vetoed the resolution on the truce.", "REJECT"),
        ("Chad asked in vain to take part in the talks.", "exclusion_declared"),
        ("Israel never sent a delegation to the conference.", "boycott"),
        ("Uganda moved its tanks away from the border.", "withdrawal_or_disengagement"),
    ],
)
def test_what_is_told_stays(coder: Coder, text: str, label: str) -> None:
    assert label in events(coder, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The talks were held without outside mediation.", "mediation_rejected"),
        ("UN monitors cut short their mission in Syria because of the fighting.", "mediation_halted"),
        ("Chad moved its troops back into Sudan.", "withdrawal_or_disengagement"),
        ("The government would not let aid workers attend to the wounded after the talks.", "participant_vetoed"),
        ("The delegates declined to talk to reporters.", "talks_refused"),
        ("Envoys tried in vain to take the rebels to the table.", "exclusion_declared"),
        (
            "The PLO hopes to take part in the talks, but Israel tried in vain to stop it.",
            "exclusion_declared",
        ),
        ("The two sides did not send negotiators home after the talks.", "boycott"),
    ],
)
def test_what_only_looks_like_it_is_not(coder: Coder, text: str, label: str) -> None:
    assert label not in events(coder, text)


def test_any_that_has_done_it_has_done_it(coder: Coder) -> None:
    signed = events(coder, "Any group that signed the accord in Abuja will be protected.")["agreement_signed"]
    assert signed.status == "held"
    left_out = events(coder, "Any deal that excludes Hamas will fail, Egypt said.")["exclusion_declared"]
    assert left_out.status == "proposed"


def test_talks_that_opened_lie_behind(coder: Coder) -> None:
    talks = events(coder, "The talks, originally scheduled for Thursday, opened on Monday in Lusaka.")
    assert talks["direct_negotiation"].tense == "past"
