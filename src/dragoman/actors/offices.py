"""Turns persons into answers: whose office each holds at the date, and who stands for himself ("Carter met the rebels")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.people import HEADS, Held, People
from dragoman.actors.resolution import COMPOSED, STATE_SECTORS, Entries, Resolution
from dragoman.actors.rolebook import RoleBook
from dragoman.actors.rows import Role, Tenure
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.words import APART, SORTLESS
from dragoman.records import Person

_ENVOYS = frozenset({"special_envoy", "negotiator", "igo_head"})
_OF_A_STATE = frozenset({"ambassador", "head_of_government", "foreign_minister", "defence_minister", "minister"})
"""Offices that nobody but a state has to give."""
_A_YEAR = 366
# Offices held in a state whose type tells more than their title: "Leader of the Solidarity movement".
_BY_OFFICE = {"commander": "MIL", "party_leader": "PTY"}


class Scene(msgspec.Struct, frozen=True):
    """What surrounds a phrase: date, words around, earlier answers."""

    published: str | None
    around: Surroundings
    known: tuple[Resolution, ...]


def office_name(tenure: Tenure) -> str:
    """The office type, or the office as written where the type is "other"."""
    return tenure.office if tenure.office_type in ("other", "") else tenure.office_type


def _stands_alone(held: Held | None, role: Role | None) -> bool:
    """Whether a former head of state or government stands for himself, though no word says "former": "Carter met the rebels"; so does who was
    somebody's envoy and has not been for more than a year.

    A title of state says that he is spoken of in his time: "President Carter brokered the accords".
    """
    if held is None or held.standing != "ended":
        return False
    envoy = role is None and held.tenure.office_type in _ENVOYS and held.gap_days > _A_YEAR
    return envoy or (held.tenure.office_type in HEADS and (role is None or role.sector not in STATE_SECTORS))


def _not_yet(held: Held) -> bool:
    """Whether somebody becomes head of a state, leader of a group, or an envoy so long after the date that he may act for any other."""
    leads = held.tenure.office_type in HEADS | _ENVOYS or held.tenure.office_type == "party_leader"
    return leads and held.standing == "ahead" and held.gap_days > _A_YEAR


class Offices:
    """Answers for persons."""

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

    def namesakes(self, persons: Sequence[str], name: str) -> Resolution:
        """What persons of one name share where nobody tells which is meant: their country, if all held its offices."""
        held = [self._people.held(p, None) for p in persons]
        actors = {h.tenure.actor_id if h else None for h in held}
        state = actors.pop() if len(actors) == 1 else None
        known = state if state in self._entries.countries else None
        return Resolution(
            country=known, sector="GOV" if known else None, why=f"'{name}' is the name of several persons"
        )

    def _fit(self, person: str, role: Role | None, owner: Resolution | None, scene: Scene) -> tuple[int, ...]:
        actor = owner.actor if owner else None
        held = self._people.held(person, scene.published, role=role, actor=actor)
        if held is None:
            return (1, 1, 2, 0, 1)
        tenure = held.tenure
        country = self._entries.country_of(tenure.actor_id)
        belongs = owner is not None and (tenure.actor_id == actor or country == owner.country)
        fits = role is not None and bool(role.office_type) and tenure.office_type == role.office_type
        # of two in office under one name, news means the head of state or government by the bare name
        lower = tenure.office_type not in ("head_of_state", "head_of_government")
        return (not belongs, not fits, held.standing != "holds", held.gap_days, lower)

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
        if past or (owner is None and _stands_alone(held, role)):
            earlier = self._people.held(person_id, scene.published, role=role, actor=actor, past=True)
            country = self._entries.country_of(earlier.tenure.actor_id) if earlier else None
            return Resolution(
                actor=person_id,
                name=row.name,
                actor_type="individual_mediator",
                country=country or (owner.country if owner else None) or row.nationality or None,
                sector="ELI",
                person=Person(name=row.name),
                why=f"{person_id}: holds no office",
                confidence=0.7,
            )
        if held is not None and owner is None and role is None and _not_yet(held):
            held = None
        if held is None or (owner is not None and not self._speaks_for(held, owner, "" if former else stated)):
            if owner is not None and owner.actor is not None:
                person = Person(name=row.name, office=stated)
                if role is not None and owner.actor_type == "state" and role.sector in COMPOSED:
                    owner = self._entries.of_country(owner.actor, role, "", 0.75)
                return msgspec.structs.replace(owner, person=person, why=f"{person_id}: title", confidence=0.75)
            if held is None:
                person = Person(name=row.name, office=stated)
                return Resolution(
                    country=row.nationality or None,
                    sector=(role.sector or None) if role else None,
                    person=person,
                    why=f"{person_id}: no tenure",
                    confidence=0.4,
                )
        in_state = held.tenure.office_type == "party_leader" and held.tenure.actor_id in self._entries.countries
        if owner is not None and owner.sector in COMPOSED and in_state:
            # "Zimbabwean opposition leader": his office is told for the state, and it is the opposition's
            return msgspec.structs.replace(
                owner, person=Person(name=row.name, office=stated), why=f"{person_id}: title"
            )
        return self._by_tenure(row.name, held, stated, role, owner)

    def _speaks_for(self, held: Held, owner: Resolution, stated: str | None) -> bool:
        """Whether a tenure stands though the phrase names an owner: it holds, is for him, or undated for a group of his.

        Args:
            stated: the office that the phrase names; who is called a state's ambassador or minister is its, whatever he is besides.
        """
        if held.standing == "holds" or held.tenure.actor_id == owner.actor:
            abroad = self._entries.country_of(held.tenure.actor_id) != owner.country
            return not (abroad and owner.actor_type == "state" and stated in _OF_A_STATE)
        return held.standing == "undated" and self._entries.country_of(held.tenure.actor_id) == owner.country

    def _by_tenure(
        self, name: str, held: Held, stated: str | None, role: Role | None, owner: Resolution | None
    ) -> Resolution:
        tenure = held.tenure
        current = held.standing in ("holds", "undated")
        office = office_name(tenure) if current else None
        if office is None and stated is not None and tenure.office_type == stated and owner is not None:
            office = stated
        confidence = {"holds": 0.95, "undated": 0.8}.get(held.standing, 0.7 if held.gap_days <= _A_YEAR else 0.55)
        answer = self._entries.answer(tenure.actor_id, "", confidence)
        sector = answer.sector
        if answer.actor_type == "state":
            titled = role if role and role.phrase not in SORTLESS else self._roles.of_title(tenure.office)
            sector = titled.sector if titled and titled.sector in STATE_SECTORS else "GOV"
            sector = _BY_OFFICE.get(tenure.office_type, sector)
        why = f"{tenure.person_id}: {tenure.office} of {tenure.actor_id}, {held.standing}"
        said = role if role is not None and role.sector in COMPOSED else self._roles.of_title(tenure.office)
        public = role is not None and role.sector in STATE_SECTORS
        apart = said is not None and said.sector in APART and not (current and tenure.office_type in HEADS)
        if answer.actor_type == "state" and said is not None and apart and not public:
            # "Opposition leader of Zimbabwe", "spiritual leader of Tibet": not the state, as the Pope is
            answer = self._entries.of_country(tenure.actor_id, said, why, confidence)
            sector = answer.sector
            if said.sector == "PTY" and answer.name and said.plural:
                answer = msgspec.structs.replace(answer, name=answer.name.replace(said.plural, said.phrase))
        if role is not None and role.sector == "OPP" and sector == "PTY":
            sector = role.sector
        return msgspec.structs.replace(answer, person=Person(name=name, office=office), sector=sector, why=why)
