"""Whole notices gathered for one transaction, bounded in rows and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.cypher import DERIVED_TYPES, DERIVING_LABELS, DOCUMENT, ISSUED_BY
from graph.schema import NODES, OWNER
from graph.validate import is_absent
from graph.values import Edge, Graph, Node

ROWS = 40_000
"""A transaction holds at most so many nodes and edges; one larger notice goes alone."""
BYTES = 32_000_000
"""Its text is at most about this size."""

_ROW_BYTES = 200
_Stated = dict[str, set[tuple[str, str, str]]]


@dataclass
class Batch:
    """Notices that are stored together. `graph` holds each shared node and edge once, as storing one notice after the
    other would leave it."""

    parts: dict[str, Graph] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)
    size: int = 0
    _stated: _Stated = field(default_factory=dict)

    def take(self, document: str, part: Graph) -> bool:
        """Take in the graph of one document; False, and nothing changes, where it has no room or contradicts a notice
        that is in already: of two that disagree, the one stored last is right."""
        size, stated = _bytes(part), _stated(part)
        if self.parts and not (document not in self.parts and self._has_room(part, size) and self._agrees(stated)):
            return False
        for node in part.nodes.values():
            self._add_node(node, own=node.id == document)
        for edge in part.edges.values():
            self._add_edge(edge)
        self.parts[document] = part
        self.size += size
        self._stated.update(stated)
        return True

    def _has_room(self, part: Graph, size: int) -> bool:
        rows = len(self.graph.nodes) + len(self.graph.edges) + len(part.nodes) + len(part.edges)
        return rows <= ROWS and self.size + size <= BYTES

    def _agrees(self, stated: _Stated) -> bool:
        return all(self._stated.get(id_, keys) == keys for id_, keys in stated.items())

    def _add_node(self, node: Node, *, own: bool) -> None:
        known = self.graph.nodes.get(node.id)
        if known is None or own:
            self.graph.nodes[node.id] = node
        elif node.id not in self.parts and known.properties != node.properties:
            present = {key: value for key, value in node.properties.items() if not is_absent(value)}
            self.graph.nodes[node.id] = Node(node.label, node.id, {**known.properties, **present})

    def _add_edge(self, edge: Edge) -> None:
        known = self.graph.edges.get(edge.key)
        if known is None or edge.properties.get(OWNER):
            self.graph.edges[edge.key] = edge
        elif known.properties != edge.properties and not known.properties.get(OWNER):
            properties = {**known.properties, **edge.properties}
            self.graph.edges[edge.key] = Edge(edge.type, edge.source, edge.target, properties)


def gather_batches(parts: Iterable[tuple[str, Graph]]) -> Iterator[Batch]:
    """The notices in order, as many together as fit."""
    batch = Batch()
    for document, part in parts:
        if not batch.take(document, part):
            yield batch
            batch = Batch()
            batch.take(document, part)
    if batch.parts:
        yield batch


def _stated(part: Graph) -> _Stated:
    """What `part` states of each node that it shares with others, and that another may state differently: the edges that
    follow from its name, and the issuer of a document that is only cited."""
    said: _Stated = {
        node.id: set() for node in part.nodes.values() if node.label in DERIVING_LABELS or node.label == DOCUMENT
    }
    for edge in part.edges.values():
        if edge.type in DERIVED_TYPES or (edge.type == ISSUED_BY and not edge.properties.get(OWNER)):
            said[edge.source].add(edge.key)
    return said


def _bytes(part: Graph) -> int:
    texts = (value for node in part.nodes.values() if NODES[node.label].owned for value in node.properties.values())
    rows = len(part.nodes) + len(part.edges)
    return _ROW_BYTES * rows + sum(3 * len(value) for value in texts if isinstance(value, str))
