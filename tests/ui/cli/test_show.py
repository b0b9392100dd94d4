"""Answers on the terminal."""

from __future__ import annotations

import pytest

from graph.values import Edge, Graph, Node
from ui.answers import evidence
from ui.cli.show import _clause, show_graph

ROW = {"document": "document:1", "number": "岭政办发〔2021〕18号", "start": 7, "rule": "verified", "confidence": 1.0}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "原文未收录 (source text not included)  核读 1.00"),
        ("en", "source text not included  verified 1.00"),
    ],
)
def test_a_finding_whose_source_is_not_here_says_so(lang, said):
    found = evidence({**ROW, "clause": None}, lang)
    assert found is not None
    shown = _clause(1, found, lang).plain
    assert said in shown
    assert "“" not in shown


def test_a_clause_is_quoted():
    found = evidence({**ROW, "clause": "公开预算", "rule": "object"}, "zh")
    assert found is not None
    shown = _clause(1, found, "zh").plain
    assert "“公开预算”  object 1.00" in shown
    assert "原文未收录" not in shown


def test_a_row_about_a_whole_notice_has_no_evidence():
    assert evidence({"document": "document:1", "start": 7}, "zh") is None


def test_a_picture_in_words_says_who_followed_whom_and_when(capsys):
    old, new = (Node("Agency", f"agency:{name}", {"name": name}) for name in ("旧局", "新局"))
    graph = Graph()
    graph.add_node(old)
    graph.add_node(new)
    graph.add_edge(Edge("SUCCEEDED_BY", old.id, new.id, {"on": "2018/2019"}))
    show_graph(graph, "zh")
    assert "旧局 → 新局  职能并入 2018/2019" in capsys.readouterr().out
