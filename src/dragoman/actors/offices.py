"""Turns persons, and role nouns with an owner, into answers: tenures, offices, rebels and civilians."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.choice import Surroundings
from dragoman.actors.people import Held, People
from dragoman.actors.phrase import Item, is_former
from dragoman.actors.resolution import COMPOSED, STATE_SECTORS, Entries, Resolution, unknown
from dragoman.actors.rolebook import RoleBook
from dragoman.actors.rows import Role, Tenure
from dragoman.actors.words import (
    FORMER,
    HONORIFICS,
    LESSER,
    PEOPLE_ENDINGS,
    PEOPLES,
    PLAIN_LEADERS,
    PLAIN_WORDS,
    RELATIONAL,
    UNIDENTIFIED,
    VAGUE_FIGHTERS,
)
from dragoman.records import Person

# Nouns that mean the state of the conflict spoken of even with no country beside them.
_ALONE = frozenset(
    {
        "government",
        "regime",
        "army",
        "military",
        "junta",
        "government force",
        "government troop",
        "armed forces",
    }
)


class Scene(msgspec.Struct, frozen=True):
    """What surrounds a phrase: date, words around, earlier answers."""

    published: str | None
    around: Surroundings
    known: tuple[Resolution, ...]


def office_name(tenure: Tenure) -> str:
    """The office type, or the office as written where the type is "other"."""
    return tenure.office if tenure.office_type in ("other", "") else tenure.office_type


class Offices:
    """Answers for persons and for role nouns."""

    def __init__(self, entries: Entries, people: People, roles: RoleBook) -> None:
        self._entries, self._people, self._roles = entries, people, roles

    def pick(self, persons: Sequence[str], role: Role | None, owner: Resolution | None, scene: Scene) -> str | None:
        """The person meant among those who bear a name, by office, state, date and earlier mentions."""
        if not persons:
            return None
        if len(set(persons)) == 1:
            return persons[0]
        names = {self._people.persons[p].name: p for p in persons}
        earlier = {names[r.person.name] for r in scene.known if r.person and r.person.name in names}
        if len(earlier) == 1:
            return earlier.pop()
        ranked = sorted((self._fit(p, role, owner, scene), p) for p in set(persons))
        if ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _fit(self, person: str, role: Role | None, owner: Resolution | None, scene: Scene) -> tuple[int, int, int, int]:
        actor = owner.actor if owner else None
        held = self._people.held(person, scene.published, role=role, actor=actor)
        if held is None:
            return (1, 1, 2, 0)
        tenure = held.tenure
        country = self._entries.country_of(tenure.actor_id)
        belongs = owner is not None and (tenure.actor_id == actor or country == owner.country)
        fits = role is not None and bool(role.office_type) and tenure.office_type == role.office_type
        return (not belongs, not fits, held.standing != "holds", held.gap_days)

    def person(
        self, person_id: str, role: Role | None, owner: Resolution | None, former: bool, scene: Scene
    ) -> Resolution:
        """The state, organisation or group that a person speaks for at the date, and the office.

        With `former` and no tenure at the date the person stands for himself (individual_mediator).
        """
        row = self._people.persons[person_id]
        actor = owner.actor if owner else None
        held = self._people.held(person_id, scene.published, role=role, actor=actor, past=False)
        stated = role.office_type or None if role else None
        past = former and (
            held is None or held.standing != "holds" or (stated is not None and held.tenure.office_type == stated)
        )
        if past:
            earlier = self._people.held(person_id, scene.published, role=role, actor=actor, past=True)
            country = self._entries.country_of(earlier.tenure.actor_id) if earlier else None
            return Resolution(
                actor=person_id,
                name=row.name,
                actor_type="individual_mediator",
                country=country or (owner.country if owner else None) or row.nationality or None,
                person=Person(name=row.name),
                why=f"{person_id}: holds no office",
                confidence=0.7,
            )
        if held is None or (held.standing != "holds" and owner is not None and held.tenure.actor_id != actor):
            if owner is not None and owner.actor is not None:
                person = Person(name=row.name, office=stated)
                return msgspec.structs.replace(owner, person=person, why=f"{person_id}: title", confidence=0.75)
            if held is None:
                person = Person(name=row.name, office=stated)
                return Resolution(
                    country=row.nationality or None,
                    person=person,
                    why=f"{person_id}: no tenure",
                    confidence=0.4,
                )
        return self._by_tenure(row.name, held, stated, role, owner)

    def _by_tenure(
        self, name: str, held: Held, stated: str | None, role: Role | None, owner: Resolution | None
    ) -> Resolution:
        tenure = held.tenure
        current = held.standing in ("holds", "undated")
        office = office_name(tenure) if current else None
        if office is None and stated is not None and tenure.office_type == stated and owner is not None:
            office = stated
        confidence = {"holds": 0.95, "undated": 0.8}.get(held.standing, 0.7 if held.gap_days <= 366 else 0.55)
        answer = self._entries.answer(tenure.actor_id, "", confidence)
        sector = answer.sector
        if answer.actor_type == "state":
            titled = role or self._roles.of_title(tenure.office)
            sector = titled.sector if titled and titled.sector in STATE_SECTORS else "GOV"
            sector = "MIL" if tenure.office_type == "commander" else sector
        why = f"{tenure.person_id}: {tenure.office} of {tenure.actor_id}, {held.standing}"
        return msgspec.structs.replace(answer, person=Person(name=name, office=office), sector=sector, why=why)

    def role(
        self,
        core: Sequence[Item],
        owner: Resolution | None,
        about: tuple[str, ...],
        stranger: str | None,
        scene: Scene,
    ) -> Resolution:
        """Who a role noun (last of `core`) of an owner is.

        Args:
            about: places an envoy is sent to.
            stranger: name of a person the tables do not know, who bears the title.
        """
        head = core[-1]
        assert head.role is not None
        role = head.role
        before = core[:-1]
        qualified = next((i.role for i in before if i.role and i.role.sector in COMPOSED), None)
        kind = role if role.sector in COMPOSED or qualified is None else qualified
        lesser = any(i.text.lower() in LESSER for i in before if i.kind in ("word", "cap"))
        former = is_former(before)
        office = role.office_type if not lesser else ""
        if role.phrase in RELATIONAL:
            return unknown(f"'{head.text}' of another", owner.country if owner else None)
        if owner is None:
            return self._ownerless(role, kind, head, before, stranger, lesser, scene)
        person = Person(name=stranger, office=office or None) if stranger else None
        if former:
            if stranger:
                return Resolution(
                    name=stranger,
                    actor_type="individual_mediator",
                    country=owner.country,
                    person=person,
                    why="former office",
                    confidence=0.4,
                )
            return unknown("former office, no name", owner.country)
        qualifier = _qualifier(before, bool(role.office_type))
        if qualifier and kind.sector not in COMPOSED and owner.actor in self._entries.countries:
            return unknown(f"'{qualifier}' part of a country", owner.country)
        if role.phrase == "leader" and before and before[-1].kind == "word" and owner.actor_type == "state":
            word = before[-1].text.lower()
            if word not in PLAIN_LEADERS and not word.endswith(("ed", "ing")):
                return unknown(f"'{word}' leaders in a country", owner.country)
        if owner.actor in self._entries.countries:
            why = f"'{head.text}' of a country"
            answer = self._entries.of_country(
                str(owner.actor), kind, why, 0.85, qualifier=qualifier, plural=head.plural
            )
            if kind.sector == "GOV" and owner.actor_type == "government_body":
                answer = msgspec.structs.replace(
                    answer, actor_type="government_body", sector=owner.sector, why=owner.why
                )
        else:
            answer = msgspec.structs.replace(owner, person=None, why=f"{owner.actor}: '{head.text}' of it")
        if person is None and not head.plural and office:
            tenure = self._people.holder(str(owner.actor), role, scene.published, about=about)
            if tenure is not None:
                name = self._people.persons[tenure.person_id].name
                person = Person(name=name, office=office_name(tenure))
                answer = msgspec.structs.replace(answer, why=f"{tenure.person_id}: {tenure.office} at the date")
        return msgspec.structs.replace(answer, person=person)

    def _ownerless(
        self,
        role: Role,
        kind: Role,
        head: Item,
        before: Sequence[Item],
        stranger: str | None,
        lesser: bool,
        scene: Scene,
    ) -> Resolution:
        person = Person(name=stranger, office=role.office_type or None) if stranger else None
        if not head.plural and not lesser:
            tenure = self._people.sole_office(role, scene.published)
            if tenure is not None:
                name = self._people.persons[tenure.person_id].name
                answer = self._entries.answer(tenure.actor_id, f"only {tenure.office}", 0.75)
                person = person or Person(name=name, office=office_name(tenure))
                return msgspec.structs.replace(answer, person=person)
        country = scene.around.only()
        plain = not any(
            (i.kind in ("cap", "name") and i.text.lower() not in PLAIN_WORDS) or i.text.lower() in UNIDENTIFIED
            for i in before
        )
        if country and plain and kind.sector in COMPOSED and role.phrase not in VAGUE_FIGHTERS:
            entries = self._entries.groups
            fitting = [g for g in scene.around.groups if entries[g].country == country]
            fitting = [g for g in fitting if entries[g].sector == kind.sector]
            if len(fitting) == 1 and kind.sector != "OPP":
                return self._entries.answer(fitting[0], f"'{head.text}', only such group around", 0.55)
        elif role.phrase not in _ALONE:
            country = None
        if country and plain:
            answer = self._entries.of_country(country, kind, f"'{head.text}', country by context", 0.55)
            return msgspec.structs.replace(answer, person=person)
        if person is not None:
            return Resolution(person=person, why="person not in the tables, no country", confidence=0.2)
        return unknown(f"'{head.text}' of nobody named")


def _qualifier(before: Sequence[Item], office: bool) -> str:
    """A capitalised word that narrows a country ("Kurdish", "Sunni"), else "".

    Before an office only peoples and parties count ("Special Presidential Envoy" is the state's).
    """
    for index, item in enumerate(before):
        word = item.text.lower()
        if item.kind != "cap" or word in HONORIFICS or word in FORMER:
            continue
        people = word.endswith(PEOPLE_ENDINGS) or word in PEOPLES
        if people or (index and not office):
            return item.text
    return ""
