"""Standard input, and files whose name does not tell their kind: the first characters decide."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.decoding import BOM, HEAD
from dragoman.sources.files import FileSource
from dragoman.sources.html import HtmlSource
from dragoman.sources.json_files import JsonSource
from dragoman.sources.peeking import Peeked
from dragoman.sources.plain_text import PlainTextSource
from dragoman.sources.protocol import ByteStream, Defaults

_JSON_LIST = re.compile(rb"\[\s*([\[{\]]|\Z)")
"""A list of objects, of lists, or of nothing; "[Reuters]" and "[1]" are how texts begin."""


class SniffedSource(FileSource):
    """Reads JSON lines, a JSON object or list, a web page or plain text, whichever the first characters show."""

    name = "standard input"
    suffixes: tuple[str, ...] = ()

    def read(self, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of standard input for "-", else of the file at `path`."""
        if path == "-":
            yield from self.read_stream(sys.stdin.buffer, "stdin", defaults=defaults)
        else:
            yield from super().read(path, defaults=defaults)

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of an open stream."""
        peeked = Peeked(stream)
        yield from self._kind(peeked.head(HEAD)).read_stream(peeked, path, defaults=defaults)

    def _kind(self, head: bytes) -> FileSource:
        start = head.removeprefix(BOM).lstrip()
        if start.startswith(b"{"):
            return JsonSource()
        if _JSON_LIST.match(start):
            return JsonSource()
        if start[:9].lower() == b"<!doctype" or start[:5].lower() == b"<html":
            return HtmlSource(self._extract)
        return PlainTextSource()
