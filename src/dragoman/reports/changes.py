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

LATELY_DAYS = 60
"""Without a date to begin at, changes of this many days before the last one are looked at."""

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
    """Events whose status changed lately, the latest first; positions taken in speeches are left out.

    Looked at are changes from `since` on, else of the record's last 60 days. Of more than `most` those are
    taken that more independent sources tell of, meetings and texts before other acts.
    """
    found: list[tuple[Event, StatusChange, StatusChange | None]] = []
    for event in material.in_window():
        if not _counts(material, event):
            continue
        last, before = _last_change(material.changes.get(event.id, ()))
        if last is not None and not _looks_back(event, last):
            found.append((event, last, before))
    start = material.since or _days_before(max((_day(row[1]) for row in found), default=""), LATELY_DAYS)
    found = [row for row in found if _day(row[1]) >= start]
    found.sort(key=lambda row: (-row[0].n_roots, words().noun(row[0].type) is None, -row[0].n_mentions, row[0].id))
    latest = sorted(found[:most], key=lambda row: (_day(row[1]), row[0].n_roots, row[0].id), reverse=True)
    tracks = {track.id: track.name for track in material.tracks}
    return [_change(material, notes, tracks, *row) for row in latest]


def _day(change: StatusChange) -> str:
    return (change.date or "")[:10]


def _days_before(day_said: str, days: int) -> str:
    try:
        return (dt.date.fromisoformat(day_said) - dt.timedelta(days=days)).isoformat()
    except ValueError:
        return ""


def _counts(material: Material, event: Event) -> bool:
    """True for a move by somebody who is known."""
    moves = event.type is not None and event.type not in words().values("change_left_out")
    return moves and any(p.actor for p in material.people(event.id))


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
    material: Material,
    notes: Notes,
    tracks: dict[str, str],
    event: Event,
    last: StatusChange,
    before: StatusChange | None,
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
