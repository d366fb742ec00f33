"""The network of actors who were at one table, weighted by Newman's 1 / (n - 1) (codebook section 5)."""

from __future__ import annotations

from dragoman.exports.exporter import Exporter
from dragoman.exports.graph import ENDINGS, graph_parts, projected_graph

EXPORTER = Exporter(
    name="projection",
    summary="who sat with whom: the network projected on actors, with Newman's weights",
    endings=ENDINGS,
    parts=lambda content, ending: graph_parts(projected_graph(content), ending),
)
