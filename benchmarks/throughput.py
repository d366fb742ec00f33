"""How fast `ingest` fills a record: articles and sentences a second, by engine and number of articles, and memory at the peak.

    python benchmarks/throughput.py [--articles news.jsonl] [--off-topic 0.9] [--sizes 100 200 400] [--dask]
        [--control] [--estimate 10000000 64]

Articles are made, the same each time, of sentences drawn from those under examples/ (or --articles), each from three to five of one
kind, so that they are as long as those. With --off-topic that share of them is made of sentences about anything else
(data/off-topic.jsonl), as in a stream of all the news; screening sets them aside, and their sentences are not counted. Each row is an
ingest into a new record in processes of its own:

    read, screen, code, link   seconds of each part, as the progress of `ingest` tells them; loading the model is not counted
    articles/s, sentences/s    of the whole, and of coding alone
    MB                         proportional set size of all its processes together, and of the one that holds the record, at the peak
    efficiency                 articles a second while coding, against as many times those of one process

With --control two runs that have nothing to do with each other go at once, with one process each: their efficiency is what the machine
allows, whose cores share memory, caches and heat.

With --estimate the time for that many articles on that many cores is worked out from the rows: coding is shared out at the
efficiency of the last row with several processes, everything else is done by one process and grows with the number of articles.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
STEPS = {"Hashing inputs": "read", "Reading articles": "read", "Screening articles": "screen", "Coding articles": "code",
         "Linking": "link"}  # fmt: skip
OFF_TOPIC = Path(__file__).parent / "data" / "off-topic.jsonl"
PAUSE = 0.1
"""Seconds between two looks at memory."""


def made_articles(source: Path | None, off_topic: float, number: int, path: Path) -> int:
    """Write articles made of drawn sentences as JSON lines; return the number of the sentences that are on the topic."""
    from dragoman.text.sentences import split_sentences

    def read(files: list[Path]) -> tuple[list[dict[str, Any]], list[list[str]]]:
        lines = [line for file in files for line in file.read_text(encoding="utf8").splitlines() if line.strip()]
        rows = [json.loads(line) for line in lines]
        return rows, [[row["text"][a:b] for a, b in split_sentences(row["text"])] for row in rows]

    news, others = read([source] if source else sorted(EXAMPLES.glob("*.jsonl"))), read([OFF_TOPIC])
    draw = random.Random(2016)
    total = 0
    with path.open("w", encoding="utf8") as stream:
        for article in range(number):
            rows, sentences = others if draw.random() < off_topic else news
            row = draw.choice(rows)
            some = [
                sentence for which in draw.sample(range(len(rows)), draw.randint(3, 5)) for sentence in sentences[which]
            ]
            chosen = draw.sample(some, min(len(some), len(sentences[draw.randrange(len(rows))])))
            total += len(chosen) * (rows is news[0])
            made = {
                "id": f"a{article}",
                "title": row.get("title"),
                "outlet": row.get("outlet"),
                "published": row.get("published"),
            }
            stream.write(json.dumps(made | {"text": "\n\n".join(chosen)}) + "\n")
    return total


def memory(pid: int) -> tuple[int, int]:
    """Proportional set size in kB of a process with all it started, and of it alone; what ended counts nothing."""
    own, total, waiting = 0, 0, [pid]
    while waiting:
        here = waiting.pop()
        try:
            rollup = Path(f"/proc/{here}/smaps_rollup").read_text()
            size = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
            for file in Path(f"/proc/{here}/task").glob("*/children"):
                waiting += map(int, file.read_text().split())
        except (OSError, StopIteration, ValueError):
            continue
        total += size
        own = size if here == pid else own
    return total, own


def ingest_here(articles: Path, db: Path, engine: str, processes: int, screened: bool) -> dict[str, Any]:
    """One row, in this process: seconds by part, and what came of it."""
    from dragoman.cli.services import shipped_coder, shipped_extractor
    from dragoman.recording import Store, ingest
    from dragoman.runs import ShippedCoder, Spread
    from dragoman.screening import Screen
    from dragoman.sources import read_paths

    with ExitStack() as stack:
        spread = None
        if engine == "dask":
            from distributed import LocalCluster

            cluster: Any = LocalCluster
            started = stack.enter_context(
                cluster(n_workers=processes, threads_per_worker=1, processes=True, dashboard_address=None)
            )
            spread = Spread(maker=ShippedCoder(), scheduler=started.scheduler_address)
        elif processes > 1:
            spread = Spread(maker=ShippedCoder(), processes=processes)
        coder = shipped_coder(1)
        _ = coder.version
        if spread is None:
            coder("Envoys from both sides met in Geneva on Monday.", published="2020-01-07")
        store = stack.enter_context(Store(db))
        seconds = dict.fromkeys(dict.fromkeys(STEPS.values()), 0.0)
        last: list[Any] = ["read", time.perf_counter()]

        def step(text: str, done: int, total: int | None) -> None:
            now = time.perf_counter()
            seconds[last[0]] += now - last[1]
            last[:] = STEPS[text], now

        items = read_paths([str(articles)], extract=shipped_extractor())
        done = ingest(store, coder, items, options={"paths": [str(articles)]}, step=step, spread=spread,
                      screen=Screen() if screened else None)  # fmt: skip
        step("Linking", 0, None)
    return {"seconds": seconds, "coded": done.n_coded, "mentions": done.n_mentions, "set_aside": done.n_set_aside}


def row(articles: Path, engine: str, processes: int, screened: bool) -> dict[str, Any]:
    """One row, in a process of its own that is looked at from here."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            __file__,
            "--row",
            str(articles),
            str(Path(folder) / "a.duckdb"),
            engine,
            str(processes),
        ]
        command += ["--no-screen"] * (not screened)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        peak = [0, 0]

        def look() -> None:
            while process.poll() is None:
                peak[:] = [max(pair) for pair in zip(peak, memory(process.pid), strict=True)]
                time.sleep(PAUSE)

        watcher = threading.Thread(target=look, daemon=True)
        watcher.start()
        out, err = process.communicate()
        watcher.join()
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}\n{err}")
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found | {"peak": peak[0] / 1024, "own": peak[1] / 1024}


def estimate(rows: list[dict[str, Any]], articles: int, cores: int) -> str:
    """The time for so many articles on so many cores, with what it rests on."""
    one = next(r for r in rows if r["processes"] == 1 and r["engine"] == "processes")
    many = [r for r in rows if r["processes"] > 1][-1]
    efficiency = many["efficiency"]
    by_one = {name: many["seconds"][name] / many["articles"] for name in ("read", "screen", "link")}
    coding = one["seconds"]["code"] / one["articles"]
    hours = {name: value * articles / 3600 for name, value in by_one.items()}
    hours["code"] = coding * articles / (cores * efficiency) / 3600
    parts = ", ".join(f"{name} {hours[name]:.1f} h" for name in ("read", "screen", "code", "link"))
    return (
        f"{articles:,} articles on {cores} cores: {sum(hours.values()):.1f} h ({parts}), if all are like these, coding takes"
        f" {coding * 1000:.0f} ms of one core, {cores} cores work at {efficiency:.0%}, and the one process that reads, screens, loads"
        " and links keeps up"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument(
        "--off-topic", type=float, default=0.0, metavar="SHARE", help="share of articles about anything else"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 200, 400], help="numbers of articles, for two processes"
    )
    parser.add_argument("--dask", action="store_true", help="also two workers of a Dask cluster on this machine")
    parser.add_argument("--no-single", action="store_true", help="without the row of one process")
    parser.add_argument("--control", action="store_true", help="also two separate runs at once")
    parser.add_argument("--no-screen", action="store_true")
    parser.add_argument("--estimate", type=int, nargs=2, metavar=("ARTICLES", "CORES"))
    parser.add_argument("--row", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        articles, db, engine, processes = options.row
        print(json.dumps(ingest_here(Path(articles), Path(db), engine, int(processes), not options.no_screen)))
        return
    middle = options.sizes[len(options.sizes) // 2]
    plan = [] if options.no_single else [("processes", 1, middle)]
    plan += [("processes", 2, size) for size in options.sizes]
    plan += [("dask", 2, middle)] if options.dask else []
    print(f"{'engine':10}{'n':>3}{'articles':>10}{'sentences':>11}{'read':>7}{'screen':>8}{'code':>8}{'link':>7}"
          f"{'articles/s':>12}{'coding':>8}{'sentences/s':>13}{'MB: all':>9}{'one':>6}{'efficiency':>12}")  # fmt: skip
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for engine, processes, size in plan:
            path = Path(folder) / f"{size}.jsonl"
            sentences = made_articles(options.articles, options.off_topic, size, path)
            r = row(path, engine, processes, not options.no_screen)
            r |= {"engine": engine, "processes": processes, "articles": size}
            s, whole = r["seconds"], sum(r["seconds"].values())
            r["rate"] = r["coded"] / s["code"]
            single = next((x["rate"] for x in rows if x["processes"] == 1), r["rate"] / processes)
            r["efficiency"] = r["rate"] / (processes * single)
            rows.append(r)
            print(f"{engine:10}{processes:3}{size:10,}{sentences:11,}{s['read']:7.1f}{s['screen']:8.1f}{s['code']:8.1f}{s['link']:7.1f}"
                  f"{size / whole:12.1f}{r['rate']:8.1f}{sentences / s['code']:13.0f}{r['peak']:9.0f}{r['own']:6.0f}"
                  f"{'-' if options.no_single else format(r['efficiency'], '.0%'):>12}", flush=True)  # fmt: skip
        if options.control:
            made_articles(options.articles, options.off_topic, middle, path := Path(folder) / "control.jsonl")
            with ThreadPoolExecutor(2) as both:
                pair = list(both.map(lambda _: row(path, "processes", 1, not options.no_screen), range(2)))
            rate = sum(r["coded"] / r["seconds"]["code"] for r in pair)
            print(
                f"two separate runs at once: {rate:.1f} articles/s coding, {rate / (2 * rows[0]['rate']):.0%} of twice one"
            )
    print(f"{rows[-1]['mentions']:,} mentions in the last row; {rows[-1]['set_aside']:,} articles set aside")
    if options.estimate:
        print(estimate(rows, *options.estimate))


if __name__ == "__main__":
    main()
