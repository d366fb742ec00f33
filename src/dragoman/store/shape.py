"""Does a file have the tables and columns that the migrations make?"""

from __future__ import annotations

import duckdb

from dragoman.store.schema import bring_up_to_date, shipped_migrations

COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
WHERE table_schema = 'main' ORDER BY ALL
"""

Column = tuple[str, str, str, str]


def differences(found: list[Column]) -> list[tuple[str, str, str]]:
    """Return table, column and what is wrong, for each column that is missing, changed, or lacks its table.

    Tables and columns that somebody added are no fault.
    """
    have = {(table, column): rest for table, column, *rest in found}
    tables = {table for table, _ in have}
    problems = []
    for table, column, *rest in _wanted():
        if table not in tables:
            problem = (table, "", "the table is missing")
        elif (table, column) not in have:
            problem = (table, column, "the column is missing")
        elif have[table, column] != rest:
            problem = (table, column, f"the column is {' '.join(have[table, column])}, not {' '.join(rest)}")
        else:
            continue
        if problem not in problems:
            problems.append(problem)
    return problems


def _wanted() -> list[Column]:
    with duckdb.connect(":memory:") as connection:
        bring_up_to_date(connection, ":memory:", shipped_migrations(), read_only=False)
        return connection.execute(COLUMNS).fetchall()
