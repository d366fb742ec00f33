"""What changed: the latest changes of status, in plain sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from dragoman.records import Event, StatusChange
from dragoman.reports.material import Material
from dragoman.reports.notes import Notes
from dragoman.reports.say import day
from dragoman.reports.sentences import sentence
from dragoman.reports.words import words

OLD_NEWS_DAYS = 45
"""A report of what took place longer ago than this is a look back and no change."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change: when it was reported, the event as a sentence, what it was before, and its notes."""

    date: str
    iso: str
    group: str
    status: str
    text: str
    before: str
    how_sure: str
    track: str
    notes: list[int]


def changes(material: Material, notes: Notes, most: int = 12) -> list[Change]:
    """The events whose status changed last, the latest first; positions taken in speeches are left out.

    Of one day those told by more independent sources come first.
    """
    found: list[tuple[str, int, str, Event, StatusChange, StatusChange | None]] = []
    for event in material.in_window():
        if not _counts(event):
            continue
        last, before = _last_change(material.changes.get(event.id, ()))
        if last is None or not last.date or _looks_back(event, last):
            continue
        if material.since and last.date < material.since:
            continue
        found.append((last.date[:10], event.n_roots, event.id, event, last, before))
    found.sort(key=lambda item: item[:3], reverse=True)
    tracks = {track.id: track.name for track in material.tracks}
    return [_change(material, notes, tracks, *item[3:]) for item in found[:most]]


def _counts(event: Event) -> bool:
    return event.type is not None and event.type not in words().values("change_left_out")


def _last_change(rows: Iterable[StatusChange]) -> tuple[StatusChange | None, StatusChange | None]:
    """The claim with which the status last became another, and the claim before it."""
    last: StatusChange | None = None
    before: StatusChange | None = None
    for row in rows:
        if row.date and (last is None or row.status != last.status):
            last, before = row, last
    return last, before


def _looks_back(event: Event, change: StatusChange) -> bool:
    end = event.end or event.start
    try:
        gap = dt.date.fromisoformat((change.date or "")[:10]) - dt.date.fromisoformat((end or "")[:10])
    except ValueError:
        return False
    return gap.days > OLD_NEWS_DAYS


def _change(
    material: Material, notes: Notes, tracks: dict[str, str], event: Event, last: StatusChange, before: StatusChange | None
) -> Change:
    rows = material.changes.get(event.id, ())
    same = [row.mention_id for row in rows if row.status in (event.status, last.status)]
    said = ""
    if before and before.status != event.status:
        said = f"{words().of('status', before.status)}, {day(before.date)}"
        same.append(before.mention_id)
    return Change(
        date=day(last.date),
        iso=(last.date or "")[:10],
        group=words().group(event.status),
        status=words().standing(event.type, event.status) or "reported",
        text=sentence(event, material.people(event.id), material.names),
        before=said,
        how_sure=words().of("factuality", event.factuality),
        track=tracks.get(event.track_id or "", ""),
        notes=notes.refer(material.independent([last.mention_id, *same], 4)),
    )

