"""A mention's sentence cut at the words that bear a part: trigger, participants by role, place, date, and who says so."""

from __future__ import annotations

import msgspec

from dragoman.records import EventMention, Span
from dragoman.reports.say import unique
from dragoman.reports.words import words

TRIGGER, PLACE, DATE, SPEAKER = "trigger", "venue", "date", "speaker"


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence.

    Attributes:
        mark: "" for plain text, "trigger", or what its words are, in plain words ("conflict party", "place").
        kinds: the codes behind the mark: trigger, venue, date, speaker, or roles; the first gives the colour.
    """

    text: str
    mark: str = ""
    kinds: list[str] = []


class Marked(msgspec.Struct, frozen=True):
    """Words of a mention with what they are: `kind` a role or one of this module's, `label` the same in plain words."""

    span: Span
    kind: str
    label: str


def marks(mention: EventMention) -> list[Marked]:
    """Everything in the text that bears a part in the mention, in order; the trigger first of what begins together."""
    found = [Marked(mention.evidence.trigger, TRIGGER, "trigger")]
    found += [
        Marked(p.mention, p.role, words().of("role", p.role).split(" (")[0]) for p in mention.participants if p.mention
    ]
    if mention.venue and mention.venue.mention:
        found.append(Marked(mention.venue.mention, PLACE, "place"))
    if mention.date and mention.date.mention:
        found.append(Marked(mention.date.mention, DATE, "date"))
    found += [Marked(step.mention, SPEAKER, "speaker") for step in mention.attribution if step.mention]
    return sorted(found, key=lambda m: (m.span.start, m.kind != TRIGGER, -m.span.end))


def sentence_pieces(mention: EventMention) -> list[Piece]:
    """The sentence as pieces; the trigger stands by itself, and words that overlap otherwise bear the marks of all."""
    sentence, trigger = mention.evidence, mention.evidence.trigger
    cut = [(_beside(m.span, trigger) if m.kind != TRIGGER else (trigger.start, trigger.end), m) for m in marks(mention)]
    runs: list[tuple[int, int, list[Marked]]] = []
    for (start, end), mark in sorted(cut, key=lambda item: item[0]):
        if not sentence.start <= start < end <= sentence.end:
            continue
        if runs and start < runs[-1][1]:
            first, last, told = runs[-1]
            runs[-1] = (first, max(last, end), [*told, mark])
        else:
            runs.append((start, end, [mark]))
    pieces: list[Piece] = []
    at = sentence.start
    for start, end, told in runs:
        pieces.append(Piece(sentence.text[at - sentence.start : start - sentence.start]))
        text = sentence.text[start - sentence.start : end - sentence.start]
        pieces.append(Piece(text, ", ".join(unique(m.label for m in told)), unique(m.kind for m in told)))
        at = end
    pieces.append(Piece(sentence.text[at - sentence.start :]))
    return [piece for piece in pieces if piece.text]


def _beside(span: Span, trigger: Span) -> tuple[int, int]:
    """Characters of a span without the trigger inside it: the longer of the two parts."""
    if span.end <= trigger.start or trigger.end <= span.start:
        return span.start, span.end
    before, after = (span.start, max(span.start, trigger.start)), (min(span.end, trigger.end), span.end)
    start, end = max(before, after, key=lambda part: part[1] - part[0])
    words = span.text[start - span.start : end - span.start]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
