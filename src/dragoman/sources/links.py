"""A link to an article as feeds, sitemaps and lists give it, with what they tell about the article."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ns_campaign", "at_medium", "at_campaign")


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a list.

    Attributes:
        url: where the article or the next list is.
        place: the entry's place in the list, in words ("item 3").
        number: the same as a number, from 1.
        published: ISO date or date-time of publication, as the list tells it.
        seen: ISO date or date-time at which the article was changed or noticed; says less than `published`.
        html: the article itself, where the list holds it.
    """

    url: str
    place: str
    number: int
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    seen: str | None = None
    html: str | None = None


def is_web_address(text: str) -> bool:
    """Whether a word is an address that can be fetched."""
    return text.lower().startswith(("http://", "https://")) and not any(sign.isspace() for sign in text)


def plain_url(url: str) -> str:
    """Return an address without fragment and without the marks by which sites count where readers came from."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = parts.query
    if any(name in query for name in _TRACKING):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if not pair[0].lower().startswith(_TRACKING)])
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def article_id(url: str, text: str) -> str:
    """Return the id of an article from the web: the same however it was found, another once its text changes."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return "doc_" + hashlib.sha256(f"{plain_url(url)}\x1f{digest}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
