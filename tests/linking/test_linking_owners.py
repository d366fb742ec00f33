"""Lines of talks that are called after who runs them, and those that move from town to town (rules R19, R20)."""

from __future__ import annotations

import pytest
from link_builders import article, mention, who

from dragoman.linking import link

KIIR, MACHAR = who("party", "SSD"), who("party", "group:ssd-splm-io")
SIDES = (KIIR, MACHAR)


def record(*told, conflict="South Sudan"):
    """A record of one report a row: day of publication, sentence, mentions as (type, status, people, fields)."""
    documents, mentions = [], []
    for i, (published, sentence, *some) in enumerate(told):
        documents.append(article(f"d{i}", sentence, published))
        for j, (type, status, people, fields) in enumerate(some):
            said = {"sentence": sentence, "trigger": j, **fields}
            mentions.append(mention(f"m{i}.{j}", documents[-1], type, status, *people, **said))
    return link(documents, mentions, duplicates=lambda texts: [], conflict_of=lambda m: conflict)


def names(result):
    return sorted(track.name for track in result.tracks)


BLOC = who("mediator", "igo:igad")
PLAN = (
    "2018-05-20",
    "IGAD's plan foresees two vice-presidents.",
    ("talks_proposed", "proposed", (who("initiator", "igo:igad"), *SIDES), {}),
)
SESSION = (
    "2018-05-23",
    "The bloc sat with both sides for a week.",
    ("mediated_talks", "held", (BLOC, *SIDES), {"day": "2018-05-17"}),
)


def test_a_plan_of_the_mediator_and_its_sessions_are_one_line_though_no_town_is_told():
    result = record(PLAN, SESSION)
    [track] = result.tracks
    assert (track.name, track.brokers, len(track.parties)) == ("IGAD-led talks", ["IGAD"], 2)
    assert {e.track_id for e in result.events} == {track.id}


@pytest.mark.parametrize(
    "words",
    ["IGAD's own peace initiative", "the IGAD-led process", "the IGAD quartet", "IGAD, which has a forum of its own,"],
)
def test_what_the_mediator_runs_goes_by_many_words(words):
    told = ("2018-05-20", f"Both sides wrote about {words} again.", *PLAN[2:])
    assert names(record(told, SESSION)) == ["IGAD-led talks"]


def test_without_a_name_for_it_or_from_one_report_alone_there_is_no_such_line():
    assert names(record(("2018-05-20", "The bloc spoke.", *PLAN[2:]), SESSION)) == []
    assert names(record(PLAN)) == []


def test_what_a_side_of_the_war_plans_is_no_line_of_talks():
    juba = (who("initiator", "SSD"), MACHAR)
    told = ("2018-05-20", "South Sudan's plan was read out.", ("talks_proposed", "proposed", juba, {}))
    assert (
        names(record(told, ("2018-05-21", "South Sudan's plan again.", ("talks_proposed", "proposed", juba, {})))) == []
    )


def test_what_somebody_runs_whose_talks_have_a_name_already_is_no_second_line():
    named = {"track": "Khartoum talks", "venue": ("Khartoum", "SDN")}
    told = [
        (
            f"2018-06-2{i}",
            f"Talks went on, day {i}.",
            ("mediated_talks", "held", (BLOC, *SIDES), {"day": f"2018-06-2{i}", **named}),
        )
        for i in (5, 6)
    ]
    assert names(record(PLAN, *told)) == ["Khartoum talks"]


def met(town, country, day, broker, *people, sides=SIDES):
    return (day, f"The sides met in {town} on {day}.", ("mediated_talks", "held", (who("mediator", broker), *people, *sides),
            {"day": day, "track": f"{town} talks", "venue": (town, country)}))  # fmt: skip


def test_the_talks_of_one_mediator_in_two_towns_are_one_line_with_both():
    result = record(met("Khartoum", "SDN", "2018-06-25", "igo:igad"), met("Kampala", "UGA", "2018-07-08", "igo:igad"),
                    met("Khartoum", "SDN", "2018-07-19", "igo:igad"))  # fmt: skip
    [track] = result.tracks
    assert (track.name, track.brokers, track.n_events) == ("IGAD-led talks (Khartoum, Kampala)", ["IGAD"], 3)


def test_towns_with_other_mediators_other_sides_or_years_between_stay_lines_of_their_own():
    first = met("Khartoum", "SDN", "2018-06-25", "igo:igad")
    assert len(record(first, met("Arusha", "TZA", "2018-07-08", "TZA")).tracks) == 2
    assert len(record(first, met("Kampala", "UGA", "2019-11-08", "igo:igad")).tracks) == 2
    others = (who("party", "group:ssd-nas"), who("party", "group:ssd-ssoa"))
    assert len(record(first, met("Kampala", "UGA", "2018-07-08", "igo:igad", sides=others)).tracks) == 2


def test_towns_that_a_sentence_relates_to_one_another_stay_lines_of_their_own():
    apart = ("2018-07-20", "The Kampala talks were a follow-up to the Khartoum talks.",
             ("mediated_talks", "held", (who("mediator", "igo:igad"), *SIDES), {"day": "2018-07-08", "track": "Kampala talks"}))  # fmt: skip
    result = record(
        met("Khartoum", "SDN", "2018-06-25", "igo:igad"), met("Kampala", "UGA", "2018-07-08", "igo:igad"), apart
    )
    assert names(result) == ["Kampala talks", "Khartoum talks"]
    names_by_id = {t.id: t.name for t in result.tracks}
    assert ("Kampala talks", "successor_of", "Khartoum talks") in {
        (names_by_id[r.track_id], r.relation, names_by_id.get(r.other_track_id)) for r in result.track_relations
    }


def test_two_mediators_in_one_town_at_different_times_are_two_lines():
    told = [
        met("Nairobi", "KEN", f"2018-0{month}-{day}", broker)
        for month, broker in ((2, "igo:un"), (6, "igo:igad"))
        for day in (10, 11)
    ]
    result = record(*told)
    assert names(result) == ["Nairobi talks (IGAD)", "Nairobi talks (United Nations)"]
    assert [t.brokers for t in sorted(result.tracks, key=lambda t: t.name)] == [["IGAD"], ["United Nations"]]


def test_one_mediator_who_is_helped_later_on_stays_one_line():
    told = [
        met("Nairobi", "KEN", "2018-02-10", "igo:igad"),
        met("Nairobi", "KEN", "2018-06-10", "igo:igad", who("mediator", "igo:un")),
    ]
    assert names(record(*told)) == ["Nairobi talks"]


def visit(type, *people, day="2018-07-02", published="2018-07-03", **fields):
    return (
        published,
        "An envoy was in Bor.",
        (type, "held", people, {"day": day, "track": "Bor talks", "venue": ("Bor", "SSD"), **fields}),
    )


@pytest.mark.parametrize(
    "passing",
    [
        visit("single_party_consultation", who("mediator", "USA"), KIIR),
        visit("shuttle_round", who("go_between", "NOR"), MACHAR),
        visit("direct_negotiation", who("party", "USA"), who("party", "NOR")),
        visit("mediated_talks", *SIDES, day="2015-01-20"),
    ],
    ids=["a visit to one side", "an envoy's round", "two outsiders", "a town of long ago"],
)
def test_a_town_that_one_source_tells_of_in_passing_is_no_line_of_talks(passing):
    assert names(record(passing)) == []


def test_a_meeting_of_both_sides_in_a_town_is_a_line_even_from_one_source():
    assert names(record(visit("mediated_talks", who("mediator", "NOR"), *SIDES))) == ["Bor talks"]
    assert names(record(visit("talks_proposed", who("initiator", "NOR"), *SIDES))) == ["Bor talks"]


def test_talks_that_moved_are_of_the_town_where_they_will_be_held():
    moved = ("2018-08-01", "The meeting that was to have been held in Kampala will now take place in Khartoum.",
             ("mediated_talks", "planned", SIDES, {"day": "2018-08-10", "track": "Kampala talks", "venue": ("Khartoum", "SDN")}))  # fmt: skip
    result = record(met("Khartoum", "SDN", "2018-06-25", "SDN"), met("Kampala", "UGA", "2018-06-08", "UGA"), moved)
    [planned] = [e for e in result.events if e.status == "planned"]
    assert planned.track_id == next(t.id for t in result.tracks if t.name == "Khartoum talks")


def test_a_session_of_others_is_none_of_the_talks_that_the_report_is_about():
    sentence = "Talks on South Sudan in Khartoum went on."
    document = article("d", sentence + " The Council met.", "2018-07-01", title="Khartoum talks go on")
    told = [
        mention("a", document, "mediated_talks", "held", BLOC, *SIDES, day="2018-06-28", track="Khartoum talks", sentence=sentence),
        mention("b", document, "direct_negotiation", "held", who("party", "igo:un-security-council"), who("party", "FRA"),
                day="2018-06-30", at=100, sentence="The Council met."),
    ]  # fmt: skip
    result = link([document], told, conflict_of=lambda m: "South Sudan")
    assert {len(e.mention_ids) for e in result.events if e.track_id} == {1}


def test_a_sentence_on_the_other_group_is_of_the_line_that_many_tell_of():
    eln = (who("party", "COL"), who("party", "group:col-eln"))
    documents = [article(f"d{i}", f"report {i}", f"2017-02-0{i + 1}") for i in range(3)]
    told = [
        mention(f"m{i}", documents[i], "mediated_talks", "held", *eln, day=f"2017-02-0{i + 1}", track="Lodwar talks")
        for i in range(2)
    ]
    told.append(
        mention("x", documents[2], "direct_negotiation", "under_way", who("party", "COL"), track="Lodwar talks")
    )
    result = link(documents, told, duplicates=lambda texts: [],
                  conflict_of=lambda m: "Colombia-FARC" if m[0].document.id == "d2" else "Colombia-ELN")  # fmt: skip
    assert [t.name for t in result.tracks] == ["Lodwar talks"]
