"""Sentences a second and peak memory: the bare model, and coding end to end, on one and two threads, and in two processes of one
thread each, as `dragoman ingest` codes many articles.

    python benchmarks/speed.py [--articles news.jsonl] [--limit 493]

Without --articles the sample articles under examples/ are read. Each row runs in a process of its own, so that memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


def read(articles: Path | None, limit: int) -> list[dict[str, str]]:
    """Rows with id, text, published and outlet."""
    files = [articles] if articles else sorted(EXAMPLES.glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf8").splitlines() if line.strip()]
    return rows[:limit]


def measure(kind: str, threads: int, articles: Path | None, limit: int, part: tuple[int, int]) -> dict[str, float]:
    """One row, in this process: seconds, sentences, words, megabytes at the peak, seconds to the first result.

    Args:
        part: which of how many equal parts of the articles.
    """
    started = time.perf_counter()
    from dragoman.cli.services import shipped_coder
    from dragoman.records import Document
    from dragoman.text.sentences import split_sentences

    rows = read(articles, limit)[part[0] :: part[1]]
    coder = shipped_coder(threads)
    coder("Envoys from both sides met in Geneva on Monday.", published="2020-01-07")
    first = time.perf_counter() - started
    begun = time.perf_counter()
    sentences = words = 0
    if kind == "model":
        for parsed in coder.engine.pipe((row["text"], split_sentences(row["text"])) for row in rows):
            sentences += len(parsed)
            words += sum(len(s) for s in parsed)
    else:
        documents = (
            Document.of(r["text"], id=str(r["id"]), outlet=r.get("outlet"), published=r.get("published")) for r in rows
        )
        for coded in coder.code_many(documents):
            sentences += len(coded.sentences)
            words += sum(len(s) for s in coded.sentences)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles": len(rows),
        "sentences": sentences,
        "words": words,
        "seconds": seconds,
        "peak_mb": peak,
        "first": first,
    }


def rows(kind: str, threads: int, processes: int, options: argparse.Namespace) -> dict[str, float]:
    """One row of the table, measured in processes of their own that run at the same time."""
    commands = [[sys.executable, __file__, "--row", kind, str(threads), "--part", str(k), str(processes), "--limit", str(options.limit)]
                for k in range(processes)]  # fmt: skip
    if options.articles:
        commands = [[*command, "--articles", str(options.articles)] for command in commands]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    parts = [json.loads(process.communicate()[0]) for process in running]
    total = {key: sum(part[key] for part in parts) for key in ("articles", "sentences", "words", "peak_mb")}
    return total | {key: max(part[key] for part in parts) for key in ("seconds", "first")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--limit", type=int, default=100000)
    parser.add_argument("--row", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--part", nargs=2, type=int, default=(0, 1), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        kind, threads = options.row
        print(json.dumps(measure(kind, int(threads), options.articles, options.limit, tuple(options.part))))
        return
    print(f"{'':32}{'sentences/s':>12}{'words/s':>10}{'articles/s':>12}{'peak MB':>9}{'first result s':>16}")
    for kind, threads, processes, label in (
        ("model", 1, 1, "bare model, 1 thread"),
        ("model", 2, 1, "bare model, 2 threads"),
        ("code", 1, 1, "coding, end to end, 1 thread"),
        ("code", 2, 1, "coding, end to end, 2 threads"),
        ("code", 1, 2, "coding, end to end, 2 processes"),
    ):
        r = rows(kind, threads, processes, options)
        print(f"{label:32}{r['sentences'] / r['seconds']:12.0f}{r['words'] / r['seconds']:10.0f}"
              f"{r['articles'] / r['seconds']:12.1f}{r['peak_mb']:9.0f}{r['first']:16.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
