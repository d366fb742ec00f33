"""A page as it came from the web, and what a fetcher has to offer to the sources that read from there."""

from __future__ import annotations

from typing import Protocol

import msgspec

from dragoman.records import Failure
from dragoman.sources.protocol import MAX_BYTES


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An answer of a web server.

    Attributes:
        url: where it came from, after all redirects.
        media_type: "text/html" and the like in lower case; "" where the server did not tell.
        charset: encoding that the server told, None where it told none.
        body: unpacked.
    """

    url: str
    body: bytes
    status: int = 200
    media_type: str = ""
    charset: str | None = None


class Fetch(Protocol):
    """What gets pages from the web."""

    def get(self, url: str) -> Page | Failure:
        """Return the page at an address, or why there is none. Never raises on what a server answers."""

    @property
    def max_pages(self) -> int:
        """Pages read for one input before the rest of a list is left out."""


class FetchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are fetched. Times are in seconds.

    Attributes:
        pause: least time between the starts of two requests to one host; a site may ask for more.
        timeout: longest wait for a connection or for the next bytes.
        deadline: longest time that one answer may take, so that a server that drips bytes holds nobody up.
        max_redirects: redirects followed for one page.
        max_bytes: largest body, packed and unpacked.
        max_pages: pages read for one input (a feed, a sitemap, a list).
        attempts: how often a page is asked for that the server is too busy to give (status 429, 503).
        longest_wait: a server that asks to wait longer before the next attempt is left alone.
        allow_private: open addresses in private networks and on this machine too. Only for tests and intranets.
        agent: name under which robots.txt may speak of this program.
    """

    pause: float = 1.0
    timeout: float = 20.0
    deadline: float = 60.0
    max_redirects: int = 5
    max_bytes: int = MAX_BYTES
    max_pages: int = 500
    attempts: int = 3
    longest_wait: float = 60.0
    allow_private: bool = False
    agent: str = "dragoman"
