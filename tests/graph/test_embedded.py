"""The embedded server as processes and files see it. Each test has a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from graph import embedded
from graph.embedded import checks, client, files, layout, usage
from graph.embedded.command import command, version
from graph.embedded.security import passwords
from graph.embedded.state import answers, read_state
from graph.errors import DiskFull, QueryError, QueryTooLarge, ServerError
from graph.store import Store, connect
from tests.graph.samples import document, notice

ROOT = Path(__file__).parents[2]
NAME = "样政发〔2030〕1号"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[layout.Layout]:
    for name in ("NEO4J_URI", "ZWGK_IDLE_SECONDS", "ZWGK_PORT"):
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


def test_a_query_beyond_the_memory_is_refused_with_a_way_out(embedded_store: Store) -> None:
    with pytest.raises(QueryTooLarge, match="Ask for less"):
        embedded_store.table("UNWIND range(1, 3000000) AS a RETURN a % 2900000 AS k, collect(a) AS n LIMIT 1")
    assert embedded_store.table("RETURN 1 AS n").rows == ((1,),)


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


def test_the_port_may_be_given_and_is_told_when_it_is_taken(
    home: layout.Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("ZWGK_PORT", str(port))
        with pytest.raises(ServerError, match=f"Port {port} .ZWGK_PORT. is in use"):
            embedded.start()
    assert embedded.start().port == port


@pytest.mark.parametrize("given", ["x", "-1", "70000", "7.5"])
def test_a_port_that_is_none(home: layout.Layout, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("ZWGK_PORT", given)
    with pytest.raises(ServerError, match=f"ZWGK_PORT={given} is no port"):
        embedded.start()


def _with_free(free: int, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil._ntuple_diskusage(10**9, 10**9 - free, free)  # type: ignore[attr-defined]
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)


def test_no_start_on_a_full_disk(home: layout.Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_free(50_000_000, monkeypatch)
    with pytest.raises(DiskFull, match=r"full \(50 MB free\).*ZWGK_HOME"):
        embedded.start()


def test_a_refused_commit_on_a_full_disk_says_so(home: layout.Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server only says "Transaction error on commit" (tried on a disk of 130 MB)."""
    with connect() as store:
        store.table("RETURN 1")
        _with_free(4_096, monkeypatch)
        with pytest.raises(DiskFull, match="full"):
            store.table("RETURN nothing")
        _with_free(10**9, monkeypatch)
        with pytest.raises(QueryError, match="nothing"):
            store.table("RETURN nothing")


def test_a_lock_that_is_held_for_long_names_its_holder(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        files.locked(lock),
        pytest.raises(ServerError, match=f"Process {os.getpid()} has been"),
        files.locked(lock, patience=0.1),
    ):
        pass
    with files.locked(lock, patience=0):
        pass


def test_a_lock_file_without_holder_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_bytes(b"\0004321")
    with files.locked(lock, patience=0):
        assert lock.read_bytes()[1:] == str(os.getpid()).encode()


def test_files_of_a_newer_server_are_not_opened(home: layout.Layout) -> None:
    home.create()
    home.written_by.write_text(json.dumps({"version": "99.1.1"}))
    with pytest.raises(ServerError, match=r"(?s)written by.*99\.1\.1.*pip install.*zwgk db dump.*zwgk db restore"):
        embedded.start()
    assert embedded.status() is None


def test_files_of_an_older_server_are_kept_beside(home: layout.Layout) -> None:
    _stored(NAME)
    embedded.stop()
    assert checks.written_by(home) == version()
    home.written_by.write_text(json.dumps({"version": "25.9.1.post3"}))

    assert _held() == {document(NAME)}
    assert (home.home / "databases.25.9.1.post3" / layout.DATABASE).is_dir()
    assert checks.written_by(home) == version()


def test_another_build_of_the_same_version_copies_nothing(home: layout.Layout) -> None:
    home.create()
    home.written_by.write_text(json.dumps({"version": version().partition(".post")[0]}))
    embedded.start()
    assert [path.name for path in home.home.glob("databases*")] == ["databases"]


def test_a_writer_survives_a_server_that_is_killed_under_it(home: layout.Layout) -> None:
    with connect("writer") as store:
        store.prepare()
        psutil.Process(embedded.start().server).kill()
        store.replace(document(NAME), notice(NAME, fingerprint="f"))
        assert store.fingerprints() == {document(NAME): "f"}


def test_a_reader_survives_a_server_that_is_killed_between_two_questions(home: layout.Layout) -> None:
    """A server that was seen running a moment ago is not looked for before each question."""
    _stored(NAME)
    with connect() as store:
        for _ in range(2):
            assert store.fingerprints() == {document(NAME): "f"}
            psutil.Process(embedded.start().server).kill()
        assert store.fingerprints() == {document(NAME): "f"}


def _stored(name: str) -> None:
    with connect("writer") as store:
        store.replace(document(name), notice(name, fingerprint="f"))


def _held() -> set[str]:
    with connect() as store:
        return set(store.fingerprints())


def test_what_is_set_aside_comes_back_when_the_block_fails(home: layout.Layout) -> None:
    _stored("旧")

    def fill_and_fail() -> None:
        with embedded.set_aside():
            assert _held() == set()
            _stored("新")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill_and_fail()
    assert _held() == {document("旧")}

    with embedded.set_aside():
        _stored("新")
    assert _held() == {document("新")}
    assert [path.name for path in home.home.glob("databases*")] == ["databases"]


@pytest.mark.parametrize("ended", [True, False], ids=["server ended", "server still runs"])
def test_what_is_set_aside_comes_back_when_the_process_dies(home: layout.Layout, ended: bool) -> None:
    _stored("旧")
    code = "import os; from graph import embedded\nwith embedded.set_aside(): embedded.start(); os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == -signal.SIGKILL
    if ended:
        embedded.stop()
    assert _held() == {document("旧")}


def test_only_one_restores_at_a_time(home: layout.Layout) -> None:
    with embedded.set_aside(), pytest.raises(ServerError, match="Process"), embedded.set_aside():
        pass


def test_reset_forgets_versions_and_what_was_set_aside(home: layout.Layout) -> None:
    home.create()
    home.aside.mkdir()
    home.written_by.write_text(json.dumps({"version": "99.1"}))
    client.reset()
    assert not home.aside.exists()
    embedded.start()
