"""What the view 图谱 reads and keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import streamlit as st

from graph.values import Graph, Node
from ui.exploring.state import MOST, Step, View
from ui.web import graph_reads


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The steps that were read from a store in which each step brings its own node."""
    steps: list[str] = []

    def grown(store: Any, before: Graph, step: Step, without: frozenset[str]) -> Graph:
        steps.append(step.node)
        return Graph({**before.nodes, step.node: Node("Agency", step.node, {"name": step.node})}, {})

    def read(use: Callable[[Any], Any]) -> Any:
        return use(None)

    st.cache_resource.clear()
    monkeypatch.setattr("ui.exploring.growth.grown", grown)
    monkeypatch.setattr("ui.web.source.read", read)
    yield steps
    st.cache_resource.clear()


def test_a_link_of_the_most_steps_opens(taken: list[str]) -> None:
    steps = tuple(Step("node", f"agency:{i}") for i in range(MOST))
    assert len(graph_reads.grown(View(steps=steps)).nodes) == MOST


def test_each_step_is_read_once_and_another_layout_reads_nothing(taken: list[str]) -> None:
    one, two = Step("node", "agency:a"), Step("grow", "agency:b")
    assert set(graph_reads.visible(View(steps=(one,))).graph.nodes) == {"agency:a"}
    assert len(graph_reads.visible(View(steps=(one, two))).graph) == 2
    graph_reads.visible(View(steps=(one, two), layout="levels", pins={"agency:a": (1, 2)}, focus="agency:b"))
    assert taken == ["agency:a", "agency:b"]


def test_the_stamp_changes_with_what_is_drawn_only(taken: list[str]) -> None:
    view = View(steps=(Step("node", "agency:a"),))
    _, stamp = graph_reads.payload_of(view, "zh")
    assert graph_reads.payload_of(View(steps=view.steps, focus="agency:a"), "zh")[1] == stamp
    assert graph_reads.payload_of(View(steps=view.steps, hidden=frozenset({"agency:a"})), "zh")[1] != stamp
