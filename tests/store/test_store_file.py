"""The file itself: foreign, newer, older, locked, damaged by a crash, or not there."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import duckdb
import pytest
from store_builders import TEXTS, code, exported, fill, make_documents, make_event_layer

from dragoman.errors import StoreError
from dragoman.records import Failure
from dragoman.store import Filters, Store
from dragoman.store.schema import Migration, bring_up_to_date, shipped_migrations

HERE = Path(__file__).parent


def run_python(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program that may import this folder's helpers."""
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(HERE)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def make_old(path: Path, versions: int) -> None:
    """Make a file as it was after the first migrations."""
    with duckdb.connect(str(path)) as connection:
        bring_up_to_date(connection, str(path), shipped_migrations()[:versions], read_only=False)


def test_a_record_survives_closing(path: Path) -> None:
    with Store(path) as store:
        fill(store)
        before = exported(store)
    with Store(path, read_only=True) as store:
        assert exported(store) == before
        assert store.check() == []


def test_several_may_read_at_once(path: Path) -> None:
    Store(path).close()
    with Store(path, read_only=True):
        done = run_python(
            "import sys; from dragoman.store import Store; Store(sys.argv[1], read_only=True).counts()",
            path,
        )
    assert done.returncode == 0, done.stderr


def test_writing_to_a_file_open_for_reading_is_refused(path: Path) -> None:
    Store(path).close()
    with Store(path, read_only=True) as store, pytest.raises(StoreError, match="open for reading only"):
        store.add_documents(make_documents())


def test_a_file_that_another_process_holds_is_told_with_its_number(path: Path) -> None:
    with Store(path):
        done = run_python("import sys; from dragoman.store import Store; Store(sys.argv[1])", path)
    assert done.returncode == 1
    assert f"StoreError: {path}: in use by process {os.getpid()}." in done.stderr


def test_a_missing_file_is_told_where_none_is_to_be_made(path: Path) -> None:
    with pytest.raises(StoreError, match=r"record\.duckdb: no such file.*dragoman ingest"):
        Store(path, create=False)
    with pytest.raises(StoreError, match="no such file"):
        Store(path, read_only=True)
    assert not path.exists()


def test_a_file_of_another_kind_is_left_alone(path: Path) -> None:
    path.write_text("This is no database. " * 1000)
    with pytest.raises(StoreError, match=r"record\.duckdb: not a DuckDB file\. Choose another"):
        Store(path)
    assert path.read_text().startswith("This is no database.")


@pytest.mark.parametrize("table", ["birds", "schema_version"])
def test_a_database_of_another_program_is_left_alone(path: Path, table: str) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE TABLE {table} (version INTEGER)")
    with pytest.raises(StoreError, match=f"another program .its tables: {table}.*Choose another"):
        Store(path)
    with duckdb.connect(str(path)) as connection:
        assert len(connection.sql("SHOW TABLES").fetchall()) == 1


def test_a_file_of_a_newer_version_says_to_upgrade(path: Path) -> None:
    Store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_version VALUES (999, 'x', now()::TIMESTAMP, '9.0')")
    with pytest.raises(StoreError, match=r"newer version .*schema 999.*pip install --upgrade"):
        Store(path)


@pytest.mark.parametrize("place", [".", "gone/record.duckdb"])
def test_a_path_that_cannot_be_a_file_is_told(tmp_path: Path, place: str) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / place)


def test_an_older_file_is_brought_up_to_date_with_all_that_it_holds(path: Path) -> None:
    make_old(path, versions=1)
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO document (id, sha256, text, position) VALUES ('d', sha256('Talks.'), 'Talks.', 0)"
        )
    with pytest.raises(StoreError, match=r"older version .*schema 1.*Open it once for writing"):
        Store(path, read_only=True)
    with Store(path) as store:
        assert [document.text for document in store.documents()] == ["Talks."]
        assert list(store.events()) == []
        assert store.check() == []
        versions = store.arrow("SELECT version FROM schema_version ORDER BY version")
        assert versions.column("version").to_pylist() == [m.version for m in shipped_migrations()]


def test_endorsements_of_an_older_file_lose_the_empty_track(path: Path) -> None:
    make_old(path, versions=4)
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO track (id, name, state, n_events, n_documents, n_roots, cue, position, brokers, parties,"
                           " excluded, hosts) VALUES ('t', 'Oslo talks', 'active', 1, 1, 1, 'label', 0, [], [], [], [])")  # fmt: skip
        connection.execute(
            "INSERT INTO track_relation VALUES ('t', 'endorsed_by', '', 'NOR', NULL, NULL, 'endorsement', 0)"
        )
    with Store(path) as store:
        assert store.check() == []
        assert [(row.relation, row.other_track_id) for row in store.track_relations()] == [("endorsed_by", None)]


def test_a_brought_up_file_has_the_same_shape_as_a_new_one(tmp_path: Path) -> None:
    make_old(tmp_path / "old.duckdb", versions=1)
    shape = (
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " ORDER BY table_name, ordinal_position"
    )
    with Store(tmp_path / "old.duckdb") as old, Store(tmp_path / "new.duckdb") as new:
        assert old.arrow(shape) == new.arrow(shape)


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    with Store(path) as store:
        fill(store)
        before = exported(store)
    last = shipped_migrations()[-1].version
    bad = Migration(last + 1, "0099_bad.sql", "DELETE FROM document; SELECT * FROM no_such_table;")
    with (
        duckdb.connect(str(path)) as connection,
        pytest.raises(StoreError, match=r"0099_bad\.sql.*unchanged"),
    ):
        bring_up_to_date(connection, str(path), [*shipped_migrations(), bad], read_only=False)
    with Store(path) as store:
        assert exported(store) == before


def test_migrations_are_numbered_without_gaps() -> None:
    assert [m.version for m in shipped_migrations()] == list(range(1, len(shipped_migrations()) + 1))


def test_a_closed_store_says_so(path: Path) -> None:
    store = Store(path)
    events = store.events()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="already closed"):
        list(events)
    with pytest.raises(StoreError, match="already closed"):
        store.add_documents(make_documents())


def test_a_store_left_open_at_the_end_prints_nothing(path: Path) -> None:
    program = "import sys; from dragoman.store import Store; s = Store(sys.argv[1]); print(s.runs().rows())"
    done = run_python(program, path)
    assert (done.stdout, done.stderr, done.returncode) == ("[]\n", "", 0)


INGEST = """
    import os, sys
    from store_builders import code, make_documents
    from dragoman.store import Store

    path, stop_after, how = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with Store(path) as store:
        run = store.begin_run("ingest")
        store.add_documents(make_documents(), run_id=run)
        for number, document in enumerate(store.uncoded("1")):
            if number == stop_after:
                if how == "exit":
                    os._exit(9)
                if how == "kill":
                    os.kill(os.getpid(), 9)
                if how == "inside":
                    with store.transaction() as connection:
                        connection.execute("DELETE FROM document")
                        os._exit(9)
                raise RuntimeError("cut off")
            store.add_codings([document.id], code(document), coder_version="1", run_id=run)
        store.finish_run(run)
"""


@pytest.mark.parametrize("how", ["exception", "exit", "kill", "inside"])
@pytest.mark.parametrize("stop_after", [0, 2])
def test_after_a_crash_the_next_run_takes_up_the_rest(tmp_path: Path, how: str, stop_after: int) -> None:
    cut_off, undisturbed = tmp_path / "cut_off.duckdb", tmp_path / "undisturbed.duckdb"
    assert run_python(INGEST, cut_off, stop_after, how).returncode != 0
    with Store(cut_off) as store:
        assert len(list(store.uncoded("1"))) == len(TEXTS) - stop_after
        assert store.check() == []
    for path in (cut_off, undisturbed):
        done = run_python(INGEST, path, -1, "never")
        assert done.returncode == 0, done.stderr
    with Store(cut_off) as store, Store(undisturbed) as other:
        assert exported(store) == exported(other)
        assert [run.finished is None for run in store.runs()] == [True, False]


def test_runs_keep_what_was_asked_and_with_which_versions(store: Store) -> None:
    run_id = store.begin_run("ingest", options={"paths": ["a"]}, model_version="m1", lexicon_version="l1")
    (run,) = store.runs()
    assert (run.id, run.command, run.options, run.finished) == (run_id, "ingest", {"paths": ["a"]}, None)
    assert (run.model_version, run.lexicon_version) == ("m1", "l1")
    store.finish_run(run_id)
    (run,) = store.runs()
    assert run.finished is not None
    assert run.finished >= run.started


def test_failures_are_kept_once_and_know_the_last_run_that_met_them(store: Store) -> None:
    failures = [
        Failure(path="a.jsonl", place=f"line {number}", problem="empty text", remedy="fill it in")
        for number in range(3)
    ]
    store.add_failures(failures, "run_1")
    store.add_failures(failures[:1], "run_2")
    store.add_failures([])
    assert list(store.failures()) == failures
    assert list(store.failures("run_2")) == failures[:1]


def read_while_writing(path: str) -> None:
    """Fill a store from several threads; runs in a process of its own so that a hang ends with it."""
    from threading import Thread

    with Store(path) as store:
        fill(store)
        mistakes: list[BaseException] = []

        def ask() -> None:
            try:
                for _ in range(20):
                    assert len(list(store.mentions(Filters()))) == 5
            except BaseException as mistake:
                mistakes.append(mistake)

        threads = [Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        mentions = [mention for document in make_documents() for mention in code(document)]
        for _ in range(5):
            store.add_codings([f"d{number}" for number in range(5)], mentions, coder_version="1")
            store.replace_event_layer(**make_event_layer(mentions))
        for thread in threads:
            thread.join()
        assert not mistakes, mistakes


def test_threads_may_read_while_one_writes(path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=read_while_writing, args=(str(path),))
    process.start()
    process.join(timeout=60)
    assert process.exitcode == 0


def test_memory_is_spared_only_within(store: Store) -> None:
    def limit() -> str:
        with store.cursor("SELECT current_setting('memory_limit')") as cursor:
            return str(cursor.fetchall()[0][0])

    before = limit()
    with pytest.raises(KeyError), store.sparing_memory():
        assert limit() == "488.2 MiB"
        raise KeyError
    assert limit() == before
    with store.sparing_memory():
        store.close()
    with (
        Store(":memory:") as other,
        other.sparing_memory(),
        other.cursor("SELECT current_setting('memory_limit')") as cursor,
    ):
        assert cursor.fetchall()[0][0] != "488.2 MiB"
