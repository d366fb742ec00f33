"""Who is kept out or stays away, as sentences and cells tell it: always by the rows of exclusion, so that no two places of a page differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from dragoman.linking.seated import OBJECTED, sits_all_the_same
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, ExclusionRow
from dragoman.reports.material import Material, took_place
from dragoman.reports.names import place
from dragoman.reports.say import listed, unique
from dragoman.reports.words import words


def rows_of(material: Material, event: Event) -> list[ExclusionRow]:
    """The rows that rest on the mentions of an event: by them it tells of somebody who is kept out, and by nothing else."""
    told = set(event.mention_ids)
    return [row for row in material.exclusions if row.mention_id in told]


def is_about_seats(type: str | None) -> bool:
    """Whether an event tells of nothing but that somebody is kept out or stays away."""
    return type == "boycott" or type in vocabulary().exclusions


def sentence_of(material: Material, rows: Sequence[ExclusionRow]) -> str:
    """Rows of one event in a sentence without a full stop: "IGAD and women's groups were not invited to Geneva talks, says The Guardian"."""
    known = {row.excluded_name for row in rows if row.excluded_actor}
    by: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    for row in rows:
        if row.excluded_by not in (None, "self"):
            by[row.excluded_name, row.mode].append(material.names.actor(row.excluded_by))
    people: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        line = material.track_names.get(row.track_id or "")
        source = f"the {line}" if line else from_what(material, row)
        excluders = listed(unique(by[row.excluded_name, row.mode]), most=3)
        people[row.mode, excluders, source, material.names.actor(row.asserted_by) or ""].append(row.excluded_name)
    # the same people, kept out of several talks or told of by several: one clause
    sources: dict[tuple[str, str, tuple[str, ...], str], list[str]] = defaultdict(list)
    for (mode, excluders, source, says), some in people.items():
        names = tuple(sorted(unique(some), key=lambda name: name not in known))
        sources[mode, excluders, names, says].append(source)
    sayers: dict[tuple[str, str, tuple[str, ...], str], list[str]] = defaultdict(list)
    for (mode, excluders, names, says), some in sources.items():
        sayers[mode, excluders, names, listed([source for source in unique(some) if source])].append(says)
    parts = []
    for (mode, excluders, names, source), some in sayers.items():
        says = listed([name for name in unique(some) if name], most=3)
        parts.append(_clause(mode, excluders, names, source, known) + (f", says {says}" if says else ""))
    return "; ".join(parts)


def _clause(mode: str, by: str, names: Sequence[str], source: str, known: Collection[str]) -> str:
    many = len(names) > 1 or any(words().is_plural(name) or (name not in known and _is_plural(name)) for name in names)
    objected = bool(by) and mode == OBJECTED
    verb, before = words().exclusion_clause(f"{OBJECTED}_by" if objected else mode)
    for mark, one, several in (("{be}", "was", "were"), ("{its}", "its", "their")):
        verb = verb.replace(mark, several if many else one)
    who = listed(names, most=6)
    text = verb.replace("{by}", by).replace("{who}", who) if objected else f"{who} {verb}" + (f" by {by}" if by else "")
    return f"{text} {before} {source}" if source else text


def _is_plural(words_for: str) -> bool:
    """Whether words for somebody without an id are of several: "civilians", "women's groups", "representatives of the south"."""
    head = words_for.split(" of ")[0].split(" from ")[0].split()
    return bool(head) and head[-1].endswith("s")


def from_what(material: Material, row: ExclusionRow) -> str:
    """The line of talks that a row is about, else the talks in a city where the event has one; "" where neither is told."""
    name = material.track_names.get(row.track_id or "", "")
    if name or row.event_id is None:
        return name
    event = material.in_full.get(row.event_id)
    where = place(event.venue, material.names.country(event.venue_country)) if event is not None and event.venue else ""
    return f"talks in {where}" if where else ""


def how(row: ExclusionRow, there: Collection[str] = ()) -> str:
    """How somebody is kept out, in words; `there`: ids of the rows whose actor takes part all the same (`seated`)."""
    return words().of("exclusion_mode", f"{row.mode}_there" if row.id in there else row.mode)


def seated(material: Material) -> frozenset[str]:
    """Ids of the rows whose actor takes part in the talks all the same, although another objects to its seat."""
    rows = [row for row in material.exclusions if row.mode == OBJECTED and row.track_id and row.excluded_actor]
    lines = {row.track_id for row in rows}
    events = material.read(e for e in material.events if e.track_id in lines and took_place(e)) if rows else []
    people = {line: [material.people(e.id) for e in events if e.track_id == line] for line in lines}

    def document_of(mention_id: str) -> str | None:
        told = material.mentions.places.get(mention_id)
        return told.document_id if told else None

    return frozenset(row.id for row in rows if sits_all_the_same(row, people[row.track_id], document_of))
