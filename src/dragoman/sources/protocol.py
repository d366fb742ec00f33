"""What a source is: something that reads one path and yields documents and failures, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

import msgspec

from dragoman.records import Document, Failure

MAX_BYTES = 20_000_000
"""Largest record or single text that is read, in bytes: a longer one is not a news text but a mistake."""


class ByteStream(Protocol):
    """The two ways in which bytes are read from an open file or standard input."""

    def read(self, size: int = -1, /) -> bytes:
        """Read up to `size` bytes, all where negative."""

    def readline(self, size: int = -1, /) -> bytes:
        """Read up to and with the next newline, at most `size` bytes where that is not negative."""


class Defaults(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says about documents that do not say it themselves.

    Attributes:
        published: ISO date or date-time.
        outlet: name of the outlet.
        genre: codebook 1.2.
    """

    published: str | None = None
    outlet: str | None = None
    genre: str | None = None


class Extracted(Protocol):
    """What an extractor finds in a web page; None where the page does not tell."""

    @property
    def text(self) -> str:
        """Main text, "" where there is none."""

    @property
    def title(self) -> str | None:
        """Headline."""

    @property
    def author(self) -> str | None:
        """Byline."""

    @property
    def published(self) -> str | None:
        """Date of publication."""

    @property
    def outlet(self) -> str | None:
        """Name of the site."""

    @property
    def language(self) -> str | None:
        """Language of the page, as ISO 639-1 code."""


Extract = Callable[[str, str | None], Extracted]
"""An extractor: the page's HTML and its address (None for a file) to its main text and metadata."""


@runtime_checkable
class Source(Protocol):
    """A reader for files of one kind.

    Bad input never raises from `read`: it is yielded as a `Failure` and reading goes on with the next record.

    Attributes:
        name: what the kind of file is called in messages ("JSON lines").
        suffixes: file name endings in lower case with the dot (".jsonl").
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the documents of the file at `path` in its order, and a failure for each bad record."""


SourceFactory = Callable[[Extract | None], Source]
"""What a plug registers: called with the extractor of web pages, which most sources do not need."""


def source_for(path: str, sources: Mapping[str, Source]) -> Source | None:
    """Return the source whose suffix a file's name ends in, the longest first (".warc.gz" before ".gz"), else None."""
    name = Path(path).name.lower()
    at = name.find(".", 1)
    while at >= 0:
        if source := sources.get(name[at:]):
            return source
        at = name.find(".", at + 1)
    return None
