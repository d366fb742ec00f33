"""An event's venue is what its mentions say; a line's usual city fills none (codebook 1.12)."""

from __future__ import annotations

import pytest
from link_builders import article, mention, who

from dragoman.linking import link
from dragoman.linking.record import Record

ASTANA, GENEVA, TOKYO = ("Astana", "KAZ"), ("Geneva", "CHE"), ("Tokyo", "JPN")
PEOPLE = (who("mediator", "igo:un"), who("party", "SYR"), who("party", "group:rebels"))


def record(*told: tuple[str, dict[str, object]]) -> Record:
    """Each report is a document with one mention of a type and its fields."""
    documents, mentions = [], []
    for i, (type_, fields) in enumerate(told):
        documents.append(article(f"d{i}", f"report {i} " + "x" * i, "2017-03-01"))
        mentions.append(mention(f"m{i}", documents[-1], type_, "held", *PEOPLE, **fields))
    return link(documents, mentions, duplicates=lambda texts: [], conflict_of=lambda m: "Syria")


@pytest.mark.parametrize("type_", ["proximity_talks", "agreement_signed", "ceasefire_declared", "talks_suspended"])
def test_the_venue_that_a_mention_tells_stays_on_another_city_s_line(type_: str) -> None:
    result = record(
        ("proximity_talks", {"day": "2017-01-23", "track": "Geneva talks", "venue": GENEVA}),
        (type_, {"day": "2017-02-20", "track": "Geneva talks", "venue": ASTANA}),
    )
    [told] = [e for e in result.events if e.start == "2017-02-20"]
    assert (told.venue, told.venue_country, told.venue_status) == ("Astana", "KAZ", "confirmed")


def test_an_event_without_a_told_venue_gets_none_from_its_line() -> None:
    result = record(
        ("proximity_talks", {"day": "2017-01-23", "track": "Geneva talks", "venue": GENEVA}),
        ("proximity_talks", {"day": "2017-02-20", "track": "Geneva talks"}),
    )
    [bare] = [e for e in result.events if e.start == "2017-02-20"]
    assert bare.track_id is not None
    assert bare.venue is None


def test_the_place_where_talks_are_proposed_is_not_theirs() -> None:
    [event] = record(("talks_proposed", {"day": "2016-12-16", "track": "Astana talks", "venue": TOKYO})).events
    assert event.venue is None
