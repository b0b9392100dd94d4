"""For notebooks that use py2neo, whose last release was in 2021: graph values to its Subgraph and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph.rows import stored
from graph.schema import EDGE_TYPES, KEY, NODES
from graph.servers import Role, find_server
from graph.values import Edge, Graph, Node

if TYPE_CHECKING:
    import py2neo
    from py2neo.ogm import Model

OGM_LABELS = ("Agency", "Task", "Obligation", "Document", "Channel", "PolicyDomain", "InformationType")


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


def ogm() -> dict[str, type[Model]]:
    """One py2neo OGM class for each of OGM_LABELS, made from the schema: its properties by their names, its edges by
    their types in lower case; the edges that lead to it have the label they come from in front.

    `agency.leads` are Tasks, `task.agency_leads` the Agencies that lead it. For reading: what a notebook pushes bypasses
    the checks of graph.store."""
    from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo

    for label in OGM_LABELS:
        fields: dict[str, Any] = {prop.name: Property() for prop in NODES[label].properties}
        for type_, source, target in _pairs():
            if source == label:
                fields[type_.lower()] = RelatedTo(f"{__name__}.{target}", type_)
            if target == label:
                fields[f"{source}_{type_}".lower()] = RelatedFrom(f"{__name__}.{source}", type_)
        keyed = {KEY: Property(), "__primarylabel__": label, "__primarykey__": KEY, "__module__": __name__}
        # py2neo looks for the class at the other end of an edge by its dotted name, here.
        globals().setdefault(label, type(label, (Model,), {**fields, **keyed}))
    return {label: globals()[label] for label in OGM_LABELS}


def _pairs() -> Iterator[tuple[str, str, str]]:
    """Type, source and target label of each kind of edge between OGM_LABELS."""
    for edge_type in EDGE_TYPES:
        yield from ((edge_type.type, *pair) for pair in edge_type.ends if set(pair) <= set(OGM_LABELS))


def _bound(node: Any) -> Any:
    node.__primarylabel__, node.__primarykey__ = min(node.labels), KEY
    return node
