"""概览: what is loaded, which agency has duties in which domain, and what deserves a look."""

from __future__ import annotations

import streamlit as st

from graph.schema import NODE_TYPES
from queries.ask.wording import question_of
from queries.catalogue import load_catalogue
from ui import wording
from ui.answers import Answers, Row, answers
from ui.web import markup, page, reads, source
from ui.web.coverage import LINES, Check, matrix_of, render_checks, render_issues, render_matrix

CHECKS = (
    "quality/early_deadlines",
    "quality/low_confidence",
    "quality/repaired_names",
    "quality/unheld_documents",
    "quality/unplaced_agencies",
    "structure/tasks_without_agency",
    "structure/duties_without_agency",
    "structure/tasks_without_duties",
)
_EVERY = "*"


def show() -> None:
    """What is loaded: one sentence, the notices, counts by kind, coverage, and what deserves a look."""
    counts = source.counts()
    notices = source.notices()
    if not notices.rows:
        page.no_notices()
        return
    page.sentence(sentence(len(notices.rows), counts))
    left, right = st.columns([3, 1], gap="large")
    language = page.language()
    with left:
        page.put(markup.table(answers(load_catalogue()["document/list"], notices, language), language))
    with right:
        page.put(markup.table(_counted(counts), language))
        _checks()
    _coverage()
    _issues()


def sentence(held: int, counts: dict[str, int]) -> str:
    """What the graph holds."""
    agencies, tasks = counts.get("Agency", 0), counts.get("Task", 0)
    duties = counts.get("Obligation", 0)
    return page.say(
        f"收录 {held} 份通知：{agencies} 个机构，{tasks} 项任务，{duties} 项公开、解读和回应的义务。",
        f"{held} {'notice' if held == 1 else 'notices'} held: {agencies} agencies, {tasks} tasks, {duties} duties to disclose, explain or answer.",
    )


def _counted(counts: dict[str, int]) -> Answers:
    language = page.language()
    rows = tuple(
        Row((wording.label_name(node_type.label, language), str(counts[node_type.label])))
        for node_type in NODE_TYPES
        if counts.get(node_type.label)
    )
    return Answers((page.say("种类", "kind"), page.say("节点数", "nodes")), ("", "figure"), rows)


def _checks() -> None:
    """The questions of quality and gaps that have an answer now."""
    language, catalogue = page.language(), load_catalogue()
    found = []
    for id_ in CHECKS:
        count, more = reads.count(id_)
        if count:
            found.append(Check(id_, question_of(catalogue[id_], {}, {}, language), count, more))
    if found:
        page.put(f"<h2>{page.say('值得一看', 'Worth a look')}</h2>{render_checks(found, language)}")


def _coverage() -> None:
    """The matrix of the region in the address; the first place without one."""
    places = [side.value for side in reads.places()]
    known = [*places, _EVERY]
    asked = st.query_params.get("region", "")
    st.session_state["region"] = asked if asked in known else known[0]
    page.put(f"<h2>{page.say('机构与政策领域', 'Agencies and policy domains')}</h2>")
    region = st.selectbox(
        page.say("地区", "Region"),
        known,
        key="region",
        format_func=lambda name: page.say("全部地区", "all regions") if name == _EVERY else name,
        on_change=_to_region,
    )
    found = reads.rows("structure/coverage", {} if region == _EVERY else {"region": region})
    matrix = matrix_of(reads.named(found, page.language()))
    if not matrix.agencies:
        page.note(page.say("这个地区的通知没有点名机构的义务。", "No notice of this region gives a body a duty."))
        return
    page.put(render_matrix(matrix, page.language()))
    words = page.say(
        "数字是牵头、负责和条文点名的义务，点开看逐条；越深越多。",
        "Duties led, responsible or named; a figure leads to them, the darker the more.",
    )
    rest = len(matrix.agencies) - LINES
    if rest > 0:
        words += page.say(f"另有 {rest} 个机构义务较少，未列。", f" {rest} agencies with fewer duties are not listed.")
    page.note(words)


def _to_region() -> None:
    st.query_params["region"] = st.session_state["region"]


def _issues() -> None:
    """What the last reading of each notice remarked, folded by notice."""
    found = reads.issues()
    if not found:
        return
    page.put(f"<h2>{page.say('读入时的提示', 'Remarks of reading')}</h2>")
    for name, issues in found.items():
        with st.expander(page.plain(page.say(f"{name}（{len(issues)}）", f"{name} ({len(issues)})"))):
            page.put(render_issues(issues))
