"""文件: the notices held, and the text of one with its findings marked in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui import wording
from ui.web import page, source
from ui.web.downloads import show_notice_buttons
from ui.web.markup import escape
from ui.web.notice import outline, task_cards
from ui.web.reader import render_notice

# Fixed text: the only script of this view brings the mark that a link names into sight.
_SCROLL = '<script>document.querySelector(".z .here")?.scrollIntoView({block: "center"});</script>'


def show() -> None:
    """The reader: notices on the left, the text with its marks in the middle, task cards on the right."""
    notices = list(source.notices().records())
    if not notices:
        page.problem(
            page.say("图里还没有通知。", "The graph holds no notice yet."),
            page.say(
                "在终端运行 zwgk build 加上通知所在的文件夹。", "Run zwgk build with a folder of notices in a terminal."
            ),
        )
        return
    left, middle, right = st.columns([1.1, 2.6, 1.3], gap="medium")
    with left:
        chosen = _pick(notices)
    _show_notice(chosen, middle, right)


def _pick(notices: list[dict[str, Any]]) -> dict[str, Any]:
    by_id = {str(notice["document"]): notice for notice in notices}
    asked = st.query_params.get("document")
    ids = sorted(by_id, key=lambda id_: _place(by_id[id_]))
    page.sentence(page.say(f"收录 {len(ids)} 份通知。", f"{len(ids)} {'notice' if len(ids) == 1 else 'notices'} held."))
    st.session_state["notice"] = asked if asked in ids else ids[0]
    chosen = st.radio(
        page.say("通知", "Notice"),
        ids,
        format_func=lambda id_: page.plain(str(by_id[id_]["number"] or by_id[id_]["title"] or id_)),
        captions=[page.plain(_caption(by_id[id_])) for id_ in ids],
        label_visibility="collapsed",
        key="notice",
        on_change=_go,
    )
    return by_id[chosen]


def _go() -> None:
    st.query_params.pop("at", None)
    st.query_params["document"] = st.session_state["notice"]


def _place(notice: Mapping[str, Any]) -> tuple[Any, ...]:
    levels = [*wording.LEVELS, ""]
    return (levels.index(notice["level"] or ""), *(notice["region"] or ()), str(notice["issued_on"]))


def _caption(notice: Mapping[str, Any]) -> str:
    language = page.language()
    where = "".join(notice["region"] or ())
    level = wording.level(notice["level"] or "", language)
    return " · ".join(part for part in (level, where, str(notice["year"] or "")) if part)


def _show_notice(notice: Mapping[str, Any], middle: Any, right: Any) -> None:
    language = page.language()
    document = str(notice["document"])
    with middle:
        copy = _copy(document)
        if copy is None:
            return
        found, marks = source.marks(document, copy, language)
        at = st.query_params.get("at", "")
        if copy["text"]:
            text = render_notice(copy["text"], marks, int(at) if at.isdigit() else None)
        else:
            text = f'<p class="muted">{escape(wording.no_source(language))}</p>'
        page.put(
            f"<p><b>{escape(notice['title'] or notice['number'] or '')}</b></p><p class='muted'>{escape(_head(notice))}</p>"
        )
        page.note(_legend())
        page.put(f'<div class="notice">{text}</div>')
        if at.isdigit():
            st.html(_SCROLL, unsafe_allow_javascript=True)
    with right:
        show_notice_buttons(document)
        page.put(outline(found, language) + task_cards(found, language))


def _copy(document: str) -> dict[str, Any] | None:
    copies = list(source.copies(document).records())
    if not copies:
        page.note(page.say("这份通知没有原文。", "There is no text of this notice."))
        return None
    if len(copies) == 1:
        return copies[0]
    names = [f"{wording.pick(wording.SCRIPTS, copy['script'], page.language())} · {copy['source']}" for copy in copies]
    index = st.radio(
        page.say("副本", "Copy"),
        range(len(copies)),
        format_func=lambda i: page.plain(names[i]),
        horizontal=True,
        key=f"copy-{document}",
    )
    return copies[index]


def _head(notice: Mapping[str, Any]) -> str:
    language = page.language()
    facts = [notice["number"], notice["issuer"], wording.said("issued_on", notice["issued_on"], language)]
    return "　".join(str(fact) for fact in facts if fact)


def _legend() -> str:
    return page.say(
        "底色：义务，其中粗字为谓词；下划线：责任机构。指针停在标记上看说明。",
        "Shaded: an obligation, its predicate in bold; underlined: a responsible agency. Rest on a mark for its meaning.",
    )
