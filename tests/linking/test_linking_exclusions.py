"""Exclusion must be attested (rule R9)."""

from link_builders import article, kept_out, mention, said_by, who

from dragoman.linking import link
from dragoman.records import Exclusion

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
