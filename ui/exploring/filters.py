"""What filters leave of a picture. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from graph.schema import OWNER
from graph.values import Graph, Node
from ui.exploring.state import View

TASK_DOMAINS = Mapping[str, frozenset[str]]
"""The keys of the policy domains of each task, by the task's id."""


def filtered(graph: Graph, view: View, domains: TASK_DOMAINS) -> Graph:
    """The part of `graph` that `view` shows. Where a domain, a frequency or a notice is asked for, what answers to it
    stays, with what it is joined to; of things that have such a fact, those that answer otherwise go. Chosen nodes
    always stay, unless they are hidden."""
    nodes = {
        id_: node
        for id_, node in graph.nodes.items()
        if id_ not in view.hidden and (node.label not in view.without_labels or id_ in view.anchors)
    }
    edges = {
        key: edge
        for key, edge in graph.edges.items()
        if edge.type not in view.without_types and edge.source in nodes and edge.target in nodes
    }
    part = Graph(nodes, edges, graph.cut)
    return _answering(part, view, domains) if view.domain or view.frequency or view.document else part


def _answering(graph: Graph, view: View, domains: TASK_DOMAINS) -> Graph:
    verdicts = {id_: _answers(node, view, domains) for id_, node in graph.nodes.items()}
    carriers = {id_ for id_, verdict in verdicts.items() if verdict}
    kept = carriers | (view.anchors & graph.nodes.keys())
    for edge in graph.edges.values():
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in carriers and verdicts[other] is not False:
                kept.add(other)
    edges = {
        key: edge
        for key, edge in graph.edges.items()
        if edge.source in kept and edge.target in kept and _of_document(edge.properties.get(OWNER), view)
    }
    return Graph({id_: node for id_, node in graph.nodes.items() if id_ in kept}, edges, graph.cut)


def _answers(node: Node, view: View, domains: TASK_DOMAINS) -> bool | None:
    """Whether `node` has all that is asked for; None where it is a thing that cannot have it (a body, a region)."""
    asked: list[bool | None] = []
    if view.domain:
        asked.append(view.domain in _domains(node, domains) if node.label in ("Task", "Obligation") else None)
    if view.frequency:
        asked.append(node.properties.get("frequency") == view.frequency if node.label == "Obligation" else None)
    if view.document:
        asked.append(_owner(node) == view.document if _owner(node) else None)
    if False in asked:
        return False
    return None if None in asked else True


def _owner(node: Node) -> str:
    return node.id if node.label == "Document" else str(node.properties.get(OWNER, ""))


def _domains(node: Node, domains: TASK_DOMAINS) -> frozenset[str]:
    task = node.id if node.label == "Task" else str(node.properties.get("task", ""))
    return domains.get(task, frozenset())


def _of_document(owner: object, view: View) -> bool:
    return not view.document or owner in (None, view.document)
