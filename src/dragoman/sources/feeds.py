"""RSS and Atom feeds: their entries as links, with the dates that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.sources.dates import iso_date
from dragoman.sources.links import Link
from dragoman.sources.safe_xml import local, words

ROOTS = frozenset({"rss", "feed", "rdf"})
"""Root elements of RSS 0.9x and 2.0, Atom, and RSS 1.0."""

_ENTRIES = frozenset({"item", "entry"})


def feed_links(root: Any, base: str = "") -> Iterator[Link]:
    """Yield the entries of a feed in its order; one without an address and without its text is passed over.

    Args:
        root: the root element of a feed.
        base: address of the feed, to which relative links refer.
    """
    from urllib.parse import urljoin

    outlet = next((words(child) for child in _heads(root) if local(child) == "title"), None) or None
    number = 0
    for entry in root.iter():
        if local(entry) not in _ENTRIES:
            continue
        number += 1
        told: dict[str, str] = {}
        for child in entry:
            told.setdefault(_key(child), words(child))
        url = _address(entry, told)
        html = told.get("encoded") or _content(entry)
        if not url and not html:
            continue
        yield Link(
            url=urljoin(base, url) if url else "",
            place=f"item {number}",
            number=number,
            title=told.get("title") or None,
            outlet=outlet,
            published=iso_date(told.get("pubdate") or told.get("published") or told.get("date")),
            seen=iso_date(told.get("updated")),
            html=html or None,
        )


def _heads(root: Any) -> Iterator[Any]:
    """Yield the elements that speak of the feed itself."""
    for child in root:
        if local(child) == "channel":
            yield from child
    yield from root


def _key(child: Any) -> str:
    name = local(child)
    # media:title and the like would hide the entry's own
    return f"media:{name}" if "search.yahoo.com/mrss" in str(child.tag) else name


def _address(entry: Any, told: dict[str, str]) -> str:
    links = [child for child in entry if local(child) == "link" and child.get("href")]
    for child in links:
        if child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
    if told.get("link"):
        return told["link"]
    guid = next((child for child in entry if local(child) == "guid"), None)
    if guid is not None and guid.get("isPermaLink", "true") != "false" and words(guid).startswith("http"):
        return words(guid)
    return ""


def _content(entry: Any) -> str:
    for child in entry:
        if local(child) == "content" and child.get("src") is None and child.get("url") is None:
            if child.get("type", "text") == "xhtml":
                from lxml import etree

                return str(etree.tostring(child, encoding="unicode", method="html", with_tail=False))
            return words(child)
    return ""
