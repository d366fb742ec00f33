"""The shape of the file: numbered migrations, and which version a file has."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from importlib import resources
from importlib.metadata import version as installed_version

import duckdb
import msgspec

from dragoman.errors import StoreError

_VERSION_TABLE = """
CREATE TABLE schema_version (
    version INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    applied TIMESTAMP NOT NULL,
    package_version VARCHAR NOT NULL
)
"""


class Migration(msgspec.Struct, frozen=True):
    """One step from the schema before to this one; `name` is the file's, `sql` its statements."""

    version: int
    name: str
    sql: str


def shipped_migrations() -> list[Migration]:
    """Return the package's migrations in order; file names are `0001_subject.sql`, without gaps."""
    found = []
    for file in resources.files("dragoman.store").joinpath("migrations").iterdir():
        if file.name.endswith(".sql"):
            number, _, _ = file.name.partition("_")
            found.append(Migration(int(number), file.name, file.read_text(encoding="utf-8")))
    return sorted(found, key=lambda migration: migration.version)


def now() -> datetime.datetime:
    """Return the present in UTC, without a zone, as the TIMESTAMP columns hold it."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


def first_line(error: Exception) -> str:
    """Return the first line of an error's message, which for DuckDB's says what is wrong."""
    return (str(error).splitlines() or [type(error).__name__])[0]


def bring_up_to_date(
    connection: duckdb.DuckDBPyConnection, path: str, migrations: Sequence[Migration], *, read_only: bool
) -> None:
    """Apply the migrations that the file lacks, each in a transaction of its own.

    Raises:
        StoreError: the file is another program's or a newer version's; or it is an older one and read only.
    """
    have, want = _version(connection, path), migrations[-1].version
    if have > want:
        raise StoreError(
            f"{path}: written by a newer version of Dragoman (schema {have}, this one knows {want})."
            " Upgrade with: pip install --upgrade dragoman"
        )
    if have < want and read_only:
        raise StoreError(
            f"{path}: written by an older version of Dragoman (schema {have}, this one needs {want})."
            " Open it once for writing to bring it up to date, for instance with: dragoman ingest"
        )
    for migration in migrations:
        if migration.version > have:
            _apply(connection, path, migration)


def _version(connection: duckdb.DuckDBPyConnection, path: str) -> int:
    tables = {
        str(name)
        for (name,) in connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
        ).fetchall()
    }
    if not tables:
        return 0
    columns = connection.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = 'main' AND table_name = 'schema_version' ORDER BY ordinal_position"
    ).fetchall()
    ours = [name for (name,) in columns] == ["version", "name", "applied", "package_version"]
    if not ours or not {"document", "event_mention"} <= tables:
        shown = ", ".join(sorted(tables)[:5])
        raise StoreError(f"{path}: a DuckDB file of another program (its tables: {shown}). Choose another file name")
    found = connection.execute("SELECT max(version) FROM schema_version").fetchall()
    return int(found[0][0] or 0)


def _apply(connection: duckdb.DuckDBPyConnection, path: str, migration: Migration) -> None:
    connection.begin()
    try:
        if migration.version == 1:
            connection.execute(_VERSION_TABLE)
        connection.execute(migration.sql)
        connection.execute(
            "INSERT INTO schema_version VALUES (?, ?, ?, ?)",
            [migration.version, migration.name, now(), installed_version("dragoman")],
        )
        connection.commit()
    except duckdb.Error as error:
        connection.rollback()
        raise StoreError(
            f"{path}: bringing it up to date failed at {migration.name} ({first_line(error)})."
            " The file is unchanged; please report this"
        ) from error
