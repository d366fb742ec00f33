"""n3 brokerage: between which camps an actor stands (Gould & Fernandez 1989)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dragoman.measures.camps import CAMPS, Camp, camps_of
from dragoman.measures.intervals import percentile_interval, resampled_weights
from dragoman.measures.measure import Floats, Measure, Value, Window, measured
from dragoman.measures.network import network_warnings, projection, two_mode
from dragoman.records import Event, Participation

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def brokerage_counts(ties: Floats, groups: Sequence[str]) -> dict[str, Floats]:
    """Open two-paths a -> b -> c, with a and c different and no tie a -> c, by the role of b.

    Gould & Fernandez (1989, Sociological Methodology 19): coordinator A-A-A, itinerant broker A-B-A (also
    called consultant), gatekeeper A-B-B, representative A-A-B, liaison A-B-C, with the group of a, b, c in
    this order. R: `sna::brokerage`.

    Args:
        ties: not 0 where there is a tie from row to column, shape (n, n); the diagonal does not count.
        groups: group of each actor.

    Returns:
        Role to counts, shape (n,) each. On mutual ties each path is walked both ways, so that gatekeeper and
        representative are equal and all counts but theirs even.
    """
    tie = (ties != 0).astype(np.float64)
    np.fill_diagonal(tie, 0.0)
    closed = 1.0 - tie
    np.fill_diagonal(closed, 0.0)
    own = np.array(groups)
    counts = {role: np.zeros(len(own)) for role in ROLES}
    kinds = sorted(set(groups))
    for last in kinds:
        # for each a and b: contacts of b in the last group that a has no tie to
        open_ends = closed @ (tie * (own == last)[None, :]).T
        for first in kinds:
            paths = np.einsum("ab,ab->b", tie * (own == first)[:, None], open_ends)
            for middle in kinds:
                role = _role(first, middle, last)
                counts[role] += np.where(own == middle, paths, 0.0)
    return counts


def _role(first: str, middle: str, last: str) -> str:
    if first == last:
        return "coordinator" if middle == first else "itinerant"
    if middle == last:
        return "gatekeeper"
    return "representative" if middle == first else "liaison"


def random_counts(
    groups: Sequence[str], n_ties: int, rng: np.random.Generator, draws: int
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Mean and standard deviation of the counts on random networks of mutual ties with the same actors, groups
    and number of ties (Gould & Fernandez's conditioning on the tie count, here by simulation).

    Args:
        n_ties: unordered pairs that are tied.
        draws: networks drawn.
    """
    n = len(groups)
    rows, columns = np.triu_indices(n, 1)
    found = {role: np.zeros((draws, n)) for role in ROLES}
    for draw in range(draws):
        chosen = rng.choice(len(rows), size=n_ties, replace=False)
        ties = np.zeros((n, n))
        ties[rows[chosen], columns[chosen]] = 1.0
        for role, counts in brokerage_counts(ties + ties.T, groups).items():
            found[role][draw] = counts
    return {r: x.mean(axis=0) for r, x in found.items()}, {r: x.std(axis=0) for r, x in found.items()}


def brokerage(
    events: Iterable[Event],
    participations: Iterable[Participation],
    *,
    window: Window | None = None,
    types: frozenset[str] | None = None,
    camps: Iterable[Camp] = (),
    event_roots: Mapping[str, Sequence[str]] | None = None,
    repeats: int = 200,
    draws: int = 200,
    seed: int = 0,
) -> Measure:
    """n3: Gould-Fernandez brokerage over the camps of government, opposition and third parties.

    Two actors are tied where both were present at a held event; ties are mutual, as meeting is, so a path
    counts in both directions. The value is the sum of the five roles; `detail` has the actor's camp, each
    role's count, its z-score against random networks with as many ties (`z_liaison` ...), and rank_low and
    rank_high, the 95 % interval of the actor's rank under the bootstrap.

    Camps are those on the last day of the window, or of the last event (see `camps_of`); a period in which
    actors change sides is better measured in parts.

    Edge cases: actors that were alone at every event have value 0. z is left out where every random network
    gives the same count.
    """
    people = list(participations)
    net = two_mode(events, people, window=window, types=types)
    at = (window.until if window else None) or max((e.start[:10] for e in net.events if e.start), default=None)
    camp = camps_of(net.events, people, camps, at)
    groups = [camp.get(actor, "third_party") for actor in net.actors]
    ties = projection(net.present)
    counts = brokerage_counts(ties, groups)
    total = _sum(counts)
    rng = np.random.default_rng(seed)
    resampled = resampled_weights(net.events, event_roots, rng, repeats)
    samples = np.array([_sum(brokerage_counts(projection(net.present, row), groups)) for row in resampled])
    mean, deviation = random_counts(groups, int((ties > 0).sum()) // 2, rng, draws)
    values = []
    for i, actor in enumerate(net.actors):
        detail: dict[str, float | int | str | list[str]] = {"camp": groups[i]}
        detail |= {role: int(counts[role][i]) for role in ROLES}
        detail |= {
            f"z_{role}": round(float((counts[role][i] - mean[role][i]) / deviation[role][i]), 2)
            for role in ROLES
            if deviation[role][i] > 0
        }
        ranks = 1.0 + (samples > samples[:, i : i + 1]).sum(axis=1)
        if spread := percentile_interval(ranks):
            detail["rank_low"], detail["rank_high"] = round(spread[0]), round(spread[1])
        span = percentile_interval(samples[:, i])
        values.append(
            Value(
                key=actor,
                name=net.names[actor],
                value=float(total[i]),
                low=span[0] if span else None,
                high=span[1] if span else None,
                n=int(net.present[:, i].sum()),
                detail=detail,
            )
        )
    warnings = network_warnings(net)
    empty = [name for name in CAMPS if name not in groups]
    if net.actors and empty:
        warnings.append(f"no actor in the camp of {', '.join(empty)}: give a table of camps")
    return measured(
        "n3",
        "brokerage",
        formula="open two-paths a-b-c through b, by the camps of a, b, c",
        unit="paths",
        values=values,
        events=net.events,
        window=window,
        event_roots=event_roots,
        warnings=warnings,
    )


def _sum(counts: Mapping[str, Floats]) -> Floats:
    result: Floats = np.sum([counts[role] for role in ROLES], axis=0)
    return result
