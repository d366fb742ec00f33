"""Two lines of talks in one town: the UN's talks in Geneva in July and the American ones in August are not one (rule R19: broker set)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from dragoman.linking.dates import day
from dragoman.linking.lines import line_name, town
from dragoman.linking.people import listed_key
from dragoman.linking.tracks import LABEL, Line, event_day, track_rules
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, Participation


def told_apart(lines: Mapping[str, Line], participations: Mapping[str, Sequence[Participation]]) -> dict[str, Line]:
    """The line of each event by event id, those apart that only the town has in common.

    The meetings of a line that is called after a town fall into times that lie `same_place_days` or more apart. Where in two such times
    others lead, each by two mentions or more, and who leads in the one has hardly a part in the other, they are two lines. Events that
    tell of no broker go with those nearest to them in time.
    """
    result = dict(lines)
    for line in {id(line): line for line in lines.values()}.values():
        if line.cue != LABEL or not town(line.key) or line_name(line.key, line.conflict):
            continue
        times = _times(line, participations)
        if len(times) < 2:
            continue
        parts = _parts(line, times)
        for part in parts if len(parts) > 1 else ():
            for event in part.events:
                result[event.id] = part
    return result


class _Time:
    """Meetings near one another in time: their days and, by mentions, who brings the sides together."""

    def __init__(self) -> None:
        self.days: list[dt.date] = []
        self.leading: Counter[str] = Counter()

    def leads(self) -> set[str]:
        """Those who are named more than half as often as the first."""
        most = max(self.leading.values(), default=0)
        return {key for key, n in self.leading.items() if 2 * n > most}


def _times(line: Line, participations: Mapping[str, Sequence[Participation]]) -> list[_Time]:
    words, times = vocabulary(), list[_Time]()
    gap = dt.timedelta(days=track_rules()["same_place_days"])
    for event in sorted(line.events, key=lambda e: (event_day(e), e.id)):
        start, end = day(event.start), day((event.end or event.start or "")[:10])
        if start is None or end is None or event.type not in words.meetings - words.apart:
            continue
        if not times or start - max(times[-1].days) < gap:
            times = times or [_Time()]
        else:
            times.append(_Time())
        times[-1].days += [start, end]
        for who in participations.get(event.id, ()):
            if who.role in words.mediator | words.convener and (key := listed_key(who)):
                times[-1].leading[key] += who.n_mentions
    return [time for time in times if max(time.leading.values(), default=0) > 0]


def _parts(line: Line, times: Sequence[_Time]) -> list[Line]:
    """The lines that the times of one make: the first, and those led by others than any before."""
    groups: list[list[_Time]] = []
    for time in times:
        for group in groups:
            if any(_are_one(time, other) for other in group):
                group.append(time)
                break
        else:
            groups.append([time])
    if len(groups) < 2:
        return [line]
    leads = [set().union(*(time.leads() for time in group)) for group in groups]
    parts = [Line(line.conflict, line.key, line.cue, line.label, run_by=" ".join(sorted(lead))) for lead in leads]
    for event in line.events:
        nearest = min(range(len(groups)), key=partial(_distance, event, groups))
        parts[nearest].events.append(event)
    for part, lead in zip(parts, leads, strict=True):
        part.brokers, part.parties = lead, set(line.parties)
    return parts if all(part.events for part in parts) else [line]


def _are_one(a: _Time, b: _Time) -> bool:
    """Whether the same may have led twice: where one of them has few words for it, nothing tells that it was others."""
    if min(max(a.leading.values()), max(b.leading.values())) < 2:
        return True
    return bool(a.leads() & b.leads())


def _distance(event: Event, groups: Sequence[Sequence[_Time]], number: int) -> tuple[int, int]:
    at = day(event_day(event))
    days = [d for time in groups[number] for d in time.days]
    # Of two as near, what is told without a day is of the later one.
    return (min((abs((at - d).days) for d in days), default=0) if at else 0, -number)
