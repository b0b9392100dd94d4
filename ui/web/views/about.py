"""设置/关于: how the page looks and speaks, what it runs on, its limits, and where to go on."""

from __future__ import annotations

from importlib.metadata import version

import streamlit as st

from loaders.extract.version import VERSION
from queries.runner import LIMIT
from queries.typed import SECONDS
from ui.web import page, reads, source
from ui.web.account import show_account
from ui.web.markup import escape

_LANGUAGES = {"zh": "中文", "en": "English"}


def show() -> None:
    """The language, and what stands behind the answers."""
    left, right = st.columns([1, 2], gap="large")
    with left:
        _settings()
    with right:
        _about()


def _settings() -> None:
    page.put(f"<h2>{page.say('设置', 'Settings')}</h2>")
    st.session_state["language"] = page.language()
    st.radio(
        page.say("语言", "Language"),
        list(_LANGUAGES),
        format_func=lambda key: _LANGUAGES[key],
        horizontal=True,
        key="language",
        on_change=lambda: page.set_language(st.session_state["language"]),
    )
    page.note(
        page.say(
            "明暗随系统或浏览器的设置。视图、条件和语言都在地址栏里，把地址发给同事，打开的就是同一页。",
            "Light or dark as the system or browser is set. View, conditions and language stand in the address: who opens it sees the same page.",
        )
    )
    show_account()


def _about() -> None:
    counts = source.counts()
    names = {
        page.say("版本", "version"): f"zwgk {version('zwgk')}",
        page.say("抽取规则", "extraction rules"): str(VERSION),
        page.say("数据库", "database"): source.store().engine,
        page.say("图谱", "graph"): page.say(
            f"{sum(counts.values())} 个节点，{reads.edges()} 条关系",
            f"{sum(counts.values())} nodes, {reads.edges()} relationships",
        ),
        page.say("读者权限", "rights"): page.say("只读", "read only"),
        page.say("查询上限", "limits"): page.say(
            f"保存的查询和问答 {LIMIT} 行；自己写的 Cypher {SECONDS:g} 秒",
            f"{LIMIT} rows for saved queries and questions; {SECONDS:g} seconds for Cypher of your own",
        ),
        page.say("许可", "licence"): "Apache-2.0",
    }
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(said)}</td></tr>' for name, said in names.items()
    )
    page.put(
        f"<h2>{page.say('关于', 'About')}</h2>"
        f"<p>{page.say(*_PURPOSE)}</p>"
        f'<table class="facts"><tbody>{rows}</tbody></table>'
        f"<h2>{page.say('怎么读', 'How to read it')}</h2>"
        f'<ul class="duties">{"".join(f"<li>{page.say(*line)}</li>" for line in _READING)}</ul>'
    )


# Fixed text, no part of it from a notice.
_PURPOSE = (
    "从通知里读出每一项任务由谁牵头、必须公开什么、多久一次、何时之前、经什么渠道；每个答案都指回原文的那几个字。",
    "Reads from notices who leads each task, what must be made public, how often, by when and through which channel; every answer leads back to the very words.",
)
_READING = (
    (
        "抽取靠规则，不靠模型。“规则”是得出这一条的那条规则，“可信”是读者核对过的命中率；低于 0.70 的以虚线标出。",
        "Extraction is by rules, not by a model. A rule's confidence is how many of its findings readers confirmed; below 0.70 it is underlined with dots.",
    ),
    (
        "点名的是前身机构的，问今天的机构也找得到，并说明何时并入。",
        "What a notice gave to a predecessor is found under today's body, with the date.",
    ),
    (
        "通知没有写的，写作“未写”，不推断。",
        "What a notice does not say is shown as not stated, never guessed.",
    ),
    (
        "键盘：按 / 到提问框，Enter 提问；图上用方向键走到相邻节点，Enter 展开，Esc 收起。",
        "Keyboard: / goes to the question, Enter asks; in a picture arrows walk the neighbours, Enter expands, Esc closes.",
    ),
)
