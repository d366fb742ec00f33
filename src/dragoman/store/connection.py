"""The open file: one process owns it; transactions, bulk loads and reading cursors."""

from __future__ import annotations

import contextlib
import re
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Self

import duckdb

from dragoman.errors import StoreError
from dragoman.store.schema import bring_up_to_date, first_line, shipped_migrations

# DuckDB must never go to the network for an extension: everything needed is in its wheel.
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


_SPARING = "512MB"
_ROWS = 20_000
"""Rows that are made ready for a table at a time."""


class StoreFile:
    """A DuckDB file with Dragoman's tables, open until `close`.

    Writing methods may be called from several threads; each is one transaction. Reading uses cursors of its
    own and sees what was committed when it began.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, create: bool = True) -> None:
        """Open a file, bringing an older one up to date.

        Args:
            path: the file, or ":memory:".
            read_only: open without the right to write; several processes may do so at once.
            create: make the file where there is none.

        Raises:
            StoreError: no such file, another program's or a newer version's, in use by another process, or
                the system refuses.
        """
        self.path = str(path)
        self.read_only = read_only
        self._lock = threading.RLock()
        if self.path != ":memory:" and not Path(path).exists() and (read_only or not create):
            raise StoreError(f"{path}: no such file. Make one with: dragoman ingest PATH --db {path}")
        try:
            if self.path != ":memory:" and not Path(path).exists():
                _make(Path(path))
            self._connection = duckdb.connect(self.path, read_only=read_only, config=_OFFLINE)
        except duckdb.Error as error:
            raise _cannot_open(self.path, error) from error
        # an open connection at interpreter exit makes DuckDB print notices of leaks
        self._finalizer = weakref.finalize(self, self._connection.close)
        try:
            bring_up_to_date(self._connection, self.path, shipped_migrations(), read_only=read_only)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Hold the file for writing: what is done inside happens as a whole or not at all.

        Raises:
            StoreError: the file is closed or open for reading only, or DuckDB fails; nothing is changed then.
        """
        self._require_open()
        if self.read_only:
            raise StoreError(f"{self.path}: open for reading only. Open it with read_only=False")
        with self._lock:
            try:
                self._connection.begin()
                try:
                    yield self._connection
                    self._connection.commit()
                except BaseException:
                    with contextlib.suppress(duckdb.Error):
                        self._connection.rollback()
                    raise
            except duckdb.Error as error:
                raise StoreError(f"{self.path}: writing failed ({first_line(error)}). Nothing was changed") from error

    @contextlib.contextmanager
    def cursor(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """Run a query with named parameters and hand out its cursor; raises StoreError where it fails."""
        self._require_open()
        cursor = self._connection.cursor()
        try:
            yield cursor.execute(sql, dict(parameters or {}))
        except duckdb.Error as error:
            raise StoreError(f"{self.path}: reading failed ({first_line(error)}). Try: dragoman doctor") from error
        finally:
            cursor.close()

    def arrow(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """Run a query with named parameters and return its rows as a `pyarrow.Table`."""
        self._require_open()
        cursor = self._connection.cursor()
        try:
            return cursor.sql(sql, params=dict(parameters or {})).to_arrow_table()
        except duckdb.Error as error:
            raise StoreError(f"{self.path}: reading failed ({first_line(error)}). Try: dragoman doctor") from error
        finally:
            cursor.close()

    @contextlib.contextmanager
    def sparing_memory(self) -> Iterator[None]:
        """Within, DuckDB holds at most 512 MB of a file in memory; else it would keep most of what it has read."""
        self._require_open()
        if self.path == ":memory:":
            yield
            return
        self._set(f"SET memory_limit = '{_SPARING}'")
        try:
            yield
        finally:
            with contextlib.suppress(duckdb.Error):
                self._set("RESET memory_limit")

    def _set(self, statement: str) -> None:
        with contextlib.closing(self._connection.cursor()) as cursor:
            cursor.execute(statement)

    def _require_open(self) -> None:
        if not self._finalizer.alive:
            raise StoreError(f"{self.path}: already closed. Use the store inside its with block")


def _make(path: Path) -> None:
    """Make a file under another name first, so that a kill or a full disk leaves none that is half made."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(new), config=_OFFLINE) as connection:
            bring_up_to_date(connection, str(path), shipped_migrations(), read_only=False)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
        new.with_name(f"{new.name}.wal").unlink(missing_ok=True)


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Append rows, given by column name, to a table; a missing key is null, others are ignored.

    Many rows are taken in parts, so that few are held at a time; give an iterator to make use of that.

    Raises:
        StoreError: a value is of the wrong kind, or is text that is not valid Unicode.
    """
    # imported here because it takes 0.4 s and reading verbs do without
    import pyarrow as pa

    waiting = iter(rows)
    schema = None
    while filled := list(islice(waiting, _ROWS)):
        schema = schema or connection.table(table).limit(0).to_arrow_table().schema
        try:
            staged = pa.Table.from_pylist(filled, schema=schema)
        except (UnicodeEncodeError, pa.ArrowException) as error:
            raise StoreError(f"table {table}: a value cannot be stored ({error}). Nothing was changed") from error
        connection.from_arrow(staged).insert_into(table)


def _cannot_open(path: str, error: duckdb.Error) -> StoreError:
    message = str(error)
    if "lock on file" in message:
        holder = re.search(r"PID (\d+)", message)
        who = f"process {holder[1]}" if holder else "another process"
        return StoreError(f"{path}: in use by {who}. Wait until it has finished or end it, then try again")
    if "different configuration" in message:
        return StoreError(f"{path}: already open in this process in another mode. Close that store first")
    if "in-memory database in read-only mode" in message:
        # DuckDB takes a file of another program's for data to be read beside an empty record
        return StoreError(f"{path}: not a Dragoman record. Make one with: dragoman ingest {path} --db record.duckdb")
    if "not a valid DuckDB" in message:
        return StoreError(f"{path}: not a DuckDB file. Choose another file name")
    if "version number" in message or isinstance(error, duckdb.SerializationException):
        return StoreError(f"{path}: written by a newer DuckDB. Upgrade with: pip install --upgrade duckdb")
    return StoreError(f"{path}: cannot be opened ({first_line(error)}). Check the path and your rights there")
