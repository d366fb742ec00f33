"""Short ways to write documents and mentions for the tests of linking."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.records import (
    AttributionStep,
    CoderVersion,
    Document,
    DocumentRef,
    EventMention,
    Evidence,
    Exclusion,
    Participant,
    Plover,
    Span,
    Venue,
    When,
)

NAMES = {
    "RUS": "Russia",
    "TUR": "Turkey",
    "IRN": "Iran",
    "USA": "United States",
    "SYR": "Syria",
    "KAZ": "Kazakhstan",
    "igo:un": "United Nations",
    "group:rebels": "Syrian opposition",
    "group:pyd": "PYD",
}
CODER = CoderVersion(name="test", version="0", model="none", lexicon="none", rule="by hand")


def article(
    id: str, text: str, published: str | None = "2017-01-20", outlet: str = "The Post", **more: Any
) -> Document:
    return Document.of(text, id=id, published=published, outlet=outlet, **more)


def who(role: str, actor: str, **more: Any) -> Participant:
    code = actor if actor.isupper() or ":" in actor else None
    return Participant(role=role, actor=code, name=NAMES.get(actor, actor), **more)


def by_rule(told: EventMention, rule: str, decided_by: str = "rule+model") -> EventMention:
    """A mention as a rule of the ontology decided it."""
    return msgspec.structs.replace(told, coder=msgspec.structs.replace(told.coder, rule=rule, decided_by=decided_by))


def kept_out(actor: str, mode: str = "not_invited", asserted_by: str | None = None) -> Participant:
    return who("excluded", actor, exclusion=Exclusion(mode=mode, asserted_by=asserted_by))


def said_by(actor: str, source_type: str = "named_official", **more: Any) -> list[AttributionStep]:
    return [
        AttributionStep(step=1, speaker="The Post", relation="writes", source_type="outlet"),
        AttributionStep(
            step=2,
            speaker=NAMES.get(actor, actor),
            actor=actor,
            relation="quotes",
            source_type=source_type,
            **more,
        ),
    ]


def through(wire: str) -> list[AttributionStep]:
    return [
        AttributionStep(step=1, speaker="The Post", relation="writes", source_type="outlet"),
        AttributionStep(step=2, speaker=wire, relation="quotes", source_type="wire"),
    ]


def mention(
    id: str,
    document: Document,
    type: str | None = "mediated_talks",
    status: str = "held",
    *participants: Participant,
    day: str | None = None,
    until: str | None = None,
    precision: str = "day",
    venue: tuple[str, str] | None = None,
    track: str | None = None,
    at: int = 0,
    sentence: str = "",
    trigger: int | None = None,
    word: str | None = None,
    **more: Any,
) -> EventMention:
    """A mention at character `at`; by default affirmed, certain, in the past, told by the outlet.

    Its trigger is `word` of the sentence, or the five characters of it from `trigger` on.
    """
    fields: dict[str, Any] = {
        "plover": Plover(event="CONSULT"),
        "cameo": None,
        "polarity": "affirmed",
        "certainty": "certain",
        "tense": "planned" if status in ("proposed", "planned", "invited") else "past",
        "issues": [],
        "attribution": [],
        "speech_mode": "outlet_assertion",
    }
    fields.update(more)
    place = Venue(name=venue[0], country=venue[1], country_name=NAMES.get(venue[1])) if venue else None
    start = at if trigger is None else at + trigger
    told = Evidence(start=at, end=at + 50, text=sentence, trigger=Span(start, start + 5, "talks"))
    if word is not None:
        start = at + sentence.index(word)
        told = Evidence(start=at, end=at + len(sentence), text=sentence, trigger=Span(start, start + len(word), word))
    return EventMention(
        id=id,
        document=DocumentRef(id=document.id, outlet=document.outlet, published=document.published),
        type=type,
        status=status,
        participants=list(participants),
        venue=place,
        date=When(start=day, end=until or day, precision=precision) if day else None,
        track=track,
        evidence=told,
        confidence=0.9,
        coder=CODER,
        **fields,
    )
