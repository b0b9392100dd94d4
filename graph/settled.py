"""What a run of many transactions has stored of the things that notices share: the next transaction need not send it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph import cypher
from graph.schema import NODES
from graph.values import Edge, Graph, Node

MOST = 100_000
"""So many things are remembered; then the memory begins anew, so that it does not grow with the input."""


class Settled:
    """Shared nodes, the edges between them, and the mentions gathered at them, as they were last stored.

    Another writer may have taken one out since: who leaves out what is settled must see to it that an edge to it is not
    lost for that (`graph.writing` counts the edges it creates)."""

    def __init__(self) -> None:
        self._properties: dict[Any, Any] = {}
        self._said: set[tuple[str, str]] = set()

    def holds(self, item: Node | Edge) -> bool:
        """Whether `item` is shared and was last stored with these very properties."""
        return _is_shared(item) and self._properties.get(_key(item)) == item.properties

    def has_said(self, node: str, mention: str) -> bool:
        """Whether `mention` was stored as said of `node`."""
        return (node, mention) in self._said

    def take(self, graph: Graph) -> None:
        """`graph` was stored, and nothing was deleted for it."""
        if len(self._properties) + len(self._said) > MOST:
            self.clear()
        items: Iterator[Node | Edge]
        for items in (iter(graph.nodes.values()), iter(graph.edges.values())):
            self._properties.update((_key(item), item.properties) for item in items if _is_shared(item))
        for _, _, type_ in cypher.GATHERED:
            said = ((edge.target, edge.properties.get("mention")) for edge in graph.of_type(type_))
            self._said.update((node, mention) for node, mention in said if mention is not None)

    def clear(self) -> None:
        """Something was deleted, which may be anything that is remembered."""
        self._properties.clear()
        self._said.clear()


def _is_shared(item: Node | Edge) -> bool:
    """Documents are not: one that is cited now may be held later, with other properties."""
    if isinstance(item, Edge):
        return item.type in cypher.CONTEXT_TYPES
    return item.label != cypher.DOCUMENT and not NODES[item.label].owned


def _key(item: Node | Edge) -> Any:
    return item.key if isinstance(item, Edge) else item.id
