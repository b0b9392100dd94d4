"""The page. Run by ui.web.serve; Streamlit executes this file on every visit and click.

The view stands in the address as ?view=…: with paths of their own, Streamlit's script would first ask for its files
below each path and leave errors in the console.
"""

from __future__ import annotations

import streamlit as st

from ui.web import account, page
from ui.web.theme import CSS, TINTS
from ui.web.views import about, ask, calendar, compare, documents, graph, imports, overview, saved

VIEWS = {
    "ask": (ask.show, "问答", "Ask"),
    "graph": (graph.show, "图谱", "Graph"),
    "queries": (saved.show, "查询", "Queries"),
    "documents": (documents.show, "文件", "Notices"),
    "import": (imports.show, "导入", "Import"),
    "compare": (compare.show, "对比", "Compare"),
    "calendar": (calendar.show, "日历", "Calendar"),
    "overview": (overview.show, "概览", "Overview"),
    "about": (about.show, "设置", "Settings"),
}


def main() -> None:
    """The page: style, navigation, and the view that the address names."""
    st.set_page_config(page_title=page.say("政务公开知识图谱", "Disclosure obligations"), layout="wide")
    tint = TINTS["dark" if st.context.theme.type == "dark" else "light"]
    st.html(f"<style>{tint}{CSS}</style>")
    if not account.admitted():
        return
    view = st.query_params.get("view", "ask")
    view = view if view in VIEWS else "ask"
    _head(view)
    with page.sentences_for_errors():
        VIEWS[view][0]()


def _head(view: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        st.session_state["view"] = view
        st.segmented_control(
            page.say("视图", "View"),
            list(VIEWS),
            key="view",
            format_func=lambda name: page.say(*VIEWS[name][1:]),
            on_change=_go,
            label_visibility="collapsed",
        )
        other = "en" if page.language() == "zh" else "zh"
        words = {"en": "English", "zh": "中文"}[other]
        st.button(words, key="switch", type="tertiary", on_click=page.set_language, args=(other,))


def _go() -> None:
    """To the view that was chosen; its own state starts afresh."""
    chosen = st.session_state["view"]
    if chosen:
        page.move_to(chosen)


main()
