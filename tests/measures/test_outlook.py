"""What became of other tracks that stood where one stands; the estimator on a table reckoned by hand."""

import datetime as dt

import numpy as np
import pytest
from test_track_paths import said, talks

from dragoman.measures import measure
from dragoman.measures.base_rates import MINIMUM_SPELLS, base_rate, chance
from dragoman.measures.incidence import CENSORED, cumulative_incidence, followed, known_fates
from dragoman.measures.outlook import outlook_of
from dragoman.measures.track_paths import Paths, Spell
from dragoman.records import Track

HELD, COLLAPSED = 0, 1
BY_HAND = [
    (5, HELD), (10, HELD), (10, COLLAPSED), (10, CENSORED), (20, COLLAPSED), (30, CENSORED), (40, HELD), (40, HELD),
    (60, COLLAPSED), (80, CENSORED),
]  # fmt: skip
"""Ten stays at "announced": days, and how they ended; ties on days 10 and 40, on 10 also with a censored one."""


def curve(stays, at, n_causes=2, weights=None):
    days, causes = (np.array(column, dtype=np.int64) for column in zip(*stays, strict=True))
    return cumulative_incidence(days, causes, n_causes, at, weights)


def stay(track, days, next=None, conflict=None, state="announced", start="2020-01-01"):
    begin = dt.date.fromisoformat(start)
    return Spell(
        track_id=track, conflict=conflict or track, state=state, start=begin, end=begin + dt.timedelta(days=days),
        next=next, event_id=track,
    )  # fmt: skip


def test_chances_with_ties_and_censored_stays_are_as_reckoned_by_hand():
    # at risk 10, 9, 6, 4, 2 on days 5, 10, 20, 40, 60; still there 9/10, 7/10, 7/12, 7/24, 7/48
    held = [1 / 10, 1 / 5, 1 / 5, 59 / 120, 59 / 120]
    collapsed = [0, 1 / 10, 1 / 10 + 7 / 60, 13 / 60, 29 / 80]
    found = curve(BY_HAND, [5, 10, 20, 40, 60])[0]
    assert found[HELD] == pytest.approx(held)
    assert found[COLLAPSED] == pytest.approx(collapsed)
    assert found[:, -1].sum() == pytest.approx(1 - 7 / 48)
    assert curve(BY_HAND, [4, 39, 80])[0, HELD] == pytest.approx([0, 1 / 5, 59 / 120])


def test_moves_come_before_censoring_on_one_day():
    # the stay cut off on day 10 is still at risk on that day
    assert curve([(10, HELD), (10, CENSORED)], [10])[0, HELD, 0] == 0.5


def kaplan_meier(stays, at):
    left = 1.0
    for day in range(1, at + 1):
        at_risk = sum(days >= day for days, _ in stays)
        ended = sum(days == day and cause != CENSORED for days, cause in stays)
        left *= 1 - ended / at_risk if at_risk else 1
    return left


@pytest.mark.parametrize("seed", range(20))
def test_with_one_risk_the_chance_is_one_less_kaplan_meier_and_several_sum_to_it(seed):
    rng = np.random.default_rng(seed)
    stays = [(int(rng.integers(1, 60)), int(rng.integers(-1, 3))) for _ in range(25)]
    one = [(days, min(cause, 0)) for days, cause in stays]
    at = [7, 30, 59]
    alone = curve(one, at, 1)[0, 0]
    assert alone == pytest.approx([1 - kaplan_meier(one, h) for h in at])
    assert curve(stays, at, 3)[0].sum(axis=0) == pytest.approx(alone)


def test_a_stay_that_is_drawn_twice_weighs_as_two_and_one_not_drawn_as_none():
    weights = np.array([[2, 0, 1, 1, 3, 0, 1, 1, 1, 0]], dtype=float)
    repeated = [row for row, times in zip(BY_HAND, weights[0], strict=True) for _ in range(int(times))]
    at = [5, 10, 20, 40, 60]
    assert curve(BY_HAND, at, weights=weights)[0] == pytest.approx(curve(repeated, at)[0])


def test_no_chance_is_read_after_the_last_stay_was_cut_off():
    days, causes = np.array([5, 50]), np.array([HELD, CENSORED])
    assert followed(days, causes, 50) and not followed(days, causes, 51)
    assert followed(days, np.array([HELD, HELD]), 365)
    assert not followed(days[:0], causes[:0], 1)
    assert (known_fates(days, causes, 50), known_fates(days, causes, 51)) == (2, 1)


def test_the_track_asked_about_is_left_out_of_its_own_base_rate():
    spells = [stay(f"t{i}", 10 + i, "held") for i in range(12)] + [stay("asked", 200, "held"), stay("asked", 40)]
    found = outlook_of("asked", Paths(spells=spells, first=dt.date(2020, 1, 1), last=dt.date(2021, 1, 1)))
    assert (found.state, found.days, found.base.n, found.base.n_tracks) == ("announced", 40, 12, 12)
    assert chance(found.base.prospects[0], 30).value == 1.0
    assert (found.later.n, found.later.prospects) == (0, [])


def test_stays_that_began_before_the_record_or_on_its_last_day_do_not_count():
    early = [stay(f"e{i}", 900, "held", start="2015-01-01") for i in range(20)]
    spells = [*early, *(stay(f"t{i}", 10, "held") for i in range(10)), stay("new", 0), stay("asked", 5)]
    found = Paths(spells=spells, first=dt.date(2019, 1, 1), last=dt.date(2021, 1, 1))
    assert outlook_of("asked", found).base.n == 10
    assert outlook_of("asked", found, since="2014").base.n == 30
    assert outlook_of("nobody", found) is None


def test_no_figure_is_given_under_ten_stays():
    assert MINIMUM_SPELLS == 10
    nine = [stay(f"t{i}", 10, "held") for i in range(9)]
    assert (base_rate("announced", nine).n, base_rate("announced", nine).prospects) == (9, [])
    assert base_rate("announced", [*nine, stay("t9", 10, "held")]).prospects


def test_after_so_many_days_only_stays_that_lasted_longer_count_from_there():
    stays = [stay(f"a{i}", 10, "collapsed") for i in range(30)] + [stay(f"b{i}", 150, "held") for i in range(10)]
    later = base_rate("announced", [s for s in stays if s.days > 100], 100)
    held = next(p for p in later.prospects if p.state == "held")
    assert [(c.days, c.value) for c in held.chances] == [(30, 0), (90, 1), (180, 1), (365, 1)]
    assert (held.half_by, later.half_left_by) == (50, 50)
    whole = base_rate("announced", stays)
    assert chance(next(p for p in whole.prospects if p.state == "held"), 90).value == 0
    assert whole.half_left_by == 10


def test_next_states_are_those_that_can_follow():
    ten = [stay(f"t{i}", 10, "agreed", state="held") for i in range(10)]
    assert [p.state for p in base_rate("held", ten).prospects] == ["agreed", "stalled", "collapsed"]
    assert [p.n_moved for p in base_rate("held", ten).prospects] == [10, 0, 0]


def test_the_interval_never_shrinks_to_a_point_and_draws_whole_conflicts_where_there_are_five():
    sure = [stay(f"t{i}", 10, "held", conflict=f"c{i % 5}") for i in range(20)]
    found = base_rate("announced", sure)
    held = chance(found.prospects[0], 90)
    assert (found.clusters, held.value, held.high) == ("conflicts", 1, 1)
    assert 0.8 < held.low < 0.9  # Wilson's, 20 of 20
    # one war in which all collapse within days beside others in which all are held: wars vary, tracks less so
    apart = [stay(f"t{i}", 10, "held" if i % 6 else "collapsed", conflict=f"c{i % 6}") for i in range(60)]
    wide, narrow = base_rate("announced", apart), base_rate("announced", [*map(alone, apart)])
    assert (wide.n_conflicts, narrow.n_conflicts) == (6, 60)
    assert width(wide) > 1.5 * width(narrow)
    few = base_rate("announced", [stay(f"t{i}", 10, "held", conflict=f"c{i % 4}") for i in range(20)])
    assert few.clusters == "tracks"


def chance_of_being_held(spread):
    """Within 90 days, where a war of pace m is held at rate m/150 a day and collapses at 1/400; ln m is normal."""
    nodes, shares = np.polynomial.hermite_e.hermegauss(40)
    held = np.exp(spread * nodes) / 150
    both = held + 1 / 400
    return float((held / both * (1 - np.exp(-90 * both))) @ shares / shares.sum())


@pytest.mark.parametrize(
    ("conflicts", "tracks", "spread", "at_least"),
    [(10, 3, 0.0, 90), (12, 10, 0.7, 85), (2, 6, 0.7, 80)],
    ids=["wars alike", "wars of unlike pace", "only two wars"],
)
def test_of_a_hundred_intervals_most_hold_the_true_chance(conflicts, tracks, spread, at_least):
    rng = np.random.default_rng(7)
    truth = chance_of_being_held(spread)
    within = 0
    for seed in range(100):
        spells = []
        for c in range(conflicts):
            pace = np.exp(spread * rng.normal())
            for i in range(tracks):
                ends = {
                    "held": rng.exponential(150 / pace),
                    "collapsed": rng.exponential(400),
                    None: rng.uniform(20, 600),
                }
                first = min(ends, key=lambda how: ends[how])
                spells.append(stay(f"c{c}t{i}", int(np.ceil(ends[first])), first, conflict=f"c{c}"))
        found = chance(base_rate("announced", spells, repeats=200, seed=seed).prospects[0], 90)
        within += found.low <= truth <= found.high
    assert within >= at_least


def alone(spell):
    return stay(spell.track_id, spell.days, spell.next)


def width(base):
    found = chance(base.prospects[0], 90)
    return found.high - found.low


def record(n, n_conflicts=6):
    """Tracks that were planned on 1 January; two in three were held after 20 days, and one stands planned still."""
    events, changes = [], []
    for i in range(n):
        held = i % 3 != 0
        events.append(
            talks(
                f"e{i}", f"t{i}", "held" if held else "planned", start="2017-01-21", conflict=f"War {i % n_conflicts}"
            )
        )
        changes.append(said(f"e{i}", "planned", "2017-01-01"))
        if held:
            changes.append(said(f"e{i}", "held", "2017-01-21"))
    events.append(talks("last", None, start="2018-01-01"))
    return events, [*changes, said("last", "held", "2018-01-01")]


def track(id, name, conflict):
    return Track(
        id=id, name=name, conflict=conflict, brokers=[], parties=[], excluded=[], hosts=[], venue=None, cue="label",
        venue_country=None, state="active", first_seen=None, last_change=None, last_status=None, n_events=1,
        n_documents=1, n_roots=1,
    )  # fmt: skip


def test_the_measure_gives_a_value_a_next_state_and_says_what_it_rests_on():
    events, changes = record(16)
    result = measure("o1", events, [], changes=changes, tracks=[track("t0", "Alma talks", "War 0")], track_id="t0")
    assert [value.key for value in result.values] == ["t0|held", "t0|agreed", "t0|collapsed", "t0|stalled"]
    held = result.values[0]
    # ten of the fifteen other tracks were held, all after 20 days
    assert (held.value, held.n) == (pytest.approx(10 / 15), 15)
    assert held.low < held.value < held.high
    assert held.name == "Alma talks: announced to held"
    assert held.detail["from"] == "announced" and held.detail["for_days"] == 365
    assert (held.detail["moved"], held.detail["half_by"], held.detail["half_left_by"]) == (10, 20, 20)
    assert (held.detail["within_30"], held.detail["within_365"], held.detail["as_long"]) == (0.6667, 0.6667, 0)
    assert result.n_events == 10
    assert result.warnings[0].startswith("a base rate")
    assert any("the first 90 days of a stay, which are over for 1 of 1" in told for told in result.warnings)
    assert any("6 of 7 conflicts are not told of" in told for told in result.warnings)


def test_a_refusal_says_why_and_for_whom():
    events, changes = record(9)
    result = measure("outlook", events, [], changes=changes, tracks=[track("t0", "Alma talks", None)], track_id="t0")
    assert result.values == [] and result.readable
    assert result.warnings == ["8 stays of other tracks at announced, at least 10 needed: no outlook for Alma talks"]
    silent = measure("outlook", [talks("x", "t", type="walkout")], [])
    assert silent.warnings == ["no report tells on what day it reached any state: no outlook for t"]


def test_a_record_that_is_too_short_gives_no_chance_within_ninety_days():
    events, changes = record(20)
    short = measure("outlook", events, [], changes=changes, track_id="t0", until="2017-02-01")
    assert short.values == []
    assert "no other track that stood at announced was followed for 90 days" in short.warnings[0]


def test_few_conflicts_are_warned_of_and_a_part_draws_on_the_whole_record():
    events, changes = record(16, n_conflicts=2)
    part = [e for e in events if e.track_id == "t3"]
    result = measure("outlook", part, [], record=events, changes=changes)
    assert {value.key.partition("|")[0] for value in result.values} == {"t3"}
    assert result.values[0].n == 15
    assert any("fewer than 5 conflicts" in told for told in result.warnings)
    assert measure("outlook", events, [], changes=changes, track_id="t3").values == result.values


def test_the_outlook_is_the_same_whatever_the_order_of_the_rows():
    events, changes = record(20)
    there = measure("outlook", events, [], changes=changes)
    back = measure("outlook", events[::-1], [], changes=changes[::-1])
    # seven stand announced, with four next states, thirteen held, with three
    assert there == back and len(there.values) == 4 * 7 + 3 * 13


def test_tracks_of_one_name_are_told_apart_by_their_conflict():
    events, changes = record(16)
    both = [track("t0", "Geneva talks", "Syria"), track("t3", "Geneva talks", "Libya")]
    result = measure("outlook", events, [], changes=changes, tracks=both)
    names = {value.name for value in result.values}
    assert {"Geneva talks (Syria): announced to held", "Geneva talks (Libya): announced to held"} <= names
