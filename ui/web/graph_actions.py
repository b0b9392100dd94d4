"""What a reader does in the view 图谱: bring nodes in, put them away, pin them, ask for a path or a file."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from graph.values import Graph
from ui.exploring.shown import collapse
from ui.exploring.state import Step
from ui.web import page
from ui.web.graph_reads import grown, name, offers_of, step_nodes, visible, way_between
from ui.web.graph_state import change, current, go, redo, say, undo
from ui.web.picture.html import render_html
from ui.web.picture.words import words

MANY = 60
"""A double click that would bring more new nodes asks by which relationship first."""


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
    return go(replace(view, focus=node))


def grow(node: str, relation: str = "", direction: str = "") -> None:
    """The neighbours of `node`, of one relationship where given; such as were hidden are shown again."""
    view, step = current(), Step("grow", node, relation, direction)
    brought = step_nodes(step)
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
        (undo if done == "undo" else redo)()
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
    way = way_between(view.start, end, view.without_types)
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
