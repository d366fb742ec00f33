"""What an explanation holds, as data: parts of the sentence, notes on what is missing, the tree with the event's words."""

from __future__ import annotations

from importlib import resources

import msgspec
import pytest

from dragoman.coder import Coder
from dragoman.coder.trace import Traced
from dragoman.records import AttributionStep, Document, EventMention, Participant, Span
from dragoman.reports.explanation import explain_mention, explain_text
from dragoman.reports.marked_sentence import sentence_pieces
from dragoman.reports.rereading import CHANGED, NOT_KEPT

TEXT = "The weather was fine. Norway mediated talks between the Colombian government and the ELN in Oslo."


@pytest.fixture(scope="module")
def traced(coder: Coder) -> Traced:
    return coder.trace(Document.of(TEXT, outlet="Gulf Ledger", published="2016-12-17"))


@pytest.fixture
def mention(traced: Traced) -> EventMention:
    [event] = traced.coded.events
    return event


def test_an_explanation_of_a_text_tells_its_events_and_its_other_sentences(
    traced: Traced, mention: EventMention
) -> None:
    told = explain_text(traced)
    assert [view.mention for view in told.mentions] == [mention]
    assert [passage.text for passage in told.passages] == ["The weather was fine."]
    assert told.passages[0].why and len(told.passages[0].tree) == 5


def test_the_tree_bears_the_parts_of_the_event(traced: Traced) -> None:
    [view] = explain_text(traced).mentions
    parts = {word.text: word.kind for word in view.tree if word.kind}
    assert {parts["Norway"], parts["ELN"], parts["Oslo"], parts["talks"]} == {"mediator", "party", "venue", "trigger"}
    assert all(0 <= word.head <= len(view.tree) and word.head != word.number for word in view.tree)


def test_without_a_reader_nothing_is_missing_and_nothing_is_read(mention: EventMention) -> None:
    view = explain_mention(mention)
    assert (view.note, view.decision, view.tree, view.left_out) == ("", None, [], [])
    assert {who.kind for who in view.participants} == {"mediator", "party"}


def test_a_text_that_is_not_kept_is_said_not_to_be(mention: EventMention) -> None:
    view = explain_mention(mention, lambda _: None)
    assert view.note == NOT_KEPT and view.decision is None


def test_another_text_than_the_one_that_was_coded_explains_nothing(coder: Coder, mention: EventMention) -> None:
    other = coder.trace(Document.of("Quite another article. " * 9))
    view = explain_mention(mention, lambda _: other)
    assert view.note == CHANGED and view.decision is None and view.tree == []


def test_what_is_read_otherwise_now_is_said_to_be(traced: Traced, mention: EventMention) -> None:
    then = msgspec.structs.replace(mention, id="em_0", status="planned", participants=mention.participants[:1])
    view = explain_mention(then, lambda _: traced)
    assert "with status held, other participants" in view.note and then.coder.version in view.note
    assert view.decision is not None
    assert explain_mention(mention, lambda _: traced).note == ""


def test_words_that_are_no_event_now_are_said_not_to_be(traced: Traced, mention: EventMention) -> None:
    weather = Span(4, 11, "weather")
    evidence = msgspec.structs.replace(mention.evidence, start=0, end=21, text=TEXT[:21], trigger=weather)
    view = explain_mention(msgspec.structs.replace(mention, id="em_0", evidence=evidence), lambda _: traced)
    assert "these words are no event" in view.note
    assert view.decision is None and [word.text for word in view.tree][:2] == ["The", "weather"]


def test_a_word_that_ties_a_participant_to_the_event_is_told_with_its_list(coder: Coder) -> None:
    text = (
        "Talks brokered by Qatar between the Congolese government and the M23 collapsed; Rwanda had not been invited."
    )
    views = explain_text(coder.trace(Document.of(text))).mentions
    qatar = next(who for view in views for who in view.participants if who.kind == "broker")
    assert "brokered" in qatar.role_by
    file, _, line = qatar.role_place.rpartition(":")
    lines = resources.files("dragoman").joinpath(*file.split("/")).read_text(encoding="utf-8").splitlines()
    assert lines[int(line) - 1].strip() == "broker: broker"


def marked(mention: EventMention) -> str:
    return "".join(f"[{p.text}]({p.mark})" if p.mark else p.text for p in sentence_pieces(mention))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Norway mediated talks", "[Norway](conflict party) [mediated talks](trigger) between"),
        (
            "mediated talks between the Colombian",
            "Norway [mediated talks](trigger) [between the Colombian](conflict party) ",
        ),
    ],
)
def test_the_trigger_inside_a_participant_s_words_stands_by_itself(
    mention: EventMention, words: str, told: str
) -> None:
    whole = Span(TEXT.index(words), TEXT.index(words) + len(words), words)
    other = msgspec.structs.replace(mention, participants=[Participant(role="party", mention=whole)], venue=None)
    assert marked(other).startswith(told)


def test_words_with_two_parts_bear_both(mention: EventMention) -> None:
    norway = mention.participants[0].mention
    chain = [*mention.attribution, AttributionStep(step=2, speaker="Norway", relation="quotes", mention=norway)]
    assert marked(msgspec.structs.replace(mention, attribution=chain)).startswith("[Norway](mediator, speaker)")


def test_the_pieces_are_the_sentence(mention: EventMention) -> None:
    assert "".join(piece.text for piece in sentence_pieces(mention)) == mention.evidence.text
