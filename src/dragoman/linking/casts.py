"""Who brokers a line of talks and who are its parties (rules R1, R2, R21; `data/evidence.yaml`, roles)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from dragoman.linking.attested import is_negated
from dragoman.linking.conflict import sides
from dragoman.linking.lines import formats, known_line
from dragoman.linking.people import Tally, is_state, listed_key, names_of
from dragoman.linking.places import meeting_place
from dragoman.linking.status import claimed_status
from dragoman.linking.tracks import CHANNEL, Line
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import EventMention, Participation


@cache
def _rules() -> dict[str, Any]:
    return dict(read_table("evidence.yaml")["roles"])


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
    or organisation is a broker where it is told to mediate, convene, facilitate or guarantee, or to propose or
    invite to the talks; who attends, observes or is invited is none. A seat as a principal adds to such a part,
    and stands for one only at a table of outside states alone (a consultation of third parties, rule R12). Who
    only met one side is no broker beside those who brought two together (rule R1). An outside state is a party
    where fewer than two sides from the land are known, in wars between states or where nobody brokers. Nobody
    is both. Who has a part in another line of the same conflict far more often is a guest on this one, and
    claims that somebody is kept out weigh against a seat.

    Args:
        roots: root by mention id.
    """
    counts = {line.id: _count(line, participations, mentions, roots) for line in {x.id: x for x in lines}.values()}
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
        brokering: in a brokering role.
        both_sides: in a brokering role otherwise than by meeting one side, or other third parties, only.
        sitting: as party, or as one to whom talks are proposed.
        principals: as party.
        outsiders: as party at a meeting of outside states alone that took place.
        by_roots: whether roots are counted, else mentions.
        country: code of the country where the line meets.
    """

    line: Line
    brokering: Tally
    both_sides: Tally
    sitting: Tally
    principals: Tally
    outsiders: Tally
    kept_out: Tally
    by_roots: bool
    country: str | None

    def presence(self, key: str) -> int:
        """Number of roots that give an actor a part in the line."""
        tallies = [t.by_key[key].roots for t in (self.brokering, self.sitting) if key in t.by_key]
        return len(set().union(*tallies))


def _land(line: Line) -> frozenset[str]:
    """States on whose land the conflict is fought, and outside states that are parties on this line."""
    known, own = sides(line.conflict), known_line(line.key, line.conflict)
    return (known.countries if known else frozenset()) | (own.parties if own else frozenset())


def _parties(line: Line) -> frozenset[str]:
    known = sides(line.conflict)
    return known.parties if known else frozenset()


def _is_internal(line: Line) -> bool:
    """Whether one state fights groups on its land: other states are then no parties of themselves."""
    known = sides(line.conflict)
    return known is not None and len(known.countries) == 1 and any(":" in p for p in known.parties)


def _count(
    line: Line,
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    roots: Mapping[str, str],
) -> _Count:
    words, rules = vocabulary(), _rules()
    brokering, both_sides, sitting, principals, outsiders, kept_out = (Tally() for _ in range(6))
    told: set[str] = set()
    country = meeting_place(line, mentions)[1]
    fighting = _land(line) if _is_internal(line) else _land(line) | _parties(line)
    roles = words.mediator | words.convener | frozenset(rules["further_brokers"])
    for event in line.events:
        talks = event.type in words.counted or event.type in words.talks_acts
        proposing = event.type in words.inviting or event.type in words.meetings
        for who in participations.get(event.id, ()):
            # "They convened nothing": a denied role is none.
            said = [mentions[m] for m in who.basis if m in roots and not is_negated(mentions[m])]
            if who.role == "excluded":
                kept_out.add(who, [roots[m] for m in who.basis if m in roots])
            if not said:
                continue
            seen, by = _once(who, said, roots), {roots[m.id] for m in said}
            if talks and who.role in roles:
                brokering.add(seen, by)
                if event.type not in ("single_party_consultation", "third_party_consultation"):
                    both_sides.add(seen, by)
            elif proposing and who.role in words.convener | {"initiator"}:
                key = listed_key(who) or ""
                if key == country or key in fighting or key.startswith("group:"):
                    continue  # who offers rooms is a host, and a side that calls for talks no broker
                brokering.add(seen, by, rules["initiator_weight"])
                both_sides.add(seen, by, rules["initiator_weight"])
            elif who.role in words.party:
                sitting.add(seen, by)
                principals.add(seen, by)
                apart = [m for m in said if talks and _is_table_of_outsiders(m, _land(line))]
                if apart:
                    outsiders.add(_once(who, apart, roots), {roots[m.id] for m in apart})
            elif event.type in words.inviting and who.role == "recipient":
                sitting.add(seen, by)
            else:
                continue
            told |= by
    by_roots = len(told) >= rules["count_roots_from"]
    return _Count(line, brokering, both_sides, sitting, principals, outsiders, kept_out, by_roots, country)


def _once(who: Participation, said: Sequence[EventMention], roots: Mapping[str, str]) -> Participation:
    """A participation whose mentions are counted once a root, in the copy that has most of them (rule R14)."""
    copies: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in said:
        copies[roots[mention.id]][mention.document.id] += 1
    return msgspec.structs.replace(who, n_mentions=sum(max(c.values()) for c in copies.values()))


def _is_table_of_outsiders(mention: EventMention, land: Collection[str]) -> bool:
    """Whether a mention tells of a meeting that took place between two or more outside states and nobody else known."""
    words = vocabulary()
    if claimed_status(mention) not in words.held:
        return False
    keys = {key for p in mention.participants if p.role not in words.absent and (key := listed_key(p))}
    return len(keys) > 1 and all(is_state(key) and key not in land for key in keys)


def _cast(count: _Count, most: Mapping[tuple[str | None, str], int]) -> Cast:
    rules, line = _rules(), count.line
    known = sides(line.conflict)
    land, internal = _land(line), _is_internal(line)

    def strength(tally: Tally, key: str) -> float:
        return tally.strength(key, count.by_roots)

    def local(key: str) -> bool:
        state, colon, _ = key.partition(":")
        return key.startswith("group:") or bool(colon and is_state(state)) or key in land

    # Who met one side, or other third parties, runs nothing by it (rules R1, R12).
    leading = {k: strength(count.both_sides, k) for k in count.both_sides.by_key if not local(k)}
    states = max((v for k, v in leading.items() if is_state(k)), default=0.0)
    two_sided = any(not local(k) for k in count.both_sides.by_key)
    states_lead = states >= max((v for k, v in leading.items() if k.startswith("igo:")), default=0.0)

    def brokerage(key: str) -> float:
        """Support for a broker, 0 for who cannot be one."""
        brokers, sits = strength(count.brokering, key), strength(count.sitting, key)
        met_one_side = brokers and not strength(count.both_sides, key)
        if key in formats():
            return 0.0  # a line's own name is no actor in it, and no other line's format brokers it
        if local(key) or (known is None and sits):
            return brokers if brokers > rules["local_broker_lead"] * max(sits, 1.0) else 0.0
        often = rules["guest_share"] * most.get((line.conflict, key), 0)
        if count.by_roots and key != count.country and count.presence(key) < often:
            return 0.0
        if met_one_side and two_sided:
            return 0.0
        # At a table that states run, a broker's seat adds to its part. A seat alone makes a broker only among
        # outside states that met by themselves: beside the parties of a war it is attendance.
        seats = 0.0
        if states_lead and is_state(key) and (brokers or internal):
            seats = strength(count.principals if brokers else count.outsiders, key)
        return max(0.0, brokers + float(rules["seat_weight"]) * seats - strength(count.kept_out, key))

    def mentions(key: str) -> float:
        return sum(t.by_key[key].mentions for t in (count.brokering, count.sitting) if key in t.by_key)

    def ranked(support: Mapping[str, float], share: float, part: Tally) -> list[str]:
        order = sorted((k for k in support if support[k] > 0), key=lambda k: (-support[k], -mentions(k), k))
        top = support[order[0]] if order else 0.0
        # Before claims of exclusion are taken off: they do not make a line with many reports a thin one.
        alone = max([top, *(strength(part, k) for k in order)]) <= rules["single_mention_up_to"]
        return [k for k in order if support[k] >= share * top and (alone or mentions(k) > 1)]

    def name(key: str) -> str:
        return (count.brokering if key in count.brokering.by_key else count.sitting).name(key)

    everybody = [*count.brokering.by_key, *count.sitting.by_key]
    # Where an organisation runs the talks, states around it are mostly its guests and pressers.
    share = rules["broker_share" if states_lead else "broker_share_beside_organisation"]
    brokers = ranked({k: brokerage(k) for k in everybody}, share, count.brokering)
    if line.cue == CHANNEL:
        return Cast({k: name(k) for k in dict.fromkeys([*brokers, *everybody])}, {}, ())
    fighting = land | (known.parties if known else frozenset())
    # Who fights the war and is no broker sits there as a party, whatever part a report gives it (rule R2).
    seats = {
        k: strength(count.sitting, k)
        + strength(count.brokering, k) * (k in fighting and local(k))
        - strength(count.kept_out, k)
        for k in everybody
    }
    home = {k: seats[k] for k in seats if k not in brokers and (local(k) or (known is None and is_state(k)))}
    parties = ranked(home, rules["party_share"], count.sitting)
    outside = {k: v for k, v in seats.items() if is_state(k) and k not in brokers and not local(k)}
    # In wars between states, and where one side sits with nobody to broker, outside states are the other side (R2).
    if len(parties) < 2 and (not internal or (parties and not brokers)):
        known_outside = {k: v for k, v in outside.items() if known is None or not parties or k in known.parties}
        parties += ranked(known_outside, rules["party_share"], count.sitting)
    described = tuple(names_of(count.sitting, [])) if not parties else ()
    return Cast({k: name(k) for k in brokers}, {k: name(k) for k in parties}, described)
