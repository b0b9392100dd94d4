"""Whole notices into the graph, or one out of it, inside one transaction of the caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import cypher
from graph.errors import Conflict
from graph.rows import Row, batches, edge_row, node_row
from graph.schema import NODES, OWNER
from graph.settled import Settled
from graph.values import Edge, Graph, Node

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

COPY = "Copy"


@dataclass
class Change:
    """What a write did. Updated counts things that were there before and had other properties; a property that is
    gathered from edges follows from them and does not count."""

    nodes_created: int = 0
    nodes_updated: int = 0
    nodes_deleted: int = 0
    edges_created: int = 0
    edges_updated: int = 0
    edges_deleted: int = 0

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def __add__(self, other: Change) -> Change:
        return Change(**{name: value + getattr(other, name) for name, value in vars(self).items()})


@dataclass(frozen=True)
class _Found:
    """A relationship as it stands in the store."""

    source_label: str
    source: str
    type: str
    target_label: str
    target: str

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.source, self.type, self.target)

    @property
    def ends(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return ((self.source_label, self.source), (self.target_label, self.target))


def replace(tx: ManagedTransaction, documents: Collection[str], graph: Graph, settled: Settled | None = None) -> Change:
    """Make the store's part for `documents` equal to `graph`, which holds all of them. Where all of them are new, what is
    `settled` is not sent again. Raises Conflict where that has vanished meanwhile."""
    change = Change()
    known = [row["id"] for row in tx.run(cypher.known_documents(), documents=list(documents))]
    stale = [edge for edge in (*_claims(tx, known), *_outdated(tx, graph)) if edge.key not in graph.edges]
    _delete_edges(tx, stale, change)
    _delete_owned(tx, known, graph, change)
    new = _new_nodes(graph, set(documents).difference(known))
    settled = Settled() if known or settled is None else settled
    nodes, edges = _unsettled(graph, new, settled)
    _write_nodes(tx, documents, nodes, new, change)
    changed = _write_edges(tx, graph, edges, new, change)
    ends = {end for edge in stale for end in edge.ends}
    _sweep(tx, (end for end in ends if end[1] not in graph.nodes), change)
    _gather(tx, ends | changed)
    _gather_new(tx, graph, ends | changed, settled)
    return change


def remove(tx: ManagedTransaction, document: str) -> Change:
    """Take `document` out; where others cite it, its bare node stays."""
    change = Change()
    cited = _value(tx, cypher.is_cited(), document=document)
    issuer = (document, cypher.ISSUED_BY)
    stale = [edge for edge in _claims(tx, [document]) if not (cited and (edge.source, edge.type) == issuer)]
    _delete_edges(tx, stale, change)
    _delete_owned(tx, [document], Graph(), change)
    ends = [end for edge in stale for end in edge.ends]
    if cited:
        summary = tx.run(cypher.SET_RETRACTED, document=document).consume()
        change.nodes_updated += bool(summary.counters.properties_set)
    else:
        _delete_nodes(tx, cypher.DOCUMENT, [document], change)
    _sweep(tx, (end for end in ends if end[1] != document), change)
    _gather(tx, ends)
    return change


def _claims(tx: ManagedTransaction, documents: list[str]) -> set[_Found]:
    found: set[_Found] = set()
    for label in (cypher.DOCUMENT, *cypher.OWNED_LABELS) if documents else ():
        found.update(_found(tx, cypher.owned_edges(label), documents=documents))
    return found


def _outdated(tx: ManagedTransaction, graph: Graph) -> Iterator[_Found]:
    """The derived relationships that the store holds from nodes of `graph` and that it does not state, and the issuers of
    what it only cites."""
    yield from _found(tx, cypher.issuers(), ids=[node.id for node in graph.of_label(cypher.DOCUMENT)])
    stated: dict[str, list[str]] = defaultdict(list)
    for edge in (edge for type_ in cypher.DERIVED_TYPES for edge in graph.of_type(type_)):
        stated[edge.source].append(f"{edge.type} {edge.target}")
    for label in cypher.DERIVING_LABELS:
        for batch in batches({"id": node.id, "stated": stated[node.id]} for node in graph.of_label(label)):
            yield from _found(tx, cypher.other_derived(label), rows=batch)


def _new_nodes(graph: Graph, documents: Collection[str]) -> set[str]:
    """The nodes of `documents`, of which the store has none, that it cannot have either, as their ids say whose they are;
    that of a copy is its bytes' alone."""
    return {
        node.id
        for node in graph.nodes.values()
        if node.label in cypher.OWNED_LABELS and node.label != COPY and node.properties[OWNER] in documents
    }


def _unsettled(graph: Graph, new: Collection[str], settled: Settled) -> tuple[list[Node], list[Edge]]:
    """The nodes and edges to send. The ends of an edge that is merged are sent in any case, for nobody counts those."""
    edges = [edge for edge in graph.edges.values() if not settled.holds(edge)]
    merged = [edge for edge in edges if edge.source not in new and edge.target not in new]
    ends = {id_ for edge in merged for id_ in (edge.source, edge.target)}
    return [node for node in graph.nodes.values() if node.id in ends or not settled.holds(node)], edges


def _write_nodes(
    tx: ManagedTransaction, documents: Collection[str], nodes: Iterable[Node], new: Collection[str], change: Change
) -> None:
    """Create those of `nodes` that are `new`, merge the others."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        own = NODES[node.label].owned or node.id in documents
        create = node.id in new
        groups[cypher.create_nodes(node.label) if create else cypher.merge_nodes(node.label, own=own)].append(node)
    for statement, group in groups.items():
        for batch in batches(node_row(node) for node in group):
            created, updated = _put(tx, statement, batch, "nodes_created")
            change.nodes_created += created
            change.nodes_updated += updated


def _write_edges(
    tx: ManagedTransaction, graph: Graph, edges: Iterable[Edge], new: Collection[str], change: Change
) -> set[tuple[str, str]]:
    """Create those of `edges` that are at `new` nodes, merge the others; the nodes to which edges lead that were there
    before with other properties, or may be. An edge is lost where an end of it is not in the store: Conflict."""
    changed: set[tuple[str, str]] = set()
    groups: dict[tuple[bool, str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        ends = graph.nodes[edge.source].label, graph.nodes[edge.target].label
        groups[edge.source in new or edge.target in new, edge.type, *ends].append(edge)
    for (create, type_, source, target), group in groups.items():
        statement = (cypher.create_edges if create else cypher.merge_edges)(type_, source, target)
        for batch in batches(edge_row(edge) for edge in group):
            created, updated = _put(tx, statement, batch, "relationships_created")
            if create and created != len(batch):
                raise Conflict("Another transaction deleted what this one refers to.")
            change.edges_created += created
            change.edges_updated += updated
            if updated:
                changed.update((target, row["target"]) for row in batch)
    return changed


def _put(tx: ManagedTransaction, statement: str, rows: list[Row], counter: str) -> tuple[int, int]:
    """Run a creation or a merge; how many were created, how many were there with other properties."""
    result = tx.run(statement, rows=rows)
    updated = sum(record["updated"] for record in result)
    return getattr(result.consume().counters, counter), updated


def _delete_owned(tx: ManagedTransaction, documents: list[str], graph: Graph, change: Change) -> None:
    for label in cypher.OWNED_LABELS if documents else ():
        known = [record["id"] for record in tx.run(cypher.owned_nodes(label), documents=documents)]
        _delete_nodes(tx, label, [id_ for id_ in known if id_ not in graph.nodes], change)


def _delete_nodes(tx: ManagedTransaction, label: str, ids: list[str], change: Change) -> None:
    if ids:
        summary = tx.run(cypher.delete_nodes(label), ids=ids).consume()
        change.nodes_deleted += summary.counters.nodes_deleted


def _delete_edges(tx: ManagedTransaction, edges: Iterable[_Found], change: Change) -> None:
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.source_label, edge.target_label].append({"source": edge.source, "target": edge.target})
    for (type_, source, target), rows in groups.items():
        for batch in batches(rows):
            tx.run(cypher.delete_edges(type_, source, target), rows=batch).consume()
            change.edges_deleted += len(batch)


def _sweep(tx: ManagedTransaction, ends: Iterable[tuple[str, str]], change: Change) -> None:
    """Delete the shared nodes among `ends` that lost their last reason, and what only they held."""
    waiting = {(label, id_) for label, id_ in ends if not NODES[label].owned}
    while waiting:
        freed: set[tuple[str, str]] = set()
        for label, ids in _by_label(waiting).items():
            orphans = [record["id"] for record in tx.run(cypher.orphans(label), ids=ids)]
            if not orphans:
                continue
            held = list(_found(tx, cypher.context_edges(label), ids=orphans))
            if label == cypher.DOCUMENT:
                held += _found(tx, cypher.issuers(), ids=orphans)
            _delete_edges(tx, held, change)
            _delete_nodes(tx, label, orphans, change)
            freed.update((edge.target_label, edge.target) for edge in held)
        waiting = freed


def _gather(tx: ManagedTransaction, ends: Iterable[tuple[str, str]]) -> None:
    """Bring the gathered properties of the nodes `ends` up to date."""
    groups = _by_label(set(ends))
    for label, name, type_ in cypher.GATHERED:
        if label in groups:
            tx.run(cypher.gather(label, name, type_), ids=groups[label]).consume()


def _gather_new(tx: ManagedTransaction, graph: Graph, done: set[tuple[str, str]], settled: Settled) -> None:
    """Add what the edges of `graph` say to the gathered properties of the nodes that are not `done`."""
    for label, name, type_ in cypher.GATHERED:
        said: dict[str, set[str]] = defaultdict(set)
        for edge in graph.of_type(type_):
            mention = edge.properties.get("mention")
            if not (mention is None or (label, edge.target) in done or settled.has_said(edge.target, mention)):
                said[edge.target].add(mention)
        for batch in batches({"id": id_, "said": sorted(words)} for id_, words in sorted(said.items())):
            tx.run(cypher.gather_new(label, name), rows=batch).consume()


def _by_label(ends: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for label, id_ in sorted(ends):
        groups[label].append(id_)
    return groups


def _found(tx: ManagedTransaction, statement: str, **parameters: Any) -> Iterator[_Found]:
    records = list(tx.run(statement, parameters))
    return (_Found(**record.data()) for record in records)


def _value(tx: ManagedTransaction, statement: str, **parameters: Any) -> Any:
    return tx.run(statement, parameters).single(strict=True)[0]
