from __future__ import annotations

import pytest

from graph.schema import EDGE_TYPES, NODES
from graph.store import Store
from graph.values import Edge, Graph, Node
from tests.graph.samples import document, notice

pytest.importorskip("py2neo")

from graph.py2neo_bridge import OGM_LABELS, from_subgraph, ogm, open_py2neo, to_subgraph

NAME = "样政发〔2030〕1号"


def test_subgraph_and_back() -> None:
    assert from_subgraph(to_subgraph(notice(NAME, cites=["别号"]))) == notice(NAME, cites=["别号"])


def test_py2neo_merges_what_the_store_reads(store: Store) -> None:
    with open_py2neo("writer") as graph:
        graph.merge(to_subgraph(notice(NAME)))
        graph.merge(to_subgraph(notice(NAME)))
        assert graph.run("MATCH (t:Task) RETURN count(t)").evaluate() == 2

    assert store.graph("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m") == notice(NAME)
    assert not store.replace(document(NAME), notice(NAME))


def _everyday(name: str) -> Graph:
    """A notice whose obligation names what it discloses and where, in a domain, and that cites another document."""
    graph = notice(name, tasks=["1.1#1"], cites=["别号"])
    own, task, duty = document(name), f"task:{document(name)}/1.1#1", f"obligation:{document(name)}/1.1#1.1"
    at = {"document": own}
    graph.add_node(Node("InformationType", "information:预算", {"name": "预算"}))
    graph.add_node(Node("Channel", "channel:网站", {"name": "网站", "type": "website"}))
    graph.add_node(Node("PolicyDomain", "domain:fiscal", {"name": "财政", "key": "fiscal"}))
    graph.add_edge(Edge("DISCLOSES", duty, "information:预算", at))
    graph.add_edge(Edge("PUBLISHES_VIA", duty, "channel:网站", at))
    graph.add_edge(Edge("IN_DOMAIN", task, "domain:fiscal", at))
    graph.add_edge(Edge("ISSUED_BY", own, "agency:样例省财政厅", at))
    graph.add_edge(Edge("BEARS", "agency:样例省财政厅", duty, {**at, "role": "lead"}))
    return graph


def test_ogm_classes_follow_the_edges_both_ways(store: Store) -> None:
    store.replace(document(NAME), _everyday(NAME))
    classes = ogm()
    with open_py2neo() as graph:
        agency = classes["Agency"].match(graph, "agency:样例省财政厅").first()
        [task] = agency.leads
        [duty] = task.requires
        assert (agency.name, task.number, duty.information) == ("样例省财政厅", "1.1#1", ["预算"])
        assert [[item.name for item in group] for group in (duty.discloses, duty.publishes_via, task.in_domain)] == [
            ["预算"],
            ["网站"],
            ["财政"],
        ]
        [paper] = task.part_of
        assert paper.caption == NAME
        assert [item.caption for item in paper.cites] == ["别号"]
        assert [item.name for item in paper.issued_by] == [item.name for item in task.agency_leads] == ["样例省财政厅"]
        channel = classes["Channel"].match(graph).where(name="网站").first()
        assert [item.id for item in channel.obligation_publishes_via] == [duty.id] == [item.id for item in agency.bears]


def test_every_edge_between_ogm_labels_has_a_name_of_its_own() -> None:
    for label, made in ogm().items():
        names = [name for name in vars(made) if not name.startswith("_")]
        ends = [pair for edge_type in EDGE_TYPES for pair in edge_type.ends if set(pair) <= set(OGM_LABELS)]
        edges = sum((source == label) + (target == label) for source, target in ends)
        assert len(names) == len(NODES[label].properties) + 1 + edges
    assert ogm()["Agency"] is ogm()["Agency"]
