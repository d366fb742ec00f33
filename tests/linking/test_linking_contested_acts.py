"""What sources of one report contradict (codebook 2.3; rules R13, R23)."""

from __future__ import annotations

from link_builders import article, mention, said_by, who

from dragoman.linking.status import current_status, history

LEFT = (who("initiator", "group:rebels"),)


def status(*told, start=None):
    return current_status(history("ev", told), {m.id: m.document.id for m in told}, start)


def claim(id, speaker, at, **more):
    return mention(id, article("d", "text"), "walkout", "held", *LEFT, attribution=said_by(speaker), at=at, **more)


def test_what_one_source_tells_and_another_denies_is_contested():
    left, stayed = claim("a", "USA", 0), claim("b", "igo:un", 100, polarity="negated")
    assert status(left, stayed) == "contested"


def test_who_tells_both_does_not_contradict_himself():
    left, stayed = claim("a", "igo:un", 0), claim("b", "igo:un", 100, polarity="negated")
    assert status(left, stayed) == "held"


def test_before_its_day_a_meeting_cannot_have_failed_to_take_place():
    told = mention("a", article("d", "text", "2017-04-09"), "mediated_talks", "planned_not_held", who("party", "SYR"))
    assert status(told, start="2017-04-14") == "cancelled"
    assert status(told, start="2017-04-01") == "planned_not_held"
