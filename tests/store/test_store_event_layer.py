"""The event layer is replaced as a whole, comes back as given, and is narrowed by filters."""

from __future__ import annotations

import builtins
from typing import Any

import msgspec
import pytest
from store_builders import code, make_documents, make_event_layer

from dragoman import records
from dragoman.errors import OptionError, StoreError
from dragoman.store import Claim, EventOutline, Filters, Result, Store

TABLES = {
    "root": records.Root,
    "event": records.Event,
    "participation": records.Participation,
    "status_change": records.StatusChange,
    "track": records.Track,
    "track_relation": records.TrackRelation,
    "exclusion": records.ExclusionRow,
    "agreement": records.Agreement,
    "document": records.Document,
    "failure": records.Failure,
}


def layer() -> dict[str, list[Any]]:
    return make_event_layer([mention for document in make_documents() for mention in code(document)])


def test_every_row_comes_back_as_it_was_given(filled: Store) -> None:
    given = layer()
    assert sorted(filled.events(), key=lambda event: event.id) == given["events"]
    assert list(filled.participations()) == given["participations"]
    assert list(filled.tracks()) == given["tracks"]
    assert list(filled.track_relations()) == given["track_relations"]
    assert list(filled.exclusions()) == given["exclusions"]
    assert list(filled.agreements()) == given["agreements"]
    assert list(filled.roots()) == given["roots"]
    assert filled.event("ev_1") == given["events"][1]
    assert filled.track("tr_other") == given["tracks"][1]
    assert filled.event("gone") is None


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_a_column_for_each_field_of_their_record(store: Store, table: str) -> None:
    columns = store.arrow(f"SELECT * FROM {table} LIMIT 0").column_names  # noqa: S608
    own = {"position", "added_run", "first_run", "last_run"}
    assert set(columns) - own == set(TABLES[table].__struct_fields__)


def test_replacing_leaves_nothing_of_the_old_layer(filled: Store) -> None:
    filled.replace_event_layer(events=layer()["events"][:1])
    counts = filled.counts()
    assert (counts["event"], counts["event_mention_link"]) == (1, 1)
    kinds = ("root", "participation", "status_change", "track", "track_relation", "exclusion", "agreement")
    assert [counts[kind] for kind in kinds] == [0] * len(kinds)


def test_a_layer_that_cannot_be_written_leaves_the_old_one(filled: Store) -> None:
    before = list(filled.events())
    nameless = msgspec.structs.replace(layer()["tracks"][0], name=None)
    with pytest.raises(StoreError, match=r"record\.duckdb: writing failed .*Nothing was changed"):
        filled.replace_event_layer(events=layer()["events"][:1], tracks=[nameless])
    assert list(filled.events()) == before


def test_events_come_by_date_and_undated_ones_by_first_report(filled: Store) -> None:
    assert [event.id for event in filled.events()] == ["ev_0", "ev_1", "ev_2", "ev_3", "ev_4"]
    assert filled.event("ev_2").start is None  # type: ignore[union-attr]


def test_status_history_is_by_date_with_undated_claims_last(filled: Store) -> None:
    assert [change.status for change in filled.status_history("ev_0")] == ["held", "suspended", "denied"]
    assert list(filled.status_history("ev_1")) == []


def test_participations_are_those_of_the_events_named(filled: Store) -> None:
    assert [row.event_id for row in filled.participations(["ev_3", "ev_1"])] == ["ev_1", "ev_3"]
    assert list(filled.participations([])) == []


@pytest.mark.parametrize(
    ("filters", "events", "tracks", "exclusions", "agreements"),
    [
        (Filters(conflict="EXAMPLELAND"), 2, 1, 1, 1),
        (Filters(conflict="Nowhere"), 0, 0, 0, 0),
        (Filters(status="suspended"), 1, 1, 1, 0),
        (Filters(status=("suspended", "held")), 5, 1, 1, 1),
        (Filters(type="mediated_talks"), 5, 1, 1, 1),
        (Filters(type=("walkout",)), 0, 0, 0, 0),
        (Filters(since="2016-12-10"), 4, 1, 0, 1),
        (Filters(until="2016-12-09"), 1, 1, 1, 0),
        (Filters(since="2016-12-12", until="2016-12-12"), 2, 1, 0, 0),
        (Filters(since="2016", until="2016"), 5, 1, 1, 1),
        (Filters(since="2017"), 0, 0, 0, 0),
    ],
)
def test_filters_narrow_every_kind(
    filled: Store, filters: Filters, events: int, tracks: int, exclusions: int, agreements: int
) -> None:
    queries: list[Result[Any]] = [
        filled.events(filters),
        filled.tracks(filters),
        filled.exclusions(filters),
        filled.agreements(filters),
    ]
    assert [len(list(query)) for query in queries] == [events, tracks, exclusions, agreements]
    assert [len(query.rows()) for query in queries] == [events, tracks, exclusions, agreements]


def test_rows_and_tables_have_the_names_of_the_record(filled: Store) -> None:
    fields = list(records.Event.__struct_fields__)
    assert list(filled.events().rows()[0]) == fields
    assert filled.events().arrow().column_names == fields


def test_a_data_frame_without_pandas_says_what_to_install(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without_pandas(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return importing(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(OptionError, match="pip install pandas"):
        filled.events().df()


def test_a_result_asked_again_sees_what_changed(filled: Store) -> None:
    events = filled.events()
    assert len(list(events)) == 5
    filled.replace_event_layer()
    assert len(list(events)) == 0


def test_parts_of_the_layer_are_those_asked_for(filled: Store) -> None:
    given = layer()
    several = ["ev_3", "ev_0"]
    assert [c for c in filled.status_history() if c.event_id in several] == list(
        filled.status_history(event_ids=several)
    )
    assert list(filled.status_history(event_ids=[])) == []
    document = given["roots"][0].document_id
    assert [root.document_id for root in filled.roots([document, "gone"])] == [document]
    on_tracks = sorted(event.id for event in filled.events_of_tracks())
    assert on_tracks == sorted(event.id for event in given["events"] if event.track_id)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(conflict="EXAMPLELAND"),
        Filters(since="2016-12-10", until="2016-12-12"),
        Filters(until="2015"),
    ],
)
def test_outlines_are_the_events_with_fewer_fields_in_the_same_order(filled: Store, filters: Filters) -> None:
    events = list(filled.events(filters))
    names = EventOutline.__struct_fields__
    expected = [EventOutline(**{name: getattr(event, name) for name in names}) for event in events]
    assert filled.event_outlines(filters) == expected
    assert sorted(filled.event_ids(filters)) == sorted(event.id for event in events)


def test_events_of_several_ids_are_those_known(filled: Store) -> None:
    found = filled.events_by_id(["ev_3", "gone", "ev_1", "ev_3"])
    assert sorted(found, key=lambda event: event.id) == [layer()["events"][1], layer()["events"][3]]
    assert list(filled.events_by_id([])) == []


def test_people_in_roles_are_known_and_take_part_in_the_events_chosen(filled: Store) -> None:
    given = layer()
    nobody = msgspec.structs.replace(given["participations"][0], actor=None, name="an envoy")
    filled.replace_event_layer(events=given["events"], participations=[nobody, *given["participations"]])
    assert [p.event_id for p in filled.people_in_roles({"host"}, Filters(conflict="exampleland"))] == ["ev_0", "ev_1"]
    assert list(filled.people_in_roles({"host"})) == given["participations"]
    assert list(filled.people_in_roles({"mediator"})) == []
    assert list(filled.people_in_roles([])) == []


def test_claims_of_tracks_leave_out_what_is_only_said_again(filled: Store) -> None:
    def said(status: str, date: str | None, event_id: str = "ev_0") -> records.StatusChange:
        return records.StatusChange(event_id=event_id, status=status, date=date, mention_id="m", document_id="d")

    changes = [
        said("planned", "2016-12-02"), said("held", "2016-12-10"), said("planned", "2016-12-03"), said("held", None),
        said("held", "2016-12-09"), said("under_way", "2016-12-09"), said("under_way", "2016-12-11"), said("held", "2016"),
        said("held", "2016-12-01", "ev_3"),
    ]  # fmt: skip
    filled.replace_event_layer(events=layer()["events"], status_changes=changes)
    told = [("held", "2016"), ("planned", "2016-12-02"), ("held", "2016-12-09"), ("under_way", "2016-12-09")]
    told += [("under_way", "2016-12-11"), ("held", None)]
    assert filled.claims_of_tracks() == [Claim(event_id="ev_0", status=status, date=date) for status, date in told]


def test_the_last_turn_is_the_last_claim_of_another_status(filled: Store) -> None:
    assert filled.last_turns() == {"ev_0": "2016-12-12"}
    assert filled.last_turns(Filters(until="2016-12-10")) == {"ev_0": "2016-12-10"}
    assert filled.last_turns(Filters(conflict="Nowhere")) == {}
    again = [msgspec.structs.replace(row, status="held") for row in layer()["status_changes"]]
    filled.replace_event_layer(events=layer()["events"], participations=layer()["participations"], status_changes=again)
    assert filled.last_turns() == {"ev_0": "2016-12-10"}
    filled.replace_event_layer(events=layer()["events"], status_changes=again)
    assert filled.last_turns() == {}, "nobody who is known takes part"


def test_days_told_are_the_first_and_last_day_of_reports(store: Store) -> None:
    def event(id: str, conflict: str | None, reported: str | None) -> records.Event:
        one = layer()["events"][0]
        return msgspec.structs.replace(one, id=id, conflict=conflict, observed_first_at=reported)

    def said(id: str, date: str | None) -> records.StatusChange:
        return records.StatusChange(event_id=id, status="held", date=date, mention_id="m", document_id="d")

    events = [
        event("a", "Aria", "2016-01-01"),
        event("b", "Aria", "2015-03-04T10:00"),
        event("c", None, "2020"),
        event("d", "B", None),
    ]
    store.replace_event_layer(
        events=events, status_changes=[said("a", "2016-05-06"), said("a", "2016-02-03"), said("d", None)]
    )
    assert store.days_told() == [("Aria", "2015-03-04", "2016-05-06")]
    assert store.days_told("2016-04") == [("Aria", "2015-03-04", "2016-02-03")]
    assert store.days_told("2014") == []


def test_many_rows_are_put_in_by_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.connection._ROWS", 2)
    given = layer()
    store.replace_event_layer(events=iter(given["events"]), roots=given["roots"])
    assert sorted(store.events(), key=lambda event: event.id) == given["events"]
    assert list(store.roots()) == given["roots"]
    assert store.counts()["event_mention_link"] == sum(len(event.mention_ids) for event in given["events"])


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2018", "2017"),
        ("2016-12", "2016-11"),
        ("2016-12-17", "2016-12-16"),
        ("2017", "2016-12-31"),
        ("2016-02", "2015"),
    ],
)
def test_a_window_that_ends_before_it_begins_is_refused(filled: Store, since: str, until: str) -> None:
    with pytest.raises(OptionError, match=f"since {since} is after until {until}"):
        filled.events(Filters(since=since, until=until))


@pytest.mark.parametrize(
    "window", [("2016", "2016"), ("2016-12", "2016"), ("2016", "2016-01-01"), ("2016-12-10", "2016-12-10")]
)
def test_a_window_of_a_day_or_inside_a_year_is_none_that_is_reversed(filled: Store, window: tuple[str, str]) -> None:
    filled.events(Filters(since=window[0], until=window[1]))


@pytest.mark.parametrize(
    "day", ["2016-02-30", "2016-13", "2016-00", "2016-12-00", "0000", "２０１６", "2016-1", "soon", ""]
)
def test_what_is_no_day_month_or_year_is_refused(filled: Store, day: str) -> None:
    for filters in (Filters(since=day), Filters(until=day)):
        with pytest.raises(OptionError, match="is not a date"):
            filled.events(filters)
