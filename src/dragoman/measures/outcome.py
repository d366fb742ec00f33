"""m10 outcome attribution: who is credited with the texts and truces that came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.intervals import percentile_interval, resampled_weights
from dragoman.measures.measure import ATTESTED, Measure, Value, Window, actors_by_event, general_warnings, measured
from dragoman.measures.shares import credit_matrix, shares_of
from dragoman.records import Agreement, Event, Participation

# Weights by stage (measures, m10: procedural 1, ceasefire 2, partial 3, comprehensive 5). Classes of the
# codebook (2.12) are put beside the stage that they come nearest to; a class without a weight weighs 1.
WEIGHTS: Mapping[str, float] = {
    "procedural": 1.0,
    "pre_negotiation": 1.0,
    "declaration_of_principles": 1.0,
    "third_party_declaration": 1.0,
    "resolution": 1.0,
    "ceasefire": 2.0,
    "renewal": 2.0,
    "humanitarian": 2.0,
    "evacuation_or_surrender": 2.0,
    "prisoner": 2.0,
    "local_or_partial": 3.0,
    "framework": 3.0,
    "substantive_partial": 3.0,
    "implementation": 3.0,
    "comprehensive": 5.0,
}


def outcome_attribution(
    agreements: Iterable[Agreement],
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    weights: Mapping[str, float] = WEIGHTS,
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 1000,
    seed: int = 0,
) -> Measure:
    """m10: `o_i = sum_a v(a) 1[i in B(a)]/|B(a)| / sum_a v(a) 1[B(a) nonempty]`.

    a runs over agreements that came about (status held, event confirmed or reported), B(a) are their brokers
    and guarantors, v(a) is the weight of the class. An agreement lies in the window by the day on which it was
    signed, else announced, effective, else of its event. Interval: bootstrap over events and roots.

    Edge cases: agreements without a broker count in neither sum. A third parties' own declaration counts as a
    procedural text. A broker is not thereby the cause: the measure credits, it does not explain.

    Args:
        weights: agreement class to weight.

    Returns:
        Values with `detail`: agreements (number credited in whole or part), classes.
    """
    words = vocabulary()
    window = window or Window()
    by_id = {e.id: e for e in events}
    chosen: list[tuple[Agreement, Event]] = []
    for row in sorted(agreements, key=lambda a: a.id):
        event = by_id.get(row.event_id)
        if event and row.status in words.held and event.factuality in ATTESTED and _inside(row, event, window):
            chosen.append((row, event))
    credited, names = actors_by_event([e for _, e in chosen], participations, words.mediator | {"guarantor"})
    kept = [(row, event, who) for (row, event), who in zip(chosen, credited, strict=True) if who]
    actors, matrix = credit_matrix([who for _, _, who in kept])
    values = []
    counted = [event for _, event, _ in kept]
    if kept:
        matrix = matrix * np.array([[weights.get(row.agreement_class, 1.0)] for row, _, _ in kept])
        draws = shares_of(matrix, resampled_weights(counted, event_roots, np.random.default_rng(seed), repeats))
        for i, (actor, share) in enumerate(zip(actors, shares_of(matrix), strict=True)):
            own = [row.agreement_class for row, _, who in kept if actor in who]
            span = percentile_interval(draws[:, i])
            values.append(
                Value(
                    key=actor,
                    name=names[actor],
                    value=float(share),
                    low=span[0] if span else None,
                    high=span[1] if span else None,
                    n=len(own),
                    detail={"agreements": len(own), "classes": sorted(set(own))},
                )
            )
    shown = ", ".join(f"{name} {weights.get(name, 1.0):g}" for name in sorted({r.agreement_class for r, _, _ in kept}))
    return measured(
        "m10",
        "outcome_attribution",
        formula="weight of agreements with i as broker or guarantor, shared equally / weight of agreements with a broker",
        unit="share",
        values=values,
        events=counted,
        window=window,
        event_roots=event_roots,
        warnings=general_warnings(counted) + ([f"weights of classes: {shown}"] if shown else []),
    )


def _inside(row: Agreement, event: Event, window: Window) -> bool:
    at = day(row.signed) or day(row.announced) or day(row.effective)
    if at is None:
        return window.holds(event)
    first, last = day(window.since), day(window.until)
    return (first is None or first <= at) and (last is None or at <= last)
