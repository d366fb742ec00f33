"""Exclusion must be attested (rule R9)."""

import msgspec
import pytest
from link_builders import article, by_rule, kept_out, mention, said_by, who

from dragoman.linking import link
from dragoman.linking.sparing import spared
from dragoman.records import Exclusion, Span

TALKS = {"track": "Astana talks", "day": "2017-01-23"}
REPORT = " ".join(f"word{i}" for i in range(80))


def rows(*mentions, documents=None):
    docs = documents or [article("d", REPORT)]
    return link(docs, list(mentions), conflict_of=lambda m: "Syria").exclusions


def test_a_boycott_is_self_exclusion():
    [row] = rows(mention("m", article("d", REPORT), "boycott", "held", who("boycotting", "group:rebels")))
    assert (row.mode, row.excluded_by) == ("self_excluded", "self")


def test_absence_without_a_claim_is_never_exclusion():
    document = article("d", REPORT)
    absent = who("excluded", "USA", exclusion=Exclusion(mode="absent_unexplained"))
    told = [
        mention("a", document, "proximity_talks", "held", who("mediator", "RUS"), who("party", "SYR"), **TALKS),
        mention("b", document, "proximity_talks", "held", absent, **TALKS, at=100),
    ]
    assert rows(*told) == []


def test_a_negated_denied_or_supposed_exclusion_is_none():
    document = article("d", REPORT)
    told = [
        mention("a", document, "exclusion_declared", "held", kept_out("USA"), polarity="negated"),
        mention("b", document, "exclusion_declared", "denied", kept_out("USA"), at=100),
        mention("c", document, "exclusion_declared", "proposed", kept_out("USA"), tense="hypothetical", at=200),
    ]
    assert rows(*told) == []


def test_copies_of_one_report_give_one_row_and_every_asserter_gives_another():
    docs = [
        article("r", REPORT, outlet="Reuters"),
        article("p", f"(Reuters) - {REPORT}"),
        article("t", "an analysis in other words", outlet="The American Interest"),
    ]
    told = [
        mention("1", docs[0], "mediated_talks", "planned", kept_out("USA"), attribution=said_by("RUS"), **TALKS),
        mention("2", docs[1], "mediated_talks", "planned", kept_out("USA"), attribution=said_by("RUS"), **TALKS),
        mention("3", docs[2], "mediated_talks", "planned", kept_out("USA"), **TALKS),
    ]
    found = rows(*told, documents=docs)
    assert sorted(r.asserted_by for r in found) == ["RUS", "The American Interest"]
    assert len({r.track_id for r in found}) == 1


def test_an_act_about_a_seat_points_to_the_meeting_and_names_who_objects():
    document = article("d", REPORT)
    told = [
        mention("talks", document, "proximity_talks", "held", who("mediator", "RUS"), **TALKS),
        mention("veto", document, "participant_vetoed", "held", who("initiator", "TUR"),
                who("excluded", "group:pyd"), at=100),
    ]  # fmt: skip
    result = link([document], told, conflict_of=lambda m: "Syria")
    [row] = result.exclusions
    meeting = next(e for e in result.events if e.type == "proximity_talks")
    assert (row.event_id, row.mode, row.excluded_by) == (meeting.id, "vetoed", "TUR")
    assert row.track_id == meeting.track_id


LATE = "Washington got word of the Astana deal when all was over."


def declared(sentence, *people, type="exclusion_declared", rule="exclusion_declared/told-only-after", at=0, **more):
    return by_rule(mention("x", article("d", REPORT), type, "held", *people, sentence=sentence, at=at, **more), rule)


def test_what_a_rule_says_needs_no_second_word_list_and_what_the_model_alone_reads_does():
    told = declared(LATE, kept_out("USA", "not_informed"))
    [row] = rows(told)
    assert (row.excluded_actor, row.mode) == ("USA", "not_informed")
    alone = by_rule(told, "model", "model")
    assert rows(alone) == []
    worded = msgspec.structs.replace(
        alone,
        participants=[
            msgspec.structs.replace(p, why="name; role: wording 'when all was over'") for p in alone.participants
        ],
    )
    assert len(rows(worded)) == 1


def test_what_keeps_somebody_out_comes_through_when_mentions_are_spared():
    told = declared(LATE, kept_out("USA", "not_informed"))
    worded = by_rule(told, "model", "model")
    worded = msgspec.structs.replace(
        worded, id="y", participants=[msgspec.structs.replace(kept_out("TUR"), why="name; role: wording 'got word'")]
    )
    assert {r.excluded_actor for r in rows(*spared([told, worded]))} == {"USA", "TUR"}


def test_a_rule_tells_of_staying_away_whatever_its_words():
    people = who("boycotting", "group:rebels", exclusion=Exclusion(mode="self_excluded"))
    told = declared(
        "The rebels did not show their faces in Astana.", people, type="boycott", rule="boycott/not-attend-phrase"
    )
    assert [r.mode for r in rows(told)] == ["self_excluded"]
    assert rows(by_rule(told, "model", "model")) == []


@pytest.mark.parametrize(
    ("change", "value"),
    [("polarity", "negated"), ("status", "denied"), ("tense", "hypothetical"), ("tense", "desired")],
)
def test_a_rule_that_is_denied_supposed_or_wished_keeps_nobody_out(change, value):
    told = declared("The United States was shut out of the talks.", kept_out("USA"), rule="exclusion_declared/exclude")
    assert len(rows(told)) == 1
    assert rows(msgspec.structs.replace(told, **{change: value})) == []


def test_a_denial_holds_for_every_mention_of_its_sentence():
    sentence = "The United States was never shut out of the Astana talks."
    denial = declared(sentence, kept_out("USA"), rule="exclusion_declared/exclude", polarity="negated")
    out = msgspec.structs.replace(kept_out("USA"), why="name; role: wording 'shut out'")
    talks = mention(
        "t", article("d", REPORT), "mediated_talks", "held", who("mediator", "RUS"), out, sentence=sentence, **TALKS
    )
    assert rows(denial, talks) == []
    assert len(rows(talks)) == 1


def test_absence_that_a_rule_reads_without_a_claim_is_never_exclusion():
    told = declared(LATE, kept_out("USA", "absent_unexplained"))
    assert rows(told) == []


def test_one_sentence_that_keeps_an_actor_out_makes_one_row():
    sentence = "Turkey, which was not invited, backs the Astana talks."
    seat = declared(sentence, kept_out("TUR"), rule="exclusion_declared/not-invited", attribution=said_by("RUS"))
    out = msgspec.structs.replace(kept_out("TUR", "bypassed_in_deal"), why="name; role: wording 'not invited'")
    talks = mention(
        "t", article("d", REPORT), "mediated_talks", "held", who("party", "SYR"), out, sentence=sentence, **TALKS
    )
    [row] = rows(seat, talks)
    assert (row.mode, row.asserted_by) == ("not_invited", "RUS")


def test_who_is_kept_out_by_two_has_a_row_for_each_of_them():
    veto = declared(
        "Russia and Iran opposed Turkey's part in the talks.",
        who("initiator", "RUS"), who("initiator", "IRN"),
        who("excluded", "TUR", exclusion=Exclusion(mode="vetoed", excluded_by="RUS")),
        type="participant_vetoed", rule="participant_vetoed/veto-participation",
    )  # fmt: skip
    again = msgspec.structs.replace(veto, id="z", participants=[who("initiator", "RUS"), veto.participants[2]])
    found = rows(veto, again)
    assert sorted(r.excluded_by for r in found) == ["IRN", "RUS"]
    assert len({r.id for r in found}) == 2
    # who says so keeps nobody out beside the one coded
    said = declared(
        LATE, who("initiator", "RUS"), who("initiator", "IRN"), attribution=said_by("RUS"), at=200,
    )  # fmt: skip
    said.participants.append(who("excluded", "USA", exclusion=Exclusion(mode="not_invited", excluded_by="RUS")))
    assert [r.excluded_by for r in rows(said)] == ["RUS"]


def test_two_who_object_are_both_named():
    sentence = "The PYD was kept out because Turkey objects and Iran objects to it."
    people = []
    for actor, word in (("group:pyd", "PYD"), ("TUR", "Turkey"), ("IRN", "Iran")):
        at = sentence.index(word)
        people.append(msgspec.structs.replace(kept_out(actor), mention=Span(at, at + len(word), word)))
    found = rows(declared(sentence, *people, rule="exclusion_declared/exclude"))
    assert {(r.excluded_actor, r.excluded_by, r.mode) for r in found} == {
        ("group:pyd", "TUR", "vetoed"), ("group:pyd", "IRN", "vetoed"),
    }  # fmt: skip


def test_an_exclusion_of_a_report_on_a_line_stands_in_the_row_of_that_line():
    document = article("d", "Russia opened talks in Astana on Monday. " + LATE, title="Astana talks open")
    told = [
        mention("a", document, "proximity_talks", "held", who("mediator", "RUS"), who("party", "SYR"), **TALKS),
        declared(LATE, kept_out("USA", "not_informed"), at=41),
    ]
    record = link([document], told, conflict_of=lambda m: "Syria")
    [track] = record.tracks
    assert track.excluded == ["United States"]
    assert [r.track_id for r in record.exclusions] == [track.id]


def test_a_state_is_not_kept_out_of_a_meeting_at_home():
    document = article("d", REPORT)
    sentence = "Turkey had not been invited, and its minister received the rebels in Ankara."
    told = [
        mention("a", document, "proximity_talks", "held", who("mediator", "RUS"), who("party", "SYR"), **TALKS),
        mention("b", document, "direct_negotiation", "held", who("party", "group:rebels"), track="Ankara talks",
                venue=("Ankara", "TUR"), sentence=sentence, at=100),
        declared(sentence, kept_out("TUR"), rule="exclusion_declared/not-invited", at=100),
    ]  # fmt: skip
    record = link([document], told, conflict_of=lambda m: "Syria")
    names = {t.id: t.name for t in record.tracks}
    assert [names[r.track_id] for r in record.exclusions] == ["Astana talks"]


def test_who_was_out_until_a_time_that_has_come_is_not_kept_out_but_may_have_been_told_late():
    told = declared("The United States was not at the table until 2015.", kept_out("USA"))
    assert rows(told) == []
    late = declared("The United States was not told until May.", kept_out("USA", "not_informed"))
    assert [row.mode for row in rows(late)] == ["not_informed"]


def test_who_complains_of_its_own_exclusion_says_so():
    told = declared("Turkey protested against its exclusion.", kept_out("TUR", asserted_by="Turkey"))
    assert [row.asserted_by for row in rows(told)] == ["TUR"]


def test_who_takes_part_only_as_a_row_tells_it_is_out_everywhere():
    document = article("d", REPORT)
    absent = who("excluded", "USA", exclusion=Exclusion(mode="absent_unexplained"))
    told = [
        mention("a", document, "proximity_talks", "held", who("mediator", "RUS"), who("party", "SYR"), absent, **TALKS),
        by_rule(
            mention(
                "b",
                document,
                "exclusion_declared",
                "held",
                kept_out("TUR"),
                sentence="Turkey was left out.",
                at=100,
                track="Astana talks",
            ),
            "exclusion_declared/exclude",
        ),
    ]
    record = link([document], told, conflict_of=lambda m: "Syria")
    assert {row.excluded_actor for row in record.exclusions} == {"TUR"}
    assert {p.actor for p in record.participations if p.role == "excluded"} == {"TUR"}
