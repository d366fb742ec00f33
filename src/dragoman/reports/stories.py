"""Which events are one story: a meeting, how it came about, and the text that came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.records import Event, Participation
from dragoman.reports.words import words

BEFORE_DAYS = 60
"""An act is about a meeting that begins at most so many days later."""

AFTER_DAYS = 14
"""Talks are broken off, or called off, at most so many days after their last one; acts of one line so near are one story."""

TEXT_DAYS = 3
"""What is signed so many days after a meeting came of it."""


LONGEST_DAYS = 45
"""A round of talks lasts no longer."""


class Part(NamedTuple):
    """An event of a story with the day on which it changed something, and its people."""

    event: Event
    day: dt.date
    people: Sequence[Participation]

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of the event itself, None where it has no day of its own."""
        if self.event.date_precision not in ("day", "bounded", "week"):
            return None
        start, end = date_of(self.event.start), date_of(self.event.end)
        first, last = start or end, end or start
        # what is told to have gone on for months is no one meeting
        return (first, max(first, last)) if first and last and (last - first).days <= LONGEST_DAYS else None

    @property
    def actors(self) -> set[str]:
        """Those known who take part."""
        return {actor_key(row) for row in self.people if row.actor and row.role not in vocabulary().absent}


Story = list[Part]
"""Parts in order of time; the last is what the story is at."""


def stories(parts: Iterable[Part]) -> list[Story]:
    """Put together what is told of one meeting: other reports of it, acts on it, and a text that came of it.

    A part is put to the story of the meeting nearest in time; acts without a meeting are one story where they follow one another on
    one line of talks. Nothing is put together across conflicts, or where neither the line of talks nor two known actors are the same.
    """
    ordered = sorted(parts, key=lambda part: (part.day, part.event.id))
    meetings: list[Story] = []
    ahead: list[Part] = []
    for part in (p for p in ordered if p.event.type in vocabulary().meetings):
        home = next((story for story in meetings if _same_meeting(part, story[0])), None)
        if home is not None:
            home.append(part)
        elif part.span or words().group(part.event.status) in ("happened", "disputed"):
            meetings.append([part])
        else:
            ahead.append(part)
    for part in ahead:
        if not _put(part, meetings):
            meetings.append([part])
    others: list[Story] = []
    for part in (p for p in ordered if p.event.type not in vocabulary().meetings):
        if _put(part, meetings):
            continue
        home = next((s for s in others if _same_acts(part, s[-1]) or _same_text(part, s[0])), None)
        if home is None:
            others.append([part])
        else:
            home.append(part)
    return [_settled(sorted(story, key=_order)) for story in (*meetings, *others)]


def _settled(story: Story) -> Story:
    """The story with the meeting itself last where an act on it only says where that stands ("talks were put off")."""
    implied = vocabulary().talks_acts.get(story[-1].event.type or "")
    told = next((p for p in story[:-1] if p.event.type in vocabulary().meetings and p.event.status == implied), None)
    return [p for p in story if p is not told] + [told] if told else story


def _put(part: Part, meetings: Sequence[Story]) -> bool:
    """Put a part to the story of the meeting nearest in time that it may belong to; False where there is none."""
    near = [(gap, n) for n, story in enumerate(meetings) if (gap := _days_between(part, _core(story))) is not None]
    if near:
        meetings[min(near)[1]].append(part)
    return bool(near)


def _core(story: Story) -> Part:
    """The part that tells when the meeting was: one that took place on a known day, else the first."""
    return next((part for part in story if part.span and part.event.status in vocabulary().held), story[0])


def arranges(part: Part) -> bool:
    """Whether a part only makes a meeting possible: an offer, an invitation, a word that one will come."""
    kind = part.event.type or ""
    return kind in words().values("story_step") and vocabulary().talks_acts.get(kind, "proposed") == "proposed"


def _order(part: Part) -> tuple[bool, dt.date, int, bool, str]:
    """What was arranged, then the rest by day; on one day what was held, what became of it, then its text."""
    kind = part.event.type or ""
    texts = words().values("story_text")
    rank = 2 + texts.index(kind) if kind in texts else 0 if kind in vocabulary().meetings else 1
    return not arranges(part), part.day, rank, part.span is not None, part.event.id


def same_line(one: Part, other: Part) -> bool:
    """Whether two events are of one line of talks, or have two known actors in common where one of them has no line."""
    a, b = one.event, other.event
    if a.conflict != b.conflict:
        return False
    if a.track_id and b.track_id:
        return a.track_id == b.track_id
    return len(one.actors & other.actors) > 1


def _same_place(one: Event, other: Event) -> bool:
    return not (one.venue and other.venue and one.venue != other.venue and one.venue_country != other.venue_country)


def _same_meeting(one: Part, other: Part) -> bool:
    group = vocabulary().group_of
    kinds = {group.get(part.event.type or "", part.event.type) for part in (one, other)}
    if len(kinds) > 1 or not same_line(one, other) or not _same_place(one.event, other.event):
        return False
    if one.span and other.span:
        return one.span[0] <= other.span[1] + dt.timedelta(1) and other.span[0] <= one.span[1] + dt.timedelta(1)
    # a meeting that nobody dates is known by its place; what is told ahead of one is put to it by `_days_between`
    groups = {words().group(part.event.status) for part in (one, other)}
    if not one.event.venue or one.event.venue != other.event.venue or not groups <= {"happened", "disputed"}:
        return False
    told = [(p.event.start or p.event.end or "", p.event.end or p.event.start or "") for p in (one, other)]
    return not all(first for first, _ in told) or (told[0][0] <= told[1][1] and told[1][0] <= told[0][1])


def _days_between(part: Part, meeting: Part) -> int | None:
    kind = part.event.type or ""
    text, met = kind in words().values("story_text"), kind in vocabulary().meetings
    if not (text or met or kind in words().values("story_step")) or not same_line(part, meeting):
        return None
    if part.actors and meeting.actors and not part.actors & meeting.actors:
        return None
    first, last = meeting.span or (meeting.day, meeting.day)
    if not _same_place(part.event, meeting.event):
        return None
    if text:
        came_of = meeting.event.status in vocabulary().held and part.event.status in vocabulary().held
        on = part.span[0] if part.span else None
        return abs((on - last).days) if came_of and on and first <= on <= last + dt.timedelta(TEXT_DAYS) else None
    if met and part.event.type != meeting.event.type:
        return None
    if first - dt.timedelta(BEFORE_DAYS) <= part.day <= (last if met else last + dt.timedelta(AFTER_DAYS)):
        return max((first - part.day).days, (part.day - last).days, 0)
    return None


def _same_acts(one: Part, other: Part) -> bool:
    steps = words().values("story_step")
    if one.event.type not in steps or other.event.type not in steps:
        return False
    near = abs((one.day - other.day).days) <= AFTER_DAYS
    return near and same_line(one, other) and _same_place(one.event, other.event)


def _same_text(one: Part, other: Part) -> bool:
    """Whether two events are of one text: of one kind, on days that overlap, with a known actor in common."""
    group, texts = vocabulary().group_of, vocabulary().texts
    a, b = one.event, other.event
    kinds = {group.get(event.type or "", event.type) for event in (a, b)}
    if len(kinds) > 1 or a.type not in texts or a.conflict != b.conflict or not _same_place(a, b):
        return False
    (begin, end), (first, last) = [(e.start or e.end or "", e.end or e.start or "") for e in (a, b)]
    overlap = bool(begin and first) and begin[:10] <= last[:10] and first[:10] <= end[:10]
    return overlap and (bool(one.actors & other.actors) or not one.actors or not other.actors)


def date_of(text: str | None) -> dt.date | None:
    """The day of an ISO date or date-time, None for what is none."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
