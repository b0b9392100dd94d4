"""查询: pick a saved query, fill in its form, read the answer as a table or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.values import Graph, Table
from queries.ask.wording import question_of
from queries.own import load_all
from queries.saved import SavedQuery
from ui.web import forms, page, source
from ui.web.downloads import show_answer_buttons
from ui.web.result import picture_of, show_picture, show_table
from ui.web.views import editor

if TYPE_CHECKING:
    from queries.ask import Answer

GROUPS = {
    "agency": ("机构", "Agencies"),
    "channel": ("渠道", "Channels"),
    "document": ("文件", "Notices"),
    "domain": ("政策领域", "Policy domains"),
    "information": ("信息类别", "Information"),
    "structure": ("结构与缺漏", "Structure and gaps"),
    "time": ("时间", "Time"),
    "comparison": ("比较", "Comparison"),
    "quality": ("质量", "Quality"),
}
"""Groups on offer; the queries on single nodes serve the picture and are not among them."""


WAYS = {"saved": ("保存的查询", "Saved queries"), "cypher": ("Cypher", "Cypher")}


def show() -> None:
    """Saved queries with their forms, or the editor for one's own Cypher."""
    if _way() == "cypher":
        editor.show()
        return
    left, right = st.columns([1, 3], gap="medium")
    with left:
        query = _pick()
    with right:
        _show_query(query)


def _way() -> str:
    st.session_state["way"] = "cypher" if "cypher" in st.query_params else "saved"
    return str(
        st.segmented_control(
            page.say("怎么查", "How to query"),
            list(WAYS),
            key="way",
            format_func=lambda way: page.say(*WAYS[way]),
            on_change=_to_way,
            label_visibility="collapsed",
        )
        or "saved"
    )


def _to_way() -> None:
    """To the other way; the state of the last does not fit it."""
    chosen = st.session_state["way"]
    page.move_to("queries")
    if chosen == "cypher":
        st.query_params["cypher"] = ""


def _pick() -> SavedQuery:
    catalogue = load_all()[0]
    offered = [query for query in catalogue.values() if query.group != "node"]
    offered.sort(key=lambda query: (_place(query.group), query.id))
    ids = [query.id for query in offered]
    asked = st.query_params.get("query")
    st.session_state["saved-query"] = asked if asked in ids else ids[0]
    chosen = st.selectbox(
        page.say("保存的查询", "Saved query"),
        ids,
        format_func=lambda id_: _name(catalogue[id_]),
        key="saved-query",
        on_change=_go,
    )
    page.note(catalogue[chosen].description.of(page.language()))
    return catalogue[chosen]


def _place(group: str) -> int:
    """A user's own groups come after ours."""
    return list(GROUPS).index(group) if group in GROUPS else len(GROUPS)


def _go() -> None:
    """To another query; the values of the last one do not fit it."""
    forms.clear_address()
    st.query_params["query"] = st.session_state["saved-query"]


def _name(query: SavedQuery) -> str:
    """The group and the question, with what it needs in brackets."""
    language = page.language()
    group = GROUPS.get(query.group, (query.group,) * 2)[0 if language == "zh" else 1]
    left, right = "〔〕" if language == "zh" else "[]"
    gaps = {parameter.name: f"{left}{parameter.text.of(language)}{right}" for parameter in query.required}
    return f"{group} · {question_of(query, gaps, gaps, language)}"


def _show_query(query: SavedQuery) -> None:
    entered = forms.form(query, forms.values_in_address(query))
    if entered is not None:
        forms.put_in_address(query, entered)
    values = forms.values_in_address(query)
    with st.expander("Cypher"):
        st.code(query.cypher, language="cypher")
        bound = {parameter.name: values.get(parameter.name, parameter.default) for parameter in query.parameters}
        st.button(
            page.say("在编辑器里改", "Change it in the editor"),
            key="edit",
            type="tertiary",
            on_click=editor.open_with,
            args=(query, bound),
        )
    if all(parameter.name in values for parameter in query.required):
        _show_answer(query, values)
    else:
        page.note(page.say("填写上面的条件，然后按“查询”。", "Fill in the form above, then press Run."))


def _show_answer(query: SavedQuery, values: dict[str, Any]) -> None:
    with st.spinner(page.say("查询中……", "Running…")):
        answer = source.answer_of("", query, values, page.language())
    name = f"{query.id} {sorted(answer.parameters.items(), key=str)}"
    if answer.graph is not None:
        _show_graph(answer.graph, name)
    elif answer.table is not None:
        page.sentence(answer.sentence)
        show_answer_buttons(_asked(query, answer), answer)
        _show_table(query, answer.table, name)


def _asked(query: SavedQuery, answer: Answer) -> str:
    """The question of the query with the values that it was asked with."""
    words = {
        parameter.name: forms.words_for(parameter, value)
        for parameter in query.parameters
        if (value := answer.parameters.get(parameter.name)) not in (None, [], ())
    }
    return question_of(query, answer.parameters, words, page.language())


def _show_graph(graph: Graph, name: str) -> None:
    page.sentence(
        page.say(
            f"{len(graph.nodes)} 个节点，{len(graph.edges)} 条关系。",
            f"{len(graph.nodes)} nodes, {len(graph.edges)} relationships.",
        )
    )
    if graph.nodes:
        show_picture(graph, name, 620)


def _show_table(query: SavedQuery, table: Table, name: str) -> None:
    graph = picture_of(table) if table.rows else Graph()
    if not graph.nodes:
        show_table(query, table)
        return
    listed, drawn = st.tabs([page.say("表", "Table"), page.say("图", "Picture")])
    with listed:
        show_table(query, table)
    with drawn:
        show_picture(graph, name, 560)
