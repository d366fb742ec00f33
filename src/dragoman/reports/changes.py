"""What changed, and what came before: each meeting told once with its turns, in plain sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, StatusChange
from dragoman.records.dates import first_day
from dragoman.reports.material import Material
from dragoman.reports.notes import Notes
from dragoman.reports.say import capital, day, days, when
from dragoman.reports.seats import is_about_seats, sentence_of
from dragoman.reports.sentences import says_enough, sentence
from dragoman.reports.stories import Part, Story, date_of, stories
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline

LATELY_DAYS = 60
"""Without a date to begin at, changes of this many days before the last one are looked at."""

LEAD_CHARACTERS = 700
"""News tells what is new at its head: a meeting without a day of its own is a change only where it is told so near the beginning."""

STALE_DAYS = 3
"""What was planned for a day longer ago than this, when it is told of, is a look back."""

CANDIDATES = 150
"""Events of the days that are looked at, and of those before them, of which stories are made; the rest is only counted."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change: its day, the event as a sentence, what it was before, and its notes."""

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
    """The changes shown, the first day that is looked at, how many more there were from then on, and what came before it.

    Attributes:
        chosen: True where the user said from when on.
        earlier: what the record holds from before the first day, in order of time.
    """

    shown: list[Change]
    start: str
    left_out: int
    chosen: bool
    earlier: list[Change]


def changes(material: Material, notes: Notes, most: int = 14, most_before: int = 16) -> Changes:
    """What changed lately, the latest first, and before that the meetings and texts of the record, in order of time.

    Looked at are changes from `since` on, else of the record's last 60 days. What took place changes something on its own day, all
    else when it is said; what is only looked back at, wished for or supposed is no change. A meeting is told once, with how it came
    about. Left out are positions taken in speeches, and what is told without at least two of who, where and when. Of more than `most`
    those are taken that are meetings of the parties, texts, and what became of them, then those on who stayed away, refused or was kept
    out, then the rest; within each what more independent sources tell of. That somebody is left out is told where the table tells it.
    """
    moved = {e.id: on for e in material.in_window() if (on := _changed(e, material.turns.get(e.id)))}
    last = max(moved.values(), default=None)
    asked = date_of(first_day(material.since, "since"))
    start = asked or (last and last - dt.timedelta(LATELY_DAYS)) or dt.date.min
    outlines = [event for event in material.in_window() if event.id in moved]
    recent, older = [e for e in outlines if moved[e.id] >= start], [e for e in outlines if moved[e.id] < start]
    found = _told(material, _foremost(recent) + _foremost(older), moved)
    lately = [story for story in found if story[-1].day >= start]
    ranked = sorted(lately, key=_weight)
    shown = sorted(
        ranked[:most], key=lambda story: (story[-1].day, -_weight(story)[0], story[-1].event.id), reverse=True
    )
    told = [_change(material, notes, story) for story in shown]
    past: list[Change] = []
    if not material.since:
        chosen = sorted((s for s in found if s[-1].day < start and _happened(s)), key=_weight)[:most_before]
        chosen.sort(key=lambda story: (story[-1].event.start or story[-1].event.end or "", story[-1].event.id))
        past = [_change(material, notes, story, past=True) for story in chosen]
    return Changes(
        shown=told,
        start=start.isoformat() if last else "",
        left_out=max(0, len(lately) - most) + max(0, len(recent) - CANDIDATES),
        chosen=bool(material.since),
        earlier=past,
    )


def _changed(event: EventOutline, turned: str | None) -> dt.date | None:
    """The day on which an event changed something, None where it did not: a position, a wish, somebody nobody knows."""
    said = date_of(turned)
    if said is None or not words().moves(event.type):
        return None
    if event.factuality == "counterfactual" and words().group(event.status) == "ahead":
        return None
    if event.status in ("denied", "planned_not_held") and words().act(event.type):
        return None
    own = date_of(event.end) or date_of(event.start)
    if own and words().group(event.status) == "ahead" and (said - own).days > STALE_DAYS:
        return None
    if event.status not in vocabulary().held or own is None:
        return said
    if event.date_precision in ("month", "year"):
        own = date_of(event.start) or own
    return min(own, said)


def _foremost(outlines: Iterable[EventOutline]) -> list[EventOutline]:
    """Those of which stories are made: meetings, texts and what became of them first, and what more sources tell of."""
    return sorted(outlines, key=lambda e: (_rank(e.type), -e.n_roots, -e.n_mentions, e.id))[:CANDIDATES]


def _told(material: Material, outlines: Sequence[EventOutline], moved: dict[str, dt.date]) -> list[Story]:
    """The stories of events, without those that say too little."""
    known = _first_told(material)
    parts = [
        Part(event, moved[event.id], material.people(event.id))
        for event in material.read(outlines)
        if _is_new(material, event, known) and (not is_about_seats(event.type) or material.said_out(event))
    ]
    return [story for story in stories(parts) if _says_enough(material, story[-1])]


def _says_enough(material: Material, part: Part) -> bool:
    event = part.event
    line = material.track_names.get(event.track_id or "", "")
    return says_enough(_sentence(material, event, part), event, part.people, line)


def _first_told(material: Material) -> dict[tuple[str, str], str]:
    """By line of talks and kind of event, when one of the kind was first told of with its day."""
    first: dict[tuple[str, str], str] = {}
    for event in material.events:
        if event.start and event.track_id and event.observed_first_at:
            key = event.track_id, _kind(event.type)
            first[key] = min(first.get(key, event.observed_first_at), event.observed_first_at)
    return first


def _kind(type: str | None) -> str:
    return vocabulary().group_of.get(type or "", type or "")


def _is_new(material: Material, event: Event, known: Mapping[tuple[str, str], str]) -> bool:
    """False for background: what took place on a day that is not told, and is told far from the head of every article or was known."""
    if event.status not in vocabulary().held or event.start or event.end or words().act(event.type):
        return True
    first = known.get((event.track_id or "", _kind(event.type)))
    if first is not None and first < (event.observed_first_at or ""):
        return False
    places = material.mentions.places.several(event.mention_ids).values()
    return any(place.evidence_start <= LEAD_CHARACTERS for place in places)


def _happened(story: Story) -> bool:
    """Whether a story is one for a chronology: it has a day, and something came about, failed or is disputed."""
    event = story[-1].event
    kinds = {*vocabulary().counted, *words().values("chronicle_act")}
    return event.type in kinds and bool(event.start or event.end) and words().group(event.status) != "ahead"


def _rank(kind: str | None) -> int:
    first = (words().values(name) for name in ("change_first", "change_second"))
    return next((place for place, kinds in enumerate(first) if kind in kinds), 2)


def _weight(story: Story) -> tuple[int, int, int, str]:
    events = [part.event for part in story]
    return (
        min(_rank(event.type) for event in events),
        -max(event.n_roots for event in events),
        -sum(event.n_mentions for event in events),
        events[-1].id,
    )


def _change(material: Material, notes: Notes, story: Story, *, past: bool = False) -> Change:
    part = story[-1]
    event = part.event
    rows = material.history(event.id)
    last, before = _last_change(rows)
    same = [row.mention_id for row in rows if last is None or row.status in (event.status, last.status)]
    turns = [turn for other in story[:-1] if (turn := _turn(other, part))]
    if before and before.status != event.status and not _undone(before.status, event.status):
        turns.append(_dated(words().of("status", before.status), date_of(before.date), part))
        same.append(before.mention_id)
    turns.sort(key=lambda turn: turn[0])
    latest = [last.mention_id] if last else []
    cited = [*latest, *same, *event.mention_ids, *(m for other in story[:-1] for m in other.event.mention_ids)]
    on, told = day(part.day.isoformat()), event
    if (event.status in vocabulary().held and (event.start or event.end)) or past:
        # the day stands before the sentence, and need not be told in it as well
        on = days(event.start, event.end, event.date_precision)
        told = msgspec.structs.replace(event, start=None, end=None)
    line, text = material.track_names.get(event.track_id or "", ""), _sentence(material, told, part, past=past)
    return Change(
        date=on,
        iso=part.day.isoformat(),
        group=words().group(event.status),
        status=words().done(event.type, event.status),
        text=text,
        before="; ".join(list(dict.fromkeys(text for _, text in turns))[-5:]),
        how_sure="" if event.factuality == "counterfactual" else words().of("factuality", event.factuality),
        track="" if line in text or event.type in vocabulary().exclusions else line,
        notes=notes.refer(material.independent(cited, 4)),
    )


def _sentence(material: Material, event: Event, part: Part, *, past: bool = False) -> str:
    out = material.said_out(event)
    if out and is_about_seats(event.type):
        return capital(sentence_of(material, out))
    return sentence(event, part.people, material.names, today=material.last_day(), past=past)


def _undone(before: str, status: str) -> bool:
    """Whether that it took place, or did not, says nothing beside what it is held to be: contested, or held after all."""
    groups = words().group(before), words().group(status)
    settled = {("happened", "disputed"), ("failed", "disputed"), ("failed", "happened"), ("disputed", "happened")}
    if status == "postponed" and (before == "planned_not_held" or groups[0] == "happened"):
        return True
    return groups in settled


def _turn(part: Part, head: Part) -> tuple[dt.date, str] | None:
    """When an earlier part of a story was, and what; None where it was what the story is at."""
    event = part.event
    if event.type in words().values("story_step"):
        if vocabulary().talks_acts.get(event.type or "") == head.event.status or event.type == head.event.type:
            return None
        return _dated(words().of("story_step", event.type), part.day, head)
    standing = words().standing(event.type, event.status)
    same = event.type == head.event.type and event.status == head.event.status
    if same or _undone(event.status, head.event.status):
        return None
    noun, many = words().noun(event.type) or (words().event(event.type), False)
    met = event.type in vocabulary().meetings
    if event.status not in vocabulary().held:
        other = met != (head.event.type in vocabulary().meetings)
        return _dated(f"{noun} {standing}" if other else standing, part.day, head)
    happened = head.event.type in vocabulary().meetings and head.event.status in vocabulary().held
    if met and happened and part.span in (None, head.span):
        return None  # told once more of the meeting itself
    told = f"{noun} {words().clause(event.type, event.status, many)}"
    on = part.span[0] if part.span else None
    if on is None:
        return dt.date.max, told
    if head.span and on >= head.span[0] and part.event.type in words().values("story_text"):
        return on, told
    return on, f"{told} {when(event.start, event.end, event.date_precision)}"


def _dated(word: str, on: dt.date | None, head: Part) -> tuple[dt.date, str]:
    """A turn with its day; without it, and first, where that is only the day of a report on the meeting itself, or after it."""
    begun = head.span[0] if head.span else head.day
    return (on, f"{word} {day(on.isoformat())}") if on and on < begun else (dt.date.min, word)


def _last_change(rows: Iterable[StatusChange]) -> tuple[StatusChange | None, StatusChange | None]:
    """The claim with which the status last became another, and the claim before it."""
    last: StatusChange | None = None
    before: StatusChange | None = None
    for row in rows:
        if row.date and (last is None or row.status != last.status):
            last, before = row, last
    return last, before
