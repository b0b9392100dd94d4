"""Start, find and stop the embedded server from any process."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph.embedded import usage
from graph.embedded.command import version
from graph.embedded.files import locked, write_private
from graph.embedded.layout import Layout, layout
from graph.embedded.security import passwords
from graph.embedded.state import SUPERVISOR, State, is_alive, processes, read_state
from graph.errors import ServerError

_LOG_LINES = 15


def start() -> State:
    """The running server of this home; started when there is none. Processes that call this at once get one server."""
    here = layout()
    if state := status():
        return state
    here.create()
    with locked(here.lock):
        if state := status():
            return state
        _clear(here)
        return _launch(here)


def status() -> State | None:
    """The server of this home, or None when none runs."""
    here = layout()
    state = read_state(here)
    return state if state and is_alive(here, state) else None


def stop() -> bool:
    """End the server; False when none ran. What is stored stays."""
    here = layout()
    if not here.home.exists():
        return False
    with locked(here.lock):
        return _clear(here)


def reset() -> None:
    """End the server and delete all it has stored. The passwords stay."""
    here = layout()
    if not here.home.exists():
        return
    with locked(here.lock):
        _clear(here)
        shutil.rmtree(here.databases, ignore_errors=True)


def password(user: str) -> str:
    """The generated password of `root`, `writer` or `reader`."""
    return passwords(layout())[user]


@contextmanager
def in_use() -> Iterator[State]:
    """The running server, which does not stop itself while the block runs."""
    here = layout()
    here.create()
    with usage.in_use(here):
        yield start()


def _launch(here: Layout) -> State:
    # Asked here too, so that a missing wheel is told by this process.
    version()
    write_private(here.supervisor_log, "")
    with here.supervisor_log.open("w", encoding="utf-8") as errors:
        supervisor = subprocess.Popen(
            [sys.executable, "-m", SUPERVISOR, str(here.home)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
    while supervisor.poll() is None:
        state = read_state(here)
        if state and state.supervisor == supervisor.pid:
            return state
        time.sleep(0.02)
    raise ServerError(
        f"The embedded database did not start (exit code {supervisor.returncode}). The last lines of its logs in "
        f"{here.logs}:\n{_last_lines(here)}\nFree memory or disk, or set ZWGK_HEAP lower; "
        "or set NEO4J_URI to use a Neo4j server instead."
    )


def _clear(here: Layout) -> bool:
    """End what the state file names, whole or half dead, and drop the file."""
    state = read_state(here)
    if state is None:
        return False
    ours = processes(here, state)
    for process in ours:
        process.terminate()
    _, alive = psutil.wait_procs(ours, timeout=25)
    for process in alive:
        process.kill()
    here.state.unlink(missing_ok=True)
    return bool(ours)


def _last_lines(here: Layout) -> str:
    lines: list[str] = []
    for log in (here.log, here.console, here.supervisor_log):
        if log.exists():
            lines += log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
    return "\n".join(lines)
