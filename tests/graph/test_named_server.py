"""The server that NEO4J_URI names: its version, its address, its database, and what goes wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest

from graph.connection import check_version
from graph.errors import ServerError
from graph.store import Store, connect
from tests.conftest import Environment, _apply, _wipe
from tests.graph.samples import document, notice

ONE = "样政发〔2030〕1号"


@pytest.fixture
def named(neo4j_environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Environment:
    _apply(neo4j_environment, monkeypatch)
    return neo4j_environment


@pytest.fixture
def routed(named: Environment, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store behind a URI that asks the server for its routing table, as a cluster's does."""
    monkeypatch.setenv("NEO4J_URI", named["NEO4J_URI"].replace("bolt://", "neo4j://"))
    with connect("writer") as store:
        _wipe(store)
        yield store


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.10.1", "Neo4j/6.0.0", "Neo4j/dev"])
def test_versions_that_will_do(agent: str) -> None:
    check_version(agent, "bolt://host")


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.40", "Neo4j/3.5.0", "Neo4j/v5.11.0 compatible"])
def test_versions_that_are_too_old(agent: str) -> None:
    with pytest.raises(ServerError, match=r"bolt://host is Neo4j .* needs Neo4j 5\.26 or later"):
        check_version(agent, "bolt://host")


def test_an_old_server_is_told_before_anything_is_done(named: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.connection.OLDEST", (9999, 0))
    for ask in (lambda store: store.size(), lambda store: store.engine, lambda store: store.prepare()):
        with connect("writer") as store, pytest.raises(ServerError, match=r"needs Neo4j 9999\.0 or later"):
            ask(store)


def test_a_routing_uri_reads_what_it_wrote(routed: Store) -> None:
    routed.prepare()
    routed.replace(document(ONE), notice(ONE))
    assert routed.fingerprints() == {}
    assert routed.table("MATCH (t:Task) RETURN count(t)").rows == ((2,),)
    assert len(list(routed.nodes())) == len(notice(ONE).nodes)
    with connect("reader") as reader:
        assert reader.size() == routed.size()
    assert list(routed._connection._bookmarks.get_bookmarks())  # type: ignore[union-attr]
    routed.remove(document(ONE))
    assert routed.size() == (0, 0)


def test_the_named_database_is_the_one_that_is_used(named: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with connect("reader") as store, pytest.raises(ServerError, match=r"nowhere.*Check NEO4J_DATABASE"):
        store.size()
    monkeypatch.delenv("NEO4J_DATABASE")
    with connect("reader") as store:
        assert len(store.size()) == 2


@pytest.mark.parametrize("uri", ["host:7687", "ftp://host:7474", "neo4j"])
def test_an_address_that_is_none(named: Environment, monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    monkeypatch.setenv("NEO4J_URI", uri)
    with connect("reader") as store, pytest.raises(ServerError, match="NEO4J_URI is such as"):
        store.size()


def test_a_wrong_password(named: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    with connect("reader") as store, pytest.raises(ServerError, match="NEO4J_PASSWORD"):
        store.size()


@pytest.mark.parametrize("error", [neo4j.exceptions.TransientError("busy"), neo4j.exceptions.SessionExpired("moved")])
def test_a_reading_that_fails_for_a_moment_is_tried_again(
    named: Environment, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """As when a cluster chooses another leader."""
    run, failures = neo4j.ManagedTransaction.run, iter([True, True])

    def failing(*args: object, **more: object) -> object:
        if next(failures, False):
            raise error
        return run(*args, **more)  # type: ignore[arg-type]

    with connect("reader") as store:
        monkeypatch.setattr(neo4j.ManagedTransaction, "run", failing)
        assert store.table("RETURN 1 AS n").rows == ((1,),)
