"""JSON lines (one object a line) and JSON files (a list of objects, or one object)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.records import Document, Failure
from dragoman.sources.decoding import BOM, HEAD, decode, empty, lines, not_text
from dragoman.sources.files import FileSource
from dragoman.sources.peeking import Peeked
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults
from dragoman.sources.rows import Rows, kind, shorten

_LARGEST_LIST = 10 * MAX_BYTES


class JsonLinesSource(FileSource):
    """Reads one JSON object a line, in constant memory; blank lines are skipped, texts kept exactly."""

    name = "JSON lines"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each line of an open stream."""
        peeked = Peeked(stream)
        if failure := not_text(path, peeked.head(HEAD)):
            yield failure
            return
        rows, found = Rows(path, defaults), False
        for line in lines(path, peeked):
            if line.failure:
                found = True
                yield line.failure
            elif line.text.strip():
                found = True
                place = f"line {line.number}"
                row = _object(path, place, line.text, remedy="Write one whole JSON object on each line")
                if isinstance(row, Failure):
                    yield row
                else:
                    yield from rows.read(row, line.number, place)
        if not found:
            yield empty(path)


class JsonSource(FileSource):
    """Reads a list of JSON objects or a single one; JSON lines under this suffix are read as such."""

    name = "JSON"
    suffixes: tuple[str, ...] = (".json",)

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each item of an open stream."""
        peeked = Peeked(stream)
        start = peeked.head(HEAD).removeprefix(BOM).lstrip()
        if failure := not_text(path, peeked.head(HEAD)):
            yield failure
        elif not start:
            yield empty(path)
        elif start.startswith(b"{"):
            yield from self._read_object(peeked, path, defaults)
        else:
            yield from self._read_list(peeked, path, defaults)

    def _read_object(self, peeked: Peeked, path: str, defaults: Defaults) -> Iterator[Document | Failure]:
        if not opens_lines(peeked):
            data = peeked.head(MAX_BYTES + 1).removeprefix(BOM)
            row = _decoded(data) if len(data) <= MAX_BYTES else "too long for one object"
            if isinstance(row, dict):
                yield from Rows(path, defaults).read(row, 1, "item 1")
                return
            if not _has_lines(data):
                problem = f"malformed JSON ({row})" if isinstance(row, str) else "malformed JSON"
                remedy = "Give one object, a list of objects, or one whole object on each line"
                yield Failure(path=path, place="", problem=problem, remedy=remedy)
                return
        # JSON lines also name the line of a fault
        yield from JsonLinesSource().read_stream(peeked, path, defaults=defaults)

    def _read_list(self, peeked: Peeked, path: str, defaults: Defaults) -> Iterator[Document | Failure]:
        data = peeked.read(_LARGEST_LIST + 1)
        if len(data) > _LARGEST_LIST:
            problem = f"a JSON list larger than {_LARGEST_LIST:,} bytes"
            yield Failure(path=path, place="", problem=problem, remedy="Write it as JSON lines (.jsonl)")
            return
        mark = len(BOM) if data.startswith(BOM) else 0
        text = decode(path, data[mark:], offset=mark)
        if isinstance(text, Failure):
            yield text
            return
        try:
            items = msgspec.json.decode(text, type=list[msgspec.Raw])
        except _MALFORMED as error:
            remedy = "Give a list of objects, or JSON lines (.jsonl), where one bad line does not spoil the rest"
            yield Failure(path=path, place="", problem=f"malformed JSON ({_in_words(error)})", remedy=remedy)
            return
        rows = Rows(path, defaults)
        for number, item in enumerate(items, start=1):
            row = _object(path, f"item {number}", bytes(item).decode(), remedy="Give a list of JSON objects")
            if isinstance(row, Failure):
                yield row
            else:
                yield from rows.read(row, number, f"item {number}")
        if not items:
            yield empty(path)


def opens_lines(peeked: Peeked) -> bool:
    """Whether the first line that is not blank is a whole JSON object, as in JSON lines; reads no further than that."""
    size = HEAD
    while True:
        head = peeked.head(size)
        start = head.removeprefix(BOM).lstrip()
        line, newline, _ = start.partition(b"\n")
        if newline or len(head) < size or size > MAX_BYTES:
            return bool(newline) and isinstance(_decoded(line), dict)
        size *= 4


def _has_lines(data: bytes) -> bool:
    """Whether any line is a whole JSON object by itself, or all begin as one."""
    lines = [line.strip() for line in data.splitlines() if line.strip()]
    begun = [line for line in lines if line.startswith(b"{")]
    return len(begun) == len(lines) or any(isinstance(_decoded(line), dict) for line in begun)


_MALFORMED = (msgspec.DecodeError, RecursionError, UnicodeError)
"""What the parser raises on text that is not JSON; RecursionError on lists in lists in lists without end."""


def _decoded(data: bytes) -> Any:
    """The value of a JSON text; what is wrong, in words, where it is none."""
    try:
        return msgspec.json.decode(data)
    except _MALFORMED as error:
        return _in_words(error)


def _in_words(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _object(path: str, place: str, text: str, *, remedy: str) -> dict[str, Any] | Failure:
    try:
        value = msgspec.json.decode(text)
    except _MALFORMED as error:
        problem = f"malformed JSON ({_in_words(error)}): {shorten(text.strip()[:60])}"
        return Failure(path=path, place=place, problem=problem, remedy=remedy)
    if not isinstance(value, dict):
        problem = f"JSON that is {kind(value)}, not an object: {shorten(value)}"
        return Failure(path=path, place=place, problem=problem, remedy=remedy)
    return value
