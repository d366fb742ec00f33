"""Why an event was coded so: sentence, rule, alternatives, chain of sources and status history as view structs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.records import Event, EventMention, Participant, StatusChange
from dragoman.reports.chains import Source, chain, sources
from dragoman.reports.decision import (
    Aside,
    Decision,
    Passage,
    TreeWord,
    decision,
    event_asides,
    participant_asides,
    passages,
    role_place,
    tree,
)
from dragoman.reports.marked_sentence import Piece, sentence_pieces
from dragoman.reports.names import Names, place
from dragoman.reports.parse_path import path
from dragoman.reports.rereading import CHANGED, NOT_KEPT, changed_reading, same_text
from dragoman.reports.say import day, days
from dragoman.reports.words import words

if TYPE_CHECKING:
    from dragoman.coder.trace import EventTrace, Traced
    from dragoman.language.parse import Sentence

    Traces = Callable[[str], Traced | None]


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """One participant: role, words, who that is, and why.

    Attributes:
        role, kind: in plain words, and the codebook's value.
        why: which entry and rule resolved the actor.
        role_by: what gave the role: "model", a rule's id, or the words that tie it to the event; "" where that was not kept.
        role_place: file and line of these words, "" where no list has them.
        roles: role → the model's probability for these words; empty where the article was not read again.
        path: the way through the tree from the trigger.
        outside: whether another sentence names it.
    """

    role: str
    kind: str
    said: str
    actor: str
    person: str
    exclusion: str
    why: str
    role_by: str
    role_place: str
    roles: dict[str, float]
    path: str
    outside: bool


class MentionView(msgspec.Struct, frozen=True, kw_only=True):
    """One report of the event.

    Attributes:
        mention: the record itself.
        pieces: its sentence, cut at what bears a part.
        note: why something is missing below; "" where nothing is.
        left_out: what was weighed in the sentence and left out, events first, then phrases without a role.
    """

    id: str
    head: str
    article: str
    address: str
    pieces: list[Piece]
    facts: list[tuple[str, str]]
    chain: list[str]
    sources: list[Source]
    participants: list[Who]
    note: str
    decision: Decision | None
    tree: list[TreeWord]
    left_out: list[Aside]
    mention: EventMention


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `dragoman explain` shows.

    Attributes:
        id: of the event, the mention, or the document where a text was given.
        history: rows of date, status, who says so, article.
        passages: of a text that was given, the sentences without an event.
    """

    id: str
    head: str
    facts: list[tuple[str, str]]
    history: list[tuple[str, str, str, str]]
    mentions: list[MentionView]
    passages: list[Passage] = []


def explain_event(
    event: Event,
    mentions: Sequence[EventMention],
    history: Sequence[StatusChange],
    track: str | None,
    names: Names,
    traces: Traces | None = None,
) -> Explanation:
    """Explain an event with all that was said of it; `traces` as for `explain_mention`."""
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
        mentions=[explain_mention(mention, traces) for mention in mentions],
    )


def explain_text(traced: Traced) -> Explanation:
    """Explain every event of a document that was coded and traced, and tell of its other sentences what was weighed in them."""
    document = traced.coded.document
    return Explanation(
        id=document.id,
        head="",
        facts=[],
        history=[],
        mentions=[explain_mention(mention, lambda _: traced) for mention in traced.coded.events],
        passages=passages(traced),
    )


def explain_mention(mention: EventMention, traces: Traces | None = None) -> MentionView:
    """Explain one report of an event.

    Args:
        traces: gives a document, read again, by its id; None where its text is not kept. Without it what takes the model is left out.
    """
    traced = traces(mention.document.id) if traces else None
    if traced and not same_text(mention, traced):
        note = CHANGED if traced.coded.text else NOT_KEPT
        traced = None
    else:
        note = changed_reading(mention, traced) if traced else NOT_KEPT if traces else ""
    found = traced.of(mention) if traced else None
    sentence = traced.sentence_at(mention.evidence.trigger.start) if traced else None
    left_out: list[Aside] = []
    if traced and sentence:
        left_out = event_asides(traced.left_out.get(sentence.index, []), sentence)
        left_out += participant_asides(found) if found else []
    return MentionView(
        id=mention.id,
        head=words().event(mention.type, mention.plover.event),
        article=_article(mention, mention.document.id),
        address=mention.document.url or mention.document.path or "",
        pieces=sentence_pieces(mention),
        facts=[fact for fact in _facts(mention) if fact[1]],
        chain=chain(mention),
        sources=sources(mention),
        participants=[_who(mention, p, sentence, found) for p in mention.participants],
        note=note,
        decision=(
            decision(found, sentence, traced.limits, traced.meanings, traced.shares)
            if traced and sentence and found
            else None
        ),
        tree=tree(sentence, mention) if sentence else [],
        left_out=left_out,
        mention=mention,
    )


def _plain(*codes: str | None) -> str:
    """Codes as words, those that are known: "round, face to face"."""
    return ", ".join(code.replace("_", " ") for code in codes if code)


def _facts(mention: EventMention) -> list[tuple[str, str]]:
    when, coder = mention.date, mention.coder
    date = days(when.start, when.end, when.precision) if when else ""
    return [
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


def _with_code(enumeration: str, value: str) -> str:
    """Plain words, and the code where it reads otherwise."""
    text = words().of(enumeration, value)
    return text if text == value.replace("_", " ") else f"{text} ({value})"


def codes(type: str | None, category: str | None, cameo: str | None) -> str:
    """Codes of an event on one line."""
    told = {"type": type, "PLOVER": category, "CAMEO": cameo}
    return ", ".join(f"{name} {value}" for name, value in told.items() if value)


def _who(mention: EventMention, p: Participant, sentence: Sentence | None, found: EventTrace | None) -> Who:
    evidence, words_said = mention.evidence, p.mention
    inside = words_said is not None and evidence.start <= words_said.start < evidence.end
    person = f"{p.person.name}, {(p.person.office or '').replace('_', ' ')}".rstrip(", ") if p.person else ""
    told = p.exclusion
    exclusion = ""
    if told:
        exclusion = f"{words().of('exclusion_mode', told.mode)}, {words().of('exclusion_scope', told.scope)}"
        exclusion += f", says {told.asserted_by}" if told.asserted_by else ""
    why, tied, role_by = (p.why or "").rpartition("; role: ")
    roles = found.roles.get(words_said, {}) if found and words_said else {}
    return Who(
        role=words().of("role", p.role).split(" (")[0],
        kind=p.role,
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
        why=why if tied else role_by,
        role_by=role_by if tied else "",
        role_place=role_place(role_by, sentence) if tied and sentence else "",
        roles={role: round(share, 3) for role, share in roles.items()},
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
