"""Which mentions with a PLOVER category only, such as attacks and demands, tell of one act (codebook 1.14)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.linking.clusters import complete_linkage
from dragoman.linking.dates import day
from dragoman.linking.order import reading_order
from dragoman.linking.vocabulary import actor_key
from dragoman.linking.weights import total
from dragoman.records import EventMention
from dragoman.text.stems import stems

# Reports of one act come out within days, and use the same words near the trigger. Set on the dev half of benchmarks/data/events.jsonl.
_DAYS = 3
_NEAR_TRIGGER = 70  # characters
_WORDS_SHARED = 0.3  # of the weight of the stems in the surrounding with fewer of them


@dataclass(frozen=True, slots=True)
class _Act:
    mention: EventMention
    initiators: frozenset[str]
    recipients: frozenset[str]
    start: str | None
    published: dt.date | None
    words: frozenset[str]
    weight: float


def group_acts(mentions: Sequence[EventMention], roots: Mapping[str, str]) -> list[list[EventMention]]:
    """Partition mentions that have no codebook type; `mentions` in reading order.

    Two tell of one act where category, initiators, recipients and day are the same. Without a day they do so in copies of one report that
    use the same word, and in reports at most three days apart that agree on an actor, contradict none and have 30 % of the words around
    the trigger in common, rare ones counting more. No two members of a group contradict each other in actors, day or polarity.
    """
    kinds: dict[tuple[str | None, str], list[EventMention]] = defaultdict(list)
    for mention in mentions:
        kinds[mention.plover.event, mention.polarity].append(mention)
    # Acts of two kinds are never one: those of one kind are held at a time.
    return [some for kind in list(kinds) for some in _group_kind(kinds.pop(kind), roots)]


def _group_kind(mentions: Sequence[EventMention], roots: Mapping[str, str]) -> list[list[EventMention]]:
    """As `group_acts`, of mentions with one category and polarity."""
    units: dict[Hashable, list[_Act]] = defaultdict(list)
    for mention in mentions:
        units[_key(mention, roots[mention.id])].append(_act(mention))
    together = list(units.values())
    groups = complete_linkage(
        len(together), _pairs(together), lambda i, j: any(_apart(a, b) for a in together[i] for b in together[j])
    )
    return [sorted((a.mention for i in some for a in together[i]), key=reading_order) for some in groups]


def _pairs(together: Sequence[Sequence[_Act]]) -> Iterator[tuple[float, int, int]]:
    """Likeness and numbers, smaller first, of two units that may tell of one act."""
    index: dict[str, list[int]] = defaultdict(list)
    for i in sorted(range(len(together)), key=lambda i: (together[i][0].published or dt.date.max, i)):
        grounds = {key for act in together[i] for key in _grounds(act)}
        for j in {j for key in grounds for j in _recent(index[key], together, i)}:
            share = max((_alike(a, b) for a in together[i] for b in together[j]), default=0.0)
            if share >= _WORDS_SHARED:
                yield share, min(i, j), max(i, j)
        for key in grounds:
            index[key].append(i)


def _act(mention: EventMention) -> _Act:
    at = mention.evidence.trigger.start - mention.evidence.start
    end = mention.evidence.trigger.end - mention.evidence.start
    words = stems(mention.evidence.text[max(0, at - _NEAR_TRIGGER) : end + _NEAR_TRIGGER])
    return _Act(
        mention=mention,
        initiators=_actors(mention, "initiator"),
        recipients=_actors(mention, "recipient"),
        start=mention.date.start if mention.date else None,
        published=day(mention.document.published),
        words=words,
        weight=total(words),
    )


def _actors(mention: EventMention, role: str) -> frozenset[str]:
    return frozenset({actor_key(p) for p in mention.participants if p.role == role} - {""})


def _key(mention: EventMention, root: str) -> Hashable:
    """Mentions with one key are one act."""
    initiators, recipients = (tuple(sorted(_actors(mention, role))) for role in ("initiator", "recipient"))
    start = mention.date.start if mention.date else None
    if start is None or not (initiators or recipients):
        # Undated acts of one kind may be many; copies of one report tell of the same.
        return (
            mention.plover.event,
            initiators,
            recipients,
            None,
            root,
            mention.evidence.trigger.text,
            mention.polarity,
        )
    return (mention.plover.event, initiators, recipients, start, mention.polarity)


def _grounds(act: _Act) -> list[str]:
    """What two acts of a kind must have one of in common to be compared: an actor in its role."""
    return [f"by:{key}" for key in act.initiators] + [f"to:{key}" for key in act.recipients]


def _recent(places: Sequence[int], together: Sequence[Sequence[_Act]], i: int) -> list[int]:
    """Units before `i`, in order of publication, that are at most three days older."""
    found = []
    for j in reversed(places):
        if not _days_near(together[j][-1], together[i][0]):
            break
        found.append(j)
    return found


def _days_near(a: _Act, b: _Act) -> bool:
    if a.published is None or b.published is None:
        return a.mention.document.id == b.mention.document.id
    return abs((a.published - b.published).days) <= _DAYS


def _alike(a: _Act, b: _Act) -> float:
    """Share of the words around the trigger that two acts have in common; 0 where words cannot tell.

    That is so where both have a day, where no actor agrees, and in one sentence, of which both have the words.
    """
    if (a.start and b.start) or not (a.initiators & b.initiators or a.recipients & b.recipients) or _apart(a, b):
        return 0.0
    if a.mention.document.id == b.mention.document.id and a.mention.evidence.start == b.mention.evidence.start:
        return 0.0
    lesser = min(a.weight, b.weight)
    return total(a.words & b.words) / lesser if lesser else 0.0


def _apart(a: _Act, b: _Act) -> bool:
    """Whether two mentions cannot tell of one act."""
    return (
        a.mention.plover.event != b.mention.plover.event
        or a.mention.polarity != b.mention.polarity
        or bool(a.start and b.start and a.start != b.start)
        or not _days_near(a, b)
        or bool(a.initiators and b.initiators and not a.initiators & b.initiators)
        or bool(a.recipients and b.recipients and not a.recipients & b.recipients)
    )
