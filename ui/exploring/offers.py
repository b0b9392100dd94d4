"""What can be opened from a node, with counts, before it is opened. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.schema import EDGES, NODES
from graph.values import Graph
from ui.wording import Language, edge_name, label_name


@dataclass(frozen=True)
class Offer:
    """The relationships of one type, direction and other label: `total` in the store, `drawn` in the picture."""

    relation: str
    direction: str
    label: str
    total: int
    drawn: int

    @property
    def complete(self) -> bool:
        return self.drawn >= self.total

    def words(self, language: Language) -> str:
        """牵头 → 任务, or ← where the relationship leads here."""
        name, label = edge_name(self.relation, language), label_name(self.label, language)
        if self.direction == "out":
            return f"{name} → {label}"
        return f"{name} ← {label}"


def offers(graph: Graph, node: str, counted: Iterable[Mapping[str, Any]]) -> list[Offer]:
    """The rows of node/counts with how many of each are in the picture, in the schema's order."""
    drawn: dict[tuple[str, str, str], int] = {}
    for edge in graph.edges.values():
        for end, other, direction in ((edge.source, edge.target, "out"), (edge.target, edge.source, "in")):
            if end == node and other in graph.nodes:
                key = (edge.type, direction, graph.nodes[other].label)
                drawn[key] = drawn.get(key, 0) + 1
    rows = [(str(row["relation"]), str(row["direction"]), str(row["label"]), int(row["count"])) for row in counted]
    made = [Offer(*row, drawn=drawn.get(row[:3], 0)) for row in rows]
    return sorted(made, key=lambda offer: (_place(EDGES, offer.relation), offer.direction, _place(NODES, offer.label)))


def _place(declared: Mapping[str, Any], name: str) -> int:
    return list(declared).index(name) if name in declared else len(declared)
