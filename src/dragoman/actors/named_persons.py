"""Who is meant by a phrase with a person's name: "Sergei Lavrov, Russia's foreign minister", "Chancellor Merkel", "Uganda's Moses Okello"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.actors import names
from dragoman.actors.earlier import earlier_by_surname
from dragoman.actors.offices import Offices, Scene
from dragoman.actors.owners import Owners
from dragoman.actors.people import People
from dragoman.actors.phrase import Item, NounPhrase, is_former
from dragoman.actors.resolution import Resolution, unknown
from dragoman.actors.shapes import bearer_of, without_last
from dragoman.actors.words import HONORIFICS, PARTICLES, PERSON_ENDINGS, RELATED
from dragoman.records import Person


class NamedPersons:
    """Answers for phrases that end in the name of a person.

    Args:
        role: who a title means whose bearer the tables do not know by name.
    """

    def __init__(
        self, people: People, owners: Owners, offices: Offices, role: Callable[[NounPhrase, Scene, str | None], Resolution]
    ) -> None:  # fmt: skip
        self._people, self._owners, self._offices, self._role = people, owners, offices, role

    def known(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """A person of the tables at the end of the phrase, or in apposition to a title: "Minister for Finance Anna Reed"."""
        if names.ends_in_person(phrase.core):
            return self._person(phrase, phrase.core, scene)
        if (bearer := bearer_of(phrase)) is not None:
            title = msgspec.structs.replace(phrase, tails=(*phrase.tails[:-1], without_last(phrase.tails[-1])))
            return self._person(title, (*phrase.core, bearer), scene)
        for beside in phrase.beside:
            if beside.core and not beside.owner and names.ends_in_person(beside.core):
                return self._person(phrase, (*phrase.core, *beside.core), scene)
        return None

    def _person(self, phrase: NounPhrase, core: Sequence[Item], scene: Scene) -> Resolution:
        name = core[-1].name
        assert name is not None
        size = len(core) - 1
        while size and names.in_full_name(core[size - 1]) and any(i.role for i in core[: size - 1]):
            size -= 1
        title = msgspec.structs.replace(phrase, core=tuple(core[:size]), beside=())
        if not any(i.role for i in core) and not phrase.owner:
            # "Sergei Lavrov, Russia's foreign minister"
            title = next((b for b in phrase.beside if b.core and b.core[-1].role is not None), title)
        role = next((i.role for i in reversed(title.core) if i.role is not None), None)
        given = set() if " " in name.text else names.given_names(core)
        people = self._people.bearers(name.candidates, given)
        if not people:
            full = names.full_name(core[size if any(i.role for i in core) else 0 :])
            return earlier_by_surname(full, scene.known) or self._titled(title, full, scene)
        owner = self._owners.find(title, scene)
        if owner is not None and (owner.actor is None or (title.core and title.core[-1].text.lower() in RELATED)):
            owner = None  # "Hamas' ally Mohammed Morsi" is not of Hamas
        chosen = self._offices.pick(people, role, owner, scene)
        if chosen is None:
            return self._offices.namesakes(people, name.text)
        if role is None and owner is None:
            # In what capacity somebody acts, the document said when it named him: "AU envoy Obasanjo".
            earlier = earlier_by_surname(self._people.persons[chosen].name, scene.known)
            if earlier is not None:
                return earlier
        former = is_former(core[:-1]) or is_former(title.core)
        return self._offices.person(chosen, role, owner, former, scene)

    def stranger(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """A person the tables do not know: capitalised words after a title, beside one, or alone."""
        core = phrase.core
        size = len(core)
        while size and (core[size - 1].kind == "cap" or (size < len(core) and core[size - 1].text in PARTICLES)):
            size -= 1
        if 1 < size < len(core) and names.begins_name(core[size - 1], core[size - 2]):
            size -= 1
        before, trailing = core[:size], core[size:]
        inside = names.ends_in_place(core) if not trailing else None
        if inside is not None:
            # "William Hague": a name of the tables ends an unknown person's name
            before, trailing = core[:inside], core[inside:]
        name = " ".join(i.text for i in trailing if i.text.lower().rstrip(".") not in HONORIFICS)
        if name and before and before[-1].role is not None:
            title = msgspec.structs.replace(phrase, core=before, beside=())
            return earlier_by_surname(name, scene.known) or self._titled(title, name, scene)
        if name and not before:
            beside = next((b for b in phrase.beside if b.core and b.core[-1].role is not None), None)
            earlier = earlier_by_surname(name, scene.known)
            if earlier is not None or beside is not None:
                return earlier or self._titled(beside or phrase, name, scene)
            return self._owned(phrase, name, scene)
        if inside is not None:
            return unknown("name not in the tables")
        if len(trailing) > 1 and before and before[-1].text.endswith(PERSON_ENDINGS) and not is_former(before[-1:]):
            # "taekwondo champion Lena Ito": a person, whatever he is
            states = self._owners.states(phrase)
            why = f"person not in the tables, '{before[-1].text}' not known"
            return Resolution(country=states[0] if len(states) == 1 else None, person=Person(name=name), why=why)
        if core[-1].role is not None and not core[-1].plural:
            for beside in phrase.beside:
                if len(beside.core) > 1 and not beside.owner and all(i.kind == "cap" for i in beside.core):
                    title = msgspec.structs.replace(phrase, beside=())
                    return self._titled(title, " ".join(i.text for i in beside.core), scene)
        return None

    def _owned(self, phrase: NounPhrase, name: str, scene: Scene) -> Resolution:
        """A person by surname or unknown who speaks for the possessor: "Uganda's Moses Okello"."""
        owner = self._owners.find(phrase, scene) if phrase.owner else None
        if owner is None and not phrase.owner:
            return self.by_surname(name, scene)
        if owner is None or owner.actor is None:
            return unknown("name not in the tables")
        found = self._people.all_in_office(names.name_words(name), scene.published, actor=owner.actor)
        if len(found) == 1:
            return self._offices.person(found.pop(), None, owner, False, scene)
        if " " not in name:
            return unknown("name not in the tables", owner.country)
        return msgspec.structs.replace(
            owner, person=Person(name=name), why=f"{owner.actor}: unknown person of it", confidence=0.5
        )

    def by_surname(self, name: str, scene: Scene) -> Resolution:
        """The one person so named who holds an office of a country spoken of around ("Kim")."""
        words = names.name_words(name)
        found: set[str] = set()
        for country in scene.around.countries:
            found |= self._people.all_in_office(words, scene.published, actor=country)
        if len(found) > 1:
            # of several of one name the head of state needs no first name
            found = self._people.all_in_office(words, scene.published, office_type="head_of_state") & found
        if len(found) != 1:
            return unknown("name not in the tables")
        answer = self._offices.person(found.pop(), None, None, False, scene)
        return msgspec.structs.replace(answer, confidence=0.6)

    def _titled(self, title: NounPhrase, name: str, scene: Scene) -> Resolution:
        """A person by title and a name that alone is not in the tables: "Chancellor Merkel"."""
        role = title.core[-1].role if title.core else None
        if role is None:
            return unknown("name not in the tables")
        former = is_former(title.core)
        if role.office_type and not former:
            owner = self._owners.find(title, scene)
            found = self._people.all_in_office(
                names.name_words(name),
                scene.published,
                actor=owner.actor if owner else None,
                office_type=role.office_type,
            )
            if len(found) == 1:
                return self._offices.person(found.pop(), role, owner, former, scene)
        return self._role(title, scene, name)
