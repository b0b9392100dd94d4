"""A real Neo4j Community server for the tests, from Maven Central. Neo4j is GPL-3.0: fetched, never shipped.

python tools/neo4j/server.py install | start | stop | status | env
`eval "$(python tools/neo4j/server.py env)"` lets the tests and zwgk use it.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

VERSION = "5.26.16"
USERNAME = "neo4j"
START_SECONDS = 90.0
ENTRY = "org.neo4j.server.CommunityEntryPoint"
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang")


class MissingTool(Exception):
    """Java 17 or Maven is not installed."""


def cache() -> Path:
    """Where the jars and the data are kept, outside of the tree."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "zwgk" / f"neo4j-{VERSION}"


def install() -> Path:
    """Fetch the jars once (116 MB); the folder that holds them."""
    lib = cache() / "lib"
    done = cache() / "lib.complete"
    if done.exists():
        return lib
    _tool("java")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={lib}"]
    pom = Path(__file__).with_name("pom.xml")
    command = [_tool("mvn"), "-q", "-B", "-f", str(pom), f"-Dneo4j.version={VERSION}", *goal]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    done.touch()
    return lib


def start(home: Path) -> dict[str, str]:
    """Start a server with its data in `home` and wait for it; the environment that leads zwgk to it."""
    if status(home):
        return environment(home)
    lib = install()
    state = _configure(home)
    if not (home / "data" / "dbms" / "auth.ini").exists():
        admin(home, "dbms", "set-initial-password", state["password"])
    with (home / "console.log").open("w") as log:
        command = [*_java(lib, home), ENTRY, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_environment(home), start_new_session=True
        )
    _write_private(home / "state.json", json.dumps({**state, "pid": server.pid}))
    _wait(home, server, state["port"])
    return environment(home)


def admin(home: Path, *arguments: str, folder: Path | None = None) -> None:
    """Run neo4j-admin for the data in `home`, from within `folder`."""
    lib = install()
    if not (home / "conf").exists():
        _configure(home)
    command = [*_java(lib, folder or home), "org.neo4j.cli.AdminTool", *arguments]
    done = subprocess.run(command, env=_environment(home), cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"neo4j-admin {' '.join(arguments[:3])}: {done.stdout[-2000:]}{done.stderr[-2000:]}")


def stop(home: Path) -> bool:
    """End the server of `home`; False when none ran."""
    state = status(home)
    if state is None:
        return False
    os.kill(state["pid"], signal.SIGTERM)
    deadline = time.monotonic() + 30
    while _runs(state["pid"]) and time.monotonic() < deadline:
        time.sleep(0.1)
    if _runs(state["pid"]):
        os.kill(state["pid"], signal.SIGKILL)
    return True


def status(home: Path) -> dict[str, Any] | None:
    """The state of a running server."""
    try:
        state: dict[str, Any] = json.loads((home / "state.json").read_text())
    except FileNotFoundError:
        return None
    return state if "pid" in state and _runs(state["pid"]) else None


def environment(home: Path) -> dict[str, str]:
    """NEO4J_URI and its kin for the server of `home`."""
    state = json.loads((home / "state.json").read_text())
    return {
        "NEO4J_URI": f"bolt://127.0.0.1:{state['port']}",
        "NEO4J_USERNAME": USERNAME,
        "NEO4J_PASSWORD": state["password"],
        "NEO4J_DATABASE": "neo4j",
    }


def _configure(home: Path) -> dict[str, Any]:
    """Write neo4j.conf and the state; the password stays as it was set the first time."""
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o700)
    known = home / "state.json"
    password = json.loads(known.read_text())["password"] if known.exists() else secrets.token_urlsafe(24)
    state = {"password": password, "port": _free_port()}
    _write_private(known, json.dumps(state))
    (home / "conf").mkdir(exist_ok=True)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{state['port']}",
        "server.bolt.advertised_address": f"127.0.0.1:{state['port']}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.heap.initial_size": "256m",
        "server.memory.heap.max_size": "512m",
        "server.memory.pagecache.size": "64m",
        "db.tx_log.rotation.size": "16m",
        "db.tx_log.preallocate": "false",
    }
    (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()))
    return state


def _java(lib: Path, folder: Path) -> list[str]:
    opens = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENS]
    return [_tool("java"), "-Xmx512m", *opens, f"-Duser.dir={folder}", "-cp", str(lib / "*")]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def _wait(home: Path, server: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    server.kill()
    tail = "\n".join((home / "console.log").read_text(errors="replace").splitlines()[-15:])
    raise RuntimeError(f"Neo4j did not start; its log {home / 'console.log'} ends with:\n{tail}")


def _runs(pid: int) -> bool:
    """Reaps the server when it was our own child."""
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    except ChildProcessError:
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tool(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise MissingTool(f"{name} is not installed; the tests against Neo4j need Java 17 and Maven.")


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def main(arguments: list[str]) -> int:
    home = cache() / "home"
    match arguments:
        case ["install"]:
            print(install())
        case ["start"]:
            print(start(home)["NEO4J_URI"])
        case ["stop"]:
            print("stopped" if stop(home) else "was not running")
        case ["status"]:
            print("running" if status(home) else "not running")
        case ["env"]:
            print("".join(f"export {key}='{value}'\n" for key, value in start(home).items()), end="")
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
