"""A graph as two passes, over its nodes and over its edges: a value, or a store (graph.store.Store) too large to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from graph.schema import EDGE_TYPES, NODE_TYPES, Property
from graph.validate import is_absent
from graph.values import Edge, Graph, Node


class Stream(Protocol):
    """What a writer reads; each pass may be asked for once."""

    def nodes(self) -> Iterator[Node]: ...

    def edges(self) -> Iterator[Edge]: ...


@dataclass(frozen=True)
class GraphStream:
    """A graph value."""

    graph: Graph

    def nodes(self) -> Iterator[Node]:
        return iter(self.graph.nodes.values())

    def edges(self) -> Iterator[Edge]:
        return iter(self.graph.edges.values())


@dataclass
class Counts:
    """How much a writer has written."""

    nodes: int = 0
    edges: int = 0


def node_fields() -> dict[str, Property]:
    """Every property that a node of some label has, by name, in the order of the schema."""
    return _fields(prop for node_type in NODE_TYPES for prop in node_type.properties)


def edge_fields() -> dict[str, Property]:
    """Every property that an edge of some type has, by name."""
    return _fields(prop for edge_type in EDGE_TYPES for prop in edge_type.properties)


def _fields(properties: Iterator[Property]) -> dict[str, Property]:
    found: dict[str, Property] = {}
    for prop in properties:
        found.setdefault(prop.name, prop)
    return found


def present(properties: Any, fields: dict[str, Property]) -> Iterator[tuple[Property, Any]]:
    """The declared properties that have a value."""
    return ((field, properties[name]) for name, field in fields.items() if not is_absent(properties.get(name)))


def caption(node: Node) -> str:
    """The text by which a person knows the node."""
    declared = next(node_type for node_type in NODE_TYPES if node_type.label == node.label)
    return str(node.properties.get(declared.caption) or node.id)
