"""概览: what is loaded, in one sentence and two small tables."""

from __future__ import annotations

import streamlit as st

from graph.schema import NODE_TYPES
from queries.catalogue import load_catalogue
from ui import wording
from ui.answers import Answers, Row, answers
from ui.web import markup, page, source


def show() -> None:
    """What is loaded: counts by kind and the notices."""
    counts = source.counts()
    notices = source.notices()
    if not notices.rows:
        page.problem(
            page.say("图里还没有通知。", "The graph holds no notice yet."),
            page.say(
                "在终端运行 zwgk build 加上通知所在的文件夹。", "Run zwgk build with a folder of notices in a terminal."
            ),
        )
        return
    page.sentence(sentence(len(notices.rows), counts))
    left, right = st.columns([3, 1], gap="large")
    language = page.language()
    with left:
        page.put(markup.table(answers(load_catalogue()["document/list"], notices, language), language))
    with right:
        page.put(markup.table(_counted(counts), language))


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
