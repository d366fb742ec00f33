"""Staying away is a choice: whoever could not come boycotts nothing."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def boycotts(coder: Coder, text: str) -> list[str]:
    """Names of those who are said to boycott talks."""
    events = coder(text, published="2016-12-17").events
    return [p.mention.text for e in events for p in e.participants if p.role == "boycotting" and p.mention]


@pytest.mark.parametrize(
    "text",
    [
        "The first round was postponed because Kenyatta could not attend.",
        "Burundi couldn't attend the talks because its plane was late.",
        "The rebels were unable to attend the talks, the mediator said.",
        "The foreign minister could not come to Geneva for the talks.",
    ],
)
def test_who_could_not_come_boycotts_nothing(coder: Coder, text: str) -> None:
    assert boycotts(coder, text) == []
    assert "boycott" not in {e.type for e in coder(text, published="2016-12-17").events}


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian delegation to the peace talks stayed at home because its airport was closed.",
        "The rebels did not come to the talks because their plane was delayed.",
        "President Moi skipped the summit on Sudan, citing health reasons.",
        "The Kenyan president was absent from the Sudan talks for health reasons.",
        "The peace talks went on. Kenya stayed out of the conflict.",
        "The peace talks went on. Norway stayed out of the European Union.",
        "The peace talks went on. Kenya has kept out of the quarrel between Chad and Sudan.",
        "The minister has kept his distance from the negotiations.",
        "The peace talks opened in Nairobi. President Moi, the mediator, did not come to the session.",
    ],
)
def test_who_has_an_excuse_or_keeps_out_of_a_war_neither_boycotts_nor_is_kept_out(coder: Coder, text: str) -> None:
    events = coder(text, published="1998-12-17").events
    assert not [p.role for e in events for p in e.participants if p.role in ("boycotting", "excluded")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Burundi boycotted the talks in Arusha.", "Burundi"),
        ("The rebels stayed away from the talks in Geneva.", "rebels"),
        ("The rebels stayed away from the talks because the army had shelled their camp.", "rebels"),
        ("Kenya boycotted the talks while its president was ill.", "Kenya"),
        ("Kenya kept out of the peace talks in Geneva.", "Kenya"),
        ("China will stay away from the summit as long as it cannot bring its ally.", "China"),
    ],
)
def test_who_stays_away_by_choice_does(coder: Coder, text: str, who: str) -> None:
    assert boycotts(coder, text) == [who]


def test_who_sends_a_delegation_boycotts_nothing(coder: Coder) -> None:
    text = "Kinshasa would send a delegation but would not discuss sharing power at the talks."
    assert "boycott" not in {e.type for e in coder(text).events}
    assert "boycott" in {e.type for e in coder("Kinshasa sent no delegation to the talks in Doha.").events}


def test_who_speaks_to_the_articles_own_outlet_is_interviewed(coder: Coder) -> None:
    coded = coder("The Sudanese minister spoke to the Courier in Cairo about the talks on Sudan.", outlet="Courier")
    assert not any(p.name == "Courier" for e in coded.events for p in e.participants)


@pytest.mark.parametrize(
    "text",
    [
        "President Duarte will not attend the talks in person and will be represented by his minister.",
        "Putin will not travel to Istanbul for the talks but will send his foreign minister.",
        "Machar did not travel to the talks in Juba and was represented by his deputy.",
        "The Eritrean negotiators at first objected to the agenda of the talks but did not leave the room.",
        "Mobutu boarded a ship for talks with Kabila, but Kabila had not left Luanda by nightfall.",
    ],
)
def test_who_sends_another_or_stays_where_he_is_boycotts_nothing(coder: Coder, text: str) -> None:
    assert boycotts(coder, text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Talks between Venezuela and the opposition opened in Mexico. The United States is not taking part.", ["USA"]),
        ("The talks are held in Addis Ababa. Neither Egypt nor Sudan has attended since.", ["EGY", "SDN"]),
        ("The talks on Yemen opened. Egypt, which has armed Somalia, was not involved in the process.", ["EGY"]),
    ],
)
def test_talks_go_on_from_which_somebody_is_away(coder: Coder, text: str, who: list[str]) -> None:
    events = [e for e in coder(text, published="2021-08-20").events if e.type == "exclusion_declared"]
    assert [(e.polarity, sorted(p.actor or "" for p in e.participants if p.role == "excluded")) for e in events] == [
        ("affirmed", who)
    ]


def test_who_only_sends_observers_is_not_kept_out(coder: Coder) -> None:
    text = "Algeria and Mauritania sent observers but did not take part in the negotiations between Morocco and the Polisario."
    events = coder(text, published="1997-08-20").events
    assert not [p for e in events for p in e.participants if p.role == "excluded"]


def test_who_is_not_in_the_hall_is_absent_from_the_meeting(coder: Coder) -> None:
    text = (
        "The leaders gathered in Sharm el-Sheikh to celebrate the truce, but neither Israel nor Hamas was in the hall."
    )
    events = coder(text, published="2025-10-14").events
    out = {(p.actor, p.exclusion.mode) for e in events for p in e.participants if p.exclusion}
    assert out == {("ISR", "absent_unexplained"), ("group:pse-hamas", "absent_unexplained")}


def test_the_side_of_a_leader_who_is_not_there_stays_in(coder: Coder) -> None:
    text = "Peace talks between Uganda and the Lord's Resistance Army opened in Juba, with neither Joseph Kony nor Vincent Otti at the table."
    events = coder(text, published="2006-07-15").events
    assert not [p.name for e in events for p in e.participants if p.role == "excluded"]
    assert "group:uga-lra" in {p.actor for e in events for p in e.participants if p.role == "party"}
