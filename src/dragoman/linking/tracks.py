"""Which events belong to one line of talks, and where it stands (codebook 1.12, rule R19)."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.linking.conflict import sides
from dragoman.linking.dates import day
from dragoman.linking.event_labels import labels_of_events
from dragoman.linking.lines import folded, line_key, line_keys, line_name
from dragoman.linking.people import canonical_name, is_state, listed_key
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Event, EventMention, Participation

LABEL, PLACE, CHANNEL = "explicit label", "brokers and venue", "broker set"


@cache
def track_rules() -> dict[str, Any]:
    """How much has to speak for a line of talks (`evidence.yaml`, tracks), read once."""
    return dict(read_table("evidence.yaml")["tracks"])


@dataclass
class Line:
    """Events that share a cue, while tracks are being put together. `brokers`, `parties` are actor keys.

    `run_by` tells a line from another of the same name, "" where there is only one.
    """

    conflict: str | None
    key: str
    cue: str
    label: str | None
    events: list[Event] = field(default_factory=list)
    brokers: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    run_by: str = ""

    @property
    def id(self) -> str:
        """Id from conflict and name; lines without a label also go by the brokers of their first event."""
        parts = [self.conflict or "", self.key, *([self.run_by] if self.run_by else [])]
        if self.cue == PLACE:
            parts += sorted(self.brokers) + [self.events[0].id] * (self.conflict is None)
        return "tr_" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def event_day(event: Event) -> str:
    """The day on which an event counts: its start, else that of its first report, else "9999"."""
    return event.start or (event.observed_first_at or "9999")[:10]


def assign(
    events: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    roots: Mapping[str, str],
) -> dict[str, Line]:
    """The line of talks of each event by event id; events without a cue are absent (rule R19).

    - A label that reports give is a cue by itself, and so is a format that takes part under its own name.
    - Two outside states that meet alone are a channel of their own, where enough roots tell of it.
    - Mediators together with a venue are a cue: such an event joins the line that bears the venue's name if a
      mediator is common to both or the line knows none, else a line of its own.
    - Where nobody tells who mediated, two sides or more that meet or sign at the place of the one line of their conflict there,
      within days of its other events, do so in it; and so does a text that brokers of that line brought about there.

    Lines that are too thin to be kept are among them (`keeping.py`).
    """
    words = vocabulary()
    brokers = _keys(events, participations, words.mediator)
    parties = _keys(events, participations, words.party)
    ordered = sorted(events, key=lambda e: (event_day(e), e.id))
    labels = labels_of_events(ordered, participations, mentions, roots)
    conflicts_of_key: dict[str, set[str]] = defaultdict(set)
    for event in ordered:
        if event.id in labels and event.conflict:
            conflicts_of_key[labels[event.id][0]].add(event.conflict)
    told: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
    for event in ordered:
        if event.id in labels:
            told[event.conflict, labels[event.id][0]].update(roots[m] for m in event.mention_ids)
    labelled: dict[tuple[str | None, str], Line] = {}
    channels: dict[tuple[str | None, str], Line] = {}
    unlabelled: dict[tuple[str | None, str], list[Line]] = defaultdict(list)
    result: dict[str, Line] = {}

    def join(event: Event, line: Line) -> None:
        line.events.append(event)
        line.parties |= parties[event.id]
        if event.type in words.counted or event.type in words.talks_acts:
            line.brokers |= brokers[event.id]
        result[event.id] = line

    for event in ordered:
        if event.id in labels:
            key, label = labels[event.id]
            # An event whose conflict is unknown goes to the one line of that name, if there is only one.
            known = conflicts_of_key[key]
            conflict = event.conflict or (next(iter(known)) if len(known) == 1 else None)
            conflict = _better_known(conflict, key, parties[event.id], told)
            join(event, labelled.setdefault((conflict, key), Line(conflict, key, LABEL, label)))
    for event in ordered:
        pair = _outside_pair(event, participations.get(event.id, ()))
        line = result.get(event.id)
        if pair and (line is None or _is_guest(pair, event, line, brokers, parties, mentions)):
            if line is not None:
                line.events.remove(event)
            name = "–".join(sorted(canonical_name(key) or key for key in pair)) + " channel"
            join(event, channels.setdefault((event.conflict, name), Line(event.conflict, name, CHANNEL, name)))
    for event in ordered:
        if event.id in result or not _place_is_a_cue(event, mentions) or not brokers[event.id]:
            continue
        key = line_key(event.venue, event.conflict) or ""
        own = labelled.get((event.conflict, key))
        if own is not None and (not own.brokers or own.brokers & brokers[event.id]):
            join(event, own)
            continue
        if own is not None and line_name(key, event.conflict):
            continue  # others met in the same city: that is no second line of the same name
        near = [
            u
            for u in unlabelled[event.conflict, key]
            if _same_brokers(u.brokers, brokers[event.id])
            # Where no conflict is known only a common party tells that it is one.
            and (u.conflict or u.parties & parties[event.id])
        ]
        if not near:
            line = Line(event.conflict, key, PLACE, f"{event.venue} talks", brokers=set(brokers[event.id]))
            unlabelled[event.conflict, key].append(line)
            near = [line]
        near[0].events.append(event)
        near[0].parties |= parties[event.id]
        result[event.id] = near[0]
    for event in ordered:
        brokered = bool(brokers[event.id])
        if event.id in result or (event.type not in words.texts if brokered else len(parties[event.id]) < 2):
            continue
        if event.type not in words.counted or not _in_city(event, mentions):
            continue
        place = (event.conflict, line_key(event.venue, event.conflict) or "")
        there = [line for line in (labelled.get(place), *unlabelled.get(place, ())) if line is not None]
        if not event.conflict or len(there) != 1 or not _in_its_days(event, there[0]):
            continue
        line = there[0]
        if brokers[event.id] & line.brokers if brokered else _sit_there(event, parties[event.id], line):
            join(event, line)
    return result


def _better_known(
    conflict: str | None, key: str, parties: set[str], told: Mapping[tuple[str | None, str], Counter[str]]
) -> str | None:
    """The conflict of the line that an event with a label is of: another war in the same land, where many more tell of a line of that name.

    A sentence on the talks with one group that names the other is not on a second line of the same name. Where one of the sides sits
    there that fights in this war only, it is.
    """
    own = sides(conflict)
    if own is None or any(p.startswith("group:") and p in own.parties for p in parties):
        return conflict
    here = len(told[conflict, key]), told[conflict, key].total()
    others = []
    for (other, name), by_root in told.items():
        there = sides(other) if name == key and other != conflict else None
        if there is not None and (len(by_root), by_root.total()) > here and there.countries & own.countries:
            others.append((len(by_root), by_root.total(), other or ""))
    return max(others)[2] if others else conflict


def _sit_there(event: Event, parties: set[str], line: Line) -> bool:
    """Whether parties that meet or sign where a line of their conflict has its place do so in it: theirs or the war's."""
    known = sides(event.conflict)
    return bool(line.parties & parties or (known and parties <= known.parties | known.countries))


def _in_its_days(event: Event, line: Line) -> bool:
    """Whether an event is within days of the others of a line of talks."""
    at = day(event.start)
    days = [other for e in line.events if (other := day(event_day(e)))]
    return at is not None and any(abs((at - other).days) <= track_rules()["same_place_days"] for other in days)


def _outside_pair(event: Event, people: Sequence[Participation]) -> tuple[str, ...] | None:
    """The two states that meet alone about a war that is not fought on their land; None for other events."""
    words, known = vocabulary(), sides(event.conflict)
    if known is None or not (event.type in words.counted or event.type in words.talks_acts):
        return None
    keys = {key for p in people if p.role not in words.absent and (key := listed_key(p))}
    unknown = [p for p in people if p.role in words.party | words.mediator and listed_key(p) is None]
    if len(keys) != 2 or unknown or not all(is_state(k) and k not in known.countries for k in keys):
        return None
    return tuple(sorted(keys))


def _is_guest(
    pair: Sequence[str],
    event: Event,
    line: Line,
    brokers: Mapping[str, set[str]],
    parties: Mapping[str, set[str]],
    mentions: Mapping[str, EventMention],
) -> bool:
    """Whether two states that meet alone have no part in the rest of a line of talks.

    They have none where they are parties nowhere else on it and others broker it more often; or where they are
    nothing at all elsewhere on it and no sentence about their meeting names the line or its place.
    """
    others = [other for other in line.events if other is not event]
    if any(parties[other.id] & set(pair) for other in others):
        return False
    counts = Counter(key for other in others for key in brokers[other.id])
    best = max(counts.values(), default=0)
    if best > 1 and all(counts[key] < best / 2 for key in pair):
        return True
    met = any(brokers[other.id] | parties[other.id] for other in others)
    return met and not any(counts[key] for key in pair) and not _names(line, event, mentions)


def _names(line: Line, event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether a sentence about an event names a line of talks or its place."""
    keys = line_keys(line.key, line.conflict)
    said = [folded(mentions[m].evidence.text) for m in event.mention_ids]
    return line_key(event.venue, line.conflict) == line.key or any(key in text for key in keys for text in said)


def _keys(
    events: Sequence[Event], participations: Mapping[str, Sequence[Participation]], roles: frozenset[str]
) -> dict[str, set[str]]:
    """Keys of the actors in the given roles, by event id."""
    return {
        e.id: {key for p in participations.get(e.id, ()) if p.role in roles and (key := listed_key(p))} for e in events
    }


def _place_is_a_cue(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Talks or conferences in a city; a visit to one side or a country as a whole names no line of talks."""
    words = vocabulary()
    group = words.group_of.get(event.type or "")
    return (group in ("talks", "outsiders") or event.type in words.talks_acts) and _in_city(event, mentions)


def _in_city(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether the venue of an event is more exact than a country."""
    venues = (mentions[m].venue for m in event.mention_ids)
    whole = any(v and v.name == event.venue and v.name in (v.country, v.country_name) for v in venues)
    return bool(event.venue) and not whole


def _same_brokers(a: set[str], b: set[str]) -> bool:
    """Broker sets agree where one contains the other: reports often name only some."""
    return bool(a) and bool(b) and (a <= b or b <= a)
