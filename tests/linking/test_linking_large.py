"""What keeps large records within time and memory changes nothing in what is found."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_builders import CODER, article, kept_out, mention, said_by, who
from test_linking_order import DOCUMENTS, mentions

from dragoman.linking import events as joining
from dragoman.linking import link
from dragoman.linking.clusters import complete_linkage
from dragoman.linking.record import LinkOptions
from dragoman.linking.sparing import spared
from dragoman.records import Span

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(told=mentions())
def test_spared_mentions_give_the_same_event_layer(told):
    def run(some):
        return msgspec.json.encode(link(DOCUMENTS, some, conflict_of=lambda m: "Syria"))

    assert run(list(spared(told))) == run(told)


def test_spared_mentions_share_what_is_equal_and_keep_what_tells_who_objects():
    document = article("d", "Turkey's veto kept the PYD out.")
    out = msgspec.structs.replace(kept_out("group:pyd"), mention=Span(18, 21, "PYD"), why="by hand")
    people = [who("mediator", "RUS", mention=Span(40, 46, "Moscow")), out, who("party", "the envoys")]
    told = [mention(f"m{i}", document, "mediated_talks", "held", *people, attribution=said_by("RUS")) for i in (1, 2)]
    one, other = spared(msgspec.json.decode(msgspec.json.encode(told), type=list[type(told[0])]))
    assert one.participants is other.participants
    assert one.attribution is other.attribution
    assert one.document is other.document
    assert [p.mention for p in one.participants] == [None, Span(18, 21, "PYD"), None]
    assert [p.why for p in one.participants] == [None] * 3
    assert (one.id, one.evidence, one.date, one.venue) == ("m1", told[0].evidence, told[0].date, told[0].venue)
    assert one.coder != CODER


def as_before(i, block, anchors, options, index):
    """Every mention after one that shares an actor, city, label or document and is near enough for any kind of pair."""
    reach = dt.timedelta(days=max(options.act_window_days, options.undated_window_days, 31))
    found = []
    for j in range(i + 1, len(block)):
        common = set(joining._grounds(block[i])) & set(joining._grounds(block[j]))
        days = block[i].anchor, block[j].anchor
        near = None not in days and days[1] - days[0] <= reach
        if any(near or key.startswith("document:") for key in common):
            found.append(j)
    return found


@QUICK
@given(told=mentions(), data=st.data(), options=st.sampled_from([LinkOptions(), LinkOptions(round_gap_days=20)]))
def test_what_is_never_compared_would_not_have_been_joined(told, data, options):
    conflicts = {m.id: data.draw(st.sampled_from(["Syria", "Syria", "Yemen", None])) for m in told}
    roots = {m.id: m.document.id for m in told}
    found = joining.group_mentions(told, roots, conflicts, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joining, "_near", as_before)
        assert joining.group_mentions(told, roots, conflicts, options) == found


@given(st.data())
def test_groups_are_those_of_trying_every_pair_against_every_member(data):
    count = data.draw(st.integers(1, 9))
    every = [(i, j) for i in range(count) for j in range(i + 1, count)]
    apart = set(data.draw(st.lists(st.sampled_from(every), max_size=6))) if every else set()
    likeness = st.sampled_from([0.7, 0.7 + 1e-12, 0.8, 1.0])
    pairs = [(data.draw(likeness), *pair) for pair in every if pair not in apart and data.draw(st.booleans())]
    groups = [{i} for i in range(count)]
    for _, i, j in sorted(pairs, key=lambda p: (-round(p[0], 9), p[1], p[2])):
        a, b = (next(g for g in groups if x in g) for x in (i, j))
        if a is not b and not any((min(x, y), max(x, y)) in apart for x in a for y in b):
            groups = [g for g in groups if g not in (a, b)] + [a | b]
    found = complete_linkage(count, iter(pairs), lambda x, y: (min(x, y), max(x, y)) in apart)
    assert found == sorted(sorted(g) for g in groups)
