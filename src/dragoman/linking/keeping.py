"""Which lines of talks are kept: those of which enough is told, and not towns that a visit, a speech or a memory went through (rule R19)."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.linking.conflict import sides
from dragoman.linking.dates import day
from dragoman.linking.lines import line_name, town
from dragoman.linking.people import is_state, listed_key
from dragoman.linking.tracks import CHANNEL, LABEL, PLACE, Line, track_rules
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, EventMention


def kept(lines: Mapping[str, Line], mentions: Mapping[str, EventMention], roots: Mapping[str, str]) -> dict[str, Line]:
    """The line of each event by event id, without those that `evidence.yaml` finds too thin.

    Args:
        roots: root by mention id.
    """
    unique = {id(line): line for line in lines.values()}
    good = {number for number, line in unique.items() if _is_kept(line, mentions, roots)}
    return {event_id: line for event_id, line in lines.items() if id(line) in good}


def _is_kept(line: Line, mentions: Mapping[str, EventMention], roots: Mapping[str, str]) -> bool:
    """Whether enough speaks for a line (`evidence.yaml`, tracks); it must also have an event about talks."""
    words, rules = vocabulary(), track_rules()
    told = {roots[m] for e in line.events for m in e.mention_ids}
    about = words.counted | set(words.talks_acts) | words.inviting
    if line_name(line.key, line.conflict):
        about |= words.exclusions  # who is left out of a known line tells of it
    if not any(e.type in about for e in line.events):
        return False
    if (
        line.cue == LABEL
        and town(line.key)
        and not line_name(line.key, line.conflict)
        and _is_passing(line, mentions, told)
    ):
        return False
    if line.conflict is None and len(line.brokers | line.parties) < rules["unknown_conflict_actors"]:
        return False
    if line.cue == PLACE and line_name(line.key, line.conflict):
        return True  # a venue that a known line is called after is as good as its name
    needed = {PLACE: rules["place_line_roots"], CHANNEL: rules["channel_roots"]}.get(line.cue, 1)
    return len(told) >= int(needed)


def _is_passing(line: Line, mentions: Mapping[str, EventMention], told: set[str]) -> bool:
    """Whether a line is only a town where one source tells of a visit, of two outsiders, or of something long ago.

    What all sources tell of as long past is background, not a line of the talks of these days.
    """
    rules = track_rules()
    telling = [m for e in line.events for m in e.mention_ids]
    said = [d for m in telling if (d := day(mentions[m].document.published))]
    over = [d for e in line.events if (d := day((e.end or e.start or "")[:10]))]
    dated = sum(e.start is not None for e in line.events) == len(line.events)
    ago = (min(said) - max(over)).days if said and over and dated else 0
    if ago > rules["long_ago_days"]:
        return True
    if len(told) < 2 and ago > rules["one_line_days"] and not any(_has_sides(e, mentions) for e in line.events):
        return True
    return len(told) < 2 and not any(_brings_together(e, mentions) for e in line.events)


def _has_sides(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event is told with two sides, or with one and a third party that helped."""
    words = vocabulary()
    people = {(p.role, key) for m in event.mention_ids for p in mentions[m].participants if (key := listed_key(p))}
    sitting = {key for role, key in people if role in words.party}
    helping = {key for role, key in people if role in words.mediator | words.convener | words.host}
    return len(sitting) > 1 or bool(sitting and helping - sitting)


def _brings_together(event: Event, mentions: Mapping[str, EventMention]) -> bool:
    """Whether an event is more than a visit to one side or a talk of outsiders by themselves."""
    words, known = vocabulary(), sides(event.conflict)
    if event.type not in words.counted | set(words.talks_acts) | words.inviting:
        return False
    people = [p for m in event.mention_ids for p in mentions[m].participants if p.role not in words.absent]
    keys = {key for p in people if (key := listed_key(p))}
    if event.type in words.carrying:
        return sum(p.role in words.party for p in people) > 1
    outsiders = known is not None and all(is_state(k) and k not in known.inside for k in keys)
    return not (len(keys) == 2 and outsiders and event.type in ("direct_negotiation", "third_party_consultation"))
