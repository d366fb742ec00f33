"""The record as a folder of Parquet tables with a codebook, for pandas, polars, DuckDB, Arrow.

Columns have fixed types, also where a table is empty; labels and, for enumerations, the name of the list of
values stand in each field's metadata.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, Part, rows_writer
from dragoman.exports.parquet import write_table
from dragoman.exports.tables import CODEBOOK_COLUMNS, Column, codebook, columns, first_day, rows


def parts(content: Content, ending: str) -> Sequence[Part]:
    """A file a table, and codebook.csv."""
    tables = [_part(content, table, some) for table, some in columns().items()]
    return [*tables, Part(name="codebook.csv", write=rows_writer(codebook(), CODEBOOK_COLUMNS))]


def _part(content: Content, table: str, some: Sequence[Column]) -> Part:
    def write(stream: BinaryIO) -> int:
        return write_table([_typed(row, some) for row in rows(content, table)], schema(some), stream)

    return Part(name=f"{table}.parquet", write=write)


def schema(some: Sequence[Column]) -> Any:
    """The Arrow schema of a table's columns."""
    # imported here because it takes 0.4 s and other formats do without
    import pyarrow as pa

    kinds = {
        "text": pa.string(),
        "whole": pa.int32(),
        "number": pa.float64(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    return pa.schema(
        [
            pa.field(c.name, kinds[c.kind], metadata={"label": c.label} | ({"values": c.values} if c.values else {}))
            for c in some
        ]
    )


def _typed(row: dict[str, Any], some: Sequence[Column]) -> dict[str, Any]:
    return row | {c.name: first_day(row[c.name]) for c in some if c.kind == "date"}


EXPORTER = Exporter(
    name="parquet", summary="the same tables as Parquet, typed (pandas, polars, DuckDB, Arrow)",
    endings=("",), parts=parts,
)  # fmt: skip
