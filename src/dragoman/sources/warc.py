"""Web archives (WARC) and their text extracts (WET), as Common Crawl gives them, packed record by record or not."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec

from dragoman.errors import OptionError
from dragoman.records import Document, Failure
from dragoman.sources.bodies import GZIP, BrokenError, Gunzipped, TooLargeError, unpack
from dragoman.sources.dates import iso_date
from dragoman.sources.files import FileSource
from dragoman.sources.html import decode_web_page, extracted
from dragoman.sources.links import article_id, plain_url
from dragoman.sources.peeking import Peeked
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults
from dragoman.sources.rows import date_failure, text_problem

_LONGEST_HEAD = 1 << 16
_SKIP = 1 << 20
_PAGES = ("text/html", "application/xhtml+xml")


class Record(msgspec.Struct, frozen=True):
    """One record of an archive.

    Attributes:
        number: its place in the file, from 1.
        headers: by name in lower case.
        body: None where it is longer than `MAX_BYTES` and was skipped.
    """

    number: int
    headers: dict[str, str]
    body: bytes | None


class WarcSource(FileSource):
    """Reads the pages and texts of an archive, record by record, in bounded memory.

    Answers with another status than 200 and records that are no page (pictures, requests, notes of the crawler)
    are passed over. The day of the capture is not the day of publication and is not taken for it.
    """

    name = "WARC"
    suffixes: tuple[str, ...] = (".warc", ".warc.gz", ".wet", ".wet.gz")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each page of an open stream."""
        found = False
        for item in records(stream, path):
            found = True
            if isinstance(item, Failure):
                yield item
                continue
            url = item.headers.get("warc-target-uri", "").strip("<> ")
            kind = item.headers.get("warc-type", "").lower()
            if kind in ("response", "conversion", "resource"):
                yield from self._document(item, kind, url, path, defaults)
        if not found:
            yield Failure(path=path, place="", problem="the file is empty", remedy="Remove it or download it again")

    def _document(
        self, record: Record, kind: str, url: str, path: str, defaults: Defaults
    ) -> Iterator[Document | Failure]:
        place = f"record {record.number}" + (f" ({url[:200]})" if url else "")
        if record.body is None:
            yield _failure(path, place, f"larger than {MAX_BYTES:,} bytes", "Give the page by itself if it matters")
            return
        media, body, charset = record.headers.get("content-type", ""), record.body, None
        if kind == "response":
            answer = _http(body)
            if answer is None:
                return
            headers, body = answer
            media = headers.get("content-type", "")
            try:
                body = _answer_body(headers, body)
            except (BrokenError, TooLargeError, ValueError) as error:
                yield _failure(path, place, f"the page cannot be unpacked: {error}", "Give the page by itself")
                return
        media, charset = _media(media)
        if media in _PAGES:
            if self._extract is None:
                raise OptionError(f"{path}: reading pages needs an extractor: dragoman.text.extraction.extract_html")
            page = extracted(self._extract, decode_web_page(body, charset), path, url or None)
            if isinstance(page, Failure):
                yield msgspec.structs.replace(page, place=place)
                return
            published = iso_date(page.published) if page.published else defaults.published
            if page.published and published is None:
                yield date_failure(path, place, page.published)
            text, title, author, outlet, language = page.text, page.title, page.author, page.outlet, page.language
        elif media == "text/plain" and kind != "response":
            text = body.decode("utf-8", "replace").replace("\r\n", "\n").strip("\n")
            if bad := text_problem(text):
                yield _failure(path, place, *bad)
                return
            title = author = outlet = None
            published = defaults.published
            language = _language(record.headers.get("warc-identified-content-language"))
        else:
            return
        document = Document.of(
            text,
            id=article_id(url, text) if url else None,
            title=title or None,
            author=author or None,
            outlet=outlet or defaults.outlet,
            published=published,
            url=plain_url(url) if url else None,
            path=f"{path}:{record.number}",
        )
        yield msgspec.structs.replace(document, language=language or None)


def records(stream: ByteStream, path: str) -> Iterator[Record | Failure]:
    """Yield the records of an archive; damage is told where it stands, and reading goes on behind it."""
    peeked = Peeked(stream)
    packed = Gunzipped(peeked) if peeked.head(2) == GZIP else None
    source: ByteStream = packed or peeked
    number = 0
    while True:
        number += 1
        try:
            junk, there = _next_start(source)
            if junk:
                remedy = "Check that the file is a web archive" if number == 1 else "Download it again"
                yield _failure(path, f"before record {number}", "what stands here is no WARC record", remedy)
            if not there:
                return
            yield _record(source, number, path)
        except BrokenError as error:
            problem, remedy = f"the archive is damaged here: {error}", "Download it again; what follows was read"
            yield _failure(path, f"record {number}", problem, remedy)
            if packed is None or not packed.resync():
                return


def _next_start(source: ByteStream) -> tuple[bool, bool]:
    """Go behind the line that opens the next record; say whether junk stood before it, and whether there is one."""
    junk = False
    while line := source.readline(_LONGEST_HEAD):
        if line.startswith(b"WARC/"):
            return junk, True
        junk = junk or bool(line.strip())
    return junk, False


def _record(source: ByteStream, number: int, path: str) -> Record | Failure:
    """Read the record whose first line was just read; raises BrokenError where the rest of it is missing."""
    headers: dict[str, str] = {}
    size = 0
    while (line := source.readline(_LONGEST_HEAD)).strip():
        size += len(line)
        if size > _LONGEST_HEAD:
            return _failure(path, f"record {number}", "the head of the record has no end", "Download the file again")
        name, mark, value = line.decode("utf-8", "replace").partition(":")
        if mark:
            headers[name.strip().lower()] = value.strip()
    told = headers.get("content-length", "")
    if not (told.isascii() and told.isdigit()):
        remedy = "Download the file again; the record was passed over"
        return _failure(path, f"record {number}", f"no length that can be read ({told[:20]!r})", remedy)
    length = int(told)
    if length <= MAX_BYTES:
        body = source.read(length)
        if len(body) < length:
            raise BrokenError("the record breaks off")
        return Record(number, headers, body)
    while length > 0:
        skipped = len(source.read(min(length, _SKIP)))
        if not skipped:
            raise BrokenError("the record breaks off")
        length -= skipped
    return Record(number, headers, None)


def record_of(data: bytes) -> tuple[dict[str, str], bytes]:
    """Return head and body of a single whole record; raises ValueError where it is none."""
    found = next(records(io.BytesIO(data), "record"), None)
    if not isinstance(found, Record) or found.body is None:
        raise ValueError("not a record of a web archive")
    return found.headers, found.body


def parted(body: bytes) -> tuple[dict[str, str], bytes]:
    """Part an HTTP answer into its head, by names in lower case with ":status" for the first line, and its body."""
    head, mark, rest = body.partition(b"\r\n\r\n")
    if not mark:
        head, mark, rest = body.partition(b"\n\n")
    first, *lines = head.decode("latin-1").splitlines() or [""]
    pairs = (line.partition(":") for line in lines)
    return {":status": first} | {name.strip().lower(): value.strip() for name, sign, value in pairs if sign}, rest


def _http(body: bytes) -> tuple[dict[str, str], bytes] | None:
    """Part an HTTP answer as `parted` does; None for one without a page (another status than 200)."""
    headers, rest = parted(body)
    status = headers[":status"].split()
    return (headers, rest) if len(status) > 1 and status[0].startswith("HTTP/") and status[1] == "200" else None


def _answer_body(headers: dict[str, str], body: bytes) -> bytes:
    """Undo how the body was sent. Some archives keep the head and store the body as it is after unpacking."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    encoding = headers.get("content-encoding", "")
    if "gzip" in encoding.lower() and not body.startswith(GZIP):
        return body
    return unpack(body, encoding)


def _dechunked(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 100)) >= 0:
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return b"".join(parts) if parts else body
        if size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) if parts else body


def _media(value: str) -> tuple[str, str | None]:
    kind, _, rest = value.partition(";")
    charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return kind.strip().lower(), charset or None


def _language(codes: str | None) -> str | None:
    """Return Common Crawl's language (ISO 639-3, the most used first) where it is English, else None."""
    return "en" if (codes or "").split(",")[0].strip() == "eng" else None


def _failure(path: str, place: str, problem: str, remedy: str) -> Failure:
    return Failure(path=path, place=place, problem=problem, remedy=remedy)
