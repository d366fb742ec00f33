"""Who only comes to a meeting takes part in it; who watches a truce on the ground monitors it."""

from __future__ import annotations

import pytest
from casts import cast

from dragoman.coder import Coder


def of_first(coder: Coder, text: str, *types: str) -> dict[str, set[str | None]]:
    found = coder(text, published="2025-02-19", outlet="Le Temps").events
    return cast(next(e for e in found if e.type in types))


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Marco Rubio attended the signing of the peace agreement, as did diplomats from Togo.", {"USA", "TGO"}),
        (
            "Anwar Ibrahim hosted talks between Thailand and Cambodia, in which the ambassadors of Japan and China also took part.",
            {"JPN", "CHN"},
        ),
        ("The talks between Georgia and Abkhazia, in which Russia participated, ended in Geneva.", {"RUS"}),
        ("Talks between Serbia and Kosovo opened in Brussels. The German foreign minister attended.", {"DEU"}),
    ],
)
def test_who_attends_with_no_function_is_a_participant(coder: Coder, text: str, came: set[str]) -> None:
    events = coder(text, published="2025-02-19", outlet="Le Temps").events
    assert came <= {p.actor for e in events for p in e.participants if p.role == "participant"}
    assert not came & {p.actor for e in events for p in e.participants if p.role in ("mediator", "observer", "party")}


@pytest.mark.parametrize(
    ("text", "observers"),
    [
        ("Norway and Sweden attended the peace talks with the rebels as observers.", {"NOR", "SWE"}),
        (
            "The Canadian ambassador attended the peace talks in Juba as an observer along with diplomats from Belgium and Kenya.",
            {"CAN", "BEL", "KEN"},
        ),
        (
            "Diplomats from Norway and Chile, who attend the peace talks between Colombia and the ELN as observers, were silent.",
            {"NOR", "CHL"},
        ),
        ("The European Union attended the talks with the MILF as an observer.", {"igo:eu"}),
    ],
)
def test_who_attends_as_an_observer_is_one(coder: Coder, text: str, observers: set[str]) -> None:
    assert of_first(coder, text, "mediated_talks", "direct_negotiation")["observer"] == observers


@pytest.mark.parametrize(
    "text",
    [
        "Canada lent the rooms but did not take part in the talks.",
        "Canada took no part in the talks between Israel and Syria.",
        "Neither Canada nor Norway took part in the talks between Israel and Syria.",
    ],
)
def test_who_did_not_take_part_is_made_no_participant(coder: Coder, text: str) -> None:
    events = coder(text, published="2014-12-18").events
    assert "participant" not in {p.role for e in events for p in e.participants}


def test_who_comes_along_with_somebody_is_there_too(coder: Coder) -> None:
    text = "The United States attended the talks between Israel and Syria along with Russia."
    found = of_first(coder, text, "mediated_talks", "direct_negotiation")
    assert (found["participant"], found["party"]) == ({"USA", "RUS"}, {"ISR", "SYR"})


def test_between_whom_talks_are_is_no_observer_of_them(coder: Coder) -> None:
    text = "The Norwegian king sat in on the talks between Israel and Jordan as an observer."
    events = coder(text, published="2005-03-10", outlet="Le Temps").events
    assert {p.actor for e in events for p in e.participants if p.role == "observer"} == {"NOR"}


@pytest.mark.parametrize(
    ("text", "monitors"),
    [
        ("Fifty Kenyan observers monitored the withdrawal.", {"KEN"}),
        ("Jordanian and Omani officers will verify the ceasefire.", {"JOR", "OMN"}),
        ("The Red Cross supervised the exchange of prisoners.", {"org:icrc"}),
    ],
)
def test_who_watches_a_truce_monitors_it(coder: Coder, text: str, monitors: set[str]) -> None:
    assert of_first(coder, text, "monitoring_set_up", "prisoner_exchange").get("monitor") == monitors


def test_a_side_that_observes_a_truce_keeps_it(coder: Coder) -> None:
    text = "Sam Nujoma, the leader of SWAPO, said his movement would observe a ceasefire."
    found = coder(text, published="1988-08-10", outlet="Le Temps").events
    assert {p.role for e in found if e.type == "ceasefire_effective" for p in e.participants} == {"party"}


def test_between_whom_the_watched_truce_is_does_not_watch_it(coder: Coder) -> None:
    found = of_first(
        coder, "Egyptian observers will observe the ceasefire between Israel and Hamas.", "monitoring_set_up"
    )
    assert (found["monitor"], found["party"]) == ({"EGY"}, {"ISR", "group:pse-hamas"})
