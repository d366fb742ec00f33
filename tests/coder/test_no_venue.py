"""Places named beside an event that are not where it is, and seats and hosts that are, read from texts."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

TUESDAY = "2024-08-06"


def venues(coder: Coder, text: str, *types: str) -> list[str | None]:
    events = coder(text, published=TUESDAY, outlet="AP").events
    found = [e for e in events if not types or e.type in types]
    assert found, text
    return [e.venue.name if e.venue else None for e in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A country behind a comma may be that of who speaks.
        ("The government and the rebels will resume talks in Barbados, Norway said.", "Barbados"),
        ("The envoys met in Geneva, U.S. officials said.", "Geneva"),
        ("The envoys met in Granada, Spain on Monday.", "Granada, Spain"),
        # A place on somebody beside the event, or of what came before, is not the meeting's.
        ("Kerry met with Abbas, who had spoken at a conference in Cairo.", None),
        ("De Mistura met with the committee, formed at a meeting in Riyadh.", None),
        ("Held in Riyadh, the talks between the government and the rebels failed.", "Riyadh"),
        # A country that heads a sentence gives way to the place of its verb; a city does not.
        ("In Yemen, the government and the Houthis met in Muscat.", "Muscat"),
        ("In Muscat, the government and the Houthis met on Monday.", "Muscat"),
        ("In Yemen, the government and the Houthis met on Monday.", "Yemen"),
        # The city behind a building, and that of a seat of government.
        ("Russia and Ukraine met at the Ciragan Palace in Istanbul.", "Istanbul"),
        ("The government and the opposition held talks at the United Nations headquarters in Geneva.", "Geneva"),
        ("Trump met Netanyahu at the White House on Monday.", "Washington"),
        ("Putin held talks with Abbas at the Kremlin on Monday.", "Moscow"),
        ("The two leaders met at Camp David.", "Camp David"),
        # What talks are about.
        ("Macron and Sisi held talks on the war in Gaza.", None),
        ("Trump and Netanyahu held talks at the White House on a 60-day ceasefire in Gaza.", "Washington"),
        # A city that hosts.
        ("Istanbul hosted three rounds of talks between Russia and Ukraine.", "Istanbul"),
        ("Qatar hosted talks between Israel and Hamas.", None),
    ],
)
def test_the_venue_is_where_the_event_is(coder: Coder, text: str, name: str | None) -> None:
    assert venues(coder, text)[0] == name


@pytest.mark.parametrize("word", ["ceasefire", "cease-fire"])
def test_a_truce_that_is_signed_has_the_place_of_signing(coder: Coder, word: str) -> None:
    text = f"The government and the rebels signed a {word} in Khartoum."
    assert set(venues(coder, text, "agreement_signed", "ceasefire_declared")) == {"Khartoum"}


def test_here_at_the_united_nations_is_new_york(coder: Coder) -> None:
    text = (
        "UNITED NATIONS, Aug 3 (Reuters) - Talks between the Greek and Turkish Cypriot leaders opened here on Friday."
    )
    assert venues(coder, text)[0] == "New York"


def test_a_day_in_the_main_clause_dates_no_event_of_a_clause_on_somebody(coder: Coder) -> None:
    text = "De Mistura met on Monday with Bashar al-Jaafari, who took part in a conference in Sochi."
    dated = {e.type: e.date is not None for e in coder(text, published=TUESDAY, outlet="AP").events}
    assert dated == {"third_party_consultation": True, "international_conference": False}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Eritrea fought alongside Ethiopian forces but was not represented in Pretoria.", "fought"),
        ("Paris ordered out 60 envoys and closed the consulate in Bordeaux.", "ordered out"),
        ("The king mediated between Mali and Niger over the Azawak plain.", "mediated"),
        ("The council was not invited to Geneva and warned that it would fight on.", "warned"),
    ],
)
def test_the_place_of_what_somebody_does_besides_is_no_venue(coder: Coder, text: str, trigger: str) -> None:
    found = coder(text, published="2021-09-10", outlet="AP").events
    assert [e.venue for e in found if e.evidence.trigger.text.startswith(trigger)] == [None]


def test_who_travels_somewhere_does_there_what_follows(coder: Coder) -> None:
    text = "Rabin flew to Tunis in the company of the envoy on Monday and met the Palestinian leader Yasser Arafat."
    found = coder(text, published="2021-09-10", outlet="AP").events
    assert next(e.venue.name for e in found if e.evidence.trigger.text == "met" and e.venue) == "Tunis"
