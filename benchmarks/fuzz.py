"""Feeds readers and text functions with broken input, guided by coverage (atheris) or at random where that is not installed.

    pip install -e '.[fuzz]'
    python benchmarks/fuzz.py [TARGET ...] [--runs 2000] [--seconds 60] [--limit 5] [--keep FOLDER] [--list]

A TARGET is the beginning of a name of --list; without any, all are fed. Each runs in a process of its own until it has had --runs
inputs or --seconds are over. What must hold: nothing but the package's own errors is raised, no promise is broken (offsets, order,
valid text: see fuzz_targets.py), and no input takes --limit seconds. Each kind of fault is told once, and its input kept in --keep;
`--replay FILE` with the TARGET feeds it again. Exit code 1 where a fault was found.
"""

from __future__ import annotations

import argparse
import atexit
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MOST_BYTES = 4096
HUNG = 10
"""Times the limit after which a process is ended from outside."""


class Watch:
    """Feeds one target, keeps what went wrong once for each kind, and writes how it stands."""

    def __init__(self, target: Any, limit: float, keep: Path, report: Path) -> None:
        self.target, self.limit, self.keep, self.report = target, limit, keep, report
        self.inputs, self.slowest, self.begun = 0, 0.0, time.monotonic()
        self.faults: dict[str, str] = {}

    def feed(self, data: bytes) -> None:
        """Feed one input; faults are noted, not raised, so that the search goes on."""
        from dragoman.errors import DragomanError

        begun = time.perf_counter()
        try:
            self.target.feed(data)
        except DragomanError:
            pass
        except Exception as error:
            self.note(fault_of(error), data, "".join(traceback.format_exception(error)[-3:]))
        seconds = time.perf_counter() - begun
        self.slowest = max(self.slowest, seconds)
        if seconds > self.limit:
            self.note(f"slow: {seconds:.1f} s for {len(data)} bytes", data, "")
        self.inputs += 1
        if self.inputs % 50 == 0:
            self.write()

    def note(self, fault: str, data: bytes, told: str) -> None:
        """Keep an input the first time that its kind of fault comes."""
        kind = fault.split(":")[0] if fault.startswith("slow") else fault
        if kind not in self.faults:
            self.faults[kind] = f"{fault}\n{told}"
            name = f"{self.target.name.replace(' ', '-').replace('.', '')}-{len(self.faults)}.bin"
            (self.keep / name).write_bytes(data)
            self.write()

    def write(self) -> None:
        """Write how it stands; libFuzzer ends the process without asking Python."""
        told = {
            "inputs": self.inputs,
            "slowest": self.slowest,
            "seconds": time.monotonic() - self.begun,
            "faults": self.faults,
        }
        self.report.write_text(json.dumps(told), encoding="utf8")


def fault_of(error: BaseException) -> str:
    """What kind of fault: the error and the innermost place in our code, or in this folder's."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if "dragoman" in f.filename or "fuzz_targets" in f.filename
    ]
    inner = frames[-1] if frames else None
    return f"{type(error).__name__} at {Path(inner.filename).name}:{inner.lineno}" if inner else type(error).__name__


def mutated(data: bytes, draw: random.Random, others: list[bytes]) -> bytes:
    """A seed with a few pieces cut, doubled, swapped for junk or for a piece of another."""
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 4, 8))):
        at, size = draw.randrange(len(made) + 1), draw.choice((1, 1, 2, 5, 20))
        other = draw.choice(others)
        start = draw.randrange(len(other) + 1)
        kind = draw.randrange(5)
        if kind == 0:
            del made[at : at + size]
        elif kind == 1:
            made[at:at] = made[at : at + size] * draw.choice((1, 2, 50))
        elif kind == 2:
            made[at : at + size] = draw.randbytes(size)
        elif kind == 3:
            made[at:at] = draw.choice(
                (b"\0", b"\xff\xfe", b'"', b"\n", b"\r", b",", "\u2028é".encode(), b"<", b"[", b"9" * 30)
            )
        else:
            made[at:at] = other[start : start + size]
    return bytes(made[:MOST_BYTES])


def run_one(options: argparse.Namespace) -> None:
    """Feed one target, in this process."""
    sys.path.insert(0, str(HERE))
    try:
        import atheris
    except ImportError:
        atheris = None
    if atheris:
        with atheris.instrument_imports(include=["dragoman", "fuzz_targets"]):
            import fuzz_targets
    else:
        import fuzz_targets
    target = next(t for t in fuzz_targets.targets() if t.name == options.one)
    atexit.register(shutil.rmtree, fuzz_targets.SCRATCH, ignore_errors=True)
    watch = Watch(target, options.limit, options.keep, options.report)
    atexit.register(watch.write)
    if options.replay:
        watch.feed(options.replay.read_bytes())
        return
    for seed in target.seeds:
        watch.feed(seed)
    if not atheris:
        draw = random.Random(options.seed)
        while watch.inputs < options.runs and time.monotonic() - watch.begun < options.seconds:
            watch.feed(mutated(draw.choice(target.seeds), draw, target.seeds))
        return
    corpus = options.keep / f"corpus-{options.one.replace(' ', '-').replace('.', '')}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    flags = [f"-runs={options.runs}", f"-max_total_time={options.seconds:.0f}", f"-seed={options.seed}", f"-max_len={MOST_BYTES}",
             f"-timeout={options.limit * HUNG:.0f}", f"-artifact_prefix={options.keep}/", "-rss_limit_mb=2048"]  # fmt: skip
    atheris.Setup([sys.argv[0], str(corpus), *flags], watch.feed)
    atheris.Fuzz()


def fed(name: str, options: argparse.Namespace, keep: Path) -> dict[str, Any]:
    """Feed one target in a process of its own; return its report."""
    report = keep / "report.json"
    report.unlink(missing_ok=True)
    command = [sys.executable, __file__, "--one", name, "--report", str(report), "--keep", str(keep)]
    command += [
        "--runs",
        str(options.runs),
        "--seconds",
        str(options.seconds),
        "--limit",
        str(options.limit),
        "--seed",
        str(options.seed),
    ]
    command += ["--replay", str(options.replay)] if options.replay else []
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=options.seconds + 60 + options.limit * HUNG
        )
        ending, output = done.returncode, done.stderr
    except subprocess.TimeoutExpired:
        ending, output = -1, "ended from outside"
    found: dict[str, Any] = {"inputs": 0, "slowest": 0.0, "seconds": 0.0, "faults": {}}
    if report.exists():
        found = json.loads(report.read_text(encoding="utf8"))
    if ending:
        found["faults"][f"process ended with {ending}"] = output[-1500:]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--runs", type=int, default=2000, help="inputs a target")
    parser.add_argument("--seconds", type=float, default=60, help="seconds a target")
    parser.add_argument("--limit", type=float, default=5, help="seconds an input")
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--keep", type=Path, help="folder for inputs with faults; a new one where left out")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="feed this input to the one TARGET")
    parser.add_argument("--list", action="store_true", help="name the targets")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--report", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run_one(options)
        return 0
    sys.path.insert(0, str(HERE))
    import fuzz_targets

    names = [t.name for t in fuzz_targets.targets()]
    shutil.rmtree(fuzz_targets.SCRATCH, ignore_errors=True)
    chosen = [n for n in names if not options.targets or n.startswith(tuple(options.targets))]
    if options.list or not chosen:
        print("\n".join(names))
        return 0 if options.list else 2
    keep = options.keep or Path(tempfile.mkdtemp(prefix="dragoman-faults-"))
    keep.mkdir(parents=True, exist_ok=True)
    print(f"{'target':30}{'inputs':>10}{'a second':>10}{'slowest ms':>12}{'faults':>8}")
    total, faults = 0, 0
    for name in chosen:
        found = fed(name, options, keep)
        total, faults = total + found["inputs"], faults + len(found["faults"])
        rate = found["inputs"] / found["seconds"] if found["seconds"] else 0
        print(
            f"{name:30}{found['inputs']:10,}{rate:10,.0f}{found['slowest'] * 1000:12,.0f}{len(found['faults']):8}",
            flush=True,
        )
        for told in found["faults"].values():
            print("    " + told.strip().replace("\n", "\n    "))
    print(
        f"{total:,} inputs, {faults} kinds of fault; inputs are in {keep}" if faults else f"{total:,} inputs, no fault"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
