"""The record as a folder of CSV tables with a codebook, for R, pandas and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, Part, rows_writer
from dragoman.exports.tables import CODEBOOK_COLUMNS, codebook, columns, rows


def parts(content: Content, ending: str) -> Sequence[Part]:
    """A file a table, and codebook.csv; lists are joined by "; "."""
    tables = [
        Part(name=f"{table}.csv", write=rows_writer(rows(content, table), [column.name for column in some]))
        for table, some in columns().items()
    ]
    return [*tables, Part(name="codebook.csv", write=rows_writer(codebook(), CODEBOOK_COLUMNS))]


EXPORTER = Exporter(
    name="csv", summary="events, participations, exclusions, agreements, tracks as CSV with a codebook",
    endings=("",), parts=parts,
)  # fmt: skip
