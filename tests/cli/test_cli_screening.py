"""`--screen` and `--no-screen`: what people are told of articles that are set aside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "screening"))

from foreign import ELSEWHERE, FOREIGN

from dragoman.store import Store


@pytest.fixture
def mixed(tmp_path: Path, articles: Path) -> Path:
    """The invented articles, one in French, two in Arabic, and one on gardening."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    articles.rename(folder / "articles.jsonl")
    texts = {
        "f.txt": FOREIGN["French"],
        "g.txt": FOREIGN["Arabic"],
        "h.txt": f"{FOREIGN['Arabic']} ...",
        "i.txt": ELSEWHERE["garden"],
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf8")
    return folder


def test_ingest_tells_how_many_were_set_aside_and_why(run, mixed, tmp_path):
    db = tmp_path / "new.duckdb"
    result = run("ingest", mixed, "--db", db)
    assert result.exit_code == 0
    assert (
        "set aside  4 articles: 2 Arabic, 1 French, 1 with hardly a word of war and peace; 4 in the record"
        in result.stdout
    )
    assert f"French: {mixed / 'f.txt'}" in result.stdout
    assert "8 articles, 15 event mentions" in result.stdout
    with Store(db, read_only=True) as store:
        assert len(list(store.documents())) == 12


def test_a_second_ingest_sets_nothing_aside_and_no_screen_codes_the_rest(run, mixed, tmp_path):
    db = tmp_path / "new.duckdb"
    run("ingest", mixed, "--db", db)
    assert "set aside  0 articles; 4 in the record" in run("ingest", mixed, "--db", db).stdout
    result = run("ingest", mixed, "--db", db, "--no-screen")
    assert "set aside" not in result.stdout and "4 articles, 0 event mentions" in result.stdout


def test_where_nothing_is_set_aside_nothing_is_said(run, articles, tmp_path):
    assert "set aside" not in run("ingest", articles, "--db", tmp_path / "new.duckdb").stdout


def test_code_reads_everything_unless_asked_to_screen(run, mixed):
    assert "set aside" not in run("code", mixed, "--format", "jsonl").stderr
    result = run("code", mixed, "--format", "jsonl", "--screen")
    assert result.exit_code == 0
    assert "note: set aside 4 articles: 2 Arabic, 1 French" in result.stderr


def test_nothing_is_found_where_all_is_set_aside(run, mixed):
    result = run("code", mixed / "f.txt", "--screen")
    assert result.exit_code == 1
    assert "set aside 1 article: 1 French" in result.stderr
