"""Attested exclusions (codebook 1.16 and 2.11, rule R9): absence without a claim is never one."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.linking.dates import moment
from dragoman.linking.features import track_key
from dragoman.linking.order import reading_order
from dragoman.linking.status import speaker
from dragoman.linking.vocabulary import actor_key, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participant

_ABOUT_A_SEAT = (
    "exclusion_declared",
    "participant_vetoed",
    "boycott",
    "walkout",
    "disparagement",
    "endorsement",
)
_UNREAL = ("conditional", "hypothetical")


def find_exclusions(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    roots: Mapping[str, str],
) -> list[ExclusionRow]:
    """One row for each asserter, excluded actor, line of talks and mode; copies of one report count once.

    Rows come from participants with the role `excluded` or `boycotting` in affirmed mentions that are not
    merely supposed. Opinions count too, as the claims of their authors.

    Args:
        mentions: all mentions, also those that make no event.
        events: with their tracks.
        roots: root by mention id.
    """
    event_of = {m_id: event for event in events for m_id in event.mention_ids}
    talks = _talks_by_document(mentions, event_of)
    rows: dict[tuple[str, ...], ExclusionRow] = {}
    for mention in sorted(mentions, key=reading_order):
        if mention.polarity == "negated" or mention.tense in _UNREAL or mention.status == "denied":
            continue
        event = _event_meant(mention, event_of, talks.get(mention.document.id, []))
        for who in mention.participants:
            row = _row(mention, who, event)
            if row is None:
                continue
            about = row.track_id or row.event_id or ""
            asserter = row.asserted_by or mention.document.outlet or ""
            key = (asserter, actor_key(who), about, row.mode, roots[mention.id])
            rows.setdefault(key, row)
    return sorted(rows.values(), key=lambda row: (moment(row.date), row.id))


def _row(mention: EventMention, who: Participant, event: Event | None) -> ExclusionRow | None:
    if who.role not in vocabulary().absent or not actor_key(who):
        return None
    told = who.exclusion
    stays_away = who.role == "boycotting"
    mode = told.mode if told else vocabulary().default_mode.get(mention.type or "", "not_invited")
    if stays_away:
        mode = "self_excluded"
    if mode == "absent_unexplained":
        return None
    vouching = speaker(mention)
    asserter = (vouching.actor or vouching.speaker) if vouching else mention.document.outlet
    initiators = sorted({actor_key(p) for p in mention.participants if p.role == "initiator"} - {""})
    by = told.excluded_by if told else None
    if mode == "self_excluded":
        by = "self"
    elif by is None and mention.type in ("participant_vetoed", "exclusion_declared") and initiators:
        by = initiators[0]
    text = "\x1f".join([mention.id, actor_key(who), mode])
    return ExclusionRow(
        id="ex_" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:16],
        event_id=event.id if event else None,
        track_id=event.track_id if event else None,
        excluded_actor=who.actor,
        excluded_name=who.name or (who.mention.text if who.mention else actor_key(who)),
        mode=mode,
        excluded_by=by,
        reason=told.reason if told else "not_stated",
        asserted_by=(told.asserted_by if told and told.asserted_by not in (None, "", "outlet") else asserter),
        scope=told.scope if told else "table",
        date=mention.document.published,
        mention_id=mention.id,
        document_id=mention.document.id,
    )


def _talks_by_document(
    mentions: Sequence[EventMention], event_of: Mapping[str, Event]
) -> dict[str, list[EventMention]]:
    words = vocabulary()
    result: dict[str, list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=reading_order):
        about = mention.type in words.counted or mention.type in words.talks_acts
        if about and mention.id in event_of:
            result[mention.document.id].append(mention)
    return result


def _event_meant(
    mention: EventMention, event_of: Mapping[str, Event], talks: Sequence[EventMention]
) -> Event | None:
    """The event that somebody is kept out of.

    A meeting or text is meant itself; for acts about a seat it is the meeting or text told in the same
    sentence, else the nearest before it in the document, else the first after it; the act itself where the
    document tells of none.
    """
    own = event_of.get(mention.id)
    if own is not None and mention.type not in _ABOUT_A_SEAT and mention.type is not None:
        return own
    label = track_key(mention.track)
    fitting = [
        t
        for t in talks
        if (label is None or track_key(t.track) in (None, label))
        and (own is None or own.conflict in (None, event_of[t.id].conflict))
    ]
    here = mention.evidence.start
    same = [t for t in fitting if t.evidence.start == here]
    before = [t for t in fitting if t.evidence.start < here]
    after = [t for t in fitting if t.evidence.start > here]
    chosen = same[0] if same else before[-1] if before else after[0] if after else None
    return event_of[chosen.id] if chosen is not None else own
