"""What an author judges of actors and lines of talks (codebook 1.3 predicate `characterises`, rule R15, gold rows G2, G8 and G10)."""

from __future__ import annotations

import msgspec

from dragoman.records.document import Span
from dragoman.records.mention import AttributionStep, CoderVersion, DocumentRef, Evidence


class Characterised(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that is judged: id as in participants, name, and the words in the text."""

    actor: str
    name: str | None = None
    mention: Span | None = None


class Characterisation(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement of a document's author in one sentence. It makes no event.

    Attributes:
        id: `ch_` and 16 hex digits of document, place and aspect.
        holder: whose judgement it is: the author where the document names one, else its outlet; None where neither is known.
        aspect: influence (who has weight), merit (what is well done), duty (what ought to be done), forecast, or view for
            "in my view" and the like.
        polarity: affirmed or negated: "calls the shots" affirms influence, "has no real influence" and "sits on the sidelines" negate it.
        targets: the actors judged; empty where the sentence names none ("who calls the shots").
        track: the line of talks judged, where the text gives a cue.
        evidence: the sentence, and in it the judging words as `trigger`.
        attribution: one step, of source_type author.
        coder: `rule` names the entry of the word list.
    """

    id: str
    document: DocumentRef
    holder: str | None
    aspect: str
    polarity: str
    targets: list[Characterised]
    track: str | None
    evidence: Evidence
    attribution: list[AttributionStep]
    coder: CoderVersion
    predicate: str = "characterises"
    speech_mode: str = "author_opinion"
