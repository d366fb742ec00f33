"""From bytes to text: strict UTF-8, bounded lines, and clear words about what is not text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dragoman.records import Failure
from dragoman.sources.protocol import MAX_BYTES, ByteStream

BOM = b"\xef\xbb\xbf"
HEAD = 8192
"""Bytes looked at to tell text from binary files."""

_SKIP = 1 << 20

_KINDS = (
    (b"%PDF", "a PDF", "Give it the suffix .pdf, or convert it with pdftotext"),
    (b"PK\x03\x04", "a ZIP or Office file", "Save its text as .txt or its table as .csv"),
    (b"\x1f\x8b", "compressed with gzip", "Let its name end in .gz, as in articles.csv.gz, or unpack it with gunzip"),
    (b"PAR1", "a Parquet file", "Give it the suffix .parquet"),
    (b"\xff\xfe", "UTF-16", "Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW"),
    (b"\xfe\xff", "UTF-16", "Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW"),
)


class Line(NamedTuple):
    """A line of a file. A line that cannot be used has a failure; its text is then a stand-in.

    The stand-in of an undecodable line bears replacement characters, that of an overlong line at most one
    quote, so that a table's reader keeps count of rows and quotes.
    """

    number: int
    text: str
    failure: Failure | None = None


def unreadable(path: str, error: OSError) -> Failure:
    """Return the failure for a file that the system does not let us read."""
    if isinstance(error, PermissionError):
        return Failure(path=path, place="", problem="permission denied", remedy="Allow reading it: chmod u+r FILE")
    problem = f"cannot be read ({error.strerror or error})"
    return Failure(path=path, place="", problem=problem, remedy="Check that the file exists and the disk is well")


def not_text(path: str, head: bytes) -> Failure | None:
    """Return a failure where the first bytes show that a file is not UTF-8 text, None otherwise."""
    for magic, kind, remedy in _KINDS:
        if head.startswith(magic):
            return Failure(path=path, place="byte 0", problem=f"the file is {kind}, not UTF-8 text", remedy=remedy)
    if (at := head.find(b"\0")) >= 0:
        return Failure(
            path=path,
            place=f"byte {at}",
            problem="binary data (a NUL byte), not text",
            remedy="Give a text, HTML, JSON, CSV or Parquet file",
        )
    return None


def decode(path: str, data: bytes, *, offset: int = 0, place: str = "") -> str | Failure:
    """Decode UTF-8 strictly; the failure names the byte of the file, in which `data` begins at `offset`."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = offset + error.start
        return Failure(
            path=path,
            place=f"{place}, byte {byte}" if place else f"byte {byte}",
            problem=f"not valid UTF-8 (byte 0x{data[error.start]:02x})",
            remedy="Convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
        )


def read_bounded(path: str, stream: ByteStream) -> bytes | Failure:
    """Read a whole text of at most `MAX_BYTES`; a failure for a larger, empty or binary one."""
    data = read_whole(path, stream)
    if isinstance(data, Failure):
        return data
    return not_text(path, data[:HEAD]) or data


def read_whole(path: str, stream: ByteStream) -> bytes | Failure:
    """Read a whole file of at most `MAX_BYTES`; a failure for a larger or empty one."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        remedy = "Split it into articles, or give a table with one article a row"
        return Failure(path=path, place="", problem=f"larger than {MAX_BYTES:,} bytes", remedy=remedy)
    return data if data.removeprefix(BOM).strip() else empty(path)


def empty(path: str) -> Failure:
    """Return the failure for a file that holds nothing."""
    return Failure(path=path, place="", problem="the file is empty", remedy="Remove it or fill it")


def lines(path: str, stream: ByteStream) -> Iterator[Line]:
    """Yield the lines of a UTF-8 stream, line ends kept, holding at most `MAX_BYTES` of it in memory."""
    number, offset = 0, 0
    while data := stream.readline(MAX_BYTES + 1):
        number += 1
        start = offset
        offset += len(data)
        if number == 1 and data.startswith(BOM):
            data, start = data[len(BOM) :], len(BOM)
        if len(data) > MAX_BYTES and not data.endswith(b"\n"):
            quotes = data.count(b'"')
            while rest := stream.readline(_SKIP):
                offset += len(rest)
                quotes += rest.count(b'"')
                if rest.endswith(b"\n"):
                    break
            problem = f"the line is longer than {MAX_BYTES:,} bytes"
            failure = Failure(path=path, place=f"line {number}", problem=problem, remedy="Split it into articles")
            yield Line(number, '"\n' if quotes % 2 else "\n", failure)
            continue
        text = decode(path, data, offset=start, place=f"line {number}")
        if isinstance(text, Failure):
            yield Line(number, data.decode("utf-8", "replace"), text)
        else:
            yield Line(number, text)


def open_file(path: str) -> BinaryIO:
    """Open a file for reading bytes; raises OSError."""
    return Path(path).open("rb")
