"""The way through the tree from a trigger to a participant: what a rule saw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.records import EventMention, Span

if TYPE_CHECKING:
    from dragoman.language.parse import Sentence


def sentence_of(mention: EventMention, sentences: Iterable[Sentence]) -> Sentence | None:
    """The parsed sentence that holds the mention's trigger, None where there is none."""
    at = mention.evidence.trigger.start
    return next((s for s in sentences if s.start <= at < s.end), None)


def path(sentence: Sentence, trigger: Span, words: Span) -> str:
    """The path as words with relations: "organize ↑xcomp working ↓nsubj Putin"; "" where there is none.

    ↑ goes from a word to its head, ↓ from a head to the word that depends on it.
    """
    start, end = _head(sentence, trigger), _head(sentence, words)
    if start is None or end is None:
        return ""
    up = [start, *sentence.ancestors(start)]
    down = [end, *sentence.ancestors(end)]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return ""
    tokens = sentence.tokens
    steps = [tokens[start].text]
    for i in up[: up.index(meet)]:
        steps.append(f"↑{tokens[i].relation} {tokens[tokens[i].head].text}")
    for i in reversed(down[: down.index(meet)]):
        steps.append(f"↓{tokens[i].relation} {tokens[i].text}")
    return " ".join(steps)


def _head(sentence: Sentence, span: Span) -> int | None:
    """The word of a span whose head lies outside it."""
    inside = [t.i for t in sentence.tokens if t.start < span.end and t.end > span.start]
    return next((i for i in inside if sentence.tokens[i].head not in inside), None)
