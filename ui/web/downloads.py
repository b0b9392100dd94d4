"""The buttons under what is on the screen: the same files as `zwgk export` writes, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import streamlit as st

from graph.values import Table
from queries.saved import SavedQuery
from ui.answers import answers
from ui.files.notices import HeldNotice, from_store
from ui.files.rows import render_csv, rows_sheet
from ui.web import page, source

if TYPE_CHECKING:
    from queries.ask import Answer

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_notice_buttons(document: str) -> None:
    """The table of tasks and the calendar of the notice that is shown."""
    with st.container(horizontal=True, gap="small", key="files"):
        _button(("下载任务分解表", "Tasks (XLSX)"), "任务分解表.xlsx", _XLSX, lambda: task_table(document))
        _button(("下载日历", "Calendar (ICS)"), "日历.ics", "text/calendar", lambda: calendar([document]))


def show_calendar_button(documents: Sequence[str], agency: str | None) -> None:
    """The duties of `agency` in these notices as ICS; of all bodies where none is named."""
    words = ("下载日历（ICS）", "Calendar (ICS)")
    _button(words, "日历.ics", "text/calendar", lambda: calendar(documents, agency))


def show_answer_buttons(question: str, answer: Answer) -> None:
    """The rows of the answer that is shown with their clauses, and its evidence."""
    query, table = answer.query, answer.table
    if query is None or table is None or not table.rows:
        return
    with st.container(horizontal=True, gap="small", key="files"):
        _button(("下载各行（CSV）", "Rows (CSV)"), "答案.csv", "text/csv", lambda: rows_csv(query, table))
        _button(("下载各行（XLSX）", "Rows (XLSX)"), "答案.xlsx", _XLSX, lambda: rows_xlsx(question, query, table))
        if any(row.evidence for row in answers(query, table, page.language()).rows):
            words = ("下载证据包（ZIP）", "Evidence pack (ZIP)")
            _button(words, "证据包.zip", "application/zip", lambda: evidence_pack(question, answer))


def show_typed_button(query: SavedQuery, table: Table) -> None:
    """The rows of typed Cypher."""
    _button(("下载各行（CSV）", "Rows (CSV)"), "答案.csv", "text/csv", lambda: rows_csv(query, table))


def rows_csv(query: SavedQuery, table: Table) -> bytes:
    language = page.language()
    return render_csv(answers(query, table, language, source.corrected(table)), language).encode("utf-8-sig")


def rows_xlsx(question: str, query: SavedQuery, table: Table) -> bytes:
    """The rows of an answer as a workbook, its question over them."""
    from ui.files.xlsx import write_xlsx

    language = page.language()
    sheet = rows_sheet(
        answers(query, table, language, source.corrected(table)), page.say("答案", "answer"), question, language
    )
    return _made(lambda path: write_xlsx([sheet], path))


def evidence_pack(question: str, answer: Answer) -> bytes:
    """The evidence of an answer as a ZIP."""
    from ui.files.pack import pack_answer

    language = page.language()
    return source.read(lambda store: _made(lambda path: pack_answer(store, question, answer, path, language)))


def task_table(document: str) -> bytes:
    """The 任务分解表 of a notice."""
    from ui.files.layouts import task_sheets
    from ui.files.xlsx import write_xlsx

    return _made(lambda path: write_xlsx(task_sheets([_notice(document)], "lead"), path))


def calendar(documents: Sequence[str], agency: str | None = None) -> bytes:
    """The duties of these notices as ICS, those of `agency` where one is named."""
    from ui.files.calendar import Wishes, write_ics

    wishes = Wishes((agency,) if agency else ())
    return _made(lambda path: write_ics((_notice(document) for document in documents), path, wishes))


def _notice(document: str) -> HeldNotice:
    return source.read(lambda store: next(from_store(store, [document])))


def _made(write: Callable[[Path], object]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        write(path)
        return path.read_bytes()


def _button(words: tuple[str, str], name: str, mime: str, made: Callable[[], bytes]) -> None:
    st.download_button(
        page.say(*words), data=made, file_name=name, mime=mime, key=f"save-{name}", type="tertiary", on_click="ignore"
    )
