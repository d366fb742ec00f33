"""The record as flat tables with a codebook: what CSV, Parquet and Stata have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from dragoman import ontology
from dragoman.exports.content import Content

CODEBOOK_COLUMNS = ("table", "column", "kind", "label", "value", "meaning")
_ROLES = ("mediators", "conveners", "hosts", "parties", "excluded")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column: kind (text, whole, number, date, list), label, and the enumeration of its values if any."""

    name: str
    kind: str
    label: str
    values: str | None = None


@cache
def columns() -> Mapping[str, Sequence[Column]]:
    """Columns by table, in order, as `data/columns.yaml` has them."""
    text = resources.files("dragoman.exports").joinpath("data", "columns.yaml").read_text(encoding="utf-8")
    return {
        table: [Column(name=name, **fields) for name, fields in some.items()]
        for table, some in yaml.load(text, yaml.CSafeLoader).items()
    }


def meanings(column: Column) -> dict[str, str]:
    """Value to meaning of a column with an enumeration, in the codebook's order; empty for others."""
    return dict(ontology.load().codes[column.values]) if column.values else {}


def rows(content: Content, table: str) -> list[dict[str, Any]]:
    """The rows of a table: its columns, lists as lists, unknown as None."""
    records: Sequence[msgspec.Struct] = {
        "events": content.events,
        "participations": [p for event in content.events for p in content.people(event.id)],
        "exclusions": content.exclusions,
        "agreements": content.agreements,
        "tracks": content.tracks,
    }[table]
    names = [column.name for column in columns()[table]]
    found = []
    for record in records:
        row = msgspec.structs.asdict(record)
        if table == "events":
            row["track"] = content.track_name(row["track_id"])
            row |= {role: content.named(row["id"], role) for role in _ROLES}
        found.append({name: row[name] for name in names})
    return found


def first_day(value: str | None) -> dt.date | None:
    """The first day of an ISO date or date-time; a month or a year gives its first; None where there is none."""
    text = (value or "")[:10]
    try:
        return dt.date.fromisoformat(
            f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10] if len(text) == 7 else text
        )
    except ValueError:
        return None


def codebook() -> list[dict[str, str]]:
    """A row for each column, and below it a row for each value that it may have."""
    found = []
    for table, some in columns().items():
        for column in some:
            head = {"table": table, "column": column.name}
            found.append({**head, "kind": column.kind, "label": column.label, "value": "", "meaning": ""})
            for value, meaning in meanings(column).items():
                found.append({**head, "kind": "value", "label": "", "value": value, "meaning": meaning})
    return found
