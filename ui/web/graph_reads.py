"""What the view 图谱 reads from the store. Each answer is kept for a while, for all readers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from graph.values import Graph
from ui.exploring import growth
from ui.exploring.filters import TASK_DOMAINS
from ui.exploring.offers import Offer, offers
from ui.exploring.paths import shortest
from ui.exploring.search import Suggestion, suggestions
from ui.exploring.shown import Shown, shown
from ui.exploring.state import Step, View, from_address, to_address
from ui.web import page, source
from ui.web.graph_state import current
from ui.web.picture.caption import caption
from ui.web.picture.network import payload
from ui.wording import Language

_KEPT = 60
"""Seconds; then somebody may have built."""
_STRIDE = 20
"""A link of many steps is walked in strides, since each step calls for the one before it."""


def visible(view: View) -> Shown:
    """What `view` shows."""
    return _shown(_key(view))


def grown(view: View) -> Graph:
    """What the steps of `view` bring, before any filter."""
    paths = any(step.kind == "path" for step in view.steps)
    without = view.without_types if paths else frozenset()
    for taken in range(_STRIDE, len(view.steps), _STRIDE):
        _grown(view.steps[:taken], without)
    return _grown(view.steps, without)


def lit_path(view: View) -> Graph:
    """The way that was asked for last."""
    paths = [step for step in view.steps if step.kind == "path"]
    return way_between(paths[-1].node, paths[-1].other, view.without_types) if paths else Graph()


def offers_of(graph: Graph, node: str) -> list[Offer]:
    """What can be opened from `node`, with how much of it `graph` shows."""
    return offers(graph, node, _counted(node))


def suggest(typed: str) -> Sequence[Suggestion]:
    return _suggested(typed, page.language())


def name(node: str) -> str:
    """What a node of the picture is called."""
    found = grown(current()).nodes.get(node)
    return caption(found) if found else node.partition(":")[2]


def _key(view: View) -> str:
    """What the drawn nodes follow from, as text."""
    return urlencode(
        to_address(replace(view.without_focus(), pins={}, start="", centre="", layout="force")), doseq=True
    )


def payload_of(view: View, language: Language) -> tuple[dict[str, Any], str]:
    """What the browser draws for `view`, and a stamp that changes only when that does."""
    return _payload(_key(view), language)


@st.cache_resource(max_entries=64, ttl=_KEPT, show_spinner=False)
def _payload(key: str, language: Language) -> tuple[dict[str, Any], str]:
    made = payload(_shown(key).graph, language)
    stamp = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:16]
    return made, stamp


@st.cache_resource(max_entries=64, ttl=_KEPT, show_spinner=False)
def _shown(key: str) -> Shown:
    view = from_address(parse_qs(key))
    graph = grown(view)
    return shown(graph, view, _domains(graph) if view.domain or view.group == "domain" else {})


def _domains(graph: Graph) -> TASK_DOMAINS:
    tasks = {node.id for node in graph.of_label("Task")}
    tasks |= {str(node.properties.get("task", "")) for node in graph.of_label("Obligation")}
    return source.read(lambda store: growth.domains(store, sorted(tasks)))


@st.cache_resource(max_entries=256, ttl=_KEPT, show_spinner=False)
def _grown(steps: tuple[Step, ...], without: frozenset[str]) -> Graph:
    if not steps:
        return Graph()
    before = _grown(steps[:-1], without)
    return source.read(lambda store: growth.grown(store, before, steps[-1], without))


@st.cache_resource(max_entries=256, ttl=_KEPT, show_spinner=False)
def way_between(start: str, end: str, without: frozenset[str]) -> Graph:
    return source.read(lambda store: shortest(store, start, end, without))


def step_nodes(step: Step) -> frozenset[str]:
    """The nodes that a step brings by itself."""
    return frozenset(_grown((step,), frozenset()).nodes)


@st.cache_resource(max_entries=512, ttl=_KEPT, show_spinner=False)
def _counted(node: str) -> list[dict[str, Any]]:
    return source.read(lambda store: list(growth.relations(store, node).records()))


@st.cache_resource(max_entries=512, ttl=_KEPT, show_spinner=False)
def _suggested(typed: str, language: Language) -> list[Suggestion]:
    return source.read(lambda store: suggestions(store, typed, language))
