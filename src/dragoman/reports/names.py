"""What actors and places are called: the record's own names first, then the knowledge base's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from dragoman.records import EventMention, Participation

NameOf = Callable[[str], str | None]


class Names:
    """Names by actor id ("RUS", "igo:un") and by country code.

    Args:
        participations, mentions: where the record itself names actors.
        name_of: asked for ids that the record does not name; None asks nobody.
    """

    def __init__(
        self,
        participations: Iterable[Participation] = (),
        mentions: Iterable[EventMention] = (),
        name_of: NameOf | None = None,
    ) -> None:
        told: dict[str, Counter[str]] = {}
        for row in participations:
            if row.actor and _names_its_id(row.actor, row.actor_type):
                told.setdefault(row.actor, Counter())[row.name] += row.n_mentions
        self._countries: dict[str, str] = {}
        for mention in mentions:
            for p in mention.participants:
                if p.actor and p.name and _names_its_id(p.actor, p.actor_type):
                    told.setdefault(p.actor, Counter())[p.name] += 1
            if mention.venue and mention.venue.country and mention.venue.country_name:
                self._countries[mention.venue.country] = mention.venue.country_name
        self._told = {actor: min(c, key=lambda name: (-c[name], name)) for actor, c in told.items()}
        self._name_of = name_of or (lambda entry: None)

    @classmethod
    def told(
        cls,
        told: Iterable[tuple[str, str | None, str, int]],
        countries: Mapping[str, str],
        name_of: NameOf | None = None,
    ) -> Self:
        """Names from counts: id of the actor, its type, what it is called and how often; and names of countries."""
        rows = (
            Participation(event_id="", actor=actor, actor_type=kind, name=name, role="", n_mentions=times)
            for actor, kind, name, times in told
        )
        names = cls(rows, (), name_of)
        names._countries = dict(countries)
        return names

    def actor(self, entry: str | None) -> str:
        """Name of an actor's id; text that is no id comes back as it is; "" for None."""
        if not entry:
            return ""
        return self._told.get(entry) or (self._name_of(entry) if _is_id(entry) else None) or entry

    def country(self, code: str | None) -> str:
        """Name of a country code, the code itself where unknown, "" for None."""
        return (self._countries.get(code) or self._name_of(code) or code) if code else ""


def place(name: str | None, country: str | None) -> str:
    """ "Astana, Kazakhstan"; the country once where the place is the country or its name tells it ("Granada, Spain")."""
    if name and country and name.endswith(f", {country}"):
        return name
    return ", ".join(dict.fromkeys(part for part in (name, country) if part))


def _names_its_id(actor: str, actor_type: str | None) -> bool:
    """A country's id stands for several of its actors; only the state itself bears the plain name."""
    return actor_type == "state" or not (len(actor) == 3 and actor.isupper())


def _is_id(entry: str) -> bool:
    return ":" in entry or (len(entry) == 3 and entry.isupper())
