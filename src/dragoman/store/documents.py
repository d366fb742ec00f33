"""Documents: what is known already, what is new, what has another text than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import duckdb
import msgspec

from dragoman.records import Document, Failure
from dragoman.store.connection import StoreFile, insert
from dragoman.store.result import Result
from dragoman.store.rows import document_row, to_document

_BATCH = 500
_BATCH_CHARACTERS = 20_000_000

_UNCODED = """
FROM document WHERE NOT EXISTS (
    SELECT 1 FROM coding WHERE coding.document_id = document.id AND is_current AND coding.coder_version = $version)
AND NOT EXISTS (SELECT 1 FROM screening WHERE screening.document_id = document.id)
"""

_FORGET = (
    """
    DELETE FROM participant
    WHERE mention_id IN (SELECT id FROM event_mention WHERE document_id IN (SELECT unnest(?::VARCHAR[])))
    """,
    """
    DELETE FROM exclusion_claim
    WHERE mention_id IN (SELECT id FROM event_mention WHERE document_id IN (SELECT unnest(?::VARCHAR[])))
    """,
    """
    DELETE FROM attribution
    WHERE mention_id IN (SELECT id FROM event_mention WHERE document_id IN (SELECT unnest(?::VARCHAR[])))
    """,
    "DELETE FROM event_mention WHERE document_id IN (SELECT unnest(?::VARCHAR[]))",
    "UPDATE coding SET is_current = false WHERE is_current AND document_id IN (SELECT unnest(?::VARCHAR[]))",
)


class AddResult(msgspec.Struct, frozen=True):
    """What became of the documents given, in their order.

    Attributes:
        new: ids of documents added.
        duplicates: ids of documents known already with the same text.
        changed: one failure (stage "changed") for each known one whose text differs and was kept as it was.
        replaced: ids of documents whose text was replaced; they wait for coding again.
    """

    new: list[str]
    duplicates: list[str]
    changed: list[Failure]
    replaced: list[str]


class _Known(msgspec.Struct):
    id: str
    url: str | None
    sha256: str
    position: int


class Documents(StoreFile):
    """The part of the store about documents."""

    def add_documents(
        self, documents: Iterable[Document], *, run_id: str | None = None, replace_changed: bool = False
    ) -> AddResult:
        """Add documents that are not known yet, 500 in a transaction.

        A document is known by its url where it has one, else by its id. The same text again changes nothing.

        Args:
            documents: as sources yield them.
            run_id: the run that they are noted under.
            replace_changed: take the new text of a known document, forget the mentions coded from the old
                one, and have it coded again. Its id stays. The event layer has to be computed again then.

        Raises:
            StoreError: the file cannot be written.
        """
        result = AddResult([], [], [], [])
        for batch in _batches(documents):
            with self.transaction() as connection:
                _add(connection, batch, result, run_id, replace_changed)
        return result

    def documents(self, *, set_aside: bool = True) -> Result[Document]:
        """Return all documents in the order in which they were added.

        Args:
            set_aside: with those that the screen set aside.
        """
        sql = (
            "SELECT * EXCLUDE (position) FROM document"
            " WHERE $all OR id NOT IN (SELECT document_id FROM screening) ORDER BY position"
        )
        return Result(self, sql, {"all": set_aside}, to_document)

    def document(self, document_id: str) -> Document | None:
        """Return the document of an id, None where there is none."""
        sql = "SELECT * EXCLUDE (position) FROM document WHERE id = $id"
        return Result(self, sql, {"id": document_id}, to_document).first()

    def uncoded(self, coder_version: str, *, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield the documents whose mentions do not come from this version of the coder, in their order.

        Those that are set aside are left out.

        Which ones they are is settled when the first is asked for; codings may be added meanwhile.

        Args:
            ids: only these of them.
        """
        sql = f"SELECT position {_UNCODED} AND ($ids::VARCHAR[] IS NULL OR id IN (SELECT unnest($ids::VARCHAR[]))) ORDER BY position"
        with self.cursor(sql, {"version": coder_version, "ids": None if ids is None else list(ids)}) as cursor:
            positions = [position for (position,) in cursor.fetchall()]
        some = (
            "SELECT * EXCLUDE (position) FROM document WHERE position BETWEEN $first AND $last"
            " AND position IN (SELECT unnest($positions::BIGINT[])) ORDER BY position"
        )
        for start in range(0, len(positions), 100):
            chosen = positions[start : start + 100]
            bounds = {"first": chosen[0], "last": chosen[-1], "positions": chosen}
            yield from Result(self, some, bounds, to_document)

    def n_uncoded(self, coder_version: str) -> int:
        """Return how many documents `uncoded` would yield."""
        with self.cursor(f"SELECT count(*) {_UNCODED}", {"version": coder_version}) as cursor:
            return int(cursor.fetchall()[0][0])


def forget_codings(connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str]) -> None:
    """Remove the mentions of documents, and that they were set aside; that they were coded stays in the history."""
    connection.execute("DELETE FROM screening WHERE document_id IN (SELECT unnest(?::VARCHAR[]))", [list(document_ids)])
    coded = connection.execute(
        "SELECT count(*) FROM coding WHERE is_current AND document_id IN (SELECT unnest(?::VARCHAR[]))",
        [list(document_ids)],
    ).fetchall()
    if coded == [(0,)]:
        return
    for statement in _FORGET:
        connection.execute(statement, [list(document_ids)])


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) == _BATCH or characters > _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _add(
    connection: duckdb.DuckDBPyConnection,
    batch: Sequence[Document],
    result: AddResult,
    run_id: str | None,
    replace_changed: bool,
) -> None:
    found = connection.execute(
        "SELECT id, url, sha256, position FROM document"
        " WHERE id IN (SELECT unnest(?::VARCHAR[])) OR url IN (SELECT unnest(?::VARCHAR[]))",
        [[document.id for document in batch], [document.url for document in batch if document.url]],
    ).fetchall()
    by_id = {row[0]: _Known(*row) for row in found}
    by_url = {known.url: known for known in by_id.values() if known.url}
    (position,) = connection.execute("SELECT coalesce(max(position), -1) FROM document").fetchall()[0]
    rows: dict[str, dict[str, Any]] = {}
    replaced: list[str] = []
    for document in batch:
        known = by_url.get(document.url) if document.url else None
        known = known or by_id.get(document.id)
        if known is None:
            position += 1
            known = _Known(document.id, document.url, document.sha256, position)
            by_id[known.id] = known
            if known.url:
                by_url[known.url] = known
            rows[known.id] = document_row(document, added_run=run_id, position=position)
            result.new.append(known.id)
        elif known.sha256 == document.sha256:
            result.duplicates.append(known.id)
        elif not replace_changed or (document.url and known.url and document.url != known.url):
            result.changed.append(_changed(document, known))
        else:
            known.sha256 = document.sha256
            rows[known.id] = document_row(document, added_run=run_id, position=known.position) | {"id": known.id}
            result.replaced.append(known.id)
            replaced.append(known.id)
    if replaced:
        forget_codings(connection, replaced)
        connection.execute("DELETE FROM document WHERE id IN (SELECT unnest(?::VARCHAR[]))", [replaced])
    insert(connection, "document", rows.values())


def _changed(document: Document, known: _Known) -> Failure:
    if document.url and known.url and document.url != known.url:
        problem = f"the id is already that of {known.url}; this one was left out"
        remedy = "Give each document its own id"
    else:
        by = "url" if document.url and known.url else "id"
        problem = f"known already under this {by} with another text; the old one was kept"
        remedy = f"Give it another {by} if it is another document, or replace the old text on purpose"
    return Failure(
        path=document.path or document.url or document.id,
        place=f"document {document.id}",
        problem=problem,
        remedy=remedy,
        stage="changed",
    )
