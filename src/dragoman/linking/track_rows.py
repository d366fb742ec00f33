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
from dragoman.linking.exclusions import is_negated
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
    """Keys of the brokers and parties of a line, best attested first, with their names.

    Attributes:
        described: words for parties where none is known by an id.
    """

    brokers: dict[str, str]
    parties: dict[str, str]
    described: tuple[str, ...] = ()


def casts_of(
    lines: Iterable[Line],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    roots: Mapping[str, str],
) -> dict[str, Cast]:
    """Who brokers each line of talks and who are its parties, by track id and the rules of `evidence.yaml`.

    An actor from the land of the conflict, or an armed or political group, is a party first. An outside state
    or organisation is a broker first; a state is a party where fewer than two sides from the land are known, in
    wars between states. Nobody is both. Who brokers another line of the same conflict far more often is a guest
    on this one, and claims that somebody is kept out weigh against a seat.

    Args:
        roots: root by mention id.
    """
    counts = {
        line.id: _count(line, participations, mentions, roots) for line in {x.id: x for x in lines}.values()
    }
    most: dict[tuple[str | None, str], int] = {}
    for count in counts.values():
        for key in count.brokering.by_key:
            at = (count.line.conflict, key)
            most[at] = max(most.get(at, 0), count.presence(key))
    return {track_id: _cast(count, most) for track_id, count in counts.items()}


@dataclass(frozen=True)
class _Count:
    """What speaks for the actors of a line in each part.

    Attributes:
        by_roots: whether roots are counted, else mentions.
        country: code of the country where the line meets.
    """

    line: Line
    brokering: Tally
    sitting: Tally
    kept_out: Tally
    by_roots: bool
    country: str | None

    def presence(self, key: str) -> int:
        """Number of roots that give an actor a part in the line."""
        tallies = [t.by_key[key].roots for t in (self.brokering, self.sitting) if key in t.by_key]
        return len(set().union(*tallies))


def _count(
    line: Line,
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    roots: Mapping[str, str],
) -> _Count:
    words, rules = vocabulary(), _rules()
    brokering, sitting, kept_out = Tally(), Tally(), Tally()
    told: set[str] = set()
    for event in line.events:
        talks = event.type in words.counted or event.type in words.talks_acts
        for who in participations.get(event.id, ()):
            # "They convened nothing": a denied role is none.
            said = [roots[m] for m in who.basis if m in roots and not is_negated(mentions[m])]
            if who.role == "excluded":
                kept_out.add(who, [roots[m] for m in who.basis if m in roots])
            if not said:
                continue
            if talks and who.role in words.mediator | words.convener:
                brokering.add(who, said)
            elif event.type in INVITING and who.role == "initiator":
                brokering.add(who, said, rules["initiator_weight"])
            elif who.role in words.party or (event.type in INVITING and who.role == "recipient"):
                sitting.add(who, said)
            else:
                continue
            told |= set(said)
    by_roots = len(told) >= rules["count_roots_from"]
    return _Count(line, brokering, sitting, kept_out, by_roots, _venue(line, mentions)[1])


def _cast(count: _Count, most: Mapping[tuple[str | None, str], int]) -> Cast:
    rules, line = _rules(), count.line
    known, own = sides(line.conflict), known_line(line.key, line.conflict)
    land = (known.countries if known else frozenset()) | (own.parties if own else frozenset())
    # Where one state fights groups on its land, other states are no parties unless the line's table says so.
    internal = known is not None and len(known.countries) == 1 and any(":" in p for p in known.parties)

    def strength(tally: Tally, key: str) -> float:
        return tally.strength(key, count.by_roots)

    def local(key: str) -> bool:
        state, colon, _ = key.partition(":")
        return key.startswith("group:") or bool(colon and is_state(state)) or key in land

    first = max(count.brokering.by_key, key=lambda k: (strength(count.brokering, k), k), default="")
    states_lead = not first.startswith("igo:")

    def brokerage(key: str) -> float:
        """Support for a broker, 0 for who cannot be one."""
        brokers, sits = strength(count.brokering, key), strength(count.sitting, key)
        if own and key in own.actors:
            return 0.0
        if local(key) or (known is None and sits):
            return brokers if brokers > rules["local_broker_lead"] * max(sits, 1.0) else 0.0
        often = rules["guest_share"] * most.get((line.conflict, key), 0)
        if count.by_roots and key != count.country and count.presence(key) < often:
            return 0.0
        # At a table that states run, an outside state that sits there is likely to be one of them.
        seat = rules["seat_weight"] * sits if states_lead and is_state(key) and (brokers or internal) else 0.0
        return max(0.0, brokers + seat - strength(count.kept_out, key))

    def mentions(key: str) -> float:
        return sum(t.by_key[key].mentions for t in (count.brokering, count.sitting) if key in t.by_key)

    def ranked(support: Mapping[str, float], share: float) -> list[str]:
        order = sorted((k for k in support if support[k] > 0), key=lambda k: (-support[k], -mentions(k), k))
        top = support[order[0]] if order else 0.0
        alone = rules["single_mention_up_to"]
        return [k for k in order if support[k] >= share * top and (top <= alone or mentions(k) > 1)]

    def name(key: str) -> str:
        return (count.brokering if key in count.brokering.by_key else count.sitting).name(key)

    everybody = [*count.brokering.by_key, *count.sitting.by_key]
    brokers = ranked({k: brokerage(k) for k in everybody}, rules["broker_share"])
    if line.cue == CHANNEL:
        return Cast({k: name(k) for k in dict.fromkeys([*brokers, *everybody])}, {}, ())
    seats = {k: strength(count.sitting, k) - strength(count.kept_out, k) for k in count.sitting.by_key}
    home = {k: seats[k] for k in seats if local(k) and k not in brokers}
    parties = ranked(home, rules["party_share"])
    outside = {k: v for k, v in seats.items() if is_state(k) and k not in brokers and not local(k)}
    if len(parties) < 2 and not internal:
        known_outside = {
            k: v for k, v in outside.items() if known is None or not parties or k in known.parties
        }
        parties += ranked(known_outside, rules["party_share"])
    described = tuple(names_of(count.sitting, [])) if not parties else ()
    return Cast({k: name(k) for k in brokers}, {k: name(k) for k in parties}, described)


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
        out = [x for x in exclusions if x.track_id == track_id]
        excluded = Counter(name for name, _ in {(x.excluded_name, x.document_id) for x in out})
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
    status_rows = sorted(
        (c for e in _talks(line) for c in changes.get(e.id, ())), key=lambda c: moment(c.date)
    )
    venue, country, country_name = _venue(line, mentions)
    days = sorted(d for e in line.events for d in (event_day(e), (e.observed_first_at or "9999")[:10]))
    hosting = Tally()
    for event in line.events:
        for who in participations.get(event.id, ()):
            if who.role in vocabulary().host and (country is None or listed_key(who) == country):
                hosting.add(who, roots_of_event.get(event.id, ()))
    hosts = names_of(hosting, sorted(hosting.by_key, key=lambda k: -hosting.by_key[k].mentions)) or (
        [country_name] if country_name else []
    )
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
