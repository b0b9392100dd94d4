"""From steps to the subgraph: each step adds nodes, and ties them to what is there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.values import Graph, Table
from queries.catalogue import load_catalogue
from queries.runner import run
from ui.exploring.paths import shortest
from ui.exploring.state import Step

if TYPE_CHECKING:
    from graph.store import Store

ROWS = 20_000
"""No step reads more relationships than this; one that would is cut, and the view says so."""

_NODE = "MATCH (n) WHERE n.id = $node RETURN n"


def grown(store: Store, before: Graph, step: Step, without: frozenset[str] = frozenset()) -> Graph:
    """`before` and what `step` adds, with every relationship between the new nodes and the rest. A path leaves out
    the relationship types `without`."""
    added = _added(store, step, without)
    after = Graph(dict(before.nodes), dict(before.edges), before.cut or added.cut)
    after.update(added)
    fresh = [id_ for id_ in added.nodes if id_ not in before.nodes]
    if fresh and step.kind != "whole" and len(after.nodes) > 1:
        after.update(_picture(store, "node/among", {"nodes": fresh, "others": list(after.nodes)}))
    return after


def relations(store: Store, node: str) -> Table:
    """The relationships of a node, counted by type, direction and the other end's label."""
    found = run(store, load_catalogue()["node/counts"], {"node": node})
    assert isinstance(found, Table)
    return found


def domains(store: Store, tasks: list[str]) -> dict[str, frozenset[str]]:
    """The keys of the policy domains of each task."""
    if not tasks:
        return {}
    found = run(store, load_catalogue()["node/domains"], {"nodes": tasks}, limit=None)
    assert isinstance(found, Table)
    return {str(row["id"]): frozenset(map(str, row["domains"])) for row in found.records()}


def _added(store: Store, step: Step, without: frozenset[str]) -> Graph:
    if step.kind == "grow":
        values = {"node": step.node, "relation": step.relation or None, "direction": step.direction or None}
        return _picture(store, "node/neighbours", values)
    if step.kind == "notice":
        return _picture(store, "document/picture", {"document": step.node})
    if step.kind == "path":
        return shortest(store, step.node, step.other, without)
    if step.kind == "whole":
        return _picture(store, "node/whole", {})
    return store.graph(_NODE, {"node": step.node})


def _picture(store: Store, query: str, values: Mapping[str, Any]) -> Graph:
    found = run(store, load_catalogue()[query], values, limit=ROWS)
    assert isinstance(found, Graph)
    return found
