"""On whose behalf a role noun stands: the group, state or organisation that the phrase names beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dragoman.actors.choice import Chooser
from dragoman.actors.matcher import NameMatch
from dragoman.actors.names import given_names
from dragoman.actors.offices import Offices, Scene
from dragoman.actors.people import People
from dragoman.actors.phrase import Item, NounPhrase, parse
from dragoman.actors.resolution import COMPOSED, STATE_SECTORS, Entries, Resolution, unknown
from dragoman.actors.rows import Role, UsualTitle
from dragoman.actors.titles import elsewhere
from dragoman.actors.words import BELONGING_JOINTS, BELONGING_PHRASES, LOCAL_SECTORS, SEATED_SECTORS, SENT, STANDING_FOR

LEADER = re.compile(r"(.+)-(?:led|spearheaded|commanded)$")
_LED_SECTORS = frozenset({"MIL", "GOV"})
_JOINT = frozenset({"coalition", "alliance", "mission"})
Phrase = Callable[[NounPhrase, Scene], Resolution]

# With a seat of government after "in", these nouns mean that government.
_SEATED = frozenset(
    {
        "government",
        "regime",
        "authority",
        "administration",
        "official",
        "leader",
        "leadership",
        "policymaker",
        "presidency",
        "ministry",
    }
)


def is_local(role: Role) -> bool:
    """Whether those so called belong to the country of the place beside them."""
    return role.sector in LOCAL_SECTORS or role.actor_type == "tribal_or_local_authority"


def _governs(role: Role | None) -> bool:
    """Whether a noun tells of a state's own: its government, army or minister, not "leaders", who may be a people's."""
    return role is not None and role.sector in STATE_SECTORS and role.phrase != "leader"


def tells_fighters(items: Iterable[Item]) -> bool:
    """Whether a noun says that those named are rebels, militias or an opposition: "FDD rebels"."""
    return any(i.role is not None and i.role.sector in COMPOSED for i in items)


class Owners:
    """Finds the owner of a role noun."""

    def __init__(
        self,
        entries: Entries,
        people: People,
        chooser: Chooser,
        offices: Offices,
        phrase: Phrase,
        titles: Mapping[str, UsualTitle],
    ) -> None:
        self._entries, self._people, self._chooser = entries, people, chooser
        self._offices, self._phrase, self._titles = offices, phrase, titles

    def body_elsewhere(self, name: NameMatch, scene: Scene) -> Resolution | None:
        """The body of the one state spoken of that is called as another's usually is: the Congress of Colombia, India's party."""
        state = elsewhere(name.text, scene, self._titles)
        if state is None:
            return None
        party = self.candidates(f"{self._entries.adjective(state)} {name.text}")
        answer = self._entries.answer(party[0] if party else state, "so called there", 0.6)
        return answer if party else msgspec.structs.replace(answer, actor_type="government_body", sector="LEG")

    def candidates(self, name: str) -> tuple[str, ...]:
        """Entries that bear exactly this name."""
        return self._chooser.lookup(name)

    def states(self, phrase: NounPhrase) -> list[str]:
        """Distinct countries named by possessor and modifiers (the head left out)."""
        items = [*phrase.owner, *phrase.core[:-1]]
        return list(
            dict.fromkeys(c for i in items if i.name is not None for c in self._entries.states_of(i.name.candidates))
        )

    def seats(self, phrase: NounPhrase) -> list[str]:
        """The country whose capital stands behind "in" or "of": that of "the Senate in Kinshasa"; [] where none or several do."""
        behind = [t.items[-1].name for t in phrase.tails if t.joint in ("in", "of") and t.items]
        capitals = [n for n in behind if n is not None and {"capital", "metonym", "name"} & set(n.kinds)]
        found = {c for n in capitals for c in self._entries.states_of(n.candidates)}
        return list(found) if len(found) == 1 else []

    def find(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """The owner; None where nobody is named, an answer without actor where several are.

        A group or organisation among the modifiers comes first, then what "of" brings if it is no state,
        then the possessor, then a country among the modifiers, then what follows.
        """
        names = [i for i in phrase.core if i.name is not None]
        roles = [i.role for i in phrase.core if i.role is not None]
        states, bodies = list[Resolution](), list[Resolution]()
        for item in names:
            assert item.name is not None
            answer = self._modifier(item, phrase.core, scene, names)
            if answer is not None:
                (states if answer.actor_type == "state" else bodies).append(answer)
        bodies.extend(i.answer for i in phrase.core if i.answer is not None)
        possessor = self._possessor(phrase, scene)
        offices = {r.office_type for r in roles}
        if "ambassador" in offices and (possessor or states):
            return possessor or states[0]
        if bodies:
            return bodies[0] if any(i.hyphen for i in names) else bodies[-1]
        after = self._after(phrase, scene)
        if after is not None and after.actor is not None and after.actor not in self._entries.countries:
            if states and "CVL" in {r.sector for r in roles} and after.actor_type == "de_facto_entity":
                # "the Azeri community of Karabakh" is not who rules there; "the Armenian community" is
                return self._people_of(phrase, names) or unknown("people within a land", after.country)
            return after
        if "special_envoy" in offices and (possessor or states):
            # "Washington's Afghan envoy", "US Syria envoy": the other state is where he is sent
            return possessor or states[0]
        if possessor is not None:
            if states and possessor.actor not in {s.actor for s in states}:
                return unknown("people of one country within another", possessor.country)
            return possessor
        if len({s.actor for s in states}) > 1:
            return unknown("several countries named")
        return states[0] if states else after or self._placed(phrase) or self._led(phrase)

    def _people_of(self, phrase: NounPhrase, names: Sequence[Item]) -> Resolution | None:
        """The group that bears the name of a people and that of the land behind it: the Karabakh Armenians."""
        lands = [i.name.text for t in phrase.tails for i in t.items if i.name is not None]
        bearers = (e for i in names for land in lands if i.name for e in self.candidates(f"{land} {i.name.text}s"))
        group = next((e for e in bearers if e in self._entries.groups), None)
        return self._entries.answer(group, "people of a place", 0.8) if group is not None else None

    def _led(self, phrase: NounPhrase) -> Resolution | None:
        """Who leads the forces or the government that a phrase means: "U.S.-led troops", "the Hamas-led government"; others join a coalition."""
        role = phrase.core[-1].role if phrase.core else None
        if role is None or role.sector not in _LED_SECTORS or role.phrase in _JOINT:
            return None
        for item in phrase.core[:-1]:
            found = LEADER.match(item.text)
            entries = self.candidates(found.group(1)) if found else ()
            leaders = list(dict.fromkeys(entries)) if len(set(entries)) == 1 else self._entries.states_of(entries)
            if leaders:
                answer = self._entries.answer(leaders[0], "leads them", 0.6)
                return answer if answer.actor is not None else None
        return None

    def _placed(self, phrase: NounPhrase) -> Resolution | None:
        """The country of a place before a noun whose bearers belong where they are: "Delhi police"."""
        role = phrase.core[-1].role if phrase.core else None
        if role is None or not is_local(role):
            return None
        places = [i.name for i in (*phrase.owner, *phrase.core) if i.name is not None and "place" in i.name.kinds]
        found = {c for name in places for c in self._entries.states_of(name.candidates)}
        return self._entries.answer(found.pop(), "place named before it", 0.7) if len(found) == 1 else None

    def _possessor(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        if not phrase.owner:
            return None
        answer = self._phrase(parse(list(phrase.owner)), scene)
        return None if answer.actor is None else msgspec.structs.replace(answer, person=None)

    def _modifier(self, item: Item, core: Sequence[Item], scene: Scene, names: Sequence[Item]) -> Resolution | None:
        name = item.name
        assert name is not None
        if set(name.kinds) == {"person"}:
            given = set() if " " in name.text else given_names(core[: core.index(item) + 1])
            people = self._people.bearers(name.candidates, given)
            person = self._offices.pick(people, None, None, scene)
            if person is None and (country := self._offices.namesakes(people, name.text).country):
                # "the Assad regime": whichever Assad, the state is his
                return self._entries.answer(country, "name of several of its leaders", 0.7)
            answer = self._offices.person(person, None, None, False, scene) if person else None
            return msgspec.structs.replace(answer, person=None) if answer and answer.actor else None
        hints = [c for i in names if i.name and i.name is not name for c in self._entries.states_of(i.name.candidates)]
        chosen = self._chooser.choose(
            name, scene.published, scene.around, hints=hints, known=scene.known, armed=tells_fighters(core)
        )
        if chosen is None or chosen[1] in ("place", "person"):
            return None
        if chosen[1] == "body" and (there := self.body_elsewhere(name, scene)) is not None:
            return there
        if not _governs(core[-1].role) and self._chooser.is_namesake(chosen, scene.around):
            return None
        return self._entries.answer(chosen[0], chosen[1], 0.85)

    def _after(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        role = phrase.core[-1].role if phrase.core else None
        for index, tail in enumerate(phrase.tails):
            if not tail.items:
                continue
            inner = msgspec.structs.replace(parse(list(tail.items)), tails=phrase.tails[index + 1 :])
            belongs = tail.joint in BELONGING_PHRASES or tail.joint.split()[-1] in BELONGING_JOINTS
            belongs |= tail.joint == "for" and role is not None and role.office_type != "special_envoy"
            if belongs:
                answer = self._phrase(inner, scene)
                if answer.actor is not None:
                    return msgspec.structs.replace(answer, person=None)
                sent = role is not None and (role.office_type in SENT or role.phrase in STANDING_FOR)
                if answer.country and sent and tail.joint in ("from", "of"):
                    # "delegates from Zintan", "representatives of the Amhara region"
                    return unknown("sent from a place of a country", answer.country)
                if answer.country and role is not None and not role.sector and role.office_type:
                    return unknown("of a part of a country", answer.country)
                if answer.country and role is not None and (role.sector not in STATE_SECTORS or is_local(role)):
                    return self._entries.answer(answer.country, "place named after it", 0.7)
            elif tail.joint in ("at", "with"):
                answer = self._phrase(inner, scene)
                if answer.actor is not None and answer.actor_type != "state":
                    return msgspec.structs.replace(answer, person=None)
            elif tail.joint in ("in", "inside", "across") and role is not None:
                country = self._seat(inner, role.phrase, role.sector, scene)
                if country is not None:
                    return self._entries.answer(country, "place named after it", 0.75)
        return None

    def _seat(self, inner: NounPhrase, noun: str, sector: str, scene: Scene) -> str | None:
        """The country of the place after "in", where the noun before it belongs to that place."""
        if not inner.core or inner.core[-1].name is None:
            return None
        name = inner.core[-1].name
        countries = self._entries.states_of(name.candidates)
        if not countries:
            return None
        if sector in SEATED_SECTORS or sector not in STATE_SECTORS:
            return countries[0]
        capital = bool({"capital", "metonym", "name"} & set(name.kinds))
        seated = noun in _SEATED or noun.endswith(" ministry") or noun.startswith("ministry of ")
        return countries[0] if seated and capital else None
