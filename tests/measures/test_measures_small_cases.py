"""Measures on cases small enough to reckon by hand."""

import numpy as np
import pytest

from dragoman.errors import OptionError
from dragoman.measures import NAMES, measure
from dragoman.measures.displacement import displacement, permutation_p
from dragoman.measures.effective_number import effective_number
from dragoman.measures.exclusion_rate import exclusion_rate
from dragoman.measures.intervals import percentile_interval, resampled_weights, wilson
from dragoman.measures.measure import Window
from dragoman.measures.presence import presence_rate
from dragoman.measures.shares import credit_matrix, lead_share, mediation_share, shares_of
from dragoman.measures.venue_control import venue_control
from dragoman.records import Event, ExclusionRow, Participation


def event(id, status="held", type="mediated_talks", start="2017-01-01", **more):
    fields = {
        "plover_event": None,
        "cameo": None,
        "factuality": "confirmed",
        "end": start,
        "date_precision": "day",
        "observed_first_at": start,
        "venue": None,
        "venue_country": None,
        "venue_status": None,
        "lat": None,
        "lon": None,
        "conflict": "Syria",
        "track_id": None,
        "issues": [],
        "n_mentions": 1,
        "n_documents": 1,
        "n_roots": 2,
        "mention_ids": [id],
    }
    return Event(id=id, type=type, status=status, start=start, **{**fields, **more})


def seat(event_id, actor, role="mediator"):
    return Participation(event_id=event_id, actor=actor, name=actor, role=role)


def out(id, actor, event_id, mode="not_invited", by="RUS", **more):
    fields = {
        "track_id": None,
        "excluded_by": None,
        "reason": "not_stated",
        "scope": "table",
        "date": "2017-01-01",
        "mention_id": id,
        "document_id": "d",
    }
    return ExclusionRow(
        id=id,
        event_id=event_id,
        excluded_actor=actor,
        excluded_name=actor,
        mode=mode,
        asserted_by=by,
        **{**fields, **more},
    )


def values(result):
    return {v.key: v.value for v in result.values}


def test_joint_mediation_is_credited_in_equal_parts():
    events = [event("a"), event("b"), event("none")]
    people = [
        seat("a", "RUS"),
        seat("a", "TUR"),
        seat("b", "RUS"),
        seat("b", "RUS", "broker"),
        seat("none", "SYR", "party"),
    ]
    result = mediation_share(events, people)
    assert values(result) == {"RUS": 0.75, "TUR": 0.25}
    assert result.n_events == 2
    assert [(v.key, v.n) for v in result.values] == [("RUS", 2), ("TUR", 1)]


@pytest.mark.parametrize(
    "status",
    [
        "proposed",
        "planned",
        "invited",
        "confirmed",
        "postponed",
        "cancelled",
        "planned_not_held",
        "denied",
        "contested",
    ],
)
@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_was_not_held_is_never_counted(name, status):
    assert measure(name, [event("a", status)], [seat("a", "RUS")]).n_events == 0


@pytest.mark.parametrize("factuality", ["alleged", "disputed", "refuted", "counterfactual"])
def test_what_is_not_attested_is_never_counted(factuality):
    assert mediation_share([event("a", factuality=factuality)], [seat("a", "RUS")]).values == []


@pytest.mark.parametrize("type", ["mediation_offered", "talks_called_for", "endorsement", "talks_proposed", None])
def test_offers_calls_and_statements_are_no_mediated_events(type):
    assert mediation_share([event("a", type=type)], [seat("a", "RUS")]).values == []


def test_participants_and_hosts_are_present_but_do_not_mediate():
    events = [event("a"), event("b")]
    people = [
        seat("a", "USA", "participant"),
        seat("a", "KAZ", "host"),
        seat("a", "SYR", "recipient"),
        seat("b", "RUS"),
    ]
    assert values(mediation_share(events, people)) == {"RUS": 1.0}
    assert values(presence_rate(events, people)) == {"USA": 0.5, "KAZ": 0.5, "RUS": 0.5}


def test_unnamed_mediators_get_no_share():
    people = [
        seat("a", "RUS"),
        Participation(event_id="a", actor=None, name="unnamed mediator", role="mediator"),
    ]
    assert values(mediation_share([event("a")], people)) == {"RUS": 1.0}


def test_an_event_dated_to_a_year_is_in_a_window_only_with_the_whole_year():
    whole = event("a", start="2017-01-01", end="2017-12-31", date_precision="year")
    people = [seat("a", "RUS")]
    assert mediation_share([whole], people, window=Window("2017-01-01", "2017-03-31")).n_events == 0
    assert mediation_share([whole], people, window=Window("2017-01-01", "2017-12-31")).n_events == 1


def test_lead_share_counts_lead_mediators_only():
    people = [seat("a", "igo:un", "lead_mediator"), seat("a", "RUS", "co_mediator")]
    assert values(lead_share([event("a")], people)) == {"igo:un": 1.0}


def test_attested_exclusion_over_told_in_or_out():
    events = [event("a"), event("b"), event("c"), event("planned", "planned")]
    people = [seat("a", "USA", "observer"), seat("b", "USA", "observer"), seat("c", "RUS")]
    rows = [
        out("1", "USA", "c"),
        out("2", "USA", "c", by="USA"),
        out("3", "USA", "planned"),
        out("4", "group:rebels", "c", mode="self_excluded"),
        out("5", "IRN", "c", mode="absent_unexplained"),
    ]
    result = exclusion_rate(events, people, rows)
    assert values(result) == {"USA": 0.5}
    assert result.values[0].detail == {
        "excluded": 2,
        "present": 2,
        "asserted_by": ["RUS", "USA"],
        "modes": ["not_invited"],
    }


def test_effective_number_of_equal_and_of_single_holders():
    assert effective_number(np.array([0.25] * 4)) == pytest.approx(4)
    assert effective_number(np.array([1.0, 0.0])) == pytest.approx(1)
    assert effective_number(np.array([0.75, 0.25])) == pytest.approx(1.6)


def test_permutation_test_against_all_splits_reckoned_by_hand():
    _, matrix = credit_matrix([{"A"}, {"A"}, {"B"}, {"B"}])
    change, p = permutation_p(matrix, 2, np.random.default_rng(0), 6000)
    assert change.tolist() == [-1.0, 1.0]
    # Of the six ways to split four events in halves two are as extreme.
    assert p == pytest.approx([1 / 3, 1 / 3], abs=0.03)


def test_displacement_of_an_unchanged_mediator_is_nothing():
    events = [event(f"{half}{i}", start=f"201{half}-01-01") for half in (6, 7) for i in range(5)]
    people = [seat(e.id, "igo:un") for e in events]
    result = displacement(
        events, people, before=Window("2016-01-01", "2016-12-31"), after=Window("2017-01-01", "2017-12-31")
    )
    [only] = result.values
    assert (only.value, only.detail["p"], only.low, only.high) == (0.0, 1.0, 0.0, 0.0)


def test_displacement_without_events_in_a_window_gives_no_change_but_a_warning():
    result = displacement(
        [event("a")],
        [seat("a", "RUS")],
        before=Window("2016-01-01", "2016-12-31"),
        after=Window("2017-01-01", "2017-12-31"),
    )
    assert result.values == []
    assert any("first window" in w for w in result.warnings)


def test_convening_and_territory():
    events = [event("a", venue_country="KAZ"), event("b", venue_country="RUS"), event("c")]
    people = [seat("a", "RUS"), seat("b", "RUS"), seat("b", "TUR", "convener"), seat("c", "TUR")]
    result = venue_control(events, people, allies={"RUS": frozenset({"KAZ"})})
    found = {v.key: v for v in result.values}
    assert values(result) == pytest.approx({"RUS": 1 / 3, "TUR": 2 / 3})
    assert found["RUS"].detail["ally_territory"] == 1.0
    assert found["TUR"].detail == {"placed": 1, "own_territory": 0.0, "ally_territory": 0.0, "elsewhere": 1.0}
    assert any("no known place" in w for w in result.warnings)


def test_wilson_interval_against_a_published_value():
    # 1 of 10: 1.79 % to 40.42 % (Newcombe 1998 gives the method; value reckoned by hand).
    assert wilson(1, 10) == pytest.approx((0.0179, 0.4042), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_events_that_share_a_root_come_and_go_together_under_the_bootstrap():
    events = [event("a"), event("b"), event("c")]
    roots = {"a": ["r1"], "b": ["r1"], "c": ["r2"]}
    weights = resampled_weights(events, roots, np.random.default_rng(0), 200)
    plain = resampled_weights(events, None, np.random.default_rng(0), 200)
    assert weights.shape == (200, 3)
    assert weights.mean() == pytest.approx(1.0, abs=0.15)
    gone = (weights[:, 0] == 0) & (plain[:, 0] > 0) & (plain[:, 1] > 0)
    assert gone.any() and (weights[gone, 1] == 0).all()


def test_few_events_undated_events_and_single_roots_are_warned_of():
    result = mediation_share(
        [event("a", start=None, n_roots=1, observed_first_at="2017-01-02T10:00")], [seat("a", "RUS")]
    )
    assert [any(part in w for w in result.warnings) for part in ("fewer than 8", "no date", "one root")] == [True] * 3


def test_windows_include_both_ends_and_leave_out_undated_events():
    events = [
        event("a", start="2017-01-01"),
        event("b", start="2017-01-31"),
        event("c", start=None, observed_first_at=None),
    ]
    people = [seat(e.id, "RUS") for e in events]
    assert mediation_share(events, people, window=Window("2017-01-01", "2017-01-31")).n_events == 2
    assert mediation_share(events, people).n_events == 3


def test_the_same_seed_gives_the_same_interval():
    events = [event(f"e{i}") for i in range(12)]
    people = [seat(e.id, "RUS" if i % 3 else "USA") for i, e in enumerate(events)]
    assert mediation_share(events, people, seed=1) == mediation_share(list(reversed(events)), people, seed=1)


def test_measures_are_found_by_name_and_number_and_an_unknown_one_is_refused():
    assert measure("m1", [], []).name == "mediation_share"
    for name, number in NAMES.items():
        assert (measure(name, [], []).id, measure(name, [], []).name) == (number, name)
    with pytest.raises(OptionError, match="mediation_share"):
        measure("influence", [], [])
    with pytest.raises(OptionError, match="split"):
        measure("displacement", [], [], split="last spring")


def test_displacement_from_the_first_mediated_day_on_compares_with_the_time_before():
    events = [event("a", start="2016-06-01"), event("b", start="2016-11-01")]
    people = [seat("a", "USA"), seat("b", "RUS")]
    result = measure("displacement", events, people, since="2016-11-01")
    assert result.formula == "s_i(2016-11-01 to the end) - s_i(the beginning to 2016-10-31)"
    assert values(result) == {"USA": -1.0, "RUS": 1.0}


def test_displacement_splits_at_the_day_given():
    events = [event("a", start="2016-06-01"), event("b", start="2017-01-01")]
    people = [seat("a", "USA"), seat("b", "RUS")]
    result = measure("displacement", events, people, split="2016-11-01")
    assert values(result) == {"USA": -1.0, "RUS": 1.0}


def test_shares_without_any_credit_are_undefined():
    assert np.isnan(shares_of(np.zeros((2, 1)))).all()
    assert percentile_interval(np.array([np.nan, np.nan, 1.0])) is None
