"""Scores of coreference chains: MUC, B³, CEAFe, their mean (CoNLL), and LEA.

A chain is a set of mentions; a mention is anything hashable (here: sentence, first word, last word). Key chains are the coded ones,
response chains the found ones. Each function gives numerator and denominator of recall and of precision, so that documents are added
up before dividing, as the CoNLL-2012 scorer does.

    MUC    Vilain et al. (1995), A model-theoretic coreference scoring scheme. MUC-6
    B³     Bagga and Baldwin (1998), Algorithms for scoring coreference chains. LREC workshop on linguistic coreference
    CEAFe  Luo (2005), On coreference resolution performance metrics. HLT-EMNLP; entity-based, with φ4
    CoNLL  Pradhan et al. (2012), CoNLL-2012 shared task: the mean of the three F1 values
    LEA    Moosavi and Strube (2016), Which coreference evaluation metric do you trust? ACL
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

import numpy as np

Chains = Sequence[frozenset[Hashable]]
Counts = tuple[float, float, float, float]
"""Recall's numerator and denominator, precision's numerator and denominator."""


def _index(chains: Chains) -> dict[Hashable, int]:
    return {mention: k for k, chain in enumerate(chains) for mention in chain}


def muc(key: Chains, response: Chains) -> Counts:
    """Links: a chain of n mentions that the other side splits into p parts has n - p of its n - 1 links right."""

    def one(these: Chains, others: Chains) -> tuple[float, float]:
        where = _index(others)
        right = total = 0
        for chain in these:
            parts = {where[m] for m in chain if m in where}
            right += len(chain) - len(parts) - sum(m not in where for m in chain)
            total += len(chain) - 1
        return right, total

    return (*one(key, response), *one(response, key))


def b_cubed(key: Chains, response: Chains) -> Counts:
    """For each mention the share of its chain that stands in its chain of the other side; 0 where that lacks it."""

    def one(these: Chains, others: Chains) -> tuple[float, float]:
        where = _index(others)
        right = total = 0.0
        for chain in these:
            for mention in chain:
                total += 1
                if mention in where:
                    right += len(chain & others[where[mention]]) / len(chain)
        return right, total

    return (*one(key, response), *one(response, key))


def ceaf_e(key: Chains, response: Chains) -> Counts:
    """Chains paired one to one so that the sum of φ4 = 2 |K ∩ R| / (|K| + |R|) is largest."""
    if not key or not response:
        return 0.0, len(key), 0.0, len(response)
    similarity = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    best = sum(similarity[a, b] for a, b in assignment(-similarity))
    return best, len(key), best, len(response)


def lea(key: Chains, response: Chains) -> Counts:
    """For each chain, weighed by its size, the share of its links that the other side has; a single's link is to itself."""

    def one(these: Chains, others: Chains) -> tuple[float, float]:
        where = _index(others)
        right = total = 0.0
        for chain in these:
            total += len(chain)
            if len(chain) == 1:
                mention = next(iter(chain))
                right += mention in where and len(others[where[mention]]) == 1
                continue
            parts: dict[int, int] = {}
            for mention in chain:
                if mention in where:
                    parts[where[mention]] = parts.get(where[mention], 0) + 1
            links = sum(n * (n - 1) / 2 for n in parts.values())
            right += len(chain) * links / (len(chain) * (len(chain) - 1) / 2)
        return right, total

    return (*one(key, response), *one(response, key))


METRICS: dict[str, Callable[[Chains, Chains], Counts]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e, "LEA": lea}


def f1(counts: Counts) -> float:
    """F1 in per cent; 0 where nothing is right."""
    recall = counts[0] / counts[1] if counts[1] else 0.0
    precision = counts[2] / counts[3] if counts[3] else 0.0
    return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def score(documents: Iterable[tuple[Chains, Chains]]) -> dict[str, float]:
    """F1 of each metric over documents (key, response), and "CoNLL", the mean of MUC, B³ and CEAFe."""
    pairs = list(documents)
    result = {}
    for name, metric in METRICS.items():
        sums = np.sum([metric(key, response) for key, response in pairs], axis=0)
        result[name] = f1(tuple(sums.tolist()))
    result["CoNLL"] = (result["MUC"] + result["B3"] + result["CEAFe"]) / 3
    return result


def assignment(cost: np.ndarray) -> list[tuple[int, int]]:
    """Pairs (row, column) of least total cost, as many as the shorter side has (Kuhn 1955, Munkres 1957; shortest augmenting paths)."""
    if cost.shape[0] > cost.shape[1]:
        return [(a, b) for b, a in assignment(cost.T)]
    n, m = cost.shape
    row_price, column_price = np.zeros(n + 1), np.zeros(m + 1)
    row_of = np.zeros(m + 1, np.int64)
    for row in range(1, n + 1):
        row_of[0] = row
        column = 0
        least = np.full(m + 1, np.inf)
        came_from = np.zeros(m + 1, np.int64)
        done = np.zeros(m + 1, bool)
        while row_of[column]:
            done[column] = True
            current = row_of[column]
            open_ = np.nonzero(~done[1:])[0] + 1
            reduced = cost[current - 1, open_ - 1] - row_price[current] - column_price[open_]
            better = reduced < least[open_]
            least[open_[better]] = reduced[better]
            came_from[open_[better]] = column
            following = open_[np.argmin(least[open_])]
            step = least[following]
            row_price[row_of[done]] += step
            column_price[done] -= step
            least[~done] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return [(int(row_of[c]) - 1, c - 1) for c in range(1, m + 1) if row_of[c]]
