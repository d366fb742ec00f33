"""Chooses among the entries that bear one name: by kind, date and the words around; nothing where unclear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from dragoman.actors.conflicts import Conflicts
from dragoman.actors.matcher import Matcher, NameMatch, bare
from dragoman.actors.people import People, day
from dragoman.actors.resolution import Entries, Resolution
from dragoman.actors.rows import Tables

# Where one name is a state and something else, the state is meant unless words around say otherwise.
_COUNTRY_KINDS = frozenset({"name", "adjective", "demonym", "capital", "metonym"})


class Surroundings(msgspec.Struct, frozen=True):
    """What the words around speak of: countries with counts, groups, countries of the conflict."""

    countries: Counter[str] = msgspec.field(default_factory=Counter)
    groups: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()

    def only(self) -> str | None:
        """The one country they are about, None where there are several."""
        if len(self.countries) == 1:
            return next(iter(self.countries))
        inside = [c for c in self.conflict if c in self.countries] or list(self.conflict)
        return inside[0] if len(inside) == 1 else None


class Chooser:
    """Settles ambiguous names."""

    def __init__(
        self, tables: Tables, matcher: Matcher, entries: Entries, people: People, conflicts: Conflicts
    ) -> None:
        self._entries, self._people, self._matcher = entries, people, matcher
        self._conflicts = conflicts
        self.listed = {bare(a.alias): a.ids for a in tables.ambiguous}
        self.listed |= {name.upper(): ids for name, ids in self.listed.items()}
        self.surroundings = lru_cache(maxsize=512)(self._surroundings)

    def _surroundings(self, context: str, published: str | None) -> Surroundings:
        countries: Counter[str] = Counter()
        groups: dict[str, None] = {}
        for match in self._matcher.match(context):
            if len(set(match.candidates)) == 1 and bare(match.text) not in self.listed:
                if match.candidates[0] in self._entries.groups:
                    groups[match.candidates[0]] = None
                country = self._entries.country_of(match.candidates[0])
                if country and match.kinds[0] != "outlet":
                    countries[country] += 1
        conflict = self._conflicts.best([context], published=published)
        return Surroundings(countries, tuple(groups), conflict.countries if conflict else ())

    def candidates(self, match: NameMatch, published: str | None) -> list[tuple[str, str]]:
        """(entry, kind) that may be meant, without those not valid at the date."""
        pairs = list(dict.fromkeys(zip(match.candidates, match.kinds, strict=True)))
        for entry in self.listed.get(bare(match.text), ()):
            if entry not in match.candidates and self._entries.name(entry):
                pairs.append((entry, "name" if entry in self._entries.countries else entry.split(":")[0]))
        if len(pairs) > 1:
            # with no date given, what no longer exists is not meant
            valid = [p for p in pairs if self._valid(p[0], published)]
            pairs = valid or pairs
        return pairs

    def _valid(self, entry: str, published: str | None) -> bool:
        at = day(published)
        start, end = self._entries.validity(entry)
        first, last = day(start), day(end, late=True)
        if at is None:
            return last is None
        return not ((first and at < first) or (last and at > last))

    def choose(
        self,
        match: NameMatch,
        published: str | None,
        around: Surroundings,
        *,
        hints: Iterable[str] = (),
        known: Sequence[Resolution] = (),
        place: bool = False,
    ) -> tuple[str, str] | None:
        """The (entry, kind) meant by a name, None where that stays open.

        Args:
            around: countries and conflict of the words around.
            hints: countries named inside the same phrase; they settle most cases.
            known: earlier answers of the document.
            place: a place is looked for, so capitals and cities come before governments.
        """
        pairs = self.candidates(match, published)
        ids = {entry for entry, _ in pairs}
        if place:
            places = [p for p in pairs if p[1] in ("place", "name")]
            pairs = places or [p for p in pairs if p[1] == "capital"] or pairs
        elif bare(match.text) not in self.listed:
            states = [p for p in pairs if p[1] in _COUNTRY_KINDS]
            # "Moscow" is place, capital and government: as an actor the government is meant
            pairs = states or [p for p in pairs if p[1] != "place"] or pairs
        ids = {entry for entry, _ in pairs}
        if len(ids) == 1:
            return pairs[0]
        wanted = set(hints)
        if wanted:
            fitting = [p for p in pairs if self._entries.country_of(p[0]) in wanted]
            if len({p[0] for p in fitting}) == 1:
                return fitting[0]
        earlier = {r.actor for r in known} | {r.place for r in known}
        repeated = [p for p in pairs if p[0] in earlier]
        if len({p[0] for p in repeated}) == 1:
            return repeated[0]
        scores = {p: self._score(p[0], around) for p in pairs}
        best = max(scores.values(), default=0.0)
        top = [p for p, score in scores.items() if score == best]
        if best > 0 and len({p[0] for p in top}) == 1:
            return top[0]
        return None

    def _score(self, entry: str, around: Surroundings) -> float:
        country = self._entries.country_of(entry)
        if country is None:
            return 0.0
        score = float(around.countries[country]) + (2.0 if country in around.conflict else 0.0)
        region = self._entries.countries[country].region if country in self._entries.countries else ""
        near = sum(
            count
            for other, count in around.countries.items()
            if other != country
            and region
            and other in self._entries.countries
            and self._entries.countries[other].region == region
        )
        return score + 0.5 * near
