"""What a query gives back: records one by one, rows, an Arrow table or a data frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from dragoman.errors import OptionError
from dragoman.store.connection import StoreFile

T = TypeVar("T")

_BATCH = 1000


class Result(Generic[T]):
    """The answer to a query; it is asked anew each time that it is used, so it sees later changes.

    Iterating yields records in a fixed order and holds 1,000 of them at a time.
    """

    def __init__(
        self,
        file: StoreFile,
        sql: str,
        parameters: Mapping[str, Any],
        build: Callable[[dict[str, Any]], T],
        *,
        records_sql: str | None = None,
    ) -> None:
        """Prepare a query.

        Args:
            file: the open store.
            sql: the query for rows and tables, with named parameters.
            parameters: their values.
            build: makes a record of one row, given by column name.
            records_sql: the query for records where it differs from `sql`.
        """
        self._file = file
        self._sql = sql
        self._parameters = parameters
        self._build = build
        self._records_sql = records_sql or sql

    def __iter__(self) -> Iterator[T]:
        with self._file.cursor(self._records_sql, self._parameters) as cursor:
            names = [column[0] for column in cursor.description or []]
            while batch := cursor.fetchmany(_BATCH):
                for values in batch:
                    yield self._build(dict(zip(names, values, strict=True)))

    def first(self) -> T | None:
        """Return the first record, None where there is none."""
        return next(iter(self), None)

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries of plain values by column name."""
        with self._file.cursor(self._sql, self._parameters) as cursor:
            names = [column[0] for column in cursor.description or []]
            return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def arrow(self) -> Any:
        """Return the rows as a `pyarrow.Table`."""
        return self._file.arrow(self._sql, self._parameters)

    def df(self) -> Any:
        """Return the rows as a `pandas.DataFrame`; raises OptionError where pandas is not installed."""
        try:
            import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: F401
        except ImportError as error:
            raise OptionError(
                "df() needs pandas, which is not installed. Run: pip install pandas, or use arrow()"
            ) from error
        return self.arrow().to_pandas()
