"""The buttons under what is on the screen: the same files as `zwgk export` writes, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from graph.values import Table
from queries.saved import SavedQuery
from ui.answers import answers
from ui.files.notices import HeldNotice, from_store
from ui.files.rows import render_csv
from ui.web import page, source

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


def show_rows_button(query: SavedQuery, table: Table) -> None:
    """The rows of the answer that is shown, with their clauses."""
    language = page.language()

    def rows() -> bytes:
        return render_csv(answers(query, table, language), language).encode("utf-8-sig")

    _button(("下载各行（CSV）", "Rows (CSV)"), "答案.csv", "text/csv", rows)


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
