"""Attested exclusions (codebook 1.16 and 2.11, rule R9): absence without a claim is never one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.linking.attested import attests, denied_keys, objects, stays_away
from dragoman.linking.dates import day, moment
from dragoman.linking.lines import line_key
from dragoman.linking.order import reading_order
from dragoman.linking.people import absent_key, canonical_name, is_specific, listed_key, spoken_for
from dragoman.linking.status import speaker
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participant

# Modes under which even the broker of a line of talks may be named.
_OF_ITS_OWN = ("self_excluded", "not_informed", "downgraded")
_TEXT = ("uncovered_by_text", "bypassed_in_deal")


def find_exclusions(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    roots: Mapping[str, str],
    conflicts: Mapping[str, str | None] | None = None,
    brokers: Mapping[str, frozenset[str]] | None = None,
) -> list[ExclusionRow]:
    """One row for each asserter, excluded actor, line of talks and mode within a month, whatever the copies.

    Rows come from participants with the role `excluded` or `boycotting` in mentions that attest it (`attested.py`), of those
    whom no mention of the same sentence says not to be kept out. Opinions count too, as the claims of their authors. Who has no id
    stands in a row by the words for it ("civilians"), and nobody is kept out of talks that it brokers. Who is kept out by several has
    a row for each of them.

    Args:
        mentions: all mentions, also those that make no event.
        events: with their tracks.
        roots: root by mention id.
        conflicts: conflict by mention id.
        brokers: keys of the brokers by track id.
    """
    conflicts, brokers = conflicts or {}, brokers or {}
    event_of = {m_id: event for event in events for m_id in event.mention_ids}
    talks = _talks_by_document(mentions, event_of)
    found: list[tuple[tuple[str, ...], str, ExclusionRow]] = []
    out = vocabulary().absent
    sentences: dict[tuple[str, int], list[EventMention]] = defaultdict(list)
    for mention in mentions:
        if any(p.role in out for p in mention.participants):
            sentences[_sentence(mention)].append(mention)
    for mention in sorted((m for m in mentions if any(p.role in out for p in m.participants)), key=reading_order):
        here = sentences[_sentence(mention)]
        denied = denied_keys(here)
        people = (spoken_for(p, mention) for p in mention.participants if p.role in out)
        absent = [p for p in people if absent_key(p) not in {None, *denied} and attests(mention, p)]
        objecting = {str(listed_key(p)) for p in absent if objects(mention, p)}
        kept_out = [p for p in absent if listed_key(p) not in objecting]
        if not kept_out:
            continue
        keys = {str(absent_key(p)) for p in kept_out}
        near = talks.get(mention.document.id, [])
        vouching = speaker(mention)
        if vouching is not None and vouching.actor in keys:
            # "Neither had been invited, a Kremlin official said": who organises talks speaks of others.
            told = {event_of[m.id].track_id or "" for m in near}
            if any(vouching.actor in brokers.get(track, ()) for track in told):
                continue
        present = {
            key
            for m in near
            for p in m.participants
            if m.evidence.start == mention.evidence.start
            and p.role not in vocabulary().absent
            and (key := listed_key(p))
        }
        meant = _Meant(keys, present, conflicts.get(mention.id), brokers)
        event = _event_meant(mention, event_of, near, meant)
        leading = brokers.get((event.track_id if event else None) or "", frozenset())
        for who in kept_out:
            if mention.type not in vocabulary().seats and _told_apart(who, here):
                continue
            own = event_of.get(mention.id)
            for row in _rows(mention, who, event, own, objecting):
                if listed_key(who) in leading and row.mode not in _OF_ITS_OWN:
                    continue
                about = row.track_id or conflicts.get(mention.id) or row.event_id or ""
                # What outlets say of themselves in copies of one report is one claim (rule R14).
                outlets = {None, "", mention.document.outlet}
                asserter = roots[mention.id] if row.asserted_by in outlets else str(row.asserted_by)
                found.append(((asserter, str(absent_key(who)), about, row.mode), roots[mention.id], row))
    return _once(found)


def _sentence(mention: EventMention) -> tuple[str, int]:
    return mention.document.id, mention.evidence.start


def _told_apart(who: Participant, here: Sequence[EventMention]) -> bool:
    """Whether the same sentence has a mention that is about just that seat: one sentence says it once."""
    key, out = absent_key(who), vocabulary().absent
    return any(
        m.type in vocabulary().seats
        and any(p.role in out and absent_key(p) == key and attests(m, p) for p in m.participants)
        for m in here
    )


def _once(found: Sequence[tuple[tuple[str, ...], str, ExclusionRow]]) -> list[ExclusionRow]:
    """Equal claims within a month are one, and so are those of copies of one report; not where others keep the actor out."""
    within = dt.timedelta(days=_same_claim_days())
    kept: dict[tuple[str, ...], list[tuple[str, ExclusionRow]]] = defaultdict(list)
    for key, root, row in found:
        said = day(row.date)
        for other_root, other in kept[key]:
            before = day(other.date)
            if row.excluded_by and other.excluded_by not in (None, row.excluded_by):
                continue
            if root == other_root or said is None or before is None or abs(said - before) <= within:
                break
        else:
            kept[key].append((root, row))
    rows = [row for told in kept.values() for _, row in told]
    return sorted(rows, key=lambda row: (moment(row.date), row.id))


@cache
def _same_claim_days() -> int:
    return int(read_table("evidence.yaml")["exclusions"]["same_claim_days"])


def _rows(
    mention: EventMention, who: Participant, event: Event | None, own: Event | None, objectors: Collection[str]
) -> Iterator[ExclusionRow]:
    """The rows of one actor kept out: one, or one for each of several who keep it out.

    Args:
        own: the event of the mention itself, which tells the line of talks where the event meant has none.
        objectors: keys of those whom the sentence names as objecting.
    """
    key = absent_key(who)
    others = {listed_key(p) for p in mention.participants if p.role in vocabulary().mediator | vocabulary().host}
    # Who is told to stay away brokers nothing there, whatever else was read into the sentence.
    if key is None or (key in others and mention.type != "boycott"):
        return
    told = who.exclusion
    mode = told.mode if told else vocabulary().default_mode.get(mention.type or "", "not_invited")
    if who.role == "boycotting" or mention.type == "boycott":
        mode = "self_excluded"
    if mode == "absent_unexplained" or (mode == "self_excluded" and not stays_away(mention, who)):
        return
    by: list[str | None] = list(_kept_out_by(mention, who, mode, objectors)) or [None]
    if objectors and mode == "not_invited":
        mode = "vetoed"
    name = who.name or (who.mention.text if who.mention else key)
    for number, excluder in enumerate(by):
        text = "\x1f".join([mention.id, key, mode] + [excluder or ""] * (number > 0))
        yield ExclusionRow(
            id="ex_" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:16],
            event_id=event.id if event else None,
            track_id=(event.track_id if event else None) or (own.track_id if own else None),
            excluded_actor=who.actor or who.country if listed_key(who) else None,
            excluded_name=canonical_name(key) or name,
            mode=mode,
            excluded_by=excluder,
            reason=told.reason if told else "not_stated",
            asserted_by=_asserter(mention, who),
            scope=told.scope if told else "table",
            date=mention.document.published,
            mention_id=mention.id,
            document_id=mention.document.id,
        )


def _kept_out_by(mention: EventMention, who: Participant, mode: str, objectors: Collection[str]) -> list[str]:
    """Who keeps somebody out: itself, those who object, or those who act in a veto or an exclusion; the one coded first."""
    if mode == "self_excluded":
        return ["self"]
    told = who.exclusion.excluded_by if who.exclusion else None
    acting = {k for p in mention.participants if p.role == "initiator" and (k := listed_key(p))} - {listed_key(who)}
    found = sorted(objectors) or (sorted(acting) if mention.type in vocabulary().exclusions else [])
    if told is None:
        return found
    saying = speaker(mention)
    if mention.type == "exclusion_declared" and saying is not None and saying.actor == told:
        return [told]  # those beside it say so with it
    return [told, *(key for key in found if key != told)] if told in found else [told]


def _asserter(mention: EventMention, who: Participant) -> str | None:
    """Who says so: the actor that the speaker speaks for, else the speaker by name or, unnamed, by the words for it ("a diplomat in
    Nairobi"), else the outlet.
    """
    vouching = speaker(mention)
    if vouching is not None and vouching.actor:
        return vouching.actor
    told = who.exclusion.asserted_by if who.exclusion else None
    for name in (told, vouching.speaker if vouching else None):
        if name and name != "outlet" and (name == mention.document.outlet or ":" in name or is_specific(name)):
            return name
        if name and name.isupper() and len(name) == 3:
            return name
    if vouching is not None and (vouching.source_type or "").startswith("unnamed") and vouching.speaker:
        return vouching.speaker
    return mention.document.outlet


def _talks_by_document(
    mentions: Sequence[EventMention], event_of: Mapping[str, Event]
) -> dict[str, list[EventMention]]:
    words = vocabulary()
    result: dict[str, list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=reading_order):
        event = event_of.get(mention.id)
        about = mention.type in words.counted or mention.type in words.talks_acts
        if event is not None and (about or event.track_id):
            result[mention.document.id].append(mention)
    return result


@dataclass(frozen=True)
class _Meant:
    """What tells which line somebody is kept out of.

    Attributes:
        keys: of those kept out.
        present: keys of others in the same sentence who are not kept out.
        conflict: of the mention.
        brokers: keys of the brokers by track id.
    """

    keys: set[str]
    present: set[str]
    conflict: str | None
    brokers: Mapping[str, frozenset[str]]

    def contradiction(self, event: Event) -> int:
        """How many of a line's brokers are kept out, less those who are named as present; a state is not kept out at home."""
        leading = self.brokers.get(event.track_id or "", frozenset())
        return len(leading & self.keys) - len(leading & self.present) + (event.venue_country in self.keys)


def _event_meant(
    mention: EventMention, event_of: Mapping[str, Event], talks: Sequence[EventMention], meant: _Meant
) -> Event | None:
    """The event that somebody is kept out of.

    A meeting or text with a track is meant itself. Else it is one told in the document: with the mention's
    own label, with a track, brokered by those whom the sentence names and not by those kept out, in the same
    sentence, on the line of the mention's own event, or the nearest before it, or the first after it; these
    tests in this order.
    """
    own = event_of.get(mention.id)
    modes = {p.exclusion.mode for p in mention.participants if p.exclusion}
    whole = own is not None and mention.type not in {*vocabulary().about_seats, None}
    if own is not None and whole and (own.track_id or modes & {*_TEXT}):
        return own
    label = line_key(mention.track, meant.conflict)
    if "uncovered_by_text" in modes:
        talks = [t for t in talks if t.type in vocabulary().texts]

    def rank(other: EventMention) -> tuple[bool, bool, int, bool, bool, int, int]:
        event, at, here = event_of[other.id], other.evidence.start, mention.evidence.start
        named = label is not None and line_key(other.track, event.conflict) == label
        order = 0 if at == here else 1 if at < here else 2
        astray = own is not None and own.track_id not in (None, event.track_id)
        away = abs(at - here)
        return (not named, event.track_id is None, meant.contradiction(event), order > 0, astray, order, away)

    fitting = [
        t
        for t in talks
        if t.id != mention.id
        and (label is None or line_key(t.track, event_of[t.id].conflict) in (None, label))
        and (own is None or own.conflict in (None, event_of[t.id].conflict))
        and (event_of[t.id].track_id or not whole)
    ]
    return event_of[min(fitting, key=rank).id] if fitting else own
