"""How well Dragoman codes: its event mentions against articles coded by hand that nothing was trained on.

    python benchmarks/coding.py --data DATA [--set seen=0.2 ...] [--half dev|test|train] [--deciders rules|model]

DATA holds annotations/, news/ and contrast/; articles coded since are in training/coded. One article in six, by a hash of its id, is
kept from training; of these, one half (`dev`) is for choosing thresholds, the other (`test`) for reporting. Articles of which a near copy
was trained on are left out. The rows below each set give 95 % intervals from 1,000 resamples of its articles, precision and recall.
Figures, in per cent:

    trigger  F1 of mentions whose trigger words overlap, or whose type is equal in the same sentence
    type     F1 of peacemaking mentions with equal codebook type
    plover   F1 of all mentions with equal PLOVER category
    status … speaker   accuracy on pairs of equal type
    roles    F1 of participants with equal role family whose words overlap or whose actor is the same
    mediator, party, excluded   the same for one family
    venue    F1 of places of paired mentions with the same city, or country where no city is told
    when     F1 of first days of paired mentions, as precise as the coder gave them
    history  F1 of paired mentions that retell history (`background`)
    mode     accuracy of exclusion modes on pairs in which somebody is excluded
    relevant F1 of articles with at least one peacemaking mention
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import msgspec
from training.articles import coded_sets, half, near_copies, read_codings
from training.examples import ROLE_FAMILY

import dragoman
from dragoman.coder import Coder
from dragoman.coder.draft.options import Thresholds
from dragoman.records import Document, EventMention, Participant

Count = Counter[str]
# Roles that coders used for attendees without a function before there was `participant` (codebook R21).
LOOSE = {"participant": {"initiator", "observer", "party"}}


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def plain(name: str | None) -> str:
    words = (name or "").lower().replace("’", "'").removeprefix("the ")
    for ending in (" government", " regime"):
        words = words.removesuffix(ending)
    return {"u.s.": "united states", "us": "united states", "u.n.": "united nations", "un": "united nations"}.get(
        words, words
    )


def family(role: str) -> str:
    return "mediator" if role == "convener" else ROLE_FAMILY.get(role, role)


def same_role(gold: str, found: str) -> bool:
    return family(gold) == family(found) or gold in LOOSE.get(found, ())


def pairs(gold: list[dict[str, Any]], found: list[EventMention]) -> Iterable[tuple[dict[str, Any], EventMention]]:
    """One-to-one pairs inside a sentence: overlapping and equal type first, then overlapping, then equal type."""
    free_gold, free_found = list(range(len(gold))), list(range(len(found)))
    for test in (0, 1, 2):
        for g in list(free_gold):
            for f in free_found:
                a, b = gold[g], found[f]
                over = overlap(
                    (a["trigger"]["start"], a["trigger"]["end"]), (b.evidence.trigger.start, b.evidence.trigger.end)
                )
                same = a["type"] == b.type and (a["type"] is not None or a["plover"] == b.plover.event)
                inside = b.evidence.start <= a["trigger"]["start"] < b.evidence.end
                if (over and a["type"] == b.type, over, same and inside)[test]:
                    free_gold.remove(g)
                    free_found.remove(f)
                    yield a, b
                    break


def speaker(gold: dict[str, Any], found: EventMention) -> bool:
    said = [a["speaker"] for a in gold["said_by"]]
    chain = [s.speaker for s in found.attribution[1:] if s.speaker]
    if not said or not chain:
        return not said and not chain
    titles = {
        "the",
        "a",
        "of",
        "mr",
        "president",
        "minister",
        "secretary",
        "foreign",
        "senior",
        "official",
        "spokesman",
    }
    return bool((set(said[-1].lower().split()) & set(chain[-1].lower().split())) - titles)


def roles(count: Count, name: str, gold: list[dict[str, Any]], found: list[Participant]) -> int:
    hits, used = 0, set()
    for a in gold:
        for k, b in enumerate(found):
            words = (
                a["mention"]
                and b.mention
                and overlap((a["mention"]["start"], a["mention"]["end"]), (b.mention.start, b.mention.end))
            )
            if k not in used and same_role(a["role"], b.role) and (words or plain(a["actor"]) == plain(b.name)):
                used.add(k)
                hits += 1
                break
    count[f"{name} hit"] += hits
    return hits


def city(value: str | None) -> str:
    """What a place is compared by: the words before the first comma."""
    return plain((value or "").split(",")[0].strip())


def same_day(gold: dict[str, Any], found: EventMention) -> bool:
    told, own = (gold["when"] or {}).get("value"), found.date.start if found.date else None
    return bool(told and own and own.startswith(told))


def places_and_days(matched: list[tuple[dict[str, Any], EventMention]]) -> Count:
    """Pairs with the same place, the same day, and both history."""
    return Counter(
        venue=sum(bool(g["venue"] and f.venue and city(g["venue"]["value"]) == city(f.venue.name)) for g, f in matched),
        when=sum(same_day(g, f) for g, f in matched),
        history=sum(bool(g.get("background") and f.background) for g, f in matched),
    )


def modes(gold: dict[str, Any], found: EventMention) -> list[bool]:
    """Whether the mode is right, in a list of one, empty where one of the two excludes nobody."""
    told = (gold.get("exclusion") or {}).get("mode")
    own = [p.exclusion.mode for p in found.participants if p.exclusion]
    return [told in own] if told and own else []


def score(coding: dict[str, Any], found: list[EventMention], count: Count) -> None:
    gold = coding["mentions"]
    matched = list(pairs(gold, found))

    def add(name: str, hit: int, n_found: int, n_gold: int) -> None:
        count.update({f"{name} hit": hit, f"{name} found": n_found, f"{name} gold": n_gold})

    equal = [(g, f) for g, f in matched if g["type"] and g["type"] == f.type]
    add("trigger", len(matched), len(found), len(gold))
    add("type", len(equal), sum(f.type is not None for f in found), sum(g["type"] is not None for g in gold))
    add("plover", sum(g["plover"] == f.plover.event for g, f in matched), len(found), len(gold))
    for value in ("status", "polarity", "certainty", "tense"):
        add(value, sum(g[value] == getattr(f, value) for g, f in equal), len(equal), len(equal))
    add("speaker", sum(speaker(g, f) for g, f in equal), len(equal), len(equal))
    hits = places_and_days(matched)
    add("venue", hits["venue"], sum(f.venue is not None for f in found), sum(bool(g["venue"]) for g in gold))
    add(
        "when",
        hits["when"],
        sum(bool(f.date and f.date.start) for f in found),
        sum(bool((g["when"] or {}).get("value")) for g in gold),
    )
    add("history", hits["history"], sum(f.background for f in found), sum(bool(g.get("background")) for g in gold))
    right = [r for g, f in matched for r in modes(g, f)]
    add("mode", sum(right), len(right), len(right))
    hit = {id(f) for _, f in matched}
    for f in found:
        tenth = min(9, int(10 * f.confidence))
        count.update({f"sure {tenth} n": 1, f"sure {tenth} sum": f.confidence, f"sure {tenth} hit": id(f) in hit})
    for name in ("roles", "mediator", "party", "excluded"):

        def mine(role: str, name: str = name) -> bool:
            return name == "roles" or family(role) == name

        add(
            name,
            0,
            sum(mine(p.role) for f in found for p in f.participants),
            sum(mine(a["role"]) for g in gold for a in g["args"]),
        )
        for g, f in matched:
            roles(count, name, [a for a in g["args"] if mine(a["role"])], [p for p in f.participants if mine(p.role)])
    is_relevant, seen = any(g["type"] for g in gold), any(f.type for f in found)
    add("relevant", is_relevant and seen, seen, is_relevant)


def run(coder: Coder, gold: Path, texts: Path, halves: set[str | None]) -> list[Count]:
    """Counts of each article of the halves."""
    articles = {a["id"]: a for a in map(json.loads, texts.open(encoding="utf8"))} if texts.exists() else {}
    copies = near_copies(articles.values())
    result = []
    for coding in read_codings(gold):
        if coding["id"] not in articles or half(coding["id"]) not in halves or coding["id"] in copies:
            continue
        a = articles[coding["id"]]
        document = coder.code(
            Document.of(
                a["text"], id=a["id"], title=a.get("title"), outlet=a.get("outlet"), published=a.get("published")
            )
        )
        ends = [s.end for s in document.sentences[: coding["window"]]]
        first, last = coding.get("span", (0, ends[-1] if ends else 0))
        count: Count = Counter()
        score(coding, [e for e in document.events if first <= e.evidence.trigger.start < last], count)
        result.append(count)
    return result


def f1(counts: list[Count], name: str) -> float:
    hit, found, gold = (sum(c[f"{name} {part}"] for c in counts) for part in ("hit", "found", "gold"))
    return 200 * hit / max(1, found + gold)


def share(counts: list[Count], name: str, of: str) -> float:
    """Precision (`of` found) or recall (`of` gold)."""
    return 100 * sum(c[f"{name} hit"] for c in counts) / max(1, sum(c[f"{name} {of}"] for c in counts))


def reliability(counts: list[Count]) -> list[str]:
    """How often mentions of like confidence are coded ones, and the expected calibration error (Guo et al. 2017), weighted by mentions."""
    lines, error, total = [], 0.0, sum(c[f"sure {k} n"] for c in counts for k in range(10))
    for k in range(10):
        n, told, hit = (sum(c[f"sure {k} {part}"] for c in counts) for part in ("n", "sum", "hit"))
        if n:
            lines.append(f"  {told / n:.2f}: {hit / n:.2f} of {n:.0f}")
            error += abs(told - hit) / total
    return [*lines, f"  expected calibration error {error:.3f}"]


def interval(counts: list[Count], name: str) -> str:
    """95 % of 1,000 resamples of the articles."""
    chance = random.Random(1)
    values = sorted(f1(chance.choices(counts, k=len(counts)), name) for _ in range(1000))
    return f"{values[25]:.0f}-{values[974]:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("dev", "test", "both", "train"), default="test",
                        help="articles to code; train: those that it was trained on, to see what it merely remembers")  # fmt: skip
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="thresholds to try")
    parser.add_argument(
        "--deciders", choices=("both", "rules", "model"), default="both", help="what decides on triggers"
    )
    options = parser.parse_args()
    limits = Thresholds(**{name: float(value) for name, value in (item.split("=") for item in options.set)})
    limits = msgspec.structs.replace(limits, deciders=options.deciders)
    coder = Coder(thresholds=limits)
    halves = {"both": {"dev", "test"}, "train": {None}}.get(options.half, {options.half})
    names = ["trigger", "type", "plover", "relevant", "status", "polarity", "certainty", "tense", "speaker", "roles", "mediator", "party",
             "excluded", "venue", "when", "history", "mode"]  # fmt: skip
    print(f"dragoman {dragoman.__version__}, {coder.engine.version}, half: {options.half}")
    print(f"{'':24}{'articles':>9}" + "".join(f"{n:>10}" for n in names))
    everything: list[Count] = []
    for name, (gold, texts) in coded_sets(options.data).items():
        counts = run(coder, gold, texts, halves)
        if any(c["trigger gold"] for c in counts):
            everything += counts
            print(f"{name:24}{len(counts):9}" + "".join(f"{f1(counts, n):10.1f}" for n in names))
            print(f"{'  95 %':33}" + "".join(f"{interval(counts, n):>10}" for n in names))
            for label, of in (("precision", "found"), ("recall", "gold")):
                print(f"  {label:31}" + "".join(f"{share(counts, n, of):10.1f}" for n in names))
    print("mean confidence of mentions: share of them that were coded, all sets", *reliability(everything), sep="\n")


if __name__ == "__main__":
    main()
