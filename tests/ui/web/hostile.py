"""A notice whose every name, title and clause is one of the strings of tests.ui.web.attacks, as a graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.schema import EDGES, NODES, EdgeType, NodeType
from graph.values import Edge, Graph, Node
from tests.ui.web.attacks import ATTACKS

DOCUMENT = f"document:{ATTACKS[3]}"
COPY = "copy:attacks"
SHA256 = "ac" * 32
TEXT = "\n".join(f"{attack}公开{attack}（{attack}牵头）" for attack in ATTACKS)


def attacks_graph() -> Graph:
    """Two hundred sections, tasks, duties, agencies, channels, types and cited documents."""
    graph = Graph()
    facts = {"caption": ATTACKS[4], "number": ATTACKS[3], "title": "".join(ATTACKS), "issuer": ATTACKS[5], "held": True}
    graph.add_node(Node("Document", DOCUMENT, {**facts, "region": [ATTACKS[6]], "level": ATTACKS[7]}))
    for id_, sha256 in ((COPY, SHA256), ("copy:second", "bd" * 32)):
        copy = {"document": DOCUMENT, "source": ATTACKS[8], "sha256": sha256, "text": TEXT, "script": ATTACKS[9]}
        graph.add_node(Node("Copy", id_, copy))
        graph.add_edge(Edge("COPY_OF", id_, DOCUMENT, {"document": DOCUMENT}))
    at = 0
    for number, attack in enumerate(ATTACKS):
        _add(graph, number, attack, at)
        at += 3 * len(attack) + 7
    return graph


def _add(graph: Graph, number: int, attack: str, at: int) -> None:
    """One line of the text: section, task, duty, agency, channel, type, citation, all called `attack`."""
    name = f"{attack}{number}"
    size = len(attack)
    places = {
        "task": (at, at + 3 * size + 6),
        "duty": (at, at + 2 * size + 2),
        "body": (at + 2 * size + 3, at + 3 * size + 3),
    }

    def claim(what: str) -> dict[str, Any]:
        start, end = places[what]
        owned = {"document": DOCUMENT, "copy": COPY, "rule": attack, "reason": attack}
        return {**owned, "start": start, "end": end, "confidence": 0.5, "corrected_by": attack, "corrected_on": attack}

    text = TEXT[places["task"][0] : places["task"][1]]
    task, duty = f"task:{name}", f"obligation:{name}"
    clause = TEXT[places["duty"][0] : places["duty"][1]]
    duty_facts = {"kind": "disclose", "predicate": attack, "text": clause, "information": [attack], "caption": attack}
    duty_facts |= {"frequency": "P1M", "deadline_text": attack, "trigger": attack}
    nodes = (
        Node("Section", f"section:{name}", {"path": f"{number}", "title": attack, **claim("body")}),
        Node(
            "Task", task, {"number": f"{number}#1", "section": attack, "title": attack, "text": text, **claim("task")}
        ),
        Node("Obligation", duty, {"number": f"{number}#1.1", "task": task, **duty_facts, **claim("duty")}),
        Node("Agency", f"agency:{name}", {"name": name, "kind": "agency", "short": attack, "aliases": [attack]}),
        Node("Channel", f"channel:{name}", {"name": name, "type": attack}),
        Node("InformationType", f"information:{name}", {"name": name, "name_en": attack, "aliases": [attack]}),
        Node("PolicyDomain", f"domain:{name}", {"key": name, "name": attack, "name_en": attack}),
        Node("Document", f"document:cited{name}", {"caption": attack, "title": attack, "held": False}),
    )
    for node in nodes:
        graph.add_node(Node(node.label, node.id, _known(NODES[node.label], node.properties)))
    said = {"mention": attack}
    for edge in (
        Edge("LEADS", f"agency:{name}", task, {**said, **claim("body")}),
        Edge("BEARS", f"agency:{name}", duty, {"role": "lead", **said, **claim("duty")}),
        Edge("REQUIRES", task, duty, claim("duty")),
        Edge("PUBLISHES_VIA", duty, f"channel:{name}", {**said, **claim("duty")}),
        Edge("DISCLOSES", duty, f"information:{name}", {**said, **claim("duty")}),
        Edge("IN_DOMAIN", task, f"domain:{name}", {"primary": True, **claim("task")}),
        Edge("CITES", DOCUMENT, f"document:cited{name}", {"role": attack, "text": attack, **claim("body")}),
    ):
        known = _known(EDGES[edge.type], edge.properties)
        graph.add_edge(Edge(edge.type, edge.source, edge.target, known))


def _known(declared: NodeType | EdgeType, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that the schema takes."""
    names = {prop.name for prop in declared.properties}
    return {name: value for name, value in facts.items() if name in names}
