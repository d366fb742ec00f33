"""Shards by content, loading twice, workers of another version, and texts that kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from slow import OtherMaker, SlowCoder, SlowMaker, write_articles

from dragoman.errors import RunError
from dragoman.recording import Store
from dragoman.records import Document, Failure
from dragoman.runs import Spread, default_processes, input_hashes
from dragoman.runs.shards import Coding, WorkFolder, fingerprint, read_codings, read_documents, write_documents
from dragoman.runs.workers import Task, code_shard

DOCUMENTS = [Document.of(f"Norway hosted talks in Oslo, {n}.", id=f"d{n}", published="2016-12-17") for n in range(5)]


def test_a_shard_comes_back_and_the_same_content_has_the_same_name(tmp_path: Path) -> None:
    one = write_documents(tmp_path, DOCUMENTS, "1")
    assert read_documents(one) == DOCUMENTS
    assert write_documents(tmp_path, DOCUMENTS, "1") == one
    assert write_documents(tmp_path, DOCUMENTS, "2") != one
    assert write_documents(tmp_path, DOCUMENTS[::-1], "1") != one
    assert not list(tmp_path.glob("*.part"))


def test_one_shard_in_one_out_and_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    shard = write_documents(tmp_path, DOCUMENTS, "slow")
    task = Task(str(shard), str(tmp_path / "out.parquet"), "slow", SlowMaker())
    code_shard(task)
    version, codings = read_codings(tmp_path / "out.parquet")
    assert version == "slow"
    assert [(c.document_id, len(c.mentions), c.failure) for c in codings] == [(f"d{n}", 1, None) for n in range(5)]
    before = (tmp_path / "out.parquet").stat().st_mtime_ns
    code_shard(task)
    assert (tmp_path / "out.parquet").stat().st_mtime_ns == before


def test_a_worker_of_another_version_is_refused(tmp_path: Path) -> None:
    shard = write_documents(tmp_path, DOCUMENTS, "slow")
    with pytest.raises(RunError, match="a worker has coder other, this process slow"):
        code_shard(Task(str(shard), str(tmp_path / "out.parquet"), "slow", OtherMaker()))


def test_a_text_that_kills_every_process_ends_the_run_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DIE", encoding="utf8")
    with Store(tmp_path / "a.duckdb") as store, pytest.raises(RunError, match=r"4 processes died .*exit code 9"):
        store.ingest(str(tmp_path / "a.txt"), coder=SlowCoder(), spread=Spread(maker=SlowMaker(), processes=2))


def test_finished_shards_of_a_killed_run_are_loaded_once_where_they_still_fit(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 10)
    with Store(tmp_path / "a.duckdb") as store:
        store.add_documents(DOCUMENTS)
        work = WorkFolder.beside(store.path)
        work.open()
        changed = replaced(DOCUMENTS[4], title="Another title")
        shard = write_documents(work.given, [*DOCUMENTS[:4], changed], "slow")
        code_shard(Task(str(shard), str(work.out(shard)), "slow", SlowMaker()))
        (work.finished / "damaged.parquet").write_bytes(b"PAR1")
        (work.finished / "half.part").write_bytes(b"")
        done = store.ingest(str(articles), coder=SlowCoder())
        assert (done.n_coded, done.n_relevant) == (15, 13)
        assert not work.path.exists()
        assert store.check() == []
        again = store.ingest(str(articles), coder=SlowCoder())
        assert again.n_coded == 0
        assert again.record == done.record


def replaced(document: Document, **changes: str) -> Document:
    import msgspec

    return msgspec.structs.replace(document, **changes)


def test_what_cannot_be_coded_is_told_and_tried_again(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 50, breaks=True)
    with Store(tmp_path / "a.duckdb") as store:
        spread = Spread(maker=SlowMaker(), processes=2, shard=8)
        for n_coded in (48, 0):
            done = store.ingest(str(articles), coder=SlowCoder(), spread=spread)
            assert done.n_coded == n_coded
            assert [f.stage for f in done.failures] == ["read", "code", "code"]
        assert len(list(store.failures())) == 3


def test_the_title_has_a_part_in_the_fingerprint() -> None:
    assert fingerprint(DOCUMENTS[0]) != fingerprint(replaced(DOCUMENTS[0], title="Other"))


def test_one_process_for_few_articles() -> None:
    assert default_processes(0) == default_processes(300) == 1
    assert default_processes(10_000) >= 1


def test_the_manifest_tells_versions_options_inputs_and_what_came_of_it(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 6)
    with Store(tmp_path / "a.duckdb") as store:
        store.ingest(str(articles), coder=SlowCoder(), outlet="Post")
        (run,) = store.runs()
    assert (run.coder_version, run.options["outlet"]) == ("slow", "Post")
    assert {"python", "duckdb"} <= set(run.versions)
    (given,) = run.inputs
    assert (given["path"], given["files"], given["bytes"]) == (str(articles), 1, articles.stat().st_size)
    assert len(given["sha256"]) == 64
    assert (run.summary["new"], run.summary["coded"], run.summary["relevant"]) == (6, 6, 5)


def test_the_hash_of_a_folder_changes_with_names_and_contents(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hashes = set()
    for name, text in (("a.txt", "one"), ("a.txt", "two"), ("b.txt", "two")):
        (folder / name).write_text(text, encoding="utf8")
        hashes |= {each["sha256"] for each in input_hashes([str(folder)])}
    assert len(hashes) == 3
    assert [each["sha256"] for each in input_hashes(["-", str(tmp_path / "none")])] == [None, None]


def test_a_coding_bears_its_failure() -> None:
    failure = Failure(path="a", place="", problem="p", remedy="r", stage="code")
    assert Coding("d", "f", [], failure).failure is failure
