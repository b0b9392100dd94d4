"""The tools over the picture of the view 图谱: undo, layout, filters, grouping."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.values import Graph
from queries.runner import choices
from ui import wording
from ui.exploring.state import Group, View
from ui.web import graph_reads, graph_state, page, source
from ui.web.picture.caption import caption

GROUPS: dict[Group, tuple[str, str]] = {
    "": ("不归并", "No grouping"),
    "document": ("按通知归并", "Group by notice"),
    "domain": ("按领域归并", "Group by domain"),
    "region": ("按地区归并", "Group by region"),
}
LAYOUTS = {"force": ("力导向", "Force"), "levels": ("分层", "Levels"), "radial": ("放射", "Radial")}


def show_tools(view: View) -> None:
    """One row of buttons; what is chosen goes to the address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="graph-tools"):
        _button("undo", ("撤销", "Undo"), graph_state.undo, not graph_state.can("past"))
        _button("redo", ("重做", "Redo"), graph_state.redo, not graph_state.can("future"))
        _one("layout", ("布局", "Layout"), LAYOUTS, view.layout, st.segmented_control)
        with st.popover(_filter_words(view)):
            _filters(view, graph_reads.grown(view))
        _one("group", ("归并", "Group"), GROUPS, view.group, st.selectbox, width=170)
        if view.hidden:
            words = (f"显示隐去的 {len(view.hidden)} 个", f"Show {len(view.hidden)} hidden")
            _button("unhide", words, lambda: graph_state.change(replace(graph_state.current(), hidden=frozenset())))
        _button("clear", ("清空", "Clear"), graph_state.clear)


def show_filter_words(view: View) -> None:
    """What is left out, in words, with the way back; and the path that is being looked for."""
    if view.start:
        words = page.say(
            f"找路径：起点是“{graph_reads.name(view.start)}”，再选一个节点作终点。",
            f"Path from “{graph_reads.name(view.start)}”: now choose where it ends.",
        )
        _line(words, "path-off", ("不找了", "Stop"), lambda: graph_state.set_fields(start=""))
    if view.narrowing:
        _line(_narrowing(view), "filter-off", ("全部显示", "Show all"), graph_state.widen)


def _line(words: str, key: str, button: tuple[str, str], use: Any) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-{key}"):
        page.note(words)
        _button(key, button, use, type="tertiary")


def _filter_words(view: View) -> str:
    count = view.narrowing
    return page.say(f"筛选（{count}）", f"Filter ({count})") if count else page.say("筛选", "Filter")


def _narrowing(view: View) -> str:
    language = page.language()
    comma = page.say("、", ", ")
    without = [wording.label_name(label, language) for label in sorted(view.without_labels)]
    without += [wording.edge_name(type_, language) for type_ in sorted(view.without_types)]
    only = [_domain_words().get(view.domain, view.domain)] if view.domain else []
    only += [wording.frequency(view.frequency, None, language)] if view.frequency else []
    only += [view.document.removeprefix("document:")] if view.document else []
    parts = [page.say("只看：", "Only: ") + comma.join(only)] if only else []
    parts += [page.say("不看：", "Not shown: ") + comma.join(without)] if without else []
    return page.say("；", "; ").join(parts)


def _filters(view: View, graph: Graph) -> None:
    language = page.language()
    labels = {
        one.label: wording.label_name(one.label, language) for one in NODE_TYPES if any(graph.of_label(one.label))
    }
    types = {one.type: wording.edge_name(one.type, language) for one in EDGE_TYPES if any(graph.of_type(one.type))}
    _pills("labels", ("种类", "Kinds"), labels, view.without_labels, "without_labels")
    _pills("types", ("关系", "Relationships"), types, view.without_types, "without_types")
    duties = list(graph.of_label("Obligation"))
    rhythms = sorted({str(node.properties["frequency"]) for node in duties if node.properties.get("frequency")})
    documents = {node.id: caption(node) for node in graph.of_label("Document")}
    owners = {str(node.properties["document"]) for node in graph.nodes.values() if node.properties.get("document")}
    documents |= {id_: id_.removeprefix("document:") for id_ in sorted(owners) if id_ not in documents}
    _pick("domain", ("政策领域", "Policy domain"), _domain_words(), view.domain)
    _pick(
        "frequency",
        ("频率", "Frequency"),
        {one: wording.frequency(one, None, language) for one in rhythms},
        view.frequency,
    )
    _pick("document", ("通知", "Notice"), documents, view.document)


def _domain_words() -> dict[str, str]:
    parameter = next(one for one in source.saved("agency/duties").parameters if one.name == "domain")
    found = source.read(lambda store: choices(store, parameter))
    return {str(choice.value): choice.text.of(page.language()) for choice in found}


def _pills(name: str, words: tuple[str, str], options: dict[str, str], without: frozenset[str], field: str) -> None:
    """Several of `options`; those that are off go to the address."""
    key = f"graph-{name}"
    st.session_state[key] = [one for one in options if one not in without]

    def changed() -> None:
        off = frozenset(options) - set(st.session_state[key]) | (without - options.keys())
        graph_state.set_fields(**{field: off})

    st.pills(
        page.say(*words),
        list(options),
        selection_mode="multi",
        format_func=lambda one: options[one],
        key=key,
        on_change=changed,
    )


def _pick(name: str, words: tuple[str, str], options: dict[str, str], value: str) -> None:
    """One of `options`, or none."""
    key = f"graph-{name}"
    listed = list(options) if not value or value in options else [*options, value]
    st.session_state[key] = value or None
    st.selectbox(
        page.say(*words),
        listed,
        format_func=lambda one: page.plain(str(options.get(one, one))),
        key=key,
        placeholder=page.say("任意", "any"),
        on_change=lambda: graph_state.set_fields(**{name: st.session_state[key] or ""}),
    )


def _one(
    name: str, words: tuple[str, str], options: dict[Any, tuple[str, str]], value: str, widget: Any, **more: Any
) -> None:
    key = f"graph-{name}"
    st.session_state[key] = value
    widget(
        page.say(*words),
        list(options),
        format_func=lambda one: page.say(*options[one]),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: graph_state.set_fields(**{name: st.session_state[key] or value}),
        **more,
    )


def _button(key: str, words: tuple[str, str], use: Any, disabled: bool = False, **more: Any) -> None:
    st.button(page.say(*words), key=f"graph-{key}", on_click=use, disabled=disabled, **more)
