"""Actors counted over events, and the words that name nobody known: pure functions from records."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.records import EventMention, Participation
from dragoman.reports.say import counted
from dragoman.reports.tables import DASH, Column, Table
from dragoman.reports.words import words

_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """One actor: `roles` counts events by role, `n_events` in any role, `n_roots` independent sources."""

    actor: str | None
    name: str
    actor_type: str | None
    country: str | None
    sector: str | None
    roles: dict[str, int]
    n_events: int
    n_roots: int


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """Words for an actor who is not known: how often, in how many articles, in which roles, one sentence."""

    phrase: str
    times: int
    n_documents: int
    roles: dict[str, int]
    example: str
    mention_id: str


def actors(participations: Iterable[Participation], root_of: Mapping[str, str]) -> list[ActorRow]:
    """Actors, those with most events first.

    Args:
        root_of: id of the root document by mention id.
    """
    by_actor: dict[tuple[str, str | None], list[Participation]] = defaultdict(list)
    for row in participations:
        by_actor[(row.actor or row.name, row.sector)].append(row)
    found = []
    for rows in by_actor.values():
        names = Counter(row.name for row in rows)
        roles = Counter(row.role for row in rows)
        found.append(
            ActorRow(
                actor=rows[0].actor,
                name=min(names, key=lambda name: (-names[name], name)),
                actor_type=next((row.actor_type for row in rows if row.actor_type), None),
                country=next((row.country for row in rows if row.country), None),
                sector=rows[0].sector,
                roles=dict(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
                n_events=len({row.event_id for row in rows}),
                n_roots=len({root_of.get(mention, mention) for row in rows for mention in row.basis}),
            )
        )
    return sorted(found, key=lambda row: (-row.n_events, -row.n_roots, row.name))


def actor_table(rows: Sequence[ActorRow]) -> Table:
    """Actors as a table."""
    columns = [
        Column("actor", least=14, style="bold"),
        Column("id", least=6, style="dim"),
        Column("type", least=8),
        Column("roles", least=20),
        Column("events", number=True),
        Column("sources", number=True),
    ]
    cells = [
        [
            row.name,
            (row.actor or DASH) + (f" {row.sector}" if row.sector and row.actor and ":" not in row.actor else ""),
            words().of("actor_type", row.actor_type) or DASH,
            _roles(row.roles),
            str(row.n_events),
            str(row.n_roots),
        ]
        for row in rows
    ]
    return Table(columns, cells, counted(len(rows), "actor"))


def unresolved(mentions: Iterable[EventMention]) -> list[Phrase]:
    """Words of participants without an actor, the most frequent first; case and a leading article are ignored."""
    found: dict[str, list[tuple[EventMention, str, str]]] = defaultdict(list)
    for mention in mentions:
        for p in mention.participants:
            text = p.mention.text if p.mention else p.name
            if p.actor is None and text:
                words_alone = _ARTICLE.sub("", " ".join(text.split()).casefold())
                found[words_alone].append((mention, text, p.role))
    rows = [
        Phrase(
            phrase=Counter(" ".join(text.split()) for _, text, _ in told).most_common(1)[0][0],
            times=len(told),
            n_documents=len({mention.document.id for mention, _, _ in told}),
            roles=dict(Counter(role for _, _, role in told).most_common()),
            example=" ".join(told[0][0].evidence.text.split()),
            mention_id=told[0][0].id,
        )
        for told in found.values()
    ]
    return sorted(rows, key=lambda row: (-row.times, -row.n_documents, row.phrase.casefold()))


def unresolved_table(phrases: Sequence[Phrase]) -> Table:
    """Unresolved words as a table."""
    columns = [
        Column("words", least=14, style="bold"),
        Column("times", number=True),
        Column("articles", number=True),
        Column("roles", least=12),
        Column("for example", least=24, style="dim"),
    ]
    cells = [[row.phrase, str(row.times), str(row.n_documents), _roles(row.roles), row.example] for row in phrases]
    return Table(columns, cells, counted(len(phrases), "phrase"))


def _roles(roles: Mapping[str, int]) -> str:
    return ", ".join(f"{words().of('role', role).split(' (')[0]} {count}" for role, count in roles.items())
