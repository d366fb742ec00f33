"""Partitions packed with gzip: the table or the JSON lines inside, read as if they were not packed."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.bodies import GZIP, BrokenError, Gunzipped
from dragoman.sources.files import FileSource
from dragoman.sources.json_files import JsonLinesSource, JsonSource
from dragoman.sources.peeking import Peeked
from dragoman.sources.plain_text import PlainTextSource
from dragoman.sources.protocol import ByteStream, Defaults
from dragoman.sources.tables import CsvSource, TsvSource

_INSIDE: tuple[type[FileSource], ...] = (JsonLinesSource, JsonSource, CsvSource, TsvSource, PlainTextSource)


class GzipSource(FileSource):
    """Reads `.jsonl.gz`, `.csv.gz` and the like in constant memory; what a break spoils is told once."""

    name = "gzip"
    suffixes: tuple[str, ...] = tuple(f"{suffix}.gz" for kind in _INSIDE for suffix in kind.suffixes)

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of the file inside."""
        peeked = Peeked(stream)
        if peeked.head(2) != GZIP:
            problem = "not packed with gzip" if peeked.head(1) else "the file is empty"
            yield Failure(path=path, place="byte 0", problem=problem, remedy="Take .gz off its name, or pack it again")
            return
        inside = next(kind for kind in _INSIDE if path.lower().endswith(tuple(f"{end}.gz" for end in kind.suffixes)))
        try:
            yield from inside(self._extract).read_stream(Gunzipped(peeked), path, defaults=defaults)
        except BrokenError as error:
            remedy = "Copy or pack the file again; what stands before the break was read"
            yield Failure(path=path, place="", problem=f"the gzip file cannot be unpacked: {error}", remedy=remedy)
