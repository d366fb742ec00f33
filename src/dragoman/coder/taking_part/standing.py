"""Who the two sides of a text are where none of its events has told them: two foes by the table of conflicts, or two named right behind."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from dragoman.coder.grammar.classes import MOVEMENTS
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.several import pair_that_met
from dragoman.language.parse import Sentence

Foes = Callable[[str, str], bool]
_MOST = 8
"""Actors of whom a text speaks most, and more than once, among whom two foes are looked for."""
_TWO = 2
_SIDES = MOVEMENTS | {"state"}
_NEAR = 2
"""Sentences back in which the two who are meant have met."""


class Standing:
    """The two foes of whom a text speaks most; looked for once, when first asked.

    Args:
        named: the names of the text, those of places too: "in Yemen" speaks of Yemen.
        foes: whether two are on different sides of a conflict.
    """

    def __init__(self, named: Sequence[Mention], foes: Foes) -> None:
        self._named, self.foes = named, foes
        self._pairs: list[list[Mention]] | None = None
        self._told: Counter[str] = Counter(m.actor for m in named if m.actor)

    def pair(self, outsiders: AbstractSet[str] = frozenset()) -> list[Mention]:
        """The two, none of them an outsider; nobody where no two of those named are foes, or where the text speaks more of somebody else who is
        no outsider."""
        if self._pairs is None:
            most = [actor for actor, times in self._told.most_common(_MOST) if times >= _TWO]
            pairs = [two for two in itertools.combinations(most, 2) if self.foes(*two)]
            pairs.sort(key=lambda two: (min(self._told[a] for a in two), sum(self._told[a] for a in two)), reverse=True)
            first = {m.actor: m for m in reversed(self._named)}
            self._pairs = [[first[actor] for actor in two] for two in pairs]
        pair = next((two for two in self._pairs if outsiders.isdisjoint(m.actor or "" for m in two)), [])
        ours = {m.actor for m in pair}
        top = max((self._told[a or ""] for a in ours), default=0)
        others = (m for m in self._named if m.actor not in ours | outsiders and m.resolution.actor_type in _SIDES)
        return [] if any(self._told[m.actor or ""] > top for m in others) else pair

    def two(self, outsiders: AbstractSet[str], absent: AbstractSet[str]) -> list[Mention]:
        """The two foes who are at the talks, else the two of whom one stays away."""
        return self.pair(outsiders | absent) or self.pair(outsiders)

    def rather(self, found: list[Mention], outsiders: AbstractSet[str] = frozenset(),
               absent: AbstractSet[str] = frozenset()) -> list[Mention]:  # fmt: skip
        """Two who were found to be meant, or the two foes where those are none: "Israel" and "Hamas" for "Qatar and Turkey".

        Whoever is spoken of more than one of the two foes is not given up for them: the table may not know a conflict. Who helps (`outsiders`)
        or is kept out of the talks (`absent`) is none of two sides that the table knows.
        """
        actors = [m.actor for m in found if m.actor]
        if len(actors) != len(found) or len(set(actors)) != _TWO or self._at_home(found):
            return found
        foes, away = self.foes(*actors), outsiders | absent
        pair = self.pair(away)
        if pair and not (absent if foes else away).isdisjoint(actors):
            return pair
        if foes:
            return found
        least = min((self._told[m.actor or ""] for m in pair), default=0)
        return pair if least > min(self._told[a] for a in actors) else found

    @staticmethod
    def _at_home(found: Sequence[Mention]) -> bool:
        """Whether two are a state and its own opposition, or two leaders of one country; a state and an envoy of its own are not."""
        kinds = [m.resolution.actor_type for m in found]
        persons = [m.resolution.person for m in found]
        return len({m.country for m in found}) == 1 and (not MOVEMENTS.isdisjoint(kinds) or None not in persons)

    def opposed(self, found: Sequence[Mention]) -> bool:
        """Whether two are foes or of one country: "FRODEBU and UPRONA"."""
        actors = {m.actor for m in found}
        if len(actors) != len(found) or len(found) < _TWO or None in actors:
            return False
        countries = {m.country for m in found}
        return (len(countries) == 1 and None not in countries) or self.foes(*(m.actor or "" for m in found[:2]))


def who_just_met(
    sentences: Sequence[Sentence], sentence: Sentence, mentions: Mentions, back: int = _NEAR
) -> list[Mention]:
    """The two of whom one of the sentences before tells that they met: "Rubio met Lavrov. The two sides agreed"."""
    near = reversed(sentences[max(0, sentence.index - back) : sentence.index])
    return next((pair for other in near if (pair := pair_that_met(other, len(other), mentions))), [])


def who_met_here(sentence: Sentence, plural: Mention, mentions: Mentions) -> list[Mention]:
    """The two who met by the clause before in the same sentence: "Burhan met Blinken, but the two sides failed to agree"."""
    doing = sentence.tokens[plural.head].head
    if plural.sentence != sentence.index or doing < 0 or sentence.tokens[doing].relation != "conj":
        return []
    before = sentence.tokens[doing].head
    if before > plural.head or plural.head not in verb_slots(sentence, doing)["agent"]:
        return []
    return pair_that_met(sentence, plural.first, mentions)
