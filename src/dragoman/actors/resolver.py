"""Says who is meant by a noun phrase: longest name first, the head decides the kind, modifiers the country.

Nothing is guessed: pronouns and names that stay ambiguous are unknown, with the reason; bare "gunmen" have a sort, no actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import msgspec

from dragoman.actors.choice import Chooser
from dragoman.actors.earlier import earlier_by_noun, earlier_by_role
from dragoman.actors.longer_names import LongerNames
from dragoman.actors.loose import Loose
from dragoman.actors.matcher import Matcher, NameMatch, bare
from dragoman.actors.named_persons import NamedPersons
from dragoman.actors.newgroups import NewNames
from dragoman.actors.offices import Offices, Scene
from dragoman.actors.owners import Owners, tells_fighters
from dragoman.actors.people import People
from dragoman.actors.peoples import of_place
from dragoman.actors.phrase import NounPhrase, backer, is_former, items_of, parse
from dragoman.actors.places import Places
from dragoman.actors.resolution import Entries, Resolution, of_kind, unknown
from dragoman.actors.role_nouns import RoleNouns
from dragoman.actors.rolebook import RoleBook
from dragoman.actors.rows import Tables
from dragoman.actors.shapes import is_of_group, means_another
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.titles import usual_owner
from dragoman.actors.words import (
    AWAY,
    BODY_NOUNS,
    ETHNIC,
    GROUP_NOUNS,
    JUNTAS,
    NAMED_GROUP_NOUNS,
    NATIONAL_BRANCHES,
    ORGANS,
    OTHERS,
    PANELS,
    POINTERS,
    PRONOUNS,
    QUANTITIES,
    RULED,
    UPROOTED,
)
from dragoman.records import Person


class Resolver:
    """Resolves phrases against the knowledge base; no call changes what another gives."""

    def __init__(self, tables: Tables, matcher: Matcher, entries: Entries, people: People, chooser: Chooser) -> None:
        self._matcher, self._entries, self._people, self._chooser = matcher, entries, people, chooser
        self._roles = RoleBook(tables.roles)
        self._titles = {row.title: row for row in tables.usual_titles}
        self._new = NewNames(tables.descriptors, entries)
        self._offices = Offices(entries, people, self._roles)
        self._nouns = RoleNouns(entries, people)
        self._longer = LongerNames(chooser, entries)
        self._places = Places(matcher, entries, chooser)
        self._owners = Owners(entries, people, chooser, self._offices, self._phrase)
        self._persons = NamedPersons(people, self._owners, self._offices, self._role)
        self._loose = Loose(tables.descriptors, entries, self._owners, self._phrase)
        # News says "the talks" and "the president" over and over.
        self._read = lru_cache(maxsize=10_000)(self._parsed)

    def resolve(
        self,
        phrase: str,
        *,
        published: str | None = None,
        context: str | None = None,
        known: Sequence[Resolution] = (),
        place_role: bool = False,
    ) -> Resolution:
        """Who is meant by `phrase`.

        Args:
            phrase: a noun phrase as the text has it ("the former US envoy", "Syrian rebels", "Moscow").
            published: ISO date at which offices are looked up; None means the latest tenure.
            context: words around (sentence, title, or name of the conflict) that settle ambiguous names.
            known: earlier resolutions of the same document, oldest first.
            place_role: the phrase stands where a place is expected ("in Moscow"): no actor is meant.
        """
        words = phrase.strip().strip("\"'“”‘’,;:()[] ").strip()
        if not words:
            return unknown("empty phrase")
        around = self._chooser.surroundings(context, published) if context else Surroundings()
        scene = Scene(published, around, tuple(known))
        if place_role:
            return self._places.find(words, scene)
        if words.lower() in PRONOUNS and words != "US":
            return unknown("pronoun: coreference decides")
        if words.split(None, 1)[0].lower() in POINTERS:
            scene = Scene(published, Surroundings(), ())
        return self._phrase(self._read(backer(words)), scene)

    def _parsed(self, words: str) -> NounPhrase:
        return parse(self._new.put(words, self._longer.taken_apart(items_of(words, self._matcher, self._roles))))

    def _phrase(self, phrase: NounPhrase, scene: Scene) -> Resolution:
        if phrase.others:
            return self._loose.joined(phrase, scene)
        if not phrase.core and phrase.owner:
            phrase = msgspec.structs.replace(phrase, core=phrase.owner, owner=())
        if not phrase.core:
            return unknown("no head")
        if phrase.tails and phrase.tails[0].joint == "of" and all(i.text.lower() in QUANTITIES for i in phrase.core):
            inner = parse(list(phrase.tails[0].items))
            return self._phrase(msgspec.structs.replace(inner, tails=phrase.tails[1:]), scene)
        found = self._persons.known(phrase, scene) or self._persons.stranger(phrase, scene)
        if found is not None:
            return found
        head = phrase.core[-1]
        if head.answer is not None:
            return head.answer
        if head.text.lower() in NAMED_GROUP_NOUNS and is_of_group(phrase):
            return self._phrase(msgspec.structs.replace(phrase, core=phrase.core[:-1]), scene)
        if head.role is not None:
            return self._role(phrase, scene, None)
        if head.name is not None:
            return self._named(phrase, head.name, scene)
        states = self._owners.states(phrase)
        if head.text.lower() in ("counterpart", "counterparts") and len(states) == 1:
            return self._entries.answer(states[0], "counterpart", 0.75)
        if (led := self._led_group(phrase, scene)) is not None:
            return led
        if len(phrase.core) == 1 and (earlier := earlier_by_noun(head.text, scene.known, scene.around.may_be_home)):
            return earlier
        return self._panel(phrase, scene) or self._loose.thing(phrase, scene)

    def _led_group(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """The group that a person leads, for "the holdout groups of Thomas Cirillo" and "Machar's faction"."""
        noun = phrase.core[-1].text.lower()
        if noun.removesuffix("s") not in GROUP_NOUNS and noun not in GROUP_NOUNS:
            return None
        if not (phrase.owner or phrase.tails) or any(i.text.lower() in OTHERS for i in phrase.core[:-1]):
            return None  # "a breakaway FARC group"
        owner = self._owners.find(phrase, scene)
        if owner is None or owner.actor not in self._entries.groups:
            return None
        return msgspec.structs.replace(owner, why=f"{owner.actor}: '{noun}' of it", confidence=0.7)

    def _panel(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """The organisation whose organ a phrase names: "the GCC Ministerial Council"; None for a committee that a state has there.

        So it is with those whom a movement sends to talk: "the Taliban committee".
        """
        first, head = phrase.core[0], phrase.core[-1]
        if first.name is None or phrase.owner or head.text.title() not in PANELS | ORGANS:
            return None
        if len(phrase.core) > 1 and set(first.name.kinds) == {"group"} and head.text in ("committee", "panel"):
            sent = self._named(msgspec.structs.replace(phrase, core=phrase.core[:1]), first.name, scene)
            return msgspec.structs.replace(sent, why=f"{sent.why}, its {head.text}") if sent.actor is not None else None
        if head.text not in PANELS | ORGANS:
            return None
        chosen = self._chooser.choose(first.name, scene.published, scene.around, known=scene.known)
        if chosen is None or any(i.kind != "cap" for i in phrase.core[1:]):
            return None
        answer = self._entries.answer(chosen[0], f"'{head.text}' of it", 0.7)
        return answer if answer.actor_type in ("igo", "regional_org") else None

    def _role(self, phrase: NounPhrase, scene: Scene, stranger: str | None) -> Resolution:
        role = phrase.core[-1].role
        assert role is not None
        owner = self._owners.find(phrase, scene)
        if owner is not None and owner.actor is None:
            person = Person(name=stranger, office=role.office_type or None) if stranger else None
            return of_kind(role, owner.why, owner.country, person=person)
        if (
            role.phrase.split()[-1] == "minority"
            and not phrase.owner
            and owner is not None
            and owner.actor_type == "state"
        ):
            # "the Uzbek minority" lives in another country than Uzbekistan
            return of_kind(role, "people of one country within another", self._loose.where(phrase, scene))
        if owner is None and len(phrase.core) > 1 and role.phrase in RULED and phrase.core[-2].kind == "cap":
            ruler = self._persons.by_surname(phrase.core[-2].text, scene)
            owner = msgspec.structs.replace(ruler, person=None) if ruler.actor is not None else None
        owner = owner or usual_owner(phrase, scene, self._people, self._entries, self._titles)
        if owner is None and scene.around.told and role.office_type and role.office_type not in AWAY:
            owner = self._entries.answer(scene.around.told, "country given", 0.7)
        sent = [t for t in phrase.tails if t.joint in ("to", "for", "on", "in")]
        about = tuple(i.text for i in phrase.core[:-1] if i.name) + tuple(
            i.text for t in sent for i in t.items if i.kind in ("name", "cap")
        )
        placed = role.phrase in JUNTAS and bool(phrase.tails)  # "the junta in Bamako"
        if owner is None and stranger is None and not (placed or is_former(phrase.core) or means_another(phrase)):
            head = partial(self._people.head, role=role, published=scene.published)
            earlier = earlier_by_role(role, scene.known, scene.around.may_be_home, head, self._entries.may_have_junta)
            if earlier is not None:
                return earlier
        if any(i.kind in ("cap", "name") for t in phrase.tails for i in t.items):
            # "militants in North Africa": what follows is not known, so the words around do not say whose
            scene = Scene(scene.published, Surroundings(), scene.known)
        answer = self._nouns.role(phrase.core, owner, about, stranger, scene)
        if answer.actor is None and answer.country is None:
            # "the governor of Kunduz": not the state, but of it
            return msgspec.structs.replace(answer, country=self._loose.where(phrase, scene))
        return answer

    def _named(self, phrase: NounPhrase, name: NameMatch, scene: Scene) -> Resolution:
        states = self._owners.states(phrase)
        after = [i.name for t in phrase.tails if t.joint in ("of", "in") for i in t.items if i.name is not None]
        hints = states or [c for other in after for c in self._entries.states_of(other.candidates)]
        armed = tells_fighters(i for b in phrase.beside for i in b.core)
        if "demonym" in name.kinds and (people := of_place(phrase, name, self._entries, self._owners.candidates)):
            return people
        chosen = self._chooser.choose(name, scene.published, scene.around, hints=hints, known=scene.known, armed=armed)
        if chosen is None or self._chooser.is_namesake(chosen, scene.around):
            return unknown(f"'{name.text}' is ambiguous here")
        entry, kind = chosen
        listed = self._chooser.listed.get(bare(name.text), ())
        home = self._entries.country_of(entry)
        if kind == "group" and len(listed) == 1 and len(hints) == 1 and home not in hints:
            return unknown(f"'{name.text}' of another country", hints[0])
        if kind == "capital" and listed and listed[0] in self._entries.organisations and not scene.around.named[entry]:
            # "Brussels" said so
            return self._entries.answer(listed[0], "its seat", 0.7)
        if kind == "demonym" and states and entry not in states:
            return unknown("people of one country within another", states[0] if len(states) == 1 else None)
        if len(phrase.core) > 1 and phrase.core[-2].hyphen and phrase.core[-2].name is not None:
            return unknown("several names joined by a hyphen")
        if entry in self._entries.organisations and len(states) == 1 and home not in states:
            row = self._entries.organisations[entry]
            noun = (
                phrase.core[-2].text.lower().rpartition(" ")[2] if len(phrase.core) > 1 else ""
            )  # "the Dutch group Pax Christi"
            if row.actor_type in NATIONAL_BRANCHES and noun not in BODY_NOUNS:
                # "the Kenyan Red Cross" is of Kenya, and not the Committee in Geneva
                branch = f"{self._entries.adjective(states[0])} {name.text}"
                return Resolution(name=branch, actor_type=row.actor_type, country=states[0], sector=row.sector,
                                  why=f"branch of {entry}", confidence=0.6)  # fmt: skip
        seats = self._owners.seats(phrase) if kind == "body" and listed else []
        whose = states or seats
        if kind == "body" and len(whose) == 1 and home not in whose:
            # "Thailand's National Security Council" and "the Senate in Kinshasa" bear the name of another state's body
            state = self._entries.answer(whose[0], f"body like {entry}", 0.6)
            return msgspec.structs.replace(
                state, actor_type="government_body", sector=self._entries.bodies[entry].sector
            )
        answer = self._entries.answer(entry, kind, 0.6 if kind in ("adjective", "demonym") else 0.9)
        if answer.actor_type == "unidentified":
            answer = self._roles.sorted_by(name.text, answer)
        if kind in ("capital", "metonym"):
            place = next((e for e, k in zip(name.candidates, name.kinds, strict=True) if k == "place"), None)
            return msgspec.structs.replace(answer, place=place, confidence=0.8)
        if kind == "demonym" and len(phrase.core) > 1 and not states:
            # "two Syrians", "displaced Iraqis": people, not the state; "ethnic Albanians" may live elsewhere
            if any(i.text.lower() in ETHNIC for i in phrase.core[:-1]):
                return Resolution(sector="CVL", why="people, country not told")
            sector = "REF" if any(i.text.lower() in UPROOTED for i in phrase.core[:-1]) else "CVL"
            return msgspec.structs.replace(answer, sector=sector, actor_type="unidentified", confidence=0.5)
        return answer
