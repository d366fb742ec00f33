"""Saved lists of articles: feeds, sitemaps, lists of addresses, GDELT tables. Their articles are fetched on request."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from dragoman.records import Document, Failure
from dragoman.sources import gdelt, url_lists
from dragoman.sources.bodies import GZIP, ZIP, BrokenError, TooLargeError, gunzip, unzip_only
from dragoman.sources.decoding import empty
from dragoman.sources.files import FileSource
from dragoman.sources.pages import Fetch, Page
from dragoman.sources.protocol import MAX_BYTES, ByteStream, Defaults, Extract
from dragoman.sources.safe_xml import XmlError
from dragoman.sources.web import Entries, Visit, list_in

LARGEST = 10 * MAX_BYTES
"""Largest list that is read, in bytes, also after unpacking."""


class ListSource(FileSource, ABC):
    """What the lists share: a list is read, then, where the user asked for fetching, what is on it."""

    def __init__(self, extract: Extract | None = None, fetch: Fetch | None = None) -> None:
        """Make a reader; without a fetcher it says of each list what it is and that fetching has to be asked for."""
        super().__init__(extract)
        self._fetch = fetch

    @property
    def waits_for_fetch(self) -> bool:
        """Whether the list cannot be read, because fetching was not asked for."""
        return self._fetch is None

    def read_stream(self, stream: ByteStream, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield the articles that the list names, or that it holds itself."""
        if self._fetch is None:
            problem, remedy = not_fetched(self.name)
            yield Failure(path=path, place="", problem=problem, remedy=remedy, stage="skip")
            return
        data = stream.read(LARGEST + 1)
        try:
            if len(data) > LARGEST:
                raise TooLargeError(f"larger than {LARGEST:,} bytes")
            if data.startswith(GZIP):
                data = gunzip(data, limit=LARGEST)
            elif data.startswith(ZIP):
                data = unzip_only(data, limit=LARGEST)
            if not data.strip():
                yield empty(path)
                return
            entries = self._entries(data, path)
        except (XmlError, BrokenError, TooLargeError) as error:
            yield Failure(path=path, place="", problem=str(error), remedy="Download the list again")
            return
        found = False
        for item in Visit(self._extract, self._fetch, defaults).follow(entries, path, depth=1):
            found = True
            yield item
        if not found:
            yield Failure(path=path, place="", problem=f"{self.name} without an article", remedy="Check what it holds")

    @abstractmethod
    def _entries(self, data: bytes, path: str) -> Entries:
        """Return what the list holds."""


class FeedSource(ListSource):
    """Reads saved feeds, and sitemaps that bear the same ending; the first element decides."""

    name = "a feed or sitemap"
    suffixes: tuple[str, ...] = (".rss", ".atom", ".rdf", ".xml", ".xml.gz")

    def _entries(self, data: bytes, path: str) -> Entries:
        entries = list_in(Page(url=path, body=data, media_type="text/xml"))
        if entries is None:
            raise XmlError("a web page, not a feed or sitemap")
        return entries


class UrlListSource(ListSource):
    """Reads lists of web addresses, one a line."""

    name = "a list of web addresses"
    suffixes: tuple[str, ...] = (".urls",)

    def _entries(self, data: bytes, path: str) -> Entries:
        return url_lists.list_links(data.decode("utf-8", "replace").lstrip("\ufeff"))


_TABLES = (".export.csv", ".mentions.csv", ".gkg.csv", ".gkgcounts.csv")


class GdeltSource(ListSource):
    """Reads GDELT's event, mention and knowledge-graph tables, as they are or in their ZIP archives."""

    name = "a GDELT table"
    suffixes: tuple[str, ...] = (*_TABLES, *(f"{suffix}.zip" for suffix in _TABLES), ".artlist.json")

    def _entries(self, data: bytes, path: str) -> Entries:
        found = gdelt.search_links(data) if data.lstrip()[:1] == b"{" else None
        return found or gdelt.gdelt_links(data.decode("utf-8", "replace"))


WEB_LISTS: tuple[type[ListSource], ...] = (FeedSource, UrlListSource, GdeltSource)


def not_fetched(what: str) -> tuple[str, str]:
    """Return problem and remedy of an input whose articles are on the web, while fetching was not asked for."""
    return (
        f"{what}, whose articles are on the web",
        "Say --fetch to get them from there, or save them and give the files",
    )
