"""Tables of the record as rows of text, for a terminal to print: pure functions from records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.records import (
    Agreement,
    Event,
    EventMention,
    ExclusionRow,
    Participant,
    Participation,
    Track,
)
from dragoman.reports.names import Names, place
from dragoman.reports.say import counted, listed, unique
from dragoman.reports.texts import heading, kind_of, last_day, state_of
from dragoman.reports.words import words

MEDIATING = ("mediator", "lead_mediator", "co_mediator", "facilitator", "broker", "go_between")
DASH = "–"


class Column(msgspec.Struct, frozen=True):
    """A column: its head, whether it is numbers, never broken, its least width, and a style of rich."""

    name: str
    number: bool = False
    whole: bool = False
    least: int | None = None
    style: str = ""


class Table(msgspec.Struct, frozen=True):
    """Heads and rows of text; a cell may have several lines. A title stands above, a note below."""

    columns: list[Column]
    rows: list[list[str]]
    note: str = ""
    title: str = ""


def mention_table(mentions: Sequence[EventMention]) -> Table:
    """What articles say, one row a mention: when, what, who, where, who says so."""
    columns = [
        Column("date", whole=True, style="cyan"),
        Column("what", least=14, style="bold"),
        Column("status", least=9),
        Column("who", least=22),
        Column("where", least=8),
        Column("who says so", least=12, style="dim"),
    ]
    rows = []
    for mention in mentions:
        when = mention.date
        negated = "not: " if mention.polarity == "negated" else ""
        rows.append(
            [
                (when.start if when and when.start else when.text if when and when.text else "") or DASH,
                negated + words().event(mention.type, mention.plover.event),
                words().standing(mention.type, mention.status) or DASH,
                "\n".join(_people(mention.participants)) or DASH,
                place(mention.venue.name, mention.venue.country_name) if mention.venue else DASH,
                " ← ".join(unique(s.speaker or words().of("source_type", s.source_type) for s in mention.attribution)),
            ]
        )
    documents = len({m.document.id for m in mentions})
    note = f"{counted(len(mentions), 'event mention')} in {counted(documents, 'article')}"
    return Table(columns, rows, note)


def _people(participants: Iterable[Participant]) -> list[str]:
    by_role: dict[str, list[str]] = {}
    for p in participants:
        name = p.name or (p.mention.text if p.mention else None) or p.actor
        if name:
            by_role.setdefault(words().of("role", p.role).split(" (")[0], []).append(name)
    return [f"{role}: {listed(unique(names), most=4)}" for role, names in by_role.items()]


def event_table(
    events: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    tracks: Mapping[str, str],
    names: Names,
) -> Table:
    """Events, one a row: when, what and its status, who, where and on which track, number of sources, id."""
    columns = [
        Column("date", whole=True, style="cyan"),
        Column("event", least=19),
        Column("who", least=18),
        Column("where, track", least=12),
        Column("sources", number=True),
    ]
    rows = []
    for event in events:
        where = place(event.venue, names.country(event.venue_country))
        rows.append(
            [
                _span(event.start, event.end, event.date_precision, event.observed_first_at),
                _lines(
                    words().event(event.type, event.plover_event),
                    words().done(event.type, event.status),
                    event.id,
                ),
                _lines(*_sides(participations.get(event.id, ()))) or DASH,
                _lines(where, tracks.get(event.track_id or "", "")) or DASH,
                str(event.n_roots),
            ]
        )
    return Table(columns, rows, _events_told(events))


def _events_told(events: Sequence[Event]) -> str:
    """How many there are, what a date in brackets is, and how to see those alone that move a peace process."""
    told = counted(len(events), "event")
    moving = sum(words().moves(event.type) for event in events)
    if any(not (event.start or event.end) for event in events):
        told += "; in brackets the day of the first report where the event's own is not told"
    if moving < len(events):
        told += f"; {moving:,} move a peace process, --type peacemaking shows these alone"
    return told


def _sides(people: Sequence[Participation]) -> list[str]:
    third = unique(p.name for p in people if p.role in MEDIATING)
    out = unique(p.name for p in people if p.role in ("excluded", "boycotting"))
    others = unique(p.name for p in people if p.name not in third and p.name not in out)
    return [
        f"by {listed(third, most=4)}" if third else "",
        listed(others, most=4),
        f"without {listed(out, 'or', most=4)}" if out else "",
    ]


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def track_table(tracks: Sequence[Track], names: Names, *, hidden: int = 0) -> Table:
    """Tracks side by side: name, conflict, brokers, parties, who is excluded, venue, state, last change.

    Args:
        hidden: number of thinly attested tracks that were left out.
    """
    columns = [
        Column("name", least=12, style="bold"),
        Column("brokers", least=8),
        Column("parties", least=8),
        Column("excluded", least=9, style="red"),
        Column("venue", least=7),
        Column("state", least=7),
        Column("last change", whole=True, least=11, style="cyan"),
    ]
    rows = [
        [
            _lines(track.name, track.conflict or ""),
            listed(track.brokers, most=3) or DASH,
            listed(track.parties, most=3) or DASH,
            listed(track.excluded, most=3) or DASH,
            place(track.venue, names.country(track.venue_country)) or DASH,
            words().of("state", track.state),
            (track.last_change or DASH)[:10],
        ]
        for track in tracks
    ]
    note = counted(len(rows), "track")
    if hidden:
        note += f"; {counted(hidden, 'thinly attested track')} not shown, --all shows them"
    return Table(columns, rows, note)


def exclusion_table(exclusions: Sequence[ExclusionRow], tracks: Mapping[str, str], names: Names) -> Table:
    """Who is kept out of what, how, and who says so."""
    columns = [
        Column("date", whole=True, style="cyan"),
        Column("who", least=10, style="bold"),
        Column("how", least=12),
        Column("from", least=10),
        Column("by", least=8),
        Column("who says so", least=10),
    ]
    rows = [
        [
            (row.date or DASH)[:10],
            row.excluded_name,
            words().of("exclusion_mode", row.mode)
            + ("" if row.reason == "not_stated" else f" ({words().of('exclusion_reason', row.reason)})"),
            tracks.get(row.track_id or "") or words().of("exclusion_scope", row.scope),
            "itself" if row.excluded_by == "self" else names.actor(row.excluded_by) or DASH,
            names.actor(row.asserted_by) or DASH,
        ]
        for row in exclusions
    ]
    return Table(columns, rows, counted(len(rows), "exclusion"))


def agreement_table(agreements: Sequence[Agreement], tracks: Mapping[str, str]) -> Table:
    """Texts and deals, the latest first: what each is, what was done with it and when, between whom, brokered by whom."""
    columns = [
        Column("date", whole=True, style="cyan"),
        Column("name", least=12, style="bold"),
        Column("kind", least=8),
        Column("state", least=10),
        Column("parties", least=10),
        Column("brokers", least=8),
        Column("track", least=6),
        Column("sources", number=True),
    ]
    rows = [
        [
            next((d for d in (a.signed, a.announced, a.effective, a.ended) if d), DASH)[:10],
            heading(a),
            kind_of(a),
            state_of(a),
            listed(a.signatories, most=4) or DASH,
            listed(a.brokers, most=4) or DASH,
            tracks.get(a.track_id or "", DASH),
            str(a.n_roots),
        ]
        for a in sorted(agreements, key=last_day, reverse=True)
    ]
    return Table(columns, rows, counted(len(rows), "agreement"))


def _span(start: str | None, end: str | None, precision: str | None, reported: str | None = None) -> str:
    """ISO days for a column: "2017-01-23/24" where two days share the month; in brackets the day of the report alone."""
    if not start and not end:
        return f"({reported[:10]})" if reported else DASH
    if precision in ("month", "year"):
        return (start or end or "")[: 7 if precision == "month" else 4]
    first, last = (start or end or "")[:10], (end or start or "")[:10]
    if first == last:
        return first
    return f"{first}/{last[8:]}" if first[:7] == last[:7] else f"{first}\n{last}"
