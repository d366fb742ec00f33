"""What is known of a speaker: whether he can speak at all, his name or description, for whom he speaks, and his kind (codebook 1.4)."""

from __future__ import annotations

import msgspec

from dragoman.actors import Knowledge, Outlet, Resolution
from dragoman.coder.attribution.descriptions import described, name_alone, single, tells_of_another
from dragoman.coder.attribution.sources import SourceKinds, source_type
from dragoman.coder.grammar.classes import BODIES_OF_STATES
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.names.titles import OFFICES
from dragoman.language.parse import Sentence, Token, matches
from dragoman.ontology import lexicon

_HE = frozenset({"he", "she"})
_THEY = frozenset({"they"})
_FOR = frozenset({"for", "of", "from", "in", "with", "at", "to", "on"})
_MOUTH = frozenset({"for", "of", "from"})
"""Prepositions of whose people somebody is: "a spokesman for the front", not "an envoy to the rebels"."""
_SOME = ("PRON", "DET", "NUM")
_THINGS = frozenset({"abstract", "event", "time", "object", "plant", "substance"})
_EVENTS = ("talks", "meeting", "table", "mediation", "truce_strict", "deal_strict")
MEDIA = frozenset({"wire", "third_outlet"})
_OUTLET_SOURCES = {"wire": "wire", "think_tank": "expert"}
"""Source type (codebook 1.4) of an outlet by its kind; other kinds are media."""


class Source(msgspec.Struct, frozen=True):
    """A speaker as a step of a chain tells him."""

    name: str
    actor: str | None
    source_type: str


class Describer:
    """Describes the speakers of one document."""

    def __init__(self, sentences: list[Sentence], mentions: Mentions, knowledge: Knowledge, kinds: SourceKinds) -> None:
        self._sentences, self._mentions, self._knowledge, self._kinds = sentences, mentions, knowledge, kinds
        words = lexicon.load()
        self._events = frozenset(w for name in _EVENTS for w in words.classes[name])
        self._mouthpieces = words.source_words.mouthpieces
        self._titles: dict[tuple[int, int], Mention] = {}

    def whole(self, sentence: Sentence, word: int) -> Mention:
        """The phrase at a word; of a title with a name beside it or behind a comma ("the envoy, Staffan de Mistura,") the name, the
        title kept."""
        mention = self._mentions.at(sentence, word)
        if (name := self._apposed_name(mention)) is not None:
            self._titles[sentence.index, name.head] = mention
            return name
        after = mention.last + 1
        if mention.pronoun or after >= len(sentence):
            return mention
        token = sentence.tokens[after]
        tied = token.head == word or (matches(token.relation, ("nsubj",)) and token.head == sentence.tokens[word].head)
        if token.name[2:] != "PER" or not tied:
            return mention
        name = self._mentions.at(sentence, after)
        self._titles[sentence.index, after] = mention
        return name

    def _apposed_name(self, mention: Mention) -> Mention | None:
        """The name of the one person whom a phrase describes: "the rebels' spokesman, Edmond Yakani", "the Special Envoy, Hans Grundberg"."""
        token, sentence = self._token(mention), self._sentences[mention.sentence]
        titled = token.upos == "PROPN" and token.lemma.lower() in OFFICES
        one = (
            (token.upos == "NOUN" or titled) and token.mention == "person" and token.text.lower() == token.lemma.lower()
        )
        if not one or tells_of_another(sentence, mention):
            return None
        # The parser makes some names behind a comma a second subject.
        beside = sentence.dependents(token.head, "nsubj") if matches(token.relation, ("nsubj",)) else []
        apposed = [*self._appositions(mention), *(self._mentions.at(sentence, i) for i in beside if i > mention.last)]
        names = [m for m in apposed if self._token(m).name[2:] == "PER" and m.head > mention.head]
        return names[0] if len(names) == 1 else None

    def row(self, mention: Mention) -> list[Mention]:
        """The phrases that speak together, the mention first: "Russia and Turkey"; by "and" alone, not "or"."""
        sentence = self._sentences[mention.sentence]
        found = [mention]
        for i in [] if mention.pronoun else conjuncts(sentence, mention.head)[1:]:
            joins = {sentence.tokens[c].text.lower() for c in sentence.dependents(i, "cc")}
            if sentence.tokens[i].upos in ("NOUN", "PROPN") and joins <= {"and", "&"}:
                other = self.whole(sentence, i)
                if self.can_speak(other) and other.head != mention.head:
                    found.append(other)
        return found

    def is_person(self, mention: Mention) -> bool:
        """Whether a phrase means a person or persons, not a body or the place that stands for one ("Washington")."""
        token = self._token(mention)
        called = token.mention == "person" and token.name[2:] not in ("LOC", "ORG")
        return token.name[2:] == "PER" or mention.resolution.person is not None or called

    def can_speak(self, mention: Mention) -> bool:
        """Whether a phrase can be told to say something: a person, a body, a text, an outlet; not a deal, a truce or a day."""
        token = self._token(mention)
        kind = self._kind(mention)
        if token.upos in _SOME and kind is None:  # "both", "one", "those": of whom must be told
            return bool(self._sentences[mention.sentence].dependents(mention.head, "nmod", "acl"))
        if kind is not None or token.name[2:] in ("PER", "ORG") or mention.known:
            return True
        if token.lemma.lower() in self._events and token.upos != "PROPN":
            return False
        if token.mention in ("person", "organization"):
            return True
        return token.upos == "PROPN" and token.mention not in _THINGS and token.name != "B-LOC"

    def is_somebody(self, mention: Mention) -> bool:
        """Whether a phrase is a person or a body, so that it can be quoted without a word of saying."""
        token = self._token(mention)
        return token.name[2:] in ("PER", "ORG") or mention.known or token.mention in ("person", "organization")

    def fits(self, pronoun: Mention, mention: Mention) -> bool:
        """Whether a pronoun can mean a phrase: he and she one person, they several or a body, it a body."""
        if mention.pronoun or not self.can_speak(mention):
            return False
        low, token = pronoun.span.text.lower(), self._token(mention)
        sentence = self._sentences[mention.sentence]
        row = bool(sentence.dependents(mention.head, "conj"))
        plural = row or (
            token.upos == "NOUN" and token.text.lower() != token.lemma.lower() and token.text.endswith("s")
        )
        person = self.is_person(mention)
        if low in _HE:
            return person and not plural
        body = not person and (mention.known or token.mention == "organization" or token.name[2:] == "ORG")
        if low in _THEY:
            return plural or (body and mention.resolution.actor_type not in (None, "state", "igo", "regional_org"))
        return low == "it" and body and not plural

    def named(self, mention: Mention, pronoun: Mention) -> bool:
        """Whether a phrase that only acts is clear enough to be a pronoun's antecedent: a person by name, or an actor."""
        name = self._token(mention).name[2:]
        if pronoun.span.text.lower() in _HE:
            return name == "PER" or mention.resolution.person is not None
        return mention.known or name == "ORG"

    def certain(self, pronoun: Mention) -> bool:
        """Whether the reading that `Mentions` gives a pronoun is good enough for a speaker: of a person or of one body."""
        return pronoun.span.text.lower() in _HE | {"it"} and bool(pronoun.resolution.name or pronoun.resolution.person)

    def outlet(self, mention: Mention) -> Outlet | None:
        """The outlet that a phrase names, alone or beside its kind ("the newspaper Haaretz"); None for its people."""
        sentence = self._sentences[mention.sentence]
        token = sentence.tokens[mention.head]
        if token.upos != "PROPN" and self._head_kind(mention) not in MEDIA:
            return None
        if token.name[2:] == "PER":
            return None
        words = sentence.tokens[mention.first : mention.last + 1]
        for size in range(len(words), 0, -1):
            for first in range(len(words) - size + 1):
                run = words[first : first + size]
                if first and words[first - 1].upos == "ADP" and self._head_kind(mention) not in MEDIA:
                    continue  # the "Foreign Affairs" of a ministry
                if run[0].text[:1].isupper() and run[-1].upos in ("PROPN", "NOUN", "ADJ", "NUM"):
                    start, end = run[0].start - sentence.start, run[-1].end - sentence.start
                    if found := self._knowledge.outlet_at(sentence.text, start, end):
                        return found
        return None

    def is_outlet(self, mention: Mention) -> bool:
        """Whether a phrase means another medium, by name or by kind ("state television")."""
        return self.outlet(mention) is not None or (self._head_kind(mention) in MEDIA and self._particular(mention))

    def source(self, mention: Mention) -> Source:
        """The step's name, actor and source type."""
        resolved, sentence = mention.resolution, self._sentences[mention.sentence]
        outlet = self.outlet(mention)
        if outlet is not None:
            return Source(outlet.name, outlet.id, _OUTLET_SOURCES.get(outlet.outlet_type, "third_outlet"))
        kind = self._kind(mention)
        spoken_for = self._spoken_for(mention)
        sector = spoken_for.resolution.sector if spoken_for else None
        named = resolved.person is not None or self._token(mention).name[2:] == "PER" or self._names_person(mention)
        known = spoken_for is not None and spoken_for.resolution.actor is not None
        mouth_of_party = (
            spoken_for is not None and spoken_for is not mention and not known and self._acting_party(spoken_for)
        )
        type_ = source_type(
            kind, sector, person=named, known=known, single=single(sentence, mention),
            party=mouth_of_party or self._party_words(mention),
        )  # fmt: skip
        own = spoken_for if spoken_for is not None and spoken_for.sentence == mention.sentence else None
        actor = resolved.actor or (own.resolution.actor if own and kind not in ("document", *MEDIA) else None)
        person = (
            resolved.person if self._token(mention).name[2:] != "ORG" else None
        )  # no "Network" of "Doctors Network"
        name = person.name if person else resolved.name if mention.pronoun else None
        return Source(name or (name_alone(sentence, mention) if named else described(sentence, mention)), actor, type_)

    def acts_for(self, mention: Mention) -> Resolution:
        """Who a speaker is, or else the actor whose he is by his title: of "Norway's envoy, Endre Stiansen," Norway."""
        spoken_for = self._spoken_for(mention)
        if spoken_for is None or spoken_for.sentence != mention.sentence or spoken_for.resolution.actor is None:
            return mention.resolution
        return spoken_for.resolution

    def kind_of(self, words: list[str]) -> str | None:
        """Source type by the words of a phrase that stands in no sentence ("press secretary"), which is one person."""
        return self._kinds.by_head(words, words[-1])

    def _token(self, mention: Mention) -> Token:
        return self._sentences[mention.sentence].tokens[mention.head]

    def _head_kind(self, mention: Mention) -> str | None:
        token = self._token(mention)
        if token.name[2:] == "PER" or mention.pronoun:
            return None
        words = self._sentences[mention.sentence].tokens[mention.first : mention.head + 1]
        kind = self._kinds.by_head([t.text for t in words], token.lemma)
        return None if kind == "named_party" and mention.resolution.actor_type in BODIES_OF_STATES else kind

    def _kind(self, mention: Mention) -> str | None:
        """Source type by the words: a run on to the noun or behind it ("people familiar with"), the noun, its title, its apposition."""
        if mention.pronoun:
            return None
        token = self._token(mention)
        kind = self._kinds.by_phrase(
            described(self._sentences[mention.sentence], mention), token.end - mention.span.start
        ) or self._head_kind(mention)
        if kind is None and (title := self._titles.get((mention.sentence, mention.head))):
            kind = self._head_kind(title)
        for apposed in self._appositions(mention) if kind is None else []:
            kind = kind or self._head_kind(apposed)
        if kind is None and token.upos in _SOME:  # "two of his aides"
            sentence = self._sentences[mention.sentence]
            of = [sentence.tokens[c] for c in sentence.dependents(mention.head, "nmod") if c > mention.head]
            kind = self._kinds.by_head([of[0].text], of[0].lemma) if of else None
        return kind

    def _appositions(self, mention: Mention) -> list[Mention]:
        sentence = self._sentences[mention.sentence]
        return [self._mentions.at(sentence, c) for c in sentence.dependents(mention.head, "appos") if c > mention.last]

    def _spoken_for(self, mention: Mention) -> Mention | None:
        """The actor whose mouth a speaker is: he himself, by his title, "for" whom or whose he is, by apposition; of a bare
        spokesman the actor told of last."""
        sentence = self._sentences[mention.sentence]
        mouthpiece = self._token(mention).lemma.lower() in self._mouthpieces
        if mention.resolution.actor is not None or (mention.known and not mouthpiece):
            return mention
        title = self._titles.get((mention.sentence, mention.head))
        near = [m for m in (title, *self._appositions(mention)) if m is not None]
        behind = [
            self._mentions.at(sentence, c)
            for m in (mention, *near)
            for c in sentence.children[m.head]
            if sentence.tokens[c].relation == "nmod:poss"
            or (matches(sentence.tokens[c].relation, ("nmod",)) and preposition(sentence, c) in _FOR)
        ]
        told = next((m for m in (*near, *behind) if m.resolution.actor is not None), None)
        told = told or next((m for m in (*near, *behind) if m.known), None)
        if told is not None or not mouthpiece:
            return told
        last = self._told_last(mention)
        side = self._side(last) if last else None
        # "a spokesman for the front" speaks for no government told before.
        return None if side != "named_party" and self._party_words(mention) else last

    def _told_last(self, mention: Mention) -> Mention | None:
        """The subject nearest before a phrase that is an actor, in its sentence or the two before."""
        for index in range(mention.sentence, max(-1, mention.sentence - 3), -1):
            sentence = self._sentences[index]
            subjects = [
                self._mentions.at(sentence, t.i)
                for t in sentence.tokens
                if matches(t.relation, ("nsubj",)) and (index < mention.sentence or t.i < mention.head)
            ]
            for subject in reversed(subjects):
                # What "it" means is too unsure to lend its actor to a spokesman.
                if not subject.pronoun and (subject.resolution.actor is not None or self._acting_party(subject)):
                    return subject
        return None

    def _acting_party(self, subject: Mention) -> bool:
        """Whether the subject of a verb in the active is a conflict party by its noun: "the front has left"."""
        return self._token(subject).relation == "nsubj" and self._head_kind(subject) == "named_party"

    def _names_person(self, mention: Mention) -> bool:
        """Whether a person's name goes with the noun: "envoy Geir Pedersen", not "an aide of Geir Pedersen"."""
        tokens = self._sentences[mention.sentence].tokens
        after = tokens[mention.head + 1 : mention.last + 1]
        return bool(after) and after[0].name[2:] == "PER"

    def _party_words(self, mention: Mention) -> bool:
        """Whether the words before the noun, or those for whom or whose it is, tell of a conflict party: "a spokesman for the front"."""
        sentence = self._sentences[mention.sentence]
        title = self._titles.get((mention.sentence, mention.head))
        words = list(sentence.tokens[mention.first : mention.head])
        for named in [m for m in (mention, title, *self._appositions(mention)) if m is not None]:
            words += sentence.tokens[named.first : named.head]
            for child in sentence.children[named.head]:
                whose = sentence.tokens[child].relation == "nmod:poss"
                if whose or (
                    matches(sentence.tokens[child].relation, ("nmod",)) and preposition(sentence, child) in _MOUTH
                ):
                    body = self._mentions.at(sentence, child)
                    if self._side(body) != "named_official":  # a coalition of states is none
                        words += sentence.tokens[min(body.first, child) : child + 1]
        # "leader" and "commander" are of parties only where nothing else is told.
        return any(self._kinds.by_head([t.text], t.lemma) == "named_party" for t in words)

    @staticmethod
    def _side(mention: Mention) -> str | None:
        return lexicon.load().source_words.named.get(mention.resolution.sector or "")

    def _particular(self, mention: Mention) -> bool:
        """Whether a medium told by its kind is one: not "the press", nor "this newspaper", which is the article's own."""
        sentence, token = self._sentences[mention.sentence], self._token(mention)
        before = sentence.tokens[mention.head - 1].text.lower() if mention.head else ""
        if f"{before} {token.text.lower()}" in lexicon.load().source_words.ourselves:
            return False
        return mention.first < mention.head or token.lemma.lower() not in ("press", "media")
