"""Runs and failures: which command did what with which versions, and what could not be read or coded."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping
from importlib.metadata import version as installed_version
from typing import Any

import msgspec

from dragoman.records import Failure
from dragoman.store.connection import StoreFile, insert
from dragoman.store.result import Result
from dragoman.store.schema import now


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of one run; times are UTC, `finished` is None where it broke off or still runs."""

    id: str
    command: str
    started: datetime.datetime
    finished: datetime.datetime | None
    package_version: str
    model_version: str | None
    lexicon_version: str | None
    options: dict[str, Any]


class Runs(StoreFile):
    """The part of the store about runs and failures."""

    def begin_run(
        self,
        command: str,
        *,
        options: Mapping[str, Any] | None = None,
        model_version: str | None = None,
        lexicon_version: str | None = None,
    ) -> str:
        """Note that a run begins and return its id; `options` must be expressible as JSON."""
        run_id = f"run_{uuid.uuid4().hex[:12]}"
        row = {
            "id": run_id,
            "command": command,
            "started": now(),
            "package_version": installed_version("dragoman"),
            "model_version": model_version,
            "lexicon_version": lexicon_version,
            "options": msgspec.json.encode(dict(options or {}), order="sorted").decode(),
        }
        with self.transaction() as connection:
            insert(connection, "run", [row])
        return run_id

    def finish_run(self, run_id: str) -> None:
        """Note that a run has come to its end."""
        with self.transaction() as connection:
            connection.execute("UPDATE run SET finished = ? WHERE id = ?", [now(), run_id])

    def runs(self) -> Result[Run]:
        """Return all runs, the first one first."""
        return Result(self, "SELECT * FROM run ORDER BY started, id", {}, _to_run)

    def add_failures(self, failures: Iterable[Failure], run_id: str | None = None) -> None:
        """Keep failures; one that is known already only gets `run_id` as the last run that met it."""
        given = {(f.path, f.place, f.problem, f.stage): f for f in failures}
        if not given:
            return
        with self.transaction() as connection:
            known = connection.execute(
                "SELECT path, place, problem, stage FROM failure WHERE path IN (SELECT unnest(?::VARCHAR[]))",
                [sorted({path for path, *_ in given})],
            ).fetchall()
            again = given.keys() & set(known)
            if run_id is not None and again:
                connection.executemany(
                    "UPDATE failure SET last_run = ? WHERE path = ? AND place = ? AND problem = ? AND stage = ?",
                    [[run_id, *key] for key in sorted(again)],
                )
            (position,) = connection.execute("SELECT coalesce(max(position), -1) FROM failure").fetchall()[0]
            new = [failure for key, failure in given.items() if key not in again]
            rows = [msgspec.structs.asdict(f) | {"first_run": run_id, "last_run": run_id} for f in new]
            insert(connection, "failure", [r | {"position": position + n} for n, r in enumerate(rows, start=1)])

    def failures(self, run_id: str | None = None) -> Result[Failure]:
        """Return the failures that a run met, or those of all runs."""
        sql = (
            "SELECT * EXCLUDE (position) FROM failure"
            " WHERE $run::VARCHAR IS NULL OR last_run = $run::VARCHAR ORDER BY position"
        )
        return Result(self, sql, {"run": run_id}, lambda row: msgspec.convert(row, Failure))


def _to_run(row: dict[str, Any]) -> Run:
    return msgspec.convert(row | {"options": msgspec.json.decode(row["options"])}, Run)
