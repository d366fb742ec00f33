"""Base rates of what became of tracks that stood in one state: chances of each next state, and how soon."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from dragoman.measures.incidence import CENSORED, Integers, cumulative_incidence, followed, known_fates
from dragoman.measures.intervals import percentile_interval, wilson
from dragoman.measures.measure import Floats
from dragoman.measures.track_paths import STATES, Spell, moves

HORIZONS = (30, 90, 180, 365)
"""Days after which the curve is read."""
MINIMUM_SPELLS = 10
"""Stays of other tracks in the same state below which no figure is given. A house rule, from no publication: with
10 stays the 95 % interval of a share of one half already runs from 24 to 76 %; with fewer it says next to nothing."""
MINIMUM_CONFLICTS = 5
"""Conflicts from which on the bootstrap draws whole conflicts. A house rule: fewer draws differ too little."""


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """Probability of a move within so many days, with the ends of its 95 % interval."""

    days: int
    value: float
    low: float
    high: float


class Prospect(msgspec.Struct, frozen=True, kw_only=True):
    """One next state: how many stays ended in it, its chances, and how soon.

    Attributes:
        chances: one for each horizon for which other tracks were followed long enough.
        half_by: days by which half of those moved that moved there within a year; None where none did.
    """

    state: str
    n_moved: int
    chances: list[Chance]
    half_by: int | None


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """What stays of other tracks in one state say.

    Attributes:
        n: stays at risk; `prospects` is empty where they are fewer than `MINIMUM_SPELLS`.
        clusters: what the bootstrap draws, "conflicts" or "tracks".
        half_left_by: days after which half had left the state (Kaplan-Meier); None where fewer ever did.
    """

    n: int
    n_tracks: int
    n_conflicts: int
    clusters: str
    prospects: list[Prospect]
    half_left_by: int | None


def chance(prospect: Prospect, days: int) -> Chance | None:
    """The chance at a horizon; None where other tracks were not followed so long."""
    return next((c for c in prospect.chances if c.days == days), None)


def base_rate(state: str, spells: Sequence[Spell], after: int = 0, repeats: int = 500, seed: int = 0) -> Base:
    """Aalen-Johansen chances of each next state, counted from `after` days into the stays.

    Interval: bootstrap (Efron 1979) over whole conflicts where there are `MINIMUM_CONFLICTS`, as tracks of one
    conflict are not independent, else over tracks; widened to Wilson's on the stays whose fate by that day is
    known, as the bootstrap alone shrinks to a point at 0 and 1.
    """
    conflicts = sorted({spell.conflict or spell.track_id for spell in spells})
    tracks = sorted({spell.track_id for spell in spells})
    by_conflict = len(conflicts) >= MINIMUM_CONFLICTS
    prospects: list[Prospect] = []
    half_left = None
    if len(spells) >= MINIMUM_SPELLS:
        names = conflicts if by_conflict else tracks
        place = {name: i for i, name in enumerate(names)}
        column = [place[(s.conflict or s.track_id) if by_conflict else s.track_id] for s in spells]
        rng = np.random.default_rng(seed)
        drawn = rng.multinomial(len(names), np.full(len(names), 1.0 / len(names)), size=repeats)
        prospects, half_left = _prospects(state, spells, after, drawn[:, column].astype(np.float64))
    return Base(
        n=len(spells),
        n_tracks=len(tracks),
        n_conflicts=len(conflicts),
        clusters="conflicts" if by_conflict else "tracks",
        prospects=prospects,
        half_left_by=half_left,
    )


def _prospects(state: str, spells: Sequence[Spell], after: int, weights: Floats) -> tuple[list[Prospect], int | None]:
    ways = [new for new in STATES if moves(state, new)]
    days: Integers = np.array([spell.days - after for spell in spells], dtype=np.int64)
    causes: Integers = np.array([ways.index(s.next) if s.next else CENSORED for s in spells], dtype=np.int64)
    horizons = [h for h in HORIZONS if followed(days, causes, h)]
    samples = cumulative_incidence(days, causes, len(ways), horizons, weights)
    longest = int(days.max())
    daily = cumulative_incidence(days, causes, len(ways), range(1, longest + 1))[0]
    left = daily.sum(axis=0) >= 0.5 - 1e-12
    year = daily[:, : HORIZONS[-1]]
    prospects = []
    for k, way in enumerate(ways):
        chances = []
        for i, horizon in enumerate(horizons):
            value = float(daily[k, min(horizon, longest) - 1])
            known = known_fates(days, causes, horizon)
            low, high = wilson(value * known, known)
            span = percentile_interval(samples[:, k, i]) or (low, high)
            chances.append(Chance(days=horizon, value=value, low=min(low, span[0]), high=max(high, span[1])))
        half = np.flatnonzero(year[k] >= year[k, -1] / 2 - 1e-12) if year[k, -1] > 0 else np.array([], dtype=np.int64)
        prospects.append(
            Prospect(
                state=way,
                n_moved=int((causes == k).sum()),
                chances=chances,
                half_by=int(half[0]) + 1 if len(half) else None,
            )
        )
    return prospects, int(np.flatnonzero(left)[0]) + 1 if left.any() else None
