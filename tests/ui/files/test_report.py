"""The report and its picture: whole, and no text of a notice becomes anything but text."""

from __future__ import annotations

from xml.etree import ElementTree

from graph.values import Edge, Graph, Node
from tests.ui.web.sample import HOSTILE, sample
from ui.answers import Answers, Evidence, Row
from ui.files.report import Source, render_report
from ui.files.svg import render_svg

SVG = "{http://www.w3.org/2000/svg}"
VERSIONS = {"made": "2026", "extractor": "9", "engine": "e", "python": "3", "packages": {"zwgk": "0.1"}}


def test_every_node_and_edge_is_drawn():
    graph = sample()
    root = ElementTree.fromstring(render_svg(graph, "zh"))
    assert len(list(root.iter(f"{SVG}rect"))) == len(graph.nodes)
    assert len(list(root.iter(f"{SVG}line"))) == len(graph.edges)


def test_hostile_text_stays_text_in_picture_and_report():
    graph = Graph()
    one = graph.add_node(Node("Agency", "agency:1", {"name": HOSTILE}))
    two = graph.add_node(Node("Task", "task:1", {"title": HOSTILE}))
    graph.add_edge(Edge("LEADS", one.id, two.id))
    ElementTree.fromstring(render_svg(graph, "zh"))
    proof = Evidence(HOSTILE, HOSTILE, HOSTILE, HOSTILE, ((0, 3),), HOSTILE, 0.5, "document:1", 3)
    page = render_report(
        question=HOSTILE,
        sentence=HOSTILE,
        answers=Answers((HOSTILE,), ("",), (Row((HOSTILE,), proof),)),
        sources=[Source("copy:1", HOSTILE, HOSTILE, HOSTILE, "x", HOSTILE, HOSTILE)],
        cypher=HOSTILE,
        parameters=HOSTILE,
        versions=VERSIONS,
        picture=graph,
        language="zh",
    )
    assert "<script" not in page.lower()
    assert "<img" not in page.lower()
    assert "default-src 'none'" in page


def test_the_words_that_a_row_is_about_are_marked():
    proof = Evidence("岭〔1〕1号", "一", "头", "按月公布票价", ((2, 4),), "r", 0.5, "document:1", 3)
    page = render_report(
        question="问",
        sentence="答",
        answers=Answers(("公开内容",), ("",), (Row(("票价",), proof),)),
        sources=[],
        cypher="MATCH",
        parameters="{}",
        versions=VERSIONS,
        picture=Graph(),
        language="zh",
    )
    assert "按月<mark>公布</mark>票价 <small>r 0.50 @3</small>" in page
