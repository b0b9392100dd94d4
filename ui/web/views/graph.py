"""图谱: walk the graph from node to node; the picture, what can be opened from the chosen node, and its evidence."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ui.exploring.state import Step, View
from ui.web import graph_actions, graph_picture, graph_reads, graph_state, page, source
from ui.web.graph_tools import GROUPS, show_filter_words, show_tools
from ui.web.node_panel import show_panel
from ui.web.picture.component import explore
from ui.web.picture.finder import find

KEY = "graph"
HEIGHT = 640


def show() -> None:
    """Search box, tools, one sentence, the picture, and beside it the panel of the chosen node."""
    _search()
    view = graph_state.current()
    if not view.steps:
        _start()
        return
    show_tools(view)
    # One box for all sentences, however many: what stands after it keeps its place, so that the picture is not rebuilt.
    with st.container(key="graph-words"):
        _sentence(view)
        show_filter_words(view)
    drawn, beside = st.columns([2.6, 1], gap="medium")
    with drawn:
        explore(
            {**graph_picture.data(view), "height": HEIGHT},
            key=KEY,
            on_select=graph_state.focus,
            on_expand=graph_state.guarded(graph_actions.expand),
            on_act=graph_state.guarded(graph_actions.act),
        )
    with beside:
        show_panel(view)


@st.fragment
def _search() -> None:
    """The search box; a fragment, so that typing draws nothing else anew."""
    with page.sentences_for_errors():
        choose = graph_state.guarded(graph_actions.choose)
        if find(graph_reads.suggest, choose, key=KEY, language=page.language()):
            st.rerun()


def _start() -> None:
    """An empty picture: what to begin with."""
    page.sentence(
        page.say(
            "图还是空的：找一个节点，或从下面的一份通知开始。",
            "Nothing drawn yet: find a node, or begin with a notice.",
        )
    )
    notices = list(source.notices().records())
    with st.container(key="begin", gap=None):
        for index, row in enumerate(notices[:8]):
            words = page.plain(f"{row['number'] or ''} {row['title'] or ''}")
            step = Step("notice", str(row["document"]))
            st.button(words, key=f"begin-{index}", type="tertiary", on_click=graph_actions.open_step, args=(step,))
        count = sum(number for label, number in source.counts().items() if label not in ("Section", "Copy"))
        st.button(
            page.say(
                f"整张图（{count:,} 个节点，不画章节和副本）",
                f"Everything ({count:,} nodes, without sections and copies)",
            ),
            key="begin-whole",
            type="tertiary",
            on_click=graph_actions.open_step,
            args=(Step("whole"),),
        )


def _sentence(view: View) -> None:
    """What is drawn, what is not and why, and what was just done."""
    shown = graph_reads.visible(view)
    page.sentence(graph_picture.sentence(view, shown))
    if message := graph_state.said():
        page.note(message)
    if shown.capped:
        _offer_groups(view)


def _offer_groups(view: View) -> None:
    """Ways to fewer nodes, each with how many that would be."""
    with st.container(horizontal=True, vertical_alignment="center", key="group-offers"):
        page.note(page.say("归并成较少的节点：", "Draw fewer nodes:"))
        for by, words in GROUPS.items():
            count = graph_reads.visible(replace(view, group=by)).found
            if by and by != view.group:
                label = page.say(f"{words[0]}（{count:,}）", f"{words[1]} ({count:,})")
                st.button(label, key=f"group-{by}", type="tertiary", on_click=graph_state.group, args=(by,))
