"""Who brokers: third parties by the meetings and texts that took place with them as mediator."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.measures.measure import MINIMUM_EVENTS
from dragoman.reports.lookup import AT_A_TIME
from dragoman.reports.material import Material, event_day
from dragoman.reports.notes import Notes
from dragoman.reports.say import day
from dragoman.reports.stories import date_of

if TYPE_CHECKING:
    from dragoman.store import EventOutline


_NEAR = 40
"""An event is compared with so many meetings or texts of its kind before it."""


class BrokerView(msgspec.Struct, frozen=True, kw_only=True):
    """One third party: meetings and texts that took place with it as mediator or broker, in the window and before it."""

    name: str
    now: int
    before: int
    share: float
    share_before: float
    notes: list[int]


class Brokers(msgspec.Struct, frozen=True, kw_only=True):
    """Who brokers; totals are of brokered meetings and texts that took place. Periods are in words.

    `shares`: whether there are enough of them for shares to say anything.
    """

    rows: list[BrokerView]
    total: int
    total_before: int
    period: str
    period_before: str
    shares: bool


def brokers(material: Material, notes: Notes, most: int = 12) -> Brokers:
    """Third parties by the meetings and texts that took place with them as mediator or broker.

    Unknown actors are left out. Each meeting or text counts once for each of its brokers, however many events the record has of it
    (`_once_each`), and a body counts once with its parts: the United Nations and its mission.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    basis: dict[str, list[str]] = defaultdict(list)
    now: Counter[str] = Counter()
    before: Counter[str] = Counter()
    totals = [0, 0]
    keys = {event: {_body(material, actor_key(p)) for p in people} for event, people in material.brokerage.items()}
    for some in _once_each((e for e in material.events if keys.get(e.id)), keys):
        inside = any(event.id in material.window for event in some)
        if not inside and not (material.since and all(event_day(event) < material.since for event in some)):
            continue
        totals[0 if inside else 1] += 1
        for key in set().union(*(keys[event.id] for event in some)):
            (now if inside else before)[key] += 1
        for p in (p for event in some for p in material.brokerage[event.id]):
            key = _body(material, actor_key(p))
            names[key][material.names.actor(key) if key != actor_key(p) else p.name] += 1
            basis[key].extend(p.basis if inside else [])
    ranked = sorted(names, key=lambda key: (-now[key], -before[key], key))[:most]
    material.mentions.places.want(m for key in ranked for m in basis[key][:AT_A_TIME])
    first = min((event_day(e) for e in material.events if event_day(e)), default="")
    return Brokers(
        rows=[
            BrokerView(
                name=names[key].most_common(1)[0][0],
                now=now[key],
                before=before[key],
                share=now[key] / totals[0] if totals[0] else 0.0,
                share_before=before[key] / totals[1] if totals[1] else 0.0,
                notes=notes.refer(material.independent(basis[key], 4)),
            )
            for key in ranked
        ],
        total=totals[0],
        total_before=totals[1],
        period=f"since {day(material.since)}" if material.since else "",
        period_before=f"from {day(first)} until then" if material.since and first else "",
        shares=totals[0] >= MINIMUM_EVENTS,
    )


def _body(material: Material, key: str) -> str:
    """The body that an actor is part of where that is told to broker too, else the actor itself."""
    seen = {key}
    while (whole := material.wholes.get(key)) and whole not in seen:
        key = whole
        seen.add(key)
    return key


def _once_each(events: Iterable[EventOutline], brokers: dict[str, set[str]]) -> list[list[EventOutline]]:
    """Events of one meeting or text together: of one conflict, kind and line, by a broker of both, on days that overlap.

    What nobody dates is one of those that are dated, where there is such a one: mostly it is only named again.
    """
    group = vocabulary().group_of
    kinds: dict[tuple[str | None, str | None], list[list[EventOutline]]] = defaultdict(list)
    found: list[list[EventOutline]] = []
    for event in sorted(events, key=lambda e: (not (e.start or e.end), event_day(e), e.id)):
        alike = kinds[event.conflict, group.get(event.type or "", event.type)]
        home = next((some for some in alike[: -_NEAR - 1 : -1] if _one_of_them(event, some, brokers)), None)
        if home is None:
            home = []
            alike.append(home)
            found.append(home)
        home.append(event)
    return found


def _one_of_them(event: EventOutline, some: Sequence[EventOutline], brokers: dict[str, set[str]]) -> bool:
    first = some[0]
    other_line = event.track_id and first.track_id and event.track_id != first.track_id
    if other_line or brokers[event.id].isdisjoint(brokers[first.id]):
        return False
    dated = bool(event.start or event.end), bool(first.start or first.end)
    if not all(dated):
        return not any(dated) or event.track_id == first.track_id
    begin, end = _span(event)
    first_begin, first_end = _span(first)
    return begin <= first_end and first_begin <= end


def _span(event: EventOutline) -> tuple[dt.date, dt.date]:
    start = date_of(event.start) or date_of(event.end) or dt.date.min
    return start, max(start, date_of(event.end) or start)
