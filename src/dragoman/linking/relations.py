"""How lines of talks relate, as people say and as the record shows (codebook 1.13)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from dragoman.linking.dates import day, moment
from dragoman.linking.lines import track_key
from dragoman.linking.naming import NamedLines, Spot
from dragoman.linking.order import reading_order
from dragoman.linking.status import speaker
from dragoman.linking.track_rows import is_thin
from dragoman.linking.vocabulary import vocabulary
from dragoman.linking.worded import has_cue, lines_named, related, speaks_of_two, stands_for_two
from dragoman.records import Document, Event, EventMention, Track, TrackRelation

COMPUTED = "computed"
# At least half of the smaller set of parties in common, and under half of the brokers (design: the computed
# complement of what brokers and outsiders assert, shown next to it).
_PARTIES, _BROKERS = 0.5, 0.5
# Where a sentence of a text ends.
_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[A-Z\"“‘(])|\n+")


def find_relations(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    tracks: Sequence[Track],
    labels: Mapping[str, tuple[str, str]] | None = None,
    documents: Sequence[Document] = (),
    roots: Mapping[str, str] | None = None,
) -> list[TrackRelation]:
    """Asserted and computed relations, sorted by date, once for each asserter, pair of tracks and relation.

    - Wording: a sentence tells of one track before a cue ("in addition to") and names or tells of another
      after it (`worded.py`). Where it tells of none before the cue ("it would complement the talks in Geneva") the line
      that the report is about is meant. A sentence need not tell of an event: "The two tracks compete".
    - endorsed_by: a mention of type endorsement about a track; `asserted_by` is the endorser,
      `other_track_id` is None as no second track is involved.
    - competing_with: somebody who brokers one track disparages another.
    - parallel_to, computed: same conflict, same parties, different brokers, overlapping in the days of their events.

    Args:
        labels: conflict and label of the line that each report is about, by document id.
        documents: the articles, of which sentences without an event are read as well.
        roots: root by document id; what a reprint says its root has said (rule R14).
    """
    known = NamedLines(tracks)
    event_of = {m_id: e for e in events for m_id in e.mention_ids}
    rows: list[TrackRelation] = []
    ordered = sorted(mentions, key=reading_order)
    sentences: dict[tuple[str, int], list[EventMention]] = defaultdict(list)
    conflicts: dict[str, Counter[str | None]] = defaultdict(Counter)
    for mention in ordered:
        sentences[(mention.document.id, mention.evidence.start)].append(mention)
        if mention.id in event_of:
            conflicts[mention.document.id][event_of[mention.id].conflict] += 1
    copies = {document_id for document_id, root in (roots or {}).items() if document_id != root}
    for told in sentences.values():
        if told[0].document.id not in copies and has_cue(told[0].evidence.text):
            rows += _told(told, event_of, known, _about(told[0], known, labels or {}))
    covered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (document_id, start), told in sentences.items():
        covered[document_id].append((start, start + len(told[0].evidence.text)))
    for document in documents:
        [(conflict, _)] = conflicts[document.id].most_common(1) or [(None, 0)]
        if (
            conflict is not None
            and document.id not in copies
            and len(known.of_conflict[conflict]) > 1
            and has_cue(document.text)
        ):
            rows += _untold(document, known, conflict, covered[document.id])
    witnesses = {row.mention_id for row in rows}
    said = {(m.document.id, m.evidence.start) for m in ordered if m.id in witnesses}
    for mention in ordered:
        if (
            mention.document.id,
            mention.evidence.start,
        ) not in said:  # "endorsed the talks in Qatar" relates two lines already
            rows += _positions(mention, event_of, known)
    rows += _computed(tracks, events)
    once: dict[tuple[str, ...], TrackRelation] = {}
    for row in rows:
        once.setdefault((row.track_id, row.relation, row.other_track_id or "", row.asserted_by), row)
    return sorted(
        once.values(),
        key=lambda r: (moment(r.date), r.track_id, r.relation, r.other_track_id or "", r.asserted_by),
    )


def _track_of(mention: EventMention, event_of: Mapping[str, Event], known: NamedLines) -> str | None:
    """Track of a mention: that of its event, else the only one that bears its label."""
    event = event_of.get(mention.id)
    if event is not None and event.track_id:
        return event.track_id
    named = known.named.get(track_key(mention.track) or "", ())
    return named[0].id if len(named) == 1 else None


def _asserter(told: Sequence[EventMention], witness: EventMention) -> str:
    """Who asserts what a sentence says: who praises or disparages in it, its speaker, else the outlet."""
    for mention in told:
        if mention.type in ("endorsement", "disparagement") and mention.polarity != "negated":
            for p in mention.participants:
                if p.role in ("initiator", "endorser") and p.actor:
                    return p.actor
    who = speaker(witness)
    return ((who.actor or who.speaker) if who else None) or witness.document.outlet or "outlet"


def _about(mention: EventMention, known: NamedLines, labels: Mapping[str, tuple[str, str]]) -> str | None:
    """The track that a mention's report is about."""
    conflict, label = labels.get(mention.document.id, (None, ""))
    named = known.named.get(track_key(label) or "", ())
    return next((track.id for track in named if track.conflict == conflict), None)


def _told(
    told: Sequence[EventMention],
    event_of: Mapping[str, Event],
    known: NamedLines,
    about: str | None,
) -> list[TrackRelation]:
    """What a sentence that tells of events asserts."""
    sentence = told[0].evidence
    spots: dict[int, tuple[Spot, EventMention]] = {}
    conflicts = {event_of[m.id].conflict for m in told if m.id in event_of}
    for mention in told:
        track_id = _track_of(mention, event_of, known)
        if track_id:
            start = mention.evidence.trigger.start - sentence.start
            spots.setdefault(start, (Spot(start, start, track_id), mention))
            conflicts.add(known.by_id[track_id].conflict if track_id in known.by_id else None)
    named = lines_named(known, sentence.text, sorted(conflicts, key=str))
    if not spots and not named:
        return []
    labelled = frozenset(start for start, (_, mention) in spots.items() if mention.track)
    rows = []
    for found in related(sentence.text, named, [s for s, _ in spots.values()], about=about, labelled=labelled):
        at = spots.get(found.one.start) or spots.get(found.other.start)
        witness = at[1] if at else told[0]
        rows.append(_row(found.one.track_id, found.relation, found.other.track_id, _asserter(told, witness),
                         witness.document.published, witness.id, f"wording: {found.words}"))  # fmt: skip
    return rows


def _untold(
    document: Document, known: NamedLines, conflict: str, covered: Sequence[tuple[int, int]]
) -> list[TrackRelation]:
    """What sentences that tell of no event assert of lines that they name."""
    rows, sentences = [], _sentences(document.text)
    for i, (start, text) in enumerate(sentences):
        if not has_cue(text) or any(a < start + len(text) - 2 and start + 2 < b for a, b in covered):
            continue
        before: list[Spot] = []
        if stands_for_two(text):
            first = 0 if speaks_of_two(text) else max(0, i - 1)
            before = [spot for _, some in sentences[first:i] for spot in known.spots(some, conflict)]
        for found in related(text, known.spots(text, conflict), before=before):
            basis = f"wording: {found.words} ({document.id}, {start} to {start + len(text)})"
            who = document.outlet or "outlet"
            rows.append(
                _row(found.one.track_id, found.relation, found.other.track_id, who, document.published, None, basis)
            )
    return rows


def _sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text with the character at which each begins."""
    found, start = [], 0
    for end in [*_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        if text[start:stop].strip():
            found.append((start, text[start:stop]))
        start = end.end() if end else stop
    return found


def _row(
    track_id: str, relation: str, other: str | None, who: str, date: str | None, mention_id: str | None, basis: str
) -> TrackRelation:
    return TrackRelation(
        track_id=track_id, relation=relation, other_track_id=other, asserted_by=who, date=date, mention_id=mention_id, basis=basis
    )  # fmt: skip


def _positions(mention: EventMention, event_of: Mapping[str, Event], known: NamedLines) -> list[TrackRelation]:
    """Endorsements of a track, and disparagement of one track by a broker of another."""
    if mention.type not in ("endorsement", "disparagement") or mention.polarity == "negated":
        return []
    target = _track_of(mention, event_of, known)
    if target is None:
        return []
    rows, date = [], mention.document.published
    for who in (p for p in mention.participants if p.role in ("initiator", "endorser") and (p.actor or p.name)):
        by = who.actor or who.name or ""
        if mention.type == "endorsement":
            rows.append(_row(target, "endorsed_by", None, by, date, mention.id, "endorsement"))
            continue
        for track in known.of_conflict[known.by_id[target].conflict]:
            rival = track.id != target and who.name in track.brokers
            if rival and who.name not in known.by_id[target].brokers:
                basis = "disparagement by a broker"
                rows.append(_row(track.id, "competing_with", target, by, date, mention.id, basis))
    return rows


def _days_of(track: Track, events: Sequence[Event]) -> tuple[str, str] | None:
    """First and last day of what a line of talks did; None where fewer than two of its events have one.

    When an article remembered it is no day of its own, and a year is none either.
    """
    words = vocabulary()
    kinds = words.counted | set(words.talks_acts)
    dated = [
        e
        for e in events
        if e.type in kinds and e.type not in words.apart and day(e.start) and e.date_precision != "year"
    ]
    days = sorted(d[:10] for e in dated for d in (e.start, e.end or e.start) if d)
    return (days[0], days[-1]) if len(dated) > 1 else None


def _computed(tracks: Sequence[Track], events: Sequence[Event]) -> list[TrackRelation]:
    rows = []
    of_track: dict[str | None, list[Event]] = defaultdict(list)
    for event in events:
        of_track[event.track_id].append(event)
    comparable: dict[str | None, list[tuple[Track, tuple[str, str]]]] = defaultdict(list)
    for track in sorted(tracks, key=lambda t: t.id):
        days = _days_of(track, of_track[track.id])
        if days and track.brokers and len(track.parties) > 1 and not is_thin(track):
            comparable[track.conflict].append((track, days))
    for some in comparable.values():
        for (a, one), (b, other) in combinations(some, 2):
            first, last = max(one[0], other[0]), min(one[1], other[1])
            parties = len({*a.parties} & {*b.parties}) / min(len(a.parties), len(b.parties))
            brokers = len({*a.brokers} & {*b.brokers}) / len({*a.brokers} | {*b.brokers})
            if first <= last and parties >= _PARTIES and brokers < _BROKERS:
                basis = f"{first} to {last}; parties in common {parties:.2f}, brokers {brokers:.2f}"
                rows.append(_row(a.id, "parallel_to", b.id, COMPUTED, first, None, basis))
    return rows
