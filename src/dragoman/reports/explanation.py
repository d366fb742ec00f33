"""Why an event was coded so: sentence, rule, chain of sources and status history as view structs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.records import Event, EventMention, Participant, Span, StatusChange
from dragoman.reports.names import Names, place
from dragoman.reports.parse_path import path, sentence_of
from dragoman.reports.say import day, days, unique
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.coder.alternatives import Considered
    from dragoman.language.parse import Sentence

    Parses = Callable[[str], Iterable[Sentence]]
    Weighs = Callable[[EventMention], Considered | None]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence: `mark` is "", "trigger", or a role in plain words."""

    text: str
    mark: str = ""


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """One participant: role, words, who that is, and why; `outside` where another sentence names it."""

    role: str
    said: str
    actor: str
    person: str
    exclusion: str
    why: str
    path: str
    outside: bool


class MentionView(msgspec.Struct, frozen=True, kw_only=True):
    """One report of the event; `weighed` are the readings that were weighed, by what weighs."""

    id: str
    head: str
    article: str
    address: str
    pieces: list[Piece]
    facts: list[tuple[str, str]]
    weighed: list[tuple[str, str]]
    chain: list[str]
    participants: list[Who]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `dragoman explain` shows; `history` rows are date, status, who says so, article."""

    id: str
    head: str
    facts: list[tuple[str, str]]
    history: list[tuple[str, str, str, str]]
    mentions: list[MentionView]


def explain_event(
    event: Event,
    mentions: Sequence[EventMention],
    history: Sequence[StatusChange],
    track: str | None,
    names: Names,
    parses: Parses | None = None,
    weighs: Weighs | None = None,
) -> Explanation:
    """Explain an event with all that was said of it.

    Args:
        parses: gives the sentences of a document by its id.
        weighs: gives what else a mention could have meant.
    """
    documents = {m.document.id: m for m in mentions}
    facts = [
        ("status", _with_code("status", event.status)),
        ("how sure", words().of("factuality", event.factuality)),
        ("date", days(event.start, event.end, event.date_precision)),
        ("first reported", day(event.observed_first_at, "")),
        ("place", place(event.venue, names.country(event.venue_country))),
        ("track", track or ""),
        ("conflict", event.conflict or ""),
        ("codes", codes(event.type, event.plover_event, event.cameo)),
        (
            "sources",
            f"{event.n_roots} independent, {event.n_documents} articles, {event.n_mentions} mentions",
        ),
        ("joined by", f"{event.agg_rule}; disagreement {event.disagreement_score:.2f}"),
    ]
    rows = [
        (
            (change.date or "")[:10],
            words().of("status", change.status),
            names.actor(change.asserted_by),
            _article(documents.get(change.document_id), change.document_id),
        )
        for change in history
    ]
    return Explanation(
        id=event.id,
        head=words().event(event.type, event.plover_event),
        facts=[fact for fact in facts if fact[1]],
        history=rows,
        mentions=[explain_mention(mention, parses, weighs) for mention in mentions],
    )


def explain_mention(mention: EventMention, parses: Parses | None = None, weighs: Weighs | None = None) -> MentionView:
    """Explain one report of an event; `parses` and `weighs` as for `explain_event`."""
    sentence = sentence_of(mention, parses(mention.document.id)) if parses else None
    when, coder, document = mention.date, mention.coder, mention.document
    date = days(when.start, when.end, when.precision) if when else ""
    facts = [
        ("rule", f"{coder.rule} ({coder.decided_by})" if coder.decided_by not in ("", "model", "rule") else coder.rule),
        ("codes", codes(mention.type, mention.plover.event, mention.cameo)),
        ("status", f"{mention.status}, {mention.polarity}, {mention.certainty}, {mention.tense}"),
        ("date", f"{date} (“{when.text}”)" if when and when.text else date),
        ("place", _venue(mention)),
        ("track", mention.track or ""),
        ("issues", ", ".join(issue.replace("_", " ") for issue in mention.issues)),
        ("contact", _plain(mention.unit_level, mention.format, mention.disclosure)),
        ("third parties", _plain(mention.third_party_involvement, *(mention.strategy or ()))),
        ("outcome", _plain(mention.outcome)),
        ("text", _plain(mention.agreement_class, mention.form)),
        ("ceasefire", _plain(*msgspec.structs.astuple(mention.ceasefire)) if mention.ceasefire else ""),
        ("said as", mention.speech_mode.replace("_", " ") + (", background" if mention.background else "")),
        ("confidence", f"{mention.confidence:.2f}"),
        ("coder", f"{coder.name} {coder.version}, model {coder.model}, lexicon {coder.lexicon}"),
    ]
    return MentionView(
        id=mention.id,
        head=words().event(mention.type, mention.plover.event),
        article=_article(mention, document.id),
        address=document.url or document.path or "",
        pieces=sentence_pieces(mention),
        facts=[fact for fact in facts if fact[1]],
        weighed=weighed(weighs(mention)) if weighs else [],
        chain=chain(mention),
        participants=[_who(mention, p, sentence) for p in mention.participants],
    )


def _plain(*codes: str | None) -> str:
    """Codes as words, those that are known: "round, face to face"."""
    return ", ".join(code.replace("_", " ") for code in codes if code)


def weighed(told: Considered | None) -> list[tuple[str, str]]:
    """What was weighed, a line for each that weighs: "mediated_talks 62 %, direct_negotiation 30 %"."""
    if told is None:
        return []
    rules = ", ".join(f"{name} ({label})" for name, label in told.rules)
    lines = [("the model reads", _shares(told.labels)), ("rules that fit", rules or "none")]
    if told.pair:
        source, target, categories = told.pair
        lines.append(("the pair alone", f"“{source}” to “{target}”: {_shares(categories)}"))
    return [line for line in lines if line[1]]


def _shares(labels: dict[str, float]) -> str:
    return ", ".join(f"{label} {100 * p:.0f} %" for label, p in list(labels.items())[:5])


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


def sentence_pieces(mention: EventMention) -> list[Piece]:
    """The sentence cut at trigger and participants' words; where they overlap the earlier mark wins."""
    sentence = mention.evidence
    marks: list[tuple[Span, str]] = [(sentence.trigger, "trigger")]
    roles: dict[Span, list[str]] = {}
    for p in mention.participants:
        if p.mention:
            roles.setdefault(p.mention, []).append(words().of("role", p.role).split(" (")[0])
    marks += [(span, ", ".join(unique(names))) for span, names in roles.items()]
    if mention.venue and mention.venue.mention:
        marks.append((mention.venue.mention, "place"))
    if mention.date and mention.date.mention:
        marks.append((mention.date.mention, "date"))
    pieces: list[Piece] = []
    at = sentence.start
    for span, mark in sorted(marks, key=lambda item: (item[0].start, -item[0].end)):
        if span.start < at or span.end > sentence.end or span.end <= span.start:
            continue
        pieces.append(Piece(sentence.text[at - sentence.start : span.start - sentence.start]))
        pieces.append(Piece(sentence.text[span.start - sentence.start : span.end - sentence.start], mark))
        at = span.end
    pieces.append(Piece(sentence.text[at - sentence.start :]))
    return [piece for piece in pieces if piece.text]


def _with_code(enumeration: str, value: str) -> str:
    """Plain words, and the code where it reads otherwise."""
    text = words().of(enumeration, value)
    return text if text == value.replace("_", " ") else f"{text} ({value})"


def codes(type: str | None, category: str | None, cameo: str | None) -> str:
    """Codes of an event on one line."""
    told = {"type": type, "PLOVER": category, "CAMEO": cameo}
    return ", ".join(f"{name} {value}" for name, value in told.items() if value)


def _who(mention: EventMention, p: Participant, sentence: Sentence | None) -> Who:
    evidence, words_said = mention.evidence, p.mention
    inside = words_said is not None and evidence.start <= words_said.start < evidence.end
    person = f"{p.person.name}, {(p.person.office or '').replace('_', ' ')}".rstrip(", ") if p.person else ""
    told = p.exclusion
    exclusion = ""
    if told:
        exclusion = f"{words().of('exclusion_mode', told.mode)}, {words().of('exclusion_scope', told.scope)}"
        exclusion += f", says {told.asserted_by}" if told.asserted_by else ""
    return Who(
        role=words().of("role", p.role).split(" (")[0],
        said=p.mention.text if p.mention else "(implied)",
        actor=" ".join(
            filter(
                None,
                [
                    p.name or "not known",
                    f"[{p.actor}{' ' + p.sector if p.sector else ''}]" if p.actor else "",
                ],
            )
        ),
        person=person,
        exclusion=exclusion,
        why=p.why or "",
        path=path(sentence, evidence.trigger, words_said) if sentence and words_said and inside else "",
        outside=words_said is not None and not inside,
    )


def _venue(mention: EventMention) -> str:
    venue = mention.venue
    if not venue:
        return ""
    return place(venue.name, venue.country_name or venue.country) + (f" ({venue.status})" if venue.status else "")


def _article(mention: EventMention | None, document_id: str) -> str:
    if mention is None:
        return document_id
    d = mention.document
    return ", ".join(filter(None, [f"“{d.title}”" if d.title else "", d.outlet or "", day(d.published, "")])) or d.id
