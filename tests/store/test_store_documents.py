"""Documents are known by url or id; the same again changes nothing, another text is told."""

from __future__ import annotations

import pytest
from store_builders import TEXTS, code, exported, fill, make_documents

from dragoman.errors import StoreError
from dragoman.records import Document
from dragoman.store import Store


def test_documents_come_back_as_they_were_given_and_in_order(store: Store) -> None:
    documents = make_documents()
    documents.append(Document.of("text with \r\n, 😀 and e\u0301"))
    result = store.add_documents(iter(documents))
    assert result.new == [document.id for document in documents]
    assert list(store.documents()) == documents
    assert store.document("d3") == documents[3]
    assert store.document("gone") is None


def test_the_same_documents_again_change_nothing(filled: Store) -> None:
    before, counts = exported(filled), filled.counts()
    result = filled.add_documents(make_documents())
    assert (result.new, result.changed, len(result.duplicates)) == ([], [], len(TEXTS))
    assert list(filled.uncoded("1")) == []
    assert filled.counts() == counts
    assert exported(filled) == before


def test_a_whole_second_run_gives_the_same_tables_byte_for_byte(filled: Store) -> None:
    before = exported(filled)
    fill(filled)
    assert exported(filled) == before


def test_a_document_is_known_by_its_url_whatever_its_id(store: Store) -> None:
    store.add_documents([Document.of("Talks.", id="a", url="https://example.org/1")])
    result = store.add_documents([Document.of("Talks.", id="b", url="https://example.org/1")])
    assert result.duplicates == ["a"]
    assert store.counts()["document"] == 1


def test_duplicates_inside_one_batch_are_found(store: Store) -> None:
    result = store.add_documents([Document.of("Talks.", id="a"), Document.of("Talks.", id="a")])
    assert (result.new, result.duplicates) == (["a"], ["a"])


def test_a_changed_text_is_told_and_the_old_one_kept(filled: Store) -> None:
    before = exported(filled)
    (failure,) = filled.add_documents([Document.of("New talks.", id="d0", path="b.jsonl:1")]).changed
    assert failure.path == "b.jsonl:1"
    assert failure.place == "document d0"
    assert failure.stage == "changed"
    assert "another text" in failure.problem
    assert failure.remedy
    assert exported(filled) == before


def test_a_changed_text_replaces_the_old_one_on_purpose_and_waits_for_coding(filled: Store) -> None:
    new = Document.of("New talks in Oslo.", id="x", url="https://example.org/3")
    result = filled.add_documents([new], replace_changed=True)
    assert (result.replaced, result.changed, result.new) == (["d3"], [], [])
    (waiting,) = filled.uncoded("1")
    assert (waiting.id, waiting.text) == ("d3", new.text)
    assert [document.id for document in filled.documents()] == [f"d{number}" for number in range(len(TEXTS))]
    assert list(filled.mentions(document_id="d3")) == []
    filled.add_codings(["d3"], code(waiting), coder_version="1")
    assert len(list(filled.mentions(document_id="d3"))) == 1


def test_one_id_for_two_urls_is_told_and_never_replaces(store: Store) -> None:
    store.add_documents([Document.of("Talks.", id="1", url="https://example.org/1")])
    other = Document.of("Other talks.", id="1", url="https://example.org/2")
    for replace in (False, True):
        (failure,) = store.add_documents([other], replace_changed=replace).changed
        assert "https://example.org/1" in failure.problem
    assert store.counts()["document"] == 1


def test_the_same_text_under_another_id_is_another_document(store: Store) -> None:
    store.add_documents([Document.of("Talks.", id="1"), Document.of("Talks.", id="2")])
    assert store.counts()["document"] == 2


def test_many_documents_are_added_over_several_batches(store: Store) -> None:
    documents = [Document.of(f"Talks {number}.", id=str(number)) for number in range(1234)]
    assert len(store.add_documents(documents).new) == 1234
    assert len(store.add_documents(documents).duplicates) == 1234
    assert [document.id for document in store.uncoded("1")] == [str(number) for number in range(1234)]


def test_a_text_that_cannot_be_stored_is_told_and_nothing_of_its_batch_is_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="table document: a value cannot be stored"):
        store.add_documents([Document.of("Talks."), Document(id="broken", text="half a character \ud83d")])
    assert store.counts()["document"] == 0
