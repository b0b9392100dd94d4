"""Loading and asking, on every engine in one run: the store against the bare driver and py2neo's bulk functions.

python -m benchmarks.store.rates [notices] [repeats]     NEO4J_URI and its kin name the second engine (an empty database)

Rates are nodes and edges a second of the same generated notices; queries are medians and 95th percentiles in ms.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any

from benchmarks.store.graphs import AGENCIES, agency_name, graphs
from graph import cypher
from graph.rows import node_row, stored
from graph.servers import find_server
from graph.store import connect
from graph.values import Edge, Graph

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

NAMES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
MONTHLY = """MATCH (a:Agency {name: $name})-[:BEARS]->(o:Obligation) WHERE o.frequency = 'monthly'
MATCH (o)-[:DISCLOSES]->(i:InformationType) RETURN o.caption, i.name LIMIT 100"""
HOPS = (
    "MATCH (a:Agency {name: $name})-[:LEADS]->(t:Task)-[:REQUIRES]->(o:Obligation) RETURN t.title, o.caption LIMIT 100"
)


def main(count: int, repeats: int) -> dict[str, Any]:
    """Results by engine."""
    found = {}
    named = {name: os.environ[name] for name in NAMES if os.environ.get(name)}
    with tempfile.TemporaryDirectory() as base:
        for engine, environment in (("embedded", {"ZWGK_HOME": f"{base}/home"}), ("neo4j", named)):
            if environment:
                with _environment(environment):
                    found[engine] = _measure(count, repeats)
        from graph import embedded

        with _environment({"ZWGK_HOME": f"{base}/home"}):
            embedded.stop()
    return {"load average": [round(part, 1) for part in os.getloadavg()], "notices": count, **found}


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    for name in NAMES:
        os.environ.pop(name, None)
    os.environ.update(values)
    yield


def _measure(count: int, repeats: int) -> dict[str, Any]:
    made = list(graphs(count))
    whole = Graph()
    for _, graph in made:
        whole.update(graph)
    items = len(whole.nodes) + len(whole.edges)
    ways: dict[str, Callable[[], None]] = {
        "store, a transaction a notice": lambda: _by_store(made),
        "store.load, batches": lambda: _by_load(whole),
        "bare driver UNWIND/MERGE": lambda: _by_driver(whole),
        "py2neo bulk": lambda: _by_py2neo(whole),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            _wipe()
            begun = time.perf_counter()
            way()
            seconds[name].append(time.perf_counter() - begun)
    rates = {name: round(items / statistics.median(taken)) for name, taken in seconds.items()}
    bare = rates["bare driver UNWIND/MERGE"]
    return {
        "nodes": len(whole.nodes),
        "edges": len(whole.edges),
        "items/s": rates,
        "ratio to bare driver": {name: round(rate / bare, 2) for name, rate in rates.items()},
        "queries, ms": {"monthly duties": _ask(MONTHLY), "two hops": _ask(HOPS)},
    }


def _wipe() -> None:
    with connect("writer") as store:
        while store.size()[0]:
            store._connection.write(lambda tx: tx.run("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n").consume())
        store.prepare()


def _by_store(made: list[tuple[str, Graph]]) -> None:
    with connect("writer") as store:
        for document, graph in made:
            store.replace(document, graph)


def _by_load(whole: Graph) -> None:
    with connect("writer") as store:
        store.load([*whole.nodes.values(), *whole.edges.values()])


def _by_driver(whole: Graph) -> None:
    """The same rows, one MERGE statement a label and a kind of edge, in batches of 5,000."""
    from neo4j import GraphDatabase

    kinds: dict[str, list[Any]] = {}
    for node in whole.nodes.values():
        kinds.setdefault(cypher.merge_nodes(node.label, own=True), []).append(node_row(node))
    for edge in whole.edges.values():
        ends = whole.nodes[edge.source].label, whole.nodes[edge.target].label
        row = {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}
        kinds.setdefault(cypher.merge_edges(edge.type, *ends), []).append(row)
    with (
        find_server("writer").reach() as at,
        GraphDatabase.driver(at.uri, auth=(at.username, at.password)) as driver,
        driver.session(database=at.database) as session,
    ):
        for statement, rows in kinds.items():
            for begin in range(0, len(rows), 5_000):
                batch = rows[begin : begin + 5_000]
                session.execute_write(_run, statement, rows=batch)


def _run(tx: ManagedTransaction, /, statement: str, **parameters: Any) -> list[Any]:
    return list(tx.run(statement, parameters))


def _by_py2neo(whole: Graph) -> None:
    """merge_nodes and merge_relationships, as its guide shows them, in batches of 5,000."""
    from py2neo.bulk import merge_nodes, merge_relationships

    from graph.py2neo_bridge import open_py2neo

    with open_py2neo("writer") as graph:
        for label, nodes in groupby(sorted(whole.nodes.values(), key=lambda n: n.label), lambda n: n.label):
            rows = [node_row(node)["properties"] for node in nodes]
            for begin in range(0, len(rows), 5_000):
                merge_nodes(graph.auto(), rows[begin : begin + 5_000], (label, "id"))

        def kind(edge: Edge) -> tuple[str, str, str]:
            return edge.type, whole.nodes[edge.source].label, whole.nodes[edge.target].label

        for (type_, source, target), edges in groupby(sorted(whole.edges.values(), key=kind), kind):
            triples = [(edge.source, stored(edge.properties), edge.target) for edge in edges]
            for begin in range(0, len(triples), 5_000):
                part = triples[begin : begin + 5_000]
                ends = {"start_node_key": (source, "id"), "end_node_key": (target, "id")}
                merge_relationships(graph.auto(), part, type_, **ends)


def _ask(statement: str) -> dict[str, dict[str, float]]:
    """The store against the bare driver, turn by turn, 200 agencies."""
    from neo4j import GraphDatabase

    ours, bare = [], []
    with (
        connect("reader") as store,
        find_server("reader").reach() as at,
        GraphDatabase.driver(at.uri, auth=(at.username, at.password)) as driver,
        driver.session(database=at.database, default_access_mode="READ") as session,
    ):
        for number in range(220):
            name = agency_name(number * 37 % AGENCIES)
            begun = time.perf_counter()
            store.table(statement, {"name": name})
            middle = time.perf_counter()
            session.execute_read(_run, statement, name=name)
            ours.append(middle - begun)
            bare.append(time.perf_counter() - middle)
    return {"store": _summary(ours[20:]), "bare driver": _summary(bare[20:])}


def _summary(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "median": round(statistics.median(ordered) * 1e3, 2),
        "p95": round(ordered[len(ordered) * 95 // 100] * 1e3, 2),
    }


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    print(json.dumps(main(*(asked + [500, 3][len(asked) :])), ensure_ascii=False, indent=2))
