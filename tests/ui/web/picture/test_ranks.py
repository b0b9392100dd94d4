"""Rows of a picture by levels."""

from __future__ import annotations

from graph.values import Edge, Graph, Node
from tests.ui.web.sample import sample
from ui.web.picture.network import payload
from ui.web.picture.ranks import ranks


def test_places_come_before_notices_bodies_tasks_duties_and_things() -> None:
    rows = ranks(sample())
    down = ["region:云岭省", "document:岭政办发〔2021〕18号", "agency:云岭省财政厅"]
    down += ["task:岭政办发〔2021〕18号/1.1#1", "obligation:岭政办发〔2021〕18号/1.1#1.1", "channel:政府网站"]
    assert [rows[id_] for id_ in down] == sorted({rows[id_] for id_ in down})
    assert sorted(set(rows.values())) == list(range(len(set(rows.values()))))


def test_the_higher_level_stands_higher_and_a_body_has_that_of_its_region() -> None:
    graph = Graph()
    for name, level in (("甲市", "city"), ("乙省", "province")):
        graph.add_node(Node("Region", f"region:{name}", {"name": name, "level": level}))
        graph.add_node(Node("Agency", f"agency:{name}", {"name": name}))
        graph.add_edge(Edge("OF_REGION", f"agency:{name}", f"region:{name}"))
    rows = ranks(graph)
    assert rows["region:乙省"] < rows["region:甲市"] < rows["agency:乙省"] < rows["agency:甲市"]


def test_the_browser_is_told_the_row() -> None:
    sent = {node["id"]: node["rank"] for node in payload(sample())["nodes"]}
    assert sent == ranks(sample())
