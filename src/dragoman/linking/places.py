"""Where a line of talks and its events meet; where somebody spoke is not where talks are held."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.linking.aggregate import mode
from dragoman.linking.conflict import sides
from dragoman.linking.lines import OWNED, line_key, line_keys, place_of, track_key
from dragoman.linking.tracks import Line
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, EventMention


def meeting_place(line: Line, mentions: Mapping[str, EventMention]) -> tuple[str | None, str | None, str | None]:
    """City, country code and country name of a line: the place that it is called after, else where most of
    its meetings were held; None where neither is clear.
    """
    told = [
        v
        for e in line.events
        for m in e.mention_ids
        if (v := mentions[m].venue) is not None and v.name not in (v.country, v.country_name)
    ]
    keys = line_keys(line.key, line.conflict)
    own = [v for v in told if track_key(v.name) in keys]
    name = mode([(v.name, str(i)) for i, v in enumerate(own)])
    if name is None and (place := place_of(line.key)):
        return place
    if name is None:
        cities = {v.name for v in told}
        held = [(e.venue, e.id) for e in line.events if e.venue in cities and e.type in vocabulary().meetings]
        name = mode([(v, i) for v, i in held if v])
        moving = line.key.endswith(track_key(OWNED) or "")  # called after who runs it: where it met most often
        if name is None or (2 * sum(v == name for v, _ in held) <= len(held) and not moving):
            return None, None, None
    at = next((v for v in told if v.name == name), None)
    return name, at.country if at else None, at.country_name if at else None


def homes_of_line(label: str | None, conflict: str | None) -> frozenset[str]:
    """Codes of the countries of the places that a line of talks is called after; empty for other names ("the Normandy format")."""
    key = line_key(label, conflict)
    places = (place_of(name) for name in line_keys(key, conflict)) if key else ()
    return frozenset(place[1] for place in places if place is not None and place[1])


def with_venue(event: Event, line: Line | None, mentions: Mapping[str, EventMention]) -> Event:
    """The event, without a venue that is only where somebody spoke of talks to come.

    What mentions say stays, and a line's city never fills an event (codebook 1.12). Only where one mention proposes, puts off or
    cancels talks by the name of one city ("the Astana talks") and gives another, outside the land of the conflict, as venue
    ("speaking in Tokyo"), the venue is left out: such an act has no place of its own.
    """
    words, known = vocabulary(), sides(event.conflict)
    if line is None or not event.venue or event.type not in words.acts_before or place_of(line.key) is None:
        return event
    keys = line_keys(line.key, line.conflict)
    if track_key(event.venue) in keys or (known and event.venue_country in known.countries):
        return event
    told = [m for i in event.mention_ids if (m := mentions[i]).venue is not None and m.venue.name == event.venue]
    if not all(track_key(m.track) in keys for m in told):
        return event
    return msgspec.structs.replace(event, venue=None, venue_country=None, venue_status=None, lat=None, lon=None)
