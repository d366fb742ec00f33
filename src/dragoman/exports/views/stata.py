"""The record as a folder of Stata files (.dta, format 118) with variable and value labels.

Columns with an enumeration are numbers with a value label, so that `tabulate status` shows words; the numbers
follow the codebook's order and are the same in every export of one version. Dates are Stata dates, lists are
joined by "; ". Needs the extra `stata` (pyreadstat, pandas).
"""

from __future__ import annotations

import datetime as dt
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.errors import OptionError
from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, Part
from dragoman.exports.tables import Column, columns, first_day, meanings, rows

_VERSION = 15
"""Version of Stata whose format is written (118); all later ones read it."""
_EPOCH = dt.date(1960, 1, 1).toordinal()
_LONGEST = 2045
"""Bytes that Stata's plain strings hold; what is longer would become a kind of its own that few readers know."""


def parts(content: Content, ending: str) -> Sequence[Part]:
    """A .dta file a table.

    Raises:
        OptionError: pyreadstat or pandas is not installed.
    """
    try:
        import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]
        import pyreadstat  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError as error:
        raise OptionError(
            "--as stata needs pyreadstat and pandas. Run: pip install 'dragoman[stata]', or use --as csv"
        ) from error
    return [_part(pandas, pyreadstat, content, table, some) for table, some in columns().items()]


def _part(pandas: Any, pyreadstat: Any, content: Content, table: str, some: Sequence[Column]) -> Part:
    def write(stream: BinaryIO) -> int:
        found = rows(content, table)
        numbers = {c.name: codes(c, [row[c.name] for row in found]) for c in some if c.values}
        frame = pandas.DataFrame(
            {c.name: _series(pandas, c, [row[c.name] for row in found], numbers.get(c.name)) for c in some}
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{table}.dta"
            pyreadstat.write_dta(
                frame,
                str(path),
                file_label=f"Dragoman: {table}",
                column_labels=[c.label for c in some],
                version=_VERSION,
                variable_value_labels={
                    name: {number: value for value, number in known.items()} for name, known in numbers.items()
                },
                variable_format={c.name: "%td" for c in some if c.kind == "date"},
            )
            stream.write(path.read_bytes())
        return len(found)

    return Part(name=f"{table}.dta", write=write)


def codes(column: Column, told: Sequence[str | None]) -> dict[str, int]:
    """Value to number: the codebook's from 1 on, then values that it lacks in alphabetical order."""
    known = list(meanings(column))
    return {value: number for number, value in enumerate([*known, *sorted({*filter(None, told)} - {*known})], 1)}


def _series(pandas: Any, column: Column, told: Sequence[Any], numbers: dict[str, int] | None) -> Any:
    if numbers is not None:
        return pandas.Series([numbers[v] if v else math.nan for v in told], dtype="float64")
    if column.kind == "date":
        return pandas.Series([_days(v) for v in told], dtype="float64")
    if column.kind in ("whole", "number"):
        return pandas.Series([math.nan if v is None else float(v) for v in told], dtype="float64")
    texts = ["" if v is None else "; ".join(v) if isinstance(v, list) else str(v) for v in told]
    return pandas.Series([t.encode()[:_LONGEST].decode("utf-8", "ignore") for t in texts], dtype="object")


def _days(value: str | None) -> float:
    """Days since 1 January 1960, as Stata counts."""
    at = first_day(value)
    return math.nan if at is None else float(at.toordinal() - _EPOCH)


EXPORTER = Exporter(
    name="stata", summary="the same tables for Stata, with variable and value labels (extra: stata)",
    endings=("",), parts=parts,
)  # fmt: skip
