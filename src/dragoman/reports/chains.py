"""Who says so, through whom: the chain of sources behind a mention."""

from __future__ import annotations

import msgspec

from dragoman.records import EventMention
from dragoman.reports.say import unique
from dragoman.reports.words import words


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the chain of sources, nearest the reader first."""

    speaker: str
    relation: str
    kind: str
    actor: str
    stake: str
    said: str


def sources(mention: EventMention) -> list[Source]:
    """The steps of the chain, nearest the reader first."""
    return [
        Source(
            speaker=step.speaker or words().of("source_type", step.source_type) or "somebody",
            relation=step.relation,
            kind=words().of("source_type", step.source_type),
            actor=step.actor or "",
            stake=words().of("stake", step.stake),
            said=step.mention.text if step.mention else "",
        )
        for step in sorted(mention.attribution, key=lambda s: s.step)
    ]


def chain(mention: EventMention) -> list[str]:
    """Who says so, nearest the reader first: "Gulf Ledger", "Reuters", "V. Putin (a named official, on its own part)"."""
    steps = []
    for step in sorted(mention.attribution, key=lambda s: s.step):
        kind = words().of("source_type", step.source_type)
        speaker = step.speaker or kind or "somebody"
        plain = step.source_type in (None, "outlet", "wire", "none") or not step.speaker
        told = [kind, words().of("stake", step.stake)]
        steps.append(speaker if plain else f"{speaker} ({', '.join(t for t in told if t)})")
    return steps or unique([mention.document.outlet])
