"""How linking grows with the record: seconds and memory for 10,000, 100,000, 1,000,000 event mentions, and of the queries of a brief.

    python benchmarks/linking.py [--sizes 10000,100000] [--memory-limit 4] [--seed 2012]

Mentions are made up (`linking_reports.py`) and stored as `ingest` stores what the coder finds, then linked. Each size runs in a process
of its own, so that memory is its own; with --memory-limit it may take so many GiB and fails if it wants more. Making the mentions is not
counted. Seconds are of the clock; those of the processor, which other programs do not lengthen, stand beside them. The exponent of
growth between two sizes is that of processor time: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

GIB = 1024**3
READ_AT_A_TIME = 512
"""Articles added to the record at a time; their mentions follow as `ingest` commits them."""
STEPS = ("storing", "reading", "roots", "conflicts", "labels", "events", "tracks", "exclusions", "relations", "writing")


class Clock:
    """Seconds of clock and processor by step, and memory at the peak so far when a step ends."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}
        self.peak_mb: dict[str, float] = {}
        self._step: str | None = None
        self._since = (0.0, 0.0)

    def step(self, name: str | None) -> None:
        """End the step that runs and begin another; None begins none."""
        now = (time.perf_counter(), time.process_time())
        if self._step:
            self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now[0] - self._since[0]
            self.processor[self._step] = self.processor.get(self._step, 0.0) + now[1] - self._since[1]
            self.peak_mb[self._step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self._step, self._since = name, now

    def total(self, of: dict[str, float], *, without: tuple[str, ...] = ()) -> float:
        """Sum over the steps, without some."""
        return sum(of[name] for name in STEPS if name not in without and name in of)


def measure(size: int, seed: int, db: str) -> dict[str, Any]:
    """One size, in this process."""
    from dragoman.recording import COMMIT_EVERY, Store, relink
    from dragoman.store import Filters
    from linking_reports import reports

    clock = Clock()
    with Store(db) as store:
        made = reports(size, seed)
        with store.sparing_memory():
            while batch := list(islice(made, READ_AT_A_TIME)):
                clock.step("storing")
                store.add_documents(report.document for report in batch)
                for start in range(0, len(batch), COMMIT_EVERY):
                    some = batch[start : start + COMMIT_EVERY]
                    found = [mention for report in some for mention in report.mentions]
                    store.add_codings([report.document.id for report in some], found, coder_version="benchmark")
                clock.step(None)
        relink(store, clock.step)
        clock.step(None)
        counts = store.counts()
        roots = len({root.id for root in store.roots()})
        last = max((e.observed_first_at or "" for e in store.events()), default="")[:10]
        largest = conflict_with_most(store)
        queries = {}
        recent = f"{last[:8]}01"
        for what, conflict, since in (
            ("one conflict, last month", largest, recent),
            ("one conflict, whole", largest, None),
            ("all, last month", None, recent),
            ("all, whole", None, None),
        ):
            found: list[Any] = []
            queries[what] = asked(lambda c=conflict, s=since, found=found: found.append(brief_of(store, c, s))) | {
                "events": len(store.event_ids(Filters(conflict=conflict, since=since)))
            }
            queries[f"{what}, page"] = asked(lambda found=found: page_of(found[0]))
    return {
        "mentions": counts["event_mention"],
        "documents": counts["document"],
        "roots": roots,
        **{name: counts[name] for name in ("event", "track", "exclusion", "agreement", "track_relation")},
        "seconds": clock.seconds,
        "processor": clock.processor,
        "peak_mb": clock.peak_mb,
        "queries": queries,
        "file_mb": Path(db).stat().st_size / 1024**2,
    }


def brief_of(store: Any, conflict: str | None, since: str | None) -> Any:
    """What `dragoman brief` reads of a record before it chooses what to show."""
    from dragoman.reports.material import gather

    return gather(store, conflict=conflict, since=since, until=None)


def page_of(material: Any) -> None:
    """The view that it makes of that: what is shown is read, and base rates of all tracks are drawn."""
    from dragoman.reports.view import brief

    brief(material)


def asked(ask: Callable[[], None]) -> dict[str, float]:
    """Seconds of clock and processor that a question takes."""
    begun = (time.perf_counter(), time.process_time())
    ask()
    return {"seconds": time.perf_counter() - begun[0], "processor": time.process_time() - begun[1]}


def conflict_with_most(store: Any) -> str | None:
    """The conflict with most events."""
    counts: dict[str, int] = {}
    for event in store.events():
        if event.conflict:
            counts[event.conflict] = counts.get(event.conflict, 0) + 1
    return max(counts, key=lambda name: (counts[name], name), default=None)


def row(size: int, seed: int, memory_limit: float | None) -> dict[str, Any]:
    """One size, in a process of its own."""

    def limit() -> None:
        if memory_limit:
            resource.setrlimit(resource.RLIMIT_DATA, (int(memory_limit * GIB), int(memory_limit * GIB)))

    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "record.duckdb")
        command = [sys.executable, __file__, "--row", str(size), str(seed), db]
        process = subprocess.run(command, stdout=subprocess.PIPE, text=True, preexec_fn=limit)
    if process.returncode:
        raise SystemExit(f"{size:,} mentions: ended with {process.returncode}")
    found: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    return found


def exponent(one: dict[str, Any], other: dict[str, Any], value: Callable[[dict[str, Any]], float]) -> str:
    """How a value grows from one size to another, as a power of the number of mentions."""
    a, b = value(one), value(other)
    if min(a, b) < 0.01:
        return "-"
    return f"{math.log(b / a) / math.log(other['mentions'] / one['mentions']):.2f}"


def table(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Lines of what was measured, a column for each size and one for the growth between the last two."""
    pairs = list(pairwise(rows))
    yield f"{'':38}" + "".join(f"{r['mentions']:>20,}" for r in rows) + "".join(f"{'growth':>9}" for _ in pairs)
    for name in ("documents", "roots", "event", "track", "exclusion", "agreement", "track_relation"):
        yield f"{name:38}" + "".join(f"{r[name]:>20,}" for r in rows)

    def line(name: str, shown: Callable[[dict[str, Any]], str], value: Callable[[dict[str, Any]], float]) -> str:
        return f"{name:38}" + "".join(f"{shown(r):>20}" for r in rows) + "".join(
            f"{exponent(a, b, value):>9}" for a, b in pairs
        )  # fmt: skip

    for step in STEPS:
        yield line(
            f"{step}, s (processor), MB at peak",
            lambda r, s=step: f"{r['seconds'][s]:.1f} ({r['processor'][s]:.1f}) {r['peak_mb'][s]:.0f}",
            lambda r, s=step: r["processor"][s],
        )
    clock = Clock()
    for name, without in (("linking", ("storing",)), ("storing and linking", ())):
        yield line(
            f"{name}, s (processor)",
            lambda r, w=without: (
                f"{clock.total(r['seconds'], without=w):.1f} ({clock.total(r['processor'], without=w):.1f})"
            ),
            lambda r, w=without: clock.total(r["processor"], without=w),
        )
    yield line("mentions/s (of processor time)",
               lambda r: f"{r['mentions'] / clock.total(r['seconds']):.0f} ({r['mentions'] / clock.total(r['processor']):.0f})",
               lambda r: r["mentions"] / clock.total(r["processor"]))  # fmt: skip
    yield line(
        "memory at the peak, MB", lambda r: f"{max(r['peak_mb'].values()):.0f}", lambda r: max(r["peak_mb"].values())
    )
    yield line("file, MB", lambda r: f"{r['file_mb']:.0f}", lambda r: float(r["file_mb"]))
    for what in rows[0]["queries"]:
        yield line(
            f"brief: {what}",
            lambda r, w=what: f"{r['queries'][w]['seconds']:.2f} ({r['queries'][w]['processor']:.2f})",
            lambda r, w=what: r["queries"][w]["seconds"],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000", help="numbers of mentions, with commas between them")
    parser.add_argument("--memory-limit", type=float, metavar="GIB", help="memory that each size may take")
    parser.add_argument("--seed", type=int, default=2012)
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--row", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        size, seed, db = options.row
        print(json.dumps(measure(int(size), int(seed), db)))
        return
    rows = []
    for size in map(int, options.sizes.split(",")):
        rows.append(row(size, options.seed, options.memory_limit))
        if options.json:
            options.json.write_text(json.dumps(rows, indent=1), encoding="utf8")
        print("\n".join(table(rows)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
