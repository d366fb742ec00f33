"""Web addresses: the article behind one, or the articles that a feed, sitemap or list behind it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import OptionError
from dragoman.records import Document, Failure
from dragoman.sources import feeds, gdelt, sitemaps, url_lists
from dragoman.sources.bodies import GZIP, ZIP, BrokenError, TooLargeError, gunzip, unzip_only
from dragoman.sources.dates import iso_date
from dragoman.sources.html import decode_web_page, extracted
from dragoman.sources.links import Link, article_id, is_web_address, plain_url
from dragoman.sources.pages import Fetch, Page
from dragoman.sources.pdf import pdf_text
from dragoman.sources.protocol import MAX_BYTES, Defaults, Extract, Extracted
from dragoman.sources.rows import date_failure, text_problem
from dragoman.sources.safe_xml import XmlError, local, parse_xml

DEEPEST = 2
"""Lists followed below a list: an index of sitemaps, its sitemaps, their articles."""

Entries = Iterable[Link | tuple[str, str]]
"""What a list holds: links, and place and words of each entry that could not be read."""

_XML_STARTS = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemapindex")


class Plain(msgspec.Struct, frozen=True):
    """What an extractor would find in a text that is no page."""

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


class WebSource:
    """Reads what is behind a web address; only made where the user asked for fetching."""

    name = "web address"
    suffixes: tuple[str, ...] = ()

    def __init__(self, extract: Extract | None = None, fetch: Fetch | None = None) -> None:
        """Make a reader from an extractor of main texts and a fetcher."""
        self._extract, self._fetch = extract, fetch

    def read(self, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the articles behind the address `path` and a failure for each page that cannot be had."""
        visit = Visit(self._extract, self._fetch, defaults)
        yield from visit.follow([Link(url=path, place="", number=0)], path)


class Visit:
    """One walk over the pages of one input: no address is fetched twice, and not more than allowed.

    Raises:
        OptionError: extractor or fetcher is missing.
    """

    def __init__(self, extract: Extract | None, fetch: Fetch | None, defaults: Defaults) -> None:
        if extract is None or fetch is None:
            raise OptionError("reading from the web needs an extractor and a fetcher: pass extract and fetch")
        self._extract, self._fetch, self._defaults = extract, fetch, defaults
        self._seen: set[str] = set()
        self._left = fetch.max_pages

    def follow(self, entries: Entries, origin: str, depth: int = 0) -> Iterator[Document | Failure]:
        """Yield what is behind each entry of a list.

        Args:
            entries: what the list holds.
            origin: file or address of the list, for messages and the documents' `path`.
            depth: how many lists lead here.
        """
        left_out = 0
        for entry in entries:
            if not isinstance(entry, Link):
                place, said = entry
                problem = f"not an entry that can be read ({said})"
                yield Failure(path=origin, place=place, problem=problem, remedy="Correct it or leave it out")
            elif entry.url and plain_url(entry.url) in self._seen:
                continue
            elif entry.url and self._left <= 0:
                left_out += 1
            else:
                yield from self._entry(entry, origin, depth)
        if left_out:
            problem = f"{left_out:,} addresses left out, because {self._fetch.max_pages:,} pages were fetched"
            remedy = "Give them in a list of their own, or allow more pages"
            yield Failure(path=origin, place="", problem=problem, remedy=remedy, stage="skip")

    def _entry(self, link: Link, origin: str, depth: int) -> Iterator[Document | Failure]:
        path = f"{origin}:{link.number}" if link.number else origin
        if not link.url:
            yield from self._html(link.html or "", link, path, None)
            return
        self._seen.add(plain_url(link.url))
        self._left -= 1
        page = self._fetch.get(link.url)
        if isinstance(page, Failure):
            listed = f"{link.place} of {origin}" if link.place else ""
            yield msgspec.structs.replace(page, place=", ".join(part for part in (listed, page.place) if part))
            return
        self._seen.add(plain_url(page.url))
        yield from self._page(page, link, path, depth)

    def _page(self, page: Page, link: Link, path: str, depth: int) -> Iterator[Document | Failure]:
        try:
            page = _opened(page)
            entries = list_in(page)
        except (XmlError, BrokenError, TooLargeError) as error:
            yield _failure(page.url, str(error), "Save the articles by hand and give the files")
            return
        if entries is not None:
            if depth >= DEEPEST:
                problem = "a list below a list below a list, not followed"
                yield _failure(page.url, problem, "Give its address by itself")
            else:
                yield from self.follow(entries, page.url, depth + 1)
            return
        start = page.body[:1024].lstrip().lower()
        if page.body.startswith(b"%PDF"):
            text = pdf_text(page.body, page.url)
            yield from [text] if isinstance(text, Failure) else self._article(Plain(*text), link, path, page.url)
        elif page.media_type in ("text/html", "application/xhtml+xml") or start.startswith(
            (b"<!doctype html", b"<html")
        ):
            yield from self._html(decode_web_page(page.body, page.charset), link, path, page.url)
        elif page.media_type in ("text/plain", "text/markdown") and b"\0" not in page.body:
            text_read = decode_web_page(page.body, page.charset).replace("\r\n", "\n")
            if bad := text_problem(text_read):
                yield _failure(page.url, *bad)
            else:
                yield from self._article(Plain(text_read), link, path, page.url)
        else:
            kind = page.media_type or "something without a media type"
            yield _failure(page.url, f"{kind}, not an article, feed or list", "Give the address of an article")

    def _html(self, html: str, link: Link, path: str, url: str | None) -> Iterator[Document | Failure]:
        found = extracted(self._extract, html, url or path, url)
        yield from [found] if isinstance(found, Failure) else self._article(found, link, path, url)

    def _article(self, found: Extracted, link: Link, path: str, url: str | None) -> Iterator[Document | Failure]:
        """Yield a document; what list and page tell is joined, the list's date first, as it has a zone."""
        told = iso_date(found.published) if found.published else None
        published = link.published or told or self._defaults.published
        if not published and found.published:
            yield date_failure(url or path, "date of publication", found.published)
        if not published and link.seen:
            published = link.seen
            problem = f"the page tells no date of publication; taken for it: {link.seen}, when it was listed"
            remedy = "Give the day with --published where that is wrong"
            yield Failure(path=url or path, place="", problem=problem, remedy=remedy, stage="date")
        document = Document.of(
            found.text,
            id=article_id(url, found.text) if url else None,
            title=found.title or link.title or None,
            author=found.author or None,
            outlet=found.outlet or link.outlet or self._defaults.outlet,
            published=published,
            url=plain_url(url) if url else None,
            path=path,
        )
        yield msgspec.structs.replace(document, language=found.language or None)


def list_in(page: Page) -> Entries | None:
    """Return the entries of a feed, sitemap, GDELT table or list of addresses; None where a page is none of these.

    Raises:
        XmlError: XML that is refused or cannot be read.
    """
    start = page.body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    is_page = page.media_type in ("text/html", "application/xhtml+xml") and not start.startswith(_XML_STARTS)
    if is_page or start.startswith(b"<!doctype html"):
        return None
    if start.startswith(_XML_STARTS) or page.body[:2] in (b"\xff\xfe", b"\xfe\xff") or page.media_type.endswith("xml"):
        root = parse_xml(page.body)
        name = local(root)
        if name in feeds.ROOTS:
            return feeds.feed_links(root, page.url if is_web_address(page.url) else "")
        if name in sitemaps.ROOTS:
            return sitemaps.sitemap_links(root)
        if name == "html":
            return None
        raise XmlError(f"XML with <{name}> at its root, which is neither a feed nor a sitemap")
    if start.startswith(b"{"):
        return gdelt.search_links(page.body)
    if b"\0" in page.body[:1024] or start.startswith((b"%pdf", b"<")):
        return None
    text = page.body.decode("utf-8", "replace").lstrip("\ufeff")
    if gdelt.columns_of(text.split("\n", 1)[0].rstrip("\r")):
        return gdelt.gdelt_links(text)
    return url_lists.list_links(text) if url_lists.is_list(text) else None


def _opened(page: Page) -> Page:
    """Open what is packed as a file (sitemap.xml.gz, export.CSV.zip), in memory and up to a limit."""
    if page.body.startswith(GZIP):
        return msgspec.structs.replace(page, body=gunzip(page.body, limit=MAX_BYTES), media_type="")
    if page.body.startswith(ZIP):
        return msgspec.structs.replace(page, body=unzip_only(page.body), media_type="")
    return page


def _failure(path: str, problem: str, remedy: str) -> Failure:
    return Failure(path=path, place="", problem=problem, remedy=remedy)
