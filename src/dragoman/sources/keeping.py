"""A web archive beside the fetcher: what was fetched is kept, and read from there the next time."""

from __future__ import annotations

import datetime
import gzip
import uuid
import zlib
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from dragoman.errors import OptionError
from dragoman.records import Failure
from dragoman.sources.bodies import GZIP
from dragoman.sources.pages import Fetch, Page
from dragoman.sources.peeking import Peeked
from dragoman.sources.protocol import MAX_BYTES
from dragoman.sources.warc import parted, record_of

_ASKED = "dragoman-asked-for"
"""Head field of a record: the address that was asked for, before redirects."""

_CHUNK = 1 << 16
_LONGEST_HEAD = 1 << 16


class ClosingFetch(Fetch, Protocol):
    """A fetcher with connections to close."""

    def close(self) -> None:
        """Close all connections."""


class Keeper:
    """Answers from an archive what is in it, and from the web what is not, which then goes into the archive.

    So the same input can be read again with the same outcome, without the network. The archive is a WARC file,
    one gzip member a page, and may be given as an input by itself. Failures are not kept: they are tried again.

    Raises:
        OptionError: the file cannot be opened, or is no archive that was kept by this class.
    """

    def __init__(self, fetch: ClosingFetch, path: str) -> None:
        self._fetch, self._path = fetch, path
        self._where: dict[str, int] = {}
        if not path.endswith(".warc.gz"):
            raise OptionError(f"--keep {path}: not the name of a packed web archive. Let it end in .warc.gz")
        try:
            self._file = Path(path).open("a+b")  # noqa: SIM115, it stays open until close()
        except OSError as error:
            raise OptionError(f"--keep {path}: cannot be opened ({error.strerror}). Check folder and rights") from error
        try:
            self._index()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close archive and connections."""
        self._file.close()
        self._fetch.close()

    @property
    def max_pages(self) -> int:
        """Pages read for one input before the rest of a list is left out."""
        return self._fetch.max_pages

    def get(self, url: str) -> Page | Failure:
        """Return the page kept for an address, else fetch and keep it."""
        key = "".join(url.split())
        if (at := self._where.get(key)) is not None:
            self._file.seek(at)
            return _page(_member(Peeked(self._file)))
        page = self._fetch.get(url)
        if isinstance(page, Page) and len(page.body) <= MAX_BYTES - _LONGEST_HEAD:
            self._file.seek(0, 2)
            self._where[key] = self._file.tell()
            self._file.write(gzip.compress(_record(key, page)))
            self._file.flush()
        return page

    def _index(self) -> None:
        """Find the pages of the archive; one that a broken run left half written at the end is cut off."""
        self._file.seek(0)
        stream = Peeked(self._file)
        at = 0
        while stream.head(2):
            packed = 0
            try:
                if stream.head(2) != GZIP:
                    raise ValueError
                data, packed = _member_and_length(stream)
                headers = record_of(data)[0]
                self._where.setdefault(headers[_ASKED], at)
            except EOFError:
                self._file.truncate(at)
                return
            except (ValueError, KeyError, zlib.error) as error:
                problem = "not an archive that --keep made, or a damaged one"
                raise OptionError(f"--keep {self._path}: {problem} (at byte {at:,}). Name another file") from error
            at += packed


def _member(stream: Peeked) -> bytes:
    return _member_and_length(stream)[0]


def _member_and_length(stream: Peeked) -> tuple[bytes, int]:
    """Read one gzip member; raises EOFError where it breaks off, ValueError where it swells beyond all pages."""
    machine, parts, length, size = zlib.decompressobj(31), list[bytes](), 0, 0
    while not machine.eof:
        raw = stream.head(_CHUNK)
        if not raw:
            raise EOFError
        parts.append(machine.decompress(raw))
        size += len(parts[-1])
        if size > 2 * MAX_BYTES:
            raise ValueError
        taken = len(raw) - len(machine.unused_data)
        stream.read(taken)
        length += taken
    return b"".join(parts), length


def _record(asked: str, page: Page) -> bytes:
    """Write a page as a record of a web archive."""
    media = page.media_type + (f"; charset={page.charset}" if page.charset else "")
    kind = f"Content-Type: {media}\r\n" if media else ""
    body = f"HTTP/1.1 200 OK\r\n{kind}Content-Length: {len(page.body)}\r\n\r\n".encode("latin-1", "replace") + page.body
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nWARC-Date: {now}\r\n"
        f"WARC-Target-URI: {''.join(page.url.split())}\r\n{_ASKED}: {asked}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("utf-8", "replace") + body + b"\r\n\r\n"


def _page(data: bytes) -> Page:
    headers, body = record_of(data)
    told, content = parted(body)
    kind, _, charset = told.get("content-type", "").partition("; charset=")
    return Page(url=headers["warc-target-uri"], body=content, media_type=kind, charset=charset or None)
