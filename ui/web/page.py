"""What every view needs: the language, the address as state, HTML on the page, and errors as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import streamlit as st

from ui.web.markup import escape
from ui.wording import Language


def language() -> Language:
    """The language that the address asks for; without one, Chinese."""
    return "en" if st.query_params.get("lang") == "en" else "zh"


def say(zh: str, en: str) -> str:
    return zh if language() == "zh" else en


def set_language(chosen: Language) -> None:
    if chosen == "en":
        st.query_params["lang"] = "en"
    else:
        st.query_params.pop("lang", None)


def move_to(view: str) -> None:
    """Another view: its name and the language are all that the address keeps."""
    chosen = language()
    st.query_params.from_dict({"view": view})
    set_language(chosen)


def put(markup: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """HTML made by ui.web.markup, in the page's own styles."""
    st.html(f'<div class="z" lang="{"zh-CN" if language() == "zh" else "en"}">{markup}</div>', width=width)


def style(name: str) -> None:
    """A style sheet of ui/web that only some views need."""
    st.html(f"<style>{Path(__file__).with_name(name).read_text('utf-8')}</style>")


def plain(words: str) -> str:
    """`words` for a label that Streamlit reads as Markdown: every sign stands for itself."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(words.split()))


def sentence(words: str) -> None:
    put(f'<p class="sentence">{escape(words)}</p>')


def note(words: str) -> None:
    put(f'<p class="muted">{escape(words)}</p>')


def problem(words: str, next_step: str) -> None:
    put(f'<div class="problem" role="alert"><p>{escape(words)}</p><p class="muted">{escape(next_step)}</p></div>')


def no_notices() -> None:
    """What an empty graph says in every view."""
    problem(
        say("图里还没有通知。", "The graph holds no notice yet."),
        say("在终端运行 zwgk build 加上通知所在的文件夹。", "Run zwgk build with a folder of notices in a terminal."),
    )


@contextmanager
def sentences_for_errors() -> Iterator[None]:
    """What the store or a query refuses becomes a sentence with the next step; nothing else is caught."""
    from graph.errors import DiskFull, QueryTimeout, QueryTooLarge, ReadOnly, ServerError, StoreError
    from queries.errors import QueryError

    try:
        yield
    except (StoreError, QueryError) as error:
        told = {
            DiskFull: ("数据库所在的磁盘满了。", "腾出空间，再刷新本页。"),
            ServerError: ("数据库没有回答。", "在终端运行 zwgk db status 看它的状态，处理后刷新本页。"),
            QueryTimeout: ("这个查询太久，没有答完。", "加一个条件缩小范围，再试一次。"),
            QueryTooLarge: (
                "这个查询要的内存比服务器给的多。",
                "加一个条件（某年、某地）再试，或用 ZWGK_HEAP 给内置数据库更多内存。",
            ),
            ReadOnly: ("这里只能读。", "要改图谱，在终端用 zwgk build。"),
            QueryError: ("这个查询的条件不对。", "改正后再试一次。"),
        }
        lead, step = told.get(type(error), ("图谱没有回答。", "处理后刷新本页。"))
        problem(
            say(f"{lead}{error}", str(error)),
            say(
                step,
                "Correct it and try again." if isinstance(error, QueryError) else "Reload this page when that is done.",
            ),
        )
