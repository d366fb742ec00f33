"""The whole knowledge base in one object: tables, matcher, resolver, and look-ups by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.actors.choice import Chooser
from dragoman.actors.compiled import load_compiled
from dragoman.actors.conflicts import Conflicts
from dragoman.actors.dictionaries import DictionaryNames, Resolves, WithDictionaries
from dragoman.actors.matcher import Index, Matcher, NameMatch, Stems, bare, index_of
from dragoman.actors.names import name_words
from dragoman.actors.own import Own, Stamp, folders_in_use, merge, merged_index, read_own, stamp
from dragoman.actors.people import People, day
from dragoman.actors.petrarch import Dictionary
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
        dictionaries: names that are looked up where the tables know nobody; None where there are none.
        version: of the user's own tables and dictionaries, "" where there are none.

    Args:
        index, stems: the names of the tables and how they begin, where they are known already.
        dictionary: dictionaries in PETRARCH's form.
    """

    def __init__(
        self,
        tables: Tables,
        *,
        index: Index | None = None,
        stems: Stems | None = None,
        dictionary: Dictionary | None = None,
        version: str = "",
    ) -> None:
        self.tables, self.version = tables, version
        self.matcher = Matcher(tables, index, stems)
        self.entries = Entries(tables)
        self._people = People(tables)
        self._conflicts = Conflicts(tables, self.matcher)
        chooser = Chooser(tables, self.matcher, self.entries, self._people, self._conflicts)
        self.resolver: Resolves = Resolver(tables, self.matcher, self.entries, self._people, chooser)
        self.dictionaries = DictionaryNames(dictionary, self.entries) if dictionary else None
        if self.dictionaries is not None:
            self.resolver = WithDictionaries(self.resolver, self.dictionaries, self.entries)
        self._nationalities = {p.name: p.nationality for p in tables.persons if p.nationality}
        self._genders = {p.name: p.gender or None for p in tables.persons}
        self._outlets = {bare(n).lower(): o for o in tables.outlets for n in (*o.aliases, o.name)}

    def match(self, text: str) -> list[NameMatch]:
        """Names in a text; see `Matcher.match`. Those of dictionaries count where the tables have none."""
        found = self.matcher.match(text)
        if self.dictionaries is None:
            return found
        return sorted([*found, *self.dictionaries.match(text, found)], key=lambda m: m.start)

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

    def gender(self, person: str) -> str | None:
        """ "m" or "f" of a person by canonical name, as the tables have it; None for one whom they do not know."""
        return self._genders.get(person)

    def in_conflict(self, country: str, published: str | None) -> bool:
        """Whether a state has a conflict of the table's on its ground at a day; any conflict ever without a day."""
        return self._conflicts.on_ground(country, published)

    def head_called(self, surname: str, published: str | None) -> Resolution | None:
        """The one head of state or government of a day whom a surname alone may mean: "Kim" of "the Trump-Kim summit"; None without a day."""
        for office in ("head_of_state", "head_of_government"):
            found = self._people.all_in_office(name_words(surname), published, office_type=office)
            if found:
                name = self._people.persons[found.pop()].name
                return None if found else self.resolver.resolve(name, published=published)
        return None

    def states_called(self, plural: str) -> list[Resolution]:
        """The states that a plural of `ambiguous.csv` means together: both of "Koreas"; none for any other word."""
        row = next((r for r in self.tables.ambiguous if r.alias == plural), None)
        if row is None or not plural.endswith("s") or not all(entry in self.entries.countries for entry in row.ids):
            return []
        return [self.entries.answer(entry, f"one of '{plural}'", 0.9) for entry in row.ids]

    def nationality(self, person: str) -> str | None:
        """Alpha-3 of the state that a person of the tables comes from, by canonical name; None where they don't have it."""
        return self._nationalities.get(person)

    def names_of(self, entry: str) -> tuple[str, ...]:
        """Name and aliases of a state, group or organisation by its id; none for any other entry."""
        if (state := self.entries.countries.get(entry)) is not None:
            return (state.name, state.official_name, *state.aliases)
        row = self.entries.groups.get(entry) or self.entries.organisations.get(entry)
        return (row.name, *row.aliases) if row is not None else ()

    def knows_person(self, name: str) -> bool:
        """Whether a person of the tables has this canonical name."""
        return name in self._genders

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
            return Place("", country.capital, (), country.id, "capital", None, None, "", "", "", country.source)
        return Place(
            country.id, country.name, country.aliases, country.id, "country", country.lat, country.lon,
            country.valid_from, country.valid_to, country.wikidata_id, country.source,
        )  # fmt: skip

    def outlet(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, whatever the case; None where unknown."""
        return self._outlets.get(bare(name).lower())

    def outlet_at(self, text: str, start: int, end: int) -> Outlet | None:
        """The outlet that a stretch of a text names; None where it is part of another's name ("Chin National Front")."""
        found = self.outlet(text[start:end])
        if found is None or not self.matcher.stands_alone(text, start, end):
            return None
        around = (m for m in self.matcher.match(text) if m.start <= start and end <= m.end and "outlet" not in m.kinds)
        return None if any(m.end - m.start > end - start for m in around) else found

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

    def conflicts_called(self, name: str) -> tuple[str, ...]:
        """Names of the conflicts that bear a name or alias, and of those in the country of that name."""
        wanted = bare(name).lower()
        places = {c.id for c in self.tables.countries if wanted in {bare(n).lower() for n in (c.name, *c.aliases)}}
        return tuple(
            c.name
            for c in self.tables.conflicts
            if wanted in {bare(n).lower() for n in (c.name, *c.aliases)} or not places.isdisjoint(c.countries)
        )

    def conflict_countries(self, text: str, *, published: str | None = None) -> tuple[str, ...]:
        """Alpha-3 codes of the states in or over which the conflict is fought that a text points to; empty where unclear."""
        found = self._conflicts.best([text], published=published)
        return found.countries if found else ()

    def states_in(self, text: str) -> set[str]:
        """The states that a text names, and those of the places in it; an ambiguous name counts for none."""
        places = {p.id: p.country for p in self.tables.places} | {c.id: c.id for c in self.tables.countries}
        found = (set(m.candidates) for m in self.matcher.match(text))
        return {country for names in found if len(names) == 1 and (country := places.get(min(names)))}

    def states_at_odds(self, text: str, *, published: str | None = None) -> set[str]:
        """The states that a text names and those with whom they have a conflict at that day: "Special Envoy for Syria"."""
        found = {c for match in self.matcher.match(text) for c in match.candidates}
        return self._conflicts.at_odds(found & {c.id for c in self.tables.countries}, published)

    def opponents(self, actor: str, published: str | None = None) -> frozenset[str]:
        """Ids of the states and groups that fight in a conflict in which an actor fights, at a date; see `Conflicts.opponents`."""
        return self._conflicts.opponents(actor, published)

    def conflict_between(self, one: str, other: str, published: str | None = None) -> bool:
        """Whether a conflict of that day is one between two states and no others."""
        return self._conflicts.between(one, other, published)

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

    def whole_of(self, entry: str) -> str | None:
        """Id of the body that an organ or mission is part of, by `part_of` of relations.csv; None where it is by itself."""
        return next((r.actor_b for r in self.tables.relations if r.relation == "part_of" and r.actor_a == entry), None)

    def clients(self, actor: str, published: str | None = None) -> frozenset[str]:
        """Ids of those whose patron an actor is at a date (all that it ever was, without one), by `patron_of` of relations.csv."""
        at = day(published)
        return frozenset(
            client
            for client, first, last in self._clients.get(actor, ())
            if at is None or not ((first and at < first) or (last and at > last))
        )

    @cached_property
    def _clients(self) -> dict[str, list[tuple[str, date | None, date | None]]]:
        made: dict[str, list[tuple[str, date | None, date | None]]] = {}
        for row in self.tables.relations:
            if row.relation == "patron_of":
                made.setdefault(row.actor_a, []).append((row.actor_b, day(row.start), day(row.end, late=True)))
        return made

    def member_names(self, organisation: str, published: str | None = None) -> tuple[str, ...]:
        """Names of an organisation's members at a date ("United States", "Russia")."""
        return tuple(self.name(m) or m for m in self.members(organisation, published))


def _halves(span: str) -> tuple[str, str, str]:
    """Splits "1990-05-01-2020-01-31" or "1990-05-2020" at the hyphen before the second year."""
    parts = span.split("-")
    cut = next((i for i, p in enumerate(parts) if i and (len(p) == 4 or not p)), len(parts))
    return "-".join(parts[:cut]), "-", "-".join(parts[cut:])


def load(folder: Path | None = None, *, extra: Sequence[str | Path] | None = None) -> Knowledge:
    """The shipped knowledge base, or one from another folder of CSV tables; read once per process.

    Args:
        folder: tables in place of the shipped ones.
        extra: folders with own tables and dictionaries, read in addition (`own`), and again after an edit; None takes those of
            `own.using`, else those that the environment variable DRAGOMAN_ACTORS names.

    Raises:
        DataError: a table breaks its schema.
        InputError: an own folder is not there, or a row in it has a value that is not allowed.
    """
    own = folders_in_use() if extra is None else tuple(Path(f).resolve() for f in extra)
    return load_once(folder, tuple((f, stamp(f)) for f in own) if folder is None or extra is not None else ())


@lru_cache(maxsize=4)
def load_once(folder: Path | None, extra: tuple[tuple[Path, Stamp], ...]) -> Knowledge:
    """What `load` gives, made once; `load_once.cache_clear()` forgets it."""
    if folder is None:
        compiled = load_compiled()
        tables, index = compiled.tables, compiled.index
        if not extra:
            return Knowledge(tables, index=index, stems=compiled.stems)
    else:
        tables = read_tables(folder)
        index = index_of(tables)
        if not extra:
            return Knowledge(tables, index=index)
    owns: list[Own] = []
    for path, _ in extra:
        owns.append(read_own(path, tables, *(own.tables for own in owns)))
    dictionary = sum((own.dictionary for own in owns), Dictionary())
    version = ".".join(own.version for own in owns)
    given = dictionary if dictionary.actors or dictionary.agents else None
    return Knowledge(merge(tables, owns), index=merged_index(index, owns), dictionary=given, version=version)
