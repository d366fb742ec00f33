"""Runs and failures: which command did what with which versions, and what could not be read or coded."""

from __future__ import annotations

import contextlib
import datetime
import platform
import uuid
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import Any

import msgspec

from dragoman.records import Failure
from dragoman.store.connection import StoreFile, insert
from dragoman.store.result import Result
from dragoman.store.schema import now

_JSON = ("options", "versions", "inputs", "summary")
_LIBRARIES = ("duckdb", "numpy", "onnxruntime", "sentencex", "tokenizers", "trafilatura")


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of one run; times are UTC, `finished` is None where it broke off or still runs.

    Attributes:
        coder_version: names code, model, lexicon and knowledge together, as `add_codings` has it.
        versions: of Python and of the libraries that reading and coding rest on.
        inputs: for each path its number of files, bytes, and a hash.
        summary: what came of it; empty where it broke off.
    """

    id: str
    command: str
    started: datetime.datetime
    finished: datetime.datetime | None
    package_version: str
    model_version: str | None
    lexicon_version: str | None
    options: dict[str, Any]
    coder_version: str | None = None
    versions: dict[str, str] = {}
    inputs: list[dict[str, Any]] = []
    summary: dict[str, Any] = {}


class Runs(StoreFile):
    """The part of the store about runs and failures."""

    def begin_run(
        self,
        command: str,
        *,
        options: Mapping[str, Any] | None = None,
        model_version: str | None = None,
        lexicon_version: str | None = None,
        coder_version: str | None = None,
        inputs: Iterable[Mapping[str, Any]] = (),
    ) -> str:
        """Note that a run begins and return its id; `options` and `inputs` must be expressible as JSON."""
        run_id = f"run_{uuid.uuid4().hex[:12]}"
        row = {
            "id": run_id,
            "command": command,
            "started": now(),
            "package_version": installed_version("dragoman"),
            "model_version": model_version,
            "lexicon_version": lexicon_version,
            "options": _json(dict(options or {})),
            "coder_version": coder_version,
            "versions": _json(_versions()),
            "inputs": _json([dict(each) for each in inputs]),
        }
        with self.transaction() as connection:
            insert(connection, "run", [row])
        return run_id

    def finish_run(self, run_id: str, summary: Mapping[str, Any] | None = None) -> None:
        """Note that a run has come to its end, and what came of it."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE run SET finished = ?, summary = ? WHERE id = ?", [now(), _json(dict(summary or {})), run_id]
            )

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
    told = {name: msgspec.json.decode(row[name]) for name in _JSON if row[name] is not None}
    return msgspec.convert({name: value for name, value in row.items() if name not in _JSON} | told, Run)


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for library in _LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            found[library] = installed_version(library)
    return found
