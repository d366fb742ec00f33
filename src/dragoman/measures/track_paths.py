"""The path of each line of talks through its states over time: announced, held, agreed, stalled, collapsed."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

import msgspec

from dragoman.linking.dates import day
from dragoman.linking.vocabulary import vocabulary
from dragoman.measures.measure import ATTESTED
from dragoman.records import Event, StatusChange

ANNOUNCED, HELD, AGREED, STALLED, COLLAPSED = STATES = ("announced", "held", "agreed", "stalled", "collapsed")
"""States of a track. Of several on one day the last in this order stands."""
_NEVER_WAS = frozenset({"counterfactual", "refuted"})
_COARSE = frozenset({"bounded", "month", "year"})


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """What one event says of the state of its track from a day on."""

    day: dt.date
    state: str
    event_id: str


class Spell(msgspec.Struct, frozen=True, kw_only=True):
    """A stay of one track in one state, from `start` to `end`.

    Attributes:
        conflict: the conflict of most of the track's events, None where none is known.
        next: the state that follows at `end`; None where the track still stood there on the last day of the
            record (right-censored).
        event_id: the event that began it.
    """

    track_id: str
    conflict: str | None
    state: str
    start: dt.date
    end: dt.date
    next: str | None
    event_id: str

    @property
    def days(self) -> int:
        """Length of the stay."""
        return (self.end - self.start).days


class Paths(msgspec.Struct, frozen=True, kw_only=True):
    """The spells of every track, by track and time.

    Attributes:
        first: the first day of which a report tells of any event; None for a record without dates.
        last: the last such day, on which stays are cut off.
        told: by conflict the last day of a report that tells of it.
    """

    spells: Sequence[Spell] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    told: Mapping[str, dt.date] = {}

    def present(self, track_id: str) -> Spell | None:
        """The spell in which a track stands on the last day; None where nothing is known of its state."""
        return next((s for s in reversed(self.spells) if s.track_id == track_id), None)


@cache
def claim_state(kind: str | None, status: str) -> str | None:
    """The state to which a claimed status of an event of this type brings the track; None where it says nothing.

    announced: talks proposed, planned, invited to or confirmed. held: a meeting took place or goes on. agreed:
    a text that the vocabulary calls `agreeing` came about. stalled: suspended or postponed. collapsed: collapsed or called off, or an
    act that it calls `undoing`. Talks that did not take place on their day, or of which it is denied or contested, leave
    the track where it was.
    """
    words = vocabulary()
    if status in ("held", "held_partial"):
        status = words.talks_acts.get(kind or "", status)
    talks = kind in words.meetings or kind in words.talks_acts
    if talks or kind in words.texts:
        if status in ("suspended", "postponed"):
            return STALLED
        if status in ("collapsed", "cancelled"):
            return COLLAPSED
    if kind in words.undoing:
        return COLLAPSED if status in words.held else None
    if kind in words.inviting and status in words.held | words.forward:
        return ANNOUNCED
    if talks:
        return HELD if status in words.held else ANNOUNCED if status in words.forward else None
    return AGREED if kind in words.agreeing and status in words.held else None


def moves(state: str | None, new: str) -> bool:
    """Whether a sign of `new` moves a track out of `state`.

    What only looks ahead never undoes a later stage, as for events: plans for a next round leave a track at
    held or agreed. A further meeting does not undo an agreement; a halt or a collapse does.
    """
    if new == ANNOUNCED:
        return state in (None, STALLED, COLLAPSED)
    return new != state and not (new == HELD and state == AGREED)


def signs(event: Event, claims: Sequence[StatusChange], until: str | None = None) -> list[Sign]:
    """What one event tells of its track, each state on the first day on which it is claimed.

    - Announced, stalled and collapsed count on the day of the report. Held and agreed count on the day of the
      event where that is known, and only if the record holds the event to have taken place and it is confirmed
      or reported.
    - Later claims of the same state are mostly retellings; only what goes on again after a halt counts anew.
    - An event without a history counts with its status, on the day of its first report.
    """
    if event.factuality in _NEVER_WAS:
        return []
    took_place = event.status in vocabulary().held and event.factuality in ATTESTED
    said = [(c.date, c.status) for c in claims] or [(event.observed_first_at or event.start, event.status)]
    found: list[Sign] = []
    seen: set[str] = set()
    for date, status in sorted(said, key=lambda pair: pair[0] or "9999") if len(said) > 1 else said:
        state = claim_state(event.type, status)
        if state is None or (state in (HELD, AGREED) and not took_place):
            continue
        again = status == "under_way" and bool(found) and found[-1].state == STALLED
        if (not again and state in seen) or not _by(date, until):
            continue
        at = day(date)
        if state in (HELD, AGREED) and not again:
            at = _took_place_on(event, at)
        if at is not None:
            found.append(Sign(day=at, state=state, event_id=event.id))
            seen.add(state)
    return found


def track_paths(
    events: Iterable[Event],
    changes: Iterable[StatusChange],
    *,
    until: str | None = None,
    days_told: Iterable[tuple[str | None, str, str]] | None = None,
) -> Paths:
    """The path of every track that has events with a date.

    Args:
        events: of the whole record; those without a track only tell when the record begins and ends.
        changes: their status history.
        until: day, month or year, ISO; what was reported later is left out.
        days_told: first and last day of which a report tells of any event, by conflict (`Store.days_told`); where
            it is given, events without a track may be left out.
    """
    claims: dict[str, list[StatusChange]] = defaultdict(list)
    for change in changes:
        claims[change.event_id].append(change)
    by_track: dict[str, list[Sign]] = defaultdict(list)
    conflicts: dict[str, Counter[str]] = defaultdict(Counter)
    told: list[dt.date] = []
    last_of: dict[str, dt.date] = {}
    for conflict, *ends in days_told or ():
        told += (days := [at for end in ends if (at := day(end))])
        if conflict and days:
            last_of[conflict] = max(days)
    for event in sorted(events, key=lambda e: e.id):
        own = claims.get(event.id, [])
        dates = [] if days_told is not None else [c.date for c in own] or [event.observed_first_at]
        days = [at for date in dates if _by(date, until) and (at := day(date))]
        told += days
        if event.conflict and days:
            last_of[event.conflict] = max(*days, last_of.get(event.conflict, days[0]))
        if event.track_id:
            by_track[event.track_id] += signs(event, own, until)
            if event.conflict:
                conflicts[event.track_id][event.conflict] += 1
    if not told:
        return Paths()
    spells = []
    for track_id, some in sorted(by_track.items()):
        known = conflicts[track_id].most_common(1)
        spells += _walk(track_id, known[0][0] if known else None, some, max(told))
    return Paths(spells=spells, first=min(told), last=max(told), told=last_of)


def _walk(track_id: str, conflict: str | None, some: Sequence[Sign], last: dt.date) -> list[Spell]:
    turns: list[Sign] = []
    ordered = sorted(some, key=lambda sign: (sign.day, STATES.index(sign.state), sign.event_id))
    for _, today in groupby(ordered, key=lambda sign: sign.day):
        before = turns[-1].state if turns else None
        now = before
        latest = None
        for sign in today:
            if moves(now, sign.state):
                now, latest = sign.state, sign
        if latest is not None and now != before:
            turns.append(latest)
    ends = [(turn.day, turn.state) for turn in turns[1:]]
    return [
        Spell(
            track_id=track_id,
            conflict=conflict,
            state=turn.state,
            start=turn.day,
            end=ends[i][0] if i < len(ends) else max(last, turn.day),
            next=ends[i][1] if i < len(ends) else None,
            event_id=turn.event_id,
        )
        for i, turn in enumerate(turns)
    ]


def _took_place_on(event: Event, reported: dt.date | None) -> dt.date | None:
    """The first day of an event, but never after it was reported; a month or a year counts from its end."""
    start = day(event.start)
    if start is None or reported is None:
        return start or reported
    if event.date_precision in _COARSE:
        start = day(event.end) or start
    return min(start, reported)


def _by(date: str | None, until: str | None) -> bool:
    """Whether a day lies in a period that ends with a day, month or year; undated claims only in an open one."""
    return until is None or (date is not None and date[: len(until)] <= until)
