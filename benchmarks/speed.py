"""Sentences a second and peak memory: the bare model, and coding end to end, on one and two threads.

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


def measure(kind: str, threads: int, articles: Path | None, limit: int) -> dict[str, float]:
    """One row, in this process: seconds, sentences, words, megabytes at the peak, seconds to the first result."""
    started = time.perf_counter()
    import dragoman
    from dragoman.records import Document
    from dragoman.text.sentences import split_sentences

    rows = read(articles, limit)
    coder = dragoman.load(threads=threads)
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--limit", type=int, default=100000)
    parser.add_argument("--row", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        print(json.dumps(measure(options.row[0], int(options.row[1]), options.articles, options.limit)))
        return
    print(f"{'':28}{'sentences/s':>12}{'words/s':>10}{'articles/s':>12}{'peak MB':>9}{'first result s':>16}")
    for kind, name in (("model", "bare model"), ("code", "coding, end to end")):
        for threads in (1, 2):
            command = [sys.executable, __file__, "--row", kind, str(threads), "--limit", str(options.limit)]
            command += ["--articles", str(options.articles)] if options.articles else []
            r = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            label = f"{name}, {threads} thread{'s' * (threads > 1)}"
            print(f"{label:28}{r['sentences'] / r['seconds']:12.0f}{r['words'] / r['seconds']:10.0f}"
                  f"{r['articles'] / r['seconds']:12.1f}{r['peak_mb']:9.0f}{r['first']:16.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
