"""What the driver returns, as the plain values of graph.values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.driver import Node as DriverNode
from graph.driver import Path, Relationship
from graph.schema import KEY
from graph.values import Edge, Graph, Node

_PLAIN = {bool, float, int, str, type(None)}
"""Most cells, which are told first."""


def plain(value: Any) -> Any:
    """A cell of a table: nodes and relationships become Node and Edge, temporal values ISO text."""
    if type(value) in _PLAIN:
        return value
    if type(value) is list:
        return plain_row(value)
    if isinstance(value, DriverNode):
        return read_node(value)
    if isinstance(value, Relationship):
        return read_edge(value)
    if isinstance(value, Path):
        return [plain(item) for item in _path_items(value)]
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value


def plain_row(cells: Iterable[Any]) -> list[Any]:
    """`plain` of each; a call for each string would be most of the work."""
    return [cell if type(cell) in _PLAIN else plain(cell) for cell in cells]


def read_node(node: DriverNode) -> Node:
    """A node of another application (py2neo, a browser) may lack a label or the key; it keeps the server's id."""
    label = min(node.labels, default="")
    properties = {key: plain(value) for key, value in node.items() if key != KEY}
    return Node(label, str(node.get(KEY, node.element_id)), properties)


def read_edge(relationship: Relationship, ids: Mapping[str, str] | None = None) -> Edge:
    """`ids` gives the node ids of ends that the answer itself does not hold."""
    ends = [_end_id(node, ids or {}) for node in relationship.nodes]
    return Edge(relationship.type, ends[0], ends[1], {key: plain(value) for key, value in relationship.items()})


def collect(values: list[Any], missing: Any) -> Graph:
    """All nodes and relationships anywhere in `values`. `missing` fetches nodes by a list of element ids:
    a relationship returned alone names its ends only by those."""
    nodes: dict[str, DriverNode] = {}
    relationships: dict[str, Relationship] = {}
    for item in _graph_items(values):
        if isinstance(item, DriverNode):
            nodes[item.element_id] = item
        else:
            relationships[item.element_id] = item
    ends = {end.element_id for relationship in relationships.values() for end in relationship.nodes if end is not None}
    if unknown := sorted(ends - nodes.keys()):
        nodes.update((node.element_id, node) for node in missing(unknown))
    return _graph(nodes, relationships)


def _graph(nodes: Mapping[str, DriverNode], relationships: Mapping[str, Relationship]) -> Graph:
    graph = Graph()
    ids = {element: graph.add_node(read_node(node)).id for element, node in nodes.items()}
    for relationship in relationships.values():
        graph.add_edge(read_edge(relationship, ids))
    return graph


def _end_id(node: DriverNode | None, ids: Mapping[str, str]) -> str:
    if node is None:
        return ""
    return ids.get(node.element_id) or str(node.get(KEY, node.element_id))


def _graph_items(value: Any) -> Iterator[DriverNode | Relationship]:
    if isinstance(value, (DriverNode, Relationship)):
        yield value
    elif isinstance(value, Path):
        yield from _path_items(value)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _graph_items(item)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _graph_items(item)


def _path_items(path: Path) -> Iterator[DriverNode | Relationship]:
    yield path.nodes[0]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        yield relationship
        yield node
