"""Which mentions are one event, and what it is held to be (R4, R5, R13, R15, R20)."""

import pytest
from link_builders import article, kept_out, mention, said_by, who

from dragoman.linking import LinkOptions, link
from dragoman.linking.aggregate import disagreement, mode
from dragoman.records import Plover

ASTANA, GENEVA = ("Astana", "KAZ"), ("Geneva", "CHE")
BROKERS = (who("mediator", "RUS"), who("mediator", "TUR"))
PARTIES = (who("party", "SYR"), who("party", "group:rebels"))


def record(*told, **options):
    """`told`: (published, type, status, people, fields); every report is a document of its own."""
    docs, mentions = [], []
    for i, (published, type, status, people, fields) in enumerate(told):
        docs.append(article(f"d{i}", f"document {i} " + "x" * i, published))
        mentions.append(mention(f"m{i}", docs[-1], type, status, *people, **fields))
    return link(
        docs,
        mentions,
        options=LinkOptions(**options),
        duplicates=lambda texts: [],
        conflict_of=lambda m: "Syria",
    )


def test_proposed_planned_postponed_and_held_reports_of_one_meeting_are_one_event():
    result = record(
        (
            "2016-12-17",
            "talks_proposed",
            "proposed",
            (*BROKERS, *PARTIES),
            {"day": "2016-12-16", "venue": ASTANA},
        ),
        (
            "2017-01-10",
            "proximity_talks",
            "planned",
            (*BROKERS, *PARTIES),
            {"day": "2017-01-23", "venue": ASTANA},
        ),
        ("2017-01-18", "talks_postponed", "held", PARTIES, {"day": "2017-01-18", "venue": ASTANA}),
        (
            "2017-01-25",
            "proximity_talks",
            "held",
            (*BROKERS, *PARTIES),
            {"day": "2017-01-24", "venue": ASTANA},
        ),
    )
    [event] = result.events
    assert (event.type, event.status, event.start) == ("proximity_talks", "held", "2017-01-24")
    assert [c.status for c in result.status_changes] == ["proposed", "planned", "postponed", "held"]


def test_rounds_more_than_seven_days_apart_stay_apart_and_within_seven_are_one_round():
    def days(first, second):
        people = (*BROKERS, *PARTIES)
        return record(
            ("2017-02-20", "proximity_talks", "held", people, {"day": first, "venue": ASTANA}),
            ("2017-02-20", "proximity_talks", "held", people, {"day": second, "venue": ASTANA}),
        ).events

    assert len(days("2017-02-01", "2017-02-09")) == 2
    [round_] = days("2017-02-01", "2017-02-02")
    assert (round_.start, round_.end) == ("2017-02-01", "2017-02-02")


def test_three_dates_in_a_row_do_not_chain_into_one_round():
    people = (*BROKERS, *PARTIES)
    told = [
        ("2017-02-20", "proximity_talks", "held", people, {"day": f"2017-02-{d:02}", "venue": ASTANA})
        for d in (1, 7, 13)
    ]
    assert len(record(*told).events) == 2


@pytest.mark.parametrize(
    ("other_type", "other"),
    [
        ("proximity_talks", {"venue": GENEVA, "day": "2017-01-23"}),
        ("proximity_talks", {"track": "Geneva talks", "day": "2017-01-23"}),
        ("technical_meeting", {"venue": ASTANA, "day": "2017-01-23"}),
        ("talks_refused", {"day": "2017-01-23"}),
    ],
)
def test_another_place_label_or_kind_is_another_event(other_type, other):
    people = (*BROKERS, *PARTIES)
    base = {"venue": ASTANA, "day": "2017-01-23", "track": "Astana talks"}
    result = record(
        ("2017-01-24", "proximity_talks", "held", people, base),
        ("2017-01-24", other_type, "held", people, other),
    )
    assert len(result.events) == 2


def test_reports_without_anything_in_common_are_not_joined():
    result = record(
        ("2017-01-24", "mediated_talks", "held", (who("party", "SYR"),), {}),
        ("2017-01-24", "mediated_talks", "held", (who("party", "TUR"),), {}),
        ("2017-01-24", "mediated_talks", "held", (), {}),
    )
    assert len(result.events) == 3


def test_an_announced_meeting_and_an_earlier_one_in_the_same_article_stay_apart():
    document = article("d", "one text", "2017-01-20")
    told = [
        mention("new", document, "mediated_talks", "planned", *PARTIES, at=0),
        mention("old", document, "mediated_talks", "held", *PARTIES, at=200),
    ]
    events = link([document], told, conflict_of=lambda m: "Syria").events
    assert sorted(e.status for e in events) == ["held", "planned"]


def test_mentions_of_one_article_that_tell_nothing_apart_are_one_event():
    document = article("d", "one text", "2017-01-20")
    told = [
        mention("a", document, "mediated_talks", "held", *BROKERS, day="2017-01-19", at=0),
        mention("b", document, "mediated_talks", "held", *PARTIES, who("mediator", "RUS"), at=200),
        mention("c", document, "mediated_talks", "held", at=400),
    ]
    [event] = link([document], told, conflict_of=lambda m: "Syria").events
    assert event.n_mentions == 3


def test_a_denied_meeting_is_kept_with_both_claims_and_scored():
    denial = {"polarity": "negated", "attribution": said_by("SYR"), "day": "2017-01-19", "tense": "past"}
    result = record(
        ("2017-01-20", "backchannel_talks", "held", PARTIES, {"day": "2017-01-19"}),
        ("2017-01-21", "backchannel_talks", "held", PARTIES, denial),
    )
    [event] = result.events
    assert (event.status, event.factuality) == ("contested", "disputed")
    assert event.disagreement_score > 0
    assert [c.status for c in result.status_changes] == ["held", "denied"]


def test_values_follow_the_mode_over_roots_not_over_articles():
    assert mode([("mediated_talks", "r1"), ("mediated_talks", "r1"), ("x", "r2"), ("x", "r3")]) == "x"
    assert mode([]) is None
    assert disagreement([("a", "1"), ("a", "2"), ("b", "3"), ("b", "3")]) == pytest.approx(1 / 3)


def test_the_roster_seen_replaces_the_roster_announced():
    announced = (*BROKERS, who("party", "SYR"), who("observer", "USA"), who("observer", "IRN"))
    came = (who("mediator", "RUS"), who("party", "SYR"), who("observer", "USA"))
    result = record(
        ("2017-01-10", "proximity_talks", "planned", announced, {"day": "2017-01-23", "venue": ASTANA}),
        ("2017-01-24", "proximity_talks", "held", came, {"day": "2017-01-23", "venue": ASTANA}),
    )
    rows = {(p.role, p.actor) for p in result.participations}
    assert ("observer", "IRN") not in rows
    assert ("observer", "USA") in rows


def test_an_authors_opinion_makes_no_event_but_its_exclusion_claim_is_kept():
    document = article("d", "commentary", "2017-01-20", outlet="The American Interest")
    told = [
        mention("o", document, "exclusion_declared", "held", kept_out("USA"), speech_mode="author_opinion"),
    ]
    result = link([document], told, conflict_of=lambda m: "Syria")
    assert result.events == []
    assert [(x.excluded_actor, x.event_id) for x in result.exclusions] == [("USA", None)]


def test_acts_without_a_peacemaking_type_join_only_on_the_same_actors_and_day():
    def assault(id, document, initiator, day):
        return mention(
            id, document, None, "held", who("initiator", initiator), who("recipient", "group:rebels"), day=day
        )

    a, b = article("a", "one"), article("b", "two")
    told = [
        assault("1", a, "SYR", "2017-01-01"),
        assault("2", b, "SYR", "2017-01-01"),
        assault("3", b, "RUS", "2017-01-01"),
        assault("4", b, "SYR", "2017-01-02"),
    ]
    assert sorted(e.n_mentions for e in link([a, b], told, conflict_of=lambda m: None).events) == [1, 1, 2]


def attack(id, document, sentence, trigger, *people, **fields):
    return mention(id, document, None, "held", *people, sentence=sentence, trigger=sentence.index(trigger), **fields)


def test_undated_acts_join_across_reports_that_use_the_same_words_and_agree_on_an_actor():
    docs = [article("a", "one", "2017-01-20"), article("b", "two", "2017-01-21"), article("c", "three", "2017-01-28")]
    army, rebels = who("initiator", "SYR"), who("recipient", "group:rebels")
    shelled = "Helicopters of the army shelled the rebels' bakery in Douma, killing four."
    told = [
        attack("1", docs[0], shelled, "shelled", army, rebels),
        attack("2", docs[1], "Four died when helicopters shelled a bakery in Douma.", "shelled", rebels),
        attack("3", docs[1], "In Idlib snipers opened fire on a convoy of ambulances.", "opened", army, rebels, at=300),
        attack("4", docs[2], shelled, "shelled", army, rebels),
        attack("5", docs[1], shelled, "shelled", who("initiator", "RUS"), rebels, at=600),
        attack("6", docs[1], shelled, "shelled", army, rebels, at=900, polarity="negated"),
    ]
    events = link(docs, told, conflict_of=lambda m: None).events
    assert sorted(sorted(e.mention_ids) for e in events) == [["1", "2"], ["3"], ["4"], ["5"], ["6"]]


def test_two_acts_in_one_sentence_do_not_join_by_its_words():
    document = article("a", "one", "2017-01-20")
    sentence = "The army shelled the market of Douma and bombed its hospital."
    told = [
        attack("1", document, sentence, "shelled", who("initiator", "SYR")),
        attack("2", document, sentence, "bombed", who("initiator", "SYR"), who("recipient", "group:rebels")),
    ]
    assert len(link([document], told, conflict_of=lambda m: None).events) == 2


def test_declaration_start_and_extension_of_a_truce_are_one_event():
    result = record(
        ("2016-12-29", "ceasefire_declared", "held", PARTIES, {"day": "2016-12-29"}),
        ("2016-12-30", "ceasefire_effective", "under_way", PARTIES, {"day": "2016-12-30"}),
    )
    assert [e.n_mentions for e in result.events] == [2]


@pytest.mark.parametrize(("tense", "events"), [("planned", 1), ("hypothetical", 2), ("desired", 2), ("conditional", 2)])
def test_a_meeting_that_is_only_wished_for_is_not_the_one_that_took_place(tense, events):
    result = record(
        ("2017-01-24", "mediated_talks", "held", (*BROKERS, *PARTIES), {"day": "2017-01-24"}),
        ("2017-01-23", "mediated_talks", "planned", (*BROKERS, *PARTIES), {"tense": tense}),
    )
    assert len(result.events) == events


def test_talks_that_collapsed_are_those_of_outside_states_where_only_they_met():
    document = article("d", "one text", "2016-10-04")
    powers = (who("participant", "USA"), who("participant", "RUS"))
    told = [
        mention("met", document, "third_party_consultation", "held", *powers, day="2016-10-03", at=0),
        mention("over", document, "talks_collapsed", "held", *powers, day="2016-10-03", at=200),
        mention("other", document, "talks_collapsed", "held", *PARTIES, day="2016-10-03", at=400),
    ]
    events = link([document], told, conflict_of=lambda m: "Syria").events
    assert sorted(sorted(e.mention_ids) for e in events) == [["met", "over"], ["other"]]


def test_an_interim_text_is_not_the_final_one():
    def events(first, second):
        sentences = [f"The sides want to sign the {word} agreement." for word in (first, second)]
        fields = [{"sentence": s, "trigger": s.index("agree")} for s in sentences]
        told = [("2017-01-24", "agreement_signed", "planned", PARTIES, {"day": "2017-02-01", **f}) for f in fields]
        return len(record(*told).events)

    assert events("interim", "final") == 2
    assert events("interim", "provisional") == events("new", "final") == 1


def test_a_negated_report_alone_never_counts_as_held():
    [event] = record(("2017-01-20", "mediated_talks", "held", PARTIES, {"polarity": "negated"})).events
    assert (event.status, event.factuality) == ("planned_not_held", "counterfactual")


def test_an_undated_report_long_after_a_meeting_is_not_about_it():
    document = article("d", "one text", "2017-06-01")
    told = [
        mention("old", document, "mediated_talks", "held", *PARTIES, day="2017-01-23", at=0),
        mention("new", document, "mediated_talks", "held", *PARTIES, at=200),
    ]
    assert len(link([document], told, conflict_of=lambda m: "Syria").events) == 2


def test_a_year_alone_joins_reports_only_where_the_place_agrees():
    people = (*BROKERS, *PARTIES)
    year = {"day": "2017", "precision": "year"}

    def events(**more):
        dated = {"day": "2017-01-23", **more}
        return record(
            ("2017-01-24", "proximity_talks", "held", people, dated),
            ("2018-03-01", "proximity_talks", "held", people, {**year, **more}),
        ).events

    assert len(events()) == 2
    assert len(events(venue=ASTANA)) == 1


def test_reports_of_different_conflicts_stay_apart_and_an_unknown_conflict_fits_either_but_not_both():
    docs = [article(f"d{i}", f"text {i} " + "x" * i, "2017-01-20") for i in range(3)]
    people = (who("mediator", "igo:un"), who("party", "group:rebels"))
    told = [mention(f"m{i}", d, "mediated_talks", "held", *people, day="2017-01-19") for i, d in enumerate(docs)]
    conflicts = {"m0": "Syria", "m1": "Libya", "m2": None}
    events = link(docs, told, conflict_of=lambda some: conflicts[some[0].id]).events
    assert sorted(e.n_mentions for e in events) == [1, 2]
    assert sorted(e.conflict for e in events) == ["Libya", "Syria"]


def test_an_event_has_the_codes_of_the_reports_that_tell_of_it_as_it_stands():
    ahead = {"plover": Plover(event="AGREE"), "cameo": "039", "day": "2017-01-23", "venue": ASTANA}
    seen = {"plover": Plover(event="CONSULT"), "cameo": "045", "day": "2017-01-23", "venue": ASTANA}
    announced = [
        (day, "mediated_talks", "planned", (*BROKERS, *PARTIES), ahead) for day in ("2017-01-10", "2017-01-12")
    ]
    [planned] = record(*announced).events
    [held] = record(*announced, ("2017-01-24", "mediated_talks", "held", (*BROKERS, *PARTIES), seen)).events
    assert (planned.status, planned.plover_event, planned.cameo) == ("planned", "AGREE", "039")
    assert (held.status, held.plover_event, held.cameo) == ("held", "CONSULT", "045")
