"""Who is meant: the resolver against actor mentions labelled by hand in real news.

    python benchmarks/actors.py --data DATA [--errors N] [--set news|plover] [--bare]

DATA holds news/articles.jsonl and relations/PLV_train.tsv. Two sets of labels lie beside this file, without any text:

    data/actors.jsonl         mentions drawn at random from the sentences of the articles, by article id, start and end;
                              labelled for country, PLOVER sector, actor type, person and office, before the resolver ran
    data/actors_plover.jsonl  source and target strings drawn at random from PLV_train.tsv, by row and column;
                              labelled for country and sector

A mention is given to the resolver as the language model cuts it, with the article's date and its title and first 600 characters
as context, which is what the coder gives it; a PLOVER string with its sentence and no date (`--bare` leaves the sentence out too).

A label is a value; "-" for nothing to say; "a|b" where the codebook leaves more than one right, the first being the labeller's
choice; "?" for not judged; and a final "~" where only the words around tell, so that unknown is right as well. Figures, in per
cent, with 95 % intervals from resampling whole articles:

    right     answered as labelled, unknown where nothing is to be said
    first     the same with the labeller's first choice only ("~" still allows unknown)
    wrong     answered, and not as labelled: worse than unknown
    named     right among mentions whose own words say it (no "-", no "~")
    answered  of those, how many got any answer

One half (`dev`, by a hash of the article's id or of the row) is for improving the resolver; the other (`test`) only for
reporting: its errors are never listed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.actors import load
from dragoman.actors.matcher import fold

HERE = Path(__file__).parent / "data"
FIELDS = ("country", "sector", "type", "person", "office")
ROUNDS = 1000


class Case(NamedTuple):
    """A phrase with what it is given with, and its labels; `unit` is resampled and split as one."""

    unit: str
    phrase: str
    published: str | None
    context: str | None
    labels: dict[str, str]


class Mark(NamedTuple):
    """How one field of one case came out."""

    right: bool
    first: bool
    wrong: bool
    named: bool
    answered: bool


def half(unit: str) -> str:
    """dev or test."""
    return "dev" if int(hashlib.sha256(unit.encode()).hexdigest(), 16) % 2 else "test"


def news(data: Path) -> list[Case]:
    """The labelled mentions with their words read from the articles."""
    with (data / "news" / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = {a["id"]: a for a in map(json.loads, lines)}
    cases = []
    for row in map(json.loads, (HERE / "actors.jsonl").read_text(encoding="utf-8").splitlines()):
        article = articles[row["article"]]
        text = article["text"]
        context = " ".join(filter(None, [article["title"], text[:600]]))
        phrase = text[row["start"] : row["end"]]
        cases.append(Case(row["article"], phrase, article["published"] or None, context, row))
    return cases


def plover(data: Path, bare: bool) -> list[Case]:
    """The labelled source and target strings."""
    with (data / "relations" / "PLV_train.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    cases = []
    for label in map(json.loads, (HERE / "actors_plover.jsonl").read_text(encoding="utf-8").splitlines()):
        row = rows[label["row"]]
        cases.append(Case(str(label["row"]), row[label["column"]], None, None if bare else row["sentence"], label))
    return cases


def answers(cases: Iterable[Case]) -> list[dict[str, str | None]]:
    """What the shipped resolver says, field by field."""
    knowledge = load()
    found = []
    for case in cases:
        answer = knowledge.resolve(case.phrase, published=case.published, context=case.context)
        person = answer.person
        found.append(
            {
                "country": answer.country,
                "sector": answer.sector,
                "type": answer.actor_type,
                "person": person.name if person else None,
                "office": person.office if person else None,
                "why": answer.why,
            }
        )
    return found


def same_person(gold: str, found: str) -> bool:
    """Whether two spellings name one person: all words of one in the other, or equal surname and initial."""
    a, b = (fold(n).lower().replace("-", " ").replace(".", "").split() for n in (gold, found))
    return set(a) <= set(b) or set(b) <= set(a) or (a[-1] == b[-1] and a[0][0] == b[0][0])


@cache
def offices() -> frozenset[str]:
    """Office types that the tables know; any other office is "other"."""
    tables = load().tables
    return frozenset(row.office_type for row in (*tables.tenures, *tables.roles)) - {"", "other"}


def equal(field: str, gold: str, found: str | None) -> bool:
    """Whether an answer is the value of a label."""
    if gold == "-" or found is None:
        return gold == "-" and found is None
    if field == "person":
        return same_person(gold, found)
    if field == "office":
        return gold == (found if found in offices() else "other")
    return gold == found


def mark(field: str, label: str, found: str | None) -> Mark | None:
    """How an answer stands to a label; None where it is not judged."""
    open_, values = label.endswith("~"), label.removesuffix("~").split("|")
    if "?" in values:
        return None
    unknown = open_ and found is None
    right = unknown or any(equal(field, v, found) for v in values)
    named = not open_ and "-" not in values
    first = unknown or equal(field, values[0], found)
    return Mark(right, first, found is not None and not right, named, found is not None)


def rates(marks: Sequence[Mark]) -> dict[str, float]:
    """The figures of some marks, in per cent."""

    def share(values: Sequence[bool]) -> float:
        return 100 * sum(values) / len(values) if values else float("nan")

    named = [m for m in marks if m.named]
    return {
        "right": share([m.right for m in marks]),
        "first": share([m.first for m in marks]),
        "wrong": share([m.wrong for m in marks]),
        "named": share([m.right for m in named]),
        "answered": share([m.answered for m in named]),
    }


def intervals(units: dict[str, list[Mark]]) -> dict[str, tuple[float, float]]:
    """95 % intervals of the figures, units resampled whole."""
    draw, groups = random.Random(0), list(units.values())
    rounds = [rates([m for g in draw.choices(groups, k=len(groups)) for m in g]) for _ in range(ROUNDS)]
    result = {}
    for name in rounds[0]:
        values = sorted(r[name] for r in rounds)
        result[name] = (values[int(0.025 * ROUNDS)], values[int(0.975 * ROUNDS)])
    return result


def report(name: str, cases: Sequence[Case], found: Sequence[dict[str, str | None]]) -> None:
    """Print the table of one set."""
    for part in ("dev", "test"):
        chosen = [(c, f) for c, f in zip(cases, found, strict=True) if half(c.unit) == part]
        print(f"\n{name}, {part}: {len(chosen)} mentions")
        print("  field     n     right              first              wrong             named              answered")
        for field in FIELDS:
            units: dict[str, list[Mark]] = {}
            for case, answer in chosen:
                result = mark(field, case.labels[field], answer[field]) if field in case.labels else None
                if result is not None:
                    units.setdefault(case.unit, []).append(result)
            marks = [m for g in units.values() for m in g]
            if not marks:
                continue
            figures, spans = rates(marks), intervals(units)
            cells = [f"{figures[k]:5.1f} [{spans[k][0]:5.1f},{spans[k][1]:5.1f}]" for k in figures]
            print(f"  {field:8} {len(marks):4}  " + "  ".join(cells))


def errors(cases: Sequence[Case], found: Sequence[dict[str, str | None]], most: int) -> None:
    """Print what went wrong in the dev half."""
    for case, answer in zip(cases, found, strict=True):
        if half(case.unit) != "dev" or most <= 0:
            continue
        failed = []
        for field in FIELDS:
            result = mark(field, case.labels[field], answer[field]) if field in case.labels else None
            if result is not None and not result.right:
                failed.append(f"{field}{'!' if result.wrong else '?'} {answer[field]} for {case.labels[field]}")
        if failed:
            most -= 1
            print(f"  {case.phrase!r} ({case.published}): {'; '.join(failed)}   [{answer['why']}]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", choices=("news", "plover"), help="only one of the two sets")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of the dev half, a set")
    parser.add_argument("--bare", action="store_true", help="PLOVER strings without their sentences")
    args = parser.parse_args()
    sets: dict[str, Any] = {"news": lambda: news(args.data), "plover": lambda: plover(args.data, args.bare)}
    for name, read in sets.items():
        if args.set in (None, name):
            cases = read()
            found = answers(cases)
            report(name, cases, found)
            errors(cases, found, args.errors)


if __name__ == "__main__":
    main()
