"""Graph values as the parameter rows of a statement, in batches of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import KEY, NODES
from graph.validate import is_absent
from graph.values import Edge, Node

Row = dict[str, Any]

ROWS = 5_000
"""At most so many rows in a batch."""
BYTES = 4_000_000
"""A batch is closed when it has grown to about this size; one larger row goes alone."""
_KEY_BYTES = 10


def node_row(node: Node) -> Row:
    """The node's properties, but for those that the store gathers from the edges of all notices."""
    gathered = {prop.name for prop in NODES[node.label].properties if prop.gathered}
    properties = {key: value for key, value in node.properties.items() if key not in gathered}
    return {"id": node.id, "properties": {**stored(properties), KEY: node.id}}


def edge_row(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}


def stored(properties: Mapping[str, Any]) -> Row:
    """The properties without the absent ones."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in properties.items()
        if not is_absent(value)
    }


def batches(rows: Iterable[Row], *, max_rows: int = ROWS, max_bytes: int = BYTES) -> Iterator[list[Row]]:
    """The rows in order, in lists bounded by number and by size."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        weight = _weight(row)
        if batch and (len(batch) >= max_rows or size + weight > max_bytes):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += weight
    if batch:
        yield batch


def _weight(value: Any) -> int:
    """About the bytes of a value on the wire. Asked for every value that is stored, so it is short."""
    kind = type(value)
    if kind is str:
        return 3 * len(value)
    if kind is dict:
        return _KEY_BYTES * len(value) + sum(map(_weight, value.values()))
    if kind is list:
        return sum(map(_weight, value))
    return 8
