"""Reads the CSV tables of the actor knowledge base into the structs of `rows`.

Reading is plain: `csv.reader`, positional structs, no third-party parser. A table that is missing or has
only its header is an empty table; a cell that cannot be read raises `DataError` with file, line and column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.actors.rows import (
    Ambiguous,
    Body,
    Conflict,
    Country,
    Descriptor,
    Group,
    KnownPerson,
    Names,
    Organisation,
    Outlet,
    Place,
    Relation,
    Role,
    Seat,
    Tables,
    Tenure,
    UsualTitle,
)
from dragoman.errors import DataError

DATA = Path(__file__).parent / "data"

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
    "city",
    "title",
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
    "descriptors": ("descriptors.csv", Descriptor),
    "outlets": ("outlets.csv", Outlet),
    "places": ("places.csv", Place),
    "conflicts": ("conflicts.csv", Conflict),
    "ambiguous": ("ambiguous.csv", Ambiguous),
    "seats": ("seats.csv", Seat),
    "usual_titles": ("usual_titles.csv", UsualTitle),
}


def columns(struct: type[msgspec.Struct]) -> list[str]:
    """The CSV header that belongs to a row struct, in order."""
    return [_HEADER.get(name, name) for name in struct.__struct_fields__]


_OPTIONAL = ("wikidata_id",)
"""Columns that a table may do without: those that came later than users' own tables."""


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
        DataError: header, number of cells, a required cell or a number is wrong (names line and column), or the file is no UTF-8.
            A header without the columns of `_OPTIONAL` is right, too; their cells are empty then.
    """
    if not path.is_file():
        return ()
    try:
        return _read(path, struct)
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path.name}: no CSV table in UTF-8 ({error}). Save it as CSV with encoding UTF-8.") from error


def _read(path: Path, struct: type[Row]) -> tuple[Row, ...]:
    expected = columns(struct)
    convert = _converters(struct)
    required = [(i, name) for i, name in enumerate(expected) if name in _REQUIRED]
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        header = [cell.strip() for cell in next(reader, [])]
        if not header:
            return ()
        absent = [i for i, name in enumerate(expected) if name in _OPTIONAL and name not in header]
        if header != [name for i, name in enumerate(expected) if i not in absent]:
            raise DataError(
                f"{path.name}, line 1: the header is {','.join(header)}; expected {','.join(expected)}. "
                "Put the columns in that order, as data/README.md tells."
            )
        for cells in reader:
            line = reader.line_num
            if not cells:
                continue
            if len(cells) != len(header):
                raise DataError(
                    f"{path.name}, line {line}: {len(cells)} cells, expected {len(header)}. "
                    "Quote cells that hold a comma, and leave no cell out."
                )
            for index in absent:
                cells.insert(index, "")
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
