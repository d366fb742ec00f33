"""PLOVER as JSON lines, one line an event of the record (codebook section 5).

As `dragoman code --format plover`, with the record's values: mentions of one event are one line, roots are
counted, and `x_mediation` also bears factuality, number of roots and the days of the first report.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, single
from dragoman.exports.joined import as_mention
from dragoman.exports.plover import to_plover


def write(content: Content, stream: BinaryIO) -> int:
    """Write one object an event and return their number; events of every status, which each line tells."""
    encoder = msgspec.json.Encoder()
    count = 0
    for event in content.events:
        mention = as_mention(event, content)
        if mention is None:
            continue
        line = to_plover(mention)
        line["x_mediation"] |= {
            "factuality": event.factuality,
            "observed_first_at": event.observed_first_at,
            "n_mentions": event.n_mentions,
            "n_roots": event.n_roots,
            "agg_rule": event.agg_rule,
            "disagreement_score": event.disagreement_score,
        }
        stream.write(encoder.encode(line) + b"\n")
        count += 1
    return count


EXPORTER = Exporter(
    name="plover",
    summary="PLOVER events as JSON lines, with an extension for mediation",
    endings=(".jsonl", ".json"),
    parts=single(write),
)
