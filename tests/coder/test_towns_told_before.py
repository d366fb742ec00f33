"""The town of an event by "here", "this port", "the city", by a clause with "where", and towns told near or inside another place."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder


def venues(coder: Coder, text: str) -> list[str | None]:
    """The venue of each event in order."""
    return [e.venue.name if e.venue else None for e in coder(text, published="2021-09-10", outlet="AP").events]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("NAIVASHA, Kenya (Reuter) - The army and the rebels signed a peace accord here Friday.", "Naivasha"),
        ("BUJUMBURA, Aug 3 (PANA) - The peace talks adjourned here Monday.", "Bujumbura"),
        ("SOCHI, Russia (AFP) - The two presidents met in this resort on the Black Sea.", "Sochi"),
        ("DAR ZAB, Afghanistan (AP) - The elders and the Taliban met in this Uzbek village on Monday.", "Dar Zab"),
    ],
)
def test_here_and_this_town_are_those_of_the_dateline(coder: Coder, text: str, town: str) -> None:
    assert set(venues(coder, text)) == {town}


def test_the_city_is_the_one_told_last(coder: Coder) -> None:
    text = "The envoys met in Doha on Monday. Gunmen attacked a convoy in the city on Tuesday."
    assert venues(coder, text) == ["Doha", "Doha"]
    text = "Police in Nairobi said that gunmen had attacked two cars in the capital on Friday."
    assert venues(coder, text) == ["Nairobi"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Baker stopped in Amman, where the king asked him for a truce.", "Amman"),
        ("The rivals held peace talks at Troutbeck, outside New York.", "Troutbeck"),
        ("The guerrillas and the government opened talks on Monday at Manzanillo, Mexico.", "Manzanillo"),
        ("In Jidda, Saudi Arabia, the two sides signed a truce.", "Jeddah"),
        ("In Croatia, gunmen shot two policemen dead near Osijek.", "Osijek"),
        ("A mob in Kananga burned down the offices of the electoral commission.", "Kananga"),
        ("Nkunda stayed away from Nairobi.", "Nairobi"),
        ("The two sides signed an accord at Malaca\u00f1ang on Monday.", "Manila"),
        ("The rebels freed 27 soldiers near Kailahun on Sunday.", "Kailahun"),
    ],
)
def test_the_narrowest_named_town_is_the_venue(coder: Coder, text: str, town: str) -> None:
    assert venues(coder, text)[0] == town


def test_where_somebody_only_speaks_is_not_the_town_meant(coder: Coder) -> None:
    text = "Rebels attacked Bunia on Monday. In New York, Annan condemned the attack. Twenty people were killed in the town."
    assert venues(coder, text)[-1] == "Bunia"


def test_a_country_told_since_has_a_capital_of_its_own(coder: Coder) -> None:
    text = "The rebels met the king in Amman last month. In Syria, they attacked a barracks near the border. Ten soldiers died in the capital."
    assert venues(coder, text)[-1] != "Amman"


def test_where_attackers_come_from_gives_way_to_where_they_strike(coder: Coder) -> None:
    assert venues(coder, "Gunmen in Baghdad attacked a convoy near Basra.") == ["Basra"]
