"""What the tables of actors cost: loading, matching per 1,000 words, and the share of coding end to end.

    python benchmarks/actors_speed.py [--articles news.jsonl] [--limit N] [--patterns 50000] [--actors FOLDER]

Without --articles the sample articles under examples/ are read. Each row runs in a process of its own, on one thread:

    shipped      the shipped tables
    own names    with as many further patterns as --patterns says, invented, as rows of an own table
    dictionary   the same names as a dictionary in PETRARCH's form
    FOLDER       the tables and dictionaries of a folder of yours

Columns: processor seconds to import and load (no other process disturbs them), the best and the middle of three, the shipped
tables from their compiled file, in the row "CSV" from the CSV tables; names looked up; milliseconds to find all names of 1,000
words; the share of that, and of saying who is meant, in the time of coding the articles end to end, model included.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
SYLLABLES = "ba dor kel mi ran sul te vo zan lu pri gos har nem tik wol yar fen qui das".split()  # noqa: SIM905
GROUPS = "id,name,aliases,actor_type,sector,country,leaders,valid_from,valid_to,wikidata_id,source\n"


def texts(articles: Path | None, limit: int) -> list[dict[str, Any]]:
    """Articles with id, text, published and outlet."""
    files = [articles] if articles else sorted(EXAMPLES.glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf8").splitlines() if line.strip()]
    return rows[:limit]


def invented_names(count: int) -> list[str]:
    """Names of two or three words that no text holds, the same each time."""
    draw = random.Random(2016)
    names: dict[str, None] = {}
    while len(names) < count:
        words = [
            "".join(draw.choices(SYLLABLES, k=draw.choice((2, 3)))).capitalize() for _ in range(draw.choice((2, 3)))
        ]
        names[" ".join(words)] = None
    return list(names)


def folder_of(kind: str, count: int, base: Path) -> Path:
    """A folder with that many invented names, as rows of a table or as a dictionary."""
    names = invented_names(count // 2)  # each is a pattern as written and one in capitals
    if kind == "own names":
        rows = [f"group:syr-x{i},{name},,armed_group,REB,SYR,,,,,invented\n" for i, name in enumerate(names)]
        (base / "groups.csv").write_text(GROUPS + "".join(rows))
    else:
        lines = [f"{name.upper().replace(' ', '_')}_ [SYRREB 900101-991231]\n" for name in names]
        (base / "invented.actors.txt").write_text("".join(lines))
    return base


def load_seconds(folder: str | None, csv: bool) -> list[float]:
    """Import and load, three times after a first, each in a fresh process."""
    source = "import time; t = time.process_time()\nimport dragoman.actors as a\n"
    if csv:
        source += "from dragoman.actors.tables import DATA, read_tables\na.Knowledge(read_tables())\n"
    else:
        source += f"a.load(extra={[folder] if folder else []!r})\n"
    source += "print(time.process_time() - t)"
    runs = [
        subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, text=True) for _ in range(4)
    ]
    return [float(run.stdout) for run in runs[1:]]


class Timer:
    """Adds up the time inside a function; calls within calls count once."""

    def __init__(self) -> None:
        self.seconds, self._depth = 0.0, 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        def timed(*arguments: Any, **options: Any) -> Any:
            self._depth += 1
            begun = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.seconds += time.perf_counter() - begun

        return timed


def measure(folder: str | None, articles: Path | None, limit: int) -> dict[str, float]:
    """One row, in this process."""
    import dragoman
    from dragoman import actors
    from dragoman.actors.dictionaries import DictionaryNames, WithDictionaries
    from dragoman.actors.matcher import Matcher
    from dragoman.actors.resolver import Resolver
    from dragoman.records import Document

    rows = texts(articles, limit)
    knowledge = actors.load(extra=[folder] if folder else [])
    words = sum(len(row["text"].split()) for row in rows)
    for row in rows[:20]:
        knowledge.match(row["text"])
    begun, rounds = time.perf_counter(), 0
    while rounds < 3 or time.perf_counter() - begun < 1:
        for row in rows:
            knowledge.match(row["text"])
        rounds += 1
    per_1000 = (time.perf_counter() - begun) / rounds / words * 1000
    names = len(knowledge.matcher._index) + (knowledge.dictionaries.n_names if knowledge.dictionaries else 0)

    coder = dragoman.load(threads=1, actors=[folder] if folder else [])
    coder("Envoys from both sides met in Geneva on Monday.", published="2020-01-07")
    matching, meaning = Timer(), Timer()
    for owner, timer, name in (
        (Matcher, matching, "match"),
        (DictionaryNames, matching, "match"),
        (Resolver, meaning, "resolve"),
        (WithDictionaries, meaning, "resolve"),
    ):
        setattr(owner, name, timer.around(getattr(owner, name)))
    documents = [
        Document.of(r["text"], id=str(r["id"]), outlet=r.get("outlet"), published=r.get("published")) for r in rows
    ]
    begun = time.perf_counter()
    for _ in coder.code_many(documents):
        pass
    total = time.perf_counter() - begun
    return {
        "names": names,
        "per_1000": per_1000,
        "words": words,
        "total": total,
        "matching": matching.seconds / total,
        "meaning": meaning.seconds / total,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--limit", type=int, default=100000)
    parser.add_argument("--patterns", type=int, default=50000)
    parser.add_argument("--actors", metavar="FOLDER")
    parser.add_argument("--row", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row is not None:
        print(json.dumps(measure(options.row or None, options.articles, options.limit)))
        return
    print(f"{'':14}{'load s: best':>13}{'middle':>8}{'names':>10}{'ms/1,000 words':>16}{'match %':>9}{'who %':>7}")
    runs = load_seconds(None, csv=True)
    print(f"{'CSV':14}{min(runs):13.2f}{statistics.median(runs):8.2f}")
    with tempfile.TemporaryDirectory() as own, tempfile.TemporaryDirectory() as dictionary:
        kinds = {"shipped": ""}
        kinds["own names"] = str(folder_of("own names", options.patterns, Path(own)))
        kinds["dictionary"] = str(folder_of("dictionary", options.patterns, Path(dictionary)))
        if options.actors:
            kinds["FOLDER"] = str(Path(options.actors).resolve())
        for kind, folder in kinds.items():
            runs = load_seconds(folder or None, csv=False)
            command = [sys.executable, __file__, "--row", folder, "--limit", str(options.limit)]
            command += ["--articles", str(options.articles)] if options.articles else []
            r = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            print(f"{kind:14}{min(runs):13.2f}{statistics.median(runs):8.2f}{r['names']:10,.0f}{r['per_1000'] * 1000:16.2f}"
                  f"{r['matching']:9.1%}{r['meaning']:7.1%}")  # fmt: skip
    print(f"{r['words']:,.0f} words, coded in {r['total']:.1f} s")


if __name__ == "__main__":
    main()
