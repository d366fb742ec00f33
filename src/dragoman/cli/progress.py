"""A line on standard error that tells how far a run is; silent unless standard error is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Shows how far a run is."""

    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        """Show what is being done and how many of how many."""


class _Silent:
    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        return None


class _Shown:
    def __init__(self, bar: object, task: object) -> None:
        self._bar, self._task = bar, task

    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        self._bar.update(self._task, description=text, completed=done, total=total)  # type: ignore[attr-defined]


@contextmanager
def progress(*, shown: bool = True) -> Iterator[Progress]:
    """Hand out a progress line for the time of a with block; not `shown` where it is in the way."""
    if not shown or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar, bar.add_task("Starting", total=None))
