"""JSON lines: every field of an event mention, one object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from dragoman.records import EventMention

if TYPE_CHECKING:
    from dragoman.coder import CodedDocument


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write one JSON object a line as UTF-8 and return the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for mention in mentions:
        count += 1
        stream.write(encoder.encode(mention) + b"\n")
    return count


def write_documents(
    coded: Iterable[CodedDocument], stream: BinaryIO, *, text: bool = False, characterisations: bool = False
) -> int:
    """Write the mentions of each document, and beside them what is wanted; returns the number of mentions.

    Args:
        text: before them one line `{"document_text": ..., "document": {"id": ...}}` with the text that all offsets refer to.
        characterisations: behind them one line `{"characterisation": {...}}` for each, so that none is taken for a mention.
    """
    encoder = msgspec.json.Encoder()
    count = 0
    for one in coded:
        if text:
            head = {"document_text": one.document.text, "document": {"id": one.document.id}}
            stream.write(encoder.encode(head) + b"\n")
        count += write(one.events, stream)
        for judgement in one.characterisations if characterisations else ():
            stream.write(encoder.encode({"characterisation": judgement}) + b"\n")
    return count
