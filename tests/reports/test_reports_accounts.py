"""Who brokers, what was agreed, where sources disagree, who is kept out: counted once and told without contradiction."""

from __future__ import annotations

import msgspec
import pytest
from invented import Article, Said

from dragoman.records import Agreement
from dragoman.reports.brokers import _once_each, brokers
from dragoman.reports.kept_out import in_short
from dragoman.reports.notes import Notes
from dragoman.reports.tables import agreement_table
from dragoman.reports.texts import is_text, kind_of, name_of, one_row_each, state_of
from dragoman.reports.view import brief
from dragoman.store import EventOutline

SIDES = [("mediator", "Kedar"), ("party", "Merania"), ("party", "the Northern Front")]


def outline(
    id: str, start: str | None = None, end: str | None = None, track: str | None = "t", kind: str = "mediated_talks"
):
    return EventOutline(
        id=id, type=kind, status="held", factuality="reported", start=start, end=end or start, date_precision="day",
        observed_first_at="2031-05-01", conflict="Merania", track_id=track, n_mentions=1, n_roots=1, disagreement_score=0.0,
    )  # fmt: skip


def test_a_meeting_that_the_record_has_twice_is_brokered_once():
    who = {name: {"KED"} for name in "abcde"}
    some = [
        outline("a", "2031-03-01", "2031-03-10"),
        outline("b", "2031-03-09"),  # a report on its end
        outline("c"),  # named again, without a day: one of those that are dated
        outline("d", "2031-04-09"),  # another
        outline("e", "2031-03-09", kind="ceasefire_declared"),  # and a truce
    ]
    assert sorted(sorted(e.id for e in found) for found in _once_each(some, who)) == [["a", "b"], ["c", "d"], ["e"]]
    assert len(_once_each([outline("a", "2031-03-01"), outline("b", "2031-03-01")], {"a": {"KED"}, "b": {"OST"}})) == 2


def test_a_mission_and_its_body_broker_as_one(material):
    found = material()
    people = {**found.brokerage}
    event, rows = next((id, rows) for id, rows in people.items() if any(r.actor == "igo:un" for r in rows))
    mission = msgspec.structs.replace(rows[0], actor="igo:mission", name="The Mission")
    people[event] = [*rows, mission]
    apart = msgspec.structs.replace(found, brokerage=people)
    one = msgspec.structs.replace(apart, wholes={"igo:mission": "igo:un"})
    assert {"The Mission", "United Nations"} <= {row.name for row in brokers(apart, Notes(apart.mentions)).rows}
    assert {row.name: row.now for row in brokers(one, Notes(one.mentions)).rows}["United Nations"] == 1
    assert "The Mission" not in {row.name for row in brokers(one, Notes(one.mentions)).rows}


def test_few_brokered_meetings_bear_no_shares(view):
    assert view.brokers.total == 3 and not view.brokers.shares


def agreement(**more):
    fields = {
        "id": "a", "event_id": "e", "name": "Merania ceasefire 2031-05-05", "agreement_class": "ceasefire",
        "form": "agreed_unsigned", "announced": "2031-05-05", "signed": None, "effective": None, "ended": None,
        "status": "held", "signatories": ["Merania"], "brokers": [], "conflict": "Merania", "track_id": None, "n_roots": 1,
    }  # fmt: skip
    return Agreement(**{**fields, **more})


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "announced 5 May 2031"),
        ({"form": "signed", "signed": "2031-05-05"}, "signed 5 May 2031"),
        ({"form": "signed"}, "signed, announced 5 May 2031"),
        ({"announced": None}, "agreed"),
        ({"announced": None, "form": "signed"}, "signed"),
        ({"status": "planned", "announced": None, "effective": "2031-06-01"}, "due in force 1 June 2031"),
        ({"status": "under_way", "effective": "2031-05-07", "ended": "2031-07"},
         "announced 5 May 2031, in force 7 May 2031, ended July 2031"),
        ({"status": "contested"}, "contested, announced 5 May 2031"),
    ],
)  # fmt: skip
def test_an_agreement_tells_what_was_done_with_it_and_when(more, state):
    assert state_of(agreement(**more)) == state


def test_what_is_only_proposed_or_denied_is_no_agreement():
    assert is_text(agreement()) and is_text(agreement(status="planned"))
    assert not is_text(agreement(status="proposed")) and not is_text(agreement(status="denied"))
    assert not is_text(agreement(status="planned_not_held", announced=None))


def test_the_name_bears_no_date_and_the_kind_no_contradiction():
    assert (
        name_of(agreement()) == "Merania ceasefire" and name_of(agreement(name="Alma accord 2031-05")) == "Alma accord"
    )
    assert kind_of(agreement()) == "ceasefire"
    assert kind_of(agreement(agreement_class="unknown", form="joint_statement")) == "joint statement"


def test_one_truce_told_less_exactly_is_one_row():
    exact, month = agreement(), agreement(id="b", announced="2031-05", signatories=[], name="Kedar ceasefire 2031-05")
    later = agreement(id="c", announced="2031-08-01")
    assert [[a.id for a in rows] for rows in one_row_each([month, exact, later])] == [["a", "b"], ["c"]]


def test_the_table_of_agreements_begins_with_the_latest():
    some = [
        agreement(id="a", announced=None, name="C accord"),
        agreement(id="b"),
        agreement(id="c", signed="2031-06-01", name="B accord"),
    ]
    assert [row[1] for row in agreement_table(some, {}).rows] == ["B accord", "Merania ceasefire", "C accord"]


def talks(n: int, outlet: str, venue: str, days: tuple[str, str]) -> Article:
    line = f"Kedar mediated talks between Merania and the Northern Front in {venue}."
    said = Said("talks", "mediated_talks", "held", SIDES, venue=venue, date=days, track="Tarn track")
    return Article(f"d-{n}", outlet, "2031-04-04", f"Article {n}", [(f"{line} {outlet} said so.", [said])])


def test_a_day_within_a_span_is_no_disagreement_and_another_is(material):
    exact = [
        talks(1, "One", "Tarn", ("2031-04-01", "2031-04-02")),
        talks(2, "Two", "Tarn", ("2031-04-02", "2031-04-02")),
    ]
    assert brief(material(exact)).disagreements == []
    apart = [
        talks(1, "One", "Tarn", ("2031-04-01", "2031-04-01")),
        talks(2, "Two", "Tarn", ("2031-04-02", "2031-04-02")),
    ]
    found = brief(material(apart)).disagreements
    assert [name for differs in found for name, _ in differs.points] in (["When"], [])  # joined, or two meetings
    assert all(len(values) == 2 for differs in found for _, values in differs.points)


def test_what_is_contested_above_is_among_the_disagreements_below(view):
    contested = [change.text for change in view.changes if change.group == "disputed"]
    assert contested and all(text in {differs.text for differs in view.disagreements} for text in contested)


def test_the_headline_names_who_is_kept_out_and_counts_reports_not_rows(material, view):
    assert "Said to be kept out: River League, Brava and United Nations" in view.glance
    found = material()
    rows = [
        msgspec.structs.replace(row, excluded_name=name, document_id=f"{name}{n}")
        for row in found.exclusions[:1]
        for name, times in (("Ana", 1), ("Bod", 3), ("Cem", 1), ("Dag", 1), ("Eli", 1))
        for n in range(times)
    ]
    many = msgspec.structs.replace(found, exclusions=rows, recent=frozenset(row.id for row in rows))
    assert in_short(many) == "5 actors said to be kept out, most often Bod"
    away = [msgspec.structs.replace(row, mode="self_excluded") for row in rows[:1]]
    assert in_short(msgspec.structs.replace(many, exclusions=away)) == "Stay away by choice: Ana"


def test_a_card_has_no_outlook_that_tells_nothing(view):
    assert all(not track.outlook for track in view.tracks)


def test_the_day_on_which_a_text_comes_into_force_is_no_second_text():
    signed, due = (
        agreement(announced=None, signed="2031-05-05"),
        agreement(id="b", announced=None, effective="2031-06-01", status="planned"),
    )
    assert [[a.id for a in rows] for rows in one_row_each([signed, due])] == [["a", "b"]]
    much_later = agreement(id="b", announced=None, effective="2032-06-01", status="planned")
    assert len(one_row_each([signed, much_later])) == 2
    of_others = agreement(id="b", announced=None, effective="2031-06-01", name="Kedar ceasefire", signatories=["Kedar"])
    assert len(one_row_each([signed, of_others])) == 2
