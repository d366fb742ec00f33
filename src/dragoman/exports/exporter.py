"""What an exporter of the record is: a file in `exports/views/` with one of these as `EXPORTER`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, BinaryIO

import msgspec

from dragoman.exports.comma_separated import write_rows
from dragoman.exports.content import Content


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One file of an export.

    Attributes:
        name: of the file inside the folder; "" where the export is a single file.
        write: writes it to a binary stream and returns the number of rows (or nodes, features).
    """

    write: Callable[[BinaryIO], int]
    name: str = ""


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """A view of the record for another program.

    Attributes:
        name: as given to `--as`; the name of its file.
        summary: what a row is and who reads it, in one line.
        endings: file name endings that it writes, with the dot; "" for a folder.
        parts: makes the files, given the content and the ending chosen. Raises OptionError before anything is
            written where a library is missing.
    """

    name: str
    summary: str
    endings: tuple[str, ...]
    parts: Callable[[Content, str], Sequence[Part]]


def single(write: Callable[[Content, BinaryIO], int]) -> Callable[[Content, str], Sequence[Part]]:
    """Make `parts` of a function that writes one file."""
    return lambda content, ending: [Part(write=lambda stream: write(content, stream))]


def rows_writer(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Callable[[BinaryIO], int]:
    """Make the `write` of a part that is a CSV table."""
    return lambda stream: write_rows(rows, columns, stream)
