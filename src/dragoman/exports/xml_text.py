"""What the writers of networks share: the graph, and text and numbers as XML may hold them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import BinaryIO

import msgspec

Attributes = dict[str, str | int | float]

# XML 1.0 cannot hold these even as references (section 2.2 of the recommendation).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """An undirected graph: nodes with `id` and `label`, edges with `source`, `target` and `weight`, and others.

    An attribute has the same kind of value (text, whole number, number) wherever it occurs.
    """

    nodes: list[Attributes]
    edges: list[Attributes]


def text(value: str | int | float) -> str:
    """A value as XML text; characters that XML cannot hold become spaces."""
    return _FORBIDDEN.sub(" ", value) if isinstance(value, str) else repr(value)


def kinds(rows: list[Attributes], leave_out: tuple[str, ...]) -> dict[str, type]:
    """Attribute name to kind of value, in order of first use."""
    return {name: type(value) for row in rows for name, value in row.items() if name not in leave_out}


def write_tree(root: ET.Element, stream: BinaryIO) -> None:
    """Write an XML document, indented, as UTF-8."""
    ET.indent(root, space=" ")
    stream.write(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
