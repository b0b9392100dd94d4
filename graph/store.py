"""The graph store: saved notices in, answers out, over Bolt with the official driver."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from graph import cypher, loading, writing
from graph.connection import Connection
from graph.errors import Conflict, DumpError, InvalidGraph, ReadOnly
from graph.schema import EDGE_TYPES, KEY, NODE_TYPES
from graph.servers import Role, find_server
from graph.validate import check, check_owner
from graph.values import Edge, Graph, Node, Table
from graph.writing import Change

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Change", "Store", "connect"]

_T = TypeVar("_T")
_ATTEMPTS = 8


@contextmanager
def connect(role: Role = "reader") -> Iterator[Store]:
    """The store: the server of NEO4J_URI, else the embedded one, started on demand. A reader cannot write."""
    with Connection(find_server(role), role) as connection:
        yield Store(connection)


class Store:
    """What one connection can do. Threads may share it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def engine(self) -> str:
        """Name and version of the server, such as "arcadedb 26.10"."""
        return self._connection.engine

    @property
    def uri(self) -> str:
        return self._connection.uri

    def table(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """The rows that a reading statement returns, at most `limit`; `timeout` is in seconds."""
        from graph.reading import plain

        columns, rows = self._read(statement, parameters, limit, timeout)
        cut = limit is not None and len(rows) > limit
        return Table.of(columns, ([plain(cell) for cell in row] for row in rows[:limit]), cut=cut)

    def scan(self, statement: str, parameters: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading statement one by one, however many: only a batch of them is held at a time."""
        from graph.reading import plain

        for row in self._connection.scan(statement, dict(parameters or {})):
            yield tuple(plain(cell) for cell in row)

    def graph(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Graph:
        """Every node and relationship, also in paths, lists and maps, of the first `limit` rows; ends included."""
        from graph.reading import collect

        def missing(elements: list[str]) -> list[Any]:
            _, rows = self._read(cypher.NODES_BY_ELEMENT, {"elements": elements}, None, timeout)
            return [row[0] for row in rows]

        _, rows = self._read(statement, parameters, limit, timeout)
        graph = collect(list(rows[:limit]), missing)
        graph.cut = limit is not None and len(rows) > limit
        return graph

    def prepare(self) -> None:
        """Make the constraints and indexes that are not there yet."""
        self._only_writer()
        for statement in cypher.schema_statements():
            self._connection.write(partial(_run, statement=statement))

    def nodes(self) -> Iterator[Node]:
        """Every node of a label of the schema, streamed; labels in the order of the schema."""
        for node_type in NODE_TYPES:
            for id_, properties in self._stream(cypher.all_nodes(node_type.label)):
                yield Node(node_type.label, id_, {key: value for key, value in properties.items() if key != KEY})

    def edges(self) -> Iterator[Edge]:
        """Every edge that the schema declares, streamed."""
        for edge_type in EDGE_TYPES:
            for source, target in edge_type.ends:
                for row in self._stream(cypher.all_edges(edge_type.type, source, target)):
                    yield Edge(edge_type.type, *row)

    def size(self) -> tuple[int, int]:
        """How many nodes and edges the store holds, of whatever label."""
        nodes, edges = (self.table(statement).rows[0][0] for statement in cypher.SIZE)
        return nodes, edges

    def load(self, items: Iterable[Node | Edge], progress: Callable[[int], None] = lambda done: None) -> None:
        """Put nodes, then edges, into a store where none of them is, batch by batch: a copy of a store that was whole.

        `progress` is called with the number of items stored. Raises DumpError where the store is not empty."""
        self._only_writer()
        if self.size() != (0, 0):
            raise DumpError("The store is not empty, so nothing was loaded. Give an empty one.")
        self.prepare()
        loading.load(items, self._write, progress)

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of each held document, by its id."""
        return {row[0]: row[1] for row in self.table(cypher.FINGERPRINTS).rows}

    def held(self) -> list[dict[str, Any]]:
        """The held documents: id, caption, issuer, region and the titles by which others may cite them."""
        return [
            {**row, "titles": [title for title in (row.pop("title"), row.pop("instrument")) if title]}
            for row in map(dict, self.table(cypher.HELD).records())
        ]

    def replace(self, document: str, graph: Graph) -> Change:
        """Make the store's part for `document` equal to `graph`, in one transaction: wholly or not at all."""
        self._only_writer()
        if problems := check(graph) + check_owner(graph, document):
            raise InvalidGraph(problems)
        return self._write(lambda tx: writing.replace(tx, document, graph))

    def try_replace(self, document: str, graph: Graph) -> Change:
        """What `replace` would do now: done in a transaction that is rolled back."""

        def work(tx: ManagedTransaction) -> Change:
            raise _RolledBack(writing.replace(tx, document, graph))

        self._only_writer()
        if problems := check(graph) + check_owner(graph, document):
            raise InvalidGraph(problems)
        try:
            return self._write(work)
        except _RolledBack as tried:
            return tried.change

    def remove(self, document: str) -> Change:
        """Take `document` out with all that only it held; where others cite it, its bare node stays."""
        self._only_writer()
        return self._write(lambda tx: writing.remove(tx, document))

    def _read(
        self, statement: str, parameters: Mapping[str, Any] | None, limit: int | None, timeout: float | None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        return self._connection.read(statement, dict(parameters or {}), limit, timeout)

    def _stream(self, statement: str) -> Iterator[tuple[Any, ...]]:
        return self._connection.scan(statement, {})

    def _write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        return _again_on_conflict(lambda: self._connection.write(work))

    def _only_writer(self) -> None:
        if self._connection.role != "writer":
            raise ReadOnly('This connection may only read. Connect with connect("writer") to store notices.')


class _RolledBack(Exception):
    """Carries a change out of the transaction that it ends."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.change = change


def _run(tx: ManagedTransaction, statement: str) -> None:
    tx.run(statement).consume()


def _again_on_conflict(work: Callable[[], _T]) -> _T:
    """Two writers that create the same shared node at once: the later one is refused, and then finds it there."""
    for attempt in range(1, _ATTEMPTS):
        try:
            return work()
        except Conflict:
            time.sleep(random.uniform(0, 0.05 * 2**attempt))
    return work()
