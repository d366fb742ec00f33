"""Networks for export: nodes and edges with plain attributes, made of the two-mode network of measures."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exports.content import Content
from dragoman.exports.exporter import Part, rows_writer
from dragoman.exports.gexf import write_gexf
from dragoman.exports.graphml import write_graphml
from dragoman.exports.xml_text import Attributes, Graph
from dragoman.measures.network import TwoMode, projection, two_mode

ENDINGS = (".graphml", ".gexf", "")


def network_of(content: Content) -> TwoMode:
    """The two-mode network of the content's held meetings and texts."""
    return two_mode(content.events, [p for e in content.events for p in content.people(e.id)])


def two_mode_graph(content: Content) -> Graph:
    """Actors and events as nodes, an edge for each actor present at an event.

    An edge's `role` is the actor's roles there, joined by "|"; `newman` is 1 / (n - 1) with n actors present, 0
    where one was alone: summed over common events it gives the weights of the projection. `weight` is 1.
    """
    net = network_of(content)
    nodes = [_actor(net, key) | {"mode": "actor"} for key in net.actors]
    edges: list[Attributes] = []
    for row, event in enumerate(net.events):
        nodes.append(
            {
                "id": event.id,
                "label": " ".join(filter(None, [(event.type or "event").replace("_", " "), event.venue, event.start])),
                "mode": "event",
                "event_type": event.type or "",
                "status": event.status,
                "start": event.start or "",
                "end": event.end or "",
                "venue": event.venue or "",
                "venue_country": event.venue_country or "",
                "conflict": event.conflict or "",
                "track": content.track_name(event.track_id) or "",
                "n_roots": event.n_roots,
            }
        )
        size = int(net.present[row].sum())
        for column, key in enumerate(net.actors):
            if net.present[row, column]:
                edges.append(
                    {
                        "source": key,
                        "target": event.id,
                        "role": "|".join(net.roles[event.id, key]),
                        "weight": 1.0,
                        "newman": 1.0 / (size - 1) if size > 1 else 0.0,
                    }
                )
    return Graph(nodes=nodes, edges=edges)


def projected_graph(content: Content) -> Graph:
    """Actors as nodes, an edge where two were present at one event, weighted by Newman's 1 / (n - 1).

    `events` is the number of common events.
    """
    net = network_of(content)
    ties, common = projection(net.present), net.present.T @ net.present
    nodes = [_actor(net, key) | {"n_events": int(common[i, i])} for i, key in enumerate(net.actors)]
    edges: list[Attributes] = [
        {"source": a, "target": b, "weight": float(ties[i, j]), "events": int(common[i, j])}
        for i, a in enumerate(net.actors)
        for j, b in enumerate(net.actors)
        if i < j and ties[i, j] > 0
    ]
    return Graph(nodes=nodes, edges=edges)


def _actor(net: TwoMode, key: str) -> Attributes:
    return {
        "id": key,
        "label": net.names[key],
        "actor_type": net.kinds.get(key, ""),
        "country": net.countries.get(key, ""),
    }


def graph_parts(graph: Graph, ending: str) -> Sequence[Part]:
    """A graph as GraphML, GEXF, or a folder with nodes.csv and edges.csv."""
    if ending == ".graphml":
        return [Part(write=lambda stream: write_graphml(graph, stream))]
    if ending == ".gexf":
        return [Part(write=lambda stream: write_gexf(graph, stream))]
    tables = (("nodes.csv", graph.nodes), ("edges.csv", graph.edges))
    return [Part(name=name, write=rows_writer(rows, _columns(rows))) for name, rows in tables]


def _columns(rows: Sequence[Attributes]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))
