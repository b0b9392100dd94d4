"""The embedded server as processes and files see it. Each test has a home of its own."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from graph import embedded
from graph.embedded import layout, usage
from graph.embedded.command import command
from graph.embedded.security import passwords
from graph.embedded.state import answers, read_state
from graph.errors import ServerError
from graph.store import connect
from tests.graph.samples import document, notice

ROOT = Path(__file__).parents[2]
NAME = "样政发〔2030〕1号"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[layout.Layout]:
    for name in ("NEO4J_URI", "ZWGK_IDLE_SECONDS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ZWGK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ZWGK_HEAP", "256m")
    yield layout.layout()
    monkeypatch.setenv("ZWGK_HEAP", "256m")
    embedded.stop()


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_what_is_stored_outlives_stop_and_not_reset(home: layout.Layout) -> None:
    with connect("writer") as store:
        store.prepare()
        store.replace(document(NAME), notice(NAME, fingerprint="f"))
    assert embedded.stop()
    assert embedded.status() is None
    assert not embedded.stop()

    with connect() as store:
        assert store.fingerprints() == {document(NAME): "f"}
    known = passwords(home)
    embedded.reset()
    with connect() as store:
        assert store.fingerprints() == {}
    assert passwords(home) == known


def test_a_store_follows_a_server_that_moved(home: layout.Layout) -> None:
    with connect("writer") as store:
        store.replace(document(NAME), notice(NAME, fingerprint="f"))
        embedded.stop()
        assert store.fingerprints() == {document(NAME): "f"}


def test_two_processes_at_once_share_one_server(home: layout.Layout) -> None:
    code = "from graph import embedded; state = embedded.start(); print(state.server, state.port)"
    processes = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    answers_given = {process.communicate(timeout=60)[0] for process in processes}

    state = embedded.status()
    assert state is not None
    assert answers_given == {f"{state.server} {state.port}\n"}


@pytest.mark.parametrize("victims", [("server",), ("supervisor",), ("supervisor", "server")])
def test_recovers_from_a_killed_server(home: layout.Layout, victims: tuple[str, ...]) -> None:
    with connect("writer") as store:
        store.replace(document(NAME), notice(NAME, fingerprint="f"))
    first = embedded.start()
    for victim in victims:
        psutil.Process(getattr(first, victim)).kill()
    wait_until(lambda: embedded.status() is None)

    with connect() as store:
        assert store.fingerprints() == {document(NAME): "f"}
    assert embedded.start().server != first.server
    assert not psutil.pid_exists(first.server) or psutil.Process(first.server).status() == psutil.STATUS_ZOMBIE


def test_a_state_file_whose_process_ids_are_others_now(home: layout.Layout) -> None:
    home.create()
    foreign = {"supervisor": os.getpid(), "server": os.getppid(), "port": 9, "started": "", "version": ""}
    home.state.write_text(json.dumps(foreign))

    assert embedded.status() is None
    assert not embedded.stop()
    assert not home.state.exists()


def test_only_the_owner_may_read_the_files(home: layout.Layout) -> None:
    with connect("writer") as store:
        store.replace(document(NAME), notice(NAME))

    private = [path for path in home.home.rglob("*") if path.is_file()]
    assert {path.name for path in private} >= {"credentials.json", "server.json", "server-users.jsonl", "server.0.log"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in private} == {0o600}
    assert stat.S_IMODE(home.home.stat().st_mode) == 0o700


def test_listens_on_the_loopback_only_and_shows_no_password(home: layout.Layout) -> None:
    server = psutil.Process(embedded.start().server)

    listening = {item.laddr.ip for item in server.net_connections("tcp") if item.status == psutil.CONN_LISTEN}
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    shown = " ".join(server.cmdline())
    assert not [user for user, password in passwords(home).items() if password in shown]


def test_an_idle_server_stops_and_a_used_one_does_not(home: layout.Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWGK_IDLE_SECONDS", "1")
    with embedded.in_use() as state:
        time.sleep(2.5)
        assert answers(state.port)
        assert embedded.status() == state
    wait_until(lambda: embedded.status() is None and not answers(state.port))
    assert read_state(home) is None


def test_marks_of_dead_clients_do_not_count_for_ever(home: layout.Layout) -> None:
    home.create()
    mark = home.clients / "1"
    mark.touch()
    os.utime(mark, (time.time() - 90_000, time.time() - 90_000))

    assert usage.idle_for(home) > 1_000_000
    assert not mark.exists()


def test_a_failed_start_shows_the_log_and_a_way_out(home: layout.Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWGK_HEAP", "nonsense")
    with pytest.raises(ServerError, match=r"(?s)Invalid maximum heap size.*ZWGK_HEAP.*NEO4J_URI"):
        embedded.start()
    assert embedded.status() is None


def test_a_missing_wheel_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.embedded.command.WHEEL", "no-such-wheel")
    with pytest.raises(ServerError, match="pip install"):
        command(layout.layout(), 1, 2)


def test_finding_the_server_starts_no_java_in_this_process() -> None:
    code = "import sys; from graph import embedded, store; from graph.embedded.command import _package; _package(); "
    code += "sys.exit('jpype' in sys.modules or 'neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_home_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZWGK_HOME", str(tmp_path))
    assert embedded.home() == tmp_path
    monkeypatch.delenv("ZWGK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if sys.platform == "linux":
        assert embedded.home() == tmp_path / "data" / "zwgk"


def test_stop_signals_end_both_processes(home: layout.Layout) -> None:
    state = embedded.start()
    os.kill(state.supervisor, signal.SIGTERM)
    wait_until(lambda: not answers(state.port) and not psutil.pid_exists(state.server))
    assert read_state(home) is None
