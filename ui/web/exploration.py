"""The view 图谱 between the address, the session and the store: what is shown now, and every change to it.

A change goes into the address; what was before goes on a pile of the session, for undoing.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from graph.errors import StoreError
from graph.values import Graph
from queries.errors import QueryError
from ui.exploring import growth
from ui.exploring.filters import TASK_DOMAINS
from ui.exploring.offers import Offer, offers
from ui.exploring.paths import shortest
from ui.exploring.search import Suggestion, suggestions
from ui.exploring.shown import CAP, Shown, collapse, shown
from ui.exploring.state import NAMES, Group, Step, View, from_address, to_address
from ui.web import page, source
from ui.web.picture.caption import caption
from ui.web.picture.html import render_html
from ui.web.picture.network import payload
from ui.web.picture.words import words
from ui.wording import Language

MANY = 60
"""A double click that would bring more new nodes asks by which relationship first."""

GROUPS: dict[Group, tuple[str, str]] = {
    "": ("不归并", "No grouping"),
    "document": ("按通知归并", "Group by notice"),
    "domain": ("按领域归并", "Group by domain"),
    "region": ("按地区归并", "Group by region"),
}

_KEPT = 60
"""Seconds that what was read is kept, for all readers; then somebody may have built."""


def current() -> View:
    """The view of the address."""
    return from_address({name: st.query_params.get_all(name) for name in NAMES})


def change(view: View) -> None:
    """Show `view`; what was shown before can be had back."""
    before = current()
    if view.without_focus() != before.without_focus():
        _pile("past").append(before)
        _pile("future").clear()
    _go(view)


def undo() -> None:
    _exchange("past", "future")


def redo() -> None:
    _exchange("future", "past")


def can(pile: str) -> bool:
    """Whether there is anything to undo (`past`) or to do again (`future`)."""
    return bool(_pile(pile))


def guarded(use: Callable[..., None]) -> Callable[..., None]:
    """`use` as what a widget calls: what the store refuses becomes a sentence over the picture."""

    def called(*arguments: Any) -> None:
        try:
            use(*arguments)
        except (StoreError, QueryError) as error:
            say(str(error))

    return called


def say(sentence: str) -> None:
    """A sentence for the next drawing of the page."""
    st.session_state["graph-said"] = sentence


def said() -> str:
    return str(st.session_state.pop("graph-said", ""))


def focus(node: str | None) -> None:
    """Look at a node, or at none; the picture has chosen it already."""
    st.session_state["graph-focus"] = node or ""
    _go(replace(current(), focus=node or ""))


def choose(node: str) -> None:
    """A node of the search box comes into the picture; where it is joined to few, they come too."""
    view = current()
    if node not in grown(view).nodes:
        view = view.with_step(Step("node", node))
        if 0 < sum(offer.total for offer in offers_of(Graph(), node)) <= MANY // 2:
            view = view.with_step(Step("grow", node))
    change(replace(view, focus=node, hidden=view.hidden - {node}))


def open_step(step: Step) -> None:
    """Begin with a notice or with everything."""
    change(replace(current().with_step(step), focus=step.node))


def clear() -> None:
    change(View())


def set_fields(**fields: Any) -> None:
    """Change some fields of the view: layout, filters, where a path starts. A radial layout goes round the node that
    is looked at."""
    view = replace(current(), **fields)
    change(replace(view, centre=view.focus) if fields.get("layout") == "radial" else view)


def group(by: Group) -> None:
    set_fields(group=by)


def widen() -> None:
    """All filters off."""
    nothing: frozenset[str] = frozenset()
    set_fields(without_labels=nothing, without_types=nothing, domain="", frequency="", document="")


def sentence(view: View, seen: Shown) -> str:
    """What is drawn, and what is not and why."""
    nodes, edges = len(seen.graph), len(seen.graph.edges)
    parts = [page.say(f"{nodes:,} 个节点、{edges:,} 条关系。", f"{nodes:,} nodes, {edges:,} relationships.")]
    if seen.capped:
        parts.append(
            page.say(
                f"符合的共 {seen.found:,} 个，超过一次画得清的 {CAP:,} 个，只画离所选最近的。",
                f"{seen.found:,} answer, more than the {CAP:,} that can be drawn clearly: the nearest are.",
            )
        )
    if view.hidden:
        parts.append(page.say(f"隐去 {len(view.hidden)} 个。", f"{len(view.hidden)} hidden."))
    if seen.graph.cut:
        parts.append(page.say("关系太多，没有读完。", "There were too many relationships to read them all."))
    return page.say("", " ").join(parts)


def expand(node: str) -> None:
    """All that `node` is joined to; where that is much, the panel asks by which relationship first."""
    view = current()
    missing = sum(max(0, offer.total - offer.drawn) for offer in offers_of(visible(view).graph, node))
    if not missing:
        say(page.say(f"“{name(node)}”的相邻节点都已在图中。", f"All neighbours of “{name(node)}” are shown already."))
    elif missing <= MANY:
        return grow(node)
    else:
        say(
            page.say(
                f"“{name(node)}”还有 {missing} 个相邻节点不在图中：在右边选一种关系。",
                f"“{name(node)}” has {missing} more neighbours: choose a relationship beside the picture.",
            )
        )
    return _go(replace(view, focus=node))


def grow(node: str, relation: str = "", direction: str = "") -> None:
    """The neighbours of `node`, of one relationship where given; such as were hidden are shown again."""
    view, step = current(), Step("grow", node, relation, direction)
    brought = _step_nodes(step)
    before = len(visible(view).graph)
    after = replace(view.with_step(step), focus=node, hidden=view.hidden - brought)
    change(after)
    added = len(visible(after).graph) - before
    say(page.say(f"已展开“{name(node)}”，新增 {added} 个节点。", f"Expanded “{name(node)}”: {added} new nodes."))


def act(what: Mapping[str, Any] | None) -> None:
    """An action of the picture's own buttons and keys."""
    what = what or {}
    done, node = str(what.get("do")), str(what.get("id") or "")
    if done in ("undo", "redo"):
        _exchange(*(("past", "future") if done == "undo" else ("future", "past")))
    elif done == "hide" and node:
        view = current()
        change(replace(view, hidden=view.hidden | {node}, focus=""))
    elif done == "collapse" and node:
        view = current()
        change(collapse(view, visible(view).graph, node, lambda steps: grown(replace(view, steps=steps)).nodes))
    elif done == "pin" and node:
        _pin(node, what.get("at"))
    elif done == "html":
        st.session_state["graph-file"] = _file(what)


def find_path(end: str) -> None:
    """The shortest way from the chosen start to `end`, over the relationships that are not filtered away."""
    view = current()
    way = _way(view.start, end, view.without_types)
    if not way.nodes:
        say(
            page.say(
                f"“{name(view.start)}”与“{name(end)}”之间八步之内没有路。放宽关系的筛选再试。",
                f"No way of eight steps between “{name(view.start)}” and “{name(end)}”. Allow more relationships.",
            )
        )
        return
    step = Step("path", view.start, other=end)
    steps = (*(one for one in view.steps if one != step), step)
    change(replace(view, steps=steps, start="", focus=end, hidden=view.hidden - way.nodes.keys()))


def visible(view: View) -> Shown:
    """What `view` shows."""
    return _shown(_key(view))


def grown(view: View) -> Graph:
    """What the steps of `view` bring, before any filter."""
    paths = any(step.kind == "path" for step in view.steps)
    return _grown(view.steps, view.without_types if paths else frozenset())


def lit_path(view: View) -> Graph:
    """The way that was asked for last."""
    paths = [step for step in view.steps if step.kind == "path"]
    return _way(paths[-1].node, paths[-1].other, view.without_types) if paths else Graph()


def offers_of(graph: Graph, node: str) -> list[Offer]:
    """What can be opened from `node`, with how much of it `graph` shows."""
    return offers(graph, node, _counted(node))


def suggest(typed: str) -> Sequence[Suggestion]:
    return _suggested(typed, page.language())


def name(node: str) -> str:
    """What a node of the picture is called."""
    found = grown(current()).nodes.get(node)
    return caption(found) if found else node.partition(":")[2]


def data(view: View) -> dict[str, Any]:
    """All that the picture is told: payload, layout, pins, the lit path, what to select, and a file that was asked for.
    The payload of the same address is made once."""
    language = page.language()
    made, stamp = _payload(_key(view), language)
    lit = lit_path(view)
    return {
        **made,
        "stamp": "\n".join((stamp, view.layout, view.centre, *("\t".join(key) for key in lit.edges))),
        "words": words(language),
        "layout": view.layout,
        "centre": view.centre or next((step.node for step in view.steps), ""),
        "pins": view.pins,
        "lit": {"nodes": list(lit.nodes), "edges": ["\t".join(key) for key in lit.edges]},
        "file": st.session_state.pop("graph-file", None),
        **_told(view),
    }


def _told(view: View) -> dict[str, str]:
    """Which node to select; with a new mark where the picture does not know it yet (a link, the search, undoing), so
    that the reader's next choice is not taken back by the answer to the last."""
    state = st.session_state
    if "graph-told" not in state or state.get("graph-focus") != view.focus:
        state["graph-focus"] = view.focus
        state["graph-told"] = {"selected": view.focus, "told": str(time.time_ns())}
    told: dict[str, str] = state["graph-told"]
    return told


def _pin(node: str, at: Any) -> None:
    view = current()
    pins = {id_: place for id_, place in view.pins.items() if id_ != node}
    if isinstance(at, (list, tuple)) and len(at) == 2:
        pins[node] = (int(at[0]), int(at[1]))
    change(replace(view, pins=pins))


def _file(what: Mapping[str, Any]) -> dict[str, str]:
    language = page.language()
    places = {str(id_): at for id_, at in dict(what.get("places") or {}).items()}
    text = render_html(visible(current()).graph, language, places=places)
    return {"stamp": str(time.time_ns()), "name": f"{words(language)['file']}.html", "text": text}


def _pile(which: str) -> list[View]:
    pile: list[View] = st.session_state.setdefault(f"graph-{which}", [])
    return pile


def _exchange(take: str, give: str) -> None:
    if _pile(take):
        _pile(give).append(current())
        _go(_pile(take).pop())


def _go(view: View) -> None:
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in NAMES}
    st.query_params.from_dict(others | to_address(view))


def _key(view: View) -> str:
    """What the drawn nodes follow from, as text."""
    return urlencode(
        to_address(replace(view.without_focus(), pins={}, start="", centre="", layout="force")), doseq=True
    )


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
def _way(start: str, end: str, without: frozenset[str]) -> Graph:
    return source.read(lambda store: shortest(store, start, end, without))


def _step_nodes(step: Step) -> frozenset[str]:
    return frozenset(_grown((step,), frozenset()).nodes)


@st.cache_resource(max_entries=512, ttl=_KEPT, show_spinner=False)
def _counted(node: str) -> list[dict[str, Any]]:
    return source.read(lambda store: list(growth.relations(store, node).records()))


@st.cache_resource(max_entries=512, ttl=_KEPT, show_spinner=False)
def _suggested(typed: str, language: Language) -> list[Suggestion]:
    return source.read(lambda store: suggestions(store, typed, language))
