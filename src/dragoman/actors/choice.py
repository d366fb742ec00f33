"""Chooses among the entries that bear one name: by kind, date and the words around; nothing where unclear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.actors.conflicts import Conflicts
from dragoman.actors.matcher import Matcher, NameMatch, bare, stopped
from dragoman.actors.people import People, day
from dragoman.actors.resolution import Entries, Resolution
from dragoman.actors.rows import Seat, Tables
from dragoman.actors.surroundings import Surroundings

# Where one name is a state and something else, the state is meant unless words around say otherwise.
_OF_STATES = "coalition:"
# What a body is for stands behind these in its name: "Contact Group on Somalia".
_OBJECT = re.compile(r" (?:of|on|for|in) ")
_BY_PEOPLE = frozenset({"adjective", "demonym"})
# Peoples of another part of the world bear the adjective of these states: the Indians of Mexico and Peru.
_NAMESAKES = {"IND": frozenset({"Central America", "South America"})}
_COUNTRY_KINDS = frozenset({"name", "adjective", "demonym", "capital", "metonym"})


class Chooser:
    """Settles ambiguous names."""

    def __init__(
        self, tables: Tables, matcher: Matcher, entries: Entries, people: People, conflicts: Conflicts
    ) -> None:
        self._entries, self._people, self._matcher = entries, people, matcher
        self._conflicts = conflicts
        self.listed = {bare(a.alias): a.ids for a in tables.ambiguous}
        self.listed |= {name.upper(): ids for name, ids in self.listed.items()}
        self.listed |= {stopped(name): ids for name, ids in self.listed.items() if name.isalpha() and name.isupper()}
        self._seats: dict[str, list[Seat]] = {}
        for seat in tables.seats:
            self._seats.setdefault(bare(seat.city), []).append(seat)
        self.surroundings = lru_cache(maxsize=512)(self._surroundings)

    def _surroundings(self, context: str, published: str | None) -> Surroundings:
        countries: Counter[str] = Counter()
        named: Counter[str] = Counter()
        groups: dict[str, None] = {}
        called: set[str] = set()
        told = self._country(context.strip(), published)
        if told:
            called.add(told)
            countries[told] += 2
            named[told] += 2
        for match in self._matcher.match(context):
            if len(set(match.candidates)) > 1:
                continue
            entry, unsure = match.candidates[0], bare(match.text) in self.listed
            country = self._entries.country_of(entry) if match.kinds[0] != "outlet" else None
            if country and (not unsure or entry == country):
                # "Sudan" and "Congo", though others may be meant, speak for their groups
                named[country] += 1
                if not _BY_PEOPLE.issuperset(match.kinds):
                    called.add(country)
            if not unsure:
                if entry in self._entries.groups:
                    groups[entry] = None
                if country:
                    countries[country] += 1
        conflict = self._conflicts.best([context], published=published)
        again = any(count > 1 for count in named.values())
        if conflict is not None and again and not any(named[c] or countries[c] for c in conflict.countries):
            conflict = None  # third parties alone tell of it, who may be anywhere else: the OIC of Mindanao
        inside = conflict.countries if conflict else ()
        parties = conflict.parties if conflict else ()
        return Surroundings(
            countries,
            tuple(groups),
            inside,
            given=True,
            told=told,
            named=named,
            parties=parties,
            called=frozenset(called),
        )

    def _country(self, context: str, published: str | None) -> str | None:
        """The country whose code or name the context is, and nothing more."""
        if context in self._entries.countries:
            return context
        ids = self.listed.get(bare(context)) or self.lookup(context)
        found = [i for i in ids if i in self._entries.countries and self._valid(i, published)]
        return found[0] if found else None

    def lookup(self, name: str) -> tuple[str, ...]:
        """Entries that bear exactly this name."""
        return self._matcher.lookup(name)[0]

    def candidates(self, match: NameMatch, published: str | None) -> list[tuple[str, str]]:
        """(entry, kind) that may be meant by a name, without those not valid at the date.

        With no date given, what no longer exists is not meant. Where none is valid all are left, but for a noun that several coalitions
        share ("the coalition" of 2013 is neither that of 2003 nor that of 2014).
        """
        pairs = list(dict.fromkeys(zip(match.candidates, match.kinds, strict=True)))
        valid = [p for p in pairs if self._valid(p[0], published)]
        shared = len(pairs) > 1 and all(entry.startswith("coalition:") for entry, _ in pairs)
        return valid if valid or shared else pairs

    def _valid(self, entry: str, published: str | None) -> bool:
        at = day(published)
        start, end = self._entries.validity(entry)
        first, last = day(start), day(end, late=True)
        if at is None:
            return last is None
        return not ((first and at < first) or (last and at > last))

    def seat(self, name: str, published: str | None) -> str | None:
        """Whose seat a city is at a date, by `seats.csv`; without a date, now. None for one that `countries.csv` tells."""
        at = day(published)
        for seat in self._seats.get(bare(name), ()):
            first, last = day(seat.start), day(seat.end, late=True)
            if last is None if at is None else not ((first and at < first) or (last and at > last)):
                return seat.actor_id
        return None

    def choose(
        self,
        match: NameMatch,
        published: str | None,
        around: Surroundings,
        *,
        hints: Iterable[str] = (),
        known: Sequence[Resolution] = (),
        place: bool = False,
        armed: bool = False,
    ) -> tuple[str, str] | None:
        """The (entry, kind) meant by a name, None where that stays open.

        Bearers of one country are one choice ("Moscow" is capital, place and government of Russia). Between
        countries hints decide, then earlier answers, then the words around; the first id of `ambiguous.csv`
        counts where there are words around and none of them speaks for another.

        Args:
            around: countries and conflict of the words around.
            hints: countries named inside the same phrase.
            known: earlier answers of the document.
            place: a place is looked for, so capitals and cities come before governments.
            armed: fighters are spoken of, so no outlet is meant.
        """
        if not place and "place" in match.kinds and (actor := self.seat(match.text, published)) is not None:
            return actor, "capital"
        pairs = self.candidates(match, published)
        listed = self.listed.get(bare(match.text), ())
        if place:
            # a city that shares another's name only by `ambiguous.csv` ("Hyderabad")
            towns = [e for e in listed if e in self._entries.places and (e, "place") not in pairs]
            if any(entry in self._entries.countries for entry, _ in pairs):
                # the state, unless the region is written behind: "Lebanon", not the one in Pennsylvania
                towns = [e for e in towns if ", " not in (self._entries.name(e) or "")]
            pairs += [(e, "place") for e in towns]
        hints = set(hints)
        earlier = {r.actor for r in known} | {r.place for r in known}
        spoken = [p for p in pairs if p[0] in earlier or self._spoken_of(p[0], around, hints)]
        sole = bool(listed) and len(pairs) == 1 and pairs[0][1] == "group" and match.text.isupper()
        if sole and around.given and pairs[0][0] not in earlier and not self._at_home(pairs[0][0], around, hints):
            # "only in Liberia stories": elsewhere the abbreviation is another's
            return None
        if len(involved := [p for p in pairs if p[0] in around.parties]) == 1 and len(listed) > 1:
            # "the Contact Group" in a text on Bosnia
            return involved[0]
        if len(listed) > 1 and around.given and pairs:
            # what no longer exists is meant where its country is spoken of more ("the Northern Alliance" in Afghanistan)
            best = max(self._nearness(p[0], around) for p in pairs)
            ended = [p for p in zip(match.candidates, match.kinds, strict=True) if self._ended(p[0], published)]
            pairs = [p for p in ended if self._nearness(p[0], around) > best] or pairs
        if any(kind == "outlet" for _, kind in pairs) and (armed or any(kind != "outlet" for _, kind in spoken)):
            # outlets and think tanks come last
            pairs = [p for p in pairs if p[1] != "outlet"] or pairs
        homes: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            homes.setdefault(self._entries.country_of(pair[0]) or pair[0], []).append(pair)
        if around.given and len(listed) > 1 and all(i.startswith(_OF_STATES) for i in listed):
            # several states have met under such a name in many conflicts: without a word for one of them it is nobody
            near = {h: f for h, f in homes.items() if any(self._score(c, around) for c in self._countries(h))}
            if all_named := {h: f for h, f in homes.items() if any(self._all_named(entry, around) for entry, _ in f)}:
                near = all_named  # "the three guarantors" in a text that names Russia, Turkey and Iran
            homes = near or {h: f for h, f in homes.items() if any(entry in earlier for entry, _ in f)}
        if len(homes) == 1:
            return _prefer(next(iter(homes.values())), listed, place)
        states = [home for home, found in homes.items() if any(k in _COUNTRY_KINDS for _, k in found)]
        if len(listed) < 2 and len(states) == 1 and not place:
            return _prefer(homes[states[0]], listed, place)
        if not homes:
            return None
        home = self._home(homes, listed, around, hints, earlier, place=place)
        if (
            home is None
            and not around.given
            and not match.text.isupper()
            and all(i.startswith("group:") for i in listed)
        ):
            home = self._entries.country_of(listed[0]) if listed else None  # "the Taliban", said alone
        return _prefer(homes[home], listed, place) if home is not None else None

    def is_namesake(self, found: tuple[str, str], around: Surroundings) -> bool:
        """Whether an adjective is that of another people, where nothing but adjectives tells of the state or of any near it: "Indian villages"
        in Mexico."""
        entry, kind = found
        if entry not in _NAMESAKES or kind not in _BY_PEOPLE or entry in around.called:
            return False
        countries = self._entries.countries
        regions = {countries[c].region for c in around.called if c in countries}
        return countries[entry].region not in regions and bool(regions & _NAMESAKES[entry])

    def _all_named(self, entry: str, around: Surroundings) -> bool:
        """Whether the words around name every member of a body of states."""
        row = self._entries.organisations.get(entry)
        members = {cell.partition("@")[0] for cell in row.members} if row is not None else set()
        return bool(members) and all(around.named[m] for m in members)

    def _ended(self, entry: str, published: str | None) -> bool:
        at, last = day(published), day(self._entries.validity(entry)[1], late=True)
        return last is not None and (at is None or at > last)

    def _spoken_of(self, entry: str, around: Surroundings, hints: set[str]) -> bool:
        return self._entries.country_of(entry) in hints or self._nearness(entry, around) > 0

    def _at_home(self, entry: str, around: Surroundings, hints: set[str]) -> bool:
        home = self._entries.country_of(entry) or ""
        return home in hints or home in around.conflict or around.named[home] > 0

    def _nearness(self, entry: str, around: Surroundings) -> float:
        home = self._entries.country_of(entry)
        return self._score(home, around) if home is not None else 0.0

    def _home(
        self,
        homes: dict[str, list[tuple[str, str]]],
        listed: tuple[str, ...],
        around: Surroundings,
        hints: set[str],
        earlier: set[str | None],
        *,
        place: bool,
    ) -> str | None:
        """Which of several countries, or bodies without country, a name belongs to here."""
        hinted = [home for home in homes if home in hints]
        if len(hinted) == 1:
            return hinted[0]
        repeated = [home for home, found in homes.items() if any(entry in earlier for entry, _ in found)]
        if len(repeated) == 1:
            return repeated[0]
        at_war = [home for home in homes if home in around.conflict]
        if len(at_war) == 1 and listed and all(entry.startswith("group:") for entry in listed):
            return at_war[0]  # "the Taliban" in a text on Afghanistan, however often it names Pakistan
        if len(listed) == 1 and listed[0] in self._entries.groups:
            return self._entries.country_of(listed[0])  # the usual bearer, though the other's country is named
        scores = {home: max(self._score(c, around) for c in self._countries(home)) for home in homes}
        best = max(scores.values())
        top = [home for home, score in scores.items() if score == best]
        first = next((h for h, found in homes.items() if listed and listed[0] in [e for e, _ in found]), None)
        people = first is not None and all(kind in ("adjective", "demonym") for _, kind in homes[first])  # "the Serbs"
        if best > 0:
            return top[0] if len(top) == 1 else first if people and first in top else None
        usual = first is not None and (first in self._entries.countries or len(homes) == 2)
        if first is not None and all(kind == "metonym" for _, kind in homes[first]):
            # the seats of several governments bear one name ("State House"): none is the usual one
            return None
        city = place and bool(listed) and listed[0] in self._entries.places
        return first if usual and (around.given or city or people) else None

    def _countries(self, home: str) -> list[str]:
        """A country itself, or the countries that the full name of a body without country speaks of."""
        if home in self._entries.countries:
            return [home]
        parts = _OBJECT.split(self._entries.name(home) or "")[1:]
        found = [
            c for part in parts for m in self._matcher.match(part) if (c := self._entries.country_of(m.candidates[0]))
        ]
        return found or [home]

    def _score(self, country: str, around: Surroundings) -> float:
        score = float(around.named[country]) + (2.0 if country in around.conflict else 0.0)
        row = self._entries.countries.get(country)
        if row is None or not row.region:
            return score
        near = 0
        for other, count in around.named.items():
            neighbour = self._entries.countries.get(other)
            if other != country and neighbour is not None and neighbour.region == row.region:
                near += count
        return score + 0.5 * near


def _prefer(pairs: list[tuple[str, str]], listed: tuple[str, ...], place: bool) -> tuple[str, str] | None:
    """Among bearers of one country: place or government, as is looked for; None where several are left."""
    if place:
        pairs = [p for p in pairs if p[1] in ("place", "name")] or [p for p in pairs if p[1] == "capital"] or pairs
    elif len(listed) < 2:
        pairs = [p for p in pairs if p[1] in _COUNTRY_KINDS] or [p for p in pairs if p[1] != "place"] or pairs
    if len({entry for entry, _ in pairs}) == 1:
        return pairs[0]
    return next((p for entry in listed for p in pairs if p[0] == entry), None)
