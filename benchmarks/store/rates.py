"""Loading and asking, on every engine in one run: the store against the bare driver, py2neo's bulk functions and neomodel.

python -m benchmarks.store.rates RESULTS.jsonl [notices] [repeats]

NEO4J_URI and its kin name the second engine (an empty database); NEOMODEL_PYTHON an interpreter that has what
requirements-neomodel.txt lists. Every measurement is a line of RESULTS.jsonl; what stands there is not measured again.
Rates are nodes and edges a second of the same generated notices (neomodel, and py2neo on the embedded server: of the first few),
queries medians and 95th percentiles in ms. The ratio of a round is taken within the round.
"""

from __future__ import annotations

import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.store.graphs import AGENCIES, agency_name, graphs
from graph import cypher
from graph.rows import batches, node_row, stored
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
BARE = "bare driver UNWIND/MERGE"
_SOME, _FEW = 200, 30
"""Notices that py2neo saves on the embedded server, and neomodel on both: at their pace all of them would take hours."""


def main(results: Path, count: int, repeats: int) -> dict[str, Any]:
    """Measure what `results` lacks; rates, ratios and queries by engine."""
    named = {name: os.environ[name] for name in NAMES if os.environ.get(name)}
    with tempfile.TemporaryDirectory() as base:
        own = {"ZWGK_HOME": f"{base}/home"}
        for engine, environment in (("embedded", own), ("neo4j", named)):
            if environment:
                with _environment(environment):
                    _measure(results, engine, count, repeats)
        with _environment(own):
            from graph import embedded

            embedded.stop()
    return summary(results, count)


def _lines(results: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []


def _note(results: Path, **found: Any) -> None:
    with results.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**found, "load": round(os.getloadavg()[0], 1)}, ensure_ascii=False) + "\n")


def summary(results: Path, count: int) -> dict[str, Any]:
    """Medians over the rounds of each engine and way, and of their ratios to the bare driver in the same round."""
    lines = [line for line in _lines(results) if line["notices"] == count]
    told: dict[str, Any] = {}
    for engine in dict.fromkeys(line["engine"] for line in lines):
        mine = [line for line in lines if line["engine"] == engine]
        loads = [line for line in mine if "way" in line]
        ways = dict.fromkeys(line["way"] for line in loads)
        told[engine] = {}
        for clock in ("seconds", "cpu"):
            rates = {(line["way"], line["round"]): line["items"] / line[clock] for line in loads}
            told[engine] |= {
                f"items in {clock}": {way: round(_over(rates, way)) for way in ways},
                f"ratio to bare driver, {clock}": {way: round(_over(_ratios(rates), way), 2) for way in ways},
            }
        told[engine] |= {
            **{line["query"]: line["ms"] for line in mine if "query" in line},
        }
    return {"notices": count, **told}


def _over(values: dict[tuple[str, int], float], way: str) -> float:
    return statistics.median([value for (name, _), value in values.items() if name == way] or [0])


def _ratios(rates: dict[tuple[str, int], float]) -> dict[tuple[str, int], float]:
    return {(way, at): rate / rates[BARE, at] for (way, at), rate in rates.items() if (BARE, at) in rates}


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    for name in NAMES:
        os.environ.pop(name, None)
    os.environ.update(values)
    yield


def _measure(results: Path, engine: str, count: int, repeats: int) -> None:
    known = {
        (line["engine"], line["notices"], line.get("way", line.get("query")), line["round"]) for line in _lines(results)
    }
    made = list(graphs(count))
    whole, few = (_joined(made[:number]) for number in (count, _FEW))
    some = whole if engine == "neo4j" else _joined(made[:_SOME])
    ways: dict[str, tuple[Graph, Callable[[], float | None]]] = {
        BARE: (whole, lambda: _by_driver(whole)),
        "store.replace_all": (whole, lambda: _by_store(made)),
        "store.load, batches": (whole, lambda: _by_load(whole)),
        "py2neo bulk": (some, lambda: _by_py2neo(some)),
    }
    if os.environ.get("NEOMODEL_PYTHON"):
        ways["neomodel saves"] = (few, lambda: _by_neomodel(few))
    _wipe()
    with connect("writer") as store:
        list(store.replace_all(graphs(100)))  # so that the first way does not pay for the server's warming up
    for number in range(repeats):
        for way, (graph, load) in ways.items():
            if (engine, count, way, number) in known:
                continue
            _wipe()
            begun, used = time.perf_counter(), _processor()
            seconds = load() or time.perf_counter() - begun
            found = {"items": len(graph.nodes) + len(graph.edges), "seconds": round(seconds, 2)}
            _note(
                results, engine=engine, notices=count, way=way, round=number, **found, cpu=round(_processor() - used, 2)
            )
    for query, statement in (("monthly duties", MONTHLY), ("two hops", HOPS)):
        if (engine, count, query, 0) not in known:
            _note(results, engine=engine, notices=count, query=query, round=0, ms=_ask(statement))


def _joined(made: list[tuple[str, Graph]]) -> Graph:
    whole = Graph()
    for _, graph in made:
        whole.update(graph)
    return whole


def _processor() -> float:
    """Seconds of processor that this process, its ended children and the server took: what a busy machine leaves as it is."""
    with find_server("writer").reach() as at:
        port = int(at.uri.rpartition(":")[2])
    server = next(
        each.pid
        for each in psutil.net_connections("tcp")
        if each.laddr and each.laddr.port == port and each.status == "LISTEN"
    )
    there, here = psutil.Process(server).cpu_times(), os.times()
    return float(sum(here[:4]) + there.user + there.system)


def _wipe() -> None:
    with connect("writer") as store:
        while store.size()[0]:
            store._connection.write(lambda tx: tx.run("MATCH (n) WITH n LIMIT 1000 DETACH DELETE n").consume())
        store.prepare()


def _by_store(made: list[tuple[str, Graph]]) -> None:
    with connect("writer") as store:
        for told in store.replace_all(made):
            assert told.error is None


def memory(count: int) -> dict[str, float]:
    """The most memory that this process had, in MB: before it loaded `count` notices, and after."""
    with connect("writer") as store:
        store.prepare()
        before = _peak()
        for told in store.replace_all(graphs(count)):
            assert told.error is None
    return {"notices": count, "before": before, "after": _peak()}


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _by_load(whole: Graph) -> None:
    with connect("writer") as store:
        store.load([*whole.nodes.values(), *whole.edges.values()])


def _by_driver(whole: Graph) -> None:
    """The same rows, one MERGE statement a label and a kind of edge, in batches of 5,000 or 4 MB."""
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
            for batch in batches(rows):
                session.execute_write(_run, statement, rows=batch)


def _run(tx: ManagedTransaction, /, statement: str, **parameters: Any) -> list[Any]:
    return list(tx.run(statement, parameters))


def _by_py2neo(whole: Graph) -> None:
    """merge_nodes and merge_relationships, as its guide shows them, in batches of 5,000 or 4 MB."""
    from py2neo.bulk import merge_nodes, merge_relationships

    from graph.py2neo_bridge import open_py2neo

    with open_py2neo("writer") as graph:
        for label, nodes in groupby(sorted(whole.nodes.values(), key=lambda n: n.label), lambda n: n.label):
            for batch in batches(map(node_row, nodes)):
                merge_nodes(graph.auto(), [row["properties"] for row in batch], (label, "id"))

        def kind(edge: Edge) -> tuple[str, str, str]:
            return edge.type, whole.nodes[edge.source].label, whole.nodes[edge.target].label

        for (type_, source, target), edges in groupby(sorted(whole.edges.values(), key=kind), kind):
            triples = [(edge.source, stored(edge.properties), edge.target) for edge in edges]
            for begin in range(0, len(triples), 5_000):
                part = triples[begin : begin + 5_000]
                ends = {"start_node_key": (source, "id"), "end_node_key": (target, "id")}
                merge_relationships(graph.auto(), part, type_, **ends)


def _by_neomodel(few: Graph) -> float:
    """Seconds in a process of its own, without its start."""
    nodes = [{"label": node.label, "properties": node_row(node)["properties"]} for node in few.nodes.values()]
    edges = [
        {"type": edge.type, "source": edge.source, "target": edge.target, "properties": stored(edge.properties)}
        for edge in few.edges.values()
    ]
    with find_server("writer").reach() as at, tempfile.NamedTemporaryFile("w", suffix=".json") as rows:
        json.dump({"nodes": nodes, "edges": edges}, rows)
        rows.flush()
        place = dict(zip(NAMES, (at.uri, at.username, at.password, at.database or ""), strict=True))
        script = str(Path(__file__).with_name("neomodel_saves.py"))
        command = [os.environ["NEOMODEL_PYTHON"], script, rows.name]
        done = subprocess.run(command, env={**os.environ, **place}, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.split()[-1])


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
        "p95": round(ordered[math.ceil(len(ordered) * 0.95) - 1] * 1e3, 2),
    }


if __name__ == "__main__":
    if sys.argv[1] == "memory":
        print(json.dumps(memory(int(sys.argv[2]))))
    else:
        asked = [int(word) for word in sys.argv[2:]]
        print(json.dumps(main(Path(sys.argv[1]), *(asked + [500, 3][len(asked) :])), ensure_ascii=False, indent=2))
