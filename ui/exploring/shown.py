"""What a view comes to: the subgraph to draw, and what of it was left out and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.values import Graph
from ui.exploring.filters import TASK_DOMAINS, filtered
from ui.exploring.grouping import grouped
from ui.exploring.state import Step, View

CAP = 2000
"""More nodes than this are no picture any more; the view says so and offers to group."""


@dataclass(frozen=True)
class Shown:
    """`graph` is drawn. `found` nodes answer to the view, of which at most CAP are drawn; `grown` nodes are there
    before any filter."""

    graph: Graph
    found: int
    grown: int

    @property
    def capped(self) -> bool:
        return self.found > len(self.graph)


def shown(graph: Graph, view: View, domains: TASK_DOMAINS) -> Shown:
    """What `view` shows of the nodes that its steps brought."""
    part = grouped(filtered(graph, view, domains), view.group, domains)
    return Shown(nearest(part, view.anchors, CAP), len(part), len(graph))


def nearest(graph: Graph, anchors: Iterable[str], most: int) -> Graph:
    """The `most` nodes nearest to the anchors (or, without any, to the best joined node), with their relationships."""
    if len(graph) <= most:
        return graph
    joined = neighbours(graph)
    kept = dict.fromkeys(_outward(sorted(set(anchors) & graph.nodes.keys()), joined))
    for start in sorted(joined, key=lambda id_: -len(joined[id_])):
        if len(kept) >= most:
            break
        if start not in kept:
            kept |= dict.fromkeys(_outward([start], joined))
    return part_of(graph, [*kept, *(id_ for id_ in graph.nodes if id_ not in kept)][:most])


def part_of(graph: Graph, ids: Iterable[str]) -> Graph:
    """The nodes `ids` and the relationships among them."""
    nodes = {id_: graph.nodes[id_] for id_ in ids}
    edges = {key: edge for key, edge in graph.edges.items() if edge.source in nodes and edge.target in nodes}
    return Graph(nodes, edges, graph.cut)


def neighbours(graph: Graph) -> dict[str, set[str]]:
    """Each joined node with what it is joined to."""
    joined: dict[str, set[str]] = {}
    for edge in graph.edges.values():
        if edge.source in graph.nodes and edge.target in graph.nodes:
            joined.setdefault(edge.source, set()).add(edge.target)
            joined.setdefault(edge.target, set()).add(edge.source)
    return joined


def collapse(view: View, graph: Graph, node: str, nodes_of: Callable[[tuple[Step, ...]], Iterable[str]]) -> View:
    """`view` with `node` drawn in: what only its expansion brought goes; where it was not expanded itself, what hangs
    on it alone is hidden. `nodes_of` gives the nodes that some steps bring."""
    steps: tuple[Step, ...] = ()
    for step in view.steps:
        if step.kind != "grow" or (step.node != node and step.node in set(nodes_of(steps))):
            steps = (*steps, step)
    if steps != view.steps:
        return replace(view, steps=steps)
    hanging = {id_ for id_, others in neighbours(graph).items() if others == {node}} - view.anchors
    return replace(view, hidden=view.hidden | hanging)


def _outward(starts: list[str], joined: dict[str, set[str]]) -> Iterator[str]:
    """The nodes from `starts` outward, nearest first."""
    seen, waiting = set(starts), deque(starts)
    while waiting:
        here = waiting.popleft()
        yield here
        for other in sorted(joined.get(here, ())):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
