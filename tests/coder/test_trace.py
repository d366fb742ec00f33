"""What is told of how an event mention came about: the trace must code as coding does, and tell what was weighed."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.trace import LEAST_ARGUMENT, Traced
from dragoman.records import Document

TEXT = (
    "Qatar condemned Israel over the raid on Monday. Norway mediated talks between the rebels and the government. "
    "The delegates might walk out if Togo is not invited. The weather was fine."
)


@pytest.fixture(scope="module")
def traced(coder: Coder) -> Traced:
    return coder.trace(Document.of(TEXT, published="2016-12-17"))


def test_a_traced_document_is_coded_as_any_other(coder: Coder, traced: Traced) -> None:
    assert traced.coded.events == coder.code(Document.of(TEXT, published="2016-12-17")).events
    assert [t.event for t in traced.events] == traced.coded.events


def test_the_last_stage_is_the_label_of_the_mention_and_who_decided_that_of_the_record(traced: Traced) -> None:
    for found in traced.events:
        assert found.stages[-1][1] == found.event.type or found.event.plover.event
        assert found.decided_by == found.event.coder.decided_by
        assert (found.rule.trigger.id if found.has_say and found.rule else "model") == found.event.coder.rule


def test_labels_and_values_come_most_probable_first_and_are_probabilities(traced: Traced) -> None:
    assert traced.events
    for found in traced.events:
        for shares in (found.labels, *found.shares.values(), *found.roles.values()):
            told = list(shares.values())
            assert told == sorted(told, reverse=True)
            assert all(0 < p <= 1.0001 for p in told) and sum(told) <= 1.001


def test_the_label_of_a_mention_is_among_those_that_were_weighed(traced: Traced) -> None:
    for found in traced.events:
        labels = {
            *found.labels,
            *(m.trigger.set.get("type") or m.trigger.type or m.trigger.category for m in found.rules),
        }
        assert found.stages[0][1] in labels


def test_the_values_of_the_clause_are_those_of_the_mention(traced: Traced) -> None:
    for found in traced.events:
        assert all(getattr(found.event, head) == value for head, value in found.clause.values.items())
        assert set(found.clause.by) == set(found.clause.values)


def test_each_participant_with_words_of_the_sentence_has_its_other_roles(traced: Traced) -> None:
    talks = next(t for t in traced.events if t.event.type == "mediated_talks")
    for participant in talks.event.participants:
        assert participant.mention is not None
        assert talks.roles[participant.mention]


def test_the_pair_is_read_from_source_to_target_and_told_as_not_asked_where_rule_and_model_agree(
    traced: Traced,
) -> None:
    found = next(t for t in traced.events if t.event.plover.event == "ACCUSE")
    assert found.pair is not None
    assert (found.pair.source, found.pair.target) == ("Qatar", "Israel")
    assert max(found.pair.probabilities, key=found.pair.probabilities.__getitem__) == "ACCUSE"
    assert not found.pair_asked


@pytest.fixture(scope="module")
def strict(coder: Coder) -> Traced:
    """The same text, traced by a coder that is hard to convince."""
    made = Coder(threads=1, thresholds=Thresholds(argument=0.9999, kept=0.9999))
    made.__dict__["engine"] = coder.engine  # read once
    return made.trace(Document.of(TEXT, published="2016-12-17"))


def test_a_phrase_without_a_part_is_told_with_the_threshold_that_it_missed(strict: Traced) -> None:
    below = [n for t in strict.events for n in t.no_part if n.limit == "argument"]
    assert below
    for note in below:
        assert note.value is not None and note.least == 0.9999
        assert LEAST_ARGUMENT <= note.value < note.least


def test_words_that_are_no_event_are_told_with_the_threshold_that_they_missed(strict: Traced, traced: Traced) -> None:
    gone = {t.event.id for t in traced.events} - {t.event.id for t in strict.events}
    left_out = [entry for some in strict.left_out.values() for entry in some if entry.limit]
    assert len(left_out) >= len(gone) >= 1
    for entry in left_out:
        assert entry.value is not None and entry.least == getattr(strict.limits, entry.limit)
        assert entry.value < entry.least


DISPUTED = (
    "Iran warned Iraq that it would cut off aid. Egypt blocked Sudan's proposal at the meeting with Ethiopia. "
    "Qatar protested against Bahrain's decision to close the border. Sudan expelled the envoy of Kenya after criticising its role."
)


@pytest.mark.parametrize(("lead", "turns"), [(-2.0, True), (2.0, False)])
def test_where_the_pair_was_asked_it_is_told_and_whether_it_turned_the_label(
    coder: Coder, lead: float, turns: bool
) -> None:
    made = Coder(threads=1, thresholds=Thresholds(pair=lead))
    made.__dict__["engine"] = coder.engine  # read once
    asked = [t for t in made.trace(Document.of(DISPUTED)).events if t.pair_asked]
    assert asked
    for found in asked:
        assert found.pair is not None and found.overruled
        assert (("the pair of actors", found.overruled) in found.stages) is turns
        assert found.decided_by.endswith(", by the pair") is turns


def test_a_sentence_that_was_not_looked_at_says_why(traced: Traced) -> None:
    last = traced.coded.sentences[-1].index
    assert "no word is an event" in traced.passed_over[last]
    assert last not in {t.sentence for t in traced.events}


def test_a_mention_of_another_text_has_no_trace(coder: Coder, traced: Traced) -> None:
    other = coder("Nothing happened. Nothing at all happened here, in this long and quiet place, said Oman.")
    assert all(traced.of(event) is None for event in other.events)
    far = coder("x. " * 200 + "Norway mediated talks between the rebels and the government.").events
    assert far and traced.of(far[-1]) is None


def test_an_empty_text_has_nothing(coder: Coder) -> None:
    empty = coder.trace(Document.of(""))
    assert (empty.events, empty.left_out, empty.passed_over) == ([], {}, {})
