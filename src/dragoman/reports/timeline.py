"""Where the marks of the timeline go: geometry only, in units of the drawing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dragoman.records import Event, Track
from dragoman.reports.cards import events_by_track
from dragoman.reports.material import Material, event_day
from dragoman.reports.notes import Notes
from dragoman.reports.say import MONTHS, capital
from dragoman.reports.sentences import sentence
from dragoman.reports.words import words

WIDTH, LEFT, RIGHT, TOP = 960, 14, 14, 30
LANE, LABEL, GAP, MARK = 17, 22, 10, 13
TICK = 62  # room that the text of a tick needs
LANES = 6
"""Marks that may stand above one another; more on one day lie on each other."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One event: from `x`, `width` wide, centred on `y`; `guessed` where only the report's date is known."""

    x: float
    y: float
    width: float
    group: str
    title: str
    note: int | None
    guessed: bool


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One track's band."""

    name: str
    y: float
    height: float
    marks: list[Mark]


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing: bands, ticks (x and text), groups that occur, and a text for those who do not see it."""

    width: int
    height: float
    lanes: list[Lane]
    ticks: list[tuple[float, str]]
    groups: list[tuple[str, str]]
    description: str


def timeline(material: Material, tracks: Sequence[Track], notes: Notes) -> Timeline | None:
    """The events of the tracks over time; None where no event has a date."""
    dated = (event for event in material.in_window() if _date(event_day(event)))
    by_track = events_by_track(material, dated, tracks)
    dates = [_date(d) for some in by_track.values() for e in some for d in (event_day(e), e.end)]
    known = sorted(date for date in dates if date)
    if not known:
        return None
    first, last = known[0] - dt.timedelta(days=3), known[-1] + dt.timedelta(days=3)
    scale = (WIDTH - LEFT - RIGHT) / max((last - first).days, 1)
    lanes: list[Lane] = []
    y = float(TOP)
    for track in tracks:
        events = sorted(by_track.get(track.id, []), key=lambda e: (event_day(e), e.id))
        if not events:
            continue
        marks, used = _marks(material, events, first, scale, y + LABEL, notes)
        height = LABEL + used * LANE
        lanes.append(Lane(name=material.track_names[track.id], y=y, height=height, marks=marks))
        y += height + GAP
    used_groups = {mark.group for lane in lanes for mark in lane.marks}
    return Timeline(
        width=WIDTH,
        height=y,
        lanes=lanes,
        ticks=_ticks(first, last, scale),
        groups=[(g, words().of("group", g)) for g in words().values("group") if g in used_groups],
        description="; ".join(f"{lane.name}: {len(lane.marks)} events" for lane in lanes),
    )


def _marks(
    material: Material, events: Sequence[Event], first: dt.date, scale: float, top: float, notes: Notes
) -> tuple[list[Mark], int]:
    ends = [float("-inf")]
    marks = []
    for event in events:
        start = _date(event_day(event)) or first
        end = max(_date(event.end) or start, start)
        x = LEFT + (start - first).days * scale
        width = max((end - start).days * scale, 0.0) + MARK
        x = min(x, WIDTH - RIGHT - width + MARK / 2) - MARK / 2
        lane = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        if lane == len(ends) and lane < LANES:
            ends.append(float("-inf"))
        lane = min(lane, len(ends) - 1)
        ends[lane] = x + width + 2
        numbers = notes.refer(material.independent(event.mention_ids, 1))
        marks.append(
            Mark(
                x=round(x, 1),
                y=round(top + lane * LANE + LANE / 2, 1),
                width=round(width, 1),
                group=words().group(event.status),
                title=capital(sentence(event, material.people(event.id), material.names)),
                note=numbers[0] if numbers else None,
                guessed=not event.start,
            )
        )
    return marks, len(ends)


def _ticks(first: dt.date, last: dt.date, scale: float) -> list[tuple[float, str]]:
    """Firsts of months, quarters or years, whichever leaves room for the text."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if months / s <= 12), 240)
    ticks = []
    year, month = first.year, 1
    while dt.date(year, month, 1) <= last:
        day = dt.date(year, month, 1)
        x = round(LEFT + (day - first).days * scale, 1)
        if day >= first and x < WIDTH - TICK:
            name = str(year) if step >= 12 else f"{MONTHS[month - 1][:3]} {year}"
            ticks.append((x, name))
        month += step
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return ticks or [(LEFT, f"{first.day} {MONTHS[first.month - 1]} {first.year}")]


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
