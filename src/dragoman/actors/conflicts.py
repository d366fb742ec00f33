"""Which conflict a text or a set of actors belongs to, by cues, parties and countries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from dragoman.actors.matcher import Automaton, Matcher, bare, fold
from dragoman.actors.people import day
from dragoman.actors.rows import Conflict, Tables

# Points for the first occurrences of a sign; a sign that several conflicts share is divided among them.
_ALIAS, _CUE, _PARTY, _COUNTRY = 4.0, 2.0, 2.5, 1.0
_MOST = 4
# A conflict that ended longer ago than ten years is not what news of a date is about.
_FORGOTTEN_DAYS = 3652
# Below the floor, or without this lead over the second, no conflict is named: none rather than a wrong one.
_FLOOR, _LEAD = 2.0, 1.3


class Conflicts:
    """Scores the conflicts of the table against texts, actors and countries."""

    def __init__(self, tables: Tables, matcher: Matcher) -> None:
        self.by_id: dict[str, Conflict] = {c.id: c for c in tables.conflicts}
        self._matcher = matcher
        self._country = {b.id: b.country for b in tables.bodies}
        self._country |= {p.id: p.country for p in tables.places} | {c.id: c.id for c in tables.countries}
        # "Egypt" names a conflict and a mediator of others: a country's name is only a country
        names = {bare(n) for c in tables.countries for n in (c.name, *c.aliases, *c.adjectives)}
        self._signs: dict[str, dict[str, float]] = {}
        for conflict in tables.conflicts:
            for name in (conflict.name, *conflict.aliases):
                if bare(name) not in names:
                    self._signs.setdefault(bare(name), {})[conflict.id] = _ALIAS
            for cue in conflict.cues:
                if bare(cue) not in names:
                    self._signs.setdefault(bare(cue), {}).setdefault(conflict.id, _CUE)
        self._automaton = Automaton([sign for sign in self._signs if len(sign) > 1])
        # an abbreviation that others bear elsewhere does not by itself say where we are
        self._unsure = {bare(a.alias) for a in tables.ambiguous if a.alias.isupper()}
        self._parties: dict[str, set[str]] = {}
        for conflict in tables.conflicts:
            for party in conflict.parties:
                self._parties.setdefault(party, set()).add(conflict.id)
            for country in conflict.countries:
                self._parties.setdefault(country, set()).add(conflict.id)

    def scores(
        self, texts: Iterable[str] = (), actors: Iterable[str] = (), countries: Iterable[str] = ()
    ) -> dict[str, float]:
        """Points of each conflict id that has any sign in the texts, actor ids or countries."""
        signs: Counter[str] = Counter()
        entries: Counter[str] = Counter()
        for text in texts:
            found = self._automaton.find(fold(text))
            signs.update(name for _, _, name in found)
            taken = {start for start, _, _ in found}
            for match in self._matcher.match(text):
                # a word that is a sign already counts once
                if len(match.candidates) == 1 and match.start not in taken and bare(match.text) not in self._unsure:
                    entries[self._country.get(match.candidates[0], match.candidates[0])] += 1
        entries.update(chain(actors, countries))
        result: dict[str, float] = defaultdict(float)
        for sign, count in signs.items():
            shared, weight = self._signs[sign], _weight(count)
            for conflict, points in shared.items():
                result[conflict] += points * weight / len(shared)
        for entry, count in entries.items():
            if involved := self._parties.get(entry):
                share = (_COUNTRY if len(entry) == 3 else _PARTY) * _weight(count) / len(involved)
                for conflict in involved:
                    result[conflict] += share
        return result

    def at_odds(self, countries: set[str], published: str | None = None) -> set[str]:
        """The countries with those that share a conflict with one of them at that day."""
        result = set(countries)
        for conflict in self.by_id.values():
            if countries & set(conflict.countries) and not _is_over(conflict, published):
                result.update(conflict.countries)
        return result

    def opponents(self, actor: str, published: str | None = None) -> frozenset[str]:
        """The states and armed groups that fight in a conflict of an actor who fights in it, at that day (codebook 1.11).

        Fighting are a conflict's countries and the groups among its parties; the table's other parties are third parties.
        """
        found: set[str] = set()
        for conflict in (self.by_id[c] for c in self._parties.get(actor, ())):
            fighting = {*conflict.countries, *(p for p in conflict.parties if p.startswith("group:"))}
            if actor in fighting and not _is_over(conflict, published):
                found |= fighting
        return frozenset(found - {actor})

    def on_ground(self, country: str, published: str | None = None) -> bool:
        """Whether a state is one of the countries of a conflict of that day."""
        found = (self.by_id[c] for c in self._parties.get(country, ()))
        return any(country in c.countries and not _is_over(c, published) for c in found)

    def between(self, one: str, other: str, published: str | None = None) -> bool:
        """Whether a conflict of that day is one between two states and no others."""
        shared = self._parties.get(one, set()) & self._parties.get(other, set())
        both = {one, other}
        return any(set(self.by_id[c].countries) == both and not _is_over(self.by_id[c], published) for c in shared)

    def best(
        self,
        texts: Sequence[str] = (),
        actors: Sequence[str] = (),
        countries: Sequence[str] = (),
        published: str | None = None,
    ) -> Conflict | None:
        """The conflict with a clear lead, else None; none not begun or long over at `published`."""
        scores = self.scores(texts, actors, countries)
        at = day(published)
        if at:
            for key in list(scores):
                start, end = day(self.by_id[key].start), day(self.by_id[key].end, late=True)
                if (start and start > at) or (end and (at - end).days > _FORGOTTEN_DAYS):
                    del scores[key]
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < _FLOOR:
            return None
        if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
            return None
        return self.by_id[ranked[0][0]]


def _is_over(conflict: Conflict, published: str | None) -> bool:
    """Whether a conflict has ended by a day or not begun; False without a day."""
    at = day(published)
    start, end = day(conflict.start), day(conflict.end, late=True)
    return at is not None and ((start is not None and start > at) or (end is not None and end < at))


def _weight(count: int) -> float:
    """1, 1.5, 2 ... for repeated signs, up to a bound, so that long texts do not outweigh clear ones."""
    return 1.0 + 0.5 * (min(count, _MOST) - 1)
