"""The coder: from a document to its event mentions, in numbered steps.

1 sentences, page furniture out      5 decide which triggers count (`judge`)
2 parse (one pass of the model)      6 participants (`participants`, `exclusion`)
3 noun phrases and who they mean     7 status, tense, place, date
4 triggers: rules and model          8 who says so (`attribution`), track, issues, what came of it (`assessed`)
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import actors, ontology
from dragoman.actors import Knowledge
from dragoman.coder.assemble import DocumentCoder
from dragoman.coder.codes.contexts import ContextWords
from dragoman.coder.codes.crosswalk import Crosswalk
from dragoman.coder.deciding import lexical, stacking
from dragoman.coder.deciding.lexical import LexicalModel
from dragoman.coder.deciding.stacking import Stacker
from dragoman.coder.deciding.triggers import TriggerMatcher
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.grammar.attachment import mend
from dragoman.coder.grammar.gazetteer import gazetteer
from dragoman.coder.grammar.headlines import as_running_text, mend_verb
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.names.opening import opening_words
from dragoman.coder.relation import Relation, relation
from dragoman.coder.words import Words
from dragoman.compiled_file import no_collection
from dragoman.language.en.engine import Engine, open_session
from dragoman.language.parse import Sentence
from dragoman.records import Actor, Characterisation, Document, EventMention
from dragoman.records.dates import published_day
from dragoman.records.document import valid
from dragoman.text.boilerplate import furniture
from dragoman.text.sentences import split_sentences
from dragoman.text.stamps import without_stamps
from dragoman.text.turns import find_turns, without_labels
from dragoman.version import VERSION

if TYPE_CHECKING:
    from dragoman.coder.trace import Traced


class CodedDocument:
    """A document with what was found in it: `events`, `characterisations`, `sentences`, `mentions`, `text`.

    Attributes:
        characterisations: what the author judges of actors and lines of talks; such sentences make no events (rule R15).
        phrases: looks noun phrases up by sentence and word; `mentions` lists them.
    """

    def __init__(
        self, document: Document, sentences: list[Sentence], phrases: Mentions, events: list[EventMention],
        characterisations: list[Characterisation],
    ) -> None:  # fmt: skip
        self.document, self.sentences, self.phrases, self.events = document, sentences, phrases, events
        self.characterisations = characterisations

    @cached_property
    def mentions(self) -> list[Mention]:
        """Noun phrases and pronouns in reading order, each with its `span` and who is meant (`actor`, `name` ..., None where unknown)."""
        return [mention for sentence in self.sentences for mention in self.phrases.of_sentence(sentence)]

    @property
    def text(self) -> str:
        """The document's text, which all offsets refer to."""
        return self.document.text


class Coder:
    """Codes documents with the shipped model and knowledge.

    Args:
        threads: threads of one model pass; None takes what the machine has, at most four.
        thresholds: how sure a reading must be.
        actors: folders with own tables and dictionaries of actors (`actors.own`); None takes those of
            `actors.using`, else those that the environment variable DRAGOMAN_ACTORS names.
    """

    def __init__(
        self,
        *,
        threads: int | None = None,
        thresholds: Thresholds | None = None,
        actors: Sequence[str | Path] | None = None,
    ) -> None:
        self._actors = actors
        self.thresholds = thresholds or Thresholds()
        self._threads = threads

    def load(self) -> Coder:
        """Read model and knowledge now, and not when the first text is coded; the coder itself, for chaining."""
        with no_collection():
            _ = (self.engine, self.matcher, self.stacker, self.lexical, self.crosswalk, self.words.assessor)
        return self

    @cached_property
    def engine(self) -> Engine:
        """The language model. Single words of the ontology count as known lemmas."""
        with ThreadPoolExecutor(1) as beside:
            session = beside.submit(open_session)
            words = {lemma for trigger in self.ontology.triggers for lemmas in trigger.lemmas for lemma in lemmas}
            known = frozenset(words) | frozenset(self.words.third_parties.verbs)
            names = gazetteer(self.knowledge)
            return Engine(threads=self._threads, vocabulary=known, gazetteer=names, session=session.result())

    @cached_property
    def knowledge(self) -> Knowledge:
        """Who is who."""
        return actors.load(extra=self._actors)

    @cached_property
    def ontology(self) -> ontology.Ontology:
        """What can be said to happen."""
        return ontology.load()

    @cached_property
    def words(self) -> Words:
        """How English says it."""
        return Words()

    @cached_property
    def matcher(self) -> TriggerMatcher:
        """The ontology's triggers, indexed."""
        return TriggerMatcher(self.ontology, self.words.light_verbs)

    @cached_property
    def stacker(self) -> Stacker:
        """What weighs model and rules."""
        return stacking.load(self.ontology.triggers)

    @cached_property
    def lexical(self) -> LexicalModel:
        """What words alone say of events."""
        return lexical.load()

    @cached_property
    def crosswalk(self) -> Crosswalk:
        """PLOVER and CAMEO codes of mentions."""
        return Crosswalk(self.ontology, ContextWords(self.words.lexicon.contexts))

    @property
    def version(self) -> str:
        """Version of code, model and knowledge together: two equal versions code alike."""
        own = f"+{self.knowledge.version}" if self.knowledge.version else ""
        return f"{VERSION}+{self.engine.version}+{self.words.version}{own}"

    def __call__(
        self,
        text: str,
        *,
        published: str | datetime.date | None = None,
        outlet: str | None = None,
        title: str | None = None,
        author: str | None = None,
        genre: str | None = None,
        id: str | None = None,
    ) -> CodedDocument:
        """Code one text.

        Args:
            published: ISO date or date-time, or such an object of Python's.
            genre: of codebook 1.2; "commentary" and "analysis" have opinions told from reports. None takes it from the outlet's type.

        Raises:
            OptionError: `published` is no date.
        """
        document = Document.of(text, id=id, published=published, outlet=outlet, title=title, author=author, genre=genre)
        return self.code(document)

    def code(self, document: Document) -> CodedDocument:
        """Code one document."""
        return next(self.code_many([document]))

    def pipe(self, texts: Iterable[str], *, batch_size: int = 16) -> Iterator[CodedDocument]:
        """Code many texts in one process, in order, holding `batch_size` in memory."""
        return self.code_many((Document.of(text) for text in texts), batch_size=batch_size)

    def code_many(self, documents: Iterable[Document], *, batch_size: int = 16) -> Iterator[CodedDocument]:
        """Code many documents, in order; `batch_size` of them are parsed together."""
        batch: list[Document] = []
        for document in documents:
            batch.append(document)
            if len(batch) >= batch_size:
                yield from self._batch(batch)
                batch = []
        yield from self._batch(batch)

    def resolve(
        self, phrase: str, *, published: str | datetime.date | None = None, context: str | None = None
    ) -> Actor:
        """Who is meant by a noun phrase, at a date, in a context that settles ambiguous names.

        Raises:
            OptionError: `published` is no date.
        """
        found = self.knowledge.resolver.resolve(valid(phrase), published=published_day(published), context=context)
        person = found.person
        return Actor(id=found.actor, name=found.name, actor_type=found.actor_type, country=found.country, sector=found.sector,
                     person=person.name if person else None, office=person.office if person else None, why=found.why or None)  # fmt: skip

    def relation(self, text: str, *, source: tuple[int, int], target: tuple[int, int]) -> Relation:
        """PLOVER category of what the source does to the target, both character spans of `text`; see `relation.relation`.

        Raises:
            OptionError: a span is empty or reversed, lies outside the text, or holds no word.
        """
        return relation(self.engine, valid(text), source, target)

    def trace(self, document: Document) -> Traced:
        """Code one document and keep what was weighed on the way: for whoever asks why (`dragoman explain`)."""
        from dragoman.coder.trace import trace

        return trace(self, document)

    def parsed(self, batch: list[Document]) -> Iterator[list[Sentence]]:
        """Sentences of each document of a batch; with more than one thread the next one is parsed while the caller uses the present."""
        bodies = [_body(d.text) for d in batch]
        inputs = ((as_running_text(d.text, b, self.knowledge), b) for d, b in zip(batch, bodies, strict=True))
        parsed = self.engine.pipe(inputs)
        ahead = self._parser.submit(next, parsed) if batch and self._parser else None
        for number, document in enumerate(batch, 1):
            sentences = next(parsed) if ahead is None else ahead.result()
            if self._parser and number < len(batch):
                ahead = self._parser.submit(next, parsed)
            for sentence in sentences:
                sentence.text = document.text[sentence.start : sentence.end]
                mend_verb(sentence)
                mend(sentence)
            yield sentences

    def phrases(self, document: Document, sentences: list[Sentence]) -> Mentions:
        """The noun phrases of a parsed document, with who is meant."""
        context = opening_words(document, self.knowledge)
        words = self.words.lexicon
        return Mentions(document.text, sentences, self.knowledge, published=document.published, context=context,
                        parts=words.parts_played, sides=words.nouns_of_sides, posts=words.nouns_of_posts,
                        margins=words.nouns_of_margins, at_home=words.nouns_at_home,
                        callings=self.words.third_parties.callings, of_talks=self.words.peace_words)  # fmt: skip

    @cached_property
    def _parser(self) -> ThreadPoolExecutor | None:
        return ThreadPoolExecutor(1) if self.engine.threads > 1 else None

    def _batch(self, batch: list[Document]) -> Iterator[CodedDocument]:
        for document, sentences in zip(batch, self.parsed(batch), strict=True):
            yield self._code(document, sentences)

    def _code(self, document: Document, sentences: list[Sentence]) -> CodedDocument:
        mentions = self.phrases(document, sentences)
        made = DocumentCoder(self, document, sentences, mentions)
        return CodedDocument(document, sentences, mentions, made.events(), made.characterisations())


def _body(text: str) -> list[tuple[int, int]]:
    """Sentences of a text without those that are mostly page furniture and without hours and the labels of speakers before them."""
    cut = furniture(text)
    kept = [(a, b) for a, b in split_sentences(text) if not cut or 2 * _covered(cut, a, b) < b - a]
    return without_labels(without_stamps(text, kept), find_turns(text))


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """Characters of `start` to `end` that the spans cover."""
    return sum(max(0, min(b, end) - max(a, start)) for a, b in spans)
