"""For notebooks that use py2neo, whose last release was in 2021: graph values to its Subgraph and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph.rows import stored
from graph.schema import KEY
from graph.servers import Role, find_server
from graph.values import Edge, Graph, Node

if TYPE_CHECKING:
    import py2neo


@contextmanager
def open_py2neo(role: Role = "reader") -> Iterator[py2neo.Graph]:
    """The store's server as a py2neo Graph. Its own writes bypass the checks of graph.store."""
    import py2neo

    with find_server(role).reach() as address:
        yield py2neo.Graph(address.uri, auth=(address.username, address.password), name=address.database)


def to_subgraph(graph: Graph) -> py2neo.Subgraph:
    """`graph` as a Subgraph that `py2neo.Graph.merge` takes: each node has its label and key as its own."""
    import py2neo

    nodes = {
        id_: _bound(py2neo.Node(node.label, **{**stored(node.properties), KEY: id_}))
        for id_, node in graph.nodes.items()
    }
    relationships = [
        py2neo.Relationship(nodes[edge.source], edge.type, nodes[edge.target], **stored(edge.properties))
        for edge in graph.edges.values()
    ]
    return py2neo.Subgraph(nodes.values(), relationships)


def from_subgraph(subgraph: py2neo.Subgraph) -> Graph:
    """The graph value of a Subgraph made by `to_subgraph` or read from the store."""
    graph = Graph()
    for node in subgraph.nodes:
        properties = {key: value for key, value in node.items() if key != KEY}
        graph.add_node(Node(min(node.labels, default=""), node[KEY], properties))
    for relationship in subgraph.relationships:
        source, target = relationship.nodes
        graph.add_edge(Edge(type(relationship).__name__, source[KEY], target[KEY], dict(relationship.items())))
    return graph


def _bound(node: Any) -> Any:
    node.__primarylabel__, node.__primarykey__ = min(node.labels), KEY
    return node
