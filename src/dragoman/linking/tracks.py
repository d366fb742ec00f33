"""Which events belong to one line of talks, and where it stands (codebook 1.12, rule R19)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.linking.aggregate import mode
from dragoman.linking.dates import day, moment
from dragoman.linking.features import track_key
from dragoman.linking.record import LinkOptions
from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participation, StatusChange, Track

_LABEL, _PLACE = "explicit label", "brokers and venue"
_INVITING = ("talks_proposed", "invitation_issued", "mediation_offered")


@dataclass
class Line:
    """Events that share a cue, while tracks are being put together. `brokers` are actor keys."""

    conflict: str | None
    key: str
    cue: str
    label: str | None
    events: list[Event] = field(default_factory=list)
    brokers: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        """Id from conflict and name; lines without a label also go by the brokers of their first event."""
        parts = [self.conflict or "", self.key]
        if self.cue == _PLACE:
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

    A label that reports give is a cue by itself. Without one, mediators together with a venue are: such an
    event joins the line that bears the venue's name if a mediator is common to both or the line knows none,
    else a line of its own.
    """
    words = vocabulary()
    brokers = _keys(events, participations, words.mediator)
    parties = _keys(events, participations, words.party)
    ordered = sorted(events, key=lambda e: (event_day(e), e.id))
    labelled: dict[tuple[str | None, str], Line] = {}
    result: dict[str, Line] = {}
    conflicts_of_key: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for event in ordered:
        said = [(m.track, roots[m.id]) for m_id in event.mention_ids if (m := mentions[m_id]).track]
        label = mode([(text, root) for text, root in said if text])
        key = track_key(label)
        if event.type is not None and label and key:
            labels[event.id] = label
            if event.conflict:
                conflicts_of_key[key].add(event.conflict)
    for event in ordered:
        if event.id not in labels:
            continue
        key = track_key(labels[event.id]) or ""
        # An event whose conflict is unknown goes to the one line of that name, if there is only one.
        known = conflicts_of_key[key]
        conflict = event.conflict or (next(iter(known)) if len(known) == 1 else None)
        line = labelled.setdefault((conflict, key), Line(conflict, key, _LABEL, labels[event.id]))
        line.events.append(event)
        if event.type in words.counted or event.type in words.talks_acts:
            line.brokers |= brokers[event.id]
        result[event.id] = line
    unlabelled: list[Line] = []
    for event in ordered:
        if event.id in result or not _place_is_a_cue(event, mentions) or not brokers[event.id]:
            continue
        key = track_key(event.venue) or ""
        own = labelled.get((event.conflict, key))
        if own is not None and (not own.brokers or own.brokers & brokers[event.id]):
            line = own
        else:
            near = [
                u
                for u in unlabelled
                if (u.conflict, u.key) == (event.conflict, key)
                and _same_brokers(u.brokers, brokers[event.id])
                # Where no conflict is known only a common party tells that it is one.
                and (u.conflict or u.parties & parties[event.id])
                and _same_brokers(u.brokers, brokers[event.id])
            ]
            line = (
                near[0] if near else Line(event.conflict, key, _PLACE, None, brokers=set(brokers[event.id]))
            )
            if not near:
                unlabelled.append(line)
        line.events.append(event)
        line.parties |= parties[event.id]
        result[event.id] = line
    return result


def _keys(
    events: Sequence[Event], participations: Mapping[str, Sequence[Participation]], roles: frozenset[str]
) -> dict[str, set[str]]:
    """Keys of the actors in the given roles, by event id."""
    return {
        e.id: {actor_key(p) for p in participations.get(e.id, ()) if p.role in roles and is_named(p)}
        for e in events
    }


def _place_is_a_cue(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Talks or conferences in a city; a visit to one side or a country as a whole names no line of talks."""
    words = vocabulary()
    group = words.group_of.get(event.type or "")
    if not event.venue or not (group in ("talks", "outsiders") or event.type in words.talks_acts):
        return False
    venues = (mentions[m].venue for m in event.mention_ids)
    return not any(v and v.name == event.venue and v.name in (v.country, v.country_name) for v in venues)


def _same_brokers(a: set[str], b: set[str]) -> bool:
    """Broker sets agree where one contains the other: reports often name only some."""
    return bool(a) and bool(b) and (a <= b or b <= a)


def make_tracks(
    lines: Mapping[str, Line],
    participations: Mapping[str, Sequence[Participation]],
    changes: Mapping[str, Sequence[StatusChange]],
    exclusions: Sequence[ExclusionRow],
    mentions: Mapping[str, EventMention],
    roots_of_event: Mapping[str, Sequence[str]],
    as_of: str | None,
    options: LinkOptions,
) -> list[Track]:
    """Track rows, sorted by id. `as_of` is the day on which their state is judged."""
    unique = {line.id: line for line in lines.values()}
    named = Counter((line.conflict, _name(line, mentions)) for line in unique.values())
    words = vocabulary()
    tracks = []
    for track_id, line in sorted(unique.items()):
        talks = [
            e
            for e in line.events
            if e.type in words.counted | words.track_activity or e.type in words.talks_acts
        ]
        people = [p for e in line.events for p in participations.get(e.id, ())]
        brokers = _names(p for e in talks for p in participations.get(e.id, ()) if p.role in words.mediator)
        excluded_keys = {x.excluded_actor or x.excluded_name for x in exclusions if x.track_id == track_id}
        excluded = sorted({x.excluded_name for x in exclusions if x.track_id == track_id})
        seated = {actor_key(p) for p in people if p.role in words.party}
        kinds = {e.id: e.type for e in line.events}
        addressed = [p for p in people if p.role == "recipient" and kinds[p.event_id] in _INVITING]
        parties = _names(
            p
            for p in [p for p in people if p.role in words.party] + addressed
            if actor_key(p) in seated or (p.actor or p.name) not in excluded_keys
        )
        status_rows = sorted(
            (c for e in talks or line.events for c in changes.get(e.id, ())), key=lambda c: moment(c.date)
        )
        places = [(e.venue, r) for e in line.events if e.venue for r in roots_of_event.get(e.id, (e.id,))]
        venue = mode([(v, r) for v, r in places if v])
        countries = sorted({e.venue_country for e in line.events if e.venue == venue and e.venue_country})
        name = _name(line, mentions)
        if named[line.conflict, name] > 1 and brokers:
            name = f"{name} ({', '.join(brokers)})"
        days = sorted(d for e in line.events for d in (event_day(e), (e.observed_first_at or "9999")[:10]))
        documents = {mentions[m].document.id for e in line.events for m in e.mention_ids}
        tracks.append(
            Track(
                id=track_id,
                name=name,
                conflict=line.conflict,
                brokers=brokers,
                parties=parties,
                excluded=excluded,
                hosts=_names(p for p in people if p.role in words.host) or _venue_hosts(line, mentions),
                venue=venue,
                venue_country=countries[0] if countries else None,
                state=state_of(talks or line.events, changes, as_of, options.dormant_after_days),
                first_seen=days[0] if days and days[0] != "9999" else None,
                last_change=status_rows[-1].date if status_rows else None,
                last_status=status_rows[-1].status if status_rows else None,
                n_events=len(line.events),
                n_documents=len(documents),
                n_roots=len({r for e in line.events for r in roots_of_event.get(e.id, ())}),
                cue=line.cue,
            )
        )
    return tracks


def state_of(
    events: Sequence[Event],
    changes: Mapping[str, Sequence[StatusChange]],
    as_of: str | None,
    dormant_after_days: int,
) -> str:
    """State of a track (codebook 1.12) from the statuses of its events, the latest event first.

    proposed: nothing beyond proposals. preparatory: dates, invitations or talks about talks, no substance
    yet. active, suspended: by the latest event. ended: the latest event collapsed, was called off before any
    was held, or closed the channel. dormant: no sign of life for `dormant_after_days` before `as_of`.
    """
    words = vocabulary()
    ordered = sorted(events, key=lambda e: (event_day(e), e.id))
    held = [e for e in ordered if e.status in words.held and e.type in words.counted]
    last = ordered[-1]
    if last.type in words.track_endings and last.status in words.held:
        return "ended"
    signs = [event_day(e) for e in ordered] + [
        (c.date or "")[:10] for e in ordered for c in changes.get(e.id, ())
    ]
    latest = max((d for s in signs if s != "9999" and (d := day(s))), default=None)
    today = day(as_of)
    dormant = bool(latest and today and today - latest > dt.timedelta(days=dormant_after_days))
    if last.status == "collapsed" or (last.status in words.not_held and not held):
        return "ended"
    if dormant:
        return "dormant"
    if last.status == "suspended":
        return "suspended"
    if any(e.type != "preparatory_talks" for e in held):
        return "suspended" if last.status == "cancelled" else "active"
    if held or any(e.status not in ("proposed", "contested", "denied") for e in ordered):
        return "preparatory"
    return "proposed"


def _name(line: Line, mentions: Mapping[str, EventMention]) -> str:
    """The label most often said, else the venue's name and "talks"."""
    if line.cue == _PLACE:
        return f"{line.events[0].venue} talks"
    said = Counter(
        t for e in line.events for m in e.mention_ids if (t := mentions[m].track) and track_key(t) == line.key
    )
    return min(said, key=lambda text: (-said[text], text)) if said else (line.label or line.key)


def _names(rows: Iterable[Participation]) -> list[str]:
    """Names of actors, the one with most mentions first; one name for each actor."""
    weight: Counter[str] = Counter()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        weight[actor_key(row)] += row.n_mentions
        names[actor_key(row)][row.name] += row.n_mentions
    ordered = sorted(weight, key=lambda k: (-weight[k], k))
    return [min(names[k], key=lambda n: (-names[k][n], n)) for k in ordered]


def _venue_hosts(line: Line, mentions: Mapping[str, EventMention]) -> list[str]:
    """Countries of the venues, where no host is named."""
    venues = (mentions[m].venue for e in line.events for m in e.mention_ids)
    return sorted({v.country_name or v.country or "" for v in venues if v is not None} - {""})
