"""The file that says which server runs, and how to reach it."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, dataclass

import psutil

from graph.embedded.files import read_json, write_private
from graph.embedded.layout import Layout

SERVER_CLASS = "com.arcadedb.server.ArcadeDBServer"
SUPERVISOR = "graph.embedded.supervisor"


@dataclass(frozen=True)
class State:
    """One running server. `supervisor` and `server` are process ids; `started` is an ISO time."""

    supervisor: int
    server: int
    port: int
    started: str
    version: str

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"


def read_state(layout: Layout) -> State | None:
    content = read_json(layout.state)
    try:
        return State(**content)
    except TypeError:
        return None


def write_state(layout: Layout, state: State) -> None:
    write_private(layout.state, json.dumps(asdict(state)))


def is_alive(layout: Layout, state: State) -> bool:
    """Both processes are there: a state file may outlive a killed server."""
    return len(processes(layout, state)) == 2


def processes(layout: Layout, state: State) -> list[psutil.Process]:
    """Which of the two still run. Process ids are used again, so the commands are looked at."""
    wanted = ((state.supervisor, (SUPERVISOR, str(layout.home))), (state.server, (SERVER_CLASS, home_argument(layout))))
    return [psutil.Process(pid) for pid, arguments in wanted if _runs(pid, arguments)]


def _runs(pid: int, arguments: tuple[str, ...]) -> bool:
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and set(arguments) <= set(process.cmdline())
    except psutil.Error:
        return False


def home_argument(layout: Layout) -> str:
    return f"-Darcadedb.server.rootPath={layout.home}"


def answers(port: int) -> bool:
    """Does anything accept connections at this port of the loopback?"""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
