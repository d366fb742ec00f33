"""The rows of the actor knowledge base and how they are read: one struct for each CSV table of `data/`.

Reading is plain: `csv.reader`, positional structs, no third-party parser. A table that is missing or has
only its header is an empty table; a cell that cannot be read raises `DataError` with file, line and column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import DataError

DATA = Path(__file__).parent / "data"

Names = tuple[str, ...]


class Country(msgspec.Struct, frozen=True):
    """A state or territory; `id` is ISO alpha-3, latitude and longitude in degrees."""

    id: str
    iso2: str
    name: str
    official_name: str
    aliases: Names
    adjectives: Names
    demonyms: Names
    capital: str
    metonyms: Names
    lat: float | None
    lon: float | None
    region: str
    valid_from: str
    valid_to: str
    source: str


class Body(msgspec.Struct, frozen=True):
    """A ministry, army, agency, office or parliament that acts for the state `country` (alpha-3)."""

    id: str
    name: str
    aliases: Names
    country: str
    sector: str
    actor_type: str
    valid_from: str
    valid_to: str
    source: str


class KnownPerson(msgspec.Struct, frozen=True):
    """A person with the names news uses; `nationality` is alpha-3."""

    id: str
    name: str
    aliases: Names
    gender: str
    nationality: str
    wikidata_id: str
    source: str


class Tenure(msgspec.Struct, frozen=True):
    """An office held for `actor_id` from `start` to `end` (ISO dates of any precision, "" is open)."""

    person_id: str
    actor_id: str
    office: str
    office_type: str
    start: str
    end: str
    acting: str
    source: str


class Organisation(msgspec.Struct, frozen=True):
    """An IGO, regional body, format, NGO, religious body or company; members "USA" or "USA@1990-2020"."""

    id: str
    name: str
    aliases: Names
    actor_type: str
    sector: str
    country: str
    members: Names
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Group(msgspec.Struct, frozen=True):
    """An armed group, opposition body, party, tribe or other conflict party that is no state."""

    id: str
    name: str
    aliases: Names
    actor_type: str
    sector: str
    country: str
    leaders: Names
    valid_from: str
    valid_to: str
    wikidata_id: str
    source: str


class Relation(msgspec.Struct, frozen=True):
    """A dated relation between two actors (codebook 1.7)."""

    actor_a: str
    relation: str
    actor_b: str
    start: str
    end: str
    source: str


class Role(msgspec.Struct, frozen=True):
    """A common noun that tells the sort of actor; `generic` is "yes" where it names nobody by itself."""

    phrase: str
    plural: str
    sector: str
    actor_type: str
    office_type: str
    generic: str
    source: str


class Outlet(msgspec.Struct, frozen=True):
    """A news agency, newspaper, broadcaster or other publisher; `outlet_type` as codebook 1.1."""

    id: str
    name: str
    aliases: Names
    home_country: str
    outlet_type: str
    language: str
    source: str


class Place(msgspec.Struct, frozen=True):
    """A capital, region, city, venue, sea or border in `country` (alpha-3), with its degrees."""

    id: str
    name: str
    aliases: Names
    country: str
    kind: str
    lat: float | None
    lon: float | None
    valid_from: str
    valid_to: str
    source: str


class Conflict(msgspec.Struct, frozen=True):
    """A conflict or dispute; `cues` are words that give it away."""

    id: str
    name: str
    aliases: Names
    countries: Names
    parties: Names
    cues: Names
    start: str
    end: str
    source: str


class Ambiguous(msgspec.Struct, frozen=True):
    """An alias that names several things, listed on purpose."""

    alias: str
    ids: Names
    note: str


class Tables(msgspec.Struct, frozen=True):
    """All tables of the knowledge base, rows in file order."""

    countries: tuple[Country, ...] = ()
    bodies: tuple[Body, ...] = ()
    persons: tuple[KnownPerson, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    groups: tuple[Group, ...] = ()
    relations: tuple[Relation, ...] = ()
    roles: tuple[Role, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[Place, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()


Row = TypeVar("Row", bound=msgspec.Struct)

# Struct fields that have another name in the CSV header, because `from` is a Python word.
_HEADER = {"start": "from", "end": "to"}
# Cells without which a row says nothing.
_REQUIRED = {
    "id",
    "name",
    "person_id",
    "actor_id",
    "phrase",
    "alias",
    "actor_a",
    "actor_b",
    "relation",
}
FILES: dict[str, tuple[str, type[Any]]] = {
    "countries": ("countries.csv", Country),
    "bodies": ("government_bodies.csv", Body),
    "persons": ("persons.csv", KnownPerson),
    "tenures": ("tenures.csv", Tenure),
    "organisations": ("organisations.csv", Organisation),
    "groups": ("groups.csv", Group),
    "relations": ("relations.csv", Relation),
    "roles": ("roles.csv", Role),
    "outlets": ("outlets.csv", Outlet),
    "places": ("places.csv", Place),
    "conflicts": ("conflicts.csv", Conflict),
    "ambiguous": ("ambiguous.csv", Ambiguous),
}


def columns(struct: type[msgspec.Struct]) -> list[str]:
    """The CSV header that belongs to a row struct, in order."""
    return [_HEADER.get(name, name) for name in struct.__struct_fields__]


def _number(cell: str) -> float | None:
    return float(cell) if cell.strip() else None


def _split(cell: str) -> Names:
    return tuple(v for part in cell.split("|") if (v := part.strip())) if cell else ()


def _converters(struct: type[msgspec.Struct]) -> list[Callable[[str], Any]]:
    kinds: dict[str, Callable[[str], Any]] = {"Names": _split, "float | None": _number, "str": str.strip}
    return [kinds[str(struct.__annotations__[name])] for name in struct.__struct_fields__]


def read_table(path: Path, struct: type[Row]) -> tuple[Row, ...]:
    """Read one CSV table into structs.

    Args:
        path: the file; where it does not exist the table is empty.
        struct: one of the row structs of this module; its fields are the columns.

    Raises:
        DataError: header, number of cells, a required cell or a number is wrong; names line and column.
    """
    if not path.is_file():
        return ()
    expected = columns(struct)
    convert = _converters(struct)
    required = [(i, name) for i, name in enumerate(expected) if name in _REQUIRED]
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        header = [cell.strip() for cell in next(reader, [])]
        if not header:
            return ()
        if header != expected:
            raise DataError(
                f"{path.name}, line 1: the header is {','.join(header)}; expected {','.join(expected)}. "
                "Put the columns in that order, as data/README.md tells."
            )
        for cells in reader:
            line = reader.line_num
            if not cells:
                continue
            if len(cells) != len(expected):
                raise DataError(
                    f"{path.name}, line {line}: {len(cells)} cells, expected {len(expected)}. "
                    "Quote cells that hold a comma, and leave no cell out."
                )
            for index, name in required:
                if not cells[index].strip():
                    raise DataError(f"{path.name}, line {line}, column {name}: the cell is empty. Fill it.")
            try:
                rows.append(struct(*[f(c) for f, c in zip(convert, cells, strict=True)]))
            except ValueError:
                raise _bad_number(path, line, expected, cells, convert) from None
    return tuple(rows)


def _bad_number(
    path: Path, line: int, names: Sequence[str], cells: Sequence[str], convert: Sequence[Callable[[str], Any]]
) -> DataError:
    for name, cell, function in zip(names, cells, convert, strict=True):
        try:
            function(cell)
        except ValueError:
            return DataError(
                f"{path.name}, line {line}, column {name}: {cell!r} is no number. "
                "Write degrees with a decimal point, or leave the cell empty."
            )
    return DataError(f"{path.name}, line {line}: the row cannot be read. Compare it with its neighbours.")


def read_tables(folder: Path | None = None) -> Tables:
    """Read every table of a folder (the shipped `data/` by default); missing tables are empty.

    Raises:
        DataError: as `read_table`.
    """
    base = DATA if folder is None else folder
    return Tables(**{name: read_table(base / file, struct) for name, (file, struct) in FILES.items()})
