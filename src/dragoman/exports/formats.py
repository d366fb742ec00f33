"""The formats by name. Each writes a stream of mentions to a binary stream and holds few in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import OptionError
from dragoman.exports import cameo, comma_separated, json_lines, parquet, plover
from dragoman.records import EventMention


class Format(msgspec.Struct, frozen=True):
    """How mentions are written.

    Attributes:
        name: as given on the command line.
        suffix: file name ending, with the dot.
        write: writes mentions to a binary stream and returns how many records it wrote.
        binary: True where the bytes are not text, so that they have no place on a terminal.
    """

    name: str
    suffix: str
    write: Callable[[Iterable[EventMention], BinaryIO], int]
    binary: bool = False


FORMATS = {
    item.name: item
    for item in (
        Format("jsonl", ".jsonl", json_lines.write),
        Format("csv", ".csv", comma_separated.write),
        Format("parquet", ".parquet", parquet.write, binary=True),
        Format("plover", ".plover.jsonl", plover.write),
        Format("cameo", ".tsv", cameo.write),
    )
}


def format_of_file(path: str) -> str:
    """The format that a file's name asks for; raises OptionError where no format has that ending."""
    name = Path(path).name.lower()
    fitting = [item for item in FORMATS.values() if name.endswith(item.suffix)]
    if not fitting:
        endings = ", ".join(item.suffix for item in FORMATS.values())
        raise OptionError(f"{path}: the ending tells no format. Use one of {endings}, or say --format")
    return max(fitting, key=lambda item: len(item.suffix)).name
