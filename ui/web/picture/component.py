"""The picture on the page: a Streamlit component that gives clicks back to Python.

vis-network is half a megabyte and the same for every picture, so a component of its own brings it once a page; the
picture itself is a second, small one that is sent anew when its graph changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.values import Graph
from ui.web.picture.assets import HTML, own, picture_script, vis_value
from ui.web.picture.network import payload
from ui.web.picture.words import words
from ui.wording import Language

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_BRING = """
const shelf = (globalThis.zwgkPictures ??= { memories: {} });
shelf.vis ??= new Promise((resolve) => { shelf.bring = resolve; });
export default function () {
  if (!shelf.bring) return;
  shelf.bring(VALUE);
  delete shelf.bring;
}
"""


@dataclass(frozen=True)
class Clicks:
    """What the reader did: the node that is chosen."""

    selected: str | None


def draw(
    graph: Graph,
    *,
    key: str,
    language: Language = "zh",
    height: int = 460,
    on_expand: Callable[[str, str], None] | None = None,
) -> Clicks:
    """Draw `graph`. Pictures of one `key` share positions and view, over reruns and growth. A double click (or the
    button, or Enter) calls `on_expand(key, node id)` before the page runs again, so that the growth is in its graph."""
    widget = f"picture-{key}"

    def expand() -> None:
        node = st.session_state[widget].get("expand")
        if on_expand and node:
            on_expand(key, node)

    _library()(key="vis-network", height=1)
    data = {**payload(graph, language), "words": words(language), "memory": key, "height": height}
    result = _picture()(key=widget, data=data, on_selected_change=lambda: None, on_expand_change=expand)
    return Clicks(result.get("selected"))


def explore(
    data: Mapping[str, Any],
    *,
    key: str,
    on_select: Callable[[str | None], None],
    on_expand: Callable[[str], None],
    on_act: Callable[[Mapping[str, Any]], None],
) -> None:
    """The picture of the view 图谱, with its tools: `data` is a payload with what the view adds to it. A choice, a
    double click and an action (hide, collapse, pin, undo, redo, html) are told before the page runs again."""
    widget = f"picture-{key}"

    def told(name: str, use: Callable[[Any], None]) -> Callable[[], None]:
        return lambda: use(st.session_state[widget].get(name))

    _library()(key="vis-network", height=1)
    _picture()(
        key=widget,
        data={**data, "memory": key, "explore": True},
        on_selected_change=told("selected", on_select),
        on_expand_change=told("expand", on_expand),
        on_act_change=told("act", on_act),
    )


@cache
def _library() -> ComponentRenderer:
    return st.components.v2.component("zwgk_vis", js=_BRING.replace("VALUE", vis_value()))


@cache
def _picture() -> ComponentRenderer:
    html = HTML.replace('class="picture"', 'class="picture can-expand"')
    script = picture_script() + own("component.js")
    return st.components.v2.component("zwgk_picture", html=html, css=own("picture.css"), js=script)
