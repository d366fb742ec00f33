"""Tables as CSV and TSV, one document a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.decoding import HEAD, Line, empty, lines, not_text
from dragoman.sources.files import FileSource
from dragoman.sources.peeking import Peeked
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults
from dragoman.sources.rows import COLUMNS, Rows, shorten

_REMEDY = "Put the text in quotes and write a quote inside it twice, or give the table as JSON lines"


class CsvSource(FileSource):
    """Reads comma-separated tables in constant memory; semicolons and tabs are found from the header.

    The header names the columns, in any order and case. Texts in quotes may span lines and are kept exactly.
    """

    name = "CSV"
    suffixes: tuple[str, ...] = (".csv",)
    delimiters = ",;\t"

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each row of an open stream."""
        peeked = Peeked(stream)
        if failure := not_text(path, peeked.head(HEAD)):
            yield failure
            return
        source = _LineFeed(lines(path, peeked))
        first = source.first()
        if first is None:
            yield empty(path)
            return
        # the interpreter's own limit of 131,072 characters a field is shorter than some articles
        csv.field_size_limit(MAX_BYTES)
        delimiter = max(self.delimiters, key=first.count)
        table = csv.reader(source, delimiter=delimiter, strict=True)
        header = _header(path, table, source)
        if isinstance(header, Failure):
            yield header
            return
        rows, number, found = Rows(path, defaults), 1, False
        while True:
            line = source.number + 1
            try:
                values = next(table)
            except StopIteration:
                break
            except csv.Error as error:
                number, found = number + 1, True
                place, problem = f"row {number} (line {line})", _in_words(error, source.ended)
                malformed = Failure(path=path, place=place, problem=problem, remedy=_REMEDY)
                # a line that could not even be decoded says more than what the reader made of its stand-in
                yield from source.take_failures() or [malformed]
                continue
            failures = source.take_failures()
            if not values and not failures:
                continue  # a blank line is no row, as in a spreadsheet's export
            number, found = number + 1, True
            place = f"row {number} (line {line})"
            if failures:
                yield from failures
            elif len(values) != len(header):
                problem = f"{len(values)} fields where the header has {len(header)}"
                yield Failure(path=path, place=place, problem=problem, remedy=_REMEDY)
            else:
                yield from rows.read(dict(zip(header, values, strict=True)), number, place)
        if not found:
            yield Failure(path=path, place="", problem="a header and no rows", remedy="Remove the file or fill it")


class TsvSource(CsvSource):
    """Reads tab-separated tables as `CsvSource` reads comma-separated ones."""

    name = "TSV"
    suffixes: tuple[str, ...] = (".tsv",)
    delimiters = "\t"


class _LineFeed:
    """Hands lines to the CSV reader one for one and keeps the failures of those that are only stand-ins."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._first: list[Line] = []
        self.number = 0
        self.failures: list[Failure] = []
        self.ended = False

    def first(self) -> str | None:
        """Return the first line that is not blank, without taking it; None where there is none."""
        for line in self._source:
            self._first.append(line)
            if line.failure or line.text.strip():
                return line.text
        return None

    def take_failures(self) -> list[Failure]:
        """Return the failures of the lines since the last call."""
        failures, self.failures = self.failures, []
        return failures

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._first.pop(0) if self._first else next(self._source)
        except StopIteration:
            self.ended = True
            raise
        self.number = line.number
        if line.failure:
            self.failures.append(line.failure)
        return line.text


def _header(path: str, table: Iterator[list[str]], source: _LineFeed) -> list[str] | Failure:
    """Read the column names, lower case; a failure where the table cannot be read by them."""
    names: list[str] = []
    try:
        while not names:
            names = [name.strip().lower() for name in next(table)]
    except csv.Error as error:
        problem = _in_words(error, source.ended)
        return Failure(path=path, place="header", problem=problem, remedy=_REMEDY)
    if failures := source.take_failures():
        return failures[0]
    shown = shorten(", ".join(names))
    if "text" not in names:
        remedy = "Name the column that holds the articles 'text'"
        return Failure(path=path, place="header", problem=f"no column 'text' (found: {shown})", remedy=remedy)
    if twice := [name for name in COLUMNS if names.count(name) > 1]:
        problem = f"column {twice[0]!r} comes twice (found: {shown})"
        return Failure(path=path, place="header", problem=problem, remedy="Rename one of them")
    return names


def _in_words(error: csv.Error, at_end: bool) -> str:
    if at_end:
        return "a quote opened here is never closed; the lines after it could not be read"
    if "field limit" in str(error):
        return f"a field is longer than {MAX_BYTES:,} characters, perhaps a quote that is never closed"
    return f"malformed row ({error})"
