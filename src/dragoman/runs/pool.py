"""Processes of this machine that code shards; one that dies is replaced and its shard given to another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Generator, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

from dragoman.errors import DragomanError, RunError
from dragoman.runs.workers import Task, code_shard

AHEAD = 3
"""Shards a process that are written before they are coded: enough that none waits, few enough to hold little disk."""
ATTEMPTS = 4
"""Times that a shard may lose its process before the run gives up; one kill from outside is chance, four are not."""


def code_in_processes(tasks: Iterator[Task], processes: int) -> Generator[Task, None, None]:
    """Code shards in so many processes and yield each in the order given, once it is finished.

    Processes are spawned, so that nothing of this one (threads, the open record) is inherited. They end with this
    process, however it ends.

    Raises:
        RunError: a shard cannot be coded, or one loses its process again and again.
    """
    context = multiprocessing.get_context("spawn")
    workers = [_Worker(context) for _ in range(processes)]
    order: deque[Task] = deque()
    again: deque[Task] = deque()
    finished: set[str] = set()
    attempts: Counter[str] = Counter()
    try:
        while True:
            for worker in workers:
                if worker.task is None:
                    task = again.popleft() if again else _next(tasks, order, AHEAD * processes)
                    if task is not None:
                        worker.give(task)
            if not order:
                return
            busy = [worker for worker in workers if worker.task is not None]
            ready = set(wait([worker.connection for worker in busy]))
            for worker in busy:
                if worker.connection not in ready:
                    continue
                task, problem = worker.take()
                if problem is None:
                    finished.add(task.shard)
                elif problem:
                    raise RunError(problem)
                else:
                    attempts[task.shard] += 1
                    if attempts[task.shard] == ATTEMPTS:
                        raise _hopeless(task, worker)
                    again.append(task)
                    workers[workers.index(worker)] = _Worker(context)
            while order and order[0].shard in finished:
                finished.discard(order[0].shard)
                yield order.popleft()
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """One process, what it works on, and the line to it."""

    def __init__(self, context: Any) -> None:
        self.connection, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(far,), daemon=True, name="dragoman-worker")
        self.process.start()
        far.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        """Give it a shard; that it is dead is noticed when the answer is taken."""
        self.task = task
        try:
            self.connection.send(task)
        except OSError:
            return

    def take(self) -> tuple[Task, str | None]:
        """Return its shard, and None where it is finished, "" where the process died, else what is wrong."""
        task, self.task = self.task, None
        assert task is not None
        try:
            answer: str | None = self.connection.recv()
        except (EOFError, OSError):
            self.end()
            return task, ""
        return task, answer

    def end(self) -> None:
        """End the process; a shard that it was writing is left undone."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _next(tasks: Iterator[Task], order: deque[Task], most: int) -> Task | None:
    if len(order) >= most:
        return None
    task = next(tasks, None)
    if task is not None:
        order.append(task)
    return task


def _hopeless(task: Task, worker: _Worker) -> RunError:
    return RunError(
        f"{task.shard}: {ATTEMPTS} processes died on this shard (exit code {worker.process.exitcode}). If memory is"
        " short, use fewer --processes; then run the same command again: what was coded is kept"
    )


def _serve(connection: Connection) -> None:
    """The life of a worker: it waits for shards, codes them, and says how it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process decides
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    while True:
        try:
            task: Task = connection.recv()
        except (EOFError, OSError):
            return
        problem: str | None = None
        try:
            code_shard(task)
        except DragomanError as error:
            problem = str(error)
        try:
            connection.send(problem)
        except OSError:
            return


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, killed ones too, so that none is left behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
