from __future__ import annotations

from typing import Any

import pytest

from graph import validate
from graph.validate import check, check_owner
from graph.values import Edge, Graph, Node
from tests.graph.samples import document, notice

OWN = document("样政发〔2030〕1号")
TASK = f"task:{OWN}/1.1#1"


def test_a_sound_graph_has_no_problems() -> None:
    assert check(notice(cites=["别号"])) == []
    assert check_owner(notice(), OWN) == []


def test_a_text_larger_than_a_message_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate, "LONGEST", 10)
    said = "its text has 11 characters, and at most 10 are stored"
    assert [said in " ".join(check(_with_copy("政" * length))) for length in (10, 11)] == [False, True]


def _with_copy(text: str) -> Graph:
    graph = notice()
    graph.add_node(Node("Copy", "copy:1", {"document": OWN, "text": text}))
    return graph


@pytest.mark.parametrize(
    ("node", "problem"),
    [
        (Node("Bureau", "x", {}), "unknown label 'Bureau'"),
        (Node("Region", "x", {"name": "甲", "colour": "red"}), "unknown property 'colour'"),
        (Node("Region", "x", {}), "property 'name' is missing"),
        (Node("Region", "x", {"name": None}), "property 'name' is missing"),
        (Node("Region", "x", {"name": 7}), "property 'name' must be string, not 7"),
        (Node("Region", "x", {"name": "甲", "id": "y"}), "property 'id' is 'y'"),
        (Node("Region", "", {"name": "甲"}), "the id must be text"),
        (Node("Agency", "x", {"name": "甲", "kind": "agency", "aliases": "乙"}), "'aliases' must be strings"),
        (Node("Agency", "x", {"name": "甲", "kind": "agency", "aliases": ["乙", None]}), "'aliases' must be strings"),
        (Node("Document", "x", {"caption": "甲", "held": 1}), "'held' must be boolean"),
        (Node("Document", "x", {"caption": "甲", "held": True, "instrument_year": True}), "must be integer"),
        (Node("Document", "x", {"caption": "甲", "held": True, "instrument_year": 2030.0}), "must be integer"),
        # what no engine stores
        (Node("Document", "x", {"caption": "甲", "held": True, "instrument_year": 2**63}), "must be integer"),
        (Node("Region", "x", {"name": "半个字\ud840"}), "property 'name' must be string"),
        (Node("Agency", "x", {"name": "甲", "kind": "agency", "aliases": ["\udfff"]}), "'aliases' must be strings"),
        (Node("Region", "x\ud840", {"name": "甲"}), "the id must be text"),
    ],
)
def test_node_problems(node: Node, problem: str) -> None:
    assert any(problem in found for found in check(Graph({node.id: node})))


@pytest.mark.parametrize(
    ("edge", "problem"),
    [
        (Edge("OWNS", TASK, OWN), "unknown type 'OWNS'"),
        (Edge("LEADS", TASK, OWN), "may not join Task to Document"),
        (Edge("PART_OF", TASK, "section:x"), "there is no node 'section:x'"),
        (Edge("PART_OF", "task:x", OWN), "there is no node 'task:x'"),
        (Edge("PART_OF", TASK, OWN, {"weight": 1}), "unknown property 'weight'"),
        (Edge("PART_OF", TASK, OWN, {"confidence": "high"}), "'confidence' must be float"),
        (Edge("PART_OF", TASK, OWN, {"confidence": float("nan")}), "'confidence' must be float"),
        (Edge("BEARS", "agency:样例省财政厅", f"obligation:{OWN}/1.1#1.1", {}), "property 'role' is missing"),
    ],
)
def test_edge_problems(edge: Edge, problem: str) -> None:
    graph = notice()
    graph.edges[edge.key] = edge
    assert any(problem in found for found in check(graph))


@pytest.mark.parametrize("value", [None, []])
def test_absent_values_have_any_kind(value: Any) -> None:
    assert check(notice(region=value, title=None)) == []


def test_owner_problems() -> None:
    graph = notice()
    graph.add_node(Node("Task", "task:other", {"number": "1", "document": "document:other"}))
    graph.add_edge(Edge("PART_OF", "task:other", OWN, {"document": "document:other"}))

    assert len(check_owner(graph, OWN)) == 2
    assert "there is no Document 'document:none' in it" in check_owner(notice(), "document:none")
