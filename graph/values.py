"""The graph as a plain value: nodes, edges, and tables of answers.

Everything that draws, stores or exports a graph takes a `Graph`; nothing here knows a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Properties = Mapping[str, Any]


@dataclass(frozen=True)
class Node:
    """One thing of the world or of a notice. `id` is unique over all labels (see graph.ids)."""

    label: str
    id: str
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """One claim: `source` -[type]-> `target`, both node ids. At most one edge per (source, type, target)."""

    type: str
    source: str
    target: str
    properties: Properties = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.source, self.type, self.target)


@dataclass
class Graph:
    """A set of nodes and edges; adding the same node or edge again keeps one and fills missing properties. `cut` says
    that a row limit ended the answer that it was collected from."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    cut: bool = False

    def add_node(self, node: Node) -> Node:
        """Add `node`, or merge it into the one that has its id (the first value of a property stays)."""
        known = self.nodes.get(node.id)
        if known is not None:
            node = Node(known.label, known.id, {**node.properties, **known.properties})
        self.nodes[node.id] = node
        return node

    def add_edge(self, edge: Edge) -> Edge:
        """Add `edge`, or merge it into the one with its key (the first value of a property stays)."""
        known = self.edges.get(edge.key)
        if known is not None:
            edge = Edge(known.type, known.source, known.target, {**edge.properties, **known.properties})
        self.edges[edge.key] = edge
        return edge

    def update(self, other: Graph) -> None:
        """Add everything of `other`."""
        for node in other.nodes.values():
            self.add_node(node)
        for edge in other.edges.values():
            self.add_edge(edge)

    def of_label(self, label: str) -> Iterator[Node]:
        return (node for node in self.nodes.values() if node.label == label)

    def of_type(self, type_: str) -> Iterator[Edge]:
        return (edge for edge in self.edges.values() if edge.type == type_)

    def __len__(self) -> int:
        return len(self.nodes)


@dataclass(frozen=True)
class Table:
    """An answer in rows. `cut` says that a row limit ended it before the last row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False

    def records(self) -> Iterator[dict[str, Any]]:
        """Each row as a dict from column to value."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    @classmethod
    def of(cls, columns: Iterable[str], rows: Iterable[Iterable[Any]], *, cut: bool = False) -> Table:
        return cls(tuple(columns), tuple(tuple(row) for row in rows), cut)
