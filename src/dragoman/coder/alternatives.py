"""What else a trigger could have meant: the model's other labels, the rules that fit, and what the pair of actors by itself is read as.

For whoever asks why an event was coded so; coding itself doesn't need it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dragoman.coder.judge import rule_label
from dragoman.coder.relation import Relation
from dragoman.coder.settle import pair_of
from dragoman.records import EventMention

if TYPE_CHECKING:
    from dragoman.coder.coder import CodedDocument, Coder

LEAST = 0.02
"""Labels less probable than this are not worth telling."""


class Considered(msgspec.Struct, frozen=True):
    """What was weighed for one event mention.

    Attributes:
        labels: event type or PLOVER category → probability the model gives it, most probable first; "none" is no event at all.
        rules: (id of the trigger of the ontology, its label) of each rule that fits the trigger's words.
        pair: (source, target, category → probability) where two participants can be marked in the sentence, else None.
    """

    labels: dict[str, float]
    rules: list[tuple[str, str]]
    pair: tuple[str, str, dict[str, float]] | None


def considered(coder: Coder, coded: CodedDocument, mention: EventMention) -> Considered | None:
    """What was weighed for a mention of a coded document; None where its trigger stands in none of the parsed sentences."""
    trigger = mention.evidence.trigger
    sentence = next((s for s in coded.sentences if s.start <= trigger.start < s.end), None)
    if sentence is None:
        return None
    words = [t.i for t in sentence.tokens if t.start < trigger.end and trigger.start < t.end]
    labels: dict[str, float] = {}
    if sentence.reading is not None and words:
        means = sentence.reading.probabilities[words].mean(0).tolist()
        named = zip(["none", *coder.engine.labels["event"][1:]], means, strict=True)
        labels = {label: p for label, p in sorted(named, key=lambda item: -item[1]) if p >= LEAST}
    matches = coder.matcher.match(sentence, coded.phrases)
    rules = [(m.trigger.id, rule_label(m)) for m in matches if set(m.words) & set(words)]
    return Considered(labels, rules, _pair(coder, mention))


def _pair(coder: Coder, mention: EventMention) -> tuple[str, str, dict[str, float]] | None:
    """Source and target with words in the sentence, read as a marked pair."""
    evidence = mention.evidence
    here = [p for p in mention.participants if p.mention and evidence.start <= p.mention.start < evidence.end]
    pair = pair_of(here)
    if pair is None:
        return None
    source, target = (p.mention for p in pair if p.mention is not None)
    spans = [(s.start - evidence.start, s.end - evidence.start) for s in (source, target)]
    read: Relation = coder.relation(evidence.text, source=spans[0], target=spans[1])
    ranked = sorted(read.probabilities.items(), key=lambda item: -item[1])
    return source.text, target.text, {label: p for label, p in ranked if p >= LEAST}
