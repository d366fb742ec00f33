"""Who is kept out of a town or merely missed is out of no talks, and whose part in them is a matter of its own is no outsider."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.records import EventMention


def events(coder: Coder, text: str) -> list[EventMention]:
    return coder(text, published="2012-07-03", outlet="Reuters").events


def in_role(coder: Coder, text: str, role: str) -> set[str | None]:
    return {p.actor or p.name for e in events(coder, text) for p in e.participants if p.role == role}


@pytest.mark.parametrize(
    "text",
    [
        "With the Houthis barred from the ports, the Saudi-led coalition met the government in Aden.",
        "With the rebels kept out of the city, government negotiators met Ugandan mediators.",
        "The rebels, barred from the port of Aden, met the government in Muscat.",
        "With foreign journalists barred, the Burmese government met rebels from the Karen National Union.",
        "With its leader missing, the FARC held talks with the government in Havana.",
        "The absence of Israeli soldiers in Gaza made talks between Hamas and Fatah easier.",
    ],
)
def test_who_is_kept_from_something_else_is_out_of_no_talks(coder: Coder, text: str) -> None:
    assert not in_role(coder, text, "excluded")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("With Syria shut out of the talks, Israel and the Palestinians met in Annapolis.", "SYR"),
        ("Absence of delegates from Hamas delayed the talks in Cairo.", "group:pse-hamas"),
        ("Talks on Syria opened in Geneva, from which only Iran was barred.", "IRN"),
        ("The Afghan government said it was not involved in the talks between the Taliban and Pakistan.", "AFG"),
        ("Colombia's government said it had no role in the talks between the ELN and Venezuela.", "COL"),
    ],
)
def test_who_is_kept_from_talks_is_out(coder: Coder, text: str, out: str) -> None:
    assert in_role(coder, text, "excluded") == {out}


@pytest.mark.parametrize(
    "text",
    [
        "Abbas stayed in Ramallah instead of attending the summit with Israel in Sharm el-Sheikh.",
        "Machar stayed in Khartoum rather than join the talks in Juba.",
    ],
)
def test_who_stays_somewhere_instead_of_coming_boycotts(coder: Coder, text: str) -> None:
    assert "boycott" in {e.type for e in events(coder, text)}


def test_who_alone_took_part_is_in(coder: Coder) -> None:
    text = "Only the Taliban and the Americans took part in the talks in Doha."
    assert in_role(coder, text, "party") == {"group:afg-taliban", "USA"}


def test_nobody_but_one_is_one(coder: Coder) -> None:
    [event] = events(coder, "No one except Russia rejected the truce.")
    assert (event.type, event.polarity) == ("agreement_rejected", "affirmed")


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        (
            "An African Union delegation led by Jacob Zuma met the rebels in Benghazi.",
            {"igo:african-union", "ZAF"},
        ),
        (
            "A delegation of ECOWAS led by President John Mahama met Burkina Faso's president in Ouagadougou.",
            {"igo:ecowas", "GHA"},
        ),
    ],
)
def test_a_president_who_heads_the_delegation_of_a_body_is_no_side(
    coder: Coder, text: str, mediators: set[str]
) -> None:
    assert in_role(coder, text, "mediator") == mediators


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("Hamas officials met their Fatah counterparts and Egyptian mediators in Cairo.", set()),
        ("Hamas leaders met Egyptian mediators and American envoys in Cairo.", {"EGY", "USA"}),
    ],
)
def test_a_movement_beside_mediators_is_none(coder: Coder, text: str, mediators: set[str]) -> None:
    assert in_role(coder, text, "mediator") >= mediators
    assert not {"group:pse-fatah", "group:pse-hamas"} & in_role(coder, text, "mediator")


def test_a_resort_that_hosts_talks_is_their_venue(coder: Coder) -> None:
    told = events(coder, "The Swiss resort of Montreux hosted talks between Syria's government and its opponents.")
    assert [(e.venue.name if e.venue else None) for e in told] == ["Montreux"]
    assert {p.actor for e in told for p in e.participants if p.role == "host"} == {"CHE"}
