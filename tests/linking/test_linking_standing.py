"""Where a line of talks stands: by what happened, on the day it happened, not by who remembered it (codebook 1.12)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from link_builders import article, mention, who

from dragoman.linking import link
from dragoman.linking.standing import changes_on, state_of

SIDES = (who("party", "SSD"), who("party", "group:ssd-splm-io"))
BLOC = who("mediator", "igo:igad")


def line(*told):
    """The one line of talks of reports told as (published, type, status, day, further fields)."""
    documents, mentions = [], []
    for i, (published, type, status, day, fields) in enumerate(told):
        text = fields.pop("sentence", f"report {i}")
        documents.append(article(f"d{i}", text, published, genre=fields.pop("genre", None)))
        people = fields.pop("people", (BLOC, *SIDES))
        more = {"track": "Lodwar talks", **fields}
        mentions.append(mention(f"m{i}", documents[-1], type, status, *people, day=day, sentence=text, **more))
    [track] = link(documents, mentions, duplicates=lambda t: [], conflict_of=lambda m: "South Sudan").tracks
    return track


def last(track):
    return track.state, track.last_change, track.last_status


FIRST = ("2018-02-06", "mediated_talks", "held", "2018-02-05", {})
SECOND = ("2018-05-18", "mediated_talks", "held", "2018-05-17", {})


def test_a_meeting_changes_a_line_on_its_own_day_whenever_it_is_told():
    assert last(line(FIRST, SECOND)) == ("active", "2018-05-17", "held")
    # an essay of the year after moves nothing
    remembered = ("2019-02-20", "mediated_talks", "held", "2018-05-17", {})
    assert last(line(FIRST, SECOND, remembered)) == ("dormant", "2018-05-17", "held")


def test_what_is_remembered_without_a_day_long_after_changes_nothing():
    undated = ("2018-11-20", "proximity_talks", "held", None, {"sentence": "The talks in Lodwar bore no fruit."})
    assert last(line(FIRST, SECOND, undated))[1:] == ("2018-05-17", "held")
    soon = ("2018-06-01", "proximity_talks", "held", None, {"sentence": "The sides met again in Lodwar."})
    assert last(line(FIRST, SECOND, soon))[1:] == ("2018-06-01", "held")


def test_the_talks_named_as_known_do_not_go_on_again_after_they_broke_off():
    off = ("2018-05-24", "talks_suspended", "suspended", "2018-05-23", {})
    known = {"sentence": "A plan should complement the Lodwar talks.", "tense": "ongoing", "people": ()}
    named = ("2018-05-30", "proximity_talks", "under_way", None, known)
    assert last(line(FIRST, SECOND, off, named)) == ("suspended", "2018-05-24", "suspended")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("planned_not_held", "suspended"),
        ("cancelled", "suspended"),
        ("collapsed", "ended"),
        ("suspended", "suspended"),
        ("postponed", "active"),
    ],
)
def test_a_line_whose_last_meeting_failed_is_not_active(status, state):
    failed = ("2018-06-20", "mediated_talks", status, "2018-06-20", {})
    assert line(FIRST, SECOND, failed).state == state


def test_a_line_of_a_single_meeting_sleeps_once_that_is_over():
    later = ("2018-06-20", "endorsement", "held", None, {})
    assert line(FIRST).state == "active"
    assert line(FIRST, later).state == "dormant"
    assert line(FIRST, SECOND, later).state == "active"


def test_a_plan_changes_a_line_when_it_is_announced():
    plan = ("2018-06-20", "mediated_talks", "planned", "2018-07-30", {})
    assert last(line(FIRST, SECOND, plan))[1:] == ("2018-06-20", "planned")


def test_of_one_day_what_happened_counts_before_what_was_announced():
    plan = ("2018-05-17", "mediated_talks", "planned", "2018-07-30", {})
    assert last(line(FIRST, SECOND, plan))[1:] == ("2018-05-17", "held")


def test_a_visit_to_one_side_moves_no_line_on_which_both_sat():
    visit = ("2018-06-20", "single_party_consultation", "held", "2018-06-19", {})
    assert last(line(FIRST, SECOND, visit))[1:] == ("2018-05-17", "held")


def test_the_state_of_a_line_follows_the_change_that_it_shows_last():
    event = SimpleNamespace(
        id="e", type="direct_negotiation", status="planned_not_held", start="2018-03-05", end="2018-03-05",
        observed_first_at="2018-02-20",
    )  # fmt: skip
    claim = SimpleNamespace(date="2018-02-20", status="proposed", mention_id="m", document_id="d")
    moves = changes_on([event], {"e": [claim]})
    assert moves[-1].status == "proposed"
    assert state_of([event], {"e": [claim]}, "2018-02-25", 90) != "ended"
    failed = SimpleNamespace(date="2018-03-06", status="planned_not_held", mention_id="n", document_id="f")
    assert state_of([event], {"e": [claim, failed]}, "2018-03-07", 90) == "ended"
