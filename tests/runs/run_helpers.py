"""Runs `dragoman ingest` as a program, kills it or its workers, and exports what is in the record."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import slow  # noqa: F401 (lets the builders of the store's tests be found)
from store_builders import exported

from dragoman.store import Store

HERE = Path(__file__).parent


def start(articles: Path, db: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    """Start an ingest with the slow coder."""
    command = [sys.executable, str(HERE / "ingest_slowly.py"), "ingest", str(articles), "--db", str(db), *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | environment
    )


def ingest(articles: Path, db: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run an ingest with the slow coder to its end."""
    process = start(articles, db, *options, **environment)
    out, err = process.communicate(timeout=300)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def export(db: Path) -> dict[str, bytes]:
    """Everything in the record but times and names of runs, and what failed, as bytes."""
    with Store(db, read_only=True) as store:
        failures = repr(list(store.failures())).encode()
        assert store.check() == []
        return exported(store) | {"failures": failures}


def children(pid: int) -> list[int]:
    """Processes that a process has started, by its threads."""
    found: list[int] = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, file.read_text().split())
        except OSError:
            continue
    return [child for child in found if "spawn_main" in _command(child)]


def wait_for_workers(pid: int, number: int = 2) -> list[int]:
    """Wait until an ingest has so many workers, and return them."""
    end = time.monotonic() + 30
    while len(workers := children(pid)) < number:
        assert time.monotonic() < end
        time.sleep(0.02)
    return workers


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def kill_at_random(articles: Path, db: Path, chance: random.Random, seconds: float) -> str:
    """Run an ingest and kill the loader or one worker within so many seconds; return what happened."""
    process = start(articles, db, "--processes", "2")
    end = time.monotonic() + chance.uniform(0.2, seconds)
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.01)
    workers = children(process.pid)
    if process.poll() is not None:
        process.communicate()
        return "ended before"
    if workers and chance.random() < 0.5:
        try:
            os.kill(chance.choice(workers), signal.SIGKILL)
        except ProcessLookupError:
            process.communicate(timeout=120)
            return "ended before"
        process.communicate(timeout=120)
        return "worker"
    process.kill()
    process.communicate(timeout=120)
    return "loader with workers" if workers else "loader alone"
