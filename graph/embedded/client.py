"""Start, find and stop the embedded server from any process."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph.embedded import usage
from graph.embedded.checks import check_before_start, keep_older
from graph.embedded.command import version
from graph.embedded.files import is_held, locked, write_private
from graph.embedded.layout import DATABASE, Layout, layout
from graph.embedded.security import passwords
from graph.embedded.state import SUPERVISOR, State, is_alive, processes, read_state
from graph.errors import DiskFull, ServerError

_LOG_LINES = 15
_SETTLED = 10.0
"""Seconds after a commit has come to the log of transactions in which what it wrote may not be there yet."""
_TRUSTED = 1.0
"""Seconds for which a server that was seen running is not looked for again, when it is only to be used."""

_seen: dict[Path, tuple[float, State]] = {}


def start() -> State:
    """The running server of this home; started when there is none. Processes that call this at once get one server."""
    here = layout()
    state = _running(here)
    _seen[here.home] = time.monotonic(), state
    return state


def _running(here: Layout) -> State:
    broken = here.aside.exists() and not is_held(here.restoring)
    if (state := status()) and not broken:
        return state
    here.create()
    with locked(here.lock):
        if (state := status()) and not broken:
            return state
        _clear(here)
        if broken:
            _take_back(here)
        check_before_start(here)
        keep_older(here)
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
        for gone in (here.databases, here.aside):
            shutil.rmtree(gone, ignore_errors=True)
        here.written_by.unlink(missing_ok=True)


@contextmanager
def set_aside() -> Iterator[None]:
    """An empty database for the block; what was stored before comes back when the block fails, however it fails."""
    here = layout()
    here.create()
    with locked(here.restoring, patience=0):
        with locked(here.lock):
            _clear(here)
            _take_back(here)
            here.databases.rename(here.aside)
            here.create()
        try:
            yield
        except BaseException:
            with locked(here.lock):
                _clear(here)
                _take_back(here)
            raise
        # Renamed first: a folder that is half deleted must not be taken for the one to go back to.
        done = here.aside.rename(here.home / "databases.done")
    shutil.rmtree(done)


def disk_use() -> int:
    """Bytes of what is stored."""
    return sum(path.stat().st_size for path in layout().databases.rglob("*") if path.is_file())


def disk_is_full() -> bool:
    """No room for another page of the database."""
    return shutil.disk_usage(layout().home).free < 1_000_000


def last_write(before: float = 0.0) -> Hashable:
    """What no write leaves as it is: the server's log of transactions, which a commit grows before anybody can read
    what it wrote. None where the last write was not before so many seconds ago, and some more in which its effect may
    not be there yet."""
    files = [(path.name, path.stat()) for path in (layout().databases / DATABASE).glob("txlog_*.wal")]
    if not files or time.time() - max(found.st_mtime for _, found in files) < before + _SETTLED:
        return None
    return frozenset((name, found.st_ino, found.st_size, found.st_mtime_ns) for name, found in files)


def password(user: str) -> str:
    """The generated password of `root`, `writer` or `reader`."""
    return passwords(layout())[user]


@contextmanager
def in_use() -> Iterator[State]:
    """The running server, which does not stop itself while the block runs."""
    here = layout()
    when, state = _seen.get(here.home, (-math.inf, None))
    if state and time.monotonic() - when < _TRUSTED:
        with usage.in_use(here):
            yield state
    else:
        here.create()
        with usage.in_use(here):
            yield start()


def forget() -> None:
    """A server that was seen running does not answer: the next use looks for it again."""
    _seen.clear()


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
    logged = _last_lines(here)
    if "No space left on device" in logged:
        raise DiskFull(str(here.home))
    if "Address already in use" in logged:
        raise ServerError("The port was taken while the database started. Try again, or give ZWGK_PORT another number.")
    raise ServerError(
        f"The embedded database did not start (exit code {supervisor.returncode}). The last lines of its logs in "
        f"{here.logs}:\n{logged}\nFree memory or disk, or set ZWGK_HEAP lower; "
        "or set NEO4J_URI to use a Neo4j server instead."
    )


def _take_back(here: Layout) -> None:
    """Undo a restore that did not come to its end."""
    if here.aside.exists():
        shutil.rmtree(here.databases, ignore_errors=True)
        here.aside.rename(here.databases)


def _clear(here: Layout) -> bool:
    """End what the state file names, whole or half dead, and drop the file."""
    _seen.pop(here.home, None)
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
