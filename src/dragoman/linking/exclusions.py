"""Attested exclusions (codebook 1.16 and 2.11, rule R9): absence without a claim is never one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from dragoman.linking.attested import attests, denied_keys, objects, stays_away
from dragoman.linking.dates import day, moment
from dragoman.linking.kept_from import Out, Talks
from dragoman.linking.order import reading_order
from dragoman.linking.people import absent_key, canonical_name, is_specific, listed_key, spoken_for, tells_who
from dragoman.linking.status import speaker
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.records import Event, EventMention, ExclusionRow, Participant, Participation

# Modes under which even the broker of a line of talks may be named.
_OF_ITS_OWN = ("self_excluded", "not_informed", "downgraded")
# Modes under which no party to a line of talks may be named.
_OF_ANY_SEAT = ("not_invited", "format_excludes", "bypassed_in_deal")


def find_exclusions(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    roots: Mapping[str, str],
    conflicts: Mapping[str, str | None] | None = None,
    brokers: Mapping[str, frozenset[str]] | None = None,
    labelled: Collection[str] | None = None,
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
        labelled: ids of the mentions whose label their own sentence names, None where all do.
    """
    conflicts, brokers = conflicts or {}, brokers or {}
    talks = Talks(mentions, events, conflicts, brokers, labelled)
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
        vouching = speaker(mention)
        told_of = talks.lines_in(mention.document.id)
        if vouching and vouching.actor in keys and any(vouching.actor in brokers.get(t, ()) for t in told_of):
            # "Neither had been invited, a Kremlin official said": who organises talks speaks of others, unless of what it was not told
            kept_out = [p for p in kept_out if p.exclusion and p.exclusion.mode in _OF_ITS_OWN]
        meant = talks.kept_from(mention, keys)
        for who in kept_out:
            if mention.type not in vocabulary().seats and _told_apart(who, here):
                continue
            for row in (row for number, out in enumerate(meant) for row in _rows(mention, who, out, objecting, number)):
                if _is_at_its_own(who, row, talks, brokers, conflicts.get(mention.id)):
                    continue
                about = row.track_id or conflicts.get(mention.id) or row.event_id or ""
                # What outlets say of themselves in copies of one report is one claim (rule R14).
                outlets = {None, "", mention.document.outlet}
                asserter = roots[mention.id] if row.asserted_by in outlets else str(row.asserted_by)
                found.append(((asserter, str(absent_key(who)), about, row.mode), roots[mention.id], row))
    return _once(found)


def without_unattested(
    people: Sequence[Participation], rows: Mapping[str, Sequence[ExclusionRow]]
) -> list[Participation]:
    """Who takes part in an event, and of those kept out or away only whom a row of exclusion names: one answer everywhere.

    Args:
        rows: by the mention that they rest on.
    """
    out = vocabulary().absent

    def is_named(who: Participation) -> bool:
        told = (row for mention_id in who.basis for row in rows.get(mention_id, ()))
        return any(
            row.excluded_actor == (who.actor or who.country) if row.excluded_actor else row.excluded_name == who.name
            for row in told
        )

    return [who for who in people if who.role not in out or is_named(who)]


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


def _is_at_its_own(
    who: Participant, row: ExclusionRow, talks: Talks, brokers: Mapping[str, frozenset[str]], conflict: str | None
) -> bool:
    """Whether somebody is read as kept out of talks that it brokers, that bear its name, or in which the same report seats it as a party."""
    key = listed_key(who)
    if key is None or row.mode in _OF_ITS_OWN:
        return False
    if key in brokers.get(row.track_id or "", ()) or talks.bears_name(row.track_id, conflict, canonical_name(key)):
        return True
    return row.mode in _OF_ANY_SEAT and talks.sits(row.document_id, row.track_id, key)


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
    mention: EventMention, who: Participant, out: Out, objectors: Collection[str], line: int
) -> Iterator[ExclusionRow]:
    """The rows of one actor kept out of one line of talks: one, or one for each of several who keep it out.

    Args:
        out: the event and the line of talks.
        objectors: keys of those whom the sentence names as objecting.
        line: number of the line among those that the sentence names.
    """
    event, track_id = out
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
        text = "\x1f".join([mention.id, key, mode] + [excluder or ""] * (number > 0) + [track_id or ""] * (line > 0))
        yield ExclusionRow(
            id="ex_" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:16],
            event_id=event.id if event else None,
            track_id=track_id,
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
    """Who says so: the actor that the speaker speaks for, else the speaker by name or by the words for it ("a diplomat in
    Nairobi"), else the outlet.
    """
    vouching = speaker(mention)
    if vouching is not None and vouching.actor:
        return vouching.actor
    told = who.exclusion.asserted_by if who.exclusion else None
    if told and told == who.name and listed_key(who):
        return who.actor or who.country  # "Kenya protested against its exclusion"
    for name in (told, vouching.speaker if vouching else None):
        if name and name != "outlet" and (name == mention.document.outlet or ":" in name or is_specific(name)):
            return name
        if name and name.isupper() and len(name) == 3:
            return name
    unnamed = vouching is not None and (vouching.source_type or "").startswith("unnamed")
    if vouching is not None and vouching.speaker and (unnamed or tells_who(vouching.speaker)):
        return vouching.speaker
    return mention.document.outlet
