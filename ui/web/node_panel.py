"""The panel of the chosen node in the view 图谱: what can be opened, facts in words, evidence, and where to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from graph.schema import EDGES
from graph.values import Edge, Graph, Node
from ui import wording
from ui.exploring.offers import Offer
from ui.exploring.state import Step, View
from ui.web import graph_actions, graph_reads, graph_state, markup, page
from ui.web.picture.caption import caption
from ui.web.result import clause_of

CLAIMS = 8
"""So many relationships are listed with their evidence; the notice has the rest."""


def show_panel(view: View) -> None:
    """The chosen node; without one, how to use the picture."""
    graph = graph_reads.visible(view).graph
    node = graph.nodes.get(view.focus)
    with st.container(key="panel"):
        if node is None:
            _hint()
            return
        page.put(markup.node_heading(node, caption(node), page.language()))
        _offers(graph, node)
        _facts(graph, node)
        _ways(view, node)


def _hint() -> None:
    page.note(page.say("单击节点看内容，双击展开。", "Click a node for its facts, double-click to expand it."))
    page.note(
        page.say(
            "键盘：方向键走到相邻节点，回车展开，C 收起，P 固定，H 隐去，Esc 关闭，Ctrl+Z 撤销，/ 到搜索框。",
            "Keys: arrows walk the neighbours, Enter expands, C collapses, P pins, H hides, Esc closes, Ctrl+Z undoes, / searches.",
        )
    )


def _offers(graph: Graph, node: Node) -> None:
    """How many relationships there are, and a button for each kind that is not wholly in the picture."""
    language = page.language()
    found = graph_reads.offers_of(graph, node.id)
    whole = [f"{offer.words(language)} {offer.total}" for offer in found if offer.complete]
    if not found:
        page.note(page.say("这个节点没有任何关系。", "This node has no relationship."))
    if whole:
        lead = page.say("已全部在图中：", "All in the picture: ")
        page.note(lead + page.say("、", ", ").join(whole))
    with st.container(key="offers", gap="small"):
        for index, offer in enumerate(offer for offer in found if not offer.complete):
            _offer(node, offer, index)


def _offer(node: Node, offer: Offer, index: int) -> None:
    drawn = page.say(f"（图中 {offer.drawn}）", f" ({offer.drawn} shown)") if offer.drawn else ""
    lead = page.say("展开", "Expand")
    st.button(
        page.plain(f"{lead} {offer.words(page.language())} {offer.total}{drawn}"),
        key=f"offer-{index}",
        on_click=graph_state.guarded(graph_actions.grow),
        args=(node.id, offer.relation, offer.direction),
        width="stretch",
    )


def _facts(graph: Graph, node: Node) -> None:
    language = page.language()
    parts = [markup.facts(node, language)]
    if node.label in ("Task", "Obligation") and "start" in node.properties:
        parts.append(clause_of(node))
    page.put("".join(parts) + _claims(graph, node))


def _claims(graph: Graph, node: Node) -> str:
    """The node's relationships in the picture that stand in a notice, each with the way to its place."""
    edges = [edge for edge in graph.edges.values() if node.id in (edge.source, edge.target) and _placed(edge)]
    edges.sort(
        key=lambda edge: (str(edge.properties["document"]), int(edge.properties["start"]), list(EDGES).index(edge.type))
    )
    if not edges:
        return ""
    head = f'<p class="muted">{page.say("出处", "Evidence")}</p>'
    more = (
        page.say(f"另有 {len(edges) - CLAIMS} 处。", f"{len(edges) - CLAIMS} more places.")
        if len(edges) > CLAIMS
        else ""
    )
    items = "".join(f"<li>{_claim(graph, node, edge)}</li>" for edge in edges[:CLAIMS])
    return f'{head}<ul class="list">{items}</ul>' + (f'<p class="muted">{more}</p>' if more else "")


def _placed(edge: Edge) -> bool:
    return bool(edge.properties.get("document")) and edge.properties.get("start") is not None and edge.type in EDGES


def _claim(graph: Graph, node: Node, edge: Edge) -> str:
    language = page.language()
    other = graph.nodes[edge.target if edge.source == node.id else edge.source]
    document, start = str(edge.properties["document"]), int(edge.properties["start"])
    where: dict[str, str | int | None] = {
        "view": "documents",
        "document": document,
        "at": start,
        "lang": None if language == "zh" else language,
    }
    number = document.removeprefix("document:")
    said = f"{wording.edge_name(edge.type, language)} {caption(other)}"
    return f'{markup.link(said, where, icon=markup.AT)} <span class="muted">{markup.escape(number)}</span>'


def _ways(view: View, node: Node) -> None:
    """Where to go on from the node."""
    with st.container(horizontal=True, gap="small", key="ways"):
        if view.start and view.start != node.id:
            _way("path-to", ("到这里的最短路径", "Shortest path to here"), graph_actions.find_path, node.id)
        else:
            _way("path-from", ("从这里找路径", "Find a path from here"), _start_here, node.id)
        _way("centre", ("以此为中心", "Centre here"), _centre_here, node.id)
        if node.label == "Document" and node.properties.get("held"):
            _way("notice", ("画出整份通知", "Draw the whole notice"), graph_actions.open_step, Step("notice", node.id))
        _way("close", ("关闭", "Close"), _close, "")


def _way(key: str, words: tuple[str, str], use: Callable[..., None], argument: object) -> None:
    called = graph_state.guarded(use)
    st.button(page.say(*words), key=f"way-{key}", type="tertiary", on_click=called, args=(argument,))


def _start_here(node: str) -> None:
    graph_state.set_fields(start=node)


def _centre_here(node: str) -> None:
    graph_state.change(replace(graph_state.current(), layout="radial", centre=node))


def _close(_: str) -> None:
    graph_state.set_fields(focus="")
