"""Mentions as linking holds them: parts that are equal are held once, and what it never reads is left out.

A mention as it was coded takes about 7 kB of memory, mostly for the same few words and actors over and over; held so it takes less than
1 kB, and a million fit on a laptop. What is left out: words and reasons by which actors, places and days were found, the coder and
its confidence, but for what keeps somebody out: there the rule and what gave the role are kept. Linking comes out the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

import msgspec

from dragoman.linking.vocabulary import vocabulary
from dragoman.records import (
    AttributionStep,
    CoderVersion,
    EventMention,
    Evidence,
    Participant,
    Plover,
    Span,
    Venue,
    When,
)

T = TypeVar("T", bound=Hashable)

_NO_CODER = CoderVersion(name="", version="", model="", lexicon="", rule="")
# Reprints repeat sentences, mostly within days: of as many sentences equal ones are held once.
_SENTENCES = 50_000


def spared(mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """The mentions in their order, each as linking holds it."""
    parts = _Parts()
    for mention in mentions:
        yield parts.mention(mention)


class _Parts:
    """Parts of mentions met so far."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Hashable] = {}
        self._numbers: dict[int, int] = {}
        self._participants: dict[tuple[Participant, ...], list[Participant]] = {}
        self._steps: dict[tuple[AttributionStep, ...], list[AttributionStep]] = {}
        self._issues: dict[tuple[str, ...], list[str]] = {}
        self._strategies: dict[tuple[str, ...], list[str]] = {}
        self._plover: dict[tuple[str | None, str | None, tuple[str, ...]], Plover] = {}
        self._sentences: dict[str, str] = {}
        self._absent = vocabulary().absent

    def _one(self, part: T) -> T:
        return self._known.setdefault(part, part)  # type: ignore[return-value]

    def mention(self, m: EventMention) -> EventMention:
        """A mention made of known parts."""
        one = self._one
        people = tuple(map(self._participant, m.participants))
        steps = tuple(map(self._step, m.attribution))
        issues = tuple(m.issues)
        plover = (m.plover.event, m.plover.mode, tuple(m.plover.context))
        return EventMention(
            id=m.id,
            document=one(m.document),
            type=one(m.type),
            plover=self._plover.setdefault(plover, m.plover),
            cameo=one(m.cameo),
            status=one(m.status),
            polarity=one(m.polarity),
            certainty=one(m.certainty),
            tense=one(m.tense),
            participants=self._participants.setdefault(people, list(people)),
            venue=one(_venue(m.venue)) if m.venue else None,
            date=one(When(start=m.date.start, end=m.date.end, precision=m.date.precision)) if m.date else None,
            issues=self._issues.setdefault(issues, m.issues),
            track=one(m.track),
            attribution=self._steps.setdefault(steps, list(steps)),
            speech_mode=one(m.speech_mode),
            evidence=self._evidence(m.evidence),
            confidence=1.0,
            coder=one(_deciding(m.coder)) if any(p.role in self._absent for p in m.participants) else _NO_CODER,
            background=m.background,
            unit_level=one(m.unit_level),
            format=one(m.format),
            disclosure=one(m.disclosure),
            third_party_involvement=one(m.third_party_involvement),
            strategy=self._strategies.setdefault(tuple(m.strategy), m.strategy) if m.strategy else None,
            outcome=one(m.outcome),
            agreement_class=one(m.agreement_class),
            form=one(m.form),
        )

    def _participant(self, who: Participant) -> Participant:
        # Where somebody stands in the sentence tells who objects to whom; the words stand for a name.
        out = who.role in self._absent
        span = who.mention if out or not who.name else None
        return self._one(
            Participant(
                role=who.role,
                actor=who.actor,
                name=who.name,
                actor_type=who.actor_type,
                country=who.country,
                sector=who.sector,
                side=who.side,
                mention=span,
                exclusion=who.exclusion,
                why=_role_part(who.why) if out else None,
            )
        )

    def _step(self, step: AttributionStep) -> AttributionStep:
        return self._one(
            AttributionStep(
                step=step.step,
                speaker=step.speaker,
                actor=step.actor,
                relation=step.relation,
                source_type=step.source_type,
                stake=step.stake,
            )
        )

    def _evidence(self, told: Evidence) -> Evidence:
        if len(self._sentences) > _SENTENCES:
            self._sentences.clear()
        number = self._numbers.setdefault
        trigger = told.trigger
        return Evidence(
            start=number(told.start, told.start),
            end=number(told.end, told.end),
            text=self._sentences.setdefault(told.text, told.text),
            trigger=Span(
                number(trigger.start, trigger.start), number(trigger.end, trigger.end), self._one(trigger.text)
            ),
        )


def _deciding(coder: CoderVersion) -> CoderVersion:
    return msgspec.structs.replace(_NO_CODER, rule=coder.rule, decided_by=coder.decided_by)


def _role_part(why: str | None) -> str | None:
    """What gave a participant its role, of the reasons that the coder tells."""
    _, told, role = (why or "").rpartition("; role: ")
    return f"role: {role}" if told else None


def _venue(venue: Venue) -> Venue:
    return Venue(
        name=venue.name,
        country=venue.country,
        country_name=venue.country_name,
        lat=venue.lat,
        lon=venue.lon,
        status=venue.status,
    )
