"""Which events tell of a text that was made, of what class it is, and what became of it (codebook 1.17, 2.12; rules R11, R24)."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from dragoman.linking.aggregate import mode
from dragoman.linking.dates import day
from dragoman.linking.roots import RootIndex
from dragoman.linking.status import claimed_status
from dragoman.linking.tracks import event_day
from dragoman.linking.vocabulary import BEGINS, ENDS, actor_key, cue_pattern, is_named, read_table, vocabulary
from dragoman.ontology import assessment
from dragoman.records import Event, EventMention, Participation

# An end is looked for as far back as a truce may be expected to last, a rejection as a text may wait for a vote.
_END_WITHIN_DAYS = 365
_VOTE_WITHIN_DAYS = 90
# So many words before a trigger, and after it where a preposition stands between, tell what a text is on.
_BEFORE, _AFTER = 3, 7


def tells_as_made(mention: EventMention) -> bool:
    """Whether a mention tells of a text that there is: made, signed, drafted or about to be by consent of its sides.

    Not a text that is only sought, supposed, refused or said not to be.
    """
    words = vocabulary()
    if mention.polarity == "negated" or mention.tense in words.supposed_tenses:
        return False
    return claimed_status(mention) in words.held | {"planned", "confirmed", "contested"}


def is_text(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event is about a text that was made; of resolutions only those of organisations."""
    if not any(tells_as_made(mentions[i]) for i in event.mention_ids):
        return False
    if event.type != "resolution_adopted":
        return True
    makers = (p.actor or "" for i in event.mention_ids for p in mentions[i].participants)
    return any(maker.startswith("igo:") for maker in makers)


def class_told_near(mention: EventMention) -> str | None:
    """Class of a text by what it is said to be: "a prisoner deal", "an agreement on a truce"; other words of its sentence tell nothing."""
    place = mention.evidence
    begin, end = place.trigger.start - place.start, place.trigger.end - place.start
    before = " ".join(_breaks().split(place.text[:begin])[-1].split()[-_BEFORE:])
    after = " ".join(re.split(r"[,;:.]|\b(?:and|but|that|which|as)\b", place.text[end:])[0].split()[:_AFTER])
    for words in (f"{before} {place.trigger.text}", after if _complement().match(after) else ""):
        for kind, pattern in _kinds().items():
            if pattern.search(words):
                return kind
    return None


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    told = read_table("cues.yaml")["agreement_on"]
    return {kind: re.compile(rf"(?<!\w)(?:{'|'.join(some)})", re.IGNORECASE) for kind, some in told.items()}


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[,;:.]|\b(?:in|at|for|of|to|on|by|with|from|and|or|but|that|which)\b", re.IGNORECASE)


@cache
def _complement() -> re.Pattern[str]:
    return re.compile(r"(?:(?:on|for|to|about|over|of|a|an|the)\b|$)", re.IGNORECASE)


def agreement_class(
    event: Event,
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    index: RootIndex,
) -> str:
    """Class of a text (codebook 2.12): by its type and makers, by what most roots tell, by what it is said to be on; "unknown" otherwise."""
    members = [m for i in event.mention_ids if tells_as_made(m := mentions[i])] or [
        mentions[i] for i in event.mention_ids
    ]
    # Who makes a text is seen over all its reports, not in each.
    told = [m for m in members if m.agreement_class != "third_party_declaration"]
    roles = {p.role for p in participations.get(event.id, ())}
    kind = assessment.load().agreement_class(event.type, roles, most(told, index, lambda m: m.agreement_class))
    kind = kind or most(members, index, class_told_near)
    # What one side did not sign is told to be a truce by that.
    everything = [mentions[i] for i in event.mention_ids]
    return kind or most(everything, index, lambda m: m.agreement_class) or "unknown"


def most(mentions: Sequence[EventMention], index: RootIndex, value: Callable[[EventMention], str | None]) -> str | None:
    """What most roots tell of one thing; None where none tells anything."""
    telling = [m for m in mentions if value(m) is not None]
    roots = index.independent(telling) if telling else {}
    return mode([(value(m), roots[m.id]) for m in telling])


def named_actors(event: Event, participations: Mapping[str, Sequence[Participation]]) -> set[str]:
    """Keys of those who are named with an event and not kept out of it."""
    absent = vocabulary().absent
    return {actor_key(p) for p in participations.get(event.id, ()) if p.role not in absent and is_named(p)}


def ends_truce(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event is the end of a truce: it ended, or was broken for good ("was shattered")."""
    if event.status not in vocabulary().held:
        return False
    if event.type == "ceasefire_ended":
        return True
    return event.type == "ceasefire_violated" and any(
        cue_pattern("breaking", BEGINS).search(mentions[i].evidence.trigger.text) for i in event.mention_ids
    )


def undoes_text(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event undoes a text that was made: voters turned it down, or a side went back on it."""
    if event.status not in vocabulary().held:
        return False
    if event.type == "agreement_repudiated":
        return True
    return event.type == "agreement_rejected" and any(
        cue_pattern("by_voters", BEGINS, ENDS).search(mentions[i].evidence.text) for i in event.mention_ids
    )


def end_of(
    bundle: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    ends: Sequence[Event],
    *,
    by_vote: bool = False,
) -> str | None:
    """Day of the first of the ends, given in order of time, after the text and, if named, of its actors; voters are of no side."""
    begun = day(event_day(bundle[0]))
    if begun is None:
        return None
    actors = set().union(*(named_actors(e, participations) for e in bundle))
    within = _VOTE_WITHIN_DAYS if by_vote else _END_WITHIN_DAYS
    found: list[Event] = []
    for end in ends[bisect.bisect_left(ends, begun, key=lambda e: day(event_day(e)) or dt.date.max) :]:
        at, others = day(event_day(end)), named_actors(end, participations)
        if at is None or (at - begun).days > within:
            break
        if not others or not actors or others & actors:
            found.append(end)
    # Of several reports of a vote the one that knows the day.
    exact = [e for e in found if e.date_precision == "day"] if by_vote else []
    for end in exact or found:
        return told_date(end) or (end.observed_first_at or "")[:10] or None
    return None


def told_date(event: Event) -> str | None:
    """Start of an event as exactly as it was told: a day, a month (2016-09) or a year."""
    if event.start is None:
        return None
    return event.start[: {"month": 7, "year": 4}.get(event.date_precision or "", 10)]
