"""Which conflict a mention belongs to, and who fights in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from dragoman.linking.aggregate import mode
from dragoman.linking.dates import day
from dragoman.linking.order import reading_order
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.actors.conflicts import Conflicts
    from dragoman.actors.knowledge import Knowledge
    from dragoman.actors.rows import Conflict

ConflictOf = Callable[[Sequence[EventMention]], str | None]
"""The conflict of one mention, or of all mentions of a document; None where they do not tell.
"""


@dataclass(frozen=True)
class Sides:
    """Who may be a party to a conflict: the states on whose land it is fought, and all known parties."""

    countries: frozenset[str]
    parties: frozenset[str]

    @property
    def inside(self) -> frozenset[str]:
        """Who is no outsider: the states of the land; in wars between states all known parties.

        Where one state fights groups on its land, the outside states that the table names helped or mediated.
        """
        within = len(self.countries) == 1 and any(":" in party for party in self.parties)
        return self.countries if within else self.countries | self.parties


@dataclass
class _Named:
    """What texts name: countries with the number of times, parties by id, and points of each conflict once asked for."""

    texts: tuple[str, ...]
    countries: Counter[str]
    actors: frozenset[str]
    points: Mapping[str, float] | None = None


class ConflictReader:
    """Reads off texts which conflict they are about.

    The knowledge base gives points for a conflict's names and cues; mediators and envoys earn points for
    every conflict that they ever worked on, so points count only in so far as the text names the countries
    where that conflict is fought.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._rules = read_table("evidence.yaml")["conflict"]
        self._by_name: dict[str, Conflict] = {}
        self._fought_in: dict[str, list[str]] = defaultdict(list)
        self._days: dict[str, tuple[dt.date | None, dt.date | None]] = {}
        for row in knowledge.tables.conflicts:
            self._by_name.setdefault(row.name, row)
            self._days[row.id] = day(_full(row.start)), day(_full(row.end))
            for country in row.countries:
                self._fought_in[country].append(row.id)
        # Reprints repeat whole sentences, mostly within days.
        self._named_in = lru_cache(maxsize=10_000)(lambda sentence: self._named((sentence,)))

    @cached_property
    def _scorer(self) -> Conflicts:
        from dragoman.actors.conflicts import Conflicts

        return Conflicts(self._knowledge.tables, self._knowledge.matcher)

    def of_text(self, texts: Sequence[str], published: str | None) -> str | None:
        """Name of the conflict with a clear lead, else None; none not begun or long over at `published`."""
        ranked = self._ranked(self._named(texts), published)
        if not ranked or ranked[0][0] < self._rules["floor"]:
            return None
        if len(ranked) > 1 and ranked[0][0] < self._rules["lead"] * ranked[1][0]:
            return None
        return ranked[0][1].name

    def elsewhere(self, sentence: str, published: str | None, at_home: str | None) -> str | None:
        """Another conflict that a sentence is about, where it names that one's parties and none of its own.

        Args:
            at_home: the conflict of the whole document.
        """
        named = self._named_in(sentence)
        if len(named.countries) < 2 and not any(actor.startswith("group:") for actor in named.actors):
            return None  # nothing below would find another conflict
        ranked = self._ranked(named, published)
        if not ranked or ranked[0][0] < self._rules["floor"] or ranked[0][1].name == at_home:
            return None
        other = ranked[0][1]
        home = self._by_name.get(at_home or "")
        if home and (named.actors & {*home.parties} - {*other.parties}):
            return None
        same_land = home is not None and {*other.countries} <= {*home.countries}
        if home and not same_land and {*home.countries} & set(named.countries):
            return None
        shared = {*home.parties} if home else set()
        fighting = {p for p in other.parties if p.startswith("group:")} - shared
        if fighting & named.actors and (same_land or {*other.countries} & set(named.countries)):
            return other.name
        covered = all(named.countries[c] for c in other.countries)
        return other.name if covered and len(other.countries) > 1 and not same_land else None

    def _named(self, texts: Iterable[str]) -> _Named:
        entries = self._knowledge.entries
        countries: Counter[str] = Counter()
        cities: Counter[str] = Counter()
        actors: set[str] = set()
        texts = tuple(texts)
        for text in texts:
            for match in self._knowledge.match(text):
                for candidate in match.candidates[:1]:
                    actors.add(candidate)
                    group = entries.groups.get(candidate)
                    place = entries.places.get(candidate)
                    home = group.country if group else place.country if place else None
                    if home is None and candidate in entries.countries:
                        home = candidate
                    if home is None or match.kinds[0] == "capital":
                        # A capital is said for its government, and for the city where others meet.
                        cities[home or ""] += 1
                    else:
                        countries[home] += 1
        if not countries:
            countries = cities
        countries.pop("", None)
        return _Named(texts, countries, frozenset(actors))

    def _ranked(self, named: _Named, published: str | None) -> list[tuple[float, Conflict]]:
        """Conflicts on whose land the texts name a country, with their points, the most first."""
        if not named.countries:
            return []
        if named.points is None:
            scores = self._scorer.scores(named.texts)
            on_land = {key for country in named.countries for key in self._fought_in.get(country, ())}
            named.points = {key: points for key, points in scores.items() if key in on_land}
        top = max(named.countries.values())
        at = day(published)
        rows: list[tuple[float, Conflict]] = []
        for key, points in named.points.items():
            conflict = self._scorer.by_id[key]
            start, end = self._days[key]
            over = at and end and (at - end).days > self._rules["forgotten_days"]
            if over or (at and start and start > at):
                continue
            told = sum((named.countries[c] / top) ** 0.5 for c in conflict.countries) / len(conflict.countries)
            past = self._rules["past_weight"] if at and end and end < at else 1.0
            rows.append((points * told**2 * past, conflict))
        return sorted(rows, key=lambda row: (-row[0], row[1].id))


def _full(text: str) -> str | None:
    """The first day of an ISO date, month or year."""
    return (text + "-01-01"[len(text) - 4 :])[:10] if text else None


def default_conflict_of(documents: Sequence[Document]) -> ConflictOf:
    """The rule of the package: a document is about one conflict, a sentence of it may be about another."""
    # Loaded when first used: reading the tables takes longer than linking a few articles.
    from dragoman.actors import load

    reader = ConflictReader(load())
    texts = {d.id: d for d in documents}
    absent = vocabulary().absent

    @cache
    def of_document(document_id: str) -> str | None:
        document = texts.get(document_id)
        if document is None:
            return None
        title = document.title or ""
        return reader.of_text([title, title, document.text], document.published)

    def rule(mentions: Sequence[EventMention]) -> str | None:
        first = mentions[0]
        published, home = first.document.published, of_document(first.document.id)
        if len(mentions) > 1:
            if first.document.id in texts:
                return home
            sentences = dict.fromkeys(m.evidence.text for m in mentions)
            return reader.of_text([first.document.title or "", *sentences], published)
        # Who is kept out of talks about one war may be the enemy in another.
        if any(p.role in absent for p in first.participants):
            return None
        return reader.elsewhere(first.evidence.text, published, home)

    return rule


@cache
def sides(conflict: str | None) -> Sides | None:
    """The known sides of a conflict by its name; None where the knowledge base has none of that name."""
    if conflict is None:
        return None
    from dragoman.actors import load

    row = next((c for c in load().tables.conflicts if c.name.casefold() == conflict.casefold()), None)
    return Sides(frozenset(row.countries), frozenset(row.parties)) if row else None


def conflicts(mentions: Sequence[EventMention], conflict_of: ConflictOf) -> dict[str, str | None]:
    """Conflict by mention id: the mention's own if its sentence tells, else its document's.

    Where a document as a whole does not tell, it takes the conflict that most of its mentions tell.
    """
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document.id].append(mention)
    result: dict[str, str | None] = {}
    for members in by_document.values():
        members = sorted(members, key=reading_order)
        own = {m.id: conflict_of([m]) for m in members}
        whole = conflict_of(members) or mode([(name, m_id) for m_id, name in own.items() if name])
        result.update({m.id: own[m.id] or whole for m in members})
    return result
