"""Acceptance on the commentary that the project starts from (codebook section 6, G1 to G10).

The text is a press article and no part of the repository: set DRAGOMAN_DATA to the folder that holds founding-article.txt.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.coder import CodedDocument, Coder
from dragoman.linking import Record, link
from dragoman.records import EventMention

FOLDER = os.environ.get("DRAGOMAN_DATA")
HELD = {"held", "held_partial", "under_way", "suspended", "collapsed"}
pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not FOLDER, reason="DRAGOMAN_DATA does not say where founding-article.txt is"),
]


@pytest.fixture(scope="module")
def article(coder: Coder) -> CodedDocument:
    text = (Path(FOLDER or "") / "founding-article.txt").read_text(encoding="utf8")
    return coder(text, published="2016-12-17", outlet="The American Interest")


def actors(event: EventMention, *roles: str) -> set[str | None]:
    return {p.actor for p in event.participants if p.role in roles}


def test_new_talks_are_proposed_by_russia_and_turkey_and_not_held(article: CodedDocument) -> None:
    proposals = [e for e in article.events if e.type == "talks_proposed"]
    assert any({"RUS", "TUR"} <= actors(e, "initiator", "convener", "broker", "mediator") for e in proposals)
    assert all(e.status not in HELD for e in proposals)
    assert any(e.venue and e.venue.name == "Astana" and e.venue.status == "proposed" for e in article.events)


def test_russia_and_turkey_broker_the_new_talks(article: CodedDocument) -> None:
    talks = [e for e in article.events if {"RUS", "TUR"} <= actors(e, "broker", "mediator")]
    assert any(e.type == "mediated_talks" and e.status not in HELD for e in talks)
    assert not any({"RUS", "TUR"} & actors(e, "party") for e in talks)


def test_the_us_and_the_un_are_kept_out_and_it_is_told_who_says_so(article: CodedDocument) -> None:
    said = {
        p.exclusion.asserted_by
        for e in article.events
        if {"USA", "igo:un"} <= actors(e, "excluded")
        for p in e.participants
        if p.exclusion is not None
    }
    assert {"Vladimir Putin", "The American Interest"} <= said


def test_the_geneva_track_stands_beside_under_the_un(article: CodedDocument) -> None:
    geneva = [e for e in article.events if e.track == "Geneva talks"]
    assert any("igo:un" in actors(e, "broker", "mediator") for e in geneva)


def test_turkey_brokers_between_russia_and_the_armed_opposition(article: CodedDocument) -> None:
    found = [
        e for e in article.events if "TUR" in actors(e, "broker", "mediator", "go_between") and e.status == "under_way"
    ]
    assert any({"RUS", "group:syr-opposition"} <= actors(e, "party") for e in found)
    assert all(e.speech_mode == "direct_quote" and e.attribution[-1].speaker == "Vladimir Putin" for e in found)


def test_the_ceasefire_is_wished_for_and_not_in_force(article: CodedDocument) -> None:
    truces = [e for e in article.events if (e.type or "").startswith("ceasefire")]
    assert truces and all(e.status not in HELD for e in truces)


def test_the_aleppo_evacuation_was_brokered_by_russia_and_turkey_past_the_us(article: CodedDocument) -> None:
    (deal,) = [e for e in article.events if e.type == "evacuation_agreed"]
    assert {"RUS", "TUR"} <= actors(deal, "broker") and deal.status == "held"
    assert [p.exclusion.mode for p in deal.participants if p.exclusion] == ["bypassed_in_deal"]


def test_lavrov_disparages_the_talks_with_kerry(article: CodedDocument) -> None:
    assert any(e.type == "disparagement" and "RUS" in actors(e, "initiator") for e in article.events)


def test_the_chain_runs_from_outlet_over_wire_to_speaker(article: CodedDocument) -> None:
    chains = [[s.speaker for s in e.attribution] for e in article.events]
    assert ["The American Interest", "Reuters", "Vladimir Putin"] in chains


def test_who_puts_whom_out_is_the_author_s_judgement_where_he_judges(article: CodedDocument) -> None:
    insult = next(e for e in article.events if e.evidence.trigger.text == "excluding")
    assert {"USA", "igo:un"} <= actors(insult, "excluded") and insult.speech_mode == "author_opinion"
    assert [(s.speaker, s.source_type) for s in insult.attribution] == [("The American Interest", "author")]
    assert all(actors(e, "excluded") for e in article.events if e.speech_mode == "author_opinion")


def test_the_author_s_judgements_of_influence_are_characterisations(article: CodedDocument) -> None:
    influence = [c for c in article.characterisations if c.aspect == "influence"]
    assert any(c.polarity == "affirmed" and "calling the shots" in c.evidence.trigger.text for c in influence)
    without = [c for c in influence if c.polarity == "negated" and "USA" in {t.actor for t in c.targets}]
    assert {c.evidence.trigger.text for c in without} >= {"meaningful influence", "sitting on the sidelines"}
    assert {c.holder for c in article.characterisations} == {"The American Interest"}


def test_putin_tells_of_his_own_negotiations(article: CodedDocument) -> None:
    talks = next(e for e in article.events if "TUR" in actors(e, "broker") and e.speech_mode == "direct_quote")
    assert talks.attribution[-1].stake == "self_reporting"


def test_the_footer_tells_of_nothing(article: CodedDocument) -> None:
    end = article.text.index("Features Icon")
    assert all(e.evidence.end <= end for e in article.events)


def test_the_record_holds_two_tracks_with_brokers_of_their_own(article: CodedDocument) -> None:
    record = link([article.document], list(article.events))
    brokers = {t.name: set(t.brokers) for t in record.tracks}
    assert brokers == {"Astana talks": {"Russia", "Turkey"}, "Geneva talks": {"United Nations"}}
    shut_out = {x.excluded_actor for x in record.exclusions if x.track_id == _id(record, "Astana talks")}
    assert {"USA", "igo:un"} <= shut_out


def _id(record: Record, name: str) -> str:
    return next(t.id for t in record.tracks if t.name == name)
