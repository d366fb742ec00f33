"""Parquet tables, one document a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.records import Document, Failure
from dragoman.sources.decoding import empty
from dragoman.sources.files import FileSource
from dragoman.sources.protocol import Defaults
from dragoman.sources.rows import COLUMNS, Rows, shorten

_BATCH = 256


class ParquetSource(FileSource):
    """Reads the known columns of a Parquet file in batches; texts are kept exactly."""

    name = "Parquet"
    suffixes: tuple[str, ...] = (".parquet",)

    def read_stream(self, stream: Any, path: str, *, defaults: Defaults) -> Iterator[Document | Failure]:
        """Yield a document or failures for each row; a damaged row group is told once and skipped."""
        # imported here because it takes 0.4 s and most runs read no Parquet
        import pyarrow as pa
        import pyarrow.parquet as pq

        if not stream.read(1):
            yield empty(path)
            return
        stream.seek(0)
        try:
            table = pq.ParquetFile(stream)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            yield _damaged(path, "", error)
            return
        names = table.schema_arrow.names
        if "text" not in names:
            problem = f"no column 'text' (found: {shorten(', '.join(names))})"
            remedy = "Name the column that holds the articles 'text'"
            yield Failure(path=path, place="columns", problem=problem, remedy=remedy)
            return
        if table.metadata.num_rows == 0:
            yield Failure(path=path, place="", problem="a table without rows", remedy="Remove the file or fill it")
            return
        columns = [name for name in COLUMNS if name in names]
        rows, before = Rows(path, defaults), 0
        for group in range(table.num_row_groups):
            number = before
            try:
                for batch in table.iter_batches(_BATCH, row_groups=[group], columns=columns):
                    for index in range(batch.num_rows):
                        number += 1
                        yield from _row(rows, batch, index, number, path)
            except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
                yield _damaged(path, f"row group {group + 1}, after row {number}", error)
            before += table.metadata.row_group(group).num_rows


def _row(rows: Rows, batch: Any, index: int, number: int, path: str) -> Iterator[Document | Failure]:
    place, row = f"row {number}", {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[index].as_py()
        except UnicodeDecodeError as error:
            yield Failure(
                path=path,
                place=f"{place}, column '{name}', byte {error.start}",
                problem="not valid UTF-8",
                remedy="Write the table again from text decoded as UTF-8",
            )
            return
    yield from rows.read(row, number, place)


def _damaged(path: str, place: str, error: Exception) -> Failure:
    words = str(error).splitlines()[0] if str(error) else type(error).__name__
    problem = f"not a readable Parquet file ({shorten(words)})"
    return Failure(path=path, place=place, problem=problem, remedy="Write or download the file again")
