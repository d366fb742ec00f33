"""What "did so too" tells: what the sentence before it told of another. "Jordan criticised the accord. Syria did so too." """

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.language.parse import Sentence, matches
from dragoman.records import EventMention

_ALIKE = frozenset({"so", "same", "likewise"})
_BESIDE = frozenset({"do", "the", "too", "also", "as", "well"})
_DOING = ("initiator", "boycotting", "party", "excluded")
_NEAR = 400
"""Characters back to the sentence that it takes up."""


def told_alike(
    candidate: Candidate, sentence: Sentence, people: list[Filled], earlier: Sequence[EventMention]
) -> str | None:
    """Label of the event that "did so" takes up, whose doer's role goes to who does so here; None where it is no such expression, or the
    sentence before tells of none. Who "did not do so" left it undone."""
    lemmas = {sentence.tokens[i].lemma.lower() for i in candidate.words}
    if candidate.ruling is not None or "do" not in lemmas or not lemmas & _ALIKE or lemmas - _ALIKE - _BESIDE:
        return None
    last = earlier[-1].evidence.start if earlier else -1
    if last < max(0, sentence.start - _NEAR):
        return None
    meant = next(event for event in earlier if event.evidence.start == last)
    role = next((p.role for p in meant.participants if p.role in _DOING), "initiator")
    for filled in people:
        subject = sentence.tokens[filled.mention.head]
        if subject.head in candidate.words and matches(subject.relation, ("nsubj",)):
            filled.role = role
    return meant.type or meant.plover.event
