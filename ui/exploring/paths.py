"""A shortest way between two nodes, looked for from both ends, layer by layer.

Cypher's own shortestPath is not used: where relationship types are left out, one engine looks for the shortest way
without them, the other throws the shortest way away when it has one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.values import Graph, Table
from queries.catalogue import load_catalogue
from queries.runner import run

if TYPE_CHECKING:
    from graph.store import Store

STEPS = 8
"""A longer way says nothing any more."""
WIDEST = 20_000
"""A layer of more nodes is not looked through: in so dense a graph everything is joined to everything."""

Parents = dict[str, str]
LinksOf = Callable[[list[str]], Iterable[tuple[str, str]]]


def shortest(store: Store, start: str, end: str, without: frozenset[str] = frozenset()) -> Graph:
    """The nodes and relationships of one shortest way; an empty graph where there is none of at most STEPS steps.
    Of equally short ways it is always the same one."""
    way = find_way(lambda nodes: _links(store, nodes, without), start, end)
    if len(way) < 2:
        return Graph()
    found = run(store, load_catalogue()["node/among"], {"nodes": way, "others": way}, limit=None)
    assert isinstance(found, Graph)
    next_to = {frozenset(pair) for pair in pairwise(way)}
    edges = {
        key: edge
        for key, edge in found.edges.items()
        if frozenset((edge.source, edge.target)) in next_to and edge.type not in without
    }
    return Graph({id_: found.nodes[id_] for id_ in way}, edges)


def find_way(links: LinksOf, start: str, end: str) -> list[str]:
    """The ids from `start` to `end`; `links` gives the pairs (node, neighbour) of some nodes."""
    if start == end:
        return []
    seen: tuple[Parents, Parents] = ({start: ""}, {end: ""})
    layers: list[list[str]] = [[start], [end]]
    for _ in range(STEPS):
        side = 0 if len(layers[0]) <= len(layers[1]) else 1
        layers[side] = _next_layer(links, layers[side], seen[side])
        if meeting := sorted(id_ for id_ in layers[side] if id_ in seen[1 - side]):
            return [*reversed(_back(meeting[0], seen[0])), *_back(meeting[0], seen[1])[1:]]
        if not layers[side] or len(layers[side]) > WIDEST:
            return []
    return []


def _next_layer(links: LinksOf, layer: list[str], seen: Parents) -> list[str]:
    found: dict[str, None] = {}
    for node, other in sorted(links(layer)):
        if other not in seen:
            seen[other] = node
            found[other] = None
    return list(found)


def _back(node: str, seen: Parents) -> list[str]:
    """From `node` back to where its side began."""
    way = [node]
    while seen[way[-1]]:
        way.append(seen[way[-1]])
    return way


def _links(store: Store, nodes: list[str], without: frozenset[str]) -> list[tuple[str, str]]:
    values = {"nodes": nodes, "without": sorted(without)}
    found = run(store, load_catalogue()["node/links"], values, limit=None)
    assert isinstance(found, Table)
    return [(str(row["id"]), str(row["other"])) for row in found.records() if row["id"] != row["other"]]
