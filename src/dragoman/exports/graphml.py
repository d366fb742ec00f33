"""GraphML (Brandes et al. 2002, graphml.graphdrawing.org): read by networkx, igraph, yEd, Gephi."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import BinaryIO

from dragoman.exports.xml_text import Attributes, Graph, kinds, text, write_tree

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KIND = {str: "string", int: "long", float: "double"}


def write_graphml(graph: Graph, stream: BinaryIO) -> int:
    """Write an undirected graph and return the number of edges."""
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    keys: dict[tuple[str, str], str] = {}
    for domain, rows, own in (("node", graph.nodes, ("id",)), ("edge", graph.edges, ("source", "target"))):
        for name, kind in kinds(rows, own).items():
            keys[domain, name] = f"d{len(keys)}"
            fields = {"id": keys[domain, name], "for": domain, "attr.name": name, "attr.type": _KIND[kind]}
            ET.SubElement(root, "key", fields)
    inside = ET.SubElement(root, "graph", {"edgedefault": "undirected"})
    for node in graph.nodes:
        _data(ET.SubElement(inside, "node", {"id": text(node["id"])}), node, "node", keys)
    for edge in graph.edges:
        ends = {"source": text(edge["source"]), "target": text(edge["target"])}
        _data(ET.SubElement(inside, "edge", ends), edge, "edge", keys)
    write_tree(root, stream)
    return len(graph.edges)


def _data(element: ET.Element, row: Attributes, domain: str, keys: dict[tuple[str, str], str]) -> None:
    for name, value in row.items():
        if (domain, name) in keys:
            ET.SubElement(element, "data", {"key": keys[domain, name]}).text = text(value)
