"""Status by rule: later claims, denials, plans (codebook 2.3, 2.4)."""

import msgspec
import pytest
from link_builders import article, mention, said_by, who

from dragoman.linking.events import takes_part
from dragoman.linking.status import claimed_status, current_status, factuality, history
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Evidence, Span


def reports(*claims):
    """Mentions from (published, status) or (published, status, more)."""
    told = []
    for i, (published, status, *more) in enumerate(claims):
        document = article(f"d{i}", f"text {i}", published)
        fields = dict(more[0]) if more else {}
        people = fields.pop("people", (who("mediator", "RUS"), who("party", "SYR")))
        told.append(mention(f"m{i}", document, fields.pop("type", "mediated_talks"), status, *people, **fields))
    return told


def status_of(*claims, start=None):
    told = reports(*claims)
    return current_status(history("ev", told), {m.id: m.document.id for m in told}, start)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("2017-01-01", "proposed")], "proposed"),
        ([("2017-01-01", "proposed"), ("2017-01-05", "planned"), ("2017-01-20", "held")], "held"),
        ([("2017-01-01", "planned"), ("2017-01-05", "postponed")], "postponed"),
        ([("2017-01-05", "postponed"), ("2017-01-09", "planned")], "planned"),
        ([("2017-01-20", "held"), ("2017-01-22", "proposed")], "held"),
        ([("2017-01-20", "under_way"), ("2017-01-22", "suspended")], "suspended"),
        ([("2017-01-20", "held"), ("2017-01-22", "under_way")], "held"),
        ([("2017-01-20", "suspended"), ("2017-01-22", "under_way")], "under_way"),
        ([("2017-01-20", "held"), ("2017-01-22", "planned_not_held")], "contested"),
    ],
)
def test_the_later_claim_wins_but_plans_do_not_undo_what_began(claims, expected):
    assert status_of(*claims) == expected


@pytest.mark.parametrize("status", ["held", "under_way", "held_partial", "suspended"])
@pytest.mark.parametrize("tense", ["planned", "conditional", "desired", "hypothetical"])
def test_what_is_planned_or_wished_never_counts_as_held(status, tense):
    assert status_of(("2017-01-01", status, {"tense": tense})) not in vocabulary().held


def test_a_participants_denial_makes_a_reported_meeting_contested_and_an_unreported_one_denied():
    denial = {"polarity": "negated", "attribution": said_by("SYR"), "tense": "past"}
    assert status_of(("2017-01-20", "held"), ("2017-01-21", "held", denial)) == "contested"
    assert status_of(("2017-01-20", "planned"), ("2017-01-21", "held", denial)) == "denied"


def test_two_independent_roots_after_a_denial_settle_that_it_took_place():
    denial = {"polarity": "negated", "attribution": said_by("SYR"), "tense": "past"}
    claims = [("2017-01-20", "held"), ("2017-01-21", "held", denial), ("2017-01-22", "held")]
    assert status_of(*claims) == "contested"
    assert status_of(*claims, ("2017-01-23", "held")) == "held"


def test_an_outlets_negation_is_no_denial():
    negated = {"polarity": "negated", "tense": "past"}
    assert claimed_status(reports(("2017-01-20", "held", negated))[0]) == "planned_not_held"


@pytest.mark.parametrize(
    ("type", "status", "more", "expected"),
    [
        ("talks_postponed", "held", {}, "postponed"),
        ("talks_cancelled", "cancelled", {}, "cancelled"),
        ("talks_cancelled", "denied", {"polarity": "negated"}, None),
        ("talks_collapsed", "proposed", {"tense": "hypothetical"}, None),
        ("talks_resumed", "planned", {}, "planned"),
        ("talks_proposed", "held", {}, "proposed"),
    ],
)
def test_acts_on_a_meeting_claim_a_status_for_the_meeting(type, status, more, expected):
    assert claimed_status(reports(("2017-01-20", status, {"type": type, **more}))[0]) == expected


def test_a_collapse_before_the_day_came_is_a_cancellation():
    claims = [("2017-01-01", "planned"), ("2017-01-05", "collapsed", {"type": "talks_collapsed"})]
    assert status_of(*claims, start="2017-01-20") == "cancelled"
    assert status_of(*claims, start="2017-01-03") == "collapsed"


def test_history_is_ordered_by_when_it_was_said_and_keeps_every_claim():
    denial = {"attribution": said_by("SYR")}
    told = reports(("2017-01-20", "held"), ("2017-01-01", "proposed"), ("2017-01-21", "denied", denial))
    assert [c.status for c in history("ev", told)] == ["proposed", "held", "denied"]


def fact(status, *claims):
    told = reports(*claims)
    return factuality(status, told, {m.id: m.document.id for m in told})


def test_factuality_counts_roots_and_weighs_who_speaks():
    assert fact("held", ("2017-01-20", "held"), ("2017-01-20", "held")) == "confirmed"
    assert fact("held", ("2017-01-20", "held", {"attribution": said_by("USA")})) == "reported"
    assert fact("held", ("2017-01-20", "held", {"attribution": said_by("USA", "unnamed_official")})) == "alleged"
    own_role = {"attribution": said_by("RUS", stake="self_reporting")}
    assert fact("held", ("2017-01-20", "held", own_role)) == "alleged"
    assert fact("contested", ("2017-01-20", "held")) == "disputed"
    assert fact("proposed", ("2017-01-20", "proposed", {"tense": "hypothetical"})) == "counterfactual"


def test_both_sides_saying_so_confirms_an_event():
    people = (who("party", "SYR"), who("party", "group:rebels"))
    one = {"people": people, "attribution": said_by("SYR")}
    other = {"people": people, "attribution": said_by("group:rebels", "named_party")}
    told = reports(("2017-01-20", "held", one), ("2017-01-20", "held", other))
    assert factuality("held", told, {m.id: "one root" for m in told}) == "confirmed"


def told_of(sentence, trigger, status="held", type="mediated_talks"):
    document = article("d", sentence)
    at = sentence.index(trigger)
    told = mention("m", document, type, status, who("party", "SYR"), sentence=sentence, polarity="negated")
    return msgspec.structs.replace(
        told, evidence=Evidence(start=0, end=len(sentence), text=sentence, trigger=Span(at, at + len(trigger), trigger))
    )


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The two commanders did not take part in the conference.", "conference"),
        ("The rebels will not attend the talks in Astana.", "attend"),
        ("Iran was not at the technical meeting.", "meeting"),
        ("Neither of the brothers was represented at the summit.", "represented"),
        ("There was no outside mediator at the table.", "outside mediator"),
        ("Qatar had no part in the negotiations.", "part in the negotiations"),
    ],
)
def test_that_somebody_was_not_there_says_nothing_of_the_meeting(sentence, trigger):
    assert claimed_status(told_of(sentence, trigger)) is None
    assert not takes_part(told_of(sentence, trigger))


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The two sides did not meet.", "meet", "held"),
        ("No talks took place in Astana.", "talks", "held"),
        ("The summit was not held, though all had come.", "summit", "held"),
        ("The rebels would not attend, so the talks fell through.", "talks", "planned_not_held"),
    ],
)
def test_that_there_was_no_meeting_is_a_claim_about_it(sentence, trigger, status):
    assert claimed_status(told_of(sentence, trigger, status)) == "planned_not_held"
    assert takes_part(told_of(sentence, trigger, status))
