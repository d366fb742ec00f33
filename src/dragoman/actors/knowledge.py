"""The whole knowledge base in one object: tables, matcher, resolver, and look-ups by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from dragoman.actors.choice import Chooser
from dragoman.actors.conflicts import Conflicts
from dragoman.actors.matcher import Matcher, NameMatch, bare
from dragoman.actors.people import People, day
from dragoman.actors.resolution import Entries, Resolution
from dragoman.actors.resolver import Resolver
from dragoman.actors.rows import Outlet, Place, Tables
from dragoman.actors.tables import read_tables


class Knowledge:
    """Everything known about actors.

    Attributes:
        tables: the rows as read.
        matcher: finds names in a text.
        resolver: says who is meant by a phrase.
        entries: an answer for an entry id.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.matcher = Matcher(tables)
        self.entries = Entries(tables)
        self._people = People(tables)
        self._conflicts = Conflicts(tables, self.matcher)
        chooser = Chooser(tables, self.matcher, self.entries, self._people, self._conflicts)
        self.resolver = Resolver(tables, self.matcher, self.entries, self._people, chooser)
        self._outlets = {bare(n).lower(): o for o in tables.outlets for n in (*o.aliases, o.name)}

    def match(self, text: str) -> list[NameMatch]:
        """Names in a text; see `Matcher.match`."""
        return self.matcher.match(text)

    def resolve(
        self,
        phrase: str,
        *,
        published: str | None = None,
        context: str | None = None,
        known: Sequence[Resolution] = (),
        place_role: bool = False,
    ) -> Resolution:
        """Who is meant by a phrase; see `Resolver.resolve`."""
        return self.resolver.resolve(phrase, published=published, context=context, known=known, place_role=place_role)

    def country_name(self, alpha3: str) -> str | None:
        """Name of a country as news writes it ("South Korea"); None for an unknown code."""
        country = self.entries.countries.get(alpha3)
        return country.name if country else None

    def name(self, entry: str) -> str | None:
        """Canonical name of any entry id; None for an unknown one."""
        return self.entries.name(entry)

    def place(self, name: str, *, context: str | None = None, published: str | None = None) -> Place | None:
        """The place that a name or phrase means, with country and degrees; None where unknown or ambiguous.

        A country counts as a place of kind "country"; its coordinates are the table's.
        """
        answer = self.resolver.resolve(name, published=published, context=context, place_role=True)
        if answer.place in self.entries.places:
            return self.entries.places[str(answer.place)]
        country = self.entries.countries.get(answer.country or "")
        if country is None:
            return None
        if answer.place is None:
            # a capital that places.csv does not hold: its country is certain, its coordinates are not
            return Place("", country.capital, (), country.id, "capital", None, None, "", "", country.source)
        return Place(
            country.id, country.name, country.aliases, country.id, "country", country.lat, country.lon,
            country.valid_from, country.valid_to, country.source,
        )  # fmt: skip

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, whatever the case; None where unknown."""
        return self._outlets.get(bare(name).lower())

    def conflict_of(
        self,
        texts: Sequence[str] | str = (),
        *,
        actors: Sequence[str] = (),
        countries: Sequence[str] = (),
        published: str | None = None,
    ) -> str | None:
        """Name of the conflict that texts, actor ids and countries (alpha-3) point to; None where unclear."""
        given = [texts] if isinstance(texts, str) else list(texts)
        found = self._conflicts.best(given, actors, countries, published)
        return found.name if found else None

    def members(self, organisation: str, published: str | None = None) -> tuple[str, ...]:
        """Ids of an organisation's members at a date (all that ever were, without one)."""
        row = self.entries.organisations.get(organisation)
        at = day(published)
        result: list[str] = []
        for cell in row.members if row else ():
            member, _, span = cell.partition("@")
            first, _, last = span.partition("-") if span.count("-") <= 1 else _halves(span)
            start, end = day(first), day(last, late=True)
            if at is None or not ((start and at < start) or (end and at > end)):
                result.append(member)
        return tuple(dict.fromkeys(result))

    def member_names(self, organisation: str, published: str | None = None) -> tuple[str, ...]:
        """Names of an organisation's members at a date ("United States", "Russia")."""
        return tuple(self.name(m) or m for m in self.members(organisation, published))


def _halves(span: str) -> tuple[str, str, str]:
    """Splits "1990-05-01-2020-01-31" or "1990-05-2020" at the hyphen before the second year."""
    parts = span.split("-")
    cut = next((i for i, p in enumerate(parts) if i and (len(p) == 4 or not p)), len(parts))
    return "-".join(parts[:cut]), "-", "-".join(parts[cut:])


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Knowledge:
    """The shipped knowledge base, or one from another folder of CSV tables; read once per process.

    Raises:
        DataError: a table breaks its schema.
    """
    return Knowledge(read_tables(folder))
