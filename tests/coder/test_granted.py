"""What is granted or withheld that leaves nobody out of talks."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


@pytest.mark.parametrize(
    "text",
    [
        "The peace talks opened in Arusha. Women's groups from Burundi were given six seats, the churches only two.",
        "The peace talks opened in Juba. The two factions of the SPLM were each allotted four seats at the table.",
        "The UN envoy said that the rebels' chair at the Geneva talks would be kept free.",
        "India, which sent no delegate to the talks in Oslo, is kept informed.",
        "Norway is kept abreast of the talks between Manila and the rebels, a diplomat said.",
        "Sant'Egidio, which had arranged the talks between Renamo and Mozambique, was asked to stay as an observer.",
        "The State Department said Washington had no objection to a meeting of Chad and Sudan in Tripoli.",
        "The talks were held in Ankara. Under the text the Kurdish rebels are to be denied sanctuary in northern Iraq.",
        "The peace talks opened. The president has not ruled out running for another term.",
        "The two opposition leaders of Gabon, who were barred from standing, met the mediator in Geneva.",
    ],
)
def test_who_is_granted_or_minds_something_is_not_kept_out(coder: Coder, text: str) -> None:
    events = coder(text, published="2003-06-21").events
    assert not [p.name for e in events for p in e.participants if p.role == "excluded"]
    assert "exclusion_declared" not in {e.type for e in events}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The peace talks opened. Chad was given no seat.", "Chad"),
        ("The peace talks opened. Chad was not kept informed of them.", "Chad"),
        ("The peace talks opened. Chad was denied a place at the table.", "Chad"),
        ("Chad was barred from attending the talks in Doha.", "Chad"),
        ("The peace talks opened. The envoys of Chad were asked to stay outside.", "envoys"),
    ],
)
def test_who_is_refused_a_seat_is_kept_out(coder: Coder, text: str, who: str) -> None:
    events = coder(text, published="2003-06-21").events
    out = {p.mention.text for e in events for p in e.participants if p.role == "excluded" and p.mention}
    assert any(who in name for name in out)


def test_a_seat_that_is_denied_shuts_out_and_one_that_is_not_does_not(coder: Coder) -> None:
    text = "The ELN was denied a seat, and the FARC was given three, at the talks in Havana."
    [event] = [e for e in coder(text, published="2014-03-12").events if e.type == "exclusion_declared"]
    assert event.polarity == "affirmed"
    assert [p.actor for p in event.participants if p.role == "excluded"] == ["group:col-eln"]


def test_who_blocks_the_way_to_his_capital_is_not_kept_out(coder: Coder) -> None:
    text = "The peace talks opened in Doha. Egypt blocked the delegation of Hamas from reaching Cairo."
    event = next(e for e in coder(text, published="2014-03-12").events if e.type == "participant_vetoed")
    assert {(p.role, p.actor) for p in event.participants if p.role in ("initiator", "excluded")} == {
        ("initiator", "EGY"),
        ("excluded", "group:pse-hamas"),
    }
