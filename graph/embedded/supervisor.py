"""The process that owns the server: starts it, ends it when nobody uses it, tidies up after it.

Run as `python -m graph.embedded.supervisor <home>` by graph.embedded.client, never by hand.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from graph.embedded import usage
from graph.embedded.command import command, version
from graph.embedded.files import locked, write_private
from graph.embedded.layout import DATABASE, Layout, idle_seconds
from graph.embedded.layout import port as wanted_port
from graph.embedded.security import passwords, write_security
from graph.embedded.state import State, answers, write_state

START_SECONDS = 60.0
STOP_SECONDS = 20.0


class _Stop(Exception):
    """Somebody asked for the end."""


def main(home: str) -> int:
    """Run the server of `home` until it is stopped, idle or dead."""
    os.umask(0o077)
    layout = Layout(Path(home))
    signal.signal(signal.SIGTERM, _raise_stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    write_security(layout)
    free, http_port = _free_ports(2)
    port = wanted_port() or free
    with layout.console.open("w", encoding="utf-8") as console:
        server = subprocess.Popen(
            command(layout, port, http_port),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            cwd=layout.home,
        )
    try:
        if not _wait_for(layout, port, server):
            return 1
        write_private(layout.written_by, json.dumps({"version": version()}))
        write_state(
            layout, State(os.getpid(), server.pid, port, datetime.now(UTC).isoformat("T", "seconds"), version())
        )
        _watch(layout, server)
    except _Stop:
        pass
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        layout.state.unlink(missing_ok=True)
        _end(server)
    return 0


def _watch(layout: Layout, server: subprocess.Popen[bytes]) -> None:
    """Return when the server has died, or has been idle and its state file is gone."""
    limit = idle_seconds()
    pause = min(max(limit / 20, 0.1), 5.0)
    while server.poll() is None:
        time.sleep(pause)
        if usage.idle_for(layout) < limit:
            continue
        with locked(layout.lock):
            if usage.idle_for(layout) >= limit:
                layout.state.unlink(missing_ok=True)
                _end(server)


def _wait_for(layout: Layout, port: int, server: subprocess.Popen[bytes]) -> bool:
    """True when the server answers a query; False when it died or takes too long.

    It listens a little before it has made the database, so an open port is not enough.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    auth = ("reader", passwords(layout)["reader"])
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if answers(port):
            with (
                suppress(DriverError, Neo4jError),
                GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=auth) as driver,
            ):
                driver.execute_query("RETURN 1", database_=DATABASE)
                return True
        time.sleep(0.02)
    return False


def _end(server: subprocess.Popen[bytes]) -> None:
    """Let the server close its files; kill it only when it does not."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_ports(count: int) -> list[int]:
    """Ports that are free now; held together, so that they differ."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for item in sockets:
            item.bind(("127.0.0.1", 0))
        return [int(item.getsockname()[1]) for item in sockets]
    finally:
        for item in sockets:
            item.close()


def _raise_stop(*_: object) -> None:
    raise _Stop


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
