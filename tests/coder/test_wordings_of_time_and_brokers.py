"""Wordings that settle whether talks are still to come, who brokers them, and what can be a trigger at all."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coder.at_the_table.third_parties import third_parties
from dragoman.coder.deciding.judge import could_hold_event
from dragoman.coder.deciding.reading import learned_triggers
from dragoman.coder.draft.options import Thresholds
from dragoman.records import EventMention
from dragoman.text.sentences import split_sentences

HELD = ("held", "held_partial", "under_way")


def events(coder: Coder, text: str) -> list[EventMention]:
    return coder(text, published="2021-03-02", outlet="Daily Nation").events


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is excluding Uganda from peace talks to be mediated by Djibouti.",
        "The rebels named five delegates for direct talks with the government, to be held in Dakar.",
        "The army and the rebels will send delegates to peace talks to be brokered by Djibouti.",
    ],
)
def test_talks_to_be_brokered_have_not_taken_place(coder: Coder, text: str) -> None:
    talks = [e for e in events(coder, text) if e.type in ("mediated_talks", "direct_negotiation")]
    assert talks
    assert all(e.status not in HELD for e in talks)


@pytest.mark.parametrize("marks", [",", ""])
def test_a_broker_named_after_the_party_brokers_the_talks(coder: Coder, marks: str) -> None:
    text = f"Sudan is holding talks with commanders of the eastern rebels{marks} mediated by Eritrea."
    [sentence] = coder.engine.parse(text, split_sentences(text))
    talks = next(t.i for t in sentence.tokens if t.text == "talks")
    found = third_parties(sentence, [talks], coder.words.third_parties)
    assert [sentence.tokens[head].text for head, _, _ in found] == ["Eritrea"]


def test_a_country_that_talks_are_about_is_no_venue(coder: Coder) -> None:
    found = events(coder, "Norway will mediate the next round of Sudan peace talks.")
    assert found
    assert all(e.venue is None or e.venue.name != "Sudan" for e in found)


def test_a_trigger_has_a_content_word(coder: Coder) -> None:
    text = "It doesn't make sense to anyone, and we would not do it, nor would they, until none of that is left to be done."
    [sentence] = coder.engine.parse(text, split_sentences(text))
    for trigger in learned_triggers(sentence, coder.engine.labels["event"], 0.0):
        assert {sentence.tokens[i].upos for i in trigger.words} & {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}


def test_a_sentence_without_any_event_is_left_out_unless_rules_alone_decide(coder: Coder) -> None:
    text = "The soup was warm and the window stood open."
    [sentence] = coder.engine.parse(text, split_sentences(text))
    assert not could_hold_event(sentence, Thresholds())
    assert could_hold_event(sentence, Thresholds(deciders="rules"))
    [told] = coder.engine.parse("Oman mediated talks in Muscat.", [(0, 30)])
    assert could_hold_event(told, Thresholds())


def test_who_decides_on_triggers_can_be_chosen(coder: Coder) -> None:
    text = "Oman mediated talks between the government and the rebels in Muscat."
    assert [e.coder.rule for e in Coder(thresholds=Thresholds(deciders="model"))(text).events] == ["model"]
    assert all(e.coder.rule != "model" for e in Coder(thresholds=Thresholds(deciders="rules"))(text).events)
