"""Whoever is killed, and when: after the same command again the record is that of an undisturbed run."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from run_helpers import export, ingest, kill_at_random, start, wait_for_workers
from slow import write_articles

from dragoman.store import Store

SLOW = bool(os.environ.get("DRAGOMAN_SLOW"))
KILLS_A_RECORD = 5

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for worker processes in /proc")


@pytest.mark.parametrize(
    "kills", [5, pytest.param(100, marks=pytest.mark.skipif(not SLOW, reason="takes minutes; DRAGOMAN_SLOW=1"))]
)
def test_after_kills_at_random_the_record_is_that_of_an_undisturbed_run(tmp_path: Path, kills: int) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 400, breaks=True)
    began = time.monotonic()
    assert ingest(articles, tmp_path / "calm.duckdb", "--processes", "2").returncode == 3
    seconds = time.monotonic() - began
    calm = export(tmp_path / "calm.duckdb")
    chance = random.Random(kills)
    happened: Counter[str] = Counter()
    while sum(happened.values()) - happened["ended before"] < kills:
        db = tmp_path / f"{sum(happened.values())}.duckdb"
        for _ in range(KILLS_A_RECORD):
            happened[kill_at_random(articles, db, chance, seconds)] += 1
        last = ingest(articles, db, "--processes", "2")
        assert last.returncode == 3, last.stderr
        assert export(db) == calm, happened
        assert not Path(f"{db}.work").exists()


def test_the_number_of_processes_leaves_no_trace_in_the_record(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 150, breaks=True)
    exports = []
    for processes in ("1", "2", "3"):
        db = tmp_path / f"{processes}.duckdb"
        assert ingest(articles, db, "--processes", processes, SLOW_PAUSE="0").returncode == 3
        exports.append(export(db))
    assert exports[0] == exports[1] == exports[2]


def test_a_killed_worker_costs_the_run_nothing(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 200)
    process = start(articles, tmp_path / "a.duckdb", "--processes", "2", SLOW_PAUSE="0.02")
    workers = wait_for_workers(process.pid)
    os.kill(workers[0], signal.SIGKILL)
    _, err = process.communicate(timeout=180)
    assert process.returncode == 0, err
    assert ingest(articles, tmp_path / "b.duckdb", SLOW_PAUSE="0").returncode == 0
    assert export(tmp_path / "a.duckdb") == export(tmp_path / "b.duckdb")


@pytest.mark.parametrize("limit", [3_000, 30_000])
def test_on_a_full_disk_the_run_ends_with_a_word_and_goes_on_when_there_is_space(tmp_path: Path, limit: int) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 200)
    db = tmp_path / "full.duckdb"
    full = ingest(articles, db, "--processes", "2", FILE_LIMIT=str(limit), SLOW_PAUSE="0")
    assert full.returncode == 2, full.stderr
    assert "Traceback" not in full.stderr
    assert ingest(articles, db, "--processes", "2", SLOW_PAUSE="0").returncode == 0
    assert ingest(articles, tmp_path / "calm.duckdb", SLOW_PAUSE="0").returncode == 0
    assert export(db) == export(tmp_path / "calm.duckdb")


def test_workers_end_with_a_killed_loader(tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 400)
    process = start(articles, tmp_path / "a.duckdb", "--processes", "2", SLOW_PAUSE="0.1")
    workers = wait_for_workers(process.pid)
    process.kill()
    process.communicate()
    end = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    Store(tmp_path / "a.duckdb").close()
