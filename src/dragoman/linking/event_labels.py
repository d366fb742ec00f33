"""Which line of talks the reports of an event name, or the format that took part in it under its own name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dragoman.linking.aggregate import mode
from dragoman.linking.lines import folded, line_key, line_keys, line_of_actors, town
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, EventMention, Participation


def labels_of_events(
    events: Sequence[Event],
    participations: Mapping[str, Sequence[Participation]],
    mentions: Mapping[str, EventMention],
    roots: Mapping[str, str],
) -> dict[str, tuple[str, str]]:
    """Key and label of the line of each event that reports name, by event id."""
    found: dict[str, tuple[str, str]] = {}
    names = {line_key(t, e.conflict) for e in events for m in e.mention_ids if (t := mentions[m].track)}
    for event in events:
        if event.type is None:
            continue
        said = [(mentions[m].track, roots[m]) for m in event.mention_ids]
        label = mode([(text, root) for text, root in said if text])
        label = _moved(event, label, mentions, names) or label
        key = line_key(label, event.conflict)
        own = line_of_actors(
            (p.actor for p in participations.get(event.id, ()) if p.actor and p.role not in vocabulary().absent),
            event.conflict,
        )
        if label and key:
            found[event.id] = (key, label)
        elif own is not None and event.type in vocabulary().counted | set(vocabulary().talks_acts):
            found[event.id] = (own.key, own.name)
    return found


def _moved(
    event: Event, label: str | None, mentions: Mapping[str, EventMention], names: Collection[str | None]
) -> str | None:
    """The label of a meeting that is held where another line has its place.

    That is one that was to be elsewhere ("which was to have been held in Lodwar, will now take place in Nairobi"), or one that only its
    report gave the label, no sentence about it.
    """
    own, there = line_key(label, event.conflict), line_key(event.venue, event.conflict)
    if not label or not own or not town(own) or not there or there == own or there not in names:
        return None
    told = [mentions[m] for m in event.mention_ids]
    keys = line_keys(own, event.conflict)
    planned = event.status in vocabulary().forward and event.type in vocabulary().meetings
    if not planned and sum(m.venue is not None and m.venue.name == event.venue for m in told) < 2:
        return None  # one misread place is none
    said = [m.evidence.trigger.text if planned else m.evidence.text for m in told]
    if any(key in folded(text) for key in keys for text in said):
        return None
    return f"{event.venue} talks"
