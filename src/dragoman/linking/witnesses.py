"""Whose word counts for what happened: reports before commentary (rule R15)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from dragoman.records import Document, Event, EventMention


def commentaries(documents: Iterable[Document]) -> frozenset[str]:
    """Ids of the documents that are commentary or analysis, by genre, a label in the title or the kind of outlet."""
    from dragoman.actors import load
    from dragoman.coder.attribution.judgements import read_opinion_words
    from dragoman.coder.attribution.opinions import is_commentary

    knowledge, words = load(), read_opinion_words()
    return frozenset(d.id for d in documents if is_commentary(d, knowledge, words))


def reporting(mentions: Sequence[EventMention], opinions: Collection[str]) -> Sequence[EventMention]:
    """Those of an event's mentions by which its values are computed.

    What an author of commentary tells in passing neither bears out nor disputes what was reported ("the rebels sat in a hotel"); what
    he quotes from a source does, and of what nobody reported he is the only witness.
    """
    told = [m for m in mentions if not in_passing(m, opinions)]
    return told or mentions


def in_passing(mention: EventMention, opinions: Collection[str]) -> bool:
    """Whether a mention stands in commentary and rests on nobody but its author."""
    return mention.document.id in opinions and not any(step.step > 1 for step in mention.attribution)


def with_all(event: Event, mentions: Sequence[EventMention]) -> Event:
    """An event computed from reports, with what commentary tells of it among its mentions."""
    documents = {m.document.id for m in mentions}
    return msgspec.structs.replace(
        event, mention_ids=[m.id for m in mentions], n_mentions=len(mentions), n_documents=len(documents)
    )
