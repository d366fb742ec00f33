"""Who a noun phrase means, each told when first asked for: by its own words ("the Kenyan president"), by what the text has named before
("the group"), by what stands beside it ("officials from Cairo").

Names are resolved in reading order, so that later short forms ("Kerry", "the group") find them. Pronouns take the nearest earlier phrase
that fits in kind and number.
"""

from __future__ import annotations

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.grammar.classes import ONE_MORE
from dragoman.coder.grammar.phrases import conjuncts, is_personal_pronoun, phrase_heads, phrase_words, preposition
from dragoman.coder.names.abbreviations import Abbreviations
from dragoman.coder.names.at_seat import AtSeat
from dragoman.coder.names.beside import Beside, tells_origin
from dragoman.coder.names.called import called
from dragoman.coder.names.chairs import in_the_chair
from dragoman.coder.names.ethnic import EthnicNames
from dragoman.coder.names.groups import Plurals
from dragoman.coder.names.heads_of_state import OFFICES, of_several
from dragoman.coder.names.home_press import HomePress, is_the_congress
from dragoman.coder.names.led_by import leader, of_leader, of_sender, sender
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.namesakes import Namesakes
from dragoman.coder.names.pronouns import LOOK_BACK, antecedent
from dragoman.coder.names.rebels import AGAINST, of_sentence
from dragoman.coder.names.short_forms import by_nationality, by_organ, by_sort, clipped, first_of_two, part_of_name
from dragoman.coder.names.titles import bearer, named_behind, of_government
from dragoman.coder.names.whole_title import by_whole_title
from dragoman.coder.names.with_and import names_with_and
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span

_BODIES = frozenset({"group", "militia", "faction", "force", "movement", "organisation", "organization", "alliance", "army", "coalition",
                     "front", "party", "wing", "band"})  # fmt: skip


class ResolvedPhrases:
    """The noun phrases of one document and who each means.

    Args:
        parts: nouns for what an actor does or has in an event ("role", "presence"), which mean their owner.
        sides: nouns for those who act for a side ("delegate").
        posts: nouns for those who are sent somewhere ("ambassador").
        margins: nouns for what lies beside a gathering ("fringe").
        at_home: nouns for those who are of the country that they are in ("guerrilla").
        callings: nouns for what somebody is by trade ("diplomat").
        of_talks: words for talks, mediation and truces.
        outlet: who published the text.
    """

    def __init__(
        self, text: str, sentences: list[Sentence], knowledge: Knowledge, *, published: str | None, context: str | None,
        parts: frozenset[str] = frozenset(), sides: frozenset[str] = frozenset(),
        posts: frozenset[str] = frozenset(), margins: frozenset[str] = frozenset(), at_home: frozenset[str] = frozenset(),
        callings: frozenset[str] = frozenset(), of_talks: frozenset[str] = frozenset(), outlet: str | None = None,
    ) -> None:  # fmt: skip
        self._text, self._sentences, self._knowledge = text, sentences, knowledge
        self._published, self._context = published, context
        self._parts, self._sides, self._posts = parts, sides, posts
        self._margins = margins
        self._found: dict[tuple[int, int], Mention] = {}
        self._named: list[Mention] = []
        self._from_there: set[tuple[int, int]] = set()
        self._resolved: dict[str, tuple[Resolution, int]] = {}
        self._names: dict[int, list[tuple[int, int]]] = {}
        self._plurals = Plurals(sentences)
        self._abbreviations = Abbreviations(text, knowledge)
        self._beside = Beside(text, knowledge, published, lambda s, i: self.at(s, i).resolution, self._resolve, sides, at_home,
                              callings)  # fmt: skip
        self._at_seat = AtSeat(text, knowledge, published, context, self._beside.owned, sentences, of_talks)
        self._ethnic = EthnicNames(text, knowledge)
        self._press = HomePress(outlet, knowledge, published)
        self._holders: dict[str, Resolution] = {}
        self._namesakes = Namesakes(knowledge.knows_person, knowledge.gender)
        for sentence in sentences:
            for head in phrase_heads(sentence):
                token = sentence.tokens[head]
                if token.upos == "PROPN" or token.name != "O" or token.mention in ("person", "organization"):
                    self.at(sentence, head)

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
        if (heads := of_government(sentence, head)) is not None:
            return self._found.setdefault(key, self.at(sentence, heads))
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
                named = msgspec.structs.replace(own.resolution, name=own.name or own.text)
                resolution = named if named.actor or sentence.dependents(head, "nmod:poss") else resolution
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
        if (whole := self._ethnic.whole(words, resolution)) is not None:
            return self._resolve(whole, sentence, head)
        resolution = beside.without_article(sentence, first, words, resolution) or resolution
        if (resolution.actor or "").startswith("outlet:"):
            resolution = beside.of_ministry(sentence, first, span[1]) or resolution
        person = sentence.tokens[head].name.endswith("PER")
        if resolution.actor is None and person:
            resolution = beside.by_title(sentence, head, words) or resolution
        if resolution.actor is None and person and (body := sender(sentence, head)) is not None:
            resolution = of_sender(sentence, head, self._by_own_words(sentence, body)) or resolution
        if resolution.person is not None:
            resolution = by_whole_title(sentence, head, resolution, self._resolve) or resolution
        if person or resolution.person is not None:
            resolution = beside.by_errand(sentence, head, words, resolution) or resolution
            resolution = in_the_chair(sentence, head, words, resolution, self._by_own_words) or resolution
        if (first_man := leader(sentence, head)) is not None:
            resolution = of_leader(resolution, self._by_own_words(sentence, first_man)) or resolution
        if resolution.actor is None and (holder := named_behind(sentence, head)) is not None:
            named = self._by_own_words(sentence, holder)
            resolution = named if named.actor is not None else resolution
            self._holders[words.lower()] = resolution
        elif resolution.actor is None:
            resolution = self._holders.get(words.lower(), resolution)
        if resolution.actor is None or words.lower().startswith("whose "):
            resolution = beside.of_pronoun(sentence, head, span[0], words) or resolution
        return resolution

    def _by_own_words(self, sentence: Sentence, head: int) -> Resolution:
        """Who a phrase means by its own words alone; a pronoun, by the text before."""
        if sentence.tokens[head].upos == "PRON":
            return self.at(sentence, head).resolution
        return self._resolve(self._text[slice(*sentence.slice(*phrase_words(sentence, head)))], sentence, head)

    def _by_text(self, sentence: Sentence, head: int, words: str, resolution: Resolution) -> Resolution:
        """Who a phrase means by what the text has named before: part of a longer name, an organ, a group of its kind."""
        by_kind = words in ("coalition", "the coalition") or is_the_congress(sentence, head, words)
        if resolution.actor is not None and not by_kind:
            return resolution
        near = self._told_before(sentence, head)
        if resolution.actor is None:
            resolution = (
                clipped(words, (m.resolution for m in self._named))
                or part_of_name(words, (m.resolution for m in self._named), self._knowledge.names_of)
                or by_organ(words, near)
                or resolution
            )
        if resolution.actor is None or by_kind:
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
        resolution = (
            self._press.of(sentence, head, words, resolution, lambda: self._told_before(sentence, head)) or resolution
        )
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
        named, place = self._named, (sentence.index, head)
        found: list[Mention] = []
        for m in reversed(named):
            if (m.sentence, m.head) < place:
                found.append(m)
                if len(found) == LOOK_BACK:
                    break
        return found[::-1]

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

    def name_around(self, sentence: Sentence, word: int) -> tuple[int, int] | None:
        """First and last word of the name of several words, known to the tables, that a word belongs to."""
        if sentence.index not in self._names:
            found = []
            for match in self._knowledge.match(sentence.text):
                a, b = match.start + sentence.start, match.end + sentence.start
                inside = [t.i for t in sentence.tokens if a <= t.start and t.end <= b]
                if len(inside) > 1 and set(match.kinds) != {"outlet"}:
                    found.append((inside[0], inside[-1]))
            told = {i for first, last in found for i in range(first, last + 1)}
            found += [n for n in names_with_and(sentence, self._knowledge) if told.isdisjoint(range(n[0], n[1] + 1))]
            self._names[sentence.index] = found
        return next((n for n in self._names[sentence.index] if n[0] <= word <= n[1]), None)

    def _resolve(self, words: str, sentence: Sentence, head: int) -> Resolution:
        new = any(sentence.tokens[c].text.lower() in ONE_MORE for c in sentence.children[head])
        key = f"a {words}" if new else words
        found, told = self._resolved.get(key, (None, 0))
        if found is None or (
            found.actor is None and told < len(self._named)
        ):  # "the Vice-President" may have been named since
            known = [m.resolution for m in self._told_before(sentence, head)]
            if new:  # "a spokesman" is nobody named before, "a militia" no group
                body = sentence.tokens[head].lemma.lower() in _BODIES
                known = [] if body else [r for r in known if r.person is None]
            found = self._knowledge.resolver.resolve(
                words, published=self._published, context=self._context, known=known
            )
            self._resolved[key] = found, len(self._named)
        return found
