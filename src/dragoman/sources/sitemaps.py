"""Sitemaps and sitemap indexes: the addresses in them, with what news sitemaps tell of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.sources.dates import iso_date
from dragoman.sources.links import Link, is_web_address
from dragoman.sources.safe_xml import local, words

ROOTS = frozenset({"urlset", "sitemapindex"})


def sitemap_links(root: Any, base: str = "") -> Iterator[Link]:
    """Yield the addresses of a sitemap, or the sitemaps of an index, in their order.

    `lastmod` is no date of publication and is not taken for one; that of the news extension is.
    """
    number = 0
    for entry in root:
        if local(entry) not in ("url", "sitemap"):
            continue
        number += 1
        told: dict[str, str] = {}
        for child in entry.iter():
            # image:loc and video:title stand in namespaces of their own
            space = str(child.tag)
            if "sitemap-image" not in space and "sitemap-video" not in space:
                told.setdefault(local(child), words(child))
        url = told.get("loc", "")
        if is_web_address(url):
            yield Link(
                url=url,
                place=f"address {number}",
                number=number,
                title=told.get("title") or None,
                outlet=told.get("name") or None,
                published=iso_date(told.get("publication_date")),
            )
