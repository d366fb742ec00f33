"""The shipped tables and their names as one file that is read at once, made anew whenever a table changes.

The file `tables.msgpack` beside the CSV tables begins with a fingerprint of the tables and of the code that reads
them; where that does not fit, or the file is missing or broken, the CSV tables are read and the file is written
again, if the folder may be written. It holds data only. Make it at build with `python -m dragoman.actors.compiled`.
"""

from __future__ import annotations

import gc
import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from dragoman.actors.matcher import Index, index_of
from dragoman.actors.rows import Tables
from dragoman.actors.tables import DATA, FILES, read_tables

NAME = "tables.msgpack"
_CODE = ("compiled.py", "matcher.py", "rows.py", "tables.py")
_SIZE = hashlib.sha256().digest_size


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The tables with the index of their names."""

    tables: Tables
    index: Index


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """As in the file: rows are lists of cells, tables in the order of FILES."""

    tables: tuple[msgspec.Raw, ...]
    index: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def load_compiled(folder: Path = DATA) -> Compiled:
    """Tables and names of a folder, from its compiled file where that fits, else from the CSV tables.

    Raises:
        DataError: a table breaks its schema.
    """
    print_ = fingerprint(folder)
    collecting = gc.isenabled()
    gc.disable()  # many small objects are made and all are kept: looking for garbage among them only costs
    try:
        found = _read(folder / NAME, print_)
        if found is None:
            tables = read_tables(folder)
            found = Compiled(tables, index_of(tables))
            write_compiled(found, folder, print_)
        return found
    finally:
        if collecting:
            gc.enable()


def fingerprint(folder: Path = DATA) -> bytes:
    """A digest of the folder's tables and of the modules that read them."""
    digest = hashlib.sha256()
    paths = [folder / file for file, _ in FILES.values()] + [Path(__file__).parent / name for name in _CODE]
    for path in paths:
        digest.update(path.name.encode())
        with suppress(OSError):
            content = path.read_bytes()
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return digest.digest()


def write_compiled(compiled: Compiled, folder: Path, print_: bytes) -> bool:
    """Write the file in one step, so that nobody reads half of it; False where the folder cannot be written."""
    rows = tuple([_cells(row) for row in getattr(compiled.tables, name)] for name in FILES)
    content = print_ + msgspec.msgpack.encode((rows, compiled.index))
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=NAME, suffix=".part")
    except OSError:
        return False
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        part.chmod(0o644)
        part.replace(folder / NAME)
    except OSError:
        part.unlink(missing_ok=True)
        return False
    return True


def _cells(row: msgspec.Struct) -> list[object]:
    return [getattr(row, name) for name in row.__struct_fields__]


def _read(path: Path, print_: bytes) -> Compiled | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if content[:_SIZE] != print_:
        return None
    try:
        packed = _decoder.decode(memoryview(content)[_SIZE:])
        tables = {
            name: tuple(struct(*row) for row in msgspec.msgpack.decode(raw, type=_row_type(struct)))
            for (name, (_, struct)), raw in zip(FILES.items(), packed.tables, strict=True)
        }
    except (msgspec.DecodeError, ValueError, TypeError):
        return None
    return Compiled(Tables(**tables), packed.index)


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
