"""CSV: one flat row a mention. Lists are joined by "; ". Safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO

from dragoman.exports.flat import ROLE_COLUMNS, flat_row
from dragoman.records import EventMention

# Spreadsheets run a cell that begins so as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write a header and one row a mention as UTF-8 and return the number of rows."""
    return write_rows((flat_row(mention) for mention in mentions), COLUMNS, stream)


def write_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: BinaryIO) -> int:
    """Write rows given by column name under a header and return their number; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        count += 1
        writer.writerow([_without_returns(cell(row.get(column))) for column in columns])
        stream.write(text.getvalue().encode("utf-8"))
        text.seek(0)
        text.truncate()
    stream.write(text.getvalue().encode("utf-8"))
    return count


def _without_returns(value: object) -> object:
    """Line feeds for carriage returns, which csv leaves unquoted, so that they would end the row for readers."""
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


def cell(value: object) -> object:
    """A value as a spreadsheet may read it: lists joined, truth values in small letters, no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


COLUMNS = (
    *("id", "type", "status", "polarity", "certainty", "tense"),
    *("date_start", "date_end", "date_precision", "date_text"),
    *("venue", "venue_country", "venue_lat", "venue_lon", "venue_status", "track", "issues"),
    *ROLE_COLUMNS,
    *("exclusion_modes", "participants", "said_by", "speech_mode", "background"),
    *(
        "unit_level",
        "format",
        "disclosure",
        "third_party_involvement",
        "strategy",
        "outcome",
        "agreement_class",
        "form",
    ),
    *(
        "ceasefire_class",
        "ceasefire_purpose",
        "ceasefire_second_purpose",
        "ceasefire_declaration_type",
        "ceasefire_scope",
    ),
    *("plover_event", "plover_mode", "plover_context", "cameo"),
    *("evidence", "evidence_start", "evidence_end", "trigger", "trigger_start", "trigger_end"),
    *("document_id", "title", "outlet", "published", "url", "path"),
    *("confidence", "rule", "coder_version", "model", "lexicon"),
)
"""Columns of a table of mentions, in their order."""
