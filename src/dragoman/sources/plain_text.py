"""Plain text and Markdown: one file is one document."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.decoding import BOM, decode, read_bounded
from dragoman.sources.files import FileSource
from dragoman.sources.protocol import ByteStream, Defaults
from dragoman.sources.rows import text_problem


class PlainTextSource(FileSource):
    """Reads a file as it is: only the byte-order mark is removed and line ends become a single newline."""

    name = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".md")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the stream's document, or a failure."""
        data = read_bounded(path, stream)
        if isinstance(data, Failure):
            yield data
            return
        mark = len(BOM) if data.startswith(BOM) else 0
        text = decode(path, data[mark:], offset=mark)
        if isinstance(text, Failure):
            yield text
            return
        text = text.replace("\r\n", "\n")
        if problem := text_problem(text):
            yield Failure(path=path, place="", problem=problem[0], remedy=problem[1])
            return
        yield Document.of(text, path=path, outlet=defaults.outlet, published=defaults.published)
