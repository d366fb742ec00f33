"""Tracks, pairs of actors, outcomes and self-reports: small cases reckoned by hand."""

import math
from types import SimpleNamespace

import pytest
from test_measures_small_cases import event, seat

from dragoman.errors import OptionError
from dragoman.measures import MEASURES, measure
from dragoman.measures.alignment import alignment, cosine_by_month
from dragoman.measures.intervals import rate_interval, resampled_weights, wilson
from dragoman.measures.outcome import outcome_attribution
from dragoman.measures.self_reporting import is_self_reporting, with_sensitivity, without
from dragoman.measures.shares import mediation_share
from dragoman.measures.track_overlap import jaccard, track_competition
from dragoman.records import Agreement, AttributionStep, Participation, TrackRelation


def agreement(id, kind="ceasefire", status="held", **more):
    fields = dict.fromkeys(("announced", "signed", "effective", "ended", "conflict", "track_id"))
    return Agreement(
        id=f"ag_{id}", event_id=id, name=id, agreement_class=kind, form="signed", status=status,
        signatories=[], brokers=[], n_roots=1, **{**fields, **more},
    )  # fmt: skip


def talks(id, track, start, end=None, issues=("ceasefire",)):
    return event(id, track_id=track, start=start, end=end or start, issues=list(issues))


def test_jaccard_of_nothing_is_nothing():
    assert jaccard(frozenset(), frozenset()) == 0
    assert jaccard(frozenset("ab"), frozenset("bc")) == pytest.approx(1 / 3)


def test_competition_of_two_tracks_by_hand():
    events = [
        talks("g1", "geneva", "2017-01-01"),
        talks("g2", "geneva", "2017-01-10", issues=("detainees",)),
        talks("a1", "astana", "2017-01-06"),
        talks("a2", "astana", "2017-01-12"),
    ]
    people = [
        *(seat("g1", "igo:un"), seat("g1", "SYR", "party"), seat("g1", "group:hnc", "party")),
        *(seat("a1", "RUS"), seat("a2", "igo:un"), seat("a1", "SYR", "party")),
    ]
    asserted = TrackRelation(
        track_id="astana", relation="parallel_to", other_track_id="geneva", asserted_by="RUS", date=None,
        mention_id="m", basis="said",
    )  # fmt: skip
    value = track_competition(events, people, relations=[asserted]).values[0]
    # active 1 to 10 and 6 to 12 January: 5 days in common of 7; one of two brokers, parties, issues in common
    assert value.detail["O_time"] == pytest.approx(5 / 7, abs=1e-4)
    assert (value.detail["J_broker"], value.detail["J_party"], value.detail["J_issue"]) == (0.5, 0.5, 0.5)
    assert value.value == pytest.approx(5 / 7 / 8)
    assert (value.key, value.detail["asserted"]) == ("astana|geneva", ["parallel_to by RUS"])


def test_tracks_one_after_the_other_do_not_compete():
    events = [talks("a", "x", "2017-01-01"), talks("b", "y", "2017-02-01")]
    people = [seat("a", "SYR", "party"), seat("b", "SYR", "party"), seat("a", "RUS"), seat("b", "USA")]
    assert track_competition(events, people).values[0].value == 0


def test_brokers_sit_on_one_side_and_parties_on_those_of_their_camps():
    events = [event("a"), event("b", start="2017-02-01")]
    people = [
        *(seat("a", "RUS"), seat("a", "TUR", "host"), seat("a", "SYR", "party"), seat("a", "group:hnc", "party")),
        *(seat("b", "RUS"), seat("b", "TUR", "observer")),
    ]
    found = {v.key: (v.value, v.n) for v in alignment(events, people).values}
    assert found["RUS|TUR"] == (0.5, 2)
    assert found["RUS|SYR"] == (0, 1)
    assert found["SYR|group:hnc"] == (0, 1)


def test_months_are_alike_by_the_cosine_of_their_categories():
    first = {"2016-11": {"CONSULT": 3, "ASSAULT": 1}, "2016-12": {"CONSULT": 1}}
    second = {"2016-11": {"CONSULT": 1, "ASSAULT": 3}, "2017-01": {"CONSULT": 1}}
    assert cosine_by_month(first, second) == pytest.approx([6 / 10])
    events = [
        event("a", plover_event="CONSULT"),
        event("b", type="ceasefire_violated", plover_event="ASSAULT", start="2017-01-09"),
    ]
    people = [seat("a", "RUS"), seat("a", "TUR"), seat("b", "RUS", "initiator")]
    detail = alignment(events, people).values[0].detail
    assert (detail["months"], detail["cosine"]) == (1, pytest.approx(1 / math.sqrt(2), abs=1e-4))


def test_texts_weigh_by_their_stage_and_are_shared_among_brokers():
    events = [event(id, type="ceasefire_declared") for id in "abc"] + [event("d", "proposed")]
    people = [
        *(seat("a", "RUS", "broker"), seat("a", "TUR", "guarantor")),
        *(seat("b", "igo:un"), seat("c", "SYR", "party"), seat("d", "USA")),
    ]
    rows = [agreement("a"), agreement("b", "comprehensive"), agreement("c"), agreement("d", status="proposed")]
    result = outcome_attribution(rows, events, people)
    # 2 for the ceasefire, halved; 5 for the settlement; nobody brokered c, and d never came about
    assert {v.key: v.value for v in result.values} == {
        "igo:un": pytest.approx(5 / 7), "RUS": pytest.approx(1 / 7), "TUR": pytest.approx(1 / 7),
    }  # fmt: skip
    assert result.warnings[-1] == "weights of classes: ceasefire 2, comprehensive 5"


def told(actor, event_id, *basis):
    return Participation(event_id=event_id, actor=actor, name=actor, role="mediator", basis=list(basis))


def test_the_last_speaker_of_the_chain_tells_whether_it_is_a_self_report():
    russia = AttributionStep(step=2, speaker="Lavrov", stake="self_reporting")
    agency = AttributionStep(step=1, speaker="Reuters")
    assert is_self_reporting(SimpleNamespace(attribution=[russia, agency]))
    assert not is_self_reporting(SimpleNamespace(attribution=[agency]))
    assert not is_self_reporting(SimpleNamespace(attribution=[]))


def test_shares_without_self_reports_stand_beside_and_a_changed_order_is_told():
    events = [event(id) for id in "abc"]
    people = [told("RUS", "a", "m1"), told("RUS", "b", "m2"), told("igo:un", "c", "m3"), told("USA", "c", "m4", "m5")]
    assert len(without(people, {"m4"})) == 4
    result = with_sensitivity(lambda rows: mediation_share(events, rows), people, {"m1", "m2"})
    assert {v.key: v.detail["without_self_reports"] for v in result.values} == {"RUS": 0, "igo:un": 0.5, "USA": 0.5}
    assert result.warnings[-1] == "2 of 4 participations rest on self-reports only; without them the order changes"
    stays = with_sensitivity(lambda rows: mediation_share(events, rows), people, {"m1"})
    assert stays.warnings[-1] == "1 of 4 participations rest on self-reports only; without them the order stays"


def test_displacement_compares_the_windows_that_it_is_given():
    events = [event("a", start="2016-01-05"), event("b", start="2017-01-05"), event("c", start="2018-01-05")]
    people = [seat("a", "USA"), seat("b", "RUS"), seat("c", "TUR")]
    result = measure("m7", events, people, since="2017-01-01", until="2017-12-31", compare=("2016-01-01", "2016-12-31"))
    assert {v.key: v.value for v in result.values} == {"USA": -1, "RUS": 1}


def test_a_rate_is_less_sure_where_events_share_a_report():
    events = [event(id) for id in "abcdefgh"]
    people = [seat(e.id, "RUS") for e in events[:4]] + [seat(e.id, "TUR") for e in events]
    one = {e.id: ["r1"] if e.id in "abcd" else ["r2"] for e in events}
    alone = measure("presence", events, people).values
    shared = measure("presence", events, people, event_roots=one).values
    assert (alone[1].low, alone[1].high) == wilson(4, 8)
    assert shared[1].low < alone[1].low and shared[1].high > alone[1].high


def test_the_interval_of_a_certain_rate_does_not_shrink_to_a_point():
    import numpy as np

    hits = np.ones(5)
    weights = resampled_weights([event(id) for id in "abcde"], {}, np.random.default_rng(0), 50)
    assert rate_interval(hits, weights) == wilson(5, 5)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_names_its_source_its_interval_and_what_it_needs(name):
    result = measure(name, [event("a")], [seat("a", "RUS")])
    assert result.reference and result.interval
    # outlook counts stays of tracks, not held events, and refuses by itself
    assert result.minimum in ((0,) if name == "outlook" else (8, 20))
    assert result.id == MEASURES[name].number


def test_an_unknown_measure_lists_the_known_ones():
    with pytest.raises(OptionError, match="brokerage"):
        measure("influence", [], [])
