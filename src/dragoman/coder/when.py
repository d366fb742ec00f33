"""Date of an event: the date expression nearest the trigger in its clause, read with the clause's tense."""

from __future__ import annotations

from datetime import date

from dragoman.coder.participants import Filled
from dragoman.language.parse import Sentence, matches
from dragoman.records import Span, When
from dragoman.text.dates import DateMention, find_dates

_CLAUSES = ("ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "root")


def when(
    text: str, sentence: Sentence, words: list[int], read: list[Filled], tense: str, published: date | None
) -> When | None:
    """The event's date, or None where the sentence gives none for it.

    A date that the model ties to the trigger is taken; else one that hangs on the trigger or on its verb in the tree.
    """
    ahead = tense in ("planned", "desired", "conditional", "hypothetical")
    dates = find_dates(text, sentence.start, sentence.end, published=published, tense="future" if ahead else "past")
    if not dates:
        return None
    spans = [f.mention.span for f in read if f.role == "when"]
    for found in dates:
        if any(found.start < span.end and span.start < found.end for span in spans):
            return _when(found)
    trigger = words[0]
    for found in dates:
        head = next((t for t in sentence.tokens if t.start <= found.start < t.end), None)
        if head is not None and _governs(sentence, trigger, head.i):
            return _when(found)
    return None


def _governs(sentence: Sentence, trigger: int, day: int) -> bool:
    """Whether the date word hangs below the trigger, or below the verb of the trigger's own clause."""
    own = _clause(sentence, trigger)
    i = day
    while i >= 0:
        if i in (trigger, own):
            return True
        if matches(sentence.tokens[i].relation, _CLAUSES) and i != day:
            return False
        i = sentence.tokens[i].head
    return False


def _clause(sentence: Sentence, i: int) -> int:
    while sentence.tokens[i].head >= 0 and not matches(sentence.tokens[i].relation, _CLAUSES):
        i = sentence.tokens[i].head
    return i


def _when(found: DateMention) -> When:
    span = Span(found.start, found.end, found.text)
    start = found.date_start.isoformat() if found.date_start else None
    end = found.date_end.isoformat() if found.date_end else None
    return When(start=start, end=end, precision=found.precision, text=found.text, mention=span)
