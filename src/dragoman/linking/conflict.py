"""Which conflict a mention belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from dragoman.linking.aggregate import mode
from dragoman.linking.order import reading_order
from dragoman.records import Document, EventMention

ConflictOf = Callable[[Sequence[EventMention]], str | None]
"""The conflict of one mention, or of all mentions of a document; None where they do not tell.
"""

# The head of an article says what it is about; further down it compares and looks back.
_HEAD = 1500


def default_conflict_of(documents: Sequence[Document]) -> ConflictOf:
    """The knowledge base's rule: by actors and places with a mention's sentence or a document's opening."""
    # Loaded when first used: reading the tables takes longer than linking a few articles.
    from dragoman.actors import load

    knowledge = load()
    texts = {d.id: d for d in documents}

    def rule(mentions: Sequence[EventMention]) -> str | None:
        first = mentions[0]
        people = [p for m in mentions for p in m.participants]
        actors = [p.actor for p in people if p.actor]
        countries = [p.country for p in people if p.country and p.country != p.actor]
        countries += [m.venue.country for m in mentions if m.venue and m.venue.country]
        if len(mentions) == 1:
            words = [first.evidence.text]
        else:
            document = texts.get(first.document.id)
            words = [first.document.title or ""]
            words += [document.text[:_HEAD]] if document else [m.evidence.text for m in mentions]
        return knowledge.conflict_of(
            words, actors=actors, countries=countries, published=first.document.published
        )

    return rule


def conflicts(mentions: Sequence[EventMention], conflict_of: ConflictOf) -> dict[str, str | None]:
    """Conflict by mention id: the mention's own if actors, place and sentence tell, else its document's.

    Where a document as a whole does not tell, it takes the conflict that most of its mentions tell.
    """
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.document.id].append(mention)
    result: dict[str, str | None] = {}
    for members in by_document.values():
        members = sorted(members, key=reading_order)
        own = {m.id: conflict_of([m]) for m in members}
        whole = conflict_of(members) or mode([(name, m_id) for m_id, name in own.items() if name])
        result.update({m.id: own[m.id] or whole for m in members})
    return result
