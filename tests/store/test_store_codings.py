"""Codings: batches are whole, a new version replaces the mentions and leaves a trace, spans stay true."""

from __future__ import annotations

import pytest
from store_builders import TEXTS, code, make_documents, make_mention

from dragoman.errors import OptionError, StoreError
from dragoman.records import EventMention, Participant, Venue
from dragoman.store import Filters, Reach, Store


def test_mentions_come_back_as_they_were_given_in_the_order_of_the_text(filled: Store) -> None:
    expected = [mention for document in make_documents() for mention in code(document)]
    assert list(filled.mentions()) == expected
    assert filled.mention(expected[1].id) == expected[1]
    assert filled.mention("gone") is None


def test_every_part_of_a_mention_is_in_its_tables(filled: Store) -> None:
    row = filled.mentions(document_id="d0").rows()[0]
    assert (row["type"], row["plover_mode"], row["plover_context"]) == (
        "mediated_talks",
        "third-party",
        ["diplomatic"],
    )
    assert (row["venue_name"], row["venue_lat"], row["venue_text"]) == ("Oslo", 59.9, "Oslo")
    assert (row["date_start"], row["date_mention_text"]) == ("2016-12-09", "Friday")
    assert (row["trigger_text"], row["coder_rule"], row["confidence"]) == ("talks", "r1", 0.875)
    assert "record" not in row
    host, militia = filled.arrow(
        "SELECT * FROM participant WHERE mention_id = $id ORDER BY position", {"id": row["id"]}
    ).to_pylist()
    assert (host["actor"], host["person_office"], host["mention_text"]) == (
        "NOR",
        "foreign_minister",
        "Norway",
    )
    assert (militia["role"], militia["person_name"]) == ("excluded", None)
    (claim,) = filled.arrow("SELECT * FROM exclusion_claim WHERE mention_id = $id", {"id": row["id"]}).to_pylist()
    assert (claim["excluded_name"], claim["mode"], claim["asserted_by"]) == (
        "the militia",
        "not_invited",
        "an envoy",
    )
    steps = filled.arrow("SELECT * FROM attribution WHERE mention_id = $id ORDER BY step", {"id": row["id"]})
    assert steps.column("speaker").to_pylist() == ["Example Post", "an envoy"]


@pytest.mark.parametrize("field", EventMention.__struct_fields__)
def test_no_field_of_a_mention_is_left_out_of_the_tables(filled: Store, field: str) -> None:
    elsewhere = {"document": "document_id", "plover": "plover_event", "evidence": "evidence_text"}
    elsewhere |= {"venue": "venue_name", "date": "date_start", "coder": "coder_name", "ceasefire": "ceasefire_class"}
    tables = {"participants": "participant", "attribution": "attribution"}
    if field in tables:
        assert filled.counts()[tables[field]] > 0
    else:
        assert any(row[elsewhere.get(field, field)] is not None for row in filled.mentions().rows())


def test_documents_without_mentions_count_as_coded(filled: Store) -> None:
    assert list(filled.uncoded("1")) == []
    assert filled.counts()["coding"] == len(TEXTS)


def test_another_version_finds_all_documents_uncoded(filled: Store) -> None:
    assert [document.id for document in filled.uncoded("2")] == [f"d{number}" for number in range(len(TEXTS))]


def test_recoding_replaces_the_mentions_and_keeps_the_history(filled: Store) -> None:
    document = make_documents()[0]
    (old,) = filled.mentions(document_id="d0")
    new = make_mention(document, "invited", version="2", type="exclusion_declared")
    filled.add_codings(["d0"], [new], coder_version="2")
    assert list(filled.mentions(document_id="d0")) == [new]
    assert filled.mention(old.id) is None
    assert [waiting.id for waiting in filled.uncoded("2")] == ["d1", "d2", "d3", "d4"]
    history = filled.arrow(
        "SELECT coder_version, is_current, n_mentions FROM coding WHERE document_id = 'd0' ORDER BY 1"
    ).to_pylist()
    assert history == [
        {"coder_version": "1", "is_current": False, "n_mentions": 1},
        {"coder_version": "2", "is_current": True, "n_mentions": 1},
    ]
    for table in ("participant", "attribution", "exclusion_claim"):
        left = filled.arrow(f"SELECT count(*) AS n FROM {table} WHERE mention_id = $id", {"id": old.id})  # noqa: S608
        assert left.to_pylist() == [{"n": 0}]


def test_codings_can_be_added_while_uncoded_documents_are_read(store: Store) -> None:
    store.add_documents(make_documents())
    seen = []
    for document in store.uncoded("1"):
        seen.append(document.id)
        store.add_codings([document.id], code(document), coder_version="1")
    assert seen == [f"d{number}" for number in range(len(TEXTS))]
    assert list(store.uncoded("1")) == []


def test_a_batch_that_fails_leaves_nothing(filled: Store) -> None:
    before, counts = list(filled.mentions()), filled.counts()
    documents = make_documents()
    with pytest.raises(StoreError, match="gone"):
        filled.add_codings(["d0", "gone"], code(documents[0], "2"), coder_version="2")
    with pytest.raises(StoreError, match=r"not named.*d2"):
        filled.add_codings(["d0"], code(documents[2], "2"), coder_version="2")
    assert (list(filled.mentions()), filled.counts()) == (before, counts)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["d0", "d2", "d3", "d3", "d4"]),
        (Filters(type="mediated_talks", status=("held", "denied")), ["d0", "d2", "d3", "d3", "d4"]),
        (Filters(type="walkout"), []),
        (Filters(since="2016-12-13"), ["d3", "d3", "d4"]),
        (Filters(since="2016-12-10", until="2016-12-13"), ["d3", "d3"]),
        (Filters(until="2016-12-09"), ["d0", "d2"]),
        (Filters(until="2016-12"), ["d0", "d2", "d3", "d3", "d4"]),
        (Filters(until="2016-11"), []),
        (Filters(conflict="exampleLAND"), ["d0", "d2"]),
        (Filters(conflict="x' OR 1=1 --"), []),
    ],
)
def test_filters_narrow_mentions(filled: Store, filters: Filters, ids: list[str]) -> None:
    result = filled.mentions(filters)
    assert [mention.document.id for mention in result] == ids
    assert result.arrow().column("document_id").to_pylist() == ids


def test_mentions_of_an_event_are_those_that_it_rests_on(filled: Store) -> None:
    (mention,) = filled.mentions(event_id="ev_1")
    assert mention.document.id == "d2"


@pytest.mark.parametrize("date", ["soon", "17.12.2016", "2016-12-17T00:00", ""])
def test_a_filter_date_that_is_none_is_an_error(filled: Store, date: str) -> None:
    with pytest.raises(OptionError, match="since"):
        filled.mentions(Filters(since=date))


def test_mentions_can_be_asked_for_by_id_or_all_in_any_order(filled: Store) -> None:
    every = list(filled.mentions())
    assert sorted(filled.each_mention(), key=lambda m: m.id) == sorted(every, key=lambda m: m.id)
    chosen = every[3:0:-2]
    assert list(filled.mentions_by_id([m.id for m in chosen] + ["gone"])) == chosen[::-1]
    assert list(filled.mentions_by_id([])) == []


def test_places_of_mentions_are_where_they_stand(filled: Store) -> None:
    every = {mention.id: mention for mention in filled.mentions()}
    found = filled.mention_places([*every, "gone", *every])
    assert {place.id for place in found} == every.keys() and len(found) == len(every)
    for place in found:
        mention = every[place.id]
        assert (place.evidence_start, place.evidence_end) == (mention.evidence.start, mention.evidence.end)
        # the record says of two documents to which root they belong
        assert place.root_id == ("d0" if mention.document.id in ("d0", "d1") else mention.document.id)
    assert filled.mention_places([]) == []


def test_reach_counts_articles_outlets_and_sources(filled: Store) -> None:
    assert filled.reach() == Reach(
        n_documents=4, n_outlets=1, n_roots=4, first="2016-12-10", last="2016-12-14", coders=["dragoman 1"]
    )
    assert filled.reach(Filters(conflict="exampleland")).n_documents == 2


def test_names_are_counted_over_participations_and_mentions(filled: Store) -> None:
    mentions = len(list(filled.mentions()))
    assert filled.names_told() == [("NOR", "state", "Norway", mentions), ("NOR", None, "Norway", mentions)]
    assert filled.names_told(Filters(conflict="Nowhere")) == []
    some = [mention.id for mention in filled.mentions()][:2]
    assert filled.names_told(Filters(conflict="Nowhere"), [*some, "gone"]) == [("NOR", "state", "Norway", 2)]


def test_a_country_is_called_as_the_last_mention_that_names_it(store: Store) -> None:
    documents = make_documents()
    store.add_documents(documents)
    called = [("NOR", "Noreg"), ("NOR", "Norway"), ("NOR", None), (None, "Nowhere"), ("SWE", None)]
    mentions = [
        make_mention(
            document, document.text[:3], venue=Venue(name="Oslo", country=code, country_name=name), participants=[Participant(role="host")]
        )
        for document, (code, name) in zip(documents, called, strict=True)
    ]  # fmt: skip
    store.add_codings([document.id for document in documents], mentions, coder_version="1")
    ids = [mention.id for mention in mentions]
    assert store.country_names(mention_ids=ids) == {"NOR": "Norway"}
    assert store.country_names(mention_ids=ids[:1]) == {"NOR": "Noreg"}
    assert store.country_names(mention_ids=["gone"]) == {}
    assert store.names_told(mention_ids=ids) == []
