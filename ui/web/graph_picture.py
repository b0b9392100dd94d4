"""The picture of the view 图谱: all that it is told, and in one sentence what it shows."""

from __future__ import annotations

import time
from typing import Any

import streamlit as st

from ui.exploring.shown import CAP, Shown
from ui.exploring.state import View
from ui.web import page
from ui.web.graph_reads import lit_path, payload_of
from ui.web.picture.words import words


def data(view: View) -> dict[str, Any]:
    """All that the picture is told: payload, layout, pins, the lit path, what to select, and a file that was asked for.
    The payload of the same address is made once."""
    language = page.language()
    made, stamp = payload_of(view, language)
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


def _told(view: View) -> dict[str, str]:
    """Which node to select; with a new mark where the picture does not know it yet (a link, the search, undoing), so
    that the reader's next choice is not taken back by the answer to the last."""
    state = st.session_state
    if "graph-told" not in state or state.get("graph-focus") != view.focus:
        state["graph-focus"] = view.focus
        state["graph-told"] = {"selected": view.focus, "told": str(time.time_ns())}
    told: dict[str, str] = state["graph-told"]
    return told
