"""The panel beside a notice's text: the node that was clicked, its evidence, and a form to correct what was found."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import streamlit as st

from graph.schema import ROLE_EDGES
from graph.values import Graph, Node
from loaders.correcting import Field, Value
from loaders.findings import Finding, correction_for
from ui import correcting, wording
from ui.answers import evidence
from ui.web import corrections, markup, page, source
from ui.web.markup import escape
from ui.web.picture.caption import caption
from ui.web.rights import may_write

_PERIODS = ("P1D", "P1W", "P1M", "P3M", "P6M", "P1Y")


def show_finding(document: str, found: Graph, id_: str, at: int | None) -> None:
    """The node `id_` as this notice has it, and what was found of it at the offset `at`."""
    language = page.language()
    node = found.nodes.get(id_)
    with st.container(key="finding"):
        st.button(page.say("关闭", "Close"), key="close-finding", type="tertiary", on_click=_close)
        if node is None:
            page.note(page.say("这一项已不在这份通知里。", "This finding is no longer in the notice."))
            return
        parts = [
            markup.node_heading(node, caption(node), language),
            _roles(found, id_, at),
            markup.facts(node, language),
        ]
        parts += [_clause(node), _by_hand(found, node, at), _ways(node)]
        page.put("".join(parts))
        finding = _finding(source.correctable(document), node, at)
        if finding and may_write():
            _form(finding)


def _close() -> None:
    st.query_params.pop("node", None)


def _roles(found: Graph, id_: str, at: int | None) -> str:
    """What a body does at this place: 牵头 一（二）."""
    language = page.language()
    said = [
        f"{wording.edge_name(edge.type, language)} {wording.task_place(task.get('number'), language)} {task.get('title') or ''}"
        for edge in found.edges.values()
        if edge.type in ROLE_EDGES.values() and edge.source == id_ and edge.properties.get("start") == at
        for task in [found.nodes[edge.target].properties]
    ]
    return "".join(f"<p>{escape(line)}</p>" for line in said)


def _clause(node: Node) -> str:
    """The clause of a task or a duty, with its rule and confidence."""
    if node.label not in ("Task", "Obligation"):
        return ""
    facts = dict(node.properties)
    number = str(facts.get("document", "")).removeprefix("document:")
    path = facts.get("section") or str(facts.get("number", "")).partition("#")[0]
    record = {**facts, "clause": facts.get("text") or "", "number": number, "section": path}
    shown = evidence(record, page.language())
    return f"<p>{markup.clause(shown, page.language())}</p>" if shown else ""


def _by_hand(found: Graph, node: Node, at: int | None) -> str:
    """Who corrected what a body does here, or the domain of a task; a node that was corrected says so itself."""
    edges = [edge.properties for edge in found.edges.values() if edge.source == node.id]
    here = [facts for facts in edges if facts.get("start") == at]
    told = dict.fromkeys(by for facts in here if (by := correcting.by_whom(facts, page.language())))
    return "".join(f'<p class="corrected">{escape(by)}</p>' for by in told)


def _ways(node: Node) -> str:
    lang = None if page.language() == "zh" else page.language()
    where = {"view": "graph", "step": f"node~{node.id}", "node": node.id, "lang": lang}
    return f"<p>{markup.link(page.say('在图谱中看', 'Open in the graph'), where)}</p>"


def _finding(findings: Iterable[Finding], node: Node, at: int | None) -> Finding | None:
    """The finding that a mark stands for, as a correction can name it."""
    kinds = {"Task": "task", "Obligation": "duty", "Agency": "body"}
    for each in findings:
        if each.what != kinds.get(node.label):
            continue
        if each.what == "body":
            if each.start == at and each.values["agency"] == node.properties.get("name"):
                return each
        elif each.id == node.properties.get("number"):
            return each
    return None


def _form(finding: Finding) -> None:
    """Which value, what it should be, why and who; nothing is written before all are given."""
    language = page.language()
    page.put(f"<h2>{escape(page.say('更正', 'Correct'))}</h2>")
    names = correcting.kinds(finding.what)
    key = f"{finding.what}-{finding.id}-{finding.start}"
    name = st.selectbox(
        page.say("哪一栏", "Which value"),
        names,
        format_func=lambda field: wording.pick(correcting.FIELDS, field, language),
        key=f"field-{key}",
    )
    new = None if name == "wrong" else _value(finding, name, f"{name}-{key}")
    reason = st.text_input(page.say("理由", "Why"), key=f"reason-{key}", max_chars=200)
    who = _who()
    if st.button(page.say("记下更正", "Write the correction"), key="correct", type="primary"):
        _take(finding, name, new, reason.strip(), who)


def _value(finding: Finding, name: Field, key: str) -> str | None:
    """What the reader wants the value to be, in words or as a key."""
    language = page.language()
    now = finding.values.get(name)
    label = page.say("改为", "To")
    if name in ("role", "domain", "frequency"):
        options = _options(name)
        return st.selectbox(
            label,
            options,
            index=options.index(str(now or "")) if str(now or "") in options else 0,
            format_func=lambda value: correcting.value(name, value, language),
            key=key,
        )
    return st.text_input(label, value=correcting.value(name, now, "zh"), key=key, max_chars=400)


def _options(name: Field) -> list[str]:
    if name == "role":
        return list(ROLE_EDGES)
    return ["", *_PERIODS] if name == "frequency" else list(correcting.domains("zh"))


def _who() -> str:
    """Who corrects: the reader who signed in, else a name that is kept for this visit."""
    signed: Any = st.user.get("email") if st.user.get("is_logged_in") else None
    if signed:
        return str(signed)
    given = st.session_state.get("who-kept", os.environ.get("ZWGK_WHO", ""))
    who = st.text_input(page.say("谁更正", "Who corrects"), value=given, key="who", max_chars=80)
    st.session_state["who-kept"] = who
    return str(who).strip()


def _take(finding: Finding, name: Field, given: str | None, reason: str, who: str) -> None:
    lacking = page.say("写明理由和更正人。", "Say why, and who corrects.")
    try:
        new: Value = None if name == "wrong" else correcting.meant(name, given or "")
    except ValueError as error:
        page.note(str(error))
        return
    if not reason or not who:
        page.note(lacking)
    elif name != "wrong" and new == finding.values.get(name):
        page.note(page.say("它现在就是这样。", "It says so already."))
    else:
        corrections.make(correction_for(finding, name, new, reason=reason, who=who))
        if name == "wrong" or name == "agency":
            st.query_params.pop("node", None)
        st.rerun()
