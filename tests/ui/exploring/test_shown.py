"""What filters, groups and the cap leave of a picture, and what collapsing puts away."""

from __future__ import annotations

import pytest

from graph.values import Edge, Graph, Node
from tests.ui.web.sample import DOCUMENT, sample
from ui.exploring.filters import filtered
from ui.exploring.grouping import COUNT, grouped
from ui.exploring.shown import CAP, collapse, nearest, shown
from ui.exploring.state import Step, View

MONEY, AUDIT, WATER = "agency:云岭省财政厅", "agency:云岭省审计厅", "agency:云岭省水利厅"
TASKS = ("task:岭政办发〔2021〕18号/1.1#1", "task:岭政办发〔2021〕18号/1.2#1")
MONTHLY, SOON, WEEKLY = (f"obligation:岭政办发〔2021〕18号/{n}" for n in ("1.1#1.1", "1.1#1.2", "1.2#1.1"))
DOMAINS = {TASKS[0]: frozenset({"fiscal"}), TASKS[1]: frozenset({"water"})}


def _star(count: int) -> Graph:
    """A middle with `count` leaves, and as many nodes that hang on nothing."""
    graph = Graph()
    for id_ in ("m", *(f"n{i:04}" for i in range(count)), *(f"z{i:04}" for i in range(count))):
        graph.add_node(Node("Agency", id_, {"name": id_}))
    for i in range(count):
        graph.add_edge(Edge("OF_REGION", f"n{i:04}", "m"))
    return graph


def test_labels_and_relationships_that_are_off_go_but_what_was_chosen_stays() -> None:
    view = View(steps=(Step("node", MONEY),), without_labels=frozenset({"Agency", "Copy"}))
    nodes = filtered(sample(), view, {}).nodes
    assert {id_ for id_ in nodes if id_.startswith("agency:")} == {MONEY}
    assert not any(node.label == "Copy" for node in nodes.values())
    assert set(nodes) >= set(TASKS)
    types = {edge.type for edge in filtered(sample(), View(without_types=frozenset({"BEARS"})), {}).edges.values()}
    assert "BEARS" not in types
    assert "LEADS" in types


def test_a_hidden_node_goes_with_its_relationships() -> None:
    graph = filtered(sample(), View(steps=(Step("node", MONEY),), hidden=frozenset({MONEY})), {})
    assert MONEY not in graph.nodes
    assert not any(MONEY in (edge.source, edge.target) for edge in graph.edges.values())


def test_a_frequency_leaves_the_duties_of_that_rhythm_and_what_they_are_joined_to() -> None:
    nodes = filtered(sample(), View(frequency="P1M"), {}).nodes
    assert set(nodes) == {MONTHLY, MONEY, AUDIT, TASKS[0], "information:全省财政收支情况"}


def test_a_domain_leaves_its_tasks_and_their_duties() -> None:
    nodes = filtered(sample(), View(domain="water"), DOMAINS).nodes
    assert {id_ for id_ in nodes if id_.startswith(("task:", "obligation:"))} == {TASKS[1], WEEKLY}
    assert WATER in nodes
    assert MONEY not in nodes


def test_filters_together_are_and() -> None:
    assert MONTHLY not in filtered(sample(), View(domain="water", frequency="P1M"), DOMAINS).nodes
    assert WEEKLY in filtered(sample(), View(domain="water", frequency="P1W"), DOMAINS).nodes


def test_a_notice_leaves_what_it_says() -> None:
    graph = sample()
    graph.add_node(Node("Task", "task:other", {"document": "document:other", "title": "other"}))
    graph.add_edge(Edge("LEADS", MONEY, "task:other", {"document": "document:other"}))
    nodes = filtered(graph, View(document=DOCUMENT), {}).nodes
    assert "task:other" not in nodes
    assert {DOCUMENT, *TASKS, MONEY} <= set(nodes)


def test_grouped_by_notice_its_findings_become_one_node_and_edges_are_counted() -> None:
    graph = grouped(sample(), "document", {})
    assert not any(node.label in ("Task", "Obligation", "Copy") for node in graph.nodes.values())
    assert graph.nodes[DOCUMENT].properties[COUNT] == 6
    assert graph.edges[MONEY, "BEARS", DOCUMENT].properties == {COUNT: 2}
    assert COUNT not in graph.edges[MONEY, "LEADS", DOCUMENT].properties
    assert all(edge.source != edge.target for edge in graph.edges.values())


def test_grouped_by_region_bodies_go_into_their_place() -> None:
    graph = grouped(sample(), "region", {})
    assert not any(node.label == "Agency" for node in graph.nodes.values())
    assert graph.nodes["region:云岭省"].properties[COUNT] == 3


def test_grouped_by_domain_only_where_the_domain_is_in_the_picture() -> None:
    graph = sample()
    assert set(grouped(graph, "domain", DOMAINS).nodes) == set(graph.nodes)
    graph.add_node(Node("PolicyDomain", "domain:fiscal", {"key": "fiscal", "name": "财政"}))
    nodes = grouped(graph, "domain", DOMAINS).nodes
    assert not {TASKS[0], MONTHLY, SOON} & set(nodes)
    assert {TASKS[1], WEEKLY} <= set(nodes)


def test_of_too_many_the_nearest_to_what_was_chosen_are_drawn_and_it_says_so() -> None:
    graph = _star(CAP)
    seen = shown(graph, View(steps=(Step("node", "z0007"), Step("node", "n0003"))), {})
    assert (len(seen.graph), seen.found, seen.capped) == (CAP, 2 * CAP + 1, True)
    assert {"z0007", "n0003", "m"} <= set(seen.graph.nodes)
    assert len(seen.graph.edges) == CAP - 2
    small = shown(_star(3), View(), {})
    assert (len(small.graph), small.capped) == (7, False)


def test_without_anything_chosen_the_best_joined_node_is_the_middle() -> None:
    assert set(nearest(_star(5), (), 4).nodes) == {"m", "n0000", "n0001", "n0002"}


@pytest.mark.parametrize("most", [0, 1])
def test_the_cap_holds_at_its_edge(most: int) -> None:
    assert len(nearest(_star(2), (), most)) == most


def test_collapsing_takes_back_the_expansion_and_what_was_grown_on_it() -> None:
    steps = (Step("node", "a"), Step("grow", "a"), Step("grow", "b"), Step("grow", "c", "LEADS"))
    brings = {(): (), steps[:1]: ("a",), steps[:2]: ("a", "b", "c")}
    view = View(steps=steps)
    assert collapse(view, Graph(), "a", lambda given: brings.get(given, ("a", "b", "c"))).steps == steps[:1]
    assert collapse(view, Graph(), "b", lambda given: ("a", "b", "c")).steps == (*steps[:2], steps[3])


def test_collapsing_what_was_not_expanded_hides_what_hangs_on_it_alone() -> None:
    view = collapse(View(steps=(Step("whole"),)), sample(), "obligation:岭政办发〔2021〕18号/1.1#1.2", lambda _: ())
    assert view.hidden == {"information:预算", "channel:政府网站"}
