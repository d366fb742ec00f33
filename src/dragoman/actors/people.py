"""Who held which office when: tenures by person and by office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from dragoman.actors.matcher import fold
from dragoman.actors.rows import KnownPerson, Role, Tables, Tenure

# Offices that one person holds at a time, so that office and country name the person.
_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "igo_head"})
# Where a person holds several offices at once, the first of these speaks for him.
_ORDER = (
    "head_of_state",
    "head_of_government",
    "igo_head",
    "foreign_minister",
    "defence_minister",
    "special_envoy",
    "minister",
    "party_leader",
    "commander",
    "delegation_head",
    "negotiator",
    "ambassador",
    "spokesperson",
    "other",
    "insider",
    "expert",
)
_RANK = {name: rank for rank, name in enumerate(_ORDER)}


HEADS = frozenset({"head_of_state", "head_of_government"})
_MINOR = frozenset({"expert", "insider", "other"})
_ORGANISATIONS = "igo:"
# Titles that name the head of an organisation only where its head is called so: the EU's high representative, not the AU's.
_NAMED_ONLY = frozenset({"high representative"})
# Who holds the offices of an actor on a day is kept for as many pairs: articles that are read together are often of one day.
_REMEMBERED = 10_000


class Held(msgspec.Struct, frozen=True):
    """A tenure and how it stands to the date asked for: holds, ended, ahead, or undated (no date asked)."""

    tenure: Tenure
    standing: str
    gap_days: int


@lru_cache(maxsize=65536)
def day(text: str | None, *, late: bool = False) -> date | None:
    """An ISO date of any precision as a day, of month or year the first or (`late`) last; else None."""
    if not text:
        return None
    parts = text[:10].split("-")
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else (12 if late else 1)
        if len(parts) > 2:
            return date(year, month, int(parts[2]))
        return date(year, month, _last_day(year, month) if late else 1)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


class People:
    """Persons of the tables with their tenures; leaders listed with a group count as holding it, undated."""

    def __init__(self, tables: Tables) -> None:
        self.persons: dict[str, KnownPerson] = {p.id: p for p in tables.persons}
        self._states = {c.id for c in tables.countries}
        self._by_person: dict[str, list[Tenure]] = {}
        self._by_actor: dict[str, list[Tenure]] = {}
        for tenure in tables.tenures:
            if tenure.person_id not in self.persons:
                continue
            self._by_person.setdefault(tenure.person_id, []).append(tenure)
            self._by_actor.setdefault(tenure.actor_id, []).append(tenure)
        dated = set(self._by_person)
        for group in tables.groups:
            for leader in group.leaders:
                # a leader's column has no dates, so it counts only for persons without a dated tenure
                if leader in self.persons and leader not in dated:
                    tenure = Tenure(leader, group.id, "Leader", "party_leader", "", "", "", "groups.csv")
                    self._by_person.setdefault(leader, []).append(tenure)
        self._tokens: dict[str, set[str]] = {}
        self._in_office = lru_cache(maxsize=_REMEMBERED)(self._holding)

    def tokens(self, person_id: str) -> set[str]:
        """Lower-case words of all names of a person."""
        if person_id not in self._tokens:
            person = self.persons[person_id]
            words = fold(" ".join((person.name, *person.aliases))).lower().replace("-", " ").split()
            self._tokens[person_id] = set(words) | set(fold(person.name).lower().split())
        return self._tokens[person_id]

    def bearers(self, entries: Iterable[str], given: set[str]) -> list[str]:
        """The persons among entries whose names have all the given names."""
        return [e for e in dict.fromkeys(entries) if e in self.persons and given <= self.tokens(e)]

    def held(
        self,
        person_id: str,
        published: str | None,
        *,
        role: Role | None = None,
        actor: str | None = None,
        past: bool = False,
    ) -> Held | None:
        """The tenure that speaks for a person at a date: one that holds, else nearest; undated the latest.

        Args:
            role: office the phrase names; a tenure of that office is preferred.
            actor: state or group the phrase names; a tenure for it is preferred.
            past: the phrase says "former": tenures that have ended come first.
        """
        at = day(published)
        found = [_stand(t, at) for t in self._by_person.get(person_id, ())]
        if not found:
            return None

        def order(held: Held) -> tuple[int, ...]:
            tenure = held.tenure
            fits = 0 if role and role.office_type and tenure.office_type == role.office_type else 1
            if role and role.phrase in fold(tenure.office).lower():
                fits = 0
            belongs = 0 if actor and tenure.actor_id == actor else 1
            rank = _RANK.get(tenure.office_type, 99)
            begun = -(day(tenure.start) or date.min).toordinal()
            last = -(day(tenure.end, late=True) or date.max).toordinal()
            if past:
                return (0 if held.standing == "ended" else 1, belongs, fits, held.gap_days, rank, begun)
            if held.standing == "undated":
                return (belongs, fits, last, begun, rank)
            return (_precedence(held), belongs, fits, held.gap_days, rank, begun)

        return min(found, key=order)

    def has_led(self, person_id: str, published: str | None) -> bool:
        """Whether somebody was, before a date, head of a state, government or organisation of states, so that news names him for himself: Kofi
        Annan, though he chairs the Elders."""
        held = (_stand(t, day(published)) for t in self._by_person.get(person_id, ()))
        return any(h.standing == "ended" and h.tenure.office_type in HEADS | {"igo_head"} for h in held)

    def holder(self, actor: str, role: Role, published: str | None, *, about: tuple[str, ...] = ()) -> Tenure | None:
        """The one person who holds an office of an actor at a date; None without a date or where not single.

        Args:
            about: countries or places the envoy is sent to; needed for special envoys, who are several.
        """
        at = day(published)
        if at is None or not role.office_type:
            return None
        holding = self._in_office(actor, at)
        titled = [t for t in holding if role.phrase in fold(t.office).lower()]
        if role.office_type == "special_envoy":
            found = [t for t in holding if t.office_type == "special_envoy"]
            found = [t for t in found if any(name.lower() in fold(t.office).lower() for name in about)]
        elif role.office_type in _SINGLE:
            exact = [t for t in titled if fold(t.office).lower() == role.phrase]
            found = exact or [t for t in titled if t.office_type == role.office_type]
            if role.office_type != "head_of_state" or actor not in self._states:
                found = found or titled
            if (
                not found
                and role.phrase not in _NAMED_ONLY
                and (role.office_type != "head_of_state" or role.phrase == "head of state")
            ):
                found = [t for t in holding if t.office_type == role.office_type]
        else:
            return None
        full = [t for t in found if not t.office.lower().startswith(("deputy", "vice"))]
        if len({t.person_id for t in full}) > 1:
            # on the day of a handover the successor counts
            latest = max(day(t.start) or date.min for t in full)
            full = [t for t in full if (day(t.start) or date.min) == latest and latest == at]
        return full[0] if len({t.person_id for t in full}) == 1 else None

    def _holding(self, actor: str, at: date) -> list[Tenure]:
        """Tenures of an actor that hold on a day."""
        return [t for t in self._by_actor.get(actor, ()) if _stand(t, at).standing == "holds"]

    def head(self, state: str, role: Role, published: str | None) -> str | None:
        """Name of who bears the title of a head of state or government there at a date; None for other offices."""
        tenure = self.holder(state, role, published) if role.office_type in HEADS else None
        return self.persons[tenure.person_id].name if tenure is not None else None

    def all_in_office(
        self, names: set[str], published: str | None, *, actor: str | None = None, office_type: str = ""
    ) -> set[str]:
        """Persons with all these lower-case names who hold an office at a date; none without a date.

        Args:
            actor: only offices of this state or group, None for any.
            office_type: only offices of this type, "" for any.
        """
        at = day(published)
        if at is None or not names:
            return set()
        bearers = set.intersection(*(self._persons_by_word.get(name, set()) for name in names))
        return {
            person
            for person in bearers
            if any(
                (not office_type or t.office_type == office_type)
                and (not actor or t.actor_id == actor)
                and _stand(t, at).standing == "holds"
                for t in self._by_person[person]
            )
        }

    @cached_property
    def _persons_by_word(self) -> dict[str, set[str]]:
        """Persons with a tenure by each lower-case word of their names."""
        result: dict[str, set[str]] = {}
        for person in self._by_person:
            for word in self.tokens(person):
                result.setdefault(word, set()).add(person)
        return result

    @cached_property
    def _by_title(self) -> dict[str, list[Tenure]]:
        """Tenures by the folded lower-case title of the office."""
        result: dict[str, list[Tenure]] = {}
        for tenure in (t for rows in self._by_actor.values() for t in rows):
            result.setdefault(fold(tenure.office).lower(), []).append(tenure)
        return result

    def bearers_of_title(self, title: str) -> set[str]:
        """The actors that have an office of exactly this lower-case title, at any time."""
        return {t.actor_id for t in self._by_title.get(title, ())}

    def sole_office(self, role: Role, published: str | None) -> Tenure | None:
        """The holder of an office whose title only one actor has ("Chancellor of the Exchequer"); else None."""
        at = day(published)
        if at is None or " " not in role.phrase or role.office_type not in _SINGLE:
            return None
        titled = self._by_title.get(role.phrase, [])
        if len({t.actor_id for t in titled}) != 1:
            return None
        return self.holder(titled[0].actor_id, role, published)


def _precedence(held: Held) -> int:
    """What a person is known as: an office held; else former president or premier, before honours and any other past office.

    Who is High Commissioner of the United Nations holds an office, whatever it is called.
    """
    kind = held.tenure.office_type
    if held.standing == "holds":
        return 2 if kind in _MINOR and not held.tenure.actor_id.startswith(_ORGANISATIONS) else 0
    return 1 if kind in HEADS and held.standing == "ended" else 3


def _stand(tenure: Tenure, at: date | None) -> Held:
    if at is None:
        return Held(tenure, "undated", 0)
    start, end = day(tenure.start), day(tenure.end, late=True)
    if start and at < start:
        return Held(tenure, "ahead", (start - at).days)
    if end and at > end:
        return Held(tenure, "ended", (at - end).days)
    return Held(tenure, "holds", 0)
