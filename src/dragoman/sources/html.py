"""Saved web pages: main text and metadata come from the extractor that the caller hands in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import msgspec

from dragoman.errors import OptionError
from dragoman.records import Document, Failure
from dragoman.sources.dates import iso_date
from dragoman.sources.decoding import BOM, decode, read_bounded
from dragoman.sources.files import FileSource
from dragoman.sources.protocol import ByteStream, Defaults, Extract, Extracted
from dragoman.sources.rows import date_failure, text_problem

# A page may say how it is encoded in its first 1,024 bytes (HTML standard, 4.2.5.4).
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)

# Browsers read pages that declare Latin-1 or ASCII as Windows-1252 (WHATWG Encoding, 4.2).
_READ_AS = {"iso8859-1": "windows-1252", "ascii": "windows-1252"}


class HtmlSource(FileSource):
    """Reads a saved page. The encoding is the one that the page declares, else UTF-8; it is never guessed."""

    name = "HTML"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the page's document, or a failure."""
        if self._extract is None:
            raise OptionError(f"{path}: reading HTML needs an extractor. Pass dragoman.text.extraction.extract_html")
        data = read_bounded(path, stream)
        page = data if isinstance(data, Failure) else _decode_page(path, data)
        if isinstance(page, Failure):
            yield page
            return
        found = extracted(self._extract, page, path)
        if isinstance(found, Failure):
            yield found
            return
        published = iso_date(found.published) if found.published else defaults.published
        if found.published and published is None:
            yield date_failure(path, "date of publication", found.published, given=defaults.published)
        document = Document.of(
            found.text,
            path=path,
            title=found.title or None,
            author=found.author or None,
            outlet=found.outlet or defaults.outlet,
            published=published,
        )
        yield msgspec.structs.replace(document, language=found.language or None)


def extracted(extract: Extract, page: str, path: str, url: str | None = None) -> Extracted | Failure:
    """Return what an extractor finds in a page; a failure where that is no text that can be coded.

    Args:
        page: the page's HTML.
        path: names the page in messages.
        url: where the page came from, None for a file.
    """
    try:
        found = extract(page, url)
    except Exception as error:  # an extractor is foreign code: one bad page must not end the run
        # our own extractor says what is wrong and what helps
        problem = getattr(error, "problem", f"extracting the text failed ({type(error).__name__}: {error})")
        remedy = getattr(error, "remedy", "Save the page again, or save its text as .txt")
        return Failure(path=path, place="", problem=problem, remedy=remedy)
    if not (found.text or "").strip():
        remedy = "Check that the page holds an article, or save its text as .txt"
        return Failure(path=path, place="", problem="no main text found in the page", remedy=remedy)
    if bad := text_problem(found.text):
        return Failure(path=path, place="", problem=bad[0], remedy=bad[1])
    return found


def decode_web_page(data: bytes, charset: str | None) -> str:
    """Decode a page as browsers do: by what the server told, else the page; a stray bad byte becomes U+FFFD.

    A page that declares nothing is UTF-8 if it can be, else Windows-1252 (WHATWG HTML, 13.2.3.2).
    """
    if data.startswith(BOM):
        return data[len(BOM) :].decode("utf-8", "replace")
    declared = _DECLARED.search(data[:1024])
    for name in (charset, declared[1].decode("ascii", "replace") if declared else None):
        try:
            codec = codecs.lookup(name or "").name
            if name and codec in ("utf-16", "utf-16-le", "utf-16-be") and name is not charset:
                codec = "utf-8"
            return data.decode(_READ_AS.get(codec, codec), "replace")
        except (LookupError, ValueError):
            continue
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def _decode_page(path: str, data: bytes) -> str | Failure:
    declared = None if data.startswith(BOM) else _DECLARED.search(data[:1024])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        problem = f"the page declares an unknown encoding {name!r}"
        return Failure(path=path, place="<meta charset>", problem=problem, remedy="Save the page again as UTF-8")
    if codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        # a page whose declaration could be read as ASCII cannot be UTF-16: the standard reads it as UTF-8
        mark = len(BOM) if data.startswith(BOM) else 0
        return decode(path, data[mark:], offset=mark)
    try:
        return data.decode(_READ_AS.get(codec, codec))
    except (UnicodeDecodeError, LookupError) as error:
        place = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "<meta charset>"
        problem = f"not valid {name}, which the page declares"
        return Failure(path=path, place=place, problem=problem, remedy="Save the page again as UTF-8")
