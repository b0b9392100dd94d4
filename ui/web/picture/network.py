"""A `Graph` value to the pyvis network that draws it, and to the plain data that our script takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.schema import NODE_TYPES, NODES
from graph.values import Edge, Graph, Node
from ui.web.picture.caption import caption, tooltip, wrap
from ui.web.picture.ranks import ranks
from ui.web.picture.styles import edge_style, options, vis_shape
from ui.wording import Language, edge_name, label_name, role

if TYPE_CHECKING:
    from pyvis.network import Network


def network(graph: Graph, language: Language = "zh") -> Network:
    """The pyvis network of `graph`. Edges whose ends are not both in the graph are left out."""
    from pyvis.network import Network

    drawn = Network(directed=True, cdn_resources="in_line")
    drawn.options = options("light")
    rows = ranks(graph)
    for node in graph.nodes.values():
        _add_node(drawn, node, rows[node.id], language)
    for edge in graph.edges.values():
        if edge.source in graph.nodes and edge.target in graph.nodes:
            _add_edge(drawn, edge, language)
    return drawn


def payload(graph: Graph, language: Language = "zh") -> dict[str, Any]:
    """What goes to the browser: nodes, edges, the options of both themes and the legend. An edge is sent as the places
    of its ends among `nodes` and of what it looks like among `kinds`: spelled out, edges are most of a large picture."""
    drawn = network(graph, language)
    kinds, edges = _packed(drawn)
    return {
        "nodes": drawn.nodes,
        "edges": edges,
        "kinds": kinds,
        "options": {"light": drawn.options, "dark": options("dark")},
        "legend": legend(graph, language),
    }


def legend(graph: Graph, language: Language = "zh") -> list[dict[str, Any]]:
    """One entry for each label that occurs, in the schema's order, with its count."""
    counts: dict[str, int] = {}
    for node in graph.nodes.values():
        counts[node.label] = counts.get(node.label, 0) + 1
    return [
        {
            "label": node_type.label,
            "name": label_name(node_type.label, language),
            "shape": node_type.shape,
            "count": counts[node_type.label],
        }
        for node_type in NODE_TYPES
        if node_type.label in counts
    ]


def _packed(drawn: Network) -> tuple[list[dict[str, Any]], list[tuple[int, int, int]]]:
    places = {node["id"]: place for place, node in enumerate(drawn.nodes)}
    kinds: list[dict[str, Any]] = []
    edges = []
    for edge in drawn.edges:
        kind = {"type": edge["id"].split("\t")[1]}
        kind |= {name: value for name, value in edge.items() if name not in ("id", "from", "to", "arrows")}
        if kind not in kinds:
            kinds.append(kind)
        edges.append((places[edge["from"]], places[edge["to"]], kinds.index(kind)))
    return kinds, edges


def _add_node(drawn: Network, node: Node, rank: int, language: Language) -> None:
    whole = caption(node)
    drawn.add_node(
        node.id,
        label=wrap(whole),
        shape=vis_shape(NODES.get(node.label)),
        group=node.label,
        title=tooltip(node, language),
        name=f"{label_name(node.label, language)} {whole}",
        rank=rank,
    )


def _add_edge(drawn: Network, edge: Edge, language: Language) -> None:
    said = [edge_name(edge.type, language)]
    if edge.properties.get("role") and edge.type == "BEARS":
        said.append(role(str(edge.properties["role"]), language))
    drawn.add_edge(edge.source, edge.target, id="\t".join(edge.key), title=" · ".join(said), **edge_style(edge.type))
