"""GDELT's lists of articles: event, mention and knowledge-graph tables, and what its document search returns.

Only the addresses are taken, and the time at which GDELT saw the article; what GDELT coded is left out.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from dragoman.sources.links import Link, is_web_address
from dragoman.sources.protocol import MAX_BYTES


class Columns(NamedTuple):
    """Where a table of GDELT keeps address, time and site, counted from 0; None where it does not."""

    url: int
    seen: int | None
    site: int | None = None


BY_WIDTH = {
    58: Columns(url=57, seen=56),  # events 1.0
    61: Columns(url=60, seen=59),  # events 2.0
    27: Columns(url=4, seen=1, site=3),  # knowledge graph 2.1
    16: Columns(url=5, seen=2, site=4),  # mentions
    11: Columns(url=10, seen=None),  # knowledge graph 1.0; its day is that of the stories
}
"""The tables by their number of columns, as GDELT's codebooks give them; they have no header."""

_URL_NAMES = ("sourceurl", "documentidentifier", "v2documentidentifier", "mentionidentifier", "sourceurls", "url")
_SEEN_NAMES = ("dateadded", "mentiontimedate", "seendate", "date", "v2.1date")
_BETWEEN = re.compile(r"<UDIV>|;(?=https?://)")
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)Z?)?")


def seen_at(stamp: str) -> str | None:
    """Return GDELT's time (20150218230000, 20150218T230000Z) as ISO date-time in UTC, a day as ISO date."""
    found = _STAMP.fullmatch(stamp.strip())
    if not found:
        return None
    numbers = [int(part) for part in found.groups() if part is not None]
    try:
        if len(numbers) == 3:
            return datetime.date(*numbers).isoformat()
        year, month, day, hour, minute, second = numbers
        return datetime.datetime(year, month, day, hour, minute, second, tzinfo=datetime.UTC).isoformat()
    except ValueError:
        return None


def columns_of(first: str) -> Columns | None:
    """Return where the first line of a table shows that it keeps its addresses; None where it is none of GDELT's."""
    for mark in "\t,":
        names = [name.strip().strip('"').lower() for name in first.lstrip("\ufeff").split(mark)]
        if url := next((name for name in _URL_NAMES if name in names), None):
            seen = next((name for name in _SEEN_NAMES if name in names), None)
            return Columns(url=names.index(url), seen=names.index(seen) if seen else None)
    columns = BY_WIDTH.get(first.count("\t") + 1)
    if columns and is_web_address(first.split("\t")[columns.url].strip()):
        return columns
    return None


def gdelt_links(text: str) -> Iterator[Link | tuple[str, str]]:
    """Yield each address of a table once, in its order; place and words of a row that cannot be read.

    A row whose document is no web page (a broadcast, a citation) is passed over. Events that share an article
    share its address.
    """
    head = text.split("\n", 1)[0].rstrip("\r")
    columns = columns_of(head)
    if columns is None:
        yield "line 1", "none of the tables of GDELT that are known"
        return
    tabs, named = "\t" in head, not any(is_web_address(part) for part in re.split(r"[\t,]", head))
    csv.field_size_limit(MAX_BYTES)
    lines = text.splitlines()
    rows = (line.split("\t") for line in lines) if tabs else csv.reader(lines)
    width, seen_urls, number = 0, set[str](), 0
    for row in rows:
        number += 1
        width = width or len(row)
        if (named and number == 1) or not any(row):
            continue
        if len(row) != width:
            yield f"line {number}", f"{len(row)} columns where the first line has {width}"
            continue
        for url in _BETWEEN.split(row[columns.url]):
            if is_web_address(url.strip()) and url.strip() not in seen_urls:
                seen_urls.add(url.strip())
                yield Link(
                    url=url.strip(),
                    place=f"line {number}",
                    number=number,
                    outlet=(row[columns.site].strip() or None) if columns.site is not None else None,
                    seen=seen_at(row[columns.seen]) if columns.seen is not None else None,
                )


class _Article(msgspec.Struct):
    url: str
    title: str | None = None
    seendate: str = ""
    domain: str | None = None


class _Articles(msgspec.Struct):
    articles: list[_Article]


def search_links(data: bytes) -> list[Link] | None:
    """Return the articles of a document search (mode ArtList, format JSON); None where it is something else."""
    try:
        found = msgspec.json.decode(data, type=_Articles)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None
    return [
        Link(url=a.url, place=f"article {number}", number=number, title=a.title, outlet=a.domain, seen=seen_at(a.seendate))
        for number, a in enumerate(found.articles, start=1)
        if is_web_address(a.url)
    ]  # fmt: skip
