"""Track rows: who brokers a line of talks, who sits at it, who is kept out, where it stands (codebook 1.12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.linking.aggregate import mode
from dragoman.linking.conflict import sides
from dragoman.linking.dates import moment
from dragoman.linking.lines import known_line, line_key, line_keys, line_name, track_key
from dragoman.linking.people import Tally, is_state, listed_key, names_of
from dragoman.linking.record import LinkOptions
from dragoman.linking.tracks import CHANNEL, INVITING, LABEL, Line, event_day, state_of
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participation, StatusChange, Track


@cache
def _rules() -> dict[str, Any]:
    return dict(read_table("evidence.yaml")["roles"])


def is_thin(track: Track) -> bool:
    """Whether so little speaks for a track that a table may leave it out (`evidence.yaml`, tracks)."""
    rules = read_table("evidence.yaml")["tracks"]
    few = track.n_events < rules["thin_events"] and track.n_roots < rules["thin_roots"]
    return few or not (track.brokers or track.parties)


@dataclass(frozen=True)
class Cast:
    """Keys of the brokers and parties of a line, best attested first, with their names."""

    brokers: dict[str, str]
    parties: dict[str, str]
    described: tuple[str, ...] = ()


def casts_of(
    lines: Iterable[Line], participations: Mapping[str, Sequence[Participation]], roots: Mapping[str, str]
) -> dict[str, Cast]:
    """Who brokers each line of talks and who are its parties, by track id and the rules of `evidence.yaml`.

    An actor from the land of the conflict, or an armed or political group, is a party first. An outside state
    or organisation is a broker first; it is a party only where no two sides from the land are known, or where
    it is a known party to the conflict that is named as one more often than all of them. Nobody is both. Who
    brokers another line of the same conflict far more often is a guest on this one.

    Args:
        roots: root by mention id.
    """
    counts = {line.id: _count(line, participations, roots) for line in {x.id: x for x in lines}.values()}
    most: dict[tuple[str | None, str], int] = {}
    for count in counts.values():
        for key, support in count.brokering.by_key.items():
            at = (count.line.conflict, key)
            most[at] = max(most.get(at, 0), len(support.roots))
    return {track_id: _cast(count, most) for track_id, count in counts.items()}


@dataclass(frozen=True)
class _Count:
    """What speaks for the actors of a line in each part; `by_roots` says how it is weighed."""

    line: Line
    brokering: Tally
    sitting: Tally
    by_roots: bool


def _count(
    line: Line, participations: Mapping[str, Sequence[Participation]], roots: Mapping[str, str]
) -> _Count:
    words, rules = vocabulary(), _rules()
    brokering, sitting = Tally(), Tally()
    told: set[str] = set()
    for event in line.events:
        talks = event.type in words.counted or event.type in words.talks_acts
        for who in participations.get(event.id, ()):
            said = [roots[m] for m in who.basis if m in roots]
            if talks and who.role in words.mediator | words.convener:
                brokering.add(who, said)
            elif event.type in INVITING and who.role == "initiator":
                brokering.add(who, said, rules["initiator_weight"])
            elif who.role in words.party or (event.type in INVITING and who.role == "recipient"):
                sitting.add(who, said)
            else:
                continue
            told |= set(said)
    return _Count(line, brokering, sitting, len(told) >= rules["count_roots_from"])


def _cast(count: _Count, most: Mapping[tuple[str | None, str], int]) -> Cast:
    rules, line, by_roots = _rules(), count.line, count.by_roots
    brokering, sitting = count.brokering, count.sitting
    known = sides(line.conflict)
    own = known_line(line.key, line.conflict)
    land = (known.countries if known else frozenset()) | (own.parties if own else frozenset())
    single = rules["single_mention_up_to"]

    def local(key: str) -> bool:
        state, colon, _ = key.partition(":")
        return key.startswith("group:") or bool(colon and is_state(state)) or key in land

    states_lead = not (brokering.ranked(by_roots, 1.0, 0)[:1] or [""])[0].startswith("igo:")

    def leads(key: str) -> bool:
        broker, party = brokering.strength(key, by_roots), sitting.strength(key, by_roots)
        if local(key) or (known is None and party):
            return broker > rules["local_broker_lead"] * max(party, 1.0)
        elsewhere = most.get((line.conflict, key), 0)
        here = len(brokering.by_key[key].roots)
        guest = by_roots and here < rules["guest_share"] * elsewhere
        return broker > 0 and not guest and not (own and key in own.actors)

    def weight(key: str) -> float:
        # At a table that states run, an outside state that sits there is likely to be one of them.
        extra = sitting.strength(key, by_roots) if states_lead and is_state(key) and not local(key) else 0.0
        return brokering.strength(key, by_roots) + rules["seat_weight"] * extra

    brokers = brokering.ranked(by_roots, rules["broker_share"], single, weight, leads)
    seated = [k for k in sitting.ranked(by_roots, 0.0, single) if k not in brokers]
    home = [k for k in seated if local(k)]
    strengths = [sitting.strength(k, by_roots) for k in home]
    enough = rules["party_share"] * max(strengths, default=0.0)

    def sits(key: str) -> bool:
        strength = sitting.strength(key, by_roots)
        if local(key):
            return strength >= enough
        if len(home) > 1:
            return bool(known and key in known.parties and is_state(key) and strength > sum(strengths))
        return is_state(key) and not (own and key in own.actors)

    if line.cue == CHANNEL:
        both = dict.fromkeys([*brokers, *seated])
        return Cast({k: (brokering if k in brokering.by_key else sitting).name(k) for k in both}, {})
    parties = [k for k in seated if sits(k)]
    return Cast(
        {k: brokering.name(k) for k in brokers},
        {k: sitting.name(k) for k in parties},
        tuple(names_of(sitting, []) if not parties else ()),
    )


def make_tracks(
    lines: Mapping[str, Line],
    casts: Mapping[str, Cast],
    participations: Mapping[str, Sequence[Participation]],
    changes: Mapping[str, Sequence[StatusChange]],
    exclusions: Sequence[ExclusionRow],
    mentions: Mapping[str, EventMention],
    roots_of_event: Mapping[str, Sequence[str]],
    as_of: str | None,
    options: LinkOptions,
) -> list[Track]:
    """Track rows: the conflict with most documents first, within it the latest change first.

    Args:
        casts: brokers and parties by track id.
        as_of: the day on which the state of tracks is judged.
    """
    unique = {line.id: line for line in lines.values()}
    named = Counter((line.conflict, _name(line, mentions)) for line in unique.values())
    tracks = []
    for track_id, line in sorted(unique.items()):
        name, people = _name(line, mentions), casts[track_id]
        brokers = list(dict.fromkeys(people.brokers.values()))
        if named[line.conflict, name] > 1 and brokers:
            name = f"{name} ({', '.join(brokers)})"
        excluded = Counter(x.excluded_name for x in exclusions if x.track_id == track_id)
        tracks.append(
            _row(
                line,
                name,
                brokers,
                list(dict.fromkeys(people.parties.values())) or list(people.described),
                sorted(excluded, key=lambda n: (-excluded[n], n)),
                participations,
                changes,
                mentions,
                roots_of_event,
                state_of(_talks(line), changes, as_of, options.dormant_after_days),
            )
        )
    documents: Counter[str | None] = Counter()
    for track in tracks:
        documents[track.conflict] += track.n_documents
    tracks.sort(key=lambda t: t.id)
    tracks.sort(key=lambda t: moment(t.last_change) if t.last_change else "", reverse=True)
    return sorted(tracks, key=lambda t: (t.conflict is None, -documents[t.conflict], t.conflict or ""))


def _talks(line: Line) -> list[Event]:
    words = vocabulary()
    kinds = words.counted | words.track_activity | set(words.talks_acts)
    return [e for e in line.events if e.type in kinds] or line.events


def _row(
    line: Line,
    name: str,
    brokers: list[str],
    parties: list[str],
    excluded: list[str],
    participations: Mapping[str, Sequence[Participation]],
    changes: Mapping[str, Sequence[StatusChange]],
    mentions: Mapping[str, EventMention],
    roots_of_event: Mapping[str, Sequence[str]],
    state: str,
) -> Track:
    status_rows = sorted((c for e in _talks(line) for c in changes.get(e.id, ())), key=lambda c: moment(c.date))
    venue, country, country_name = _venue(line, mentions)
    days = sorted(d for e in line.events for d in (event_day(e), (e.observed_first_at or "9999")[:10]))
    hosting = Tally()
    for event in line.events:
        for who in participations.get(event.id, ()):
            if who.role in vocabulary().host and (country is None or listed_key(who) == country):
                hosting.add(who, roots_of_event.get(event.id, ()))
    hosts = names_of(hosting, hosting.ranked(False, 0.5, 1)) or ([country_name] if country_name else [])
    return Track(
        id=line.id,
        name=name,
        conflict=line.conflict,
        brokers=brokers,
        parties=parties,
        excluded=excluded,
        hosts=hosts,
        venue=venue,
        venue_country=country,
        state=state,
        first_seen=days[0] if days and days[0] != "9999" else None,
        last_change=status_rows[-1].date if status_rows else None,
        last_status=status_rows[-1].status if status_rows else None,
        n_events=len(line.events),
        n_documents=len({mentions[m].document.id for e in line.events for m in e.mention_ids}),
        n_roots=len({r for e in line.events for r in roots_of_event.get(e.id, ())}),
        cue=line.cue,
    )


def _name(line: Line, mentions: Mapping[str, EventMention]) -> str:
    """The known name of the line, else the label most often said."""
    known = line_name(line.key, line.conflict)
    if known or line.cue != LABEL:
        return known or line.label or line.key
    said = Counter(
        t
        for e in line.events
        for m in e.mention_ids
        if (t := mentions[m].track) and line_key(t, line.conflict) == line.key
    )
    return min(said, key=lambda text: (-said[text], text)) if said else (line.label or line.key)


def _venue(line: Line, mentions: Mapping[str, EventMention]) -> tuple[str | None, str | None, str | None]:
    """City, country code and country name of a line: the place it is called after, else where most was held."""
    told = [v for e in line.events for m in e.mention_ids if (v := mentions[m].venue) is not None]
    keys = line_keys(line.key, line.conflict)
    own = [v for v in told if track_key(v.name) in keys]
    name = mode([(v.name, str(i)) for i, v in enumerate(own)])
    if name is None and (place := _place(line.key)):
        return place
    if name is None:
        held = [(e.venue, e.id) for e in line.events if e.venue and e.type in vocabulary().meetings]
        name = mode([(v, i) for v, i in held if v])
        if name is None or 2 * sum(v == name for v, _ in held) <= len(held):
            return None, None, None
    at = next((v for v in told if v.name == name), None)
    return name, at.country if at else None, at.country_name if at else None


@cache
def _place(key: str) -> tuple[str | None, str | None, str | None] | None:
    from dragoman.actors import load

    knowledge = load()
    place = knowledge.place(key.title())
    if place is None or place.kind not in ("city", "capital", "venue") or place.country is None:
        return None
    return place.name, place.country, knowledge.country_name(place.country)
