"""Shards on a Dask cluster, which is a LocalCluster here; skipped where Dask is not installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from run_helpers import HERE, export, ingest, start
from slow import OtherMaker, SlowCoder, SlowMaker, write_articles

from dragoman.errors import RunError
from dragoman.recording import Store
from dragoman.runs import Spread

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers with a thread each, as processes."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True) as made:
        yield made


def test_a_cluster_makes_the_same_record_as_one_process_also_when_it_loses_a_worker(
    tmp_path: Path, cluster: Any
) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 100, breaks=True)
    spread = Spread(maker=SlowMaker(), scheduler=cluster.scheduler_address, shard=8)
    killed: list[int] = []

    def kill_one(text: str, done: int, total: int | None) -> None:
        if text == "Coding articles" and done >= 16 and not killed:
            killed.append(next(iter(cluster.workers.values())).process.pid)
            os.kill(killed[0], signal.SIGKILL)

    with Store(tmp_path / "cluster.duckdb") as store:
        from dragoman.recording import ingest as record_all
        from dragoman.sources import read_paths

        done = record_all(store, SlowCoder(), read_paths([str(articles)]), options={}, spread=spread, step=kill_one)
    assert (done.n_coded, done.n_processes) == (98, 0)
    assert killed
    assert ingest(articles, tmp_path / "one.duckdb", SLOW_PAUSE="0").returncode == 3
    assert export(tmp_path / "cluster.duckdb") == export(tmp_path / "one.duckdb")
    assert not (tmp_path / "cluster.duckdb.work").exists()


def test_a_worker_of_another_version_is_told(tmp_path: Path, cluster: Any) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 3)
    spread = Spread(maker=OtherMaker(), scheduler=cluster.scheduler_address)
    with Store(tmp_path / "a.duckdb") as store, pytest.raises(RunError, match="a worker has coder other"):
        store.ingest(str(articles), coder=SlowCoder(), spread=spread)


def test_a_killed_scheduler_ends_the_run_with_a_word_and_another_goes_on(tmp_path: Path, cluster: Any) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 200)
    db = tmp_path / "a.duckdb"
    environment = os.environ | {"PYTHONPATH": str(HERE), "SLOW_PAUSE": "0.05"}
    file = tmp_path / "scheduler.json"
    options = ["--scheduler-file", str(file), "--no-dashboard"]
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *options, "--port", "0"],
        env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    worker = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_worker", *options, "--nthreads", "1", "--death-timeout", "60"],
        env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + 120
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        import json

        address = json.loads(file.read_text())["address"]
        running = start(articles, db, "--engine", "dask", "--scheduler", address)
        while not list(Path(f"{db}.work/out").glob("*.parquet")) and time.monotonic() < end:
            time.sleep(0.02)
        scheduler.kill()
        _, err = running.communicate(timeout=120)
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()
    assert running.returncode == 2, err
    assert "run the same command again" in err
    again = ingest(articles, db, "--engine", "dask", "--scheduler", cluster.scheduler_address)
    assert again.returncode == 0, again.stderr
    assert ingest(articles, tmp_path / "one.duckdb", SLOW_PAUSE="0").returncode == 0
    assert export(db) == export(tmp_path / "one.duckdb")


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.runs.cluster._PATIENCE", 1)
    articles = write_articles(tmp_path / "articles.jsonl", 3)
    spread = Spread(maker=SlowMaker(), scheduler="tcp://127.0.0.1:9")
    with Store(tmp_path / "a.duckdb") as store, pytest.raises(RunError, match="nobody answers there"):
        store.ingest(str(articles), coder=SlowCoder(), spread=spread)
