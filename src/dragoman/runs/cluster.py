"""Shards on a Dask cluster that runs already; whoever started it (by hand, dask-jobqueue) also ends it.

All workers must see the work folder under the same path, and have the same version of Dragoman.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from typing import Any

from dragoman.errors import DragomanError, OptionError, RunError
from dragoman.runs.workers import Task, code_shard

AHEAD = 3
"""Shards a thread of the cluster that are handed to it at once."""
_PATIENCE = 30
"""Seconds to wait for the scheduler to be there."""
_GLANCE = 2
"""Seconds between two looks whether the scheduler still is."""


def code_on_cluster(tasks: Iterator[Task], scheduler: str) -> Generator[Task, None, None]:
    """Code shards on the workers of a cluster and yield each in the order given, once it is finished.

    Dask itself gives the shard of a worker that dies to another.

    Args:
        scheduler: its address ("tcp://10.0.0.1:8786").

    Raises:
        OptionError: Dask is not installed.
        RunError: the scheduler is not there or goes away, or a shard cannot be coded.
    """
    try:
        import distributed
    except ImportError as error:
        raise OptionError("--engine dask: Dask is not installed. Run: pip install 'dragoman[cluster]'") from error
    try:
        client: Any = _client(distributed)(scheduler, timeout=_PATIENCE, set_as_default=False, name="dragoman")
    except (OSError, TimeoutError, ValueError) as error:
        raise RunError(f"--scheduler {scheduler}: nobody answers there ({error}). Check the address") from error
    order: deque[tuple[Task, Any]] = deque()
    try:
        while True:
            threads = sum(client.nthreads().values()) if client.status == "running" else 1
            while len(order) < AHEAD * max(threads, 2) and (task := next(tasks, None)) is not None:
                order.append((task, client.submit(code_shard, task, pure=False, retries=1)))
            if not order:
                return
            task, future = order[0]
            _wait(client, future, scheduler)
            order.popleft()
            yield task
    finally:
        client.close(timeout=5)


def _client(distributed: Any) -> Any:
    """Dask bears no types."""
    return distributed.Client


def _wait(client: Any, future: Any, scheduler: str) -> None:
    while True:
        try:
            future.result(timeout=_GLANCE)
        except TimeoutError:
            if client.status == "running":
                continue
            raise _lost(scheduler) from None
        except DragomanError:
            raise
        except Exception as error:  # Dask hands on whatever went wrong, in itself or in a worker
            if client.status != "running" or "ancelled" in type(error).__name__:
                raise _lost(scheduler) from error
            raise RunError(
                f"a shard could not be coded on the cluster ({type(error).__name__}: {error}). Look at the workers'"
                " logs, then run the same command again: what was coded is kept"
            ) from error
        return


def _lost(scheduler: str) -> RunError:
    return RunError(
        f"the scheduler at {scheduler} is gone. Start it and run the same command again: what was coded is kept"
    )
