"""Corrections on the page: those of a notice, and the way to make one and to take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from graph.errors import StoreError
from loaders.correcting import Correction, Corrections
from loaders.corrections import append_correction, corrections_file, read_corrections, remove_correction
from loaders.errors import ReadError
from ui import correcting
from ui.web import page
from ui.web.marks import finding_address
from ui.web.markup import AT, escape
from ui.web.rights import may_write

_SAID = "correction-said"


def taken() -> Corrections:
    """The corrections in force."""
    return read_corrections(corrections_file())[0]


def show_corrections(document: str, copies: Iterable[Mapping[str, Any]]) -> None:
    """What people corrected of a notice, who and when; each can be taken back."""
    if said := st.session_state.pop(_SAID, ""):
        page.note(said)
    found = taken().about(document, [str(copy["sha256"]) for copy in copies])
    if not found:
        return
    page.put(f"<h2>{escape(page.say(f'更正 {len(found)} 处', f'{len(found)} corrections'))}</h2>")
    for number, each in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center", key=f"correction-{number}"):
            page.put(f'<p class="corrected-line">{_line(each)}</p>')
            if may_write():
                st.button(page.say("撤销", "Undo"), key=f"undo-{number}", type="tertiary", on_click=undo, args=(each,))


def make(correction: Correction) -> bool:
    """Write a correction down and bring the graph up to date; False, with a sentence, where it cannot be written."""
    return _change(correction, lambda: append_correction(corrections_file(), correction))


def undo(correction: Correction) -> None:
    """Take the line of a correction out again."""
    _change(correction, lambda: remove_correction(corrections_file(), correction))


def _change(correction: Correction, write: Callable[[], None]) -> bool:
    if not may_write():
        return False
    try:
        write()
    except ReadError as error:
        st.session_state[_SAID] = f"{error}  {error.mend}"
        return False
    try:
        report, refused = correcting.apply(correction)
    except StoreError as error:
        st.session_state[_SAID] = page.say(
            f"已记下，图谱还没有更新：{error}", f"Written down; the graph is not up to date: {error}"
        )
        return True
    later = refused or not (report.written or report.unchanged)
    st.session_state[_SAID] = (
        page.say("已记下，下次 zwgk build 生效。", "Written down; the next zwgk build follows it.")
        if later
        else page.say("已记下，图谱已更新。", "Written down; the graph is up to date.")
    )
    return True


def _line(each: Correction) -> str:
    language = page.language()
    place = {"view": "documents", "document": each.document}
    where = finding_address(place, "", each.start, language)
    words = f"{each.finding} “{each.words[:20]}” {correcting.change(each, language)}"
    link = f'<a href="{escape(where)}" target="_self">{AT}{escape(words)}</a>'
    return f'{link} <span class="muted">{escape(correcting.told(each, language))}</span>'
