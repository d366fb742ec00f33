"""What is to be said where a mention's article cannot be read again, or is read otherwise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.records import EventMention

if TYPE_CHECKING:
    from dragoman.coder.trace import Traced

NOT_KEPT = (
    "The record has not kept the text of this article, so it cannot be read again: the tree, the rule's wording and what else "
    "was weighed are not shown."
)
_COMPARED = ("type", "status", "polarity", "certainty", "tense")
CHANGED = (
    "The text that the record keeps of this article is not the one that was coded: the tree, the rule's wording and what else was "
    "weighed are not shown."
)


def same_text(mention: EventMention, traced: Traced) -> bool:
    """Whether the text that was read again has the mention's sentence where it stood."""
    at = mention.evidence
    return traced.coded.text[at.start : at.end] == at.text


def changed_reading(mention: EventMention, traced: Traced) -> str:
    """What to say where the same words are now read otherwise than the record has it; "" where they are not."""
    found = traced.of(mention)
    coder = mention.coder
    then = f"coded by {coder.name} {coder.version}, model {coder.model}, lexicon {coder.lexicon}"
    if found is None:
        return f"Read again now ({traced.version}), these words are no event; the record's was {then}."
    now = found.event
    parts = {(p.role, p.actor, p.name) for p in mention.participants}
    differ = [name for name in _COMPARED if getattr(now, name) != getattr(mention, name)]
    told = [f"{name} {getattr(now, name) or now.plover.event}" for name in differ]
    told += ["other participants"] if {(p.role, p.actor, p.name) for p in now.participants} != parts else []
    return f"Read again now ({traced.version}) with {', '.join(told)}; the record's was {then}." if told else ""
