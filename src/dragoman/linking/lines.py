"""The names of lines of talks: which labels mean the same line, and what to call it (codebook 1.12)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.linking.vocabulary import read_table

# "the second round", "Geneva III": rounds of one line (rule R6).
_ROUND = re.compile(r"(?:[ivx]+|\d{1,2}|\d*(?:1st|2nd|3rd|\dth))")


OWNED = "-led talks"
"""How the name of a line ends that is called after who runs it ("IGAD-led talks")."""


@cache
def track_words() -> frozenset[str]:
    """Words that people add to the name of a line of talks, in lower case."""
    return frozenset(read_table("cues.yaml")["track_words"])


@lru_cache(maxsize=100_000)
def track_key(label: str | None) -> str | None:
    """The telling part of a track's name: "the Geneva peace talks", "Geneva III" and "Geneva, Switzerland" are all "geneva"."""
    if not label:
        return None
    words = re.findall(r"[\w'+-]+", _without_country(label).casefold().replace("’", "'"))
    telling = [w for w in words if w not in track_words() and not _ROUND.fullmatch(w)]
    return " ".join(telling or words) or None


def _without_country(label: str) -> str:
    """A label without the country that tells its city from others of the name ("Granada, Spain talks")."""
    city, comma, rest = label.partition(",")
    country = " ".join(w for w in rest.split() if w.casefold() not in track_words())
    return city if comma and country.casefold() in _country_names() else label


@cache
def _country_names() -> frozenset[str]:
    from dragoman.actors import load

    knowledge = load()
    codes = {place.country for place in knowledge.entries.places.values() if place.country}
    return frozenset(name.casefold() for code in codes if (name := knowledge.country_name(code)))


def folded(text: str) -> str:
    """A text in which every word that a pattern finds whatever its case stands in one form."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


@dataclass(frozen=True)
class KnownLine:
    """A line of talks of `data/lines.yaml`.

    Attributes:
        keys: the telling parts of its labels.
        actors: coalitions that are the line's own format.
        parties: outside states that are parties on this line (rule R2).
    """

    name: str
    conflict: str
    key: str
    keys: frozenset[str]
    actors: frozenset[str]
    parties: frozenset[str]


@cache
def known_lines() -> tuple[KnownLine, ...]:
    """The lines of talks that go by several names, in the order of the table."""
    lines = []
    for row in read_table("lines.yaml")["lines"]:
        keys = [key for label in (row["name"], *row["labels"]) if (key := track_key(label.split(" (")[0]))]
        formats, parties = frozenset(row.get("actors", ())), frozenset(row.get("parties", ()))
        lines.append(KnownLine(row["name"], row["conflict"], keys[0], frozenset(keys), formats, parties))
    return tuple(lines)


@cache
def formats() -> frozenset[str]:
    """Coalitions that are only the name of a line of talks."""
    return frozenset().union(*(line.actors for line in known_lines()))


def line_key(label: str | None, conflict: str | None) -> str | None:
    """The key of the line that a label means in a conflict: that of a known line, else the label's own."""
    key = track_key(label)
    if key is None:
        return None
    return _keys_of_labels().get((conflict, key), key)


@cache
def _keys_of_labels() -> dict[tuple[str | None, str], str]:
    """Key of the known line by conflict and any of its keys; of two with one key the first."""
    found: dict[tuple[str | None, str], str] = {}
    for line in known_lines():
        for key in line.keys:
            found.setdefault((line.conflict, key), line.key)
    return found


def known_line(key: str, conflict: str | None) -> KnownLine | None:
    """The known line of a key in a conflict; None for any other."""
    return _lines_by_key().get((conflict, key))


@cache
def _lines_by_key() -> dict[tuple[str | None, str], KnownLine]:
    return {(line.conflict, line.key): line for line in reversed(known_lines())}


def line_name(key: str, conflict: str | None) -> str | None:
    """What a known line is called; None for any other."""
    line = known_line(key, conflict)
    return line.name if line else None


def line_keys(key: str, conflict: str | None) -> frozenset[str]:
    """All keys by which a line goes, its own included."""
    line = known_line(key, conflict)
    return line.keys if line else frozenset((key,))


def line_of_actors(actors: Iterable[str], conflict: str | None) -> KnownLine | None:
    """The line whose own format is among the actors ("the Syria Support Group met"); None if none is."""
    present = set(actors)
    return next((k for k in _lines_with_format().get(conflict, ()) if k.actors & present), None)


@cache
def _lines_with_format() -> dict[str | None, list[KnownLine]]:
    found: dict[str | None, list[KnownLine]] = {}
    for line in known_lines():
        if line.actors:
            found.setdefault(line.conflict, []).append(line)
    return found


def towns_of(name: str) -> Collection[str]:
    """Keys of the towns that the name of a line with several tells ("European Union-led talks (Brussels, Prague)")."""
    base, _, rest = name.partition(" (")
    if not rest or not (base.endswith(OWNED) or rest.startswith("also ")):
        return ()
    return [town.strip().casefold() for town in rest.rstrip(")").removeprefix("also ").split(",")]


@cache
def place_of(key: str) -> tuple[str | None, str | None, str | None] | None:
    """Town, country code and country name that the key of a line stands for; None for names that are no town."""
    from dragoman.actors import load

    knowledge = load()
    place = knowledge.place(key.title())
    if place is None or place.kind not in ("city", "capital", "venue") or place.country is None:
        return None
    return place.name, place.country, knowledge.country_name(place.country)


def town(key: str) -> str | None:
    """The name of the town that a line's key is; None for other names ("the Normandy format")."""
    place = place_of(key)
    return place[0] if place else None
