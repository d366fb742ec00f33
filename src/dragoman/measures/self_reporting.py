"""Sensitivity: do shares hold when what brokers say of their own part is left out? (measures, section 6, 5)"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import msgspec

from dragoman.measures.measure import Measure, Value
from dragoman.records import EventMention, Participation

SELF_REPORTING = "self_reporting"


def is_self_reporting(mention: EventMention) -> bool:
    """True where the last known speaker of the chain, the one farthest from the reader, speaks of its own part."""
    steps = sorted(mention.attribution, key=lambda step: step.step)
    return bool(steps) and steps[-1].stake == SELF_REPORTING


def without(participations: Iterable[Participation], mention_ids: Collection[str]) -> list[Participation]:
    """The participations that rest on a mention other than these; those without a basis stay."""
    dropped = frozenset(mention_ids)
    return [p for p in participations if not p.basis or not dropped.issuperset(p.basis)]


def with_sensitivity(
    compute: Callable[[Sequence[Participation]], Measure],
    participations: Sequence[Participation],
    self_reported: Collection[str],
) -> Measure:
    """A measure whose values bear, as `detail.without_self_reports`, what they are without such claims.

    An actor that is known to take part only from self-reports has 0 there where the measure is a share or a
    change of shares; nothing is given where too little is left to compute it. A warning tells how many
    participations fall away and whether the order of the actors changes.

    Args:
        compute: the measure as a function of participations.
        self_reported: ids of mentions in which a speaker tells of its own part (`is_self_reporting`).
    """
    whole = compute(participations)
    kept = without(participations, self_reported)
    lost = len(participations) - len(kept)
    if not lost:
        return whole
    rest = {value.key: value.value for value in compute(kept).values}
    absent = 0.0 if rest and whole.unit in ("share", "difference") else None
    values = [_beside(value, rest.get(value.key, absent)) for value in whole.values]
    before = [value.key for value in whole.values]
    known = [key for key in before if key in rest or absent is not None]
    sign = 1.0 if whole.unit == "difference" else -1.0
    after = sorted(known, key=lambda key: (sign * rest.get(key, 0.0), before.index(key)))
    note = f"{lost} of {len(participations)} participations rest on self-reports only"
    changed = "; without them the order changes" if after != known else "; without them the order stays"
    return msgspec.structs.replace(whole, values=values, warnings=[*whole.warnings, note + changed])


def _beside(value: Value, rest: float | None) -> Value:
    if rest is None:
        return value
    return msgspec.structs.replace(value, detail={**value.detail, "without_self_reports": rest})
