"""What the brief says: changes, rooms, exclusions, disagreements, brokers, timeline."""

from __future__ import annotations

import itertools

import invented
import msgspec
import pytest
from invented import Article, Said

from dragoman.measures.track_paths import track_paths
from dragoman.ontology import load
from dragoman.reports.material import gather
from dragoman.reports.say import days, listed, when
from dragoman.reports.timeline import WIDTH
from dragoman.reports.view import brief
from dragoman.reports.words import words
from dragoman.store import Store


def test_changes_come_latest_first_and_say_what_was_before(material):
    view = brief(material(until="2031-04-30"))
    dates = [change.iso for change in view.changes]
    assert dates == sorted(dates, reverse=True)
    talks = next(
        change for change in view.changes if "in Alma, Kedar" in change.text and "talks" in change.text[:20].lower()
    )
    assert "put off" in talks.text
    held = next(change for change in [*view.changes, *view.earlier] if change.date == "10 to 11 March 2031")
    assert held.text.startswith("Mediated talks between Merania and Northern Front took place in Alma")
    assert held.before == "planned 2 March 2031"
    assert len(held.notes) == 2


def test_changes_before_since_are_left_out(material):
    view = brief(material(since="2031-05-01"))
    assert view.changes and all(change.iso >= "2031-05-01" for change in view.changes)


def test_until_hides_what_was_told_later(material):
    view = brief(material(until="2031-03-31"))
    assert {track.name for track in view.tracks} == {"Alma talks", "Tarn track"}
    assert view.disagreements == []


def test_a_denied_round_is_contested_and_both_voices_are_heard(view):
    (contested,) = view.disagreements
    assert contested.text.startswith("Whether mediated talks") and contested.text.endswith("is contested")
    whether = dict(contested.points)["Whether"]
    assert {told.text for told in whether} == {
        "it took place, says Coastal Wire",
        "it did not take place, says a commander of the Northern Front (a named member of a party)",
    }
    assert all(told.notes for told in whether)


def two_voices(first, second, **denial):
    """One article on talks in Tarn: that they were held and that there were none, by the speakers given (None: the outlet)."""
    sides = [("mediator", "Kedar"), ("party", "Merania"), ("party", "the Northern Front")]
    named = "Merania, the Northern Front, Kedar"
    lines = [
        (
            f"Officials of {named} held talks in Tarn.",
            [Said("talks", "mediated_talks", "held", sides, venue="Tarn", by=first)],
        ),
        (
            f"Officials of {named} held no talks in Tarn.",
            [Said("talks", "mediated_talks", "held", sides, venue="Tarn", by=second, polarity="negated", **denial)],
        ),
    ]
    return [Article("one", "Coastal Wire", "2031-04-02", "Talks in Tarn", lines)]


CHIEF = ("a chief", "group:mer-river-league", "named_party")
CLERK = ("a clerk", "OST", "named_official")


def test_one_report_does_not_disagree_with_itself_but_two_that_it_quotes_do(material):
    assert brief(material(two_voices(None, None))).disagreements == []
    assert brief(material(two_voices(CHIEF, CHIEF))).disagreements == []
    (disputed,) = brief(material(two_voices(CHIEF, CLERK))).disagreements
    assert len(dict(disputed.points)["Whether"]) == 2


def test_a_track_tells_who_is_kept_out_and_who_says_so(view):
    tarn = next(track for track in view.tracks if track.name == "Tarn track")
    assert [told.text for told in tarn.brokers] == ["Kedar", "Ostland"]
    assert {(told.lead, told.text) for told in tarn.excluded} == {
        ("United Nations", "not invited, says Kedar"),
        ("River League", "not covered by the text, says Coastal Wire"),
    }
    assert all(told.notes for told in [*tarn.brokers, *tarn.parties, *tarn.excluded])


def cell(view, actor, track):
    row = next(row for row in view.matrix.rows if row.name == actor)
    return row.cells[view.matrix.columns.index(track)]


@pytest.mark.parametrize(
    ("actor", "track", "done", "ahead", "out"),
    [
        ("United Nations", "Alma talks", "brokers", "", ""),
        ("United Nations", "Tarn track", "", "", "kept out"),
        ("Brava", "Port Sel group", "takes part", "", ""),
        ("Brava", "Alma talks", "", "", "kept out"),
        # it walked out, too, but that is no seat
        ("Northern Front", "Tarn track", "", "party", ""),
        ("Kedar", "Tarn track", "brokers, guarantees", "", ""),
        ("Merania", "River track", "party", "", ""),
        ("Ostland", "Alma talks", "", "", ""),
    ],
)
def test_the_matrix_tells_who_is_in_the_room_and_who_is_out(view, actor, track, done, ahead, out):
    found = cell(view, actor, track)
    assert (found.done, found.ahead, found.out) == (done, ahead, out)


def test_every_row_of_the_matrix_has_notes_and_every_seat_words(view):
    assert all(row.notes for row in view.matrix.rows)
    seats = {words().seat(role) for role in words().values("role")} - {""}
    assert seats == set(words().values("seat")) and set(words()._data["seat_covers"]) <= seats


def test_two_actors_of_one_name_are_told_apart_by_their_part_of_the_country(material):
    sides = [("mediator", "Kedar"), ("party", "Merania"), ("party", "the Northern Front")]
    lines = [
        (
            "Kedar, Merania and the Northern Front met.",
            [Said("met", "mediated_talks", "held", sides, venue=None, track="Tarn track")],
        )
    ]
    found = material([Article("one", "Coastal Wire", "2031-04-02", "Talks", lines)])
    (event,) = found.events
    rows = [
        msgspec.structs.replace(row, actor="MER", name="Merania", sector="CVL") if row.role == "mediator" else row
        for row in found.people(event.id)
    ]
    found.participations._held[event.id] = rows
    assert {"Merania (civil society)", "Merania (government)"} <= {row.name for row in brief(found).matrix.rows}


def test_brokers_are_compared_with_the_time_before(material):
    rows = {row.name: row for row in brief(material(since="2031-04-01")).brokers.rows}
    assert (rows["United Nations"].now, rows["United Nations"].before) == (0, 1)
    assert (rows["Coast Union"].now, rows["Coast Union"].before) == (1, 0)


def test_contested_events_do_not_count_for_brokers(view):
    assert "Ostland" not in {row.name for row in view.brokers.rows}


def test_marks_of_the_timeline_lie_within_the_drawing_and_do_not_hide_one_another(view):
    for lane in view.timeline.lanes:
        assert lane.marks
        for mark in lane.marks:
            assert mark.x >= 0 and mark.x + mark.width <= WIDTH
            assert lane.y < mark.y < lane.y + lane.height
        spots = sorted((mark.y, mark.x, mark.width) for mark in lane.marks)
        for (y, x, width), (next_y, next_x, _) in itertools.pairwise(spots):
            assert y != next_y or x + width <= next_x


def test_a_record_without_dates_has_no_timeline(material):
    import msgspec

    from dragoman.reports.notes import Notes
    from dragoman.reports.timeline import timeline

    found = material()
    undated = [msgspec.structs.replace(e, start=None, end=None, observed_first_at=None) for e in found.events]
    found = msgspec.structs.replace(found, events=undated)
    assert timeline(found, found.tracks, Notes(found.mentions)) is None


@pytest.mark.parametrize(
    ("enumeration", "ours"),
    [
        ("status", "status"),
        ("role", "role"),
        ("exclusion_mode", "exclusion_mode"),
        ("exclusion_scope", "exclusion_scope"),
        ("exclusion_reason", "exclusion_reason"),
        ("factuality", "factuality"),
        ("source_type", "source_type"),
        ("stake", "stake"),
        ("agreement_class", "agreement_class"),
        ("agreement_form", "agreement_form"),
        ("plover_category", "category"),
    ],
)
def test_every_value_of_the_codebook_has_plain_words(enumeration, ours):
    assert set(load().codes[enumeration]) <= set(words().values(ours))


def test_every_event_type_has_a_noun_or_a_verb_and_every_status_a_group():
    codes = load().codes
    assert all(words().noun(type) or words().act(type) for type in codes["event_type"])
    grouped = [status for group in words().values("status_group") for status in words()._data["status_group"][group]]
    assert sorted(grouped) == sorted(codes["status"])


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2016-12-16", "2016-12-16", "day", "on 16 December 2016"),
        ("2017-01-23", "2017-01-24", "day", "from 23 to 24 January 2017"),
        ("2017-01-30", "2017-02-02", "day", "from 30 January to 2 February 2017"),
        ("2016-12-31", "2017-01-02", "day", "from 31 December 2016 to 2 January 2017"),
        ("2017-01-01", "2017-01-31", "month", "in January 2017"),
        ("2017-01-01", "2017-12-31", "year", "in 2017"),
        ("2017-02-13", "2017-02-19", "week", "in the week of 13 February 2017"),
        (None, "2017-02-19", "bounded", "on 19 February 2017"),
        (None, None, "relative", ""),
    ],
)
def test_dates_read_as_people_write_them(start, end, precision, expected):
    assert when(start, end, precision) == expected


def test_an_open_or_odd_date_breaks_nothing():
    assert days("soon", None) == "date not known"


def test_long_lists_are_counted():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 others"
    assert listed(["a", "b", "c"], most=2) == "a, b and c"
    assert listed([]) == ""


@pytest.mark.parametrize("until", [None, "2031-04-30", "2031-04", "2030"])
def test_paths_of_tracks_rest_on_the_whole_record_whatever_is_read_of_it(until: str | None) -> None:
    with Store(":memory:") as store:
        invented.fill(store)
        found = gather(store, conflict="Nowhere", since=None, until=until)
        assert found.paths == track_paths(store.events(), store.status_history(), until=until)
