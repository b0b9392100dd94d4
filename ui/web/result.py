"""An answer on the page: the table in words, the picture beside it, and the panel of the node that is chosen."""

from __future__ import annotations

import hashlib

import streamlit as st

from graph.errors import StoreError
from graph.schema import EDGES
from graph.values import Graph, Node, Table
from queries.saved import SavedQuery
from ui import wording
from ui.answers import agencies, answers, findings
from ui.web import markup, page, source
from ui.web.picture.caption import caption
from ui.web.picture.component import draw
from ui.web.picture.html import render_html


def show_table(query: SavedQuery, table: Table) -> None:
    """The answer in rows, each with its evidence."""
    language = page.language()
    if not table.rows:
        page.note(page.say("没有符合的记录。放宽一个条件再试。", "No rows match. Drop one condition and try again."))
        return
    page.put(markup.table(answers(query, table, language, source.corrected(table)), language))
    if table.cut:
        page.note(
            page.say(
                f"只列出前 {len(table.rows)} 行；加一个条件以缩小范围。",
                f"Only the first {len(table.rows)} rows are listed; add a condition to narrow the answer.",
            )
        )


def picture_of(table: Table) -> Graph:
    """The subgraph that the rows of an answer are about."""
    return source.around(findings(table), agencies(table))


@st.fragment
def show_picture(seed: Graph, name: str, height: int = 460) -> None:
    """`seed` as a picture that grows; a fragment, so that a click redraws nothing else."""
    key = hashlib.sha256(name.encode()).hexdigest()[:12]
    with page.sentences_for_errors():
        _show_picture(seed, key, height)


def _show_picture(seed: Graph, key: str, height: int) -> None:
    graph = _kept(seed, key)
    clicks = draw(graph, key=key, language=page.language(), height=height, on_expand=_grow)
    if message := st.session_state.pop(f"said-{key}", None):
        page.note(message)
    chosen = graph.nodes.get(clicks.selected or "")
    if chosen is None:
        page.note(page.say("单击节点看内容，双击展开。", "Click a node for its facts, double-click to expand it."))
    else:
        _panel(chosen, graph)
    st.download_button(
        page.say("下载此图（HTML）", "Download this picture (HTML)"),
        data=lambda: render_html(graph, page.language()),
        file_name="zwgk.html",
        mime="text/html",
        key=f"save-{key}",
        type="tertiary",
        on_click="ignore",
    )


def _kept(seed: Graph, key: str) -> Graph:
    """The picture as it has grown; a new answer to the same question starts afresh."""
    if st.session_state.get(f"seed-{key}") != set(seed.nodes):
        st.session_state[f"seed-{key}"] = set(seed.nodes)
        st.session_state[f"graph-{key}"] = Graph(dict(seed.nodes), dict(seed.edges))
    graph: Graph = st.session_state[f"graph-{key}"]
    return graph


def _grow(key: str, node: str) -> None:
    """Adds what `node` is joined to, and keeps a sentence about it for the next drawing."""
    graph: Graph = st.session_state[f"graph-{key}"]
    before = len(graph)
    try:
        graph.update(source.neighbours(node))
    except StoreError as error:
        st.session_state[f"said-{key}"] = str(error)
        return
    graph_text = caption(graph.nodes[node]) if node in graph.nodes else node
    added = len(graph) - before
    st.session_state[f"said-{key}"] = (
        page.say(f"已展开“{graph_text}”，新增 {added} 个节点。", f"Expanded “{graph_text}”: {added} new nodes.")
        if added
        else page.say(f"“{graph_text}”的相邻节点都已在图中。", f"All neighbours of “{graph_text}” are shown already.")
    )


def _panel(node: Node, graph: Graph) -> None:
    language = page.language()
    parts = [markup.node_heading(node, caption(node), language), _relations(node, graph), markup.facts(node, language)]
    if node.label in ("Task", "Obligation") and "start" in node.properties:
        parts.append(clause_of(node))
    page.put("".join(parts))


def _relations(node: Node, graph: Graph) -> str:
    """牵头 3 · 承担 7, with how many of all are in the picture."""
    language = page.language()
    totals: dict[str, int] = {}
    for row in source.relations(node.id).records():
        totals[row["relation"]] = totals.get(row["relation"], 0) + row["count"]
    shown = sum(1 for edge in graph.edges.values() if node.id in (edge.source, edge.target))
    ordered = sorted(totals, key=lambda type_: list(EDGES).index(type_) if type_ in EDGES else len(EDGES))
    said = " · ".join(f"{wording.edge_name(type_, language)} {totals[type_]}" for type_ in ordered)
    whole = page.say(f"（图中 {shown} / {sum(totals.values())}）", f" ({shown} of {sum(totals.values())} shown)")
    return f'<p class="muted">{markup.escape(said + whole)}</p>' if said else ""


def clause_of(node: Node) -> str:
    """The clause of a task or an obligation with its marks, and the way to the notice."""
    from ui.answers import evidence

    props = dict(node.properties)
    number = str(props.get("document", "")).removeprefix("document:")
    path = props.get("section") or str(props.get("number", "")).partition("#")[0]
    record = {**props, "clause": props.get("text") or "", "number": number, "section": path}
    found = evidence(record, page.language())
    return f"<p>{markup.clause(found, page.language())}</p>" if found else ""
