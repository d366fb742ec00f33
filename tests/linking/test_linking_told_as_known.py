"""What belongs together by the words of reports: copies, "the talks", one more meeting, talks elsewhere; and what a report cannot yet know."""

from __future__ import annotations

import msgspec
import pytest
from link_builders import article, kept_out, mention, said_by, who

from dragoman.linking import link

PARTIES = (who("party", "SYR"), who("party", "group:rebels"))
BROKERS = (who("mediator", "RUS"), who("mediator", "TUR"))
ASTANA, GENEVA, TEHRAN = ("Astana", "KAZ"), ("Geneva", "CHE"), ("Tehran", "IRN")


def linked(documents, *mentions, duplicates=()):
    return link(documents, list(mentions), duplicates=lambda texts: list(duplicates), conflict_of=lambda m: "Syria")


def trigger(told, word):
    """A mention whose trigger is a word of its sentence."""
    at = told.evidence.start + told.evidence.text.index(word)
    span = msgspec.structs.replace(told.evidence.trigger, start=at, end=at + len(word), text=word)
    return msgspec.structs.replace(told, evidence=msgspec.structs.replace(told.evidence, trigger=span))


def test_a_text_reported_as_signed_before_the_day_of_another_is_another_text():
    first, second = article("a", "one text", "2017-05-12"), article("b", "other text", "2017-05-31")
    people = (*PARTIES, *BROKERS)
    undated = mention("x", first, "agreement_signed", "held", *people, venue=ASTANA)
    dated = mention("y", second, "agreement_signed", "held", *people, day="2017-05-20", venue=ASTANA)
    assert len(linked([first, second], undated, dated).events) == 2
    planned = mention("x", first, "agreement_signed", "planned", *people, venue=ASTANA)
    assert len(linked([first, second], planned, dated).events) == 1


def test_a_day_to_come_is_not_that_of_what_is_reported_as_done():
    document = article("a", "one text", "2017-11-16")
    agreed = mention("x", document, "agreement_announced", "held", *PARTIES, day="2018-12-24")
    [event] = linked([document], agreed).events
    assert event.start is None
    [event] = linked([document], msgspec.structs.replace(agreed, status="planned", tense="planned")).events
    assert event.start == "2018-12-24"


def test_a_sentence_and_its_copy_are_one_event_though_they_name_nobody():
    text = "The agreement, signed on March 10, foresees a truce, the agency said."
    documents = [article("a", text, "2017-05-14", outlet="Wire"), article("b", text, "2017-05-15", outlet="Paper")]
    told = [
        trigger(mention(d.id, d, "agreement_signed", "held", day="2017-03-10", sentence=text), "signed")
        for d in documents
    ]
    assert len(linked(documents, *told, duplicates=[["a", "b"]]).events) == 1
    assert len(linked(documents, *told).events) == 2


@pytest.mark.parametrize(
    ("sentence", "n_events"),
    [
        ("The talks were convened by Iran.", 1),
        ("Iran sent a team to the talks.", 1),
        ("Iran held talks of its own.", 2),
        ("The next round of talks will be convened by Iran.", 2),
    ],
)
def test_the_talks_are_those_that_the_report_told_before(sentence, n_events):
    document = article("a", "one text", "2017-01-20")
    told = [
        mention("x", document, "mediated_talks", "held", *PARTIES, sentence="Both sides met.", at=0),
        trigger(mention("y", document, "mediated_talks", "held", who("mediator", "IRN"), sentence=sentence, at=200), "talks"),
    ]  # fmt: skip
    events = linked([document], *told).events
    assert len(events) == n_events


def test_a_follow_up_meeting_that_was_postponed_is_not_the_one_that_was_held():
    document = article("a", "one text", "2017-01-31")
    held = mention("x", document, "mediated_talks", "held", *PARTIES, sentence="The sides met.", at=0)

    def put_off(sentence):
        told = mention("y", document, "talks_postponed", "postponed", *PARTIES, sentence=sentence, at=200)
        return linked([document], held, trigger(told, "postponed")).events

    assert len(put_off("A follow-up meeting last week was postponed.")) == 2
    assert len(put_off("The meeting had been postponed twice.")) == 1


def test_consultations_with_either_side_are_events_of_their_own():
    document = article("a", "one text", "2017-01-31")
    told = [
        mention(side, document, "single_party_consultation", "held", who("mediator", "igo:un"), who("party", side), at=at)
        for at, side in ((0, "SYR"), (200, "group:rebels"), (400, "SYR"))
    ]  # fmt: skip
    told[2] = msgspec.structs.replace(told[2], id="again")
    assert len(linked([document], *told).events) == 2


def test_what_is_told_elsewhere_takes_no_line_from_its_report():
    document = article(
        "a", "Talks in Geneva went on. " + "More follows. " * 30, "2017-01-31", title="Geneva talks go on"
    )
    told = [
        mention("x", document, "proximity_talks", "held", who("mediator", "igo:un"), *PARTIES, venue=GENEVA, track="Geneva talks"),
        mention("y", document, "boycott", "held", who("boycotting", "group:rebels"), venue=TEHRAN, at=200),
        mention("z", document, "boycott", "held", who("boycotting", "group:pyd"), venue=GENEVA, at=300),
    ]  # fmt: skip
    result = linked([document], *told)
    track = {e.mention_ids[0]: e.track_id for e in result.events}
    assert track["x"] is not None and track["z"] == track["x"]
    assert track["y"] is None


def test_what_it_does_is_told_of_the_line_that_the_sentence_before_names():
    document = article("a", "The Geneva talks were a sham. " * 10, "2017-01-31", title="Geneva talks fail")
    before = "The Tehran channel brought more than Geneva did."
    told = [
        mention("x", document, "proximity_talks", "held", who("mediator", "igo:un"), *PARTIES, track="Geneva talks"),
        mention("y", document, "mediated_talks", "held", who("mediator", "IRN"), track="Tehran talks", sentence=before, at=200),
        mention("z", document, "talks_collapsed", "collapsed", sentence="It collapsed.", at=251),
    ]  # fmt: skip
    events = {m: e for e in linked([document], *told).events for m in e.mention_ids}
    geneva = events["x"].track_id
    assert geneva is not None and events["z"].track_id != geneva
    told[1] = msgspec.structs.replace(told[1], track="Geneva talks")
    events = {m: e for e in linked([document], *told).events for m in e.mention_ids}
    assert events["z"].track_id == events["x"].track_id


def test_commentary_neither_bears_out_nor_disputes_what_was_reported():
    report = article("a", "one text", "2017-01-20")
    comment = article("b", "other text", "2017-01-22", outlet="Review", genre="commentary")
    people = (*PARTIES, *BROKERS)
    held = mention("x", report, "mediated_talks", "held", *people, day="2017-01-19", venue=ASTANA)
    for status, polarity in (("held", "affirmed"), ("held", "negated")):
        passing = mention(
            "y", comment, "mediated_talks", status, *people, day="2017-01-19", venue=ASTANA, polarity=polarity
        )
        [event] = linked([report, comment], held, passing).events
        assert (event.status, event.factuality, event.n_mentions) == ("held", "reported", 2)
    quoted = mention(
        "y", comment, "mediated_talks", "held", *people, day="2017-01-19", venue=ASTANA, attribution=said_by("RUS")
    )
    [event] = linked([report, comment], held, quoted).events
    assert event.factuality == "confirmed"


def test_commentary_alone_is_the_only_witness():
    comment = article("b", "other text", "2017-01-22", genre="commentary")
    [event] = linked([comment], mention("y", comment, "mediated_talks", "held", *PARTIES, *BROKERS)).events
    assert event.status == "held"


def test_talks_put_off_by_one_and_opened_by_another_report_on_one_day_are_contested():
    first, second = article("a", "one text", "2017-01-23"), article("b", "other text", "2017-01-24")
    told = [
        mention("x", first, "talks_postponed", "postponed", who("initiator", "TUR"), day="2017-01-23", venue=ASTANA),
        mention("y", second, "mediated_talks", "under_way", day="2017-01-23", venue=ASTANA),
    ]
    [event] = linked([first, second], *told).events
    assert event.status == "contested"


def test_who_is_left_out_of_a_known_line_tells_of_it():
    document = article("a", "one text", "2017-01-23")
    told = mention("x", document, "exclusion_declared", "held", kept_out("group:pyd"), track="Geneva talks")
    result = linked([document], told)
    assert [(t.name, t.excluded) for t in result.tracks] == [("Geneva talks", ["PYD"])]
