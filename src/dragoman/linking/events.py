"""Which mentions tell of one event (codebook 1.14; rules R4, R15, R20)."""

from __future__ import annotations

import bisect
import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dragoman.linking.acts import group_acts
from dragoman.linking.apart import LONGEST_ROUND_DAYS, apart, is_first_day
from dragoman.linking.clusters import complete_linkage
from dragoman.linking.columns import RECALLED_DAYS, Columns
from dragoman.linking.denials import denies_a_part
from dragoman.linking.features import Features, features, in_group, with_meeting_groups
from dragoman.linking.order import reading_order
from dragoman.linking.record import LinkOptions
from dragoman.records import EventMention

_ANY = "\0"
"""Stands for all conflicts in an index by conflict."""


def takes_part(mention: EventMention) -> bool:
    """Whether a mention may make or join an event.

    An author's own opinion makes none unless it cites a source (rule R15); undated retelling of history
    cannot be told from the present round; that somebody was not at a meeting, or that there was none for long, is no meeting of its own.
    """
    if denies_a_part(mention):
        return False
    if mention.speech_mode == "author_opinion" and not any(s.step > 1 for s in mention.attribution):
        return False
    return not mention.background or bool(mention.date and mention.date.start)


def event_id(members: Iterable[EventMention]) -> str:
    """Id of an event, from its earliest mention, so that later reports do not change it."""
    first = min(members, key=reading_order)
    return "ev_" + hashlib.sha256(first.id.encode("utf-8")).hexdigest()[:16]


def group_mentions(
    mentions: Sequence[EventMention],
    roots: Mapping[str, str],
    conflicts: Mapping[str, str | None],
    options: LinkOptions | None = None,
) -> list[list[EventMention]]:
    """Partition the mentions that take part into events, members and events in reading order.

    Mentions with a codebook type join when they are alike enough and nothing sets them apart, best pair
    first; no two members of an event may be set apart. Mentions with a PLOVER category only: see
    `group_acts`.

    Args:
        mentions: any order; ids are unique.
        roots: root of the mention's document by mention id.
        conflicts: conflict by mention id.
    """
    options = options or LinkOptions()
    ordered = sorted((m for m in mentions if takes_part(m)), key=reading_order)

    def read(mention: EventMention) -> Features:
        return features(mention, roots[mention.id], conflicts.get(mention.id))

    # Features take as much memory as mentions do: those of one block are held at a time.
    blocks: dict[str, list[EventMention]] = defaultdict(list)
    for _, told in groupby((m for m in ordered if m.type is not None), key=lambda m: m.document.id):
        for seen in with_meeting_groups([read(m) for m in told]):
            blocks[seen.group].append(seen.mention)
    found = group_acts([m for m in ordered if m.type is None], roots)
    for group in list(blocks):
        block = [in_group(read(m), group) for m in blocks.pop(group)]
        found.extend([f.mention for f in cluster] for cluster in _cluster(block, options))
    found = [sorted(members, key=reading_order) for members in found]
    return sorted(found, key=lambda members: reading_order(members[0]))


def _cluster(block: list[Features], options: LinkOptions) -> list[list[Features]]:
    """Complete-linkage clustering: most alike pairs first, joined unless any two members are apart."""
    block = sorted(block, key=lambda f: (f.anchor or dt.date.max, reading_order(f.mention)))
    groups = complete_linkage(len(block), _pairs(block, options), lambda i, j: apart(block[i], block[j], options))
    return [[block[i] for i in some] for some in groups]


def _pairs(block: list[Features], options: LinkOptions) -> Iterator[tuple[float, int, int]]:
    """Likeness and places of two mentions that may tell of one event, in a block sorted by anchor."""
    index: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for i, f in enumerate(block):
        for ground in _grounds(f):
            index[ground, f.conflict].append(i)
            index[ground, _ANY].append(i)
    anchors = [f.anchor or dt.date.max for f in block]
    near = ((i, _near(i, block, anchors, options, index)) for i in range(len(block)))
    for score, i, j in Columns(block, options).alike(near):
        if not apart(block[i], block[j], options):
            yield score, i, j


def _grounds(f: Features) -> list[str]:
    """What two mentions must have one of in common to be compared: document, actor, city, track label or, in copies of a report, a word."""
    keys = [f"copy:{f.root}:{f.mention.evidence.trigger.text.casefold()}"]
    keys += [f"document:{f.mention.document.id}", *(f"actor:{key}" for key in f.actors)]
    return keys + [f"{name}:{value}" for name, value in (("city", f.city), ("track", f.track)) if value]


def _near(
    i: int,
    block: list[Features],
    anchors: list[dt.date],
    options: LinkOptions,
    index: Mapping[tuple[str, str | None], list[int]],
) -> list[int]:
    """Indices after `i` with common ground and no other conflict, near in time or of one document."""
    here, last = block[i], _last_near(block[i], options)
    end = 0 if last is None else bisect.bisect_right(anchors, last)
    recalled = here.anchor + dt.timedelta(days=RECALLED_DAYS) if here.anchor and here.city else None
    in_city = max(end, 0 if recalled is None else bisect.bisect_right(anchors, recalled))
    near: set[int] = set()
    for ground in _grounds(here):
        whole = ground.startswith(("document:", "copy:"))
        for conflict in (_ANY,) if here.conflict is None else (here.conflict, None):
            places = index.get((ground, conflict), [])
            first = bisect.bisect_right(places, i)
            until = in_city if ground.startswith("city:") else end
            near.update(places[first:] if whole else places[first : bisect.bisect_left(places, until)])
    return sorted(near)


def _last_near(f: Features, options: LinkOptions) -> dt.date | None:
    """The last day on which a mention that comes after it in time may tell of the same event; None where it has no day."""
    if f.anchor is None:
        return None
    furthest = (f.days.end if f.days else f.anchor) + dt.timedelta(
        days=max(options.act_window_days, options.undated_window_days, 31)
    )
    if f.is_act:
        return furthest
    # Meetings and texts join within days of one another, and acts that follow a meeting soon do.
    days = max(options.round_gap_days, options.undated_window_days, LONGEST_ROUND_DAYS if is_first_day(f) else 1)
    return min(furthest, (f.days.end if f.days else f.anchor) + dt.timedelta(days=days))
