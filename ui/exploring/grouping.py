"""Fewer nodes from more: what belongs to one notice, domain or region drawn as one node. Pure."""

from __future__ import annotations

from graph.schema import OWNER
from graph.values import Edge, Graph, Node
from ui.exploring.filters import TASK_DOMAINS
from ui.exploring.state import Group

COUNT = "merged"
"""The property of a node or an edge that says how many it stands for, where it stands for more than itself."""

_HOMES = {"domain": "domain:", "region": "region:"}


def grouped(graph: Graph, by: Group, domains: TASK_DOMAINS) -> Graph:
    """`graph` with every node that has a home of the kind `by` drawn into it. Relationships of one type between the
    same two nodes become one; those inside a home are not drawn."""
    if not by:
        return graph
    home = _homes(graph, by, domains)
    merged: dict[str, int] = {}
    for id_ in home:
        merged[home[id_]] = merged.get(home[id_], 0) + 1
    nodes = {
        id_: Node(node.label, id_, {**node.properties, COUNT: merged[id_]}) if id_ in merged else node
        for id_, node in graph.nodes.items()
        if id_ not in home
    }
    return Graph(nodes, _edges(graph, home), graph.cut)


def _homes(graph: Graph, by: Group, domains: TASK_DOMAINS) -> dict[str, str]:
    """The node that each node is drawn into, where that is in the graph."""
    if by == "region":
        pairs = {edge.source: edge.target for edge in graph.of_type("OF_REGION")}
    elif by == "document":
        pairs = {id_: str(node.properties[OWNER]) for id_, node in graph.nodes.items() if OWNER in node.properties}
    else:
        pairs = {id_: _HOMES["domain"] + key for id_, node in graph.nodes.items() if (key := _domain(node, domains))}
    return {id_: home for id_, home in pairs.items() if home in graph.nodes and home != id_}


def _domain(node: Node, domains: TASK_DOMAINS) -> str:
    """The first domain of a task, or of the task of an obligation."""
    task = node.id if node.label == "Task" else str(node.properties.get("task", ""))
    return min(domains.get(task, ()), default="") if node.label in ("Task", "Obligation") else ""


def _edges(graph: Graph, home: dict[str, str]) -> dict[tuple[str, str, str], Edge]:
    edges: dict[tuple[str, str, str], Edge] = {}
    counts: dict[tuple[str, str, str], int] = {}
    for edge in graph.edges.values():
        drawn = Edge(edge.type, home.get(edge.source, edge.source), home.get(edge.target, edge.target), edge.properties)
        if drawn.source != drawn.target:
            counts[drawn.key] = counts.get(drawn.key, 0) + 1
            edges.setdefault(drawn.key, drawn)
    return {
        key: edge if counts[key] == 1 else Edge(edge.type, edge.source, edge.target, {COUNT: counts[key]})
        for key, edge in edges.items()
    }
