"""Those kept out who have no id, those for whom "we" stand, and whose word it is (rule R9)."""

from __future__ import annotations

import msgspec
import pytest
from link_builders import article, by_rule, kept_out, mention, said_by, who

from dragoman.linking import link
from dragoman.records import AttributionStep, Exclusion, Span

TEXT = "one text " * 20


def rows(*told, documents=None):
    return link(documents or [article("d", TEXT)], list(told), conflict_of=lambda m: "Syria").exclusions


def out(name, **more):
    return who("excluded", name, exclusion=Exclusion(mode="not_invited", asserted_by=None), **more)


@pytest.mark.parametrize(
    "name", ["civilians", "the women's delegation", "Supporters of the old order", "regional bloc"]
)
def test_who_has_no_id_is_kept_out_by_the_words_for_it(name):
    [row] = rows(mention("m", article("d", TEXT), "exclusion_declared", "held", out(name)))
    assert (row.excluded_actor, row.excluded_name) == (None, name)


@pytest.mark.parametrize("name", ["the sides", "some of them", "two delegations", "others", "whose people"])
def test_words_that_name_nobody_are_no_row(name):
    assert rows(mention("m", article("d", TEXT), "exclusion_declared", "held", out(name))) == []


def test_we_stand_for_whom_the_speaker_speaks():
    document = article("d", TEXT)
    absent = out("We", mention=Span(0, 2, "We"))
    told = mention("m", document, "exclusion_declared", "held", absent, attribution=said_by("group:pyd"))
    [row] = rows(told)
    assert (row.excluded_actor, row.asserted_by) == ("group:pyd", "group:pyd")
    assert rows(msgspec.structs.replace(told, attribution=[])) == []


def test_an_unnamed_source_says_so_and_not_the_outlet():
    steps = [
        AttributionStep(step=1, speaker="The Post", relation="writes", source_type="outlet"),
        AttributionStep(step=2, speaker="diplomat in Nairobi", relation="quotes", source_type="unnamed_official"),
    ]
    [row] = rows(mention("m", article("d", TEXT), "exclusion_declared", "held", kept_out("USA"), attribution=steps))
    assert row.asserted_by == "diplomat in Nairobi"


def test_a_reprint_tells_no_second_exclusion():
    documents = [article("a", TEXT, outlet="Wire"), article("b", TEXT, outlet="Paper")]
    told = [mention(d.id, d, "exclusion_declared", "held", kept_out("USA")) for d in documents]
    found = link(documents, told, duplicates=lambda texts: [["a", "b"]], conflict_of=lambda m: "Syria").exclusions
    assert len(found) == 1
    apart = link(documents, told, duplicates=lambda texts: [], conflict_of=lambda m: "Syria").exclusions
    assert len(apart) == 2


def test_who_stays_away_does_so_whatever_part_was_read_into_the_sentence():
    told = mention("m", article("d", TEXT), "boycott", "held", who("boycotting", "SYR"), who("mediator", "SYR"))
    assert [row.mode for row in rows(by_rule(told, "boycott/stay_away"))] == ["self_excluded"]
