"""Documents that were set aside before coding: they stay, without mentions, until somebody wants them coded."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.errors import StoreError
from dragoman.records import SetAside
from dragoman.store.connection import StoreFile, insert
from dragoman.store.documents import forget_codings
from dragoman.store.result import Result
from dragoman.store.schema import now


class Screenings(StoreFile):
    """The part of the store about what is not coded on purpose."""

    def set_aside(self, outcomes: Sequence[SetAside], *, screen_version: str, run_id: str | None = None) -> None:
        """Keep why documents are not coded, in one transaction; `uncoded` leaves them out from then on.

        Mentions that an earlier coder found in them are forgotten.

        Args:
            outcomes: one for each document.
            screen_version: names words and thresholds; `take_back` asks by it.
            run_id: the run that they are noted under.

        Raises:
            StoreError: a document is not in the store.
        """
        ids = [outcome.document_id for outcome in outcomes]
        if not ids:
            return
        with self.transaction() as connection:
            hashes: dict[str, str] = dict(
                connection.execute(
                    "SELECT id, sha256 FROM document WHERE id IN (SELECT unnest(?::VARCHAR[]))", [ids]
                ).fetchall()
            )
            if missing := [id_ for id_ in ids if id_ not in hashes]:
                raise StoreError(f"{self.path}: no such documents: {missing[:3]}. Add them with add_documents first")
            forget_codings(connection, ids)
            told = {"screen_version": screen_version, "run_id": run_id, "screened_at": now()}
            rows = [msgspec.structs.asdict(o) | told | {"sha256": hashes[o.document_id]} for o in outcomes]
            insert(connection, "screening", rows)

    def take_back(self, *, unless_screened_by: str | None = None) -> int:
        """Let documents that were set aside wait for coding again; return their number.

        Args:
            unless_screened_by: leave those that this version of the screen set aside.
        """
        with self.transaction() as connection:
            taken = connection.execute(
                "DELETE FROM screening WHERE $version::VARCHAR IS NULL OR screen_version <> $version::VARCHAR",
                {"version": unless_screened_by},
            ).fetchall()
        return int(taken[0][0])

    def screened(self, *, reason: str | None = None) -> Result[SetAside]:
        """Return the documents that are set aside now, in the order in which they were added.

        Args:
            reason: only those for this one ("language", "relevance").
        """
        sql = (
            "SELECT document_id, reason, screening.language AS language, score FROM screening"
            " JOIN document ON document.id = document_id"
            " WHERE $reason::VARCHAR IS NULL OR reason = $reason::VARCHAR ORDER BY position"
        )
        return Result(self, sql, {"reason": reason}, lambda row: msgspec.convert(row, SetAside))

    def n_screened(self) -> int:
        """Return how many documents are set aside now."""
        with self.cursor("SELECT count(*) FROM screening") as cursor:
            return int(cursor.fetchall()[0][0])
