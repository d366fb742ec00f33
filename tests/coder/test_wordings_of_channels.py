"""Wordings of envoys, channels, calls and deeds that are hardly ever in coded articles."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    ("text", "label", "role", "actor"),
    [
        ("Antony Blinken introduced Martin Indyk as his special envoy for the negotiations.", "mediator_appointed", "initiator", "USA"),
        ("The U.S. keeps two or three channels open to Pyongyang, Tillerson said.", "direct_negotiation", "party", "PRK"),
        ("Russia keeps its lines of communication open with the Taliban.", "direct_negotiation", "party", "RUS"),
        ("South Korean President Moon Jae-in has tried to act as a go-between.", "good_offices_contact", "go_between", "KOR"),
        ("Maduro no longer takes calls from the Norwegian envoy.", "talks_refused", "initiator", "VEN"),
        ("Macron raised the fate of the hostages with the emir of Qatar.", "CONSULT", "recipient", "QAT"),
        ("Choe Son Hui on Tuesday warned of an undesired outcome if Washington does not change its stance.", "THREATEN", "recipient", "USA"),
        ("Algeria halted financial flows to Morocco on Monday.", "SANCTION", "recipient", "MAR"),
        ("The rebels of the M23 marched on Goma in November.", "ASSAULT", "initiator", "group:cod-m23"),
        ("The Congolese army lost the town of Bunagana to the M23.", "ASSAULT", "initiator", "group:cod-m23"),
        ("The Congolese army lost the town of Bunagana to the M23.", "ASSAULT", "recipient", "COD"),
        ("Qatar's emir said there was no alternative to talks between Sudan and the rebels.", "talks_called_for", "initiator", "QAT"),
    ],
)  # fmt: skip
def test_a_wording_tells_who_does_it(coder: Coder, text: str, label: str, role: str, actor: str) -> None:
    events = [
        e
        for e in coder(text, published="2021-06-10", outlet="Example Post").events
        if (e.type or e.plover.event) == label
    ]
    assert actor in {p.actor for e in events for p in e.participants if p.role == role}


def test_talks_that_end_abruptly_collapse(coder: Coder) -> None:
    (event,) = coder("The Hanoi meeting in February ended abruptly.", published="2019-06-10").events
    assert (event.type, event.status) == ("talks_collapsed", "collapsed")


def test_their_ministers_are_not_his_own(coder: Coder) -> None:
    assert [e.plover.event for e in coder("Kerry had met their foreign ministers in Paris on 26 July.").events] == [
        "CONSULT"
    ]
    assert not coder("Sudan's Bashir met his generals on Monday.").events


def test_a_truce_that_ends_was_declared_by_somebody(coder: Coder) -> None:
    text = "An earlier cease-fire, declared unilaterally by Poroshenko in June, collapsed after 10 days."
    assert [e.type for e in coder(text, published="2014-09-06").events] == ["ceasefire_declared", "ceasefire_ended"]


def test_protesters_who_march_on_a_city_attack_nobody(coder: Coder) -> None:
    found = [
        e.plover.event
        for e in coder("Thousands of protesters marched on Washington to protest the war in Iraq.").events
    ]
    assert "ASSAULT" not in found
