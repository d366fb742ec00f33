"""Where a line of talks stands: what changed on it, on which day it happened, and the state that follows (codebook 1.12).

A line stands where the last thing that happened left it, not where the last article remembered it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from dragoman.linking.dates import day, moment
from dragoman.linking.tracks import event_day, track_rules
from dragoman.linking.vocabulary import vocabulary
from dragoman.linking.witnesses import in_passing
from dragoman.records import Event, EventMention, StatusChange


class Change(NamedTuple):
    """A change on a line of talks: the day it happened ("" where nothing tells), the status, event and mention that tell of it."""

    day: str
    status: str
    event: Event
    mention_id: str | None


def talks_of(events: Sequence[Event]) -> list[Event]:
    """The events that tell where a line stands: talks, texts and what became of them.

    Who met one side only, or other third parties, moved nothing where others sat together.
    """
    words = vocabulary()
    kinds = words.counted | words.track_activity | set(words.talks_acts)
    talks = [e for e in events if e.type in kinds]
    return [e for e in talks if e.type not in words.apart] or talks or list(events)


def reported_talks(
    events: Sequence[Event], mentions: Mapping[str, EventMention], opinions: Collection[str]
) -> list[Event]:
    """Those of `talks_of` that somebody reports, before those that only commentary or background tells of."""
    talks = talks_of(events)
    days = [d for e in talks if e.start and (d := day(e.start[:10]))]
    reported = [
        e
        for e in talks
        if not all(_is_remembered(mentions[m], e, opinions) for m in e.mention_ids) and not _is_told_late(e, days)
    ]
    return reported or talks


def _is_told_late(event: Event, days: Collection[dt.date]) -> bool:
    """Whether a meeting without a day, told as held, is first told long after all of its line that has one, or only named as going on."""
    told, quiet = day((event.observed_first_at or "")[:10]), dt.timedelta(days=track_rules()["quiet_days"])
    if event.start or not days or told is None:
        return False
    if event.status == "under_way":  # "the talks", named as known: where a day was told shortly before, that tells more
        return any(dt.timedelta() <= told - at <= quiet for at in days)
    return event.status in vocabulary().held and told - max(days) > quiet


def _is_remembered(mention: EventMention, event: Event, opinions: Collection[str]) -> bool:
    """Whether a mention tells in passing of what has no day: nobody can say when it was."""
    return in_passing(mention, opinions) or (mention.background and event.start is None)


def day_of_change(change: StatusChange, event: Event) -> str:
    """The day on which what a claim tells happened: the day it was said, and never long after the event itself.

    A plan changes when it is announced; a meeting was held on its day, whenever it is told. What broke off, was put off or called off may
    have done so some days after the meeting began.
    """
    said = (change.date or "")[:10]
    over = day((event.end or event.start or "")[:10])
    told = day(said)
    if over is None or (told is not None and told <= over):
        return said
    late = dt.timedelta(days=track_rules()["same_place_days"])
    an_act = event.type in vocabulary().talks_acts  # its day is the day on which it was broken off
    lasting = change.status in ("held", "held_partial", "under_way")
    if told is not None and not lasting and not an_act and told - over <= late:
        return said
    return over.isoformat()


def changes_on(
    events: Sequence[Event],
    history: Mapping[str, Sequence[StatusChange]],
    mentions: Mapping[str, EventMention] | None = None,
) -> list[Change]:
    """The last change of each event, in order of the days on which they happened.

    Args:
        mentions: leaves out what a report that tells of the talks otherwise says there was not: "the talks broke down without the two
            ever meeting" (rule R23: nothing that was planned and did not come about).
    """
    rows = {e.id: list(history.get(e.id, ())) for e in events}
    if mentions is not None:
        telling = {c.document_id for some in rows.values() for c in some if c.status != "planned_not_held"}
        rows = {i: [c for c in some if not _is_no_plan(c, telling, mentions)] for i, some in rows.items()}
    found = []
    for event in events:
        claims = rows[event.id]
        if not claims:
            continue
        own = [c for c in claims if c.status == event.status] or claims
        last = max(own, key=lambda c: (day_of_change(c, event), moment(c.date)))
        status = event.status if event.status in ("contested", "denied") else last.status
        found.append(Change(day_of_change(last, event), status, event, last.mention_id))
    # Of one day what happened comes after what was only announced.
    forward = vocabulary().forward
    return sorted(found, key=lambda c: (c.day, c.status not in forward, c.event.start or "", c.event.id))


def _is_no_plan(change: StatusChange, telling: Collection[str], mentions: Mapping[str, EventMention]) -> bool:
    held = vocabulary().held
    return (
        change.status == "planned_not_held"
        and change.document_id in telling
        and mentions[change.mention_id].status in held
    )


def state_of(
    events: Sequence[Event],
    changes: Mapping[str, Sequence[StatusChange]],
    as_of: str | None,
    dormant_after_days: int,
    mentions: Mapping[str, EventMention] | None = None,
) -> str:
    """State of a track (codebook 1.12) from the last changes of its events, by the days on which they happened.

    proposed: nothing beyond proposals. preparatory: dates, invitations or talks about talks, no substance
    yet. active, suspended: by the last change; what was called off or did not come about after meetings that were held
    suspends the line. ended: the last meeting collapsed, was called off before any was held, or the channel was closed.
    dormant: no sign of life for `dormant_after_days` before `as_of`; for less after a single meeting that is over
    (`evidence.yaml`, tracks).

    Args:
        mentions: as for `changes_on`.
    """
    words = vocabulary()
    moves = changes_on(events, changes, mentions)
    held = [e for e in events if e.status in words.held and e.type in words.counted]
    last = moves[-1].event if moves else max(events, key=lambda e: (event_day(e), e.id))
    status = moves[-1].status if moves else last.status  # as the line tells its last change
    if last.type in words.track_endings and status in words.held:
        return "ended"
    begun = held or any(e.status == "contested" and e is not last for e in events)
    if status == "collapsed" or (status in words.not_held and not begun):
        return "ended"
    seen, today = day(moves[-1].day if moves else event_day(last)), day(as_of)
    silent = (today - seen).days if seen and today else 0
    if silent > dormant_after_days:
        return "dormant"
    if status == "suspended":
        return "suspended"
    if status in words.not_held:
        return "suspended"
    if any(e.type != "preparatory_talks" for e in held):
        alone = len(events) == 1 and status in ("held", "held_partial")
        return "dormant" if alone and silent > track_rules()["quiet_days"] else "active"
    if held or any(e.status not in ("proposed", "contested", "denied") for e in events):
        return "preparatory"
    return "proposed"
