"""Turns role nouns, with an owner or without one, into answers: "Sudan's army", "the rebels", "ethnic Albanian leaders"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.nobody import narrower, related
from dragoman.actors.offices import Scene, office_name
from dragoman.actors.people import HEADS, People, day
from dragoman.actors.phrase import Item, is_former
from dragoman.actors.resolution import COMPOSED, Entries, Resolution, of_kind, unknown
from dragoman.actors.rows import Group, Role
from dragoman.actors.words import (
    AT_WAR,
    AWAY,
    ETHNIC,
    GROUP_NOUNS,
    HELD_BY_ANOTHER,
    HOME_SECTORS,
    LESSER,
    MEMBERS,
    OWN_NOUNS,
    PLAIN_LEADERS,
    PLAIN_WORDS,
    RELATIONAL,
    RIVALS,
    SORTLESS,
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
        "federal government",
        "air force",
        "navy",
    }
)
_OF_A_PART = frozenset({"regional government", "provincial government", "local government", "municipal government"})
_RULES = frozenset({"administration", "government", "regime", "cabinet", "junta"})
"""Nouns for those who rule a state, whoever leads them."""
_AT_HOME = frozenset(
    {
        "parliament",
        "prosecutor",
        "police",
        "security force",
        "army chief",
        "foreign ministry",
        "defence ministry",
        "interior ministry",
    }
)
_FORCES = frozenset({"MIL", "COP", "SPY"})
"""Sectors (PLOVER) of a state's forces."""
_SENT = AWAY | {"expert"}
_SECRETARIES_GENERAL = frozenset({"secretary-general", "secretary general"})
_OF_THE_PEOPLE = frozenset({"CVL", "REF", "JRN", "MED", "EDU", "HLH", "LAB", "BUS", "AGR"})
"""Sectors (PLOVER) of those who belong to a movement's people and don't act for it."""


def _is_own(role: Role, before: Sequence[Item]) -> bool:
    """Whether a noun means the state of the conflict spoken of, or somebody of its government or army: "a government spokesman"."""
    words = {role.phrase, role.phrase.partition(" ")[0], *(i.role.phrase for i in before if i.role is not None)}
    return bool(words & _ALONE) and role.office_type not in _SENT


def _is_domestic(role: Role, stranger: str | None) -> bool:
    """Whether a noun means the one state that a text is about, where it names no other: "police", soldiers, prosecutors, "Information
    Minister Julius Spencer"; forces may be anybody's."""
    forces = role.sector in _FORCES and not role.office_type and role.phrase.split()[-1] not in VAGUE_FIGHTERS
    return role.phrase in _AT_HOME or forces or (stranger is not None and role.office_type == "minister")


def _names_people(before: Sequence[Item]) -> bool:
    """Whether "ethnic" tells of the people named behind it, not of a state's own: "ethnic Serb rebels", not "Myanmar's ethnic rebels"."""
    at = next((n for n, i in enumerate(before) if i.text.lower() in ETHNIC), len(before))
    return any(i.name is not None for i in before[at + 1 :])


def _exists(group: Group, published: str | None) -> bool:
    """Whether a group is there at a date, or still, without one."""
    at, first, last = day(published), day(group.valid_from), day(group.valid_to, late=True)
    return last is None if at is None else not ((first and at < first) or (last and at > last))


class RoleNouns:
    """Answers for role nouns."""

    def __init__(self, entries: Entries, people: People) -> None:
        self._entries, self._people = entries, people

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
        if (
            qualified is not None
            and qualified.phrase in OWN_NOUNS
            and (role.phrase in _RULES or (role.office_type in HEADS and role.phrase != "leader"))
        ):
            qualified = None  # "Sudan's Islamist government" rules the state, "Islamist leaders" need not
        kind = role if role.sector in COMPOSED or qualified is None else qualified
        lesser = any(i.text.lower() in LESSER for i in before if i.kind in ("word", "cap"))
        former = is_former(before)
        office = role.office_type if not lesser else ""
        if role.phrase in RELATIONAL:
            return related(role, head, owner)
        told = {w for i in before for w in i.text.lower().split()} | set(role.phrase.split())
        if told & ETHNIC and _names_people(before):
            # "ethnic Albanian rebels" are not Albania's, nor are "ethnic Albanian leaders"
            why = f"'{head.text}' of a people, country not told"
            return of_kind(kind, why) if kind.sector in COMPOSED else unknown(why)
        if head.plural and told & RIVALS and (kind.sector not in COMPOSED or "faction" in role.phrase):
            state = owner.country if owner is not None else scene.around.only() if told & AT_WAR else None
            return unknown(f"'{head.text}': several, against one another", state)
        if owner is None:
            return self._ownerless(role, kind, head, before, stranger, lesser, scene)
        person = Person(name=stranger, office=office or None) if stranger else None
        if former:
            if stranger:
                return Resolution(
                    name=stranger,
                    actor_type="individual_mediator",
                    country=owner.country,
                    sector="ELI",
                    person=person,
                    why="former office",
                    confidence=0.4,
                )
            return of_kind(kind, "former office, no name", owner.country, former=True)
        if role.phrase in _OF_A_PART and owner.actor in self._entries.countries:
            return of_kind(kind, f"'{head.text}' of a part of a country", owner.country)
        qualifier = narrower(before, bool(role.office_type))
        if qualifier and kind.sector not in COMPOSED and owner.actor in self._entries.countries:
            return of_kind(kind, f"'{qualifier}' part of a country", owner.country)
        if role.phrase == "leader" and before and before[-1].kind == "word" and owner.actor_type == "state":
            word = before[-1].text.lower()
            if word not in PLAIN_LEADERS and not word.endswith(("ed", "ing")):
                return unknown(f"'{word}' leaders in a country", owner.country)
        if owner.actor_type in ("igo", "regional_org") and role.phrase in MEMBERS:
            return of_kind(role, f"'{head.text}' of {owner.actor}, not it")
        if not kind.sector and role.phrase in SORTLESS and owner.actor_type == "state" and owner.sector == "GOV":
            return of_kind(kind, f"'{head.text}' in a country", owner.country)
        home = owner.actor
        if (
            owner.actor_type == "individual_mediator"
            and owner.country
            and (kind.sector in COMPOSED or role.phrase in _RULES)
        ):
            # "rebels loyal to the former vice president": of his country, and no longer of its state;
            # "the Obama administration" is the state's, however long ago
            home = owner.country
        if home in self._entries.countries:
            why = f"'{head.text}' of a country"
            bodily = owner.actor_type == "government_body" or owner.sector not in ("GOV", "ELI", None)
            if bodily and kind.sector == "ELI":
                kind = msgspec.structs.replace(
                    kind, sector="", actor_type="government_body"
                )  # "Sudan's army chief" is no elder
            answer = self._entries.of_country(str(home), kind, why, 0.85, qualifier=qualifier, plural=head.plural)
            if kind.sector in ("GOV", "LAB", "") and bodily:
                answer = msgspec.structs.replace(
                    answer, actor_type="government_body", sector=owner.sector, why=owner.why
                )
        else:
            answer = msgspec.structs.replace(owner, person=None, why=f"{owner.actor}: '{head.text}' of it")
            if role.sector in _OF_THE_PEOPLE:
                # "Abkhaz refugees": of it, and not who governs or fights
                answer = msgspec.structs.replace(answer, sector=role.sector, actor_type="unidentified")
            elif owner.sector == "CVL" and role.sector:
                # "Rohingya refugees": a people has all sorts of members
                answer = msgspec.structs.replace(answer, sector=role.sector)
        if person is None and not head.plural and office:
            tenure = self._people.holder(str(owner.actor), role, scene.published, about=about)
            if tenure is not None:
                name = self._people.persons[tenure.person_id].name
                person = Person(name=name, office=office_name(tenure))
                answer = msgspec.structs.replace(answer, why=f"{tenure.person_id}: {tenure.office} at the date")
        return msgspec.structs.replace(answer, person=person)

    def _secretary_general(self, role: Role, head: Item, scene: Scene) -> Resolution | None:
        """Who "the Secretary-General" of no body named beside is: that of the one spoken of before that has such a head, else the UN's."""
        if role.phrase not in _SECRETARIES_GENERAL or head.plural:
            return None
        if any(r.person and r.person.office == "party_leader" and "secretary" in r.why.lower() for r in scene.known):
            return None  # "the Secretary-General of Hezbollah"
        orgs = {
            r.actor
            for r in scene.known
            if r.actor and "its seat" not in r.why and r.actor_type in ("igo", "regional_org")
        }
        held = {a: t for a in orgs if (t := self._people.holder(a, role, scene.published)) is not None}
        if not orgs and head.text[:1].isupper() and (of_un := self._people.holder("igo:un", role, scene.published)):
            held = {"igo:un": of_un}
        if len(held) != 1:
            return None
        actor, tenure = held.popitem()
        person = Person(name=self._people.persons[tenure.person_id].name, office=office_name(tenure))
        why = f"{tenure.person_id}: {tenure.office} at the date"
        return msgspec.structs.replace(self._entries.answer(actor, "", 0.6), person=person, why=why)

    def _means_several(self, head: Item, country: str, scene: Scene) -> bool:
        """Whether rebels are of several groups: "rebel groups", and who is taken up from such ("the rebels")."""
        all_of_them = f"group:{country.lower()}-rebels"
        noun = head.role.phrase.split()[-1] if head.role is not None else ""
        return (head.plural and noun in GROUP_NOUNS | {"army"}) or any(r.actor == all_of_them for r in scene.known)

    def _fighting(self, country: str, kind: Role, scene: Scene) -> list[str]:
        """The groups of a country and sort that the words around name; else the one that fights in the conflict spoken of, where rebels are
        meant: "the rebels" in a report from Grozny."""
        groups = self._entries.groups
        named = [g for g in scene.around.groups if groups[g].country == country and groups[g].sector == kind.sector]
        if named or kind.sector != "REB":
            return named
        parties = (groups[g] for g in scene.around.parties if g in groups)
        fighting = [g.id for g in parties if g.sector in ("REB", "SEP") and _exists(g, scene.published)]
        return fighting if len(fighting) == 1 and groups[fighting[0]].country == country else []

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
        if stranger is None and not before and (general := self._secretary_general(role, head, scene)) is not None:
            return general
        country = scene.around.only()
        plain = not any(
            (i.kind in ("cap", "name") and i.text.lower() not in PLAIN_WORDS) or i.text.lower() in UNIDENTIFIED
            for i in before
        )
        if country and plain and kind.sector in COMPOSED and role.phrase.split()[-1] not in VAGUE_FIGHTERS:
            fitting = () if self._means_several(head, country, scene) else self._fighting(country, kind, scene)
            if len(fitting) == 1 and kind.sector != "OPP":
                return self._entries.answer(fitting[0], f"'{head.text}', only such group around", 0.55)
        elif not _is_own(role, before) and not (
            country == scene.around.single()
            and country not in HELD_BY_ANOTHER
            and not is_former(before)
            and _is_domestic(role, stranger)
        ):
            country = None
        if country and plain:
            answer = self._entries.of_country(country, kind, f"'{head.text}', country by context", 0.55)
            return msgspec.structs.replace(answer, person=person)
        settled = plain and kind.sector in HOME_SECTORS and role.office_type not in AWAY | {"expert"}
        home = scene.around.single() if settled and role.phrase not in _ALONE else None
        why = "person not in the tables" if person is not None else f"'{head.text}' of nobody named"
        return of_kind(kind, why, home, person=person, former=is_former(before))
