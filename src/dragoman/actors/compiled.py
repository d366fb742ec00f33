"""The shipped tables and their names as one file that is read at once, made anew whenever a table changes.

`tables.msgpack` beside the CSV tables holds data only and is never needed. Make it at build with `python -m dragoman.actors.compiled`.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.actors.matcher import Index, Stems, index_of, stems_of
from dragoman.actors.rows import Tables
from dragoman.actors.tables import DATA, FILES, read_tables
from dragoman.compiled_file import fingerprint as fingerprint_of
from dragoman.compiled_file import no_collection, read_content, write_content

NAME = "tables.msgpack"
_CODE = ("compiled.py", "matcher.py", "rows.py", "tables.py")


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The tables with the index of their names, and how the names begin."""

    tables: Tables
    index: Index
    stems: Stems


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """As in the file: rows are lists of cells, tables in the order of FILES."""

    tables: tuple[msgspec.Raw, ...]
    index: Index
    stems: Stems


def load_compiled(folder: Path = DATA) -> Compiled:
    """Tables and names of a folder, from its compiled file where that fits, else from the CSV tables.

    Raises:
        DataError: a table breaks its schema.
    """
    print_ = fingerprint(folder)
    with no_collection():
        found = _decoded(read_content(folder / NAME, print_))
        if found is None:
            tables = read_tables(folder)
            index = index_of(tables)
            found = Compiled(tables, index, stems_of(index))
            rows = tuple([_cells(row) for row in getattr(tables, name)] for name in FILES)
            write_content(folder / NAME, print_, msgspec.msgpack.encode((rows, index, found.stems)))
    return found


def fingerprint(folder: Path = DATA) -> bytes:
    """A digest of the folder's tables and of the modules that read them."""
    tables = [folder / file for file, _ in FILES.values()]
    return fingerprint_of([*tables, *(Path(__file__).parent / name for name in _CODE)])


def _cells(row: msgspec.Struct) -> list[object]:
    return [getattr(row, name) for name in row.__struct_fields__]


def _decoded(content: memoryview | None) -> Compiled | None:
    if content is None:
        return None
    try:
        packed = _decoder.decode(content)
        tables = {
            name: tuple(struct(*row) for row in msgspec.msgpack.decode(raw, type=_row_type(struct)))
            for (name, (_, struct)), raw in zip(FILES.items(), packed.tables, strict=True)
        }
    except (msgspec.DecodeError, ValueError, TypeError):
        return None
    return Compiled(Tables(**tables), packed.index, packed.stems)


_decoder = msgspec.msgpack.Decoder(_Packed)


def _row_type(struct: type[msgspec.Struct]) -> object:
    """The type of a table's rows in the file: tuples of cells, so that lists of names become tuples."""
    kinds = {"str": str, "Names": tuple[str, ...], "float | None": float | None}
    cells = tuple(kinds[str(struct.__annotations__[name])] for name in struct.__struct_fields__)
    return list[tuple[cells]]  # type: ignore[valid-type]


def main() -> None:
    """Make the file of the shipped tables anew."""
    (DATA / NAME).unlink(missing_ok=True)
    load_compiled()


if __name__ == "__main__":
    main()
