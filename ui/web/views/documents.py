"""文件: the notices held; the text of one with its findings marked in place and its tasks beside it, or two copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.values import Graph
from ui import wording
from ui.web import page, source
from ui.web.copies import show_copies
from ui.web.corrections import show_corrections, taken
from ui.web.downloads import show_notice_buttons
from ui.web.finding import show_finding
from ui.web.marks import NoticeMarks, struck
from ui.web.markup import escape
from ui.web.notice import joined, outline, summary, task_cards
from ui.web.reader import render_notice

# Fixed text, in a block of its own, for Streamlit may run it again; so is the next. Each card begins level with its task,
# or behind the heading of the card before, and takes the room up to the next one; it opens whole where the pointer or
# the focus is.
_LEVEL = """<script>
{
const level = () => {
  const cards = [...document.querySelectorAll(".z .carded .card")];
  if (!cards.length || getComputedStyle(cards[0]).position !== "absolute") return;
  for (const card of cards) card.style.marginTop = "";
  const tops = cards.map((card) => card.getBoundingClientRect().top);
  const placed = [];
  tops.forEach((top, i) => placed.push(i ? Math.max(top, placed[i - 1] + 52) : top));
  cards.forEach((card, i) => {
    card.style.marginTop = `${placed[i] - tops[i]}px`;
    card.style.maxHeight = i + 1 < cards.length ? `${placed[i + 1] - placed[i] - 6}px` : "";
  });
};
level();
const notice = document.querySelector(".z .carded");
if (notice) new ResizeObserver(level).observe(notice);
}
</script>"""
# The other script of this view brings the mark that a link names into sight, and keeps it there while the
# page is still being laid out, until the reader does anything.
_SCROLL = """<script>
{
const show = () => document.querySelector(".z .here")?.scrollIntoView({block: "center"});
const laid = new ResizeObserver(show);
laid.observe(document.querySelector(".stMainBlockContainer"));
const done = () => laid.disconnect();
for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(act, done, {once: true});
setTimeout(done, 3000);
}
</script>"""
_OF_ONE_NOTICE = ("at", "node", "copy", "beside")


def show() -> None:
    """The reader: notices and outline on the left, the text with its marks and cards, the panel of a finding."""
    page.style("reader.css")
    notices = list(source.notices().records())
    if not notices:
        page.problem(
            page.say("图里还没有通知。", "The graph holds no notice yet."),
            page.say(
                "在“导入”里交来文件，或在终端运行 zwgk build 加上通知所在的文件夹。",
                "Hand files in under Import, or run zwgk build with a folder of notices in a terminal.",
            ),
        )
        return
    opened = bool(st.query_params.get("node"))
    left, middle, *right = st.columns([1.1, 2.9, 1.5] if opened else [1.1, 4.4], gap="medium")
    with left:
        chosen = _pick(notices)
    _show_notice(chosen, left, middle, right[0] if right else None)


def _pick(notices: list[dict[str, Any]]) -> dict[str, Any]:
    by_id = {str(notice["document"]): notice for notice in notices}
    asked = st.query_params.get("document")
    ids = sorted(by_id, key=lambda id_: _place(by_id[id_]))
    page.sentence(page.say(f"收录 {len(ids)} 份通知。", f"{len(ids)} {'notice' if len(ids) == 1 else 'notices'} held."))
    st.session_state["notice"] = asked if asked in ids else ids[0]
    with st.container(key="notices"):
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
    for name in _OF_ONE_NOTICE:
        st.query_params.pop(name, None)
    st.query_params["document"] = st.session_state["notice"]


def _place(notice: Mapping[str, Any]) -> tuple[Any, ...]:
    levels = list(wording.LEVELS)
    level = notice["level"]
    return (
        levels.index(level) if level in levels else len(levels),
        *(notice["region"] or ()),
        str(notice["issued_on"]),
    )


def _caption(notice: Mapping[str, Any]) -> str:
    language = page.language()
    where = "".join(notice["region"] or ())
    level = wording.level(notice["level"] or "", language)
    return " · ".join(part for part in (level, where, str(notice["year"] or "")) if part)


def _show_notice(notice: Mapping[str, Any], left: Any, middle: Any, right: Any) -> None:
    language = page.language()
    document = str(notice["document"])
    copies = list(source.copies(document).records())
    with middle:
        page.put(
            f"<p><b>{escape(notice['title'] or notice['number'] or '')}</b></p><p class='muted'>{escape(_head(notice))}</p>"
        )
        copy, beside = _choose(copies)
        if copy is None:
            page.note(page.say("这份通知没有原文。", "There is no text of this notice."))
            return
        if beside is not None:
            show_copies(document, copy, beside)
            return
    found = source.found_in(document)
    place = {"view": "documents", "document": document}
    if len(copies) > 1:
        place["copy"] = _sign(copy)
    with left:
        page.put(f'<div class="headings">{outline(found, str(copy["id"]))}</div>')
    with middle:
        page.put(summary(found, language))
        show_notice_buttons(document)
        _show_text(found, copy, place, cards=right is None)
        show_corrections(document, copies)
    if right is not None:
        with right:
            show_finding(document, found, str(st.query_params["node"]), _at())


def _show_text(found: Graph, copy: Mapping[str, Any], place: Mapping[str, str], *, cards: bool) -> None:
    """The text of a copy with its marks; with `cards`, a card beside each task."""
    language = page.language()
    if not copy["text"]:
        page.note(wording.no_source(language))
        return
    marks = NoticeMarks(found, str(copy["id"]), copy["text"], language, place)
    beside = task_cards(found, str(copy["id"]), language, place) if cards else {}
    wrong = struck(taken().taken, str(copy["sha256"]), language)
    page.note(_legend())
    text = render_notice(copy["text"], [*marks.all(), *wrong], _at(), beside)
    page.put(f'<style>{joined(len(beside))}</style><div class="notice{" carded" if beside else ""}">{text}</div>')
    if beside:
        st.html(_LEVEL, unsafe_allow_javascript=True)
    if _at() is not None:
        st.html(_SCROLL, unsafe_allow_javascript=True)


def _at() -> int | None:
    at = st.query_params.get("at", "")
    return int(at) if at.isascii() and at.isdecimal() and len(at) < 10 else None


def _sign(copy: Mapping[str, Any]) -> str:
    """What names a copy in the address."""
    return str(copy["sha256"])[:8]


def _choose(copies: list[dict[str, Any]]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The copy to read, and the one to lay beside it; both stand in the address by the first signs of their hashes."""
    if not copies:
        return None, None
    by_sign = {_sign(copy): copy for copy in copies}
    signs = list(by_sign)
    language = page.language()
    copy = by_sign.get(st.query_params.get("copy", ""), copies[0])
    if len(copies) == 1:
        return copy, None
    names = {
        sign: f"{wording.pick(wording.SCRIPTS, each['script'] or '', language)} · {each['source']}"
        for sign, each in by_sign.items()
    }
    with st.container(horizontal=True, gap="medium", key="copies"):
        st.session_state["copy"] = _sign(copy)
        _radio(page.say("副本", "Copy"), signs, names, "copy")
        others = ["", *(sign for sign in signs if by_sign[sign] is not copy)]
        asked = st.query_params.get("beside", "")
        st.session_state["beside"] = asked if asked in others else ""
        _radio(page.say("对照", "Beside it"), others, {**names, "": page.say("不对照", "nothing")}, "beside")
    return copy, by_sign.get(st.session_state["beside"])


def _radio(label: str, options: list[str], names: Mapping[str, str], key: str) -> None:
    st.radio(
        label,
        options,
        format_func=lambda sign: page.plain(names[sign]),
        horizontal=True,
        key=key,
        on_change=_turn_to,
        args=(key,),
    )


def _turn_to(key: str) -> None:
    """Another copy, or another beside it: what was opened stood in the one before."""
    for name in ("at", "node"):
        st.query_params.pop(name, None)
    st.query_params[key] = st.session_state[key]
    if not st.session_state[key] or (key == "copy" and st.query_params.get("beside") == st.session_state[key]):
        st.query_params.pop("beside", None)


def _head(notice: Mapping[str, Any]) -> str:
    language = page.language()
    facts = [notice["number"], notice["issuer"], wording.said("issued_on", notice["issued_on"], language)]
    return "　".join(str(fact) for fact in facts if fact)


def _legend() -> str:
    return page.say(
        "底色：义务，其中粗字为谓词、点线为频率和期限、波线为渠道；实线：责任机构；双线：所引文件。停在标记上看说明，点开看节点、改错。",
        "Shaded: an obligation, its predicate bold, frequency and limit dotted, channel wavy; solid line: an agency; double line: a cited document. Rest on a mark for its meaning, click it for its node and to correct it.",
    )
