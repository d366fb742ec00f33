"""Where sources disagree: events on which they tell what cannot all be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dragoman.linking.status import claimed_status, speaker
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, EventMention
from dragoman.reports.cards import Told
from dragoman.reports.chains import chain
from dragoman.reports.material import Material
from dragoman.reports.names import place
from dragoman.reports.notes import Notes
from dragoman.reports.say import days, listed
from dragoman.reports.sentences import sentence
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the points on which sources differ: for each the values and who tells them."""

    text: str
    points: list[tuple[str, list[Told]]]


class _Value(NamedTuple):
    """What one mention tells on a point: in words, and as what two are compared by."""

    text: str
    key: tuple[str, ...]


_Values = Mapping[str, Sequence[EventMention]]
"""What is told on one point, with the mentions that tell it."""

_AT_A_TIME = 15
"""Events that are read at a time to see whether sources differ on them."""

_LOOKED_AT = 300
"""Events, those that differ most first, that are looked at for differences."""

_CONTESTED = ("contested", "denied")


def disagreements(material: Material, notes: Notes, most: int = 10) -> list[Disagreement]:
    """Events on which sources differ about whether it took place, its place or its date.

    What is only told more and less exactly, such as "Doha" and "Doha, Qatar", 19 April and 19 to 21 April, is no difference. An event
    that the record holds to be contested is always among them, at least with what was claimed of it and by whom.
    """
    order = {event.id: n for n, event in enumerate(material.in_window()) if _doubted(event)}
    ranked = sorted(
        (event for event in material.in_window() if event.id in order),
        key=lambda e: (e.status not in _CONTESTED, -e.disagreement_score * e.n_roots, e.id),
    )[:_LOOKED_AT]
    found: list[tuple[Event, Mapping[str, _Values]]] = []
    # most of the first have points on which sources differ, so the rest need not be read
    for begin in range(0, len(ranked), _AT_A_TIME):
        if len(found) >= most:
            break
        events = material.read(ranked[begin : begin + _AT_A_TIME])
        material.mentions.records.want(m for event in events for m in event.mention_ids)
        found += [(event, points) for event in events if (points := _points(material, event))]
    views = {
        event.id: Disagreement(
            text=sentence(event, material.people(event.id), material.names),
            points=[(name, _told(material, values, notes)) for name, values in points.items()],
        )
        for event, points in sorted(found[:most], key=lambda item: order[item[0].id])
    }
    return [views[event.id] for event, _ in found[:most]]


def _doubted(event: EventOutline) -> bool:
    return words().moves(event.type) and (event.disagreement_score > 0 or event.status in _CONTESTED)


def _occurrence(mention: EventMention) -> _Value | None:
    status = claimed_status(mention)
    if status in vocabulary().held:
        return _Value("it took place", ("yes",))
    return _Value("it did not take place", ("no",)) if status in vocabulary().not_held else None


def _place(mention: EventMention) -> _Value | None:
    venue = mention.venue
    if not venue or not (venue.name or venue.country_name):
        return None
    parts = {part.casefold().strip() for name in (venue.name, venue.country_name) for part in (name or "").split(",")}
    return _Value(place(venue.name, venue.country_name), tuple(sorted(parts - {""})))


def _day(mention: EventMention) -> _Value | None:
    on = mention.date
    text = days(on.start, on.end, on.precision) if on and on.precision in ("day", "bounded") else ""
    return _Value(text, ((on.start or on.end or "")[:10], (on.end or on.start or "")[:10])) if on and text else None


def _same_occurrence(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other


def _same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one place holds the other, as far as their names tell."""
    return set(one) <= set(other) or set(other) <= set(one)


def _same_days(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


_POINTS: dict[
    str, tuple[Callable[[EventMention], _Value | None], Callable[[tuple[str, ...], tuple[str, ...]], bool]]
] = {
    "Whether": (_occurrence, _same_occurrence),
    "Where": (_place, _same_place),
    "When": (_day, _same_days),
}


def _points(material: Material, event: Event) -> dict[str, _Values]:
    """The points on which mentions of the event differ."""
    mentions = material.mentions.records.several(event.mention_ids).values()
    places = material.mentions.places.several(event.mention_ids)
    by_root: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_root[places[mention.id].root_id if mention.id in places else mention.document.id].append(mention)
    points: dict[str, _Values] = {}
    for name, (value, alike) in _POINTS.items():
        told: dict[_Value, list[EventMention]] = defaultdict(list)
        for same_root in by_root.values():
            said = [(_of_round(v, event) if name == "When" else v, m) for m in same_root if (v := value(m))]
            for found, mention in _not_against_itself(said):
                told[found].append(mention)
        apart = _exclusive(told, alike)
        # one voice alone that is told to say both was read wrongly in one of them
        if len({(_voice(m) or m.document.outlet) for some in apart.values() for m in some}) > 1:
            points[name] = apart
    if event.status == "contested" and "Whether" not in points:
        points = {"How it stands": _claims(material, event), **points}
    return {name: values for name, values in points.items() if values}


def _of_round(told: _Value, event: Event) -> _Value:
    """The days of a round, where one of them is told, such as its first or its last, which is no other claim."""
    if not (event.start and event.end) or not (event.start <= told.key[0] and told.key[1] <= event.end):
        return told
    return _Value(days(event.start, event.end, event.date_precision), (event.start[:10], event.end[:10]))


def _exclusive(
    told: Mapping[_Value, Sequence[EventMention]], alike: Callable[[tuple[str, ...], tuple[str, ...]], bool]
) -> _Values:
    """The values that cannot all be so, each with those that only tell it less exactly; empty where all can."""
    kinds: list[list[_Value]] = []
    for value in sorted(told, key=lambda value: (-len(value.text), value.text)):
        homes = [kind for kind in kinds if any(alike(value.key, other.key) for other in kind)]
        if not homes:
            kinds.append([value])
        elif len(homes) == 1:
            homes[0].append(value)
    if len(kinds) < 2:
        return {}
    return {kind[0].text: [m for value in kind for m in told[value]] for kind in kinds}


def _claims(material: Material, event: Event) -> _Values:
    """What is claimed about where an event stands, as its history has it, with the mentions that claim it."""
    mentions = material.mentions.records.several(event.mention_ids)
    told: dict[str, list[EventMention]] = defaultdict(list)
    for row in material.history(event.id):
        if row.mention_id in mentions:
            told[words().of("status", row.status)].append(mentions[row.mention_id])
    return told


def _not_against_itself(said: Sequence[tuple[_Value, EventMention]]) -> list[tuple[_Value, EventMention]]:
    """What one report tells on a point: what it tells first, and what a speaker it quotes says against that.

    A report disagrees with itself only where two that it quotes do, or one of them denies what it tells.
    """
    first = said[0][0].text if said else ""
    voices = {_voice(mention) for value, mention in said if value.text == first}

    def stands(mention: EventMention) -> bool:
        voice = _voice(mention)
        denied = claimed_status(mention) == "denied"
        return bool(voice) and (denied or any(other and other != voice for other in voices))

    return [(value, mention) for value, mention in said if value.text == first or stands(mention)]


def _voice(mention: EventMention) -> str:
    """Who says so in a report, "" where it is the outlet itself."""
    who = speaker(mention)
    return (who.actor or who.speaker or "") if who else ""


def _voices(material: Material, some: Sequence[EventMention]) -> list[str]:
    """Who says so, each once; a reprint is no second voice."""
    places = material.mentions.places.several(m.id for m in some)
    outlets: dict[str, str] = {}
    told = []
    for mention in some:
        name = chain(mention)[-1]
        root = places[mention.id].root_id if mention.id in places else mention.document.id
        told.append(name if _voice(mention) else outlets.setdefault(root, name))
    return list(dict.fromkeys(told))


def _told(material: Material, values: _Values, notes: Notes) -> list[Told]:
    return [
        Told(
            text=f"{text}, says {listed(_voices(material, some), most=3)}",
            notes=notes.refer(material.independent([m.id for m in some], 3)),
        )
        for text, some in sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
