"""The engines that contract tests run against, each with its data in a folder of the test session."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from graph import embedded
from graph.store import Store, connect

ENGINES = ("embedded", "neo4j")
_NEO4J = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")

Environment = dict[str, str]


@pytest.fixture(scope="session")
def embedded_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """A running embedded server of this session."""
    environment = {"ZWGK_HOME": str(tmp_path_factory.mktemp("zwgk")), "ZWGK_HEAP": "512m"}
    with pytest.MonkeyPatch.context() as patch:
        _apply(environment, patch)
        _prepare()
    yield environment
    with pytest.MonkeyPatch.context() as patch:
        _apply(environment, patch)
        embedded.stop()


@pytest.fixture(scope="session")
def neo4j_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """NEO4J_URI where it is set, else a server from Maven Central, else a skip."""
    if os.environ.get("NEO4J_URI"):
        environment = {name: os.environ[name] for name in _NEO4J if name in os.environ}
        _refuse_used_database()
        _prepare()
        yield environment
        return
    server = _neo4j_server()
    home = tmp_path_factory.mktemp("neo4j")
    try:
        environment = server.start(home)
    except server.MissingTool as error:
        _skip_neo4j(str(error))
    with pytest.MonkeyPatch.context() as patch:
        _apply(environment, patch)
        _prepare()
    yield environment
    server.stop(home)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs the test once for each engine; graph.store.connect leads to it."""
    _apply(request.getfixturevalue(f"{request.param}_environment"), monkeypatch)
    return str(request.param)


@pytest.fixture
def embedded_engine(embedded_environment: Environment, monkeypatch: pytest.MonkeyPatch) -> str:
    """The embedded engine only."""
    _apply(embedded_environment, monkeypatch)
    return "embedded"


@pytest.fixture
def store(engine: str) -> Iterator[Store]:
    """An empty store that may write, once for each engine."""
    with connect("writer") as opened:
        _wipe(opened)
        yield opened


@pytest.fixture
def embedded_store(embedded_engine: str) -> Iterator[Store]:
    """An empty store that may write, on the embedded engine only."""
    with connect("writer") as opened:
        _wipe(opened)
        yield opened


def _apply(environment: Environment, patch: pytest.MonkeyPatch) -> None:
    for name in _NEO4J:
        patch.delenv(name, raising=False)
    for name, value in environment.items():
        patch.setenv(name, value)


def _prepare() -> None:
    with connect("writer") as store:
        store.prepare()


def _wipe(store: Store) -> None:
    store._connection.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def _refuse_used_database() -> None:
    """The tests wipe what they find, so they only take a database that is empty."""
    with connect("reader") as store:
        if store.table("MATCH (n) RETURN 1 LIMIT 1").rows:
            pytest.exit("NEO4J_URI leads to a database that holds data; the tests would delete it. Give an empty one.")


def _skip_neo4j(reason: str) -> None:
    if os.environ.get("ZWGK_REQUIRE_NEO4J") == "1":
        pytest.fail(f"ZWGK_REQUIRE_NEO4J=1, but {reason}")
    pytest.skip(reason)


def _neo4j_server() -> ModuleType:
    path = Path(__file__).parents[1] / "tools" / "neo4j" / "server.py"
    spec = importlib.util.spec_from_file_location("neo4j_server", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
