"""Who has the word in interviews and briefings (`text.turns`): a step of the chain of sources of all that is told in his turns.

A label that is a name or an office means who is called so most fully in the document; "A:" and "GUEST:" mean whom the introduction
presents. Who only asks speaks for the outlet and makes no step of his own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.attribution.describe import Describer, Source
from dragoman.coder.attribution.sources import source_type
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import Document, Span
from dragoman.text.turns import Turn

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class TurnSpeaker(msgspec.Struct, frozen=True):
    """Who has the word, the phrase that names him, and who that means."""

    source: Source
    span: Span
    resolution: Resolution


class TurnSpeakers:
    """The speakers of one document's turns; none in most documents."""

    def __init__(
        self, document: Document, turns: Sequence[Turn], sentences: list[Sentence], mentions: Mentions, describer: Describer,
        knowledge: Knowledge,
    ) -> None:  # fmt: skip
        self._document, self._turns, self._sentences = document, turns, sentences
        self._mentions, self._describer, self._knowledge = mentions, describer, knowledge
        self._found: dict[str, TurnSpeaker | None] = {}

    def at(self, position: int) -> TurnSpeaker | None:
        """Who has the word at a character; None for the outlet."""
        turn = next((t for t in self._turns if t.start <= position < t.end), None)
        if turn is None or turn.asks:
            return None
        if turn.label not in self._found:
            self._found[turn.label] = self._speaker(turn)
        return self._found[turn.label]

    def addressed(self, position: int) -> TurnSpeaker | None:
        """Who "you" is at a character: the one who answers, where somebody asks and nobody else answers him."""
        turn = next((t for t in self._turns if t.start <= position < t.end), None)
        if turn is None or not turn.asks:
            return None
        answering = [t for t in self._turns if not t.asks]
        speakers = {s.source.name: s for t in answering if (s := self.at(t.start)) is not None}
        return next(iter(speakers.values())) if len(speakers) == 1 else None

    def _speaker(self, turn: Turn) -> TurnSpeaker | None:
        mention = self._called(turn.label) if turn.named else self._introduced()
        if mention is not None:
            source, who = self._describer.source(mention), self._describer.acts_for(mention)
            return self._of_outlet(TurnSpeaker(source, mention.span, who))
        if not turn.named:
            others = {t.label: t for t in self._turns if t.named and not t.asks}
            return self.at(next(iter(others.values())).start) if len(others) == 1 else None
        span = Span(turn.label_start, turn.label_end, self._document.text[turn.label_start : turn.label_end])
        name = turn.label.title() if turn.label.isupper() else turn.label
        # A surname alone is no famous bearer of it, whom the document would have named.
        full = name if " " in name else ""
        resolved = self._knowledge.resolver.resolve(full, published=self._document.published)
        words = turn.label.lower().split()
        kind = self._describer.kind_of(words)
        type_ = source_type(kind, resolved.sector, person=kind is None, known=resolved.actor is not None)
        shown = turn.label.lower() if kind is not None else resolved.person.name if resolved.person else name
        return self._of_outlet(TurnSpeaker(Source(shown, resolved.actor, type_), span, resolved))

    def _of_outlet(self, speaker: TurnSpeaker) -> TurnSpeaker:
        """A speaker with his name and, where he answers in what a ministry or organisation publishes itself, with that as actor."""
        who, source = speaker.resolution, speaker.source
        outlet = (self._document.outlet or "").partition("(")[0].strip()
        if who.actor is None and outlet and self._knowledge.outlet(outlet) is None:
            own = self._knowledge.resolver.resolve(outlet, published=self._document.published)
            if own.actor is not None and own.actor_type != "person":
                who, source = own, msgspec.structs.replace(source, actor=own.actor)
        return TurnSpeaker(source, speaker.span, who if who.name else msgspec.structs.replace(who, name=source.name))

    def _called(self, label: str) -> Mention | None:
        """The fullest phrase of the document that ends in the words of a label or, for initials, whose words begin with them."""
        words = [w.casefold() for w in _WORD.findall(label)]
        if not words:
            return None
        found: list[Mention] = []
        for sentence in self._sentences:
            for token in sentence.tokens:
                if token.text.casefold() == words[-1] and token.upos in ("PROPN", "NOUN"):
                    mention = self._describer.whole(sentence, token.i)
                    own = [t.text.casefold() for t in sentence.tokens[mention.first : mention.last + 1]]
                    if token.name[2:] != "LOC" and all(w in own for w in words) and self._describer.is_person(mention):
                        found.append(mention)
        known = [m for m in found if m.resolution.person is not None] or found
        return max(known, key=lambda m: (len(m.span.text.split()), -m.span.start), default=None)

    def _introduced(self) -> Mention | None:
        """The person whom the sentences before the first turn present: by a verb of speech, else by name."""
        opening = self._turns[0].label_start
        best: tuple[int, Mention] | None = None
        for sentence in self._sentences:
            if sentence.start >= opening:
                break
            speaks = any(t.lemma.lower() in lexicon.load().reporting.conversing for t in sentence.tokens)
            for token in sentence.tokens:
                named = token.name == "B-PER" or (token.name == "I-PER" and token.head < token.i)
                acts = matches(token.relation, ("nsubj", "obj", "obl"))
                if not (named or (speaks and acts and token.mention == "person" and token.upos == "NOUN")):
                    continue
                mention = self._describer.whole(sentence, token.i)
                if mention.pronoun or not self._describer.is_person(mention):
                    continue
                value = 4 * (speaks and acts) + 2 * matches(token.relation, ("nsubj",)) + named
                if best is None or value > best[0]:
                    best = value, mention
        return best[1] if best else None
