"""What is compared when two mentions may tell of one event: actors, days, place, track label, stage."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dragoman.linking.dates import Interval, day
from dragoman.linking.lengths import days_told
from dragoman.linking.lines import line_key
from dragoman.linking.places import homes_of_line
from dragoman.linking.status import claimed_status, speaker
from dragoman.linking.vocabulary import actor_key, is_named, read_table, vocabulary
from dragoman.linking.wordings import edge_told, is_attendance, is_of_known, round_number
from dragoman.records import EventMention

_MEETING_GROUPS = ("talks", "outsiders")
_KEYS = ("actors", "broker", "party", "initiator", "recipient", "absent")
_WORD = re.compile(r"[\w-]+")
_TWO_SIDES = 2


@dataclass(frozen=True, slots=True)
class Features:
    """A mention as the linker sees it.

    Attributes:
        days: None for acts on a meeting; what they are told to be of is `told`, their own day `act_day`.
        edge: "start" or "end" where the day told is the first or the last of a meeting; None elsewhere.
        place: the city, or an outside country that a meeting is in, such as one that hosts it.
        homes: countries of the places that its line of talks is called after.
        order: which of several meetings it is told to be; `is_denied`: told not to have been; `voice`: who says so, None for the outlet.
    """

    mention: EventMention
    root: str
    conflict: str | None
    group: str
    is_act: bool
    days: Interval | None
    told: Interval | None
    edge: str | None
    act_day: dt.date | None
    published: dt.date | None
    actors: frozenset[str]
    brokers: frozenset[str]
    parties: frozenset[str]
    initiators: frozenset[str]
    recipients: frozenset[str]
    absent: frozenset[str]
    city: str | None
    country: str | None
    place: str | None
    track: str | None
    homes: frozenset[str]
    stage: str
    text_stage: str | None
    order: str | None
    is_denied: bool
    voice: str | None

    @property
    def anchor(self) -> dt.date | None:
        """The day by which mentions are sorted before they are compared."""
        if self.days is not None:
            return self.days.start
        return self.act_day or self.published


def features(mention: EventMention, root: str, conflict: str | None) -> Features:
    """Read off a mention what linking compares."""
    words = vocabulary()
    is_act = mention.type in words.talks_acts
    group = "talks" if is_act else words.group_of.get(mention.type or "", mention.type or "")
    told = days_told(mention)
    keys: dict[str, set[str]] = {name: set() for name in _KEYS}
    for who in mention.participants:
        key = actor_key(who)
        if not key or not is_named(who):
            continue
        if who.role in words.absent:
            keys["absent"].add(key)
            continue
        keys["actors"].add(key)
        if who.role in words.mediator | words.convener:
            keys["broker"].add(key)
        elif who.role in keys:
            keys[who.role].add(key)
    venue = mention.venue
    city = venue.name.casefold() if venue and venue.name not in (venue.country_name, venue.country) else None
    country = (venue.country or venue.country_name) if venue else None
    outside = country is not None and country not in keys["party"]
    status = claimed_status(mention)
    stage = "ahead" if status in words.forward else "past" if status in words.held else "open"
    if status == "under_way":
        stage = "present"
    return Features(
        mention=mention,
        root=root,
        conflict=conflict,
        group=group,
        is_act=is_act,
        days=None if is_act else told,
        told=told,
        edge=edge_told(mention) if told and not is_act and group in _MEETING_GROUPS else None,
        act_day=(told.start if told and told.fineness == 0 else day(mention.document.published)) if is_act else None,
        published=day(mention.document.published),
        actors=_held_once(frozenset(keys["actors"])),
        brokers=_held_once(frozenset(keys["broker"])),
        parties=_held_once(frozenset(keys["party"])),
        initiators=_held_once(frozenset(keys["initiator"])),
        recipients=_held_once(frozenset(keys["recipient"])),
        absent=_held_once(frozenset(keys["absent"])),
        city=city,
        country=country,
        place=city or (country if outside else None),
        track=line_key(mention.track, conflict),
        homes=_homes(mention.track, conflict) if mention.track else frozenset(),
        stage=stage,
        text_stage=_text_stage(mention) if group == words.group_of["agreement_signed"] else None,
        order=round_number(mention) if group in _MEETING_GROUPS else None,
        is_denied=(mention.polarity == "negated" or mention.status in words.not_held)
        and status in words.not_held
        and status != "cancelled"
        and mention.tense not in words.unrealised_tenses,
        voice=(who_says.actor or who_says.speaker) if (who_says := speaker(mention)) else None,
    )


_homes = lru_cache(maxsize=10_000)(homes_of_line)


@lru_cache(maxsize=100_000)
def _held_once(keys: frozenset[str]) -> frozenset[str]:
    """The first of equal sets, so that many mentions of the same actors take the memory of one."""
    return keys


def _text_stage(mention: EventMention) -> str | None:
    """Whether an agreement is called a first or the last one, by the trigger and the three words before it; None where it is not told."""
    place = mention.evidence
    at = place.trigger.start - place.start
    told = [*_WORD.findall(place.text[:at])[-3:], *_WORD.findall(place.trigger.text)]
    return next((stage for word in reversed(told) if (stage := _stages().get(word.casefold()))), None)


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, some in read_table("cues.yaml")["agreement_stage"].items() for word in some}


def with_meeting_groups(some: Sequence[Features]) -> list[Features]:
    """Acts on a meeting, and who came to one, among the meetings of the kind that they are about; `some` in reading order.

    An act stands with talks, unless its article tells of a meeting of another kind, such as of outside states alone, between
    the same actors and of no talks between as many of them. Who attended stands with the meeting that the article told before.
    """
    meetings: dict[str, list[Features]] = defaultdict(list)
    for f in some:
        if not f.is_act and f.actors and f.group in _MEETING_GROUPS:
            meetings[f.mention.document.id].append(f)
    last: dict[str, str] = {}
    found = []
    for f in some:
        if f.is_act and f.actors:
            f = _with_meeting_group(f, meetings[f.mention.document.id])
        elif f.group in _MEETING_GROUPS:
            if tells_who_came(f):
                f = in_group(f, last.get(f.mention.document.id, f.group))
            else:
                last[f.mention.document.id] = f.group
        found.append(f)
    return found


def in_group(seen: Features, group: str) -> Features:
    """The same features in a group that was found with others of its article."""
    return seen if seen.group == group else replace(seen, group=group)


def _with_meeting_group(act: Features, meetings: Sequence[Features]) -> Features:
    best = max((_actors_alike(act.actors, m.actors) for m in meetings if m.group == "talks"), default=0.0)
    for group in _MEETING_GROUPS:
        if any(m.group == group and m.actors == act.actors and best < 1.0 for m in meetings):
            return in_group(act, group)
    return act


def refers_back(f: Features) -> bool:
    """Whether a mention speaks of an event as known, by no name of its own ("the talks were attended by ..."): of that told before."""
    if f.mention.polarity == "negated":
        return False
    if f.is_act:
        return f.mention.type == "talks_proposed" and is_of_known(f.mention)
    known = f.group in _MEETING_GROUPS or f.mention.type in vocabulary().texts
    return known and (tells_who_came(f) or is_of_known(f.mention))


def tells_who_came(f: Features) -> bool:
    """Whether a mention only tells who came to a meeting told before ("Their envoys attended as observers"): no day, place or sides."""
    unnamed = f.days is None and f.city is None and len(f.parties) < _TWO_SIDES
    return not f.is_act and unnamed and f.mention.polarity != "negated" and is_attendance(f.mention)


def is_general(f: Features) -> bool:
    """Whether a mention tells of a meeting without its day, place or name: another report's meeting it may only be if of those days."""
    return f.group in _MEETING_GROUPS and not f.is_act and f.days is None and f.city is None and f.track is None


def has_many_voices(f: Features) -> bool:
    """Whether reports name different sides as acting in events of its group: meetings and texts."""
    return f.group in _events_with_many_voices()


@cache
def _events_with_many_voices() -> frozenset[str]:
    words = vocabulary()
    return frozenset(words.group_of.get(kind, kind) for kind in words.counted)


def _actors_alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Mean of containment and Jaccard index, with more weight on containment: reports rarely name all."""
    if not a or not b:
        return 0.5
    both = len(a & b)
    return 0.6 * both / min(len(a), len(b)) + 0.4 * both / len(a | b)
