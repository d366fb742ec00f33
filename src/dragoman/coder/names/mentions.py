"""The noun phrases of a document with who they mean, and what pronouns stand for.

Phrases are resolved when first asked for, except names, which are resolved in reading order so that later short forms
("Kerry", "the group") find them. Pronouns take the nearest earlier phrase that fits in kind and number.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.grammar.classes import COMBINING, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import conjuncts, is_personal_pronoun, phrase_heads, phrase_words, preposition
from dragoman.coder.names.abbreviations import Abbreviations
from dragoman.coder.names.at_seat import AtSeat
from dragoman.coder.names.beside import Beside, tells_origin
from dragoman.coder.names.called import called
from dragoman.coder.names.chairs import in_the_chair
from dragoman.coder.names.groups import Plurals
from dragoman.coder.names.heads_of_state import OFFICES, of_several
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.namesakes import Namesakes
from dragoman.coder.names.places import with_country
from dragoman.coder.names.pronouns import LOOK_BACK, antecedent
from dragoman.coder.names.rebels import AGAINST, TAKEN_UP, of_sentence
from dragoman.coder.names.references import Reference
from dragoman.coder.names.short_forms import (
    by_nationality,
    by_organ,
    by_sort,
    clipped,
    first_of_two,
    part_of_name,
)
from dragoman.coder.names.titles import bearer
from dragoman.coder.names.whole_title import by_whole_title
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span

_OF = frozenset({"of", "from"})
_AT = frozenset({"in", "at", "near", "inside", "outside"})
_ONE_MORE = frozenset({"a", "an", "another"})
_BODIES = frozenset({"group", "militia", "faction", "force", "movement", "organisation", "organization", "alliance", "army", "coalition",
                     "front", "party", "wing", "band"})  # fmt: skip


def _is_the_congress(sentence: Sentence, head: int, words: str) -> bool:
    """Whether a phrase is "the Congress", as other bodies than the American one are called: Libya's, India's; not "the Congress in Washington"."""
    articles = {sentence.tokens[c].text.lower() for c in sentence.children[head]}
    placed = head + 1 < len(sentence.tokens) and sentence.tokens[head + 1].text.lower() == "in"
    return words.removeprefix("the ") == "Congress" and "the" in articles and not placed


class Mentions:
    """Resolved noun phrases of one document.

    Args:
        parts: nouns for what an actor does or has in an event ("role", "presence"), which mean their owner.
        sides: nouns for those who act for a side ("delegate").
        posts: nouns for those who are sent somewhere ("ambassador").
        margins: nouns for what lies beside a gathering ("fringe").
        at_home: nouns for those who are of the country that they are in ("guerrilla").
        callings: nouns for what somebody is by trade ("diplomat").
        of_talks: words for talks, mediation and truces.
    """

    def __init__(
        self, text: str, sentences: list[Sentence], knowledge: Knowledge, *, published: str | None, context: str | None,
        parts: frozenset[str] = frozenset(), sides: frozenset[str] = frozenset(),
        posts: frozenset[str] = frozenset(), margins: frozenset[str] = frozenset(), at_home: frozenset[str] = frozenset(),
        callings: frozenset[str] = frozenset(), of_talks: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self._text, self._sentences, self._knowledge = text, sentences, knowledge
        self._published, self._context = published, context
        self._parts, self._sides, self._posts = parts, sides, posts
        self._margins = margins
        self._found: dict[tuple[int, int], Mention] = {}
        self._named: list[Mention] = []
        self._from_there: set[tuple[int, int]] = set()
        self._resolved: dict[str, Resolution] = {}
        self._names: dict[int, list[tuple[int, int]]] = {}
        self._plurals = Plurals(sentences)
        self._abbreviations = Abbreviations(text, knowledge)
        self._beside = Beside(text, knowledge, published, lambda s, i: self.at(s, i).resolution, self._resolve, sides, at_home,
                              callings)  # fmt: skip
        self._at_seat = AtSeat(text, knowledge, published, context, self._beside.owned, sentences, of_talks)
        self._namesakes = Namesakes(knowledge.knows_person, knowledge.gender)
        for sentence in sentences:
            for head in phrase_heads(sentence):
                token = sentence.tokens[head]
                if token.upos == "PROPN" or token.name != "O" or token.mention in ("person", "organization"):
                    self.at(sentence, head)

    @property
    def named(self) -> list[Mention]:
        """Phrases that are names, in reading order; "officials from Cairo" beside "Cairo" are none of their own."""
        return [m for m in self._named if (m.sentence, m.head) not in self._from_there]

    def at(self, sentence: Sentence, head: int) -> Mention:
        """The mention headed by a word; a name inside a longer name gives the longer phrase's resolution."""
        key = (sentence.index, head)
        if key in self._found:
            return self._found[key]
        first, last = phrase_words(sentence, head)
        name = self.name_around(sentence, head)
        if name is not None and not (first <= name[0] and name[1] <= last):
            top = min(range(name[0], name[1] + 1), key=lambda i: (len(list(sentence.ancestors(i))), i))
            whole = self.at(sentence, top) if top != head else None
            if whole is None:
                first, last = min(first, name[0]), max(last, name[1])
            elif not any(t.upos == "CCONJ" for t in sentence.tokens[whole.first : name[0]]):
                # a name is one phrase, however the parser cuts it ("Trinidad and Tobago"), but "Thai and Malaysian envoys" are two
                return self._found.setdefault(key, whole)
        if (cut := self.name_around(sentence, last)) is not None and first <= cut[0] <= last < cut[1]:
            last = cut[1]  # "the community of Sant'Egidio"
        start, end = sentence.slice(first, last)
        words = self._text[start:end]
        if (owner := self._owner(sentence, head)) is not None:
            return self._found.setdefault(key, self.at(sentence, owner))
        if (name_of := bearer(sentence, head)) not in (None, head) and bearer(sentence, name_of) in (None, name_of):
            return self._found.setdefault(key, self.at(sentence, name_of))
        pronoun = is_personal_pronoun(sentence, head) or (
            first == last and sentence.tokens[head].relation == "nmod:poss" and sentence.tokens[head].upos == "PRON"
        )
        if pronoun:
            resolution = self._pronoun(sentence, head)
        else:
            resolution = self._by_words(sentence, head, first, (start, end))
            if (body := called(sentence, head)) is not None:
                own = self.at(sentence, body)
                resolution = msgspec.structs.replace(own.resolution, name=own.name or own.text)
            resolution = self._by_text(sentence, head, words, resolution)
            resolution = self._by_neighbours(sentence, head, (first, last), words, resolution)
            resolution = self._abbreviations.of(words) or resolution
            if sentence.tokens[head].upos == "PROPN" or resolution.actor is not None:
                self._abbreviations.learn(start, end, resolution)
            resolution = self._namesakes.told_apart(sentence, first, last, resolution)
        mention = Mention(sentence.index, head, first, last, Span(start, end, words), resolution, pronoun)
        self._found[key] = mention
        if not pronoun and mention.known and not tells_origin(sentence, head, resolution):
            self._named.append(mention)
        return mention

    def _by_words(self, sentence: Sentence, head: int, first: int, span: tuple[int, int]) -> Resolution:
        """Who a phrase means by its own words, and by the title or errand that it bears."""
        words, beside = self._text[slice(*span)], self._beside
        resolution = self._resolve(first_of_two(sentence, head) or words, sentence, head)
        resolution = beside.without_article(sentence, first, words, resolution) or resolution
        if (resolution.actor or "").startswith("outlet:"):
            resolution = beside.of_ministry(sentence, first, span[1]) or resolution
        person = sentence.tokens[head].name.endswith("PER")
        if resolution.actor is None and person:
            resolution = beside.by_title(sentence, head, words) or resolution
        if resolution.person is not None:
            resolution = by_whole_title(sentence, head, resolution, self._resolve) or resolution
        if person or resolution.person is not None:
            resolution = beside.by_errand(sentence, head, words, resolution) or resolution
            resolution = in_the_chair(sentence, head, words, resolution, self._by_own_words) or resolution
        if resolution.actor is None or words.lower().startswith("whose "):
            resolution = beside.of_pronoun(sentence, head, span[0], words) or resolution
        return resolution

    def _by_own_words(self, sentence: Sentence, head: int) -> Resolution:
        """Who a phrase means by its own words alone."""
        return self._resolve(self._text[slice(*sentence.slice(*phrase_words(sentence, head)))], sentence, head)

    def _by_text(self, sentence: Sentence, head: int, words: str, resolution: Resolution) -> Resolution:
        """Who a phrase means by what the text has named before: part of a longer name, an organ, a group of its kind."""
        near = self._told_before(sentence, head)
        if resolution.actor is None:
            resolution = (
                clipped(words, (m.resolution for m in self._named))
                or part_of_name(words, (m.resolution for m in self._named), self._knowledge.names_of)
                or by_organ(words, near)
                or resolution
            )
        if (
            resolution.actor is None
            or words in ("coalition", "the coalition")
            or _is_the_congress(sentence, head, words)
        ):
            resolution = by_sort(sentence, head, near, self._knowledge.names_of) or resolution
        return resolution

    def _by_neighbours(
        self, sentence: Sentence, head: int, ends: tuple[int, int], words: str, resolution: Resolution
    ) -> Resolution:
        """Who a phrase means by where it is from or sits, and by the pairs, peoples and offices named beside it."""
        beside, first = self._beside, ends[0]
        if resolution.actor is None:
            origin = beside.by_origin(sentence, head, sentence.tokens[first].start, resolution) or beside.by_home(
                sentence, head, words
            )
            if origin is not None:
                self._from_there.add((sentence.index, head))
            resolution = origin or resolution
        else:
            told = [m.resolution for m in self._told_before(sentence, head)] if resolution.sector in AGAINST else []
            resolution = (
                beside.not_before(sentence, head, words, resolution)
                or of_sentence(sentence, head, words, resolution, told, self._knowledge, self._published)
                or resolution
            )
        resolution = self._at_seat.of(sentence, head, words, resolution) or resolution
        if words.lower() in OFFICES and any(
            t.text.lower() == "the" for t in sentence.tokens[max(0, first - 1) : first]
        ):
            resolution = self._holder(sentence, head, words, first) or resolution
        resolution = beside.of_pair(sentence, head, words, resolution) or resolution
        resolution = beside.of_opponent(sentence, head, words, resolution) or resolution
        if ends[0] == ends[1]:
            resolution = beside.of_shared_people(sentence, head, resolution) or resolution
        of_nation = sentence.tokens[head].upos == "NOUN" and resolution.actor == resolution.country
        if of_nation and resolution.actor is not None:
            before = [m.resolution for m in self._named[-LOOK_BACK:]]
            of_state = by_nationality(sentence, head, words, resolution, before, self._knowledge.nationality)
            resolution = of_state or resolution
        return resolution

    def _told_before(self, sentence: Sentence, head: int) -> list[Mention]:
        """The last names before a word, also where it is asked for when the whole text has been read."""
        if not self._named or self._named[-1].sentence < sentence.index:
            return self._named[-LOOK_BACK:]
        return [m for m in self._named if (m.sentence, m.head) < (sentence.index, head)][-LOOK_BACK:]

    def _holder(self, sentence: Sentence, head: int, words: str, first: int) -> Resolution | None:
        """Which of several holders of one office "the president" means."""
        before = sentence.text[: sentence.tokens[first].start - sentence.start]
        spoken, told = (
            {c for match in self._knowledge.match(part) for c in match.candidates} for part in (sentence.text, before)
        )
        return of_several(self._sentences, sentence, head, words.lower(), self._named[-LOOK_BACK:], spoken, told)

    def _pronoun(self, sentence: Sentence, head: int) -> Resolution:
        if sentence.tokens[head].text.lower() == "whose":
            return self._whose(sentence, head)
        return antecedent(
            self._sentences, sentence, head, self._named, self._knowledge, lambda s, i: self.at(s, i).resolution
        )

    def _whose(self, sentence: Sentence, head: int) -> Resolution:
        """Who "whose" means: the noun that its relative clause belongs to."""
        clause = next((w for w in sentence.ancestors(head) if sentence.tokens[w].relation == "acl:relcl"), None)
        if clause is None:
            return Resolution(why="pronoun without antecedent")
        noun = sentence.tokens[clause].head
        # "Obama and Putin, whose planes": the last of them, whatever the parser hangs it on
        row = [i for i in conjuncts(sentence, noun) if i < head and sentence.tokens[i].upos == "PROPN"]
        one = sentence.tokens[max(row, default=noun)]
        last = one.i if one.mention == "person" or one.name[2:] == "PER" else noun
        return self.at(sentence, last).resolution

    def _owner(self, sentence: Sentence, head: int) -> int | None:
        """Whose part, presence or help a noun tells of: "the role of Egypt" and "Egypt's role" mean Egypt as far as anybody is meant."""
        if sentence.tokens[head].lemma.lower() not in self._parts:
            return None
        owners = [
            c for c in sentence.dependents(head, "nmod")
            if preposition(sentence, c) == "of" or matches(sentence.tokens[c].relation, ("nmod:poss",))
        ]  # fmt: skip
        return next((c for c in owners if self.at(sentence, c).actor is not None), None)

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

    def name_around(self, sentence: Sentence, word: int) -> tuple[int, int] | None:
        """First and last word of the name of several words, known to the tables, that a word belongs to."""
        if sentence.index not in self._names:
            found = []
            for match in self._knowledge.match(sentence.text):
                a, b = match.start + sentence.start, match.end + sentence.start
                inside = [t.i for t in sentence.tokens if a <= t.start and t.end <= b]
                if len(inside) > 1 and set(match.kinds) != {"outlet"}:
                    found.append((inside[0], inside[-1]))
            self._names[sentence.index] = found
        return next((n for n in self._names[sentence.index] if n[0] <= word <= n[1]), None)

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

    def _resolve(self, words: str, sentence: Sentence, head: int) -> Resolution:
        new = any(sentence.tokens[c].text.lower() in _ONE_MORE for c in sentence.children[head])
        key = f"a {words}" if new else words
        if key not in self._resolved:
            known = [m.resolution for m in self._told_before(sentence, head)]
            if new:  # "a spokesman" is nobody named before, "a militia" no group
                body = sentence.tokens[head].lemma.lower() in _BODIES
                known = [] if body else [r for r in known if r.person is None]
            self._resolved[key] = self._knowledge.resolver.resolve(
                words, published=self._published, context=self._context, known=known
            )
        return self._resolved[key]

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
            if preposition(sentence, c) in _OF and self.counted(sentence, whole := self.at(sentence, c)):
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
