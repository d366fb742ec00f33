"""`diff`, `doctor --repair`, the pace of long work, and why inputs failed."""

from __future__ import annotations

import json

import msgspec
import pytest

from dragoman.cli.progress import EVERY, Pace, _Logged
from dragoman.cli.summary import why
from dragoman.records import Failure
from dragoman.store import Store


@pytest.fixture
def other(tmp_path, invented):
    """The invented record as another version codes it: one type changed, one status, one mention lost."""
    path = tmp_path / "other.duckdb"
    mentions = [m for m in invented.mentions() if m.document.id != "mer-03"]
    first, second, *rest = mentions
    first = msgspec.structs.replace(first, id="em_other", type="talks_proposed")
    second = msgspec.structs.replace(second, status="denied")
    with Store(path) as store:
        store.add_documents(invented.documents())
        ids = [document.id for document in invented.documents()][:-1]
        kept = [m for m in (first, second, *rest) if m.document.id in ids]
        store.add_codings(ids, kept, coder_version="other")
    return path


def rows_of(run, *arguments):
    return [json.loads(line) for line in run("diff", *arguments, "--format", "jsonl").stdout.splitlines()]


def test_diff_counts_by_type_and_field_and_names_what_only_one_has(run, db, other, invented):
    rows = rows_of(run, db, other)
    articles = next(row for row in rows if row["row"] == "articles")
    assert (articles["a"] - articles["both"], articles["b"] - articles["both"]) == (1, 0)
    fields = {row["name"]: row["differ"] for row in rows if row["row"] == "field"}
    assert (fields["type"], fields["status"], fields["venue"]) == (1, 1, 0)
    changed = {row["name"]: (row["a"], row["b"]) for row in rows if row["row"] == "changed"}
    assert changed["type"] == ("mediated_talks", "talks_proposed")
    assert changed["status"] == ("held", "denied")
    only = [(row["row"], row["document_id"]) for row in rows if row["row"].startswith("only")]
    assert set(only) == {("only_a", "mer-03")}
    types = [row for row in rows if row["row"] == "type"]
    assert sum(row["a"] - row["b"] for row in types) == len(only)


def test_diff_of_a_record_with_itself_finds_no_difference(run, db):
    rows = rows_of(run, db, db)
    assert {row["row"] for row in rows} == {"articles", "type", "field"}
    assert all(not row["differ"] for row in rows)


def test_diff_as_table_and_csv(run, db, other, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    table = run("diff", db, other)
    assert table.exit_code == 0
    assert "only A" in table.stdout and "invented" in table.stdout and "other" in table.stdout
    header, *rows = run("diff", db, other, "--format", "csv").stdout.splitlines()
    assert header.startswith("row,name,a,b,both,differ,document_id")
    assert len(rows) >= len(rows_of(run, db, other))


def test_diff_of_records_without_a_common_article_is_bad_input(run, db, tmp_path):
    Store(tmp_path / "empty.duckdb").close()
    result = run("diff", db, tmp_path / "empty.duckdb")
    assert result.exit_code == 2
    assert "no coded article in common" in result.stderr


DAMAGE = [
    "DELETE FROM event_mention WHERE document_id = 'mer-01'",
    "DELETE FROM coding WHERE document_id = 'mer-01'",
    "UPDATE event_mention SET evidence_start = evidence_start + 1 WHERE document_id = 'mer-02'",
    "UPDATE participant SET mention_end = 9999 WHERE mention_start IS NOT NULL",
    "INSERT INTO event_mention SELECT * FROM event_mention WHERE document_id = 'mer-04'",
    "INSERT INTO coding SELECT * FROM coding WHERE document_id = 'mer-02'",
    "UPDATE coding SET sha256 = 'x' WHERE document_id = 'mer-02'",
    "DELETE FROM document WHERE id = 'mer-05'",
    "DELETE FROM track",
    "DELETE FROM participation",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_doctor_repairs_is_whole_afterwards(run, db, articles, damage):
    with Store(db) as store, store.transaction() as connection:
        connection.execute(damage)
    if damage != DAMAGE[-1]:
        assert run("doctor", "--db", db).exit_code == 2
    result = run("doctor", "--db", db, "--repair")
    assert result.exit_code == 0, result.output
    assert "whole" in result.stdout
    run("ingest", articles, "--db", db)
    with Store(db, read_only=True) as store:
        assert store.check() == []
        assert list(store.uncoded("invented")) == []


def test_repair_leaves_a_text_that_was_changed_and_says_so(run, db):
    with Store(db) as store, store.transaction() as connection:
        connection.execute("UPDATE document SET text = 'other' WHERE id = 'mer-01'")
    result = run("doctor", "--db", db, "--repair")
    assert result.exit_code == 2
    assert "does not match its hash" in result.stdout
    with Store(db, read_only=True) as store:
        assert store.document("mer-01").text == "other"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DROP TABLE track", "track : the table is missing"),
        ("ALTER TABLE event DROP COLUMN lat", "event lat: the column is missing"),
    ],
)
def test_doctor_tells_what_the_schema_lacks(run, db, damage, words):
    with Store(db) as store:
        with store.transaction() as connection:
            connection.execute(damage)
        assert [str(problem) for problem in store.check()] == [words]


def test_repair_needs_a_record(run):
    assert run("doctor", "--repair").exit_code == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--engine", "dask"], "where is the cluster"),
        (["--scheduler", "tcp://a:1"], "only with --engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://a:1", "--processes", "2"], "its own number of workers"),
        (["--scratch", "none"], "no such folder"),
    ],
)
def test_options_of_large_runs_that_do_not_fit_are_refused(run, articles, tmp_path, options, words):
    result = run("ingest", articles, "--db", tmp_path / "new.duckdb", *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not (tmp_path / "new.duckdb").exists()


def test_the_summary_tells_read_relevant_duplicates_coded_and_why_it_failed(run, articles, tmp_path):
    bad = tmp_path / "breaks.txt"
    bad.write_text("BREAK")
    again = tmp_path / "again.jsonl"
    again.write_bytes(articles.read_bytes())
    output = run("ingest", articles, bad, again, "--db", tmp_path / "new.duckdb").stdout
    told = dict(line.split(None, 1) for line in output.splitlines() if not line.startswith(" "))
    assert {"read", "relevant", "duplicates", "coded", "record", "failed"} <= set(told)
    assert told["duplicates"].startswith("8 known already")
    assert "1 × could not be coded (RuntimeError" in output


def test_failures_of_one_kind_are_counted_together():
    some = [Failure(path=str(n), place="", problem=f"line {n}: no 'text' in it", remedy="") for n in range(3)]
    assert why(some) == [("could not be read: line …: no … in it", 3)]


def test_pace_tells_rate_and_remaining_time():
    times = iter([0.0, 0.5, 10.0, 20.0, 30.0, 31.0])
    pace = Pace(lambda: next(times))
    assert pace.tell("Coding", 0, 1000) == ""
    assert pace.tell("Coding", 1, 1000) == ""
    assert pace.tell("Coding", 100, 1000) == "10.0 a second, 2 min left"
    assert pace.tell("Coding", 1000, 1000) == "50.0 a second"
    assert pace.tell("Linking", 0, None) == ""
    assert pace.tell("Linking", 0, None) == ""


def test_without_a_terminal_a_line_is_written_each_minute(capsys):
    now = [0.0]
    log = _Logged(lambda: now[0])
    log.step("Coding", 0, 3000)
    now[0] = EVERY + 1
    log.step("Coding", 610, 3000)
    log.step("Coding", 620, 3000)
    assert capsys.readouterr().err == "Coding 610 of 3,000, 10.0 a second, 4 min left\n"
