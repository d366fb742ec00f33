"""How far a run is, how fast, and how long it still takes: a line on standard error.

On a terminal the line is always there. Elsewhere (a log file, a batch system) one is written each minute of long work.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import click

EVERY = 60.0
"""Seconds between two lines where there is no terminal; work that is shorter stays silent."""


class Progress(Protocol):
    """Shows how far a run is."""

    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        """Show what is being done and how many of how many."""


class Pace:
    """Rate and remaining time of one kind of work, from when it began."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._text: str | None = None
        self._began = self._first = 0.0

    def tell(self, text: str, done: int, total: int | None) -> str:
        """Words such as "12.5 a second, 3 min left"; "" until it can be said."""
        now = self._clock()
        if text != self._text:
            self._text, self._began, self._first = text, now, done
        seconds, made = now - self._began, done - self._first
        if seconds < 1 or made <= 0:
            return ""
        rate = made / seconds
        speed = f"{rate:,.1f} a second" if rate >= 1 else f"{rate * 60:,.1f} a minute"
        return f"{speed}, {_span((total - done) / rate)} left" if total and done < total else speed


class _Logged:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace, self._clock, self._last = Pace(clock), clock, clock()

    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        pace = self._pace.tell(text, done, total)
        if self._clock() - self._last >= EVERY:
            self._last = self._clock()
            count = f" {done:,} of {total:,}" if total else f" {done:,}" if done else ""
            click.echo(f"{text}{count}{', ' * bool(pace)}{pace}", err=True)


class _Shown:
    def __init__(self, bar: object, task: object) -> None:
        self._bar, self._task, self._pace = bar, task, Pace()

    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        pace = self._pace.tell(text, done, total)
        self._bar.update(self._task, description=text, completed=done, total=total, pace=pace)  # type: ignore[attr-defined]


class _Silent:
    def step(self, text: str, done: int = 0, total: int | None = None) -> None:
        return None


@contextmanager
def progress(*, shown: bool = True) -> Iterator[Progress]:
    """Hand out a progress line for the time of a with block; not `shown` where it is in the way."""
    if not shown:
        yield _Silent()
        return
    if not sys.stderr.isatty():
        yield _Logged()
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
        TextColumn("{task.fields[pace]}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Shown(bar, bar.add_task("Starting", total=None, pace=""))


def _span(seconds: float) -> str:
    """Seconds as people say them: "40 s", "12 min", "3 h 20 min", "2 d 4 h"."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // 1440} d {minutes % 1440 // 60} h"
