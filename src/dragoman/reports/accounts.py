"""Exclusions, agreements, brokers, and where sources disagree, as view structs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.linking.status import claimed_status, speaker
from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow
from dragoman.reports.chains import chain
from dragoman.reports.kept_out import from_what, how, seated
from dragoman.reports.lookup import AT_A_TIME
from dragoman.reports.material import Material, event_day
from dragoman.reports.names import place
from dragoman.reports.notes import Notes
from dragoman.reports.rooms import Told
from dragoman.reports.say import capital, day, days, listed, of_round
from dragoman.reports.sentences import sentence
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.store import EventOutline


class ExclusionView(msgspec.Struct, frozen=True, kw_only=True):
    """Who is kept out, how and from what, and everybody who says so."""

    who: str
    how: str
    source: str
    by: str
    says: list[Told]


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """A text or deal; `dates` pairs a word with a day."""

    name: str
    kind: str
    status: str
    group: str
    dates: list[str]
    signatories: str
    brokers: str
    track: str
    notes: list[int]


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the points on which sources differ: for each the values and who tells them."""

    text: str
    points: list[tuple[str, list[Told]]]


class BrokerView(msgspec.Struct, frozen=True, kw_only=True):
    """One third party: events that took place with it as mediator or broker, in the window and before it."""

    name: str
    now: int
    before: int
    share: float
    share_before: float
    notes: list[int]


class Brokers(msgspec.Struct, frozen=True, kw_only=True):
    """Who brokers; totals are of brokered events that took place. Periods are in words."""

    rows: list[BrokerView]
    total: int
    total_before: int
    period: str
    period_before: str


def exclusions(material: Material, notes: Notes, most: int = 30) -> list[ExclusionView]:
    """Exclusions, those that most sources attest first; who says so is listed with the date."""
    there = seated(material)
    grouped: dict[tuple[str, str, str], list[ExclusionRow]] = defaultdict(list)
    for row in material.recent_exclusions():
        grouped[(row.excluded_name, row.mode, from_what(material, row))].append(row)
    views = []
    shown = sorted(grouped.items(), key=lambda item: (not item[1][0].excluded_actor, -len(item[1]), item[0]))[:most]
    material.mentions.places.want(row.mention_id for _, rows in shown for row in rows[:6])
    for (who, _, source), rows in shown:
        reasons = {row.reason for row in rows} - {"not_stated"}
        by = {material.names.actor(row.excluded_by) for row in rows if row.excluded_by and row.excluded_by != "self"}
        unnamed = sorted({words().of("exclusion_unnamed", row.scope) for row in rows})
        views.append(
            ExclusionView(
                who=who,
                how=capital(how(rows[0], there))
                + (f": {', '.join(sorted(words().of('exclusion_reason', r) for r in reasons))}" if reasons else ""),
                source=source or ", ".join(unnamed),
                by=", ".join(sorted(by)),
                says=[
                    Told(
                        text=f"{material.names.actor(row.asserted_by) or 'not named'}, {day(row.date)}",
                        notes=notes.refer([row.mention_id]),
                    )
                    # who is kept out by several has a row for each
                    for row in list({row.mention_id: row for row in rows}.values())[:6]
                ],
            )
        )
    return views


def agreements(material: Material, notes: Notes, most: int = 20) -> list[AgreementView]:
    """Agreements, the latest first; of many those told by more sources."""
    tracks = {track.id: track.name for track in material.tracks}
    kept = sorted(material.agreements, key=lambda a: (-a.n_roots, a.name))[:most]
    of_texts = {a.event_id for a in kept}
    events = {event.id: event for event in material.read(e for e in material.events if e.id in of_texts)}
    views = []
    for a in sorted(kept, key=lambda a: a.signed or a.announced or a.effective or "", reverse=True):
        event = events.get(a.event_id)
        force = "due in force" if words().group(a.status) == "ahead" else "in force"
        dates = {"announced": a.announced, "signed": a.signed, force: a.effective, "ended": a.ended}
        views.append(
            AgreementView(
                name=_DATE_IN_NAME.sub("", a.name),
                kind=", ".join(
                    [words().of("agreement_class", a.agreement_class), words().of("agreement_form", a.form)]
                ),
                status=words().of("agreement_status", a.status),
                group=words().group(a.status),
                dates=[f"{name} {day(value)}" for name, value in dates.items() if value],
                signatories=listed(a.signatories, most=5),
                brokers=listed(a.brokers, most=5),
                track=tracks.get(a.track_id or "", ""),
                notes=notes.refer(material.independent(event.mention_ids if event else [], 3)),
            )
        )
    return views


def disagreements(material: Material, notes: Notes, most: int = 10) -> list[Disagreement]:
    """Events on which sources differ about whether it took place, its kind, its place or its date."""
    order = {event.id: n for n, event in enumerate(material.in_window()) if _doubted(event)}
    ranked = sorted(
        (event for event in material.in_window() if event.id in order),
        key=lambda e: (e.status not in _CONTESTED, -e.disagreement_score * e.n_roots, e.id),
    )
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
    return event.type is not None and (event.disagreement_score > 0 or event.status in _CONTESTED)


def _occurrence(mention: EventMention) -> str:
    status = claimed_status(mention)
    if status in vocabulary().held:
        return "it took place"
    return "it did not take place" if status in vocabulary().not_held else ""


def _place(mention: EventMention) -> str:
    return place(mention.venue.name, mention.venue.country_name) if mention.venue else ""


def _day(mention: EventMention) -> str:
    when = mention.date
    return days(when.start, when.end, when.precision) if when and when.precision in ("day", "bounded") else ""


_AT_A_TIME = 15
"""Events that are read at a time to see whether sources differ on them."""

_CONTESTED = ("contested", "denied")

_Values = Mapping[str, Sequence[EventMention]]
"""What is told on one point, with the mentions that tell it."""

# A name made by linking ends in a date, which has a column of its own.
_DATE_IN_NAME = re.compile(r"\s+\d{4}-\d{2}-\d{2}$")

_POINTS: dict[str, Callable[[EventMention], str]] = {
    "Whether": _occurrence,
    "Where": _place,
    "When": _day,
}


def _points(material: Material, event: Event) -> dict[str, _Values]:
    """The points on which mentions of the event differ."""
    mentions = material.mentions.records.several(event.mention_ids).values()
    places = material.mentions.places.several(event.mention_ids)
    by_root: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_root[places[mention.id].root_id if mention.id in places else mention.document.id].append(mention)
    points: dict[str, _Values] = {}
    for name, value in _POINTS.items():
        told: dict[str, list[EventMention]] = defaultdict(list)
        for same_root in by_root.values():
            said = [(of_round(t, m, event) if name == "When" else t, m) for m in same_root if (t := value(m))]
            for text, mention in _not_against_itself(said):
                told[text].append(mention)
        if len(told) > 1:
            points[name] = told
    return points


def _not_against_itself(said: Sequence[tuple[str, EventMention]]) -> list[tuple[str, EventMention]]:
    """What one report tells on a point: what it tells first, and what a speaker it quotes says against that.

    A report disagrees with itself only where two that it quotes do, or one of them denies what it tells.
    """
    first = said[0][0] if said else ""
    voices = {_voice(mention) for text, mention in said if text == first}

    def stands(mention: EventMention) -> bool:
        voice = _voice(mention)
        denied = claimed_status(mention) == "denied"
        return bool(voice) and (denied or any(other and other != voice for other in voices))

    return [(text, mention) for text, mention in said if text == first or stands(mention)]


def _voice(mention: EventMention) -> str:
    """Who says so in a report, "" where it is the outlet itself."""
    who = speaker(mention)
    return (who.actor or who.speaker or "") if who else ""


def _told(material: Material, values: _Values, notes: Notes) -> list[Told]:
    return [
        Told(
            text=f"{text}, says {listed(list(dict.fromkeys(chain(m)[-1] for m in some)), most=3)}",
            notes=notes.refer(material.independent([m.id for m in some], 3)),
        )
        for text, some in sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def brokers(material: Material, notes: Notes, most: int = 12) -> Brokers:
    """Third parties by the meetings and texts that took place with them as mediator or broker.

    Unknown actors are left out. Each event counts once for each of its brokers.
    """
    names: dict[str, Counter[str]] = defaultdict(Counter)
    basis: dict[str, list[str]] = defaultdict(list)
    now: Counter[str] = Counter()
    before: Counter[str] = Counter()
    totals = [0, 0]
    for event in material.events:
        people = material.brokerage.get(event.id)
        inside = event.id in material.window
        if not people or (not inside and not (material.since and event_day(event) < material.since)):
            continue
        totals[0 if inside else 1] += 1
        for key in {actor_key(p) for p in people}:
            (now if inside else before)[key] += 1
        for p in people:
            names[actor_key(p)][p.name] += 1
            basis[actor_key(p)].extend(p.basis if inside else [])
    ranked = sorted(names, key=lambda key: (-now[key], -before[key], key))[:most]
    material.mentions.places.want(m for key in ranked for m in basis[key][:AT_A_TIME])
    first = min((event_day(e) for e in material.events if event_day(e)), default="")
    return Brokers(
        rows=[
            BrokerView(
                name=names[key].most_common(1)[0][0],
                now=now[key],
                before=before[key],
                share=now[key] / totals[0] if totals[0] else 0.0,
                share_before=before[key] / totals[1] if totals[1] else 0.0,
                notes=notes.refer(material.independent(basis[key], 4)),
            )
            for key in ranked
        ],
        total=totals[0],
        total_before=totals[1],
        period=f"since {day(material.since)}" if material.since else "",
        period_before=f"from {day(first)} until then" if material.since and first else "",
    )
