"""What a row of the actor tables may hold: known values, dates that are dates, references that lead to a row.

The shipped tables are held to this by the tests, a user's own by `check_rows` when they are read or added to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from dragoman.actors.people import day
from dragoman.actors.rows import Names, Tables
from dragoman.ontology.code_lists import read_codes

PLACE_KINDS = ("capital", "region", "city", "venue", "sea", "border")
_DATES = {"start", "end", "valid_from", "valid_to"}
_STATES = {"country", "nationality", "home_country", "countries"}
_ACTORS = {"actor_id", "actor_a", "actor_b", "members", "parties"}
_PERSONS = {"person_id", "leaders"}
_ANYTHING = {"id", "ids"}
_ID_FORMS = {
    "countries": r"[A-Z]{3}", "bodies": r"gov:[a-z0-9-]+", "persons": r"person:[a-z0-9-]+",
    "organisations": r"[a-z]+:[a-z0-9-]+", "groups": r"group:[a-z0-9-]+", "outlets": r"outlet:[a-z0-9-]+",
    "places": r"place:[a-z0-9-]+", "conflicts": r"conflict:[a-z0-9-]+",
}  # fmt: skip
# Cells that a table's row needs beside its name: without them no answer can be given.
_NEEDED = {
    "bodies": ("country", "sector"), "persons": ("gender",), "tenures": ("office", "office_type"),
    "organisations": ("actor_type",), "groups": ("actor_type", "sector"), "outlets": ("outlet_type",),
    "places": ("country", "kind"),
}  # fmt: skip
_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with a cell: its column, the problem with the value, and the remedy."""

    column: str
    problem: str
    remedy: str


class Known(msgspec.Struct, frozen=True):
    """The ids that a cell may refer to."""

    states: frozenset[str]
    actors: frozenset[str]
    persons: frozenset[str]
    everything: frozenset[str]


def known_ids(*tables: Tables) -> Known:
    """The ids of several sets of tables together."""
    states = frozenset(c.id for t in tables for c in t.countries)
    actors = set(states)
    others: set[str] = set()
    for t in tables:
        actors |= {*(b.id for b in t.bodies), *(o.id for o in t.organisations), *(g.id for g in t.groups)}
        others |= {*(o.id for o in t.outlets), *(p.id for p in t.places), *(c.id for c in t.conflicts)}
    persons = frozenset(p.id for t in tables for p in t.persons)
    return Known(states, frozenset(actors), persons, frozenset(actors | persons | others))


@lru_cache(maxsize=1)
def values() -> Mapping[str, tuple[str, ...]]:
    """Allowed values by column."""
    codes = read_codes(files("dragoman.ontology").joinpath("codes.yaml"))
    return {
        "actor_type": tuple(codes["actor_type"]),
        "sector": tuple(codes["plover_sector"]),
        "office_type": tuple(codes["office_type"]),
        "outlet_type": tuple(codes["outlet_type"]),
        "relation": tuple(codes["actor_relation"]),
        "kind": PLACE_KINDS,
        "gender": ("m", "f"),
        "acting": ("yes",),
        "generic": ("yes",),
    }


def problems(table: str, row: msgspec.Struct, known: Known) -> Iterator[Problem]:
    """What is wrong with a row of a table, by the columns of its CSV file.

    Args:
        table: key of `tables.FILES`, or "aliases".
        known: ids that exist, the row's own included.
    """
    cells: dict[str, Any] = {name: getattr(row, name) for name in row.__struct_fields__}
    for name, value in cells.items():
        column = {"start": "from", "end": "to"}.get(name, name)
        if isinstance(value, float):
            limit = 90 if name == "lat" else 180
            if abs(value) > limit:
                yield Problem(column, f"{value} is off the globe", f"Write degrees from -{limit} to {limit}")
            continue
        for cell in value if isinstance(value, tuple) else (value,) if value else ():
            yield from _cell(table, name, column, cell, known)
    for name in _NEEDED.get(table, ()):
        if not cells[name]:
            yield Problem(name, "the cell is empty", _one_of(name) or "Fill it")
    if "source" in cells and not cells["source"]:
        yield Problem("source", "the cell is empty", "Say in a few words where the fact can be checked")
    if "lat" in cells and (cells["lat"] is None) != (cells["lon"] is None):
        yield Problem("lat, lon", "only one of both is given", "Give both, or leave both empty")
    for first, last in (("start", "end"), ("valid_from", "valid_to")):
        begins, ends = day(cells.get(first)), day(cells.get(last), late=True)
        if begins and ends and begins > ends:
            column = "from" if first == "start" else first
            yield Problem(column, f"{cells[first]!r} is after {cells[last]!r}", "Put the earlier day first")


def _cell(table: str, name: str, column: str, cell: str, known: Known) -> Iterator[Problem]:
    if name in values() and cell not in values()[name]:
        yield Problem(column, f"{cell!r} is not known", _one_of(name))
    elif name in _DATES and not (_ISO_DATE.match(cell) and day(cell)):
        yield Problem(column, f"{cell!r} is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD")
    elif name in _STATES and cell not in known.states:
        yield Problem(column, f"{cell!r} is no country", "Use the three letters of ISO 3166, such as SYR")
    elif name in _ACTORS and cell.split("@")[0] not in known.actors:
        yield Problem(
            column, f"{cell!r} is no actor of the tables", "Use three letters of a state, or an id; add it first"
        )
    elif name in _PERSONS and cell not in known.persons:
        yield Problem(column, f"{cell!r} is no person of the tables", "Add the person first")
    elif name in _ANYTHING and cell not in known.everything:
        yield Problem(column, f"{cell!r} is in no table", "Use an id of the tables; add its row first")
    elif name == "wikidata_id" and not _WIKIDATA.fullmatch(cell):
        yield Problem(
            column, f"{cell!r} is no Wikidata id", "Write Q and digits, such as Q1065, or leave the cell empty"
        )
    elif name == "id" and not re.fullmatch(_ID_FORMS.get(table, r".+"), cell):
        form = _ID_FORMS[table].replace("[a-z0-9-]+", "lower-case-words").replace("[a-z]+", "igo")
        yield Problem(column, f"{cell!r} has not the form of an id here", f"Write it as {form}")


def _one_of(name: str) -> str:
    return f"Use one of: {', '.join(values()[name])}" if name in values() else ""


def borne_twice(rows: Iterable[msgspec.Struct], column: str) -> str | None:
    """The first value of a column that a second row bears too; None where all differ. Empty cells do not count."""
    seen: set[str] = set()
    for row in rows:
        value = str(getattr(row, column, ""))
        if value in seen:
            return value
        if value:
            seen.add(value)
    return None


def labels(row: msgspec.Struct) -> str:
    """How a row is spoken of: its id, or the cells that tell it from others."""
    for name in ("id", "alias", "phrase"):
        if hasattr(row, name) and not (name == "id" and hasattr(row, "alias")):
            return str(getattr(row, name))
    cells = (getattr(row, name) for name in row.__struct_fields__[:3])
    return ", ".join(c for c in cells if isinstance(c, str))


def names_of_row(row: msgspec.Struct) -> Names:
    """Name and aliases of a row that has them."""
    own: Iterable[str] = (getattr(row, "name", ""), *getattr(row, "aliases", ()))
    return tuple(n for n in own if n)
