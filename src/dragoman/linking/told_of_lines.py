"""What all reports tell of a line of talks where they name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.linking.lines import line_key
from dragoman.linking.people import listed_key
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import EventMention


@dataclass
class ToldOfLine:
    """What all reports tell of a line where they name it: its brokers, all who had a part, the countries it met in, reports of public talks."""

    brokers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    public: set[str] = field(default_factory=set)


def told_of_lines(
    mentions: Sequence[EventMention], conflicts: Mapping[str, str | None]
) -> dict[tuple[str | None, str | None], ToldOfLine]:
    """What is told of each line of talks, by conflict and key."""
    words = vocabulary()
    found: dict[tuple[str | None, str | None], ToldOfLine] = defaultdict(ToldOfLine)
    for mention in mentions:
        if mention.track and mention.polarity != "negated":
            people = (p for p in mention.participants if p.role not in words.absent)
            found[conflicts.get(mention.id), line_key(mention.track, conflicts.get(mention.id))].people |= {
                key for p in people if (key := listed_key(p))
            }
        if mention.type not in words.meetings or mention.polarity == "negated":
            continue
        conflict = conflicts.get(mention.id)
        city = city_of(mention)
        if city and mention.venue and mention.venue.country:
            found[conflict, line_key(city, conflict)].countries.add(mention.venue.country)
        if mention.track:
            line = found[conflict, line_key(mention.track, conflict)]
            line.brokers |= brokers_of(mention)
            if mention.type != "backchannel_talks":
                line.public.add(mention.document.id)
    return found


def city_of(mention: EventMention) -> str | None:
    venue = mention.venue
    return venue.name if venue and venue.name not in (venue.country, venue.country_name) else None


def brokers_of(mention: EventMention) -> set[str]:
    roles = vocabulary().mediator
    return {key for p in mention.participants if p.role in roles and (key := listed_key(p))}
