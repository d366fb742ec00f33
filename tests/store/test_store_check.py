"""The check finds each way in which a record can be broken, and nothing in a whole one."""

from __future__ import annotations

import msgspec
import pytest
from store_builders import make_documents, make_event_layer, make_mention

from dragoman.records import Document, Span
from dragoman.store import Store


def test_a_whole_record_has_no_problems(filled: Store) -> None:
    assert filled.check() == []


def test_an_empty_record_has_no_problems_and_counts_zero(store: Store) -> None:
    assert store.check() == []
    assert set(store.counts().values()) == {0}


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (
            "UPDATE document SET text = text || '!' WHERE id = 'd1'",
            "document d1: the text does not match its hash",
        ),
        ("INSERT INTO document SELECT * FROM document WHERE id = 'd1'", "document d1: the id comes 2 times"),
        (
            "UPDATE document SET url = 'https://x.example' WHERE id < 'd2'",
            "the url https://x.example comes 2 times",
        ),
        ("DELETE FROM document WHERE id = 'd0'", "em_d0_talks: its document d0 is missing"),
        ("DELETE FROM document WHERE id = 'd0'", "coding d0: its document is missing"),
        ("DELETE FROM document WHERE id = 'd0'", "root d0: its document d0 is missing"),
        ("DELETE FROM coding WHERE document_id = 'd0'", "em_d0_talks: its document d0 has no coding"),
        ("INSERT INTO coding SELECT * FROM coding WHERE document_id = 'd1'", "coding d1: more than one"),
        ("UPDATE event_mention SET trigger_start = 3", "is not the trigger talks"),
        ("UPDATE event_mention SET evidence_end = 9", "the trigger lies outside the evidence"),
        (
            "UPDATE event_mention SET venue_text = 'Paris' WHERE venue_text IS NOT NULL",
            "is not the venue Paris",
        ),
        ("UPDATE event_mention SET date_mention_start = -1", "is not the date"),
        ("UPDATE participant SET mention_start = 1 WHERE position = 0", "is not the participant 0 Norway"),
        (
            "UPDATE attribution SET mention_start = 0, mention_end = 1, mention_text = '?'",
            "attribution step 1",
        ),
        (
            "DELETE FROM event_mention WHERE id = 'em_d0_talks'",
            "participant em_d0_talks: its mention is missing",
        ),
        (
            "DELETE FROM event_mention WHERE id = 'em_d0_talks'",
            "attribution em_d0_talks: its mention is missing",
        ),
        ("DELETE FROM event_mention WHERE id = 'em_d0_talks'", "exclusion_claim em_d0_talks: its mention"),
        (
            "DELETE FROM event_mention WHERE id = 'em_d0_talks'",
            "event_mention_link ev_0: its mention em_d0_talks",
        ),
        ("DELETE FROM event_mention WHERE id = 'em_d0_talks'", "status_change ev_0: its mention em_d0_talks"),
        ("DELETE FROM event_mention WHERE id = 'em_d0_talks'", "exclusion ex_0: its mention em_d0_talks"),
        (
            "INSERT INTO event_mention SELECT * FROM event_mention WHERE document_id = 'd0'",
            "the id comes 2 times",
        ),
        ("DELETE FROM event_mention_link WHERE event_id = 'ev_3'", "event ev_3: no mention says so"),
        ("DELETE FROM event WHERE id = 'ev_0'", "participation ev_0: its event is missing"),
        ("DELETE FROM event WHERE id = 'ev_0'", "status_change ev_0: its event is missing"),
        ("DELETE FROM event WHERE id = 'ev_0'", "exclusion ex_0: its event ev_0 is missing"),
        ("DELETE FROM event WHERE id = 'ev_1'", "agreement ag_0: its event ev_1 is missing"),
        ("INSERT INTO event SELECT * FROM event WHERE id = 'ev_1'", "event ev_1: the id comes 2 times"),
        ("DELETE FROM track", "event ev_0: its track tr_oslo is missing"),
        ("DELETE FROM track", "track_relation tr_other: the track is missing"),
        ("UPDATE track_relation SET other_track_id = ''", "track_relation : the track is missing"),
        ("UPDATE track_relation SET other_track_id = NULL", "track_relation tr_oslo: no other track is told"),
    ],
)
def test_each_kind_of_damage_is_found(filled: Store, damage: str, words: str) -> None:
    with filled.transaction() as connection:
        connection.execute(damage)
    problems = [str(problem) for problem in filled.check()]
    assert any(words in problem for problem in problems), problems


def test_an_endorsement_by_an_actor_names_no_other_track_and_is_whole(filled: Store) -> None:
    mentions = list(filled.mentions())
    layer = make_event_layer(mentions)
    (relation,) = layer["track_relations"]
    endorsed = msgspec.structs.replace(relation, relation="endorsed_by", other_track_id=None, asserted_by="NOR")
    filled.replace_event_layer(**layer | {"track_relations": [relation, endorsed]})
    assert filled.check() == []
    assert [row.other_track_id for row in filled.track_relations()] == ["tr_other", None]


def test_offsets_count_characters_as_python_does(store: Store) -> None:
    document = Document.of("😀 e\u0301 Ñandú in Oslo, talks", id="d0")
    store.add_documents([document])
    mention = make_mention(document, "talks")
    assert mention.venue is not None
    assert mention.venue.mention == Span(14, 18, "Oslo")
    store.add_codings(["d0"], [mention], coder_version="1")
    assert store.check() == []


def test_a_document_that_lost_its_mentions_to_a_new_text_breaks_the_old_event_layer(filled: Store) -> None:
    changed = Document.of("Other words.", id="d0")
    filled.add_documents([changed], replace_changed=True)
    assert any(problem.table == "event_mention_link" for problem in filled.check())
    filled.replace_event_layer()
    assert filled.check() == []
    assert len(make_documents()) == filled.counts()["document"]
