"""GEXF 1.2 (gexf.net): read by Gephi and networkx."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import BinaryIO

from dragoman.exports.xml_text import Attributes, Graph, kinds, text, write_tree

_NAMESPACE = "http://www.gexf.net/1.2draft"
_KIND = {str: "string", int: "long", float: "double"}
_OWN_NODE, _OWN_EDGE = ("id", "label"), ("source", "target", "weight")


def write_gexf(graph: Graph, stream: BinaryIO) -> int:
    """Write an undirected graph and return the number of edges."""
    root = ET.Element("gexf", {"xmlns": _NAMESPACE, "version": "1.2"})
    inside = ET.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    node_keys = _declare(inside, "node", graph.nodes, _OWN_NODE)
    edge_keys = _declare(inside, "edge", graph.edges, _OWN_EDGE)
    nodes, edges = ET.SubElement(inside, "nodes"), ET.SubElement(inside, "edges")
    for node in graph.nodes:
        _values(ET.SubElement(nodes, "node", {name: text(node[name]) for name in _OWN_NODE}), node, node_keys)
    for number, edge in enumerate(graph.edges):
        fields = {"id": str(number), **{name: text(edge[name]) for name in _OWN_EDGE}}
        _values(ET.SubElement(edges, "edge", fields), edge, edge_keys)
    write_tree(root, stream)
    return len(graph.edges)


def _declare(inside: ET.Element, domain: str, rows: list[Attributes], own: tuple[str, ...]) -> dict[str, str]:
    keys: dict[str, str] = {}
    declared = ET.SubElement(inside, "attributes", {"class": domain, "mode": "static"})
    for number, (name, kind) in enumerate(kinds(rows, own).items()):
        keys[name] = str(number)
        ET.SubElement(declared, "attribute", {"id": keys[name], "title": name, "type": _KIND[kind]})
    return keys


def _values(element: ET.Element, row: Attributes, keys: dict[str, str]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in row.items():
        if name in keys:
            ET.SubElement(values, "attvalue", {"for": keys[name], "value": text(value)})
