"""Codes what waits in a record over several processes or a cluster. The record is the same whatever their number.

Why so: each document is coded by itself; shards are loaded in the order of documents, a whole one at a time, by the
one process that holds the record. Whoever is killed, what is in the record and the finished shards is kept, and the
same command goes on from there.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from dragoman.records import Failure
from dragoman.runs.load import Counts, load_finished, load_shard
from dragoman.runs.shards import WorkFolder, write_documents
from dragoman.runs.workers import Maker, Task
from dragoman.store import Store

SHARD = 32
"""Articles in a shard: some seconds of work, which is what a kill may cost a process."""
MANY = 300
"""Articles from which more than one process is used by default; for fewer, loading the model again costs more."""

Step = Callable[[str, int, int | None], None]


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How coding is spread.

    Attributes:
        maker: makes the coder in a worker.
        processes: of this machine; None takes `default_processes`.
        scheduler: address of a Dask scheduler, in place of processes.
        scratch: folder for the work folder, None for the record's own.
        shard: articles in a shard.
    """

    maker: Maker
    processes: int | None = None
    scheduler: str | None = None
    scratch: Path | None = None
    shard: int = SHARD


def default_processes(waiting: int) -> int:
    """As many as this process may use cores where many articles wait, else 1."""
    if waiting <= MANY:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, waiting // SHARD))


def code_spread(
    record: Store, spread: Spread, processes: int, version: str, run_id: str, failures: list[Failure], counts: Counts, step: Step
) -> None:  # fmt: skip
    """Code all documents that this version of the coder has not coded, and count them.

    Raises:
        RunError: coding cannot go on; what was coded is kept and the same call goes on from there.
        StoreError: the record cannot be written.
    """
    total = record.n_uncoded(version)
    if not total:
        return
    work = WorkFolder.beside(record.path, spread.scratch)
    work.open()
    tasks = _tasks(record, work, spread, version)
    # imported here because Dask may be missing
    if spread.scheduler:
        from dragoman.runs.cluster import code_on_cluster

        finished = code_on_cluster(tasks, spread.scheduler)
    else:
        from dragoman.runs.pool import code_in_processes

        finished = code_in_processes(tasks, processes)
    before = counts.coded + counts.failed
    step("Coding articles", 0, total)
    with contextlib.closing(finished):
        for task in finished:
            load_shard(record, Path(task.out), version, run_id, failures, counts)
            Path(task.out).unlink(missing_ok=True)
            Path(task.shard).unlink(missing_ok=True)
            step("Coding articles", counts.coded + counts.failed - before, total)
    work.remove()


def take_over(record: Store, scratch: Path | None, version: str, run_id: str, counts: Counts) -> None:
    """Load finished shards that a killed run left, and clear its work folder."""
    if record.path != ":memory:":
        work = WorkFolder.beside(record.path, scratch)
        if work.path.is_dir():
            load_finished(record, work, version, run_id, counts)
            work.remove()


def _tasks(record: Store, work: WorkFolder, spread: Spread, version: str) -> Iterator[Task]:
    waiting = record.uncoded(version)
    while documents := list(islice(waiting, spread.shard)):
        shard = write_documents(work.given, documents, version)
        yield Task(str(shard), str(work.out(shard)), version, spread.maker)
