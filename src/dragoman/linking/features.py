"""What is compared when two mentions may tell of one event: actors, days, place, track label, stage."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dragoman.linking.dates import Interval, day, gap_days, interval
from dragoman.linking.lines import line_key
from dragoman.linking.record import LinkOptions
from dragoman.linking.status import claimed_status
from dragoman.linking.vocabulary import actor_key, is_named, read_table, vocabulary
from dragoman.linking.wordings import is_of_known, is_of_one_more
from dragoman.records import EventMention

# Reports of one day slip by one: time zones, talks past midnight.
_SLIP_DAYS = 1
_MEETING_GROUPS = ("talks", "outsiders")
_KEYS = ("actors", "broker", "party", "initiator", "recipient", "absent")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Features:
    """A mention as the linker sees it. `days` is None for acts on a meeting; their own day is `act_day`."""

    mention: EventMention
    root: str
    conflict: str | None
    group: str
    is_act: bool
    days: Interval | None
    act_day: dt.date | None
    published: dt.date | None
    actors: frozenset[str]
    brokers: frozenset[str]
    parties: frozenset[str]
    initiators: frozenset[str]
    recipients: frozenset[str]
    absent: frozenset[str]
    city: str | None
    country: str | None
    track: str | None
    stage: str
    text_stage: str | None

    @property
    def anchor(self) -> dt.date | None:
        """The day by which mentions are sorted before they are compared."""
        if self.days is not None:
            return self.days.start
        return self.act_day or self.published


def features(mention: EventMention, root: str, conflict: str | None) -> Features:
    """Read off a mention what linking compares."""
    words = vocabulary()
    is_act = mention.type in words.talks_acts
    group = "talks" if is_act else words.group_of.get(mention.type or "", mention.type or "")
    told = interval(mention.date)
    keys: dict[str, set[str]] = {name: set() for name in _KEYS}
    for who in mention.participants:
        key = actor_key(who)
        if not key or not is_named(who):
            continue
        if who.role in words.absent:
            keys["absent"].add(key)
            continue
        keys["actors"].add(key)
        if who.role in words.mediator | words.convener:
            keys["broker"].add(key)
        elif who.role in keys:
            keys[who.role].add(key)
    venue = mention.venue
    city = venue.name.casefold() if venue and venue.name not in (venue.country_name, venue.country) else None
    country = (venue.country or venue.country_name) if venue else None
    status = claimed_status(mention)
    stage = "ahead" if status in words.forward else "past" if status in words.held else "open"
    if status == "under_way":
        stage = "present"
    return Features(
        mention=mention,
        root=root,
        conflict=conflict,
        group=group,
        is_act=is_act,
        days=None if is_act else told,
        act_day=(told.start if told and told.fineness == 0 else day(mention.document.published)) if is_act else None,
        published=day(mention.document.published),
        actors=_held_once(frozenset(keys["actors"])),
        brokers=_held_once(frozenset(keys["broker"])),
        parties=_held_once(frozenset(keys["party"])),
        initiators=_held_once(frozenset(keys["initiator"])),
        recipients=_held_once(frozenset(keys["recipient"])),
        absent=_held_once(frozenset(keys["absent"])),
        city=city,
        country=country,
        track=line_key(mention.track, conflict),
        stage=stage,
        text_stage=_text_stage(mention) if group == words.group_of["agreement_signed"] else None,
    )


@lru_cache(maxsize=100_000)
def _held_once(keys: frozenset[str]) -> frozenset[str]:
    """The first of equal sets, so that many mentions of the same actors take the memory of one."""
    return keys


def _text_stage(mention: EventMention) -> str | None:
    """Whether an agreement is called a first or the last one, by the trigger and the three words before it; None where it is not told."""
    place = mention.evidence
    at = place.trigger.start - place.start
    told = [*_WORD.findall(place.text[:at])[-3:], *_WORD.findall(place.trigger.text)]
    return next((stage for word in reversed(told) if (stage := _stages().get(word.casefold()))), None)


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, some in read_table("cues.yaml")["agreement_stage"].items() for word in some}


def with_meeting_groups(some: Sequence[Features]) -> list[Features]:
    """Acts on a meeting among the meetings of the kind that they are about.

    An act stands with talks, unless its article tells of a meeting of another kind, such as of outside states alone, between
    the same actors and of no talks between as many of them.
    """
    meetings: dict[str, list[Features]] = defaultdict(list)
    for f in some:
        if not f.is_act and f.actors and f.group in _MEETING_GROUPS:
            meetings[f.mention.document.id].append(f)
    return [_with_meeting_group(f, meetings[f.mention.document.id]) if f.is_act and f.actors else f for f in some]


def in_group(seen: Features, group: str) -> Features:
    """The same features in a group that was found with others of its article."""
    return seen if seen.group == group else replace(seen, group=group)


def _with_meeting_group(act: Features, meetings: Sequence[Features]) -> Features:
    best = max((_actors_alike(act.actors, m.actors) for m in meetings if m.group == "talks"), default=0.0)
    for group in _MEETING_GROUPS:
        if any(m.group == group and m.actors == act.actors and best < 1.0 for m in meetings):
            return in_group(act, group)
    return act


def apart(a: Features, b: Features, options: LinkOptions) -> bool:
    """True where two mentions cannot tell of one event (rules R4, R5, R20), however alike they look."""
    if a.group != b.group or (a.conflict and b.conflict and a.conflict != b.conflict):
        return True
    if a.days and b.days:
        gap = gap_days(a.days, b.days)
        if gap > options.round_gap_days or (gap > _SLIP_DAYS and not _one_round(a, b)):
            return True
    if _retold(a, b, options) or _retold(b, a, options) or _too_coarse(a, b):
        return True
    if _reported_before(a, b) or _reported_before(b, a):
        return True
    if a.city and b.city and a.city != b.city:
        return True
    if a.country and b.country and a.country != b.country:
        return True
    if a.track and b.track and a.track != b.track:
        return True
    if _is_next_of(a, b) or _is_next_of(b, a):
        return True
    if a.is_act or b.is_act:
        return _act_out_of_time(a, b, options)
    if not has_many_voices(a):
        # A speech act is known by who speaks to whom.
        if a.initiators and b.initiators and not a.initiators & b.initiators:
            return True
        if a.recipients and b.recipients and not a.recipients & b.recipients:
            return True
    if a.text_stage and b.text_stage and a.text_stage != b.text_stage:
        return True
    if a.mention.document.id == b.mention.document.id and (_kept_from(a, b) or _kept_from(b, a)):
        return True
    if _meet_other_sides(a, b):
        return True
    return _stages_clash(a, b) or _stages_clash(b, a)


def _is_next_of(later: Features, held: Features) -> bool:
    """Whether a report tells of a further meeting beside one that was held: "a follow-up meeting was postponed" puts off no meeting that was."""
    if (
        held.stage != "past"
        or later.stage in ("past", "present")
        or later.mention.document.id != held.mention.document.id
    ):
        return False
    return is_of_one_more(later.mention)


def refers_back(f: Features) -> bool:
    """Whether a mention speaks of a meeting as known, by no name of its own ("the talks were attended by ..."): the one told before."""
    meets = not f.is_act and f.group in _MEETING_GROUPS and f.stage != "ahead" and f.mention.polarity != "negated"
    return meets and is_of_known(f.mention)


def _meet_other_sides(a: Features, b: Features) -> bool:
    """Whether a mediator saw one side in the one and another in the other: consultations with each are events of their own."""
    one_side = a.group == b.group == "single_party_consultation"
    return one_side and bool(a.parties and b.parties) and not a.parties & b.parties


def _kept_from(a: Features, b: Features) -> bool:
    """Whether somebody is kept out of the one meeting who brokers or sits at the other; reports may differ on that, one does not."""
    return bool(a.absent & (b.brokers | b.parties))


def has_many_voices(f: Features) -> bool:
    """Whether reports name different sides as acting in events of its group: meetings and texts."""
    return f.group in _events_with_many_voices()


@cache
def _events_with_many_voices() -> frozenset[str]:
    words = vocabulary()
    return frozenset(words.group_of.get(kind, kind) for kind in words.counted)


def _same_place_or_label(a: Features, b: Features) -> bool:
    return bool((a.city and a.city == b.city) or (a.track and a.track == b.track))


def _retold(dated: Features, undated: Features, options: LinkOptions) -> bool:
    """Undated reports speak of what is recent, not of a meeting long past, unless place or label say so."""
    if dated.days is None or undated.days or undated.is_act or undated.published is None:
        return False
    age = (undated.published - dated.days.end).days
    return age > 2 * options.undated_window_days and not _same_place_or_label(dated, undated)


def _reported_before(dated: Features, told: Features) -> bool:
    """Whether one report tells as done, before its day came, what another dates: on 12 May no text is signed that is of 20 May."""
    if dated.days is None or told.is_act or told.published is None or told.stage not in ("past", "present"):
        return False
    return dated.days.start > told.published + dt.timedelta(days=_SLIP_DAYS)


def _too_coarse(a: Features, b: Features) -> bool:
    """A year alone tells nothing across documents, unless place or label agree."""
    coarse = any(f.days is not None and f.days.precision == "year" for f in (a, b))
    return coarse and a.mention.document.id != b.mention.document.id and not _same_place_or_label(a, b)


def _one_round(a: Features, b: Features) -> bool:
    """Days that do not touch are one round only where brokers, parties and place agree (rule R20)."""
    if a.brokers and b.brokers and a.brokers != b.brokers:
        return False
    if a.parties and b.parties and not (a.parties <= b.parties or b.parties <= a.parties):
        return False
    return a.mention.type == b.mention.type and _same_place_or_label(a, b)


def _stages_clash(ahead: Features, past: Features) -> bool:
    """What one report looks forward to is not what it or an earlier one looks back on."""
    same_document = ahead.mention.document.id == past.mention.document.id
    if ahead.stage != "ahead" or past.stage not in ("past", "present"):
        return False
    if past.stage == "present":
        # Who brokers what is planned and is a party to what goes on, has two negotiations.
        return same_document and bool(ahead.brokers & past.parties or past.brokers & ahead.parties)
    if ahead.days and past.days and ahead.days.fineness == past.days.fineness == 0:
        return gap_days(ahead.days, past.days) > 1 and same_document
    if same_document:
        return True
    if ahead.days is None and ahead.mention.tense in vocabulary().supposed_tenses:
        return True
    if ahead.published and past.published and ahead.published > past.published + dt.timedelta(days=1):
        return True
    return bool(ahead.days and past.published and ahead.days.start > past.published + dt.timedelta(days=1))


def _act_out_of_time(a: Features, b: Features, options: LinkOptions) -> bool:
    """True unless an act falls before its meeting (proposal) or, as a suspension or collapse, within it."""
    words, window = vocabulary(), dt.timedelta(days=options.act_window_days)
    short = dt.timedelta(days=options.undated_window_days)
    if a.is_act and b.is_act:
        same_act = a.mention.type == b.mention.type
        if same_act and a.initiators and b.initiators and not a.initiators & b.initiators:
            return True
        return bool(a.act_day and b.act_day and abs(a.act_day - b.act_day) > (short if same_act else window))
    act, meeting = (a, b) if a.is_act else (b, a)
    first = meeting.days.start if meeting.days else None
    last = meeting.days.end if meeting.days else None
    if act.act_day is None:
        return False
    if first is None or last is None:
        return bool(meeting.published and abs(act.act_day - meeting.published) > short)
    day_after = dt.timedelta(days=1)
    if act.mention.type in words.acts_before:
        return not first - window <= act.act_day <= last + day_after
    return not first - day_after <= act.act_day <= last + short


def _actors_alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Mean of containment and Jaccard index, with more weight on containment: reports rarely name all."""
    if not a or not b:
        return 0.5
    both = len(a & b)
    return 0.6 * both / min(len(a), len(b)) + 0.4 * both / len(a | b)
