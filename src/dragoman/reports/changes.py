"""What changed: the latest changes of status, in plain sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from dragoman.records import Event, StatusChange
from dragoman.reports.kept_out import is_about_seats, rows_of, sentence_of
from dragoman.reports.material import Material
from dragoman.reports.notes import Notes
from dragoman.reports.say import capital, day
from dragoman.reports.sentences import sentence
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline

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


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The changes shown, the first day that is looked at, and how many more there were from then on."""

    shown: list[Change]
    start: str
    left_out: int


def changes(material: Material, notes: Notes, most: int = 12) -> Changes:
    """Events whose status changed lately, the latest first; positions taken in speeches are left out.

    Looked at are changes from `since` on, else of the record's last 60 days. Of more than `most` those are
    taken that more independent sources tell of; of these texts, meetings of the parties and what became of them come first, then
    who stayed away, refused or was kept out, then the rest. Who is kept out or stays away is told by the rows of exclusion, as everywhere.
    """
    left_out = words().values("change_left_out")
    found: list[tuple[EventOutline, str]] = []
    for event in material.in_window():
        changed = material.turns.get(event.id)
        # a move by somebody who is known
        moves = event.type is not None and event.type not in left_out
        if changed and moves and not _looks_back(event, changed):
            found.append((event, changed[:10]))
    start = material.since or _days_before(max((changed for _, changed in found), default=""), LATELY_DAYS)
    found = [row for row in found if row[1] >= start]
    seats = material.read(event for event, _ in found if is_about_seats(event.type))
    untold = {event.id for event in seats if not rows_of(material, event)}
    found = [row for row in found if row[0].id not in untold]
    first = [words().values(name) for name in ("change_first", "change_second")]

    def rank(kind: str | None) -> int:
        return next((place for place, kinds in enumerate(first) if kind in kinds), len(first))

    found.sort(key=lambda row: (-row[0].n_roots, rank(row[0].type), -row[0].n_mentions, row[0].id))
    latest = sorted(found[:most], key=lambda row: (row[1], row[0].n_roots, row[0].id), reverse=True)
    tracks = {track.id: track.name for track in material.tracks}
    shown = material.read(event for event, _ in latest)
    told = [
        _change(material, notes, tracks, event, last, before)
        for event in shown
        for last, before in [_last_change(material.history(event.id))]
        if last is not None
    ]
    return Changes(shown=told, start=start, left_out=max(0, len(found) - most))


def _days_before(day_said: str, days: int) -> str:
    try:
        return (dt.date.fromisoformat(day_said) - dt.timedelta(days=days)).isoformat()
    except ValueError:
        return ""


def _last_change(rows: Iterable[StatusChange]) -> tuple[StatusChange | None, StatusChange | None]:
    """The claim with which the status last became another, and the claim before it."""
    last: StatusChange | None = None
    before: StatusChange | None = None
    for row in rows:
        if row.date and (last is None or row.status != last.status):
            last, before = row, last
    return last, before


def _looks_back(event: EventOutline, changed: str) -> bool:
    end = event.end or event.start
    try:
        gap = dt.date.fromisoformat(changed[:10]) - dt.date.fromisoformat((end or "")[:10])
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
    rows = material.history(event.id)
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
        text=capital(sentence_of(material, rows_of(material, event)))
        if is_about_seats(event.type)
        else sentence(event, material.people(event.id), material.names),
        before=said,
        how_sure=words().of("factuality", event.factuality),
        track="" if is_about_seats(event.type) else tracks.get(event.track_id or "", ""),
        notes=notes.refer(material.independent([last.mention_id, *same], 4)),
    )
