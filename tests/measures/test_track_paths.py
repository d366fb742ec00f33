"""The way of a line of talks from announced to held, agreed, stalled and collapsed, by small cases."""

import datetime as dt

import pytest
from test_measures_small_cases import event

from dragoman.measures.track_paths import claim_state, track_paths
from dragoman.records import StatusChange


def said(event_id, status, date):
    return StatusChange(event_id=event_id, status=status, date=date, mention_id=event_id, document_id=event_id)


def talks(id, track, status="held", start=None, reported=None, **more):
    start = start or "2017-01-01"
    return event(id, status, start=start, track_id=track, **{"observed_first_at": reported or start, **more})


def path(events, changes=(), **more):
    return [(s.state, str(s.start), s.next) for s in track_paths(events, changes, **more).spells]


@pytest.mark.parametrize(
    ("kind", "status", "state"),
    [
        *((("mediated_talks", status, "announced")) for status in ("proposed", "planned", "invited", "confirmed")),
        *((("direct_negotiation", status, "held")) for status in ("held", "held_partial", "under_way")),
        ("talks_proposed", "proposed", "announced"),
        ("invitation_issued", "held", "announced"),
        ("talks_resumed", "held", "held"),
        ("agreement_signed", "held", "agreed"),
        ("ceasefire_declared", "under_way", "agreed"),
        ("mediated_talks", "suspended", "stalled"),
        ("talks_postponed", "held", "stalled"),
        ("mediated_talks", "cancelled", "collapsed"),
        ("ceasefire_declared", "collapsed", "collapsed"),
        ("agreement_repudiated", "held", "collapsed"),
        ("mediated_talks", "planned_not_held", None),
        ("mediated_talks", "contested", None),
        ("agreement_signed", "planned", None),
        ("prisoner_exchange", "held", None),
        ("walkout", "held", None),
        ("endorsement", "planned", None),
        (None, "held", None),
    ],
)
def test_what_a_claim_says_of_the_state_of_its_track(kind, status, state):
    assert claim_state(kind, status) == state


def test_a_track_is_announced_held_agreed_and_collapses():
    events = [
        talks("round", "astana", start="2017-01-23"),
        talks("truce", "astana", type="ceasefire_declared", start="2017-02-10"),
        talks("end", "astana", type="agreement_repudiated", start="2017-03-01"),
        talks("elsewhere", None, start="2017-06-01"),
    ]
    changes = [
        said("round", "planned", "2017-01-03"), said("round", "held", "2017-01-25"),
        said("truce", "held", "2017-02-11"), said("end", "held", "2017-03-02"),
        said("elsewhere", "held", "2017-06-01"),
    ]  # fmt: skip
    assert path(events, changes) == [
        ("announced", "2017-01-03", "held"),
        ("held", "2017-01-23", "agreed"),
        ("agreed", "2017-02-10", "collapsed"),
        ("collapsed", "2017-03-02", None),
    ]
    found = track_paths(events, changes)
    assert [spell.days for spell in found.spells] == [20, 18, 20, 91]
    assert found.last == dt.date(2017, 6, 1)


def test_plans_for_a_next_round_do_not_undo_what_was_held_or_agreed():
    first, second = talks("one", "t", start="2017-01-01"), talks("two", "t", "planned", start="2017-05-01")
    told = [said("one", "held", "2017-01-01"), said("two", "planned", "2017-02-01")]
    assert path([first, second], told) == [("held", "2017-01-01", None)]
    text = talks("text", "t", type="agreement_signed", start="2017-01-02")
    further = talks("further", "t", start="2017-03-01")
    assert path([first, text, further]) == [("held", "2017-01-01", "agreed"), ("agreed", "2017-01-02", None)]


def test_talks_put_off_are_stalled_until_they_are_announced_or_held_anew():
    put_off = talks("two", "t", "held", start="2017-05-01")
    told = [
        said("two", "planned", "2017-02-01"),
        said("two", "postponed", "2017-02-20"),
        said("two", "held", "2017-05-02"),
    ]
    assert path([put_off], told) == [
        ("announced", "2017-02-01", "stalled"),
        ("stalled", "2017-02-20", "held"),
        ("held", "2017-05-01", None),
    ]


def test_what_is_told_again_later_is_not_a_new_turn_but_what_is_resumed_is():
    round_ = talks("one", "t", "held", start="2017-01-10")
    told = [
        said("one", "held", "2017-01-11"), said("one", "suspended", "2017-01-20"), said("one", "held", "2017-03-01"),
    ]  # fmt: skip
    assert path([round_], told)[-1] == ("stalled", "2017-01-20", None)
    resumed = [*told, said("one", "under_way", "2017-03-05")]
    assert path([round_], resumed)[1:] == [("stalled", "2017-01-20", "held"), ("held", "2017-03-05", None)]


@pytest.mark.parametrize("more", [{"status": "contested", "factuality": "disputed"}, {"factuality": "alleged"}])
def test_a_meeting_that_is_contested_or_merely_alleged_is_not_held(more):
    doubtful = talks("one", "t", **more)
    told = [said("one", "planned", "2016-12-20"), said("one", "held", "2017-01-02")]
    assert path([doubtful], told) == [("announced", "2016-12-20", None)]


def test_a_meeting_in_a_month_counts_no_later_than_its_report_and_no_earlier_than_it_must():
    loose = {"date_precision": "month", "end": "2017-01-31"}
    assert path([talks("a", "t", **loose)], [said("a", "held", "2017-01-15")]) == [("held", "2017-01-15", None)]
    assert path([talks("a", "t", **loose)], [said("a", "held", "2017-04-15")]) == [("held", "2017-01-31", None)]


def test_what_was_reported_after_the_last_day_asked_for_is_left_out():
    told = [said("one", "planned", "2016-12-20"), said("one", "held", "2017-01-02")]
    for until in ("2016-12-31", "2016-12", "2016"):
        assert path([talks("one", "t")], told, until=until) == [("announced", "2016-12-20", None)]
    assert path([talks("one", "t")], told, until="2015") == []


def test_of_several_states_on_one_day_the_last_stands():
    events = [
        talks("plan", "t", "planned", start="2017-06-01", reported="2017-01-01"),
        talks("round", "t", start="2017-02-01"),
        talks("text", "t", type="agreement_signed", start="2017-02-01"),
    ]
    assert path(events) == [("announced", "2017-01-01", "agreed"), ("agreed", "2017-02-01", None)]
    broken = talks("second", "t", "collapsed", start="2017-02-01")
    assert path([*events, broken])[1:] == [("collapsed", "2017-02-01", None)]


def test_a_record_without_dates_has_no_paths():
    nothing = track_paths([talks("a", "t", start=None, observed_first_at=None)], [said("a", "held", None)])
    assert (nothing.spells, nothing.first, nothing.present("t")) == ((), None, None)
