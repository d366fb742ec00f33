"""PLOVER as JSON lines, one line an event of the record (codebook section 5), or as one JSON list in a file that ends in .json.

As `dragoman code --format plover`, with the record's values: mentions of one event are one line, roots are
counted, and `x_mediation` also bears factuality, number of roots and the days of the first report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, Part
from dragoman.exports.joined import as_mention
from dragoman.exports.plover import to_plover


def write(content: Content, stream: BinaryIO) -> int:
    """Write one object an event and return their number; events of every status, which each line tells."""
    encoder = msgspec.json.Encoder()
    count = 0
    for row in _rows(content):
        stream.write(encoder.encode(row) + b"\n")
        count += 1
    return count


def write_list(content: Content, stream: BinaryIO) -> int:
    """Write the same objects as one JSON list, an object a line, and return their number."""
    encoder = msgspec.json.Encoder()
    count = 0
    for row in _rows(content):
        stream.write((b",\n" if count else b"[\n") + encoder.encode(row))
        count += 1
    stream.write(b"\n]\n" if count else b"[]\n")
    return count


def _rows(content: Content) -> Iterator[dict[str, Any]]:
    for event in content.events:
        mention = as_mention(event, content)
        if mention is None:
            continue
        row = to_plover(mention)
        row["x_mediation"] |= {
            "factuality": event.factuality,
            "observed_first_at": event.observed_first_at,
            "n_mentions": event.n_mentions,
            "n_roots": event.n_roots,
            "agg_rule": event.agg_rule,
            "disagreement_score": event.disagreement_score,
        }
        yield row


def _parts(content: Content, ending: str) -> Sequence[Part]:
    writer = write_list if ending == ".json" else write
    return [Part(write=lambda stream: writer(content, stream))]


EXPORTER = Exporter(
    name="plover",
    summary="PLOVER events as JSON lines, or a JSON list in .json, with an extension for mediation",
    endings=(".jsonl", ".json"),
    parts=_parts,
)
