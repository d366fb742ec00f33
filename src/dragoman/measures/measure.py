"""What every measure returns, and what every measure counts: held events in a window (design: measures)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from dragoman.linking.dates import day
from dragoman.linking.people import tells_who
from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.records import Event, Participation

Floats = NDArray[np.float64]

ATTESTED = frozenset({"confirmed", "reported"})
# Below this no share is to be trusted (measures, section 6, minimums); values are given with a warning.
MINIMUM_EVENTS = 8


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: for an actor, a track or (key "all") the whole.

    Attributes:
        key: actor code, track id, or "all".
        name: as a reader knows it.
        value: the figure, in the measure's unit.
        low: lower end of the 95 % interval, None where none can be given.
        high: upper end.
        n: what it rests on: events in which the actor appears, or all events for "all".
        detail: parts of the figure, such as counts of either side of a ratio.
    """

    key: str
    name: str
    value: float
    low: float | None = None
    high: float | None = None
    n: int = 0
    detail: dict[str, float | int | str | list[str]] = {}


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A measure over a window.

    Attributes:
        id: number in the design ("m1").
        name: name on the command line ("mediation_share").
        formula: in words or symbols.
        unit: share, rate, number or difference.
        since: first day of the window, None where open.
        until: last day of the window, None where open.
        values: largest first.
        n_events: events counted.
        n_roots: independent roots behind them.
        warnings: why a reader should be careful.
        reference: where the formula comes from.
        interval: how `low` and `high` were made.
        minimum: held events from which on the measure may be read (`MINIMUM_EVENTS` for shares).
    """

    id: str
    name: str
    formula: str
    unit: str
    since: str | None
    until: str | None
    values: list[Value]
    n_events: int
    n_roots: int
    warnings: list[str]
    reference: str = ""
    interval: str = ""
    minimum: int = MINIMUM_EVENTS

    @property
    def readable(self) -> bool:
        """True where the measure rests on as many held events as it needs."""
        return self.n_events >= self.minimum


@dataclass(frozen=True)
class Window:
    """Days from `since` to `until`, both included, ISO; None leaves an end open."""

    since: str | None = None
    until: str | None = None

    def holds(self, event: Event) -> bool:
        """True where the event's day (start, else first report) lies in it; undated events only if open."""
        at = event_day(event)
        if at is None:
            return self.since is None and self.until is None
        first, last = day(self.since), day(self.until)
        if event.date_precision == "year" and event.start and event.end:
            # A year says nothing about its quarters: it must lie in the window as a whole.
            begin, finish = day(event.start) or at, day(event.end) or at
            return (first is None or first <= begin) and (last is None or finish <= last)
        return (first is None or first <= at) and (last is None or at <= last)


def event_day(event: Event) -> dt.date | None:
    """The day on which an event counts: its start, else the day of its first report."""
    return day(event.start) or day(event.observed_first_at)


def counts(event: Event, types: frozenset[str] | None = None) -> bool:
    """h(e): the event has taken place (status in HELD), is confirmed or reported, and is of one of the types.

    Args:
        types: codebook event types; None takes meetings and texts, so that calls, offers and statements never
            count.
    """
    words = vocabulary()
    kinds = words.counted if types is None else types
    return event.type in kinds and event.status in words.held and event.factuality in ATTESTED


def held_events(
    events: Iterable[Event], window: Window | None = None, types: frozenset[str] | None = None
) -> list[Event]:
    """The events that count and lie in the window, sorted by day and id."""
    window = window or Window()
    chosen = [e for e in events if counts(e, types) and window.holds(e)]
    return sorted(chosen, key=lambda e: (event_day(e) or dt.date.max, e.id))


def actors_by_event(
    events: Sequence[Event], participations: Iterable[Participation], roles: frozenset[str]
) -> tuple[list[set[str]], dict[str, str]]:
    """For each event the keys of the named actors that have one of the roles, and a name for each key."""
    wanted = {e.id for e in events}
    by_event: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for p in sorted(participations, key=lambda p: (p.event_id, p.role, p.name)):
        # Words without an id that tell of nobody ("Mediators") are nobody's share.
        if p.event_id in wanted and p.role in roles and is_named(p) and (p.actor or p.country or tells_who(p.name)):
            by_event[p.event_id].add(actor_key(p))
            names.setdefault(actor_key(p), p.name)
    return [by_event[e.id] for e in events], names


def count_roots(events: Sequence[Event], event_roots: Mapping[str, Sequence[str]] | None) -> int:
    """Number of roots behind the events; without the table of roots the largest number that one event has."""
    if event_roots is None:
        return max((e.n_roots for e in events), default=0)
    return len({r for e in events for r in event_roots.get(e.id, ())})


def largest_first(value: Value) -> tuple[float, str]:
    """Order of values: the largest figure first, equal ones by key."""
    return -value.value, value.key


def largest_first_then_most(value: Value) -> tuple[float, int, str]:
    """Order of values: the largest figure first, of equal ones that which rests on most."""
    return -value.value, -value.n, value.key


def smallest_first(value: Value) -> tuple[float, str]:
    """Order of values: the smallest figure first, equal ones by key."""
    return value.value, value.key


def measured(
    number: str,
    name: str,
    *,
    formula: str,
    unit: str,
    values: Iterable[Value],
    events: Sequence[Event],
    window: Window | None,
    event_roots: Mapping[str, Sequence[str]] | None,
    warnings: Sequence[str],
    order: Callable[[Value], tuple[float | int | str, ...]] = largest_first,
) -> Measure:
    """The measure with its values in order, its window, and the events and roots that it rests on.

    Args:
        number: in the design ("m1").
        events: those counted; `n_events` and `n_roots` are theirs.
        window: None is open at both ends.
        event_roots: root ids of each event (`count_roots`).
        warnings: all that a reader is told; nothing is added here.
        order: key by which values are sorted.
    """
    window = window or Window()
    return Measure(
        id=number,
        name=name,
        formula=formula,
        unit=unit,
        since=window.since,
        until=window.until,
        values=sorted(values, key=order),
        n_events=len(events),
        n_roots=count_roots(events, event_roots),
        warnings=list(warnings),
    )


def general_warnings(events: Sequence[Event], minimum: int = MINIMUM_EVENTS) -> list[str]:
    """Warnings that hold for any measure: too few events, days taken from first reports, single sources."""
    found = []
    if len(events) < minimum:
        found.append(f"only {len(events)} held events, fewer than {minimum}: read no shares from this window")
    undated = sum(1 for e in events if not e.start)
    if undated:
        found.append(f"{undated} of {len(events)} events have no date and count on the day of their first report")
    single = sum(1 for e in events if e.n_roots < 2)
    if events and 2 * single > len(events):
        found.append(f"{single} of {len(events)} events rest on one root")
    return found
