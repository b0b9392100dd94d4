"""Work that may take long: it runs beside the page, which says how far it is and lets the reader stop waiting."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import streamlit as st

from ui.web import page

T = TypeVar("T")

_AT_ONCE = 0.4
"""Seconds after which a reader wants to know what is going on."""


class Job(Generic[T]):
    """One piece of work in a thread of its own."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.started = time.monotonic()
        self.stopped = False
        self._value: T | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._value = work()
        except Exception as error:
            self._error = error

    def wait(self, seconds: float) -> bool:
        """Whether the work is done, at the latest after so many seconds."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.started

    def value(self) -> T:
        """What the work gave; raises what it raised."""
        if self._error is not None:
            raise self._error
        assert self._value is not None
        return self._value


def done(key: str, asked: object, work: Callable[[], T], seconds: float) -> T | None:
    """The value of `work` for what is `asked`, begun once and kept under `key`; None while it runs, with how long it has
    run, how long it may, and a button that stops the waiting. The server itself gives up after `seconds`."""
    kept: tuple[object, Job[T]] | None = st.session_state.get(key)
    if kept is None or kept[0] != asked:
        kept = st.session_state[key] = (asked, Job(work))
    job = kept[1]
    if job.stopped:
        page.problem(
            page.say("已停止等待这个查询。", "The query was stopped."),
            page.say("缩小范围再运行一次。", "Ask for less and run it again."),
        )
        return None
    if job.wait(_AT_ONCE):
        return job.value()
    _progress(key, job, seconds)
    return None


@st.fragment(run_every=0.5)
def _progress(key: str, job: Job[Any], seconds: float) -> None:
    if job.wait(0):
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-progress"):
        told = f"{job.elapsed:.0f}"
        page.put(
            f'<p role="status">{page.say(f"查询中，已 {told} 秒，最多 {seconds:g} 秒。", f"Running for {told} s of at most {seconds:g} s.")}</p>',
            "content",
        )
        if st.button(page.say("停止", "Stop"), key=f"{key}-stop"):
            job.stopped = True
            st.rerun()
