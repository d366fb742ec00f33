"""The noun phrases of a document, with what the steps of the coder ask of them: which are its names, whom a plural joins ("both sides"), what
state a place lies in, which noun "whom" stands for, who is meant by a part of a phrase ("Croat" of "Bosnian Muslim and Croat leaders").
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.grammar.classes import COMBINING, OF_OR_FROM, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import phrase_heads, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.places import with_country
from dragoman.coder.names.rebels import TAKEN_UP
from dragoman.coder.names.references import Reference
from dragoman.coder.names.resolved import ResolvedPhrases
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span

_AT = frozenset({"in", "at", "near", "inside", "outside"})


class Mentions(ResolvedPhrases):
    """Resolved noun phrases of one document, with what is asked of them."""

    @property
    def named(self) -> list[Mention]:
        """Phrases that are names, in reading order; "officials from Cairo" beside "Cairo" are none of their own."""
        return [m for m in self._named if (m.sentence, m.head) not in self._from_there]

    def stands_by(self, sentence: Sentence, head: int) -> bool:
        """Whether a phrase only says where somebody is sent, what for, or beside what: "the ambassador to Kenya", "the envoy for the Horn
        of Africa", "on the fringes of the Assembly"."""
        token = sentence.tokens[head]
        if token.head < 0 or not matches(token.relation, ("nmod", "obl")):
            return False
        above, case = sentence.tokens[token.head].lemma.lower(), preposition(sentence, head)
        if case == "for" and above in self._posts:
            return token.name[2:] == "LOC" or self.at(sentence, head).actor is None
        return (case == "to" and above in self._posts) or (case == "of" and above in self._margins)

    def owned(self, owner: Resolution, words: str) -> Resolution | None:
        """Who a phrase with a possessive pronoun ("our delegation") is, if the pronoun means `owner`; None where that doesn't tell."""
        return self._beside.owned(owner, words)

    def states_called(self, plural: str) -> list[Resolution]:
        """The states that a plural name means together: both of "Koreas"; none for any other word."""
        return self._knowledge.states_called(plural)

    def is_name(self, words: str) -> bool:
        """Whether words are, as a whole, a name in the tables: "Greek Cypriot"."""
        return any(m.start == 0 and m.end == len(words) for m in self._knowledge.match(words))

    def place(self, span: Span, name: str | None = None) -> Resolution:
        """Which place a phrase names (`places.with_country`).

        Args:
            name: the place's name where the words themselves are none ("here").
        """
        words = name or with_country(self._text, span, self._knowledge)
        return self._knowledge.resolver.resolve(words, context=self._context, place_role=True)

    def state_of(self, place: Mention) -> Resolution | None:
        """The state that a place lies in."""
        country = place.country
        return self._knowledge.entries.answer(country, f"'{place.text}' in it", 0.6) if country is not None else None

    def as_state(self, place: Mention) -> Mention | None:
        """A place that stands for its state: "detained in London"."""
        state = self.state_of(place)
        return msgspec.structs.replace(place, resolution=state) if state is not None else None

    def meaning(self, sentence: Sentence, first: int, last: int) -> Resolution:
        """Who is meant by words that are part of a phrase."""
        return self._resolve(self._text[slice(*sentence.slice(first, last))], sentence, last)

    def part(
        self, sentence: Sentence, head: int, span: tuple[int, int], *, own: tuple[int, int], noun: tuple[int, int],
        shared: int | None = None,
    ) -> Mention:  # fmt: skip
        """A mention of the words `span`, part of a longer phrase; who is meant is told by the words `own` with those of the noun.

        A name that with the noun would mean another ("Congo" of "Congo and M23 rebels") stands for itself. Behind a `shared` word it is
        another where somebody is called so: "Croat" of "Bosnian Muslim and Croat leaders", not "Russian" of "South Korean and Russian".
        """
        start, end = sentence.slice(*span)
        name, kind = (self._text[slice(*sentence.slice(*words))] for words in (own, noun))
        name = COMBINING.get(name, name)
        one = kind.removesuffix(sentence.tokens[noun[1]].text) + sentence.tokens[noun[1]].lemma
        found = [self._resolve(words, sentence, head) for words in (f"{name} {one}", f"{name} {kind}", name)]
        # An office in the singular has a holder: "the Russian and Turkish presidents" are two persons.
        meant = next((r for r in found if r.actor and r.person), next((r for r in found[1:] if r.actor), found[1]))
        alone = found[-1]
        if shared is not None:
            further = self._resolve(f"{sentence.tokens[shared].text} {name}", sentence, head)
            other = (
                further.actor_type in ("armed_group", "umbrella", "de_facto_entity") and further.actor != meant.actor
            )
            meant = further if other else meant
        if head == own[1] and sentence.tokens[head].upos == "PROPN" and alone.actor and alone.actor != meant.actor:
            meant = alone
        return Mention(sentence.index, head, *span, Span(start, end, self._text[start:end]), meant)

    def one_of_pair(self, sentence: Sentence, word: int) -> Mention:
        """Who a name in front of or behind a hyphen means: "Kim" of "the Trump-Kim summit"."""
        token = sentence.tokens[word]
        meant = self._resolve(COMBINING.get(token.text, token.text), sentence, word)
        if meant.actor is None:
            meant = self._knowledge.head_called(token.text, self._published) or meant
        meant = msgspec.structs.replace(meant, name=meant.name or token.text)
        return Mention(sentence.index, word, word, word, Span(token.start, token.end, token.text), meant)

    def counted(self, sentence: Sentence, mention: Mention) -> int:
        """How many known members a plural asks for ("both sides", "the two leaders"); 0 where it is no such plural or means one actor.

        "The two factions" are first those whom the text has told of, and only then "Iraqi factions".
        """
        known = mention.resolution.actor is not None and not mention.resolution.why.endswith(TAKEN_UP)
        if known or mention.sentence != sentence.index:
            return 0
        return self._plurals.counted(sentence.index, mention.head)

    def plural_of(self, sentence: Sentence, mention: Mention) -> Mention:
        """The plural whose people a phrase means: "both sides" of "delegations of both sides"; any other mention itself."""
        token = sentence.tokens[mention.head]
        if (
            mention.sentence != sentence.index
            or mention.actor is not None
            or token.upos != "NOUN"
            or self.counted(sentence, mention)
        ):
            return mention
        for c in sentence.dependents(mention.head, "nmod"):
            if preposition(sentence, c) in OF_OR_FROM and self.counted(sentence, whole := self.at(sentence, c)):
                return whole
        return mention

    def members(
        self, sentence: Sentence, mention: Mention, *, in_a_row: bool = False, fits: Callable[[Mention], bool], states: bool = False,
        ahead: bool = False,
    ) -> list[Mention]:  # fmt: skip
        """The phrases that such a plural joins; none where they cannot be told or are not all known and different.

        Args:
            in_a_row: only those of "Kenya and Uganda", not of one sentence.
            fits: which of them it may mean.
            states: states stand for the persons asked for.
            ahead: those named right behind it, not before.
        """
        told = self._plurals.members(
            sentence.index, mention.head, lambda r: self._of(r).actor or r.span, in_a_row=in_a_row,
            barred=lambda r: self.is_ground(self._of(r)) or not fits(self._of(r)), states=states, ahead=ahead,
        )  # fmt: skip
        found = [self._of(r) for r in told]
        actors = {m.actor for m in found}
        return found if len(actors) > 1 and len(actors) == len(found) and None not in actors else []

    def is_ground(self, mention: Mention) -> bool:
        """Whether a phrase only tells where something is: the names of "in Djibouti and the Seychelles" are no sides."""
        sentence = self._sentences[mention.sentence]
        first = mention.head
        while sentence.tokens[first].relation == "conj" and preposition(sentence, first) is None:
            first = sentence.tokens[first].head
        return sentence.tokens[mention.head].name.endswith("LOC") and preposition(sentence, first) in _AT

    def _of(self, reference: Reference) -> Mention:
        return self.at(self._sentences[reference.sentence], reference.head)

    def named_before(self, sentence: Sentence, head: int, back: int = 0) -> list[Mention]:
        """Names and kinds that mean somebody, before a word of the sentence or in the one `back` sentences earlier, in order."""
        at = sentence.index - back
        return [m for m in self._named if m.sentence == at and (back or m.head < head)]

    def meant(self, sentence: Sentence, mention: Mention) -> Mention:
        """The noun that a relative pronoun stands for ("whom", "which"); any other mention itself."""
        token = sentence.tokens[mention.head]
        if token.upos not in ("PRON", "DET") or token.text.lower() not in RELATIVE_PRONOUNS:
            return mention
        for word in sentence.ancestors(mention.head):
            # "which Egypt brokered" and "It was Egypt that brokered"
            if sentence.tokens[word].relation in ("acl:relcl", "advcl:relcl") and sentence.tokens[word].head >= 0:
                return self.at(sentence, sentence.tokens[word].head)
        return mention

    def of_sentence(self, sentence: Sentence) -> list[Mention]:
        """All noun phrases of a sentence, in order; each once."""
        found = [self.at(sentence, head) for head in phrase_heads(sentence)]
        return list({m.head: m for m in found}.values())
