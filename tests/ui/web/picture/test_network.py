"""A Graph value to pyvis, and to the plain data that the browser gets."""

from __future__ import annotations

import json

from graph.schema import NODE_TYPES
from graph.values import Edge, Graph, Node
from tests.ui.web.sample import sample
from ui.web.picture.caption import caption, columns, tooltip, wrap
from ui.web.picture.network import legend, network, payload
from ui.web.picture.styles import options, vis_shape

HOSTILE = '</script><img src=x onerror="alert(1)">'


def test_caption_is_the_property_that_the_schema_names_else_a_readable_end_of_the_id() -> None:
    assert caption(Node("Agency", "agency:财政部", {"name": "财政部"})) == "财政部"
    assert caption(Node("Task", "task:x/1#1", {"number": "1.4#1"})) == "一（四）"
    assert caption(Node("Task", "task:x/1.4#1", {"number": "1.4#1", "text": "及时公开\n预算。"})) == "及时公开 预算。"
    assert caption(Node("Unknown", "thing:甲")) == "甲"


def test_wrap_keeps_lines_short_and_words_whole() -> None:
    assert wrap("黑龙江省发展和改革委员会") == "黑龙江省发展和改\n革委员会"
    assert wrap("government website of the province") == "government\nwebsite of the\nprovince"
    long = wrap("公开" * 40)
    assert long.endswith("…")
    assert long.count("\n") == 2
    assert all(columns(line) <= 16 for line in long.split("\n"))
    assert wrap("") == ""


def test_every_node_and_edge_is_drawn_in_its_own_style() -> None:
    drawn = network(sample())
    agency = next(node for node in drawn.nodes if node["id"] == "agency:云岭省财政厅")
    assert (agency["label"], agency["group"], agency["shape"]) == ("云岭省财政厅", "Agency", "box")
    leads = next(edge for edge in drawn.edges if edge["title"] == "牵头")
    supports = next(edge for edge in drawn.edges if edge["title"] == "配合")
    assert leads["width"] > 1
    assert "dashes" not in leads
    assert supports["dashes"]
    assert (len(drawn.nodes), len(drawn.edges)) == (len(sample().nodes), len(sample().edges))


def test_an_edge_to_a_node_outside_the_graph_is_left_out() -> None:
    graph = Graph()
    graph.add_node(Node("Agency", "agency:a", {"name": "a"}))
    graph.add_edge(Edge("LEADS", "agency:a", "task:gone"))
    assert network(graph).edges == []


def test_every_label_has_colour_and_shape_in_both_themes() -> None:
    for theme in ("light", "dark"):
        groups = options(theme)["groups"]  # type: ignore[arg-type]  # the two literals
        assert set(groups) == {node_type.label for node_type in NODE_TYPES}
    assert {vis_shape(node_type) for node_type in NODE_TYPES} == {
        "box",
        "custom",
        "diamond",
        "ellipse",
        "hexagon",
        "triangle",
    }


def test_legend_has_the_labels_that_occur_with_their_counts() -> None:
    assert [(entry["label"], entry["name"], entry["count"]) for entry in legend(sample())] == [
        ("Document", "文件", 1),
        ("Copy", "副本", 1),
        ("Task", "任务", 2),
        ("Obligation", "义务", 3),
        ("Agency", "机构", 3),
        ("Region", "地区", 1),
        ("InformationType", "信息类别", 3),
        ("Channel", "渠道", 1),
    ]


def test_a_hostile_name_stays_plain_text_and_long_texts_stay_at_home() -> None:
    graph = Graph()
    graph.add_node(Node("Agency", HOSTILE, {"name": HOSTILE}))
    graph.add_node(Node("Copy", "copy:1", {"source": "a.txt", "text": "原文" * 5000}))
    sent = payload(graph)
    node = sent["nodes"][0]
    assert node["id"] == HOSTILE
    assert "<img" in node["label"].replace("\n", "")
    assert set(node) <= {"id", "label", "shape", "group", "title", "name", "rank"}
    assert len(json.dumps(sent["nodes"])) < 2000


def test_tooltip_is_the_kind_the_name_and_the_clause() -> None:
    node = Node("Obligation", "obligation:1", {"caption": "公开预算", "text": "及时公开\n预算"})
    assert tooltip(node, "zh") == "义务  公开预算\n及时公开预算"
