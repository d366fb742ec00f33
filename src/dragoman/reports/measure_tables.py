"""Measures as tables for a terminal and as rows for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dragoman.measures import NAMES, Measure, Value
from dragoman.reports.say import counted
from dragoman.reports.tables import DASH, Column, Table

MOST = 25
"""Rows of a measure that a table shows; other formats hold all."""
_SIGNED = ("difference",)
_WHOLE = ("events", "paths")


def withheld(measure: Measure) -> Measure:
    """The measure without its values where it rests on fewer events than it needs; a warning says so."""
    if measure.readable or not measure.values:
        return measure
    told = f"{counted(len(measure.values), 'value')} withheld: {counted(measure.n_events, 'held event')}, at least {measure.minimum} needed"
    return msgspec.structs.replace(measure, values=[], warnings=[told])


def measure_table(measure: Measure, *, most: int | None = MOST) -> Table:
    """One measure: who, figure, interval, events, parts of the figure; below, formula, basis and warnings."""
    columns = [
        Column("who", least=14, style="bold"),
        Column("value", number=True, whole=True),
        Column("95 % interval", number=True, whole=True),
        Column("n", number=True, whole=True),
        Column("of which", least=20, style="dim"),
    ]
    shown = measure.values[:most]
    rows = [
        [
            value.name or value.key,
            number(value.value, measure.unit),
            f"{number(value.low, measure.unit)} to {number(value.high, measure.unit)}"
            if value.low is not None
            else DASH,
            str(value.n),
            ", ".join(f"{name} {_part(part)}" for name, part in value.detail.items() if part != []) or DASH,
        ]
        for value in shown
    ]
    label = next((name for name, code in NAMES.items() if code == measure.id), measure.name).replace("_", " ")
    return Table(columns, rows, "\n".join(_notes(measure, len(shown))), f"{measure.id} {label}")


def _notes(measure: Measure, shown: int) -> Iterable[str]:
    window = f"{measure.since or 'the beginning'} to {measure.until or 'the end'}"
    yield f"{measure.unit}; {counted(measure.n_events, 'held event')}, {counted(measure.n_roots, 'independent source')}; {window}"
    yield f"formula: {measure.formula} ({measure.reference})"
    if any(value.low is not None for value in measure.values):
        yield f"interval: {measure.interval}"
    if shown < len(measure.values):
        yield f"{len(measure.values) - shown} more, --format csv has all"
    for warning in measure.warnings:
        yield f"beware: {warning}"


def number(value: float | None, unit: str) -> str:
    """A figure in the precision that its unit bears: 0.37, +0.12, 14."""
    if value is None:
        return DASH
    if unit in _SIGNED:
        return f"{value:+.2f}"
    return f"{value:.0f}" if unit in _WHOLE else f"{value:.2f}"


def _part(part: float | int | str | list[str]) -> str:
    if isinstance(part, float):
        return f"{part:.3g}"
    return "/".join(part) if isinstance(part, list) else str(part)


FIELDS = (
    *("measure", "name", "key", "actor", "value", "low", "high", "n", "detail", "unit"),
    *("since", "until", "n_events", "n_roots", "minimum", "formula", "reference", "interval", "warnings"),
)
"""Columns of `measure_rows`."""


def measure_rows(measures: Iterable[Measure]) -> list[Mapping[str, Any]]:
    """A row for each value; a measure without values has one row without, so that its warnings are not lost."""
    rows: list[Mapping[str, Any]] = []
    for measure in measures:
        values: list[Value | None] = [*measure.values] or [None]
        for value in values:
            rows.append(
                {
                    "measure": measure.id,
                    "name": measure.name,
                    "key": value.key if value else None,
                    "actor": value.name if value else None,
                    "value": value.value if value else None,
                    "low": value.low if value else None,
                    "high": value.high if value else None,
                    "n": value.n if value else None,
                    "detail": msgspec.json.encode(value.detail).decode() if value else None,
                    **{name: getattr(measure, name) for name in FIELDS[9:]},
                }
            )
    return rows
