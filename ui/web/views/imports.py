"""导入: files are dropped, read, looked at with their marks and issues, and only then stored; the last import can be
taken out again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from loaders.build import BuildReport
from loaders.folder import Progress
from loaders.plan import Planned
from loaders.uploads import MAX_FILES, Upload
from ui.web import importing, page, review, source
from ui.web.importing import BusyError, Handed
from ui.web.markup import escape, link
from ui.web.rights import VARIABLE, may_write
from ui.web.serve import UPLOAD_MB
from ui.wording import pick

_KEYS = ("import-handed", "import-of", "import-wanted", "import-report")


def show() -> None:
    """The way in, as far as one has got."""
    page.style("reader.css")
    if not may_write():
        page.problem(
            page.say("在这里只能查看，不能导入。", "This page is for reading; nothing can be imported here."),
            page.say(
                f"在运行 zwgk ui 的机器上打开，或请管理者设 {VARIABLE}=1。",
                f"Open it on the machine that runs zwgk ui, or ask its owner to set {VARIABLE}=1.",
            ),
        )
        return
    if report := st.session_state.get("import-report"):
        _show_report(report)
    _show_last()
    files = _ask()
    if not files:
        _forget("import-handed", "import-of", "import-wanted")
        return
    handed = _read(files)
    if handed and st.session_state.pop("import-wanted", False):
        _keep(handed)
    elif handed:
        _review(handed)


def _ask() -> list[Any]:
    page.sentence(
        page.say(
            "把通知拖进来：先读给您看，存不存由您定。",
            "Drop notices here: they are read for you to look at; storing them is up to you.",
        )
    )
    page.put(f"<style>{_UPLOADER.format(drop=page.say('把文件拖到这里', 'Drop files here'), pick=page.say('选文件', 'Choose files'))}</style>")  # fmt: skip
    files = st.file_uploader(
        page.say(
            f"TXT、HTML、DOCX、带文字层的 PDF，或它们的 zip；每个文件不超过 {UPLOAD_MB} MB，一次不超过 {MAX_FILES} 份",
            f"TXT, HTML, DOCX, PDF with a text layer, or a zip of them; {UPLOAD_MB} MB a file, {MAX_FILES} notices at once",
        ),
        accept_multiple_files=True,
        key=f"files-{st.session_state.get('import-turn', 0)}",
    )
    return list(files or ())


def _read(files: list[Any]) -> Handed | None:
    """What the files come to; read once, then kept for this visit."""
    of = tuple(file.file_id for file in files)
    if st.session_state.get("import-of") != of:
        _forget("import-handed", "import-report", "import-wanted")
        with _working(page.say("正在读", "Reading")) as progress:
            uploads = [Upload(file.name, file.getvalue()) for file in files]
            st.session_state["import-handed"] = importing.read_in(uploads, progress)
        st.session_state["import-of"] = of
    handed: Handed | None = st.session_state.get("import-handed")
    return handed


def _review(handed: Handed) -> None:
    language = page.language()
    documents = handed.plan.documents
    page.sentence(review.sentence(documents, handed.issues, language))
    page.note(page.say("什么都还没有存。", "Nothing is stored yet."))
    with st.container(horizontal=True, gap="small", key="decide"):
        changing = sum(each.state != "same" for each in documents)
        words = page.say(f"存入图谱（{changing} 份）", f"Store ({changing})")
        st.button(words, key="keep", type="primary", disabled=not changing, on_click=_want)
        st.button(page.say("放弃", "Discard"), key="discard", on_click=_start_again)
    unread = [issue for issue in handed.issues if issue.level == "error"]
    if unread:
        page.put(review.listed_issues(unread, None, language))
    if documents:
        _show_document(handed, _pick(documents, handed))


def _pick(documents: tuple[Planned, ...], handed: Handed) -> Planned:
    if len(documents) == 1:
        return documents[0]
    chosen = st.selectbox(
        page.say("看哪一份", "Which to look at"),
        range(len(documents)),
        format_func=lambda i: f"{_name(documents[i])} · {_state(documents[i], handed)}",
        key="import-shown",
    )
    return documents[chosen]


def _state(planned: Planned, handed: Handed) -> str:
    count = len(review.issues_of(planned, handed.issues))
    told = page.say(f" · {count} 处要看", f" · {count} to look at") if count else ""
    return pick(review.STATES, planned.state, page.language()) + told


def _show_document(handed: Handed, planned: Planned) -> None:
    """A document's changes, its issues, and its text with the marks of both."""
    language = page.language()
    notice, issues = handed.handed_in(planned), review.issues_of(planned, handed.issues)
    page.put(f'<p><b>{escape(_name(planned))}</b> <span class="muted">{escape(_state(planned, handed))}</span></p>')
    if changes := handed.changes.get(planned.id):
        page.put(review.changes_in_words(changes, language))
    if issues:
        head = page.say(f"{len(issues)} 处要看", f"{len(issues)} to look at")
        listed = review.listed_issues(issues, notice, language)
        page.put(f"<details open><summary>{escape(head)}</summary>{listed}</details>")
    page.put(review.text_with_marks(notice, handed.plan, issues, language))


def _name(planned: Planned) -> str:
    header = planned.copies[0].header
    return " ".join(part for part in (header.number, header.title) if part) or planned.copies[0].copy.source


def _keep(handed: Handed) -> None:
    try:
        with _working(page.say("正在存", "Storing")) as progress:
            st.session_state["import-report"] = importing.keep(handed, progress)
    except BusyError:
        _say_busy()
        return
    source.forget()
    _start_again()
    st.rerun()


def _show_report(report: BuildReport) -> None:
    same = len(report.unchanged)
    left = page.say(f"；{same} 份没有变化", f"; {same} unchanged") if same else ""
    page.sentence(
        page.say(
            f"已存入 {len(report.written)} 份，新增 {report.nodes_created} 个节点、{report.edges_created} 条关系{left}。",
            f"{len(report.written)} stored with {report.nodes_created} new nodes and {report.edges_created} new relationships{left}.",
        )
    )
    lang = None if page.language() == "zh" else page.language()
    lines = (
        f"<li>{link(id_.removeprefix('document:'), {'view': 'documents', 'document': id_, 'lang': lang})}</li>"
        for id_ in report.written
    )
    page.put(f'<ul class="list">{"".join(lines)}</ul>')


def _show_last() -> None:
    """The last import, and the button that takes it out."""
    if said := st.session_state.pop("import-said", ""):
        page.note(said)
    last = importing.last()
    if last is None:
        return
    when = last.when[:16].replace("T", " ")
    with st.container(horizontal=True, vertical_alignment="center", key="last"):
        page.note(
            page.say(f"上次导入：{when}，{len(last.after)} 份。", f"Last import: {when}, {len(last.after)} documents.")
        )
        st.button(page.say("撤销这次导入", "Undo this import"), key="take-out", type="tertiary", on_click=_take_out)


def _take_out() -> None:
    """Undo, and keep a sentence about it for the next drawing."""
    if not may_write():
        return
    with page.sentences_for_errors():
        try:
            undone, issues = importing.take_out()
        except BusyError:
            _say_busy()
            return
        source.forget()
        _forget(*_KEYS)
        left = (
            page.say(f"；{len(issues)} 份后来又变过，没有动", f"; {len(issues)} changed since and left")
            if issues
            else ""
        )
        st.session_state["import-said"] = page.say(f"撤销了 {len(undone)} 份{left}。", f"{len(undone)} undone{left}.")


def _say_busy() -> None:
    st.session_state["import-said"] = page.say(
        "有人正在导入；等一会儿再试。", "Somebody is importing just now; try again in a moment."
    )


def _want() -> None:
    st.session_state["import-wanted"] = True


def _start_again() -> None:
    """An empty place to drop files; what was handed in is forgotten."""
    _forget("import-handed", "import-of", "import-wanted")
    st.session_state["import-turn"] = st.session_state.get("import-turn", 0) + 1


def _stop() -> None:
    _start_again()
    st.session_state["import-said"] = page.say(
        "已停止。已经存入的，可以撤销这次导入。", "Stopped. What was stored already goes when the import is undone."
    )


def _forget(*keys: str) -> None:
    for key in keys:
        st.session_state.pop(key, None)


@contextmanager
def _working(doing: str) -> Iterator[Progress]:
    """A bar that says what, how far and how long still, and a button that stops: its click ends the run at the next
    step of the bar, between two documents."""
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, text=page.plain(doing))
        st.button(page.say("停止", "Stop"), key="stop", on_click=_stop)
    began = time.monotonic()

    def progress(what: str, done: int, total: int) -> None:
        left = (time.monotonic() - began) / done * (total - done) if done else 0
        still = page.say(f"还要约 {left:.0f} 秒", f"about {left:.0f} s left") if left >= 1 else ""
        told = f"{doing} {done + 1} / {total}  {what}  {still}"
        bar.progress(min(done / max(total, 1), 1.0), text=page.plain(told))

    yield progress
    place.empty()


# Streamlit's own words of the drop zone are English only.
_UPLOADER = """
[data-testid="stFileUploaderDropzoneInstructions"] * {{ display: none; }}
[data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: "{drop}"; }}
[data-testid="stFileUploaderDropzone"]:has([data-testid="stFileUploaderDropzoneInstructions"]) button p {{
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}}
[data-testid="stFileUploaderDropzone"]:has([data-testid="stFileUploaderDropzoneInstructions"]) button::after {{
  content: "{pick}";
}}
"""
