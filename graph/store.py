"""The graph store: saved notices in, answers out, over Bolt with the official driver."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, TypeVar

from graph import cypher, loading, writing
from graph.answers import Answers
from graph.batching import Batch, gather_batches
from graph.connection import Connection
from graph.errors import Conflict, DumpError, InvalidGraph, QueryError, QueryTooLarge, ReadOnly, StoreError
from graph.schema import KEY, NODE_TYPES
from graph.servers import Role, find_server
from graph.settled import Settled
from graph.validate import check, check_owner
from graph.values import Edge, Graph, Node, Table
from graph.writing import Change

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Change", "Store", "Stored", "connect"]

_T = TypeVar("_T")
_ATTEMPTS = 8
_REFUSALS = (Conflict, QueryError, QueryTooLarge)
_PAGE = 1_000
"""Nodes that are read together, or whose edges are."""


@dataclass(frozen=True)
class Stored:
    """What one transaction came to: its documents are in the store whole, or, where there is an `error`, as before."""

    documents: tuple[str, ...]
    change: Change
    error: StoreError | None = None


@contextmanager
def connect(role: Role = "reader") -> Iterator[Store]:
    """The store: the server of NEO4J_URI, else the embedded one, started on demand. A reader cannot write."""
    with Connection(find_server(role), role) as connection:
        yield Store(connection)


class Store:
    """What one connection can do. Threads may share it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._answers = Answers(connection)

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
        from graph.reading import plain_row

        columns, rows = self._read(statement, parameters, limit, timeout)
        cut = limit is not None and len(rows) > limit
        return Table.of(columns, map(plain_row, rows[:limit]), cut=cut)

    def scan(self, statement: str, parameters: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading statement one by one, however many: only a batch of them is held at a time."""
        from graph.reading import plain_row

        for row in self._connection.scan(statement, dict(parameters or {})):
            yield tuple(plain_row(row))

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
        """Every node of a label of the schema, labels in the order of the schema. Like `edges` no single transaction: who
        reads while another writes may meet an edge whose node is new."""
        for node_type in NODE_TYPES:
            for id_, properties in self._in_pages(node_type.label, cypher.nodes_of(node_type.label)):
                yield Node(node_type.label, id_, {key: value for key, value in properties.items() if key != KEY})

    def edges(self) -> Iterator[Edge]:
        """Every edge that the schema declares, by the label it goes out from."""
        for label in cypher.SOURCE_LABELS:
            for row in self._in_pages(label, cypher.edges_of(label)):
                yield Edge(*row)

    def _in_pages(self, label: str, statement: str) -> Iterator[tuple[Any, ...]]:
        """The rows of `statement` for all nodes of `label`, some $ids at a time: no query is as long as the store is large
        and as its reader is slow. The ids wait in a file."""
        with TemporaryFile("w+", encoding="utf-8") as file:
            for (id_,) in self._connection.scan(cypher.ids(label), {}):
                file.write(json.dumps(id_) + "\n")
            file.seek(0)
            while ids := [json.loads(line) for line in islice(file, _PAGE)]:
                yield from self._connection.scan(statement, {"ids": ids})

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
        _check(document, graph)
        return self._write(lambda tx: writing.replace(tx, [document], graph))

    def replace_all(self, parts: Iterable[tuple[str, Graph]]) -> Iterator[Stored]:
        """`replace` for many documents: as many whole notices in a transaction as fit, and what each transaction came to
        when the server has acknowledged it. One whose graph is refused does not keep the others out."""
        self._only_writer()
        refused: list[Stored] = []
        settled = Settled()
        for batch in gather_batches(_checked(parts, refused)):
            yield from _emptied(refused)
            yield from self._replace_batch(batch, settled)
        yield from _emptied(refused)

    def _replace_batch(self, batch: Batch, settled: Settled) -> Iterator[Stored]:
        """The whole batch or, where the store refuses that, each notice by itself."""
        try:
            change = self._connection.write(lambda tx: writing.replace(tx, batch.parts.keys(), batch.graph, settled))
        except _REFUSALS:
            settled.clear()
            for document, graph in batch.parts.items():
                try:
                    yield Stored((document,), self.replace(document, graph))
                except _REFUSALS as error:
                    yield Stored((document,), Change(), error)
        else:
            if change.nodes_deleted or change.edges_deleted:
                settled.clear()
            else:
                settled.take(batch.graph)
            yield Stored(tuple(batch.parts), change)

    def try_replace(self, document: str, graph: Graph) -> Change:
        """What `replace` would do now: done in a transaction that is rolled back."""

        def work(tx: ManagedTransaction) -> Change:
            raise _RolledBack(writing.replace(tx, [document], graph))

        self._only_writer()
        _check(document, graph)
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
        reads = self._answers if self._connection.role == "reader" else self._connection
        return reads.read(statement, dict(parameters or {}), limit, timeout)

    def _write(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        return _again_on_conflict(lambda: self._connection.write(work))

    def _only_writer(self) -> None:
        if self._connection.role != "writer":
            raise ReadOnly('This connection may only read. Connect with connect("writer") to store notices.')


def _check(document: str, graph: Graph) -> None:
    if problems := check(graph) + check_owner(graph, document):
        raise InvalidGraph(problems)


def _checked(parts: Iterable[tuple[str, Graph]], refused: list[Stored]) -> Iterator[tuple[str, Graph]]:
    """The parts that are sound; the others are added to `refused`."""
    for document, graph in parts:
        try:
            _check(document, graph)
        except InvalidGraph as error:
            refused.append(Stored((document,), Change(), error))
        else:
            yield document, graph


def _emptied(refused: list[Stored]) -> Iterator[Stored]:
    while refused:
        yield refused.pop(0)


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
