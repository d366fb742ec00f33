"""Comparing many pairs at once gives what comparing them one by one does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_builders import article, mention, who
from test_linking_order import mentions

from dragoman.linking.apart import apart
from dragoman.linking.columns import Columns
from dragoman.linking.features import features, in_group
from dragoman.linking.record import LinkOptions

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def columns_of(told, options=None):
    block = [in_group(features(m, m.document.id, "Syria"), "talks") for m in told]
    return block, Columns(block, options or LinkOptions())


def every_pair(count):
    return [(i, range(i + 1, count)) for i in range(count)]


def test_reports_of_one_day_place_and_cast_are_as_alike_as_can_be_but_for_the_label():
    people = [who("mediator", "RUS"), who("party", "SYR")]
    told = [
        mention(
            f"m{i}",
            article(f"d{i}", "Talks."),
            "mediated_talks",
            "held",
            *people,
            day="2016-12-20",
            venue=("Astana", "KAZ"),
        )
        for i in (1, 2)
    ]
    _, columns = columns_of(told)
    expected = 0.35 + 0.25 + 0.15 + 0.15 + 0.10 * 0.5
    assert columns.likeness(np.array([0]), np.array([1])).tolist() == [pytest.approx(expected)]


def test_reports_of_other_articles_with_nothing_in_common_are_not_alike_at_all():
    one = mention("m1", article("d1", "Talks."), "mediated_talks", "held", who("party", "SYR"), day="2016-12-20")
    other = mention("m2", article("d2", "Talks."), "mediated_talks", "held", who("party", "YEM"), day="2016-12-20")
    _, columns = columns_of([one, other])
    assert columns.likeness(np.array([0]), np.array([1])).tolist() == [0.0]


def test_casts_larger_than_a_row_are_compared_in_full():
    names = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III", "JJJ", "KKK"]
    told = [
        mention(f"m{i}", article(f"d{i}", "Talks."), "mediated_talks", "held", *(who("party", n) for n in some))
        for i, some in enumerate((names, names[5:]))
    ]
    _, columns = columns_of(told)
    alike, shared = columns._actors_alike(np.array([0]), np.array([1]))
    assert alike.tolist() == [pytest.approx(0.6 + 0.4 * 6 / 11)]
    assert shared.tolist() == [True]


@QUICK
@given(told=mentions(), options=st.sampled_from([LinkOptions(), LinkOptions(round_gap_days=20)]))
def test_likeness_lies_between_none_and_all_and_has_no_direction(told, options):
    _, columns = columns_of(told, options)
    one, other = (np.array(x) for x in zip(*[(i, j) for i in range(len(told)) for j in range(len(told))], strict=True))
    there, back = columns.likeness(one, other), columns.likeness(other, one)
    assert there.tolist() == back.tolist()
    assert ((there >= 0) & (there <= 1 + 1e-9)).all()


@QUICK
@given(told=mentions(), data=st.data())
def test_a_pair_is_as_alike_in_any_company(told, data):
    _, columns = columns_of(told)
    chosen = data.draw(st.lists(st.sampled_from(range(len(told))), min_size=2, max_size=2))
    _, alone = columns_of([told[i] for i in chosen])
    among = columns.likeness(np.array(chosen[:1]), np.array(chosen[1:]))
    assert alone.likeness(np.array([0]), np.array([1])).tolist() == among.tolist()


@QUICK
@given(told=mentions(), options=st.sampled_from([LinkOptions(), LinkOptions(round_gap_days=20)]))
def test_what_is_plainly_apart_is_apart(told, options):
    block, columns = columns_of(told, options)
    for one, others in every_pair(len(told)):
        for other in others:
            if columns._plainly_apart(np.array([one]), np.array([other]))[0]:
                assert apart(block[one], block[other], options)
