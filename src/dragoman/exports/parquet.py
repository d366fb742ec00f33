"""Parquet: one flat row a mention, lists as lists, with a fixed schema also where there are no rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from dragoman.exports.comma_separated import COLUMNS
from dragoman.exports.flat import ROLE_COLUMNS, flat_row
from dragoman.records import EventMention

_LISTS = {*ROLE_COLUMNS, "issues", "exclusion_modes", "participants", "said_by", "strategy", "plover_context"}
_NUMBERS = {"venue_lat", "venue_lon", "confidence"}
_OFFSETS = {"evidence_start", "evidence_end", "trigger_start", "trigger_end"}
_ROWS = 5000


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write a Parquet file, 5,000 rows in memory at a time, and return the number of rows."""
    # imported here because it takes 0.4 s and other formats do without
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, _kind(pa, column)) for column in COLUMNS])
    rest = iter(mentions)
    count = 0
    with pa.PythonFile(_Kept(stream), mode="w") as sink, pq.ParquetWriter(sink, schema) as writer:
        while some := list(islice(rest, _ROWS)):
            writer.write_table(pa.Table.from_pylist([flat_row(mention) for mention in some], schema=schema))
            count += len(some)
    return count


def _kind(pa: Any, column: str) -> Any:
    if column in _LISTS:
        return pa.list_(pa.string())
    if column in _NUMBERS:
        return pa.float64()
    if column in _OFFSETS:
        return pa.int32()
    return pa.bool_() if column == "background" else pa.string()


def write_any(rows: Sequence[Mapping[str, Any]], stream: BinaryIO) -> int:
    """Write rows whose columns and kinds are read off the rows themselves, and return their number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = msgspec.to_builtins([dict(row) for row in rows])
    with pa.PythonFile(_Kept(stream), mode="w") as sink:
        pq.write_table(pa.Table.from_pylist(plain), sink)
    return len(rows)


def write_table(rows: Sequence[Mapping[str, Any]], schema: Any, stream: BinaryIO) -> int:
    """Write rows under an Arrow schema and return their number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pa.PythonFile(_Kept(stream), mode="w") as sink:
        pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), sink)
    return len(rows)


class _Kept:
    """Passes bytes on; pyarrow may close it, which leaves the stream itself open for its owner."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self.write, self.flush = stream.write, stream.flush

    def close(self) -> None:
        """Do nothing."""
