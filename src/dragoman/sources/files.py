"""What all sources share that read one file as a stream of bytes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources.decoding import open_file, unreadable
from dragoman.sources.protocol import ByteStream, Defaults, Extract


class FileSource(ABC):
    """Opens the file, reads its stream, and makes a failure of what the system refuses."""

    name: str
    suffixes: tuple[str, ...]

    def __init__(self, extract: Extract | None = None) -> None:
        """Make a reader; only that of web pages uses the extractor of main texts."""
        self._extract = extract

    def read(self, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of the file at `path` in its order, and a failure for each bad record."""
        try:
            with open_file(path) as stream:
                yield from self.read_stream(stream, path, defaults=defaults)
        except OSError as error:
            yield unreadable(path, error)

    @abstractmethod
    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of an open stream; `path` only names it in messages."""
