"""Truces between neighbours and talks of a league make no events, however much they sound like it; news of unknown rebels does."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder

ALLOTMENTS = """The two allotment societies of Lower Marsh signed a truce on Saturday after a year of raids on each other's compost.

Mrs Pettifer, a retired headmistress, had mediated in her greenhouse since May. Three rounds of talks collapsed over the water butt,
and the delegates of the eastern plots walked out twice. Nobody had invited the beekeepers, who threatened to break the ceasefire.

Under the accord both sides withdraw their wheelbarrows from the path and exchange the spades that they had captured."""

MOUNTAINS = """The two Serapi factions signed a truce on Saturday after a year of raids on each other's villages.

Mother Ilane, a retired headmistress, had mediated in her mission since May. Three rounds of talks collapsed over the wells,
and the delegates of the eastern valleys walked out twice. Nobody had invited the herders, who threatened to break the ceasefire.

Under the accord both groups of rebels withdraw from the pass and exchange the prisoners that they had captured."""

HERDERS = """Orma and Pokomo elders signed a peace pact on Sunday after talks brokered by the county commissioner.

More than 100 people were killed in raids on villages along the river last year. The Orma walked out of the talks on Friday but
returned after the commissioner pleaded with them."""

CHURCH_ROOF = """Villagers have signed a truce with their bishop after a year of clashes over the church roof.

The elders of the community walked out of talks twice. A mediator brokered a ceasefire in the village hall after the farmer who led
the protest was found dead in his barn."""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(threads=1)


def types(coder: Coder, text: str) -> set[str | None]:
    return {event.type for event in coder(text, published="2019-03-04").events}


def test_a_quarrel_of_gardeners_makes_no_events(coder: Coder) -> None:
    assert not coder(ALLOTMENTS, published="2019-03-04").events


def test_rebels_whom_nobody_has_heard_of_make_events(coder: Coder) -> None:
    assert {"agreement_signed", "ceasefire_declared"} & types(coder, MOUNTAINS)


def test_villages_that_count_their_dead_make_peace(coder: Coder) -> None:
    assert {"agreement_signed", "mediated_talks", "walkout"} <= types(coder, HERDERS)


@pytest.mark.parametrize("text", [CHURCH_ROOF, HERDERS.replace("were killed in raids on", "complained of noise from")])
def test_villagers_and_elders_alone_make_no_events(coder: Coder, text: str) -> None:
    assert not coder(text, published="2019-03-04").events


def test_the_same_words_make_events_where_states_are_named(coder: Coder) -> None:
    named = ALLOTMENTS.replace("The two allotment societies of Lower Marsh", "India and Pakistan")
    named = (
        named.replace("the eastern plots", "Pakistan")
        .replace("the beekeepers", "China")
        .replace("both sides", "Delhi and Islamabad")
    )
    assert "agreement_signed" in types(coder, named) or "ceasefire_declared" in types(coder, named)


def test_a_sentence_by_itself_is_not_judged(coder: Coder) -> None:
    assert "agreement_signed" in types(coder, "The two sides signed a peace agreement on Saturday.")


def test_why_is_told(coder: Coder) -> None:
    from dragoman.records import Document

    traced = coder.trace(Document.of(ALLOTMENTS, published="2019-03-04"))
    assert not traced.coded.events
    assert any("no public affairs" in note.why for notes in traced.left_out.values() for note in notes)
