"""Notices as graph values, from the store or straight from files: what all files are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cypher import OWNED_LABELS
from graph.values import Edge, Graph, Node
from loaders.records import Issue

if TYPE_CHECKING:
    from graph.store import Store

_HELD = """
MATCH (d:Document) WHERE d.held
RETURN d.id AS id, d.number AS number, d.title AS title ORDER BY d.issued_on, d.id
"""
_DOCUMENT = "MATCH (d:Document {id: $document}) OPTIONAL MATCH (d)-[r:ISSUED_BY]->(a) RETURN d, r, a"


class NotHeld(Exception):
    """No notice of this number; the message says how to find those that are held."""


@dataclass(frozen=True)
class HeldNotice:
    """One document with all that was found in it. `issues` are known only where it was read just now."""

    document: Node
    graph: Graph
    issues: tuple[Issue, ...] = ()

    @property
    def number(self) -> str:
        """The 发文字号, else the title."""
        facts = self.document.properties
        return str(facts.get("number") or facts.get("title") or facts["caption"])

    @property
    def title(self) -> str:
        """What the notice sets out: its instrument, else its title."""
        facts = self.document.properties
        return str(facts.get("instrument") or facts.get("title") or self.number)

    @property
    def copy(self) -> Node | None:
        """The copy that all offsets refer to."""
        copies = sorted(self.graph.of_label("Copy"), key=lambda node: (not node.properties.get("primary"), node.id))
        return copies[0] if copies else None

    def edges(self, *types: str) -> Iterator[Edge]:
        """The edges of these types in the notice's own order."""
        found = (edge for edge in self.graph.edges.values() if edge.type in types)
        return iter(sorted(found, key=lambda edge: (edge.properties.get("start") or 0, edge.key)))

    def of_label(self, label: str) -> list[Node]:
        """The nodes of an owned label in the notice's own order."""
        return sorted(self.graph.of_label(label), key=lambda node: (node.properties.get("start") or 0, node.id))


def from_store(store: Store, named: Sequence[str] = ()) -> Iterator[HeldNotice]:
    """The notices with these numbers, titles or ids, all that are held where none is named; one at a time.

    Raises NotHeld."""
    held = list(store.table(_HELD).rows)
    for name in named:
        if not any(name in row for row in held):
            raise NotHeld(
                f"图里没有文件“{name}”；zwgk query run document/list 列出全部。"
                f"\nThe graph holds no notice “{name}”; zwgk query run document/list lists them."
            )
    for row in held:
        if not named or any(name in row for name in named):
            yield _from_store(store, row[0])


def _from_store(store: Store, document: str) -> HeldNotice:
    graph = store.graph(_DOCUMENT, {"document": document})
    for label in OWNED_LABELS:
        statement = f"MATCH (n:{label} {{document: $document}}) OPTIONAL MATCH (n)-[r]-(m) RETURN n, r, m"
        graph.update(store.graph(statement, {"document": document}))
    return HeldNotice(graph.nodes[document], graph)


def from_files(paths: Iterable[Path]) -> tuple[list[HeldNotice], list[Issue]]:
    """The notices of these files and folders, copies of one document together, and what could not be read.

    Raises ReadError where a path does not exist."""
    from loaders.anomalies import find_anomalies
    from loaders.build import read_notices
    from loaders.project import project
    from loaders.resolve.copies import group_copies
    from loaders.resolve.documents import Library, held_of, notice_id

    notices, issues = read_notices(paths)
    groups = group_copies(notices)
    library = Library(held_of(group[0].header) for group in groups)
    found = []
    for group in groups:
        graph = project(group, library, "")
        found.append(HeldNotice(graph.nodes[notice_id(group[0].header)], graph, tuple(find_anomalies(group))))
    return found, issues
