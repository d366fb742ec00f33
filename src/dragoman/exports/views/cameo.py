"""CAMEO event data as PETRARCH writes it, one line a source and target pair of each event of the record.

As `dragoman code --format cameo`, with the record's values. CAMEO cannot say that something did not happen, so
events that were called off, did not take place, are denied or contested, refuted or told as counterfactual
give no line; meetings still to come do, under the code of their announcement.
"""

from __future__ import annotations

from typing import BinaryIO

from dragoman.exports.cameo import lines
from dragoman.exports.content import Content
from dragoman.exports.exporter import Exporter, single
from dragoman.exports.joined import as_mention
from dragoman.linking.vocabulary import vocabulary


def write(content: Content, stream: BinaryIO) -> int:
    """Write the lines and return their number."""
    silent = vocabulary().not_held | {"contested"}
    count = 0
    for event in content.events:
        if event.status in silent or event.factuality in ("refuted", "counterfactual", "disputed"):
            continue
        mention = as_mention(event, content)
        for line in lines(mention) if mention else ():
            stream.write(line.encode("utf-8"))
            count += 1
    return count


EXPORTER = Exporter(
    name="cameo",
    summary="CAMEO dyads as PETRARCH writes them, separated by tabs",
    endings=(".tsv", ".txt"),
    parts=single(write),
)
