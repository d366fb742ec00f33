"""One row of a table or one JSON object made into a document, with every fault in it told."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping

from dragoman.records import Document, Failure
from dragoman.sources.dates import ACCEPTED, iso_date
from dragoman.sources.protocol import MAX_BYTES, Defaults

COLUMNS = ("id", "url", "title", "outlet", "published", "author", "genre", "text")
"""Columns that are read; only `text` is required, others in the file are ignored."""

_SHOWN = 80


def shorten(value: object) -> str:
    """Return a value as an error message shows it: quoted, at most 80 characters."""
    try:
        shown = repr(value)
    except RecursionError:
        return "one in another without end"
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def kind(value: object) -> str:
    """Return what a value is, in words for an error message ("a number")."""
    if value is None:
        return "null"
    kinds = {bool: "a truth value", str: "a string", int: "a number", float: "a number", list: "a list"}
    return kinds.get(type(value), "an object" if isinstance(value, Mapping) else f"a {type(value).__name__}")


class Rows:
    """Turns the rows of one file into documents and watches for ids that come twice.

    Memory grows by about 100 bytes a row that has an id; the texts are not kept.
    """

    def __init__(self, path: str, defaults: Defaults) -> None:
        self._path = path
        self._defaults = defaults
        self._seen: dict[int, tuple[int, str]] = {}

    def read(self, row: Mapping[str, object], number: int, place: str) -> Iterator[Document | Failure]:
        """Yield the document of one row; before it a failure for each field that had to be left out.

        Args:
            row: values by column name.
            number: line, row or item number, for the document's `path`.
            place: the same in words, for messages ("line 7").
        """
        if "text" not in row:
            names = ", ".join(str(name) for name in row) or "none"
            yield self._failure(place, f"no column 'text' (found: {shorten(names)})", "Name the text's column 'text'")
            return
        text = row["text"]
        if not isinstance(text, str):
            remedy = "Give the article's text as a string"
            yield self._failure(f"{place}, column 'text'", f"text is {kind(text)}, not a string", remedy)
            return
        if problem := text_problem(text):
            yield self._failure(f"{place}, column 'text'", *problem)
            return
        values: dict[str, str | None] = {}
        for column in ("id", "url", "title", "outlet", "author", "genre"):
            value = row.get(column)
            if value is not None and not isinstance(value, str | int | float):
                wrong = f"{column} is {kind(value)}: {shorten(value)}"
                yield self._failure(f"{place}, column '{column}'", wrong, "Give a string or leave it out")
                return
            values[column] = _words(value)
            if values[column] and (bad := _unstorable(values[column] or "")):
                yield self._failure(f"{place}, column '{column}'", *bad)
                return
        published, date_failure = self._published(row.get("published"), place)
        document = Document.of(
            text,
            id=values["id"],
            title=values["title"],
            outlet=values["outlet"] or self._defaults.outlet,
            published=published,
            url=values["url"],
            path=f"{self._path}:{number}",
            author=values["author"],
            genre=values["genre"],
        )
        if values["id"] is not None:
            first = self._first_with(document, place)
            if first == place:
                return  # an identical row again: read once
            if first is not None:
                yield self._failure(
                    f"{place}, column 'id'",
                    f"id {shorten(values['id'])} was already used at {first} for another document",
                    "Give each document its own id, or leave the column out",
                )
                return
        if date_failure:
            yield date_failure
        yield document

    def _first_with(self, document: Document, place: str) -> str | None:
        """Return None for a new id, `place` itself for an identical row, else where the other document is."""
        values = (
            document.url,
            document.title,
            document.outlet,
            document.published,
            document.author,
            document.sha256,
        )
        content = _short_hash("\x1f".join(value or "" for value in values))
        known = self._seen.setdefault(_short_hash(document.id), (content, place))
        if known == (content, place):
            return None
        return place if known[0] == content else known[1]

    def _published(self, value: object, place: str) -> tuple[str | None, Failure | None]:
        if value is None or (isinstance(value, str) and not value.strip()):
            return self._defaults.published, None
        published = iso_date(value)
        if published:
            return published, None
        place = f"{place}, column 'published'"
        return None, date_failure(self._path, place, value, given=self._defaults.published)

    def _failure(self, place: str, problem: str, remedy: str) -> Failure:
        return Failure(path=self._path, place=place, problem=problem, remedy=remedy)


def date_failure(path: str, place: str, value: object, *, given: str | None = None) -> Failure:
    """Return the failure for a date that is not read; the document goes on without a date.

    Args:
        given: the default, which is not taken either: it fills gaps, and this document tells a day of its own.
    """
    instead = f" ({given} is only for articles that tell none)" if given else ""
    return Failure(
        path=path,
        place=place,
        problem=f"unreadable date {shorten(value)}, read without a date{instead}",
        remedy=f"Write it like {ACCEPTED}",
        stage="date",
    )


def text_problem(text: str) -> tuple[str, str] | None:
    """Return problem and remedy of a text that cannot be coded, None for one that can."""
    if not text.strip():
        return "empty text", "Remove the record or fill in its text"
    if len(text) > MAX_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return f"text is longer than {MAX_BYTES:,} bytes", "Split it into articles"
    return _unstorable(text)


def _unstorable(text: str) -> tuple[str, str] | None:
    if (at := text.find("\0")) >= 0:
        return f"binary data (NUL at character {at})", "Export the table again as text"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"half a character (lone surrogate at character {error.start})"
        return problem, "Export the table again as valid UTF-8"
    return None


def _words(value: str | int | float | None) -> str | None:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    words = str(value)
    return words if words.strip() else None


def _short_hash(value: str) -> int:
    return int.from_bytes(hashlib.blake2b(value.encode("utf-8"), digest_size=8).digest(), "big")
