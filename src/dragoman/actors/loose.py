"""What can be said of phrases that mean no single actor: several joined, or a thing or deed of somebody.

There is no actor then, but country and sector may be told: "a Supreme Court ruling", "the army's barracks".
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.actors.offices import Scene
from dragoman.actors.owners import LEADER, Owners, Phrase
from dragoman.actors.phrase import NounPhrase, parse
from dragoman.actors.resolution import GROUP_SECTORS, Entries, Resolution, unknown
from dragoman.actors.rows import Descriptor
from dragoman.actors.surroundings import Surroundings
from dragoman.actors.words import AWAY, DEED_JOINTS, MEMBERS, PLACE_JOINTS, STRIKES


class Loose:
    """Country and sector without an actor."""

    def __init__(self, things: Iterable[Descriptor], entries: Entries, owners: Owners, phrase: Phrase) -> None:
        self._entries, self._owners, self._phrase = entries, owners, phrase
        self._sectors = {d.phrase: d.sector for d in things if d.sector not in GROUP_SECTORS}

    def joined(self, phrase: NounPhrase, scene: Scene) -> Resolution:
        """One actor where all conjuncts agree ("the president and his government"), else only what they share."""
        alone = msgspec.structs.replace(phrase, others=())
        first = self._phrase(alone, scene)
        answers, countries = [first], set[str | None]()
        for other in (alone, *phrase.others):
            answer = first if other is alone else self._phrase(other, scene)
            named = bool(other.owner) or any(i.kind in ("name", "cap") for i in other.core)
            if named or answer.country is not None:
                countries.add(answer.country)
            bare_role = bool(other.core) and other.core[-1].role is not None and not named
            if answer.actor != first.actor and not (answer.actor is None and bare_role and first.actor is not None):
                answers.append(answer)
        if len(answers) == 1 and first.actor is not None:
            return msgspec.structs.replace(first, person=None)
        sectors = {a.sector for a in answers if a.sector is not None}
        return Resolution(
            country=countries.pop() if len(countries) == 1 else None,
            sector=sectors.pop() if len(sectors) == 1 else None,
            why="several actors joined",
        )

    def thing(self, phrase: NounPhrase, scene: Scene) -> Resolution:
        """Whose thing or deed it is: by a role or body before it, its possessor, who did it, or where it is."""
        why = f"head '{phrase.core[-1].text}' is no known actor"
        # whose thing it is the phrase itself must say
        scene = Scene(scene.published, Surroundings(), scene.known)
        found = [
            self._before(phrase, scene),
            self._possessor(phrase, scene),
            self._after(phrase, scene),
            self._led(phrase),
        ]
        told = [answer for answer in found if answer is not None]
        states = self._owners.states(phrase)
        countries = [*states, *(a.country for a in told if a.country)] if len(states) < 2 else []
        sectors = [*(a.sector for a in told if a.sector), self._sectors.get(phrase.core[-1].text)]
        return Resolution(country=countries[0] if countries else None, sector=sectors[0], why=why)

    def where(self, phrase: NounPhrase, scene: Scene) -> str | None:
        """The country of a place before the head, or of what follows "of": "the governor of Kunduz"."""
        role = phrase.core[-1].role
        places = [i.name for i in (*phrase.owner, *phrase.core) if i.name is not None and "place" in i.name.kinds]
        if places and (role is None or role.office_type not in AWAY):
            found = {c for name in places for c in self._entries.states_of(name.candidates)}
            return found.pop() if len(found) == 1 else None
        for tail in phrase.tails:
            if tail.joint == "of" and tail.items:
                return self._phrase(parse(list(tail.items)), scene).country
        return None

    def _before(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        """The actor among the words before the head: "a police helicopter", "a Hamas office"."""
        for size in range(len(phrase.core) - 1, 0, -1):
            item = phrase.core[size - 1]
            part = msgspec.structs.replace(phrase, core=phrase.core[:size], tails=(), beside=())
            if item.role is not None or item.answer is not None:
                return self._phrase(part, scene)
            if (
                item.name is not None
                and set(item.name.kinds) <= {"person", "place"}
                and phrase.core[size].kind == "cap"
            ):
                # "Moussa Keita": a name of the tables begins an unknown one
                return None
            if item.name is not None:
                answer = self._phrase(part, scene)
                return answer if answer.actor_type not in ("state", None) else None
        return None

    def _possessor(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        answer = self._phrase(parse(list(phrase.owner)), scene) if phrase.owner else None
        role = next((i.role for i in reversed(phrase.owner) if i.role is not None), None)
        open_ = answer is not None and answer.country is None and role is not None and role.phrase in MEMBERS
        # "the country's exports": whose country is not told
        return None if open_ else answer

    def _after(self, phrase: NounPhrase, scene: Scene) -> Resolution | None:
        for index, tail in enumerate(phrase.tails):
            if not tail.items:
                continue
            inner = msgspec.structs.replace(parse(list(tail.items)), tails=phrase.tails[index + 1 :])
            last = tail.joint.split()[-1]
            if last in DEED_JOINTS:
                return self._phrase(inner, scene)
            if last in PLACE_JOINTS:
                found = self._phrase(inner, scene)
                return unknown(found.why, found.country)
        return None

    def _led(self, phrase: NounPhrase) -> Resolution | None:
        """The leader of a coalition's deed: "a Saudi-led strike"."""
        for item in phrase.core[:-1]:
            found = LEADER.match(item.text)
            states = self._entries.states_of(self._owners.candidates(found.group(1))) if found else []
            if states:
                sector = "MIL" if phrase.core[-1].text.lower() in STRIKES else None
                return Resolution(country=states[0], sector=sector)
        return None
