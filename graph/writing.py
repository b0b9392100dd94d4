"""One notice into the graph, or out of it, inside one transaction of the caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import cypher
from graph.rows import Row, batches, edge_row, node_row
from graph.schema import NODES
from graph.values import Edge, Graph, Node

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


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


def replace(tx: ManagedTransaction, document: str, graph: Graph) -> Change:
    """Make the store's part for `document` equal to `graph`."""
    change = Change()
    known = [*_claims(tx, document), *_derived(tx, graph)]
    stale = [edge for edge in known if edge.key not in graph.edges]
    _delete_edges(tx, stale, change)
    _delete_owned(tx, document, graph, change)
    _merge_nodes(tx, document, graph, change)
    changed = _merge_edges(tx, graph, change)
    ends = {end for edge in stale for end in edge.ends}
    _sweep(tx, (end for end in ends if end[1] not in graph.nodes), change)
    _gather(tx, ends | changed)
    _gather_new(tx, graph, ends | changed)
    return change


def remove(tx: ManagedTransaction, document: str) -> Change:
    """Take `document` out; where others cite it, its bare node stays."""
    change = Change()
    cited = _value(tx, cypher.is_cited(), document=document)
    issuer = (document, cypher.ISSUED_BY)
    stale = [edge for edge in _claims(tx, document) if not (cited and (edge.source, edge.type) == issuer)]
    _delete_edges(tx, stale, change)
    _delete_owned(tx, document, Graph(), change)
    ends = [end for edge in stale for end in edge.ends]
    if cited:
        summary = tx.run(cypher.SET_RETRACTED, document=document).consume()
        change.nodes_updated += bool(summary.counters.properties_set)
    else:
        _delete_nodes(tx, cypher.DOCUMENT, [document], change)
    _sweep(tx, (end for end in ends if end[1] != document), change)
    _gather(tx, ends)
    return change


def _claims(tx: ManagedTransaction, document: str) -> set[_Found]:
    found: set[_Found] = set()
    for label in (cypher.DOCUMENT, *cypher.OWNED_LABELS):
        found.update(_found(tx, cypher.owned_edges(label), document=document))
    return found


def _derived(tx: ManagedTransaction, graph: Graph) -> Iterator[_Found]:
    """The derived relationships that the store holds from nodes of `graph`, and the issuers of what it only cites."""
    yield from _found(tx, cypher.issuers(), ids=[node.id for node in graph.of_label(cypher.DOCUMENT)])
    for label in cypher.DERIVING_LABELS:
        ids = [node.id for node in graph.of_label(label)]
        found = _found(tx, cypher.context_edges(label), ids=ids)
        yield from (edge for edge in found if edge.type in cypher.DERIVED_TYPES)


def _merge_nodes(tx: ManagedTransaction, document: str, graph: Graph, change: Change) -> None:
    groups: dict[tuple[str, bool], list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        groups[node.label, NODES[node.label].owned or node.id == document].append(node)
    for (label, own), nodes in groups.items():
        statement = cypher.merge_nodes(label, own=own)
        for batch in batches(node_row(node) for node in nodes):
            created, updated = _merge(tx, statement, batch, "nodes_created")
            change.nodes_created += created
            change.nodes_updated += updated


def _merge_edges(tx: ManagedTransaction, graph: Graph, change: Change) -> set[tuple[str, str]]:
    """The nodes to which edges lead that were there before with other properties, or may be."""
    changed: set[tuple[str, str]] = set()
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in graph.edges.values():
        groups[edge.type, graph.nodes[edge.source].label, graph.nodes[edge.target].label].append(edge)
    for (type_, source, target), edges in groups.items():
        statement = cypher.merge_edges(type_, source, target)
        for batch in batches(edge_row(edge) for edge in edges):
            created, updated = _merge(tx, statement, batch, "relationships_created")
            change.edges_created += created
            change.edges_updated += updated
            if updated:
                changed.update((target, row["target"]) for row in batch)
    return changed


def _merge(tx: ManagedTransaction, statement: str, rows: list[Row], counter: str) -> tuple[int, int]:
    """Run a merge; how many were created, how many were there with other properties."""
    result = tx.run(statement, rows=rows)
    updated = result.single(strict=True)["updated"]
    return getattr(result.consume().counters, counter), updated


def _delete_owned(tx: ManagedTransaction, document: str, graph: Graph, change: Change) -> None:
    for label in cypher.OWNED_LABELS:
        known = [record["id"] for record in tx.run(cypher.owned_nodes(label), document=document)]
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


def _gather_new(tx: ManagedTransaction, graph: Graph, done: set[tuple[str, str]]) -> None:
    """Add what the edges of `graph` say to the gathered properties of the nodes that are not `done`."""
    for label, name, type_ in cypher.GATHERED:
        said: dict[str, set[str]] = defaultdict(set)
        for edge in graph.of_type(type_):
            if edge.properties.get("mention") is not None and (label, edge.target) not in done:
                said[edge.target].add(edge.properties["mention"])
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
