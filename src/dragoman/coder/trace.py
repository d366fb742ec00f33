"""What was weighed while a document was coded: other labels, rules that fit, the pair of actors, other roles, and what was left out.

The document is coded as always, by `DocumentCoder` itself; on the way notes are taken, for whoever asks why (`dragoman explain`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from dragoman.coder.assemble import DocumentCoder
from dragoman.coder.deciding.judge import could_hold_event
from dragoman.coder.deciding.reading import argument_scores
from dragoman.coder.deciding.stacking import RuleShares
from dragoman.coder.draft.candidate import Candidate, PairReading, RuleMatch
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.options import Thresholds
from dragoman.coder.draft.weighing import LeftOut, NoPart, Weighing
from dragoman.coder.kept_out.kept import Kept
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.occurrence.clause_told import Clause
from dragoman.coder.occurrence.status import HEADS, read_clause
from dragoman.coder.settle import of_private_sides, pair_of
from dragoman.coder.taking_part.arguments import role_shares
from dragoman.language.parse import Sentence
from dragoman.records import Document, EventMention, Span

if TYPE_CHECKING:
    from dragoman.coder.coder import CodedDocument, Coder

LEAST = 0.02
"""Labels and roles less probable than this are not worth telling."""
LEAST_ARGUMENT = 0.1
"""Phrases less probable than this of being any argument are not told as left out."""


@dataclass
class EventTrace:
    """How one event mention came about.

    Attributes:
        sentence: the sentence's index.
        words: positions of the trigger's words.
        stages: (what decided, label) in order: the judge, the pair of actors, who takes part.
        overruled: the label that the judge decided against, "" where rule and model do not differ.
        decided_by: as in `CoderVersion`.
        rule: the best trigger of the ontology that marks the words, None where none does.
        has_say: whether that rule decided, or agreed with the model as to the label only.
        rules: all that fit the words, the best first.
        labels: event type or PLOVER category → probability, the likeliest first; "none" is no event at all.
        pair: what the pair of actors was read as, or would be, None where no two participants can be marked.
        pair_asked: whether it was asked while the event was decided.
        clause: status, polarity, certainty and tense with who decided each.
        shares: for each of these, value → the model's probability, the likeliest first.
        roles: words of a phrase → role → the model's probability, the likeliest first.
        no_part: phrases that were weighed and have no role.
        event: the mention.
    """

    sentence: int
    words: list[int]
    stages: list[tuple[str, str]]
    overruled: str
    decided_by: str
    rule: RuleMatch | None
    has_say: bool
    rules: list[RuleMatch]
    labels: dict[str, float]
    pair: PairReading | None
    pair_asked: bool
    clause: Clause
    shares: dict[str, dict[str, float]]
    roles: dict[Span, dict[str, float]]
    no_part: list[NoPart]
    event: EventMention


@dataclass
class Traced:
    """A coded document with how each of its events came about, and what each sentence has that is none.

    Attributes:
        version: the coder's.
        limits: its thresholds.
        meanings: event type or PLOVER category → its definition.
        shares: how often each rule was right in coded articles.
        left_out: sentence → words that were weighed as an event.
        passed_over: sentence → why it was not looked at.
    """

    coded: CodedDocument
    version: str
    limits: Thresholds
    meanings: dict[str, str]
    shares: RuleShares
    events: list[EventTrace] = field(default_factory=list)
    left_out: dict[int, list[LeftOut]] = field(default_factory=dict)
    passed_over: dict[int, str] = field(default_factory=dict)

    def of(self, mention: EventMention) -> EventTrace | None:
        """How a mention came about, found by its id or else its trigger; None where these words are no event now."""
        trigger = mention.evidence.trigger
        same = [t for t in self.events if t.event.id == mention.id]
        near = [t for t in self.events if _overlap(t.event.evidence.trigger, trigger)]
        return next(iter([*same, *near]), None)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a character of the text."""
        return next((s for s in self.coded.sentences if s.start <= place < s.end), None)


def trace(coder: Coder, document: Document) -> Traced:
    """Code a document and keep what was weighed."""
    from dragoman.coder.coder import CodedDocument

    sentences = next(coder.parsed([document]))
    phrases = coder.phrases(document, sentences)
    tracer = _Tracer(coder, document, sentences, phrases)
    events = tracer.events()
    for kept in tracer.traced:
        final = next((e for e in events if e.id == kept.event.id), None)
        if final is None:
            why = (
                "companies and unions alone" if of_private_sides(kept.event, coder.words.lexicon) else "set aside later"
            )
            if tracer.of_private_affairs:
                why = "the text names hardly any state, armed group or party: no public affairs"
            label = kept.event.type or kept.event.plover.event or ""
            tracer.left_out.setdefault(kept.sentence, []).append(LeftOut(kept.words, label, why))
        else:
            kept.event = final
    order = {event.id: n for n, event in enumerate(events)}
    held = sorted((t for t in tracer.traced if t.event.id in order), key=lambda t: order[t.event.id])
    coded = CodedDocument(document, sentences, phrases, events, tracer.characterisations())
    meanings = {name: e.definition for name, e in (coder.ontology.types | coder.ontology.categories).items()}
    left_out = {i: some for i, some in tracer.left_out.items() if some}
    shares = coder.stacker.shares
    return Traced(coded, coder.version, coder.thresholds, meanings, shares, held, left_out, tracer.passed_over)


class _Tracer(DocumentCoder):
    """Codes one parsed document and takes notes."""

    def __init__(self, coder: Coder, document: Document, sentences: list[Sentence], mentions: Mentions) -> None:
        super().__init__(coder, document, sentences, mentions)
        self._weighing = self._notes = Weighing()
        self.traced: list[EventTrace] = []
        self.left_out: dict[int, list[LeftOut]] = {}
        self.passed_over: dict[int, str] = {}
        self._roles: dict[Span, dict[str, float]] = {}
        self._people: list[Filled] = []
        self._before: list[Candidate] = []
        self._label = ""
        self.of_private_affairs = False

    def _of_private_affairs(self, events: list[EventMention]) -> bool:
        self.of_private_affairs = super()._of_private_affairs(events)
        return self.of_private_affairs

    def _decide(self, sentence: Sentence) -> list[Candidate]:
        kept = super()._decide(sentence)
        told = {i for c in kept for i in c.words}
        self.left_out[sentence.index] += [
            LeftOut(c.words, c.label, "another event of the sentence tells it")
            for c in self._before
            if not told.issuperset(c.words)
        ]
        if not kept and not self.left_out[sentence.index]:
            self.passed_over[sentence.index] = self._why_passed_over(sentence)
        return kept

    def _why_passed_over(self, sentence: Sentence) -> str:
        limits = self._coder.thresholds
        if self._sifting.tells_of_elsewhere(sentence):
            return "its words tell of another field (sport, labour, business)"
        assert sentence.reading is not None
        likeliest = 1.0 - float(sentence.reading.probabilities[:, 0].min(initial=1.0))
        if not could_hold_event(sentence, limits):
            return f"no word is an event to the model (the likeliest {likeliest:.3f}, least asks for {limits.least})"
        return f"no rule fits, and the words that may be an event to the model ({likeliest:.3f}) are none that can tell of one"

    def _weighed(self, sentence: Sentence) -> list[Candidate]:
        self._notes.left_out = self.left_out[sentence.index] = []
        decided = super()._weighed(sentence)
        self._before = [msgspec.structs.replace(c) for c in decided]
        return decided

    def _event(
        self, sentence: Sentence, candidate: Candidate, kept_out: list[Kept], earlier: list[EventMention]
    ) -> EventMention:
        coder, judged, overruled = self._coder, candidate.label, candidate.overruled
        judged_by = candidate.decided_by
        event = super()._event(sentence, candidate, kept_out, earlier)
        told_by = msgspec.structs.replace(candidate, label=self._label)
        stages = [(judged_by, judged)]
        if self._label != judged:
            stages.append(("the pair of actors", self._label))
        if candidate.label != self._label:
            stages.append(("who takes part", candidate.label))
        clause = read_clause(sentence, told_by, coder.engine.labels, coder.words.lexicon.modality)
        for head in HEADS:
            if clause.values[head] != getattr(event, head):
                clause.put("who was not invited is kept out (R9)", **{head: getattr(event, head)})
        rules = [m for m in coder.matcher.match(sentence, self._mentions) if set(m.words) & set(candidate.words)]
        self.traced.append(EventTrace(
            sentence=sentence.index, words=candidate.words, stages=stages, overruled=overruled, decided_by=candidate.decided_by,
            rule=candidate.rule, has_say=candidate.ruling is not None, rules=sorted(rules, key=lambda m: m.rank, reverse=True),
            labels=self._labels(sentence, candidate), pair=candidate.pair or self._ask(event), pair_asked=candidate.pair is not None,
            clause=clause, shares=self._clause_shares(sentence, candidate), roles=self._roles,
            no_part=self._without_part(event), event=event,
        ))  # fmt: skip
        return event

    def _cast(self, sentence: Sentence, candidate: Candidate) -> tuple[list[Filled], list[Filled]]:
        self._notes.no_part = []
        read, people = super()._cast(sentence, candidate)
        self._people, self._label, self._roles = people, candidate.label, {}
        labels, limits = self._coder.engine.labels["argument"], self._coder.thresholds
        scores = argument_scores(self._coder.engine, sentence, candidate.words, candidate.label)
        noted = {n.mention.head for n in self._notes.no_part} | {f.mention.head for f in (*read, *people)}
        for mention in self._mentions.of_sentence(sentence):
            words = [i for i in range(mention.first, mention.last + 1) if i not in candidate.words]
            if not words or mention.head in candidate.words:
                continue
            shares = role_shares(mention, words, scores).tolist()
            some = 1.0 - shares[0]
            self._roles[mention.span] = _ranked(["none", *labels[1:]], shares)
            if LEAST_ARGUMENT <= some < limits.argument and mention.head not in noted:
                role = labels[max(range(1, len(labels)), key=lambda k: shares[k])]
                note = NoPart(mention, role, "not sure of any part", "argument", some, limits.argument)
                self._notes.no_part.append(note)
        return read, people

    def _labels(self, sentence: Sentence, candidate: Candidate) -> dict[str, float]:
        assert sentence.reading is not None
        shares = sentence.reading.probabilities[candidate.words].mean(0).tolist()
        return _ranked(["none", *self._coder.engine.labels["event"][1:]], shares)

    def _clause_shares(self, sentence: Sentence, candidate: Candidate) -> dict[str, dict[str, float]]:
        assert sentence.reading is not None
        clause, labels = sentence.reading.clause, self._coder.engine.labels
        return {head: _ranked(labels[head], clause[head][candidate.words].mean(0).tolist()) for head in HEADS}

    def _ask(self, event: EventMention) -> PairReading | None:
        """What the pair of actors by itself is read as, though the decision did not need it."""
        evidence = event.evidence
        here = [p for p in event.participants if p.mention and evidence.start <= p.mention.start < evidence.end]
        pair = pair_of(here)
        if pair is None:
            return None
        source, target = (p.mention for p in pair if p.mention is not None)
        spans = [(s.start - evidence.start, s.end - evidence.start) for s in (source, target)]
        read = self._coder.relation(evidence.text, source=spans[0], target=spans[1])
        return PairReading(source.text, target.text, read.probabilities)

    def _without_part(self, event: EventMention) -> list[NoPart]:
        """Phrases without a role, each once, with those who lost theirs when the event was put together."""
        parts = [*(p.mention for p in event.participants), *(step.mention for step in event.attribution)]
        parts += [told.mention for told in (event.venue, event.date) if told is not None]
        told = [part for part in parts if part is not None]
        gone = [
            NoPart(f.mention, f.role, "tells of the act, or means a participant who is named already")
            for f in self._people
        ]
        found = {note.mention.span: note for note in [*gone, *self._notes.no_part]}
        apart = [n for span, n in found.items() if not any(t.start <= span.start and span.end <= t.end for t in told)]
        return sorted(apart, key=lambda n: n.mention.start)


def _ranked(labels: list[str], shares: list[float]) -> dict[str, float]:
    named = sorted(zip(labels, shares, strict=True), key=lambda item: -item[1])
    return {label: share for label, share in named if share >= LEAST}


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
