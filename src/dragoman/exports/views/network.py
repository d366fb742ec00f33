"""The two-mode network of actors and held events, with roles on its edges (codebook section 5)."""

from __future__ import annotations

from dragoman.exports.exporter import Exporter
from dragoman.exports.graph import ENDINGS, graph_parts, two_mode_graph

EXPORTER = Exporter(
    name="network",
    summary="actors and held events as a two-mode network, roles on the edges (Gephi, networkx, igraph)",
    endings=ENDINGS,
    parts=lambda content, ending: graph_parts(two_mode_graph(content), ending),
)
