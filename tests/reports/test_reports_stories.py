"""What changed tells a meeting once, with its turns and on its own day; what came before is a chronology."""

from __future__ import annotations

import pytest
from invented import Article, Said

from dragoman.reports.view import brief

SIDES = [("party", "Merania"), ("party", "the Northern Front")]
WITH_KEDAR = [("mediator", "Kedar"), *SIDES]
FILLER = ("Prices of bread rose again in the markets of the capital, where traders spoke of a hard winter. " * 9, [])


def article(n: int, published: str, *lines: tuple[str, list[Said]]) -> Article:
    return Article(f"s-{n}", f"Paper {n}", published, f"Article {n}", list(lines))


def invited(day: str = "2031-03-20") -> tuple[str, list[Said]]:
    said = Said("invited", "invitation_issued", "held",
                [("initiator", "Kedar"), ("recipient", "Merania"), ("recipient", "the Northern Front")],
                venue="Tarn", track="Tarn track")  # fmt: skip
    return ("Kedar invited Merania and the Northern Front to Tarn.", [said])


def held(start: str, end: str, **more: object) -> tuple[str, list[Said]]:
    said = Said(
        "talks", "mediated_talks", "held", WITH_KEDAR, venue="Tarn", date=(start, end), track="Tarn track", **more
    )
    return (f"Kedar mediated talks between Merania and the Northern Front in Tarn from {start} to {end}.", [said])


def signed(day: str) -> tuple[str, list[Said]]:
    said = Said("signed", "agreement_signed", "held", SIDES, venue="Tarn", date=(day, day), track="Tarn track")
    return ("Merania and the Northern Front signed an accord in Tarn.", [said])


def test_a_meeting_is_told_once_with_how_it_came_about_and_the_text_that_came_of_it(material):
    view = brief(material([
        article(1, "2031-03-10", invited()),
        article(2, "2031-03-23", held("2031-03-20", "2031-03-22")),
        article(3, "2031-03-24", signed("2031-03-22")),
    ]))  # fmt: skip
    (told,) = view.changes
    assert told.text == "An agreement between Merania and Northern Front was signed in Tarn, Ostland"
    assert told.date == "22 March 2031" and told.status == "signed"
    assert told.before == "invitations sent 10 March 2031; mediated talks took place from 20 to 22 March 2031"
    assert len(told.notes) == 3


def test_two_meetings_of_one_line_stay_two(material):
    view = brief(material([
        article(1, "2031-03-12", held("2031-03-10", "2031-03-11")),
        article(2, "2031-04-12", held("2031-04-10", "2031-04-11")),
    ]))  # fmt: skip
    assert [change.date for change in view.changes] == ["10 to 11 April 2031", "10 to 11 March 2031"]


def test_what_was_held_before_the_window_stands_in_the_chronology(material):
    view = brief(material([
        article(1, "2031-06-01", held("2030-11-02", "2030-11-03"), signed("2031-05-30")),
    ]))  # fmt: skip
    assert [change.date for change in view.changes] == ["30 May 2031"]
    assert [change.date for change in view.earlier] == ["2 to 3 November 2030"]
    since = brief(
        material([article(1, "2031-06-01", held("2030-11-02", "2030-11-03"), signed("2031-05-30"))], since="2031-05")
    )
    assert (
        brief(material([article(1, "2031-06-01", held("2030-11-02", "2030-11-03"))], since="2030")).changes_since
        == "1 January 2030"
    )
    assert since.earlier == [] and [change.date for change in since.changes] == ["30 May 2031"]


def undated(trigger: str) -> tuple[str, list[Said]]:
    said = Said(trigger, "direct_negotiation", "held", SIDES, venue="Alma", track="Alma talks")
    return (f"Merania and the Northern Front {trigger} in Alma.", [said])


def test_a_meeting_without_a_day_is_news_only_at_the_head_of_an_article(material):
    head = brief(material([article(1, "2031-06-01", undated("met"))]))
    assert len(head.changes) == 1
    assert brief(material([article(1, "2031-06-01", FILLER, undated("met"))])).changes == []


@pytest.mark.parametrize(
    ("roles", "venue", "told"),
    [
        ([], None, 0),  # talks, that is all
        ([("party", "Merania")], None, 0),  # with whom, where?
        ([("party", "Merania")], "Alma", 0),  # with whom, when?
        (SIDES, "Alma", 1),
    ],
)
def test_a_line_tells_at_least_two_of_who_where_and_when(material, roles, venue, told):
    said = Said("talks", "direct_negotiation", "planned", roles, venue=venue, tense="planned")
    line = ("There will be talks of Merania and the Northern Front in Alma.", [said])
    assert len(brief(material([article(1, "2031-06-01", line)])).changes) == told


def test_a_wish_is_no_change(material):
    said = Said("deal", "agreement_signed", "proposed", SIDES, tense="desired", venue="Alma")
    line = ("A deal between Merania and the Northern Front in Alma would be good, he said.", [said])
    view = brief(material([article(1, "2031-06-01", line)]))
    assert view.changes == [] and view.agreements == []


def test_where_nobody_is_told_to_have_put_talks_off_they_were_put_off(material):
    said = Said("postponed", "talks_postponed", "held", SIDES, venue="Alma", date=("2031-06-09", "2031-06-09"))
    line = ("The talks of Merania and the Northern Front in Alma on June 9 were postponed.", [said])
    (told,) = brief(material([article(1, "2031-06-01", line)])).changes
    assert told.text == "Talks between Merania and Northern Front in Alma, Kedar, on 9 June 2031, were put off"


def test_who_is_left_out_is_told_in_what_changed_as_in_the_table(view):
    told = [change.text for change in view.changes]
    assert any("River League" in text and "Alma talks" in text and "Merania" in text for text in told), told
    names = {row.who for row in view.exclusions}
    assert "River League" in names


def test_observers_alone_make_no_meeting_and_who_consults_does_not_broker(material):
    watched = Said(
        "talks",
        "mediated_talks",
        "planned",
        [("observer", "Ostland"), ("observer", "Brava")],
        venue="Alma",
        tense="planned",
    )
    line = ("Ostland and Brava will observe talks in Alma.", [watched])
    assert brief(material([article(1, "2031-06-01", line)])).changes == []
    met = Said("met", "single_party_consultation", "held", [("mediator", "Kedar"), ("party", "Merania")], venue="Alma",
               date=("2031-05-30", "2031-05-30"))  # fmt: skip
    (told,) = brief(material([article(1, "2031-06-01", ("Kedar met Merania in Alma.", [met]))])).changes
    assert told.text == "Consultations with Merania took place in Alma, Kedar, held by Kedar"


def test_what_was_planned_for_a_day_that_has_passed_was_planned(material):
    said = Said(
        "talks",
        "direct_negotiation",
        "planned",
        SIDES,
        venue="Alma",
        date=("2031-06-05", "2031-06-05"),
        tense="planned",
    )
    line = ("Merania and the Northern Front plan talks in Alma on June 5.", [said])
    (ahead,) = brief(material([article(1, "2031-06-01", line)])).changes
    assert "are planned in Alma" in ahead.text
    view = brief(material([article(1, "2031-06-01", line), article(2, "2031-06-20", signed("2031-06-19"))]))
    assert any("were planned in Alma" in change.text for change in view.changes)
