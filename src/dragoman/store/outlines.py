"""Rows with fewer fields than the records, for questions about many events or mentions at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from dragoman.store.connection import StoreFile

T = TypeVar("T")


class EventOutline(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The fields of an `Event` that choosing and counting ask for."""

    id: str
    type: str | None
    status: str
    factuality: str
    start: str | None
    end: str | None
    date_precision: str | None
    observed_first_at: str | None
    conflict: str | None
    track_id: str | None
    n_mentions: int
    n_roots: int
    disagreement_score: float


class Claim(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The fields of a `StatusChange` that the path of a track asks for."""

    event_id: str
    status: str
    date: str | None


class MentionPlace(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Where a mention stands: its document, the root of that (itself where it has none), the sentence in it."""

    id: str
    document_id: str
    root_id: str
    evidence_start: int
    evidence_end: int


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """What some events rest on.

    Attributes:
        n_documents, n_outlets, n_roots: articles that tell of them, their outlets, independent sources.
        first, last: ISO days of the first and last dated article, None where none is dated.
        coders: name and version of those who made the mentions.
    """

    n_documents: int
    n_outlets: int
    n_roots: int
    first: str | None
    last: str | None
    coders: list[str]


def outlines(file: StoreFile, sql: str, parameters: Mapping[str, Any], kind: type[T]) -> list[T]:
    """Return all rows of a query whose columns are the fields of `kind`, in their order."""
    with file.cursor(sql, parameters) as cursor:
        return msgspec.convert(cursor.fetchall(), list[kind])  # type: ignore[valid-type]
