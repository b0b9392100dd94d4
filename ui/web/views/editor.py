"""The Cypher editor of 查询: a statement of the reader's own, run with the rights of a reader, its limits on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.errors import QueryTimeout, QueryTooLarge, ReadOnly
from graph.values import Graph, Table
from queries.errors import QueryError
from queries.saved import SavedQuery
from queries.typed import SECONDS, parameters_of, run_typed, typed_query, typed_value
from ui.answers import answers
from ui.web import forms, page, source
from ui.web.downloads import show_typed_button
from ui.web.markup import escape, table
from ui.web.result import show_picture
from ui.web.vocabulary import render_schema
from ui.web.work import done

LIMITS = (200, 1_000, 5_000)
EXAMPLE = """\
MATCH (a:Agency)-[:LEADS]->(t:Task)-[:IN_DOMAIN]->(p:PolicyDomain)
RETURN a.name AS agency, p.name AS domain, count(t) AS tasks
ORDER BY tasks DESC
"""


def show() -> None:
    """The statement of the address with its parameters, its answer below, the schema beside it."""
    written, beside = st.columns([2.4, 1], gap="large")
    with written:
        _write()
        statement = st.query_params.get("cypher", "")
        if statement.strip():
            _answer(statement)
    with beside:
        page.put(render_schema(page.language()))


def open_with(query: SavedQuery, values: Mapping[str, Any]) -> None:
    """The text of a saved query in the editor, with the values it has now."""
    page.move_to("queries")
    st.query_params["cypher"] = query.cypher
    for name in parameters_of(query.cypher):
        st.query_params[forms.PREFIX + name] = _plain(values.get(name))


def _plain(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write() -> None:
    asked = st.query_params.get("cypher", "")
    if st.session_state.get("cypher-before") != asked:
        st.session_state["cypher-before"] = asked
        st.session_state["cypher"] = asked or EXAMPLE
    with st.form("cypher-form", border=False):
        st.text_area("Cypher", key="cypher", height=220, max_chars=20_000)
        names = parameters_of(st.session_state["cypher"])
        for name in names:
            st.text_input(f"${name}", value=st.query_params.get(forms.PREFIX + name, ""), key=f"cypher-{name}")
        limit, run = st.columns([1, 3], vertical_alignment="bottom")
        limit.selectbox(page.say("最多几行", "Rows at most"), LIMITS, index=LIMITS.index(_limit()), key="cypher-limit")
        run.form_submit_button(page.say("运行", "Run"), type="primary", on_click=_to_address)
    page.note(
        page.say(
            f"只读；最多 {SECONDS:g} 秒。参数写成 $名称，值可以是文字、数或 JSON 列表；运行后在此填写。",
            f"Read-only, {SECONDS:g} seconds at most. Parameters are written $name; a value is text, a number or a JSON list.",
        )
    )


def _limit() -> int:
    asked = st.query_params.get("limit", "")
    return int(asked) if asked in map(str, LIMITS) else LIMITS[0]


def _to_address() -> None:
    statement = st.session_state["cypher"]
    given = {name: st.session_state.get(f"cypher-{name}", "") for name in parameters_of(statement)}
    forms.clear_address()
    st.query_params["cypher"] = statement
    st.query_params["limit"] = str(st.session_state["cypher-limit"])
    for name, value in given.items():
        if value:
            st.query_params[forms.PREFIX + name] = value
    st.session_state.pop("cypher-job", None)


def _answer(statement: str) -> None:
    names = parameters_of(statement)
    given = {name: st.query_params.get(forms.PREFIX + name, "") for name in names}
    if missing := [name for name, value in given.items() if not value]:
        page.note(page.say(f"填写 ${missing[0]}，然后按“运行”。", f"Fill in ${missing[0]}, then press Run."))
        return
    values = {name: typed_value(value) for name, value in given.items()}
    limit = _limit()
    store = source.store()
    try:
        found = done(
            "cypher-job",
            (statement, given, limit),
            lambda: run_typed(store, statement, values, limit=limit, timeout=SECONDS),
            SECONDS,
        )
    except (QueryError, ReadOnly, QueryTimeout, QueryTooLarge) as error:
        _refused(error)
        return
    if found is not None:
        _show(statement, found)


def _refused(error: Exception) -> None:
    """What the server says of the statement, with the place it points at."""
    words, next_step = {
        ReadOnly: (
            ("这里只能读。", "This connection may only read."),
            ("去掉写入的子句。", "Take the writing clause out."),
        ),
        QueryTooLarge: (
            ("要的内存比服务器给的多。", "It needs more memory than the server gives."),
            (
                "加条件再试，或用 ZWGK_HEAP 给内置数据库更多内存。",
                "Add a condition, or give the embedded server more by ZWGK_HEAP.",
            ),
        ),
        QueryTimeout: (
            (f"{SECONDS:g} 秒内没有答完。", f"Not answered within {SECONDS:g} seconds."),
            ("加条件或 LIMIT 再试。", "Add a condition or a LIMIT."),
        ),
    }.get(
        type(error),
        (
            ("数据库不接受这个查询。", "The server refuses this statement."),
            ("改正后再运行。", "Correct it and run it again."),
        ),
    )
    page.problem(page.say(*words), page.say(*next_step))
    page.put(f"<pre>{escape(error)}</pre>")


def _show(statement: str, found: Table | Graph) -> None:
    if isinstance(found, Graph):
        page.sentence(
            page.say(
                f"{len(found.nodes)} 个节点，{len(found.edges)} 条关系。",
                f"{len(found.nodes)} nodes, {len(found.edges)} relationships.",
            )
        )
        if found.nodes:
            show_picture(found, statement, 560)
        return
    rows = len(found.rows)
    cut = page.say("（到上限为止，还有更多）", " (cut at the limit; there are more)") if found.cut else ""
    page.sentence(page.say(f"{rows} 行{cut}。", f"{rows} {'row' if rows == 1 else 'rows'}{cut}."))
    if found.rows:
        query = typed_query(found)
        page.put(table(answers(query, found, page.language()), page.language()))
        show_typed_button(query, found)
