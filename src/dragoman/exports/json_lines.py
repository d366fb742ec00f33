"""JSON lines: every field of an event mention, one object a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from dragoman.records import Document, EventMention


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write one JSON object a line as UTF-8 and return the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for mention in mentions:
        count += 1
        stream.write(encoder.encode(mention) + b"\n")
    return count


def write_with_text(coded: Iterable[tuple[Document, list[EventMention]]], stream: BinaryIO) -> int:
    """Write for each document a line with its text, which all offsets refer to, then its mentions' lines.

    Returns the number of mentions.
    """
    encoder = msgspec.json.Encoder()
    count = 0
    for document, mentions in coded:
        head = {"document_text": document.text, "document": {"id": document.id}}
        stream.write(encoder.encode(head) + b"\n")
        count += write(mentions, stream)
    return count
