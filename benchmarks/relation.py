"""How well `coder.relation` reads the PLOVER category of a marked pair, and what the coder finds in the same sentences unmarked.

    python benchmarks/relation.py --data DATA [--errors 20]

DATA holds relations/PLV_train.tsv (Hu et al. 2024, Zero-Shot-PLOVER); one row in five, by a hash of its sentence, is kept from
training and measured here. The temperature that scales the probabilities is fitted on one half of these rows, the calibration error
measured on the other. PLV keeps PLOVER's earlier root YIELD, which stands for CONCEDE and RETREAT. Quad categories: verbal and material
cooperation and conflict (PLOVER manual).

Triples: the coder reads the sentence without marks; a triple of source, category and target counts as found where an event of the
category has one participant that shares a word with the marked source and another that shares one with the marked target. Sentences
tell of further events that are not marked, so precision is a lower bound.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from training.marked_pairs import YIELD, is_test_pair, public_pairs, scales_temperature, unmarked

import dragoman
from dragoman.coder import Coder
from dragoman.records import EventMention, Span

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the gold categories, in per cent."""
    gold, found, hit = (
        Counter(g for g, _ in pairs),
        Counter(f for _, f in pairs),
        Counter(g for g, f in pairs if g == f),
    )
    return 100 * sum(2 * hit[c] / (gold[c] + found[c]) for c in gold) / len(gold)


def calibration_error(sure: list[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error in percentage points: the gap of confidence and accuracy, weighed over bins of confidence."""
    total = 0.0
    for k in range(bins):
        some = [(p, r) for p, r in sure if k / bins <= p < (k + 1) / bins or (p == 1 and k == bins - 1)]
        total += abs(sum(p for p, _ in some) - sum(r for _, r in some))
    return 100 * total / len(sure)


def sides(event: EventMention) -> tuple[list[Span], list[Span]]:
    """Words of those who can be the source of an event, and of those who can be its target; parties are both."""
    said = [(p.role, p.mention) for p in event.participants if p.mention is not None]
    return (
        [m for role, m in said if role != "recipient"],
        [m for role, m in said if role in ("recipient", "party", "participant", "excluded")],
    )


def shares(span: tuple[int, int], words: list[Span]) -> bool:
    return any(span[0] < w.end and w.start < span[1] for w in words)


def triples(coder: Coder, rows: list[tuple[str, tuple[int, int], tuple[int, int], str]]) -> tuple[int, int, int]:
    """Triples found, given by the coder, and marked, over the sentences of the rows."""
    by_text: dict[str, list[tuple[tuple[int, int], tuple[int, int], str]]] = {}
    for text, source, target, category in rows:
        by_text.setdefault(text, []).append((source, target, category))
    hits = given = 0
    for coded, marked in zip(coder.pipe(by_text), by_text.values(), strict=True):
        read = [(event.plover.event, *sides(event)) for event in coded.events]
        given += sum(1 for _, sources, targets in read if sources and targets)
        for source, target, category in marked:
            wanted = YIELD if category == "YIELD" else (category,)
            hits += any(c in wanted and shares(source, s) and shares(target, t) for c, s, t in read)
    return hits, given, len(rows)


def bare(marked: str) -> str:
    """The words of a marked sentence."""
    return " ".join(re.sub(r"</?[st]>", "", marked).split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong readings")
    options = parser.parse_args()
    coder = Coder()
    roots, sure, wrong, rows = [], [], [], []
    public = public_pairs(options.data / "relations/PLV_train.tsv")
    trained = {bare(marked) for marked, _ in public if not is_test_pair(marked)}
    for marked, gold in public:
        if not is_test_pair(marked) or bare(marked) in trained:
            continue  # the sentence is trained on, here or with other marks
        try:
            text, source, target = unmarked(marked)
        except IndexError:  # a row without both marks
            continue
        found = coder.relation(text, source=source, target=target)
        label = "YIELD" if found.label in YIELD else found.label
        roots.append((gold, label))
        rows.append((text, source, target, gold))
        if not scales_temperature(marked):
            sure.append((found.probabilities[found.label], gold == label))
        if gold != label:
            wrong.append(f"{gold} read as {label}: {marked}")
    quads = [(QUAD[g], QUAD[f]) for g, f in roots]
    print(f"dragoman {dragoman.__version__}, {coder.engine.version}, {len(roots)} pairs")
    for name, pairs in (("root", roots), ("quad", quads)):
        accuracy = 100 * sum(g == f for g, f in pairs) / len(pairs)
        print(f"{name}: accuracy {accuracy:.1f}, macro F1 {macro_f1(pairs):.1f}")
    print(f"calibration error {calibration_error(sure):.1f} points ({len(sure)} pairs)")
    hits, given, marked_triples = triples(coder, rows)
    precision, recall = 100 * hits / given, 100 * hits / marked_triples
    print(
        f"triples of the coder: precision {precision:.1f}, recall {recall:.1f}, F1 {200 * hits / (given + marked_triples):.1f}"
    )
    print("\n".join(wrong[: options.errors]))


if __name__ == "__main__":
    main()
