"""Choosing one value among claims that differ (rule R13), and saying how much they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T", bound=Hashable)

Claim: TypeAlias = tuple[T, str]
"""A value and the id of the root that says so."""


def root_votes(claims: Iterable[Claim[T]]) -> Counter[T]:
    """Number of roots for each value; a root that gives several values votes for the one it gives most often.

    Ties within a root go to the value that the root gives first.
    """
    by_root: dict[str, Counter[T]] = {}
    for value, root in claims:
        by_root.setdefault(root, Counter())[value] += 1
    votes: Counter[T] = Counter()
    for counts in by_root.values():
        votes[counts.most_common(1)[0][0]] += 1
    return votes


def mode(claims: Sequence[Claim[T]]) -> T | None:
    """The value that most roots give; None without claims.

    Ties go to the value with more claims, then to the one first in the order of their text form, so that the
    result does not depend on the order of the input across roots.
    """
    if not claims:
        return None
    first = claims[0][0]
    if all(value == first for value, _ in claims):
        return first
    votes = root_votes(claims)
    counts = Counter(value for value, _ in claims)
    return min(votes, key=lambda value: (-votes[value], -counts[value], str(value)))


def disagreement(*fields: Sequence[Claim[Hashable]]) -> float:
    """Share of claims, over all given fields, that differ from the mode of their field; 0 without claims.

    Copies count once: of one root only its distinct values are taken (rule R14).
    """
    differing = total = 0
    for claims in fields:
        chosen = mode(claims)
        distinct = set(claims)
        total += len(distinct)
        differing += sum(1 for value, _ in distinct if value != chosen)
    return differing / total if total else 0.0
