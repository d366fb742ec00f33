"""Made-up reports for `benchmarks/linking.py`: articles with their event mentions, in any number, the same each time.

Nothing here was ever written or happened. What the numbers of the sample record are (mentions an article, participants, days, places
and labels told, share of mentions without a type), these reports have too. Conflicts, parties and places are those of the knowledge
base. Each conflict has its share of the news, by the law of Zipf. A mention tells of a new event or, more often, of one that was told
of in the last days: the more it was told of, the likelier (Simon 1955), so that few events have very many reports. A fifth of the
articles is reprinted by others, with a credit line, under another lead or cut.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dragoman.actors import load
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
from linking_world import ACTS, KINDS, MEETINGS, PLOVER, Happening, Theatre, happening, theatres

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
MADE = CoderVersion(name="benchmark", version="1", model="none", lexicon="none", rule="made", decided_by="rule")
FIRST_DAY, DAYS = dt.date(2012, 1, 1), 3650
WORDS = 190
"""Words of an article; the sample articles have that many."""
NEW_EVENT, MEMORY_DAYS = 0.4, 12
REPRINTED, MOST_REPRINTS = 0.2, 12
OUTLETS = [f"{place} {name}" for name in ("Herald", "Times", "Post", "Courier", "Observer") for place in
           ("Andean", "Harbour", "Northern", "Lakeside", "Capital", "Valley", "Coastal", "Plains")]  # fmt: skip
AGENCIES = ["Reuters", "AFP", "Associated Press", "Xinhua"]


class Report(NamedTuple):
    """An article and its mentions."""

    document: Document
    mentions: list[EventMention]


def reports(n_mentions: int, seed: int = 2012) -> Iterator[Report]:
    """Articles in order of time until so many mentions are made, over about ten years however many there are."""
    draw = random.Random(seed)
    world = theatres()
    weights = [1 / rank for rank in range(1, len(world) + 1)]
    told: list[deque[Happening]] = [deque() for _ in world]
    later: dict[dt.date, list[Report]] = {}
    made = number = 0
    per_day = n_mentions / 14.5 / DAYS  # 10 mentions an article, and six in ten of them again in reprints
    for passed in range(3 * DAYS):
        today = FIRST_DAY + dt.timedelta(days=passed)
        fresh = later.pop(today, [])
        for _ in range(int(per_day) + (draw.random() < per_day % 1)):
            which = draw.choices(range(len(world)), weights)[0]
            if not world[which].begins <= today.isoformat() <= world[which].ends:
                continue
            number += 1
            report = _report(f"a{number:07}", today, world[which], told[which], draw)
            fresh.append(report)
            if draw.random() < REPRINTED:
                for copy in range(min(MOST_REPRINTS, int(1 / (1 - draw.random())))):
                    when = today + dt.timedelta(days=draw.choice((0, 0, 1)))
                    again = _reprint(report, f"a{number:07}-{copy:02}", when, draw)
                    (fresh if when == today else later.setdefault(when, [])).append(again)
        for report in fresh:
            yield report
            made += len(report.mentions)
            if made >= n_mentions:
                return


def _report(name: str, today: dt.date, theatre: Theatre, told: deque[Happening], draw: random.Random) -> Report:
    while told and (today - told[0].day).days > MEMORY_DAYS:
        told.popleft()
    outlet = draw.choice(AGENCIES) if draw.random() < 0.3 else draw.choice(OUTLETS)
    sentences: list[str] = []
    meant: list[tuple[int, Happening, str, dict[str, str]]] = []
    for _ in range(draw.randint(4, 16)):
        new = not told or draw.random() < NEW_EVENT
        event = happening(today, theatre, draw) if new else told[draw.randrange(len(told))]
        told.append(event)
        kind = event.kind
        if kind in MEETINGS and draw.random() < 0.15:
            kind = draw.choice(ACTS)
        _, trigger, sentence, _ = KINDS[kind]
        said = {part: _name(getattr(event, part)) for part in "abcd"}
        words = sentence.format(**said)
        if draw.random() < 0.25:
            words += f" in {event.venue}"
        meant.append((len(sentences), event._replace(kind=kind), trigger, said))
        sentences.append(f"{words[0].upper()}{words[1:]} {_words(draw, 5)}.")
        if draw.random() < 0.5:
            sentences.append(f"{_words(draw, 14).capitalize()}.")
    while sum(s.count(" ") + 1 for s in sentences) < WORDS:
        sentences.append(f"{_words(draw, 18).capitalize()}.")
    title = f"{sentences[0][:60]} {_words(draw, 2)}"
    document = Document.of(" ".join(sentences), id=name, title=title, outlet=outlet, published=today.isoformat())
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    ref = _reference(document)
    mentions = [
        _mention(ref, n, starts[at], sentences[at], event, trigger, said, today, draw)
        for n, (at, event, trigger, said) in enumerate(meant)
    ]
    return Report(document, mentions)


def _mention(
    ref: DocumentRef,
    number: int,
    start: int,
    sentence: str,
    event: Happening,
    trigger: str,
    said: dict[str, str],
    today: dt.date,
    draw: random.Random,
) -> EventMention:
    ahead = event.day > today
    at = start + sentence.find(trigger)
    people = []
    for part, role in zip("abc", KINDS[event.kind][3], strict=True):
        if role and said[part] in sentence and draw.random() < 0.85:
            place = start + sentence.index(said[part])
            span = Span(place, place + len(said[part]), said[part])
            people.append(_participant(getattr(event, part), role)(span))
    steps = [AttributionStep(step=1, speaker=ref.outlet, relation="writes", source_type="outlet")]
    if draw.random() < 0.4:
        steps.append(
            AttributionStep(step=2, speaker=said["a"], actor=event.a, relation="quotes", source_type="named_official")
        )
    day = event.day.isoformat()
    return EventMention(
        id=f"em_{ref.id}_{number:02}",
        document=ref,
        type=event.kind,
        plover=Plover(event=PLOVER.get(event.kind, "CONSULT"), context=["diplomatic"]),
        cameo="046",
        status="planned" if ahead else "held",
        polarity="negated" if draw.random() < 0.03 else "affirmed",
        certainty="certain",
        tense="planned" if ahead else "past",
        participants=people,
        venue=_venue(event.venue, ahead) if event.venue in sentence else None,
        date=When(start=day, end=day, precision="day", text="on that day") if draw.random() < 0.25 else None,
        issues=["ceasefire"] if draw.random() < 0.1 else [],
        track=f"{event.venue} talks" if event.labelled and event.kind in MEETINGS and draw.random() < 0.6 else None,
        attribution=steps,
        speech_mode="indirect_speech" if len(steps) > 1 else "outlet_assertion",
        evidence=Evidence(
            start=start, end=start + len(sentence), text=sentence, trigger=Span(at, at + len(trigger), trigger)
        ),
        confidence=round(draw.uniform(0.5, 1), 3),
        coder=MADE,
    )


def _reprint(report: Report, name: str, today: dt.date, draw: random.Random) -> Report:
    """Another outlet's copy: whole with a credit line, under a lead of its own, or cut at the end."""
    original = report.document
    agency = original.outlet if original.outlet in AGENCIES else None
    lead = f"({agency}) - " if agency else f"{_words(draw, 12).capitalize()}. "
    text, kept = original.text, report.mentions
    if draw.random() < 0.4:
        kept = kept[: max(1, len(kept) * 2 // 3)]
        text = text[: kept[-1].evidence.end]
    document = Document.of(
        lead + text, id=name, title=original.title, outlet=draw.choice(OUTLETS), published=today.isoformat()
    )
    ref, by = _reference(document), len(lead)
    return Report(document, [_moved(m, ref, by, n) for n, m in enumerate(kept)])


def _moved(mention: EventMention, ref: DocumentRef, by: int, number: int) -> EventMention:
    """A mention as it stands in a copy, so many characters further on."""

    def span(place: Span) -> Span:
        return Span(place.start + by, place.end + by, place.text)

    told = mention.evidence
    changed: dict[str, Any] = {
        "id": f"em_{ref.id}_{number:02}",
        "document": ref,
        "evidence": Evidence(start=told.start + by, end=told.end + by, text=told.text, trigger=span(told.trigger)),
        "participants": [
            msgspec.structs.replace(p, mention=span(p.mention)) if p.mention else p for p in mention.participants
        ],
        "attribution": [
            msgspec.structs.replace(s, speaker=ref.outlet) if s.step == 1 else s for s in mention.attribution
        ],
    }
    return msgspec.structs.replace(mention, **changed)


def _reference(document: Document) -> DocumentRef:
    return DocumentRef(id=document.id, title=document.title, outlet=document.outlet, published=document.published)


@cache
def _name(actor: str) -> str:
    return load().name(actor) or actor


@cache
def _participant(actor: str, role: str) -> Any:
    """How to make a participant of its words in a text."""
    answer = load().resolve(_name(actor))
    sector = answer.sector or ("GOV" if len(actor) == 3 else None)
    kept_out = Exclusion(mode="not_invited") if role == "excluded" else None

    def made(span: Span) -> Participant:
        return Participant(
            role=role, actor=actor, name=_name(actor), actor_type=answer.actor_type, country=answer.country, sector=sector,
            mention=span, exclusion=kept_out, why=f"{actor}: 'name' of it; role: rule",
        )  # fmt: skip

    return made


@cache
def _venue(name: str, ahead: bool) -> Venue:
    knowledge = load()
    place = knowledge.place(name)
    return Venue(
        name=name,
        country=place.country if place else None,
        country_name=knowledge.country_name(place.country) if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        status="proposed" if ahead else "confirmed",
    )


@cache
def _vocabulary() -> list[str]:
    """The words of the sample articles that begin with a small letter, as often as they come."""
    texts = [
        json.loads(line)["text"] for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.open(encoding="utf8")
    ]
    return [word for text in texts for word in re.findall(r"(?<!\S)[a-z]+(?!\S)", text)]


def _words(draw: random.Random, number: int) -> str:
    return " ".join(draw.choices(_vocabulary(), k=number))
