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
_GATHERED = {label: [prop.name for prop in node_type.properties if prop.gathered] for label, node_type in NODES.items()}


def node_row(node: Node) -> Row:
    """The node's properties, but for those that the store gathers from the edges of all notices."""
    properties = stored(node.properties)
    for name in _GATHERED[node.label]:
        properties.pop(name, None)
    properties[KEY] = node.id
    return {"id": node.id, "properties": properties}


def edge_row(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}


def stored(properties: Mapping[str, Any]) -> Row:
    """The properties without the absent ones."""
    return {
        key: list(value) if type(value) is tuple else value
        for key, value in properties.items()
        if value or not is_absent(value)
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


def _weight(row: Row) -> int:
    """About the bytes of a row on the wire. Asked for every row that is stored, so it calls itself for containers only."""
    return _KEY_BYTES * len(row) + _weigh(row.values())


def _weigh(values: Iterable[Any]) -> int:
    total = 0
    for value in values:
        kind = type(value)
        if kind is str:
            total += 3 * len(value)
        elif kind is dict:
            total += _weight(value)
        elif kind is list:
            total += _weigh(value)
        else:
            total += 8
    return total
