"""Many nodes and edges that a store does not hold yet, created in batches that are bounded by rows and bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graph import cypher
from graph.rows import ROWS, Row, batches, stored
from graph.schema import KEY
from graph.values import Edge, Node

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Write = Callable[[Callable[["ManagedTransaction"], Any]], Any]


def load(items: Iterable[Node | Edge], write: Write, progress: Callable[[int], None]) -> None:
    """Create nodes, then edges; one transaction a batch, `progress` with the number of items stored after each."""
    done = 0
    for statement, rows in _statements(items):
        for batch in batches(rows):
            write(lambda tx, text=statement, batch=batch: tx.run(text, rows=batch).consume())  # type: ignore[misc]
            done += len(batch)
            progress(done)


def _statements(items: Iterable[Node | Edge]) -> Iterator[tuple[str, list[Row]]]:
    """Each statement with its rows, as soon as they are many; all nodes are there before the first edge."""
    labels: dict[str, str] = {}
    waiting: dict[str, list[Row]] = defaultdict(list)
    at_edges = False
    for item in items:
        if isinstance(item, Edge) and not at_edges:
            yield from waiting.items()
            waiting.clear()
            at_edges = True
        statement = _statement(item, labels)
        waiting[statement].append(_row(item))
        if len(waiting[statement]) >= ROWS:
            yield statement, waiting.pop(statement)
    yield from waiting.items()


def _statement(item: Node | Edge, labels: dict[str, str]) -> str:
    """The label pair of an edge follows from its ends, whose `labels` are gathered from the nodes before it."""
    if isinstance(item, Edge):
        return cypher.create_edges(item.type, labels[item.source], labels[item.target])
    labels[item.id] = item.label
    return cypher.create_nodes(item.label)


def _row(item: Node | Edge) -> Row:
    if isinstance(item, Edge):
        return {"source": item.source, "target": item.target, "properties": stored(item.properties)}
    return {"properties": {**stored(item.properties), KEY: item.id}}
