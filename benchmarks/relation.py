"""How well `coder.relation` reads the PLOVER category of a marked pair: accuracy, macro F1 and calibration.

    python benchmarks/relation.py --data DATA [--errors 20]

DATA holds relations/PLV_train.tsv (Hu et al. 2024, Zero-Shot-PLOVER); one row in five, by a hash of its sentence, is kept from
training and measured here. The temperature that scales the probabilities is fitted on the same rows. PLV keeps PLOVER's earlier root
YIELD, which stands for CONCEDE and RETREAT. Quad categories: verbal and material cooperation and conflict (PLOVER manual).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from training.corpora import YIELD, is_test_pair, public_pairs, unmarked

import dragoman
from dragoman.coder import Coder

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong readings")
    options = parser.parse_args()
    coder = Coder()
    roots, sure, wrong = [], [], []
    for marked, gold in public_pairs(options.data / "relations/PLV_train.tsv"):
        if not is_test_pair(marked):
            continue
        try:
            text, source, target = unmarked(marked)
        except IndexError:  # a row without both marks
            continue
        found = coder.relation(text, source=source, target=target)
        label = "YIELD" if found.label in YIELD else found.label
        roots.append((gold, label))
        sure.append((found.probabilities[found.label], gold == label))
        if gold != label:
            wrong.append(f"{gold} read as {label}: {marked}")
    quads = [(QUAD[g], QUAD[f]) for g, f in roots]
    print(f"dragoman {dragoman.__version__}, {coder.engine.version}, {len(roots)} pairs")
    for name, pairs in (("root", roots), ("quad", quads)):
        accuracy = 100 * sum(g == f for g, f in pairs) / len(pairs)
        print(f"{name}: accuracy {accuracy:.1f}, macro F1 {macro_f1(pairs):.1f}")
    print(f"calibration error {calibration_error(sure):.1f} points")
    print("\n".join(wrong[: options.errors]))


if __name__ == "__main__":
    main()
