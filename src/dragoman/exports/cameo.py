"""CAMEO event data as PETRARCH writes it: one line a source and target pair, separated by tabs, no header.

Columns: date (YYYYMMDD, the event's, else that of publication), source code, target code, CAMEO code,
sentence, address or path, mention id. Mentions without a CAMEO code or without a pair give no line. Negated
mentions give none either, since CAMEO cannot say that something did not happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.exports.dyads import pairs
from dragoman.records import EventMention, Participant


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write the lines as UTF-8 and return their number."""
    count = 0
    for mention in mentions:
        for line in lines(mention):
            stream.write(line.encode("utf-8"))
            count += 1
    return count


def lines(mention: EventMention) -> Iterator[str]:
    """The lines of one mention."""
    if not mention.cameo or mention.polarity == "negated":
        return
    day = ((mention.date.start if mention.date else None) or mention.document.published or "")[:10]
    where = mention.document.url or mention.document.path or mention.document.id
    for source, target in pairs(mention):
        what = (mention.cameo, mention.evidence.text, where, mention.id)
        cells = (day.replace("-", ""), code(source), code(target), *what)
        yield "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


def code(participant: Participant) -> str:
    """Country and sector as one code ("RUSGOV"); "---", as PETRARCH writes it, where neither is known."""
    return f"{participant.country or ''}{participant.sector or ''}" or "---"
