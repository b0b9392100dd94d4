"""Small graphs in the shape that a notice gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.schema import EDGE_TYPES, NODE_TYPES, Property
from graph.values import Edge, Graph, Node


def document(name: str) -> str:
    return f"document:{name}"


def notice(
    name: str = "样政发〔2030〕1号",
    *,
    tasks: Sequence[str] = ("1.1#1", "1.2#1"),
    agencies: Sequence[str] = ("样例省财政厅",),
    cites: Sequence[str] = (),
    heirs: Sequence[tuple[str, str]] = (),
    issuers: Mapping[str, str] | None = None,
    **properties: Any,
) -> Graph:
    """A held document with tasks, led by agencies of one region; one obligation a task; `heirs` are (agency, successor),
    `issuers` documents and who issued them."""
    graph = Graph()
    own = document(name)
    graph.add_node(Node("Document", own, {"caption": name, "number": name, "held": True, **properties}))
    _add_region(graph)
    for cited in cites:
        graph.add_node(Node("Document", document(cited), {"caption": cited, "number": cited, "held": False}))
        graph.add_edge(Edge("CITES", own, document(cited), {"document": own, "role": "依据"}))
    for number in tasks:
        _add_task(graph, own, number, agencies)
    for agency, heir in heirs:
        _add_agency(graph, heir)
        graph.add_edge(Edge("SUCCEEDED_BY", f"agency:{agency}", f"agency:{heir}", {"on": "2018"}))
    for name_, issuer in (issuers or {}).items():
        claim = {"document": own} if document(name_) == own else {}
        graph.add_edge(Edge("ISSUED_BY", document(name_), _add_agency(graph, issuer), claim))
    return graph


def whole_schema(name: str = "样政发〔2030〕9号") -> Graph:
    """A node of every label, two where edges join nodes of the same; an edge of every type between every pair of labels
    that it may join; all properties set."""
    graph, own = Graph(), document(name)
    joined = {source for edge_type in EDGE_TYPES for source, target in edge_type.ends if source == target}
    for node_type in NODE_TYPES:
        for place in (1, 2) if node_type.label in joined else (1,):
            id_ = own if (node_type.label, place) == ("Document", 1) else f"{node_type.label.lower()}:{name}/{place}"
            facts = {prop.name: _value(prop, place) for prop in node_type.properties if not prop.gathered}
            facts |= {"document": own} if node_type.owned else {}
            facts |= {"held": id_ == own} if node_type.label == "Document" else {}
            graph.add_node(Node(node_type.label, id_, facts))
    for edge_type in EDGE_TYPES:
        facts = {prop.name: _value(prop, 1) for prop in edge_type.properties}
        facts |= {"document": own} if "document" in facts else {}
        for source, target in edge_type.ends:
            ends = [[node.id for node in graph.of_label(label)] for label in (source, target)]
            graph.add_edge(Edge(edge_type.type, ends[0][0], ends[1][1 if source == target else 0], facts))
    return graph


def _value(prop: Property, place: int) -> Any:
    match prop.kind:
        case "string":
            return f"{prop.zh}{place} 𠮷繁體 “引号” \\ ' \n\t😀"
        case "strings":
            return ["2030-02-29", "", "甲,乙", "甲,乙", f"{prop.zh}{place}"]
        case "integer":
            return -(2**53) - place
        case "float":
            return 0.1 * place
        case "boolean":
            return place == 1


def _add_region(graph: Graph) -> None:
    graph.add_node(Node("Region", "region:样例省", {"name": "样例省", "level": "province"}))
    graph.add_node(Node("Region", "region:中国", {"name": "中国", "level": "country"}))
    graph.add_edge(Edge("WITHIN", "region:样例省", "region:中国"))


def _add_task(graph: Graph, own: str, number: str, agencies: Sequence[str]) -> None:
    owner = {"document": own, "start": 3, "end": 9, "confidence": 0.9}
    task = f"task:{own}/{number}"
    obligation = f"obligation:{own}/{number}.1"
    graph.add_node(Node("Task", task, {"number": number, "text": "推进预算公开。", **owner}))
    graph.add_edge(Edge("PART_OF", task, own, owner))
    facts = {"caption": "公开预算", "number": f"{number}.1", "task": task, "kind": "disclose", "information": ["预算"]}
    graph.add_node(Node("Obligation", obligation, {**facts, **owner}))
    graph.add_edge(Edge("REQUIRES", task, obligation, owner))
    for name in agencies:
        graph.add_edge(Edge("LEADS", _add_agency(graph, name), task, {**owner, "mention": name[-3:]}))


def _add_agency(graph: Graph, name: str) -> str:
    agency = f"agency:{name}"
    graph.add_node(Node("Agency", agency, {"name": name, "kind": "agency", "aliases": [name[-3:], name[-2:]]}))
    graph.add_edge(Edge("OF_REGION", agency, "region:样例省"))
    return agency
