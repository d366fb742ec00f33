"""Documents and spans: what a source hands to the coder (codebook 1.2)."""

from __future__ import annotations

import datetime
import hashlib
import re

import msgspec

from dragoman.errors import OptionError
from dragoman.records.dates import published_day

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def valid(text: str) -> str:
    """The text with half surrogate pairs, which JSON refuses, replaced by U+FFFD; offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _told(words: str | None) -> str | None:
    """Words that say something, in valid Unicode; None for blanks."""
    return valid(words) if words and not words.isspace() else None


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch of characters of a document's text: `text == document.text[start:end]`."""

    start: int
    end: int
    text: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read, after extraction of its main text.

    Attributes:
        id: the source's own id, or `doc_` and 16 hex digits of the hash of url or path and text.
        text: the text that all offsets refer to; paragraphs are separated by line breaks.
        published: ISO date or date-time of publication, None where unknown.
        sha256: hash of `text`.
        genre: codebook 1.2 genre, None where not told.
        path: file and place that it came from ("wire.jsonl:7").
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None
    author: str | None = None
    language: str | None = None
    genre: str | None = None
    sha256: str = ""

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | datetime.date | None = None,
        url: str | None = None,
        path: str | None = None,
        author: str | None = None,
        genre: str | None = None,
    ) -> Document:
        """Make a document, hashing its text; without an id, derive a stable one from url (or title and outlet) and text.

        What is blank counts as not told.

        Args:
            published: ISO date or date-time, or such an object of Python's.

        Raises:
            OptionError: `text` is no string, or `published` is no date.
        """
        if not isinstance(text, str):
            raise OptionError(f"text: {type(text).__name__} where a string was expected. Give the article's text")
        text, title, outlet, author = valid(text), _told(title), _told(outlet), _told(author)
        published, url = published_day(published), _told(url)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if id is None:
            key = "\x1f".join([url or "", title or "", outlet or "", published or "", digest])
            id = "doc_" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return cls(
            id=id,
            text=text,
            title=title,
            outlet=outlet,
            published=published,
            url=url,
            path=path,
            author=author,
            genre=genre,
            sha256=digest,
        )


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One input that could not be read or coded; kept in the store and listed at the end of a run."""

    path: str
    place: str
    problem: str
    remedy: str
    stage: str = "read"

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else self.path
        return f"{where}: {self.problem}. {self.remedy}"


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """Why a document is not coded on purpose; it stays in the store, without mentions.

    Attributes:
        document_id: the document's.
        reason: "language" (it is not English) or "relevance" (it has hardly a word of war and peace).
        language: ISO 639 code, where that is the reason.
        score: weighted cues per 100 words, where relevance is the reason.
    """

    document_id: str
    reason: str
    language: str | None = None
    score: float | None = None
