"""A graph of a million nodes on both engines, and every saved query on it against the bare driver.

python -m benchmarks.store.large load [notices]         the generated country into the empty store of the environment
python -m benchmarks.store.large files FOLDER [notices] the same for neo4j-admin database import
python -m benchmarks.store.large ask RESULTS.jsonl      what RESULTS.jsonl lacks of the store of the environment
python -m benchmarks.store.large table RESULTS.jsonl    what was found

A query is asked with what it requires and, where it can be, narrowed to a region and year; other values each time, by
the store and by the bare driver in turn. `rows` is the most that an answer had, cut at the runner's limit; `first` is what the
store took the first time (ms), before it could have kept the answer.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.store import country
from graph import ids
from graph.errors import StoreError
from graph.import_files import write_import_files
from graph.servers import find_server
from graph.store import Store, connect
from graph.values import Edge, Graph, Node
from queries.catalogue import load_catalogue
from queries.runner import LIMIT, bind, run
from queries.saved import SavedQuery

NOTICES = 7_600
WARM, ROUNDS, SECONDS = 5, 60, 8.0
"""A query is asked so often by each, after as many turns (or one second) that are not counted, or until this many seconds
are over."""


def items(notices: int) -> Iterator[Node | Edge]:
    """Each node once, then each edge once; only the ids of shared things are kept."""
    seen: set[Any] = set()
    for _, graph in country.country(notices):
        for node in graph.nodes.values():
            if node.properties.get("document") or node.id not in seen:
                yield _known(node, notices)
            if not node.properties.get("document"):
                seen.add(node.id)
    for _, graph in country.country(notices):
        for edge in graph.edges.values():
            if edge.properties.get("document") or edge.key not in seen:
                yield edge
            if not edge.properties.get("document"):
                seen.add(edge.key)


def _known(node: Node, notices: int) -> Node:
    """A cited document as its own notice has it, where that is among the `notices`."""
    if node.label != "Document" or node.properties["held"]:
        return node
    serial = country.serial_of(node.id)
    if serial is None or serial >= notices:
        return node
    return country.notice(serial)[1].nodes[node.id]


def values(query: SavedQuery, turn: int, *, narrow: bool) -> dict[str, Any]:
    """What the parameters of `query` are in this turn: the required ones, and where to look if `narrow`."""
    region, year = turn * 7 % country.REGIONS, country.FIRST_YEAR + turn % 15
    known: dict[str, Any] = {
        "agencies": [country.body_name(region, turn % 24)],
        "document": country.document_number(region, year),
        "documents": [country.document_number(region, year)],
        "domain": f"d{turn % country.DOMAINS}",
        "channels": [f"渠道{turn % country.CHANNELS // 3 * 3 + 1}"],
        "frequency": "P1M",
        "information": country.matter(turn * 31 % country.MATTERS),
        "node": ids.agency_id(country.body_name(region, turn % 24)),
        "nodes": [ids.agency_id(country.body_name(region, turn % 24))],
        "others": [ids.domain_id(f"d{turn % country.DOMAINS}")],
        "region": country.region_name(region),
        "regions": [country.region_name(region), country.region_name(region + 1)],
        "system": f"第{turn % country.BODIES}系统",
        "until": f"{year}-12-31",
        "words": [country.body_name(region, turn % 24)],
        "year": year,
    }
    wanted = [each.name for each in query.parameters if each.required]
    if narrow:
        wanted += [each.name for each in query.parameters if each.name in ("region", "regions", "year")]
    return {name: known[name] for name in wanted}


def can_narrow(query: SavedQuery) -> bool:
    return any(each.name in ("region", "regions", "year") for each in query.parameters)


def ask(results: Path) -> None:
    """Every query that `results` lacks, by the engine that the environment names."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    known = {(line["engine"], line["query"], line["narrow"]) for line in _lines(results)}
    with (
        connect("reader") as store,
        find_server("reader").reach() as at,
        GraphDatabase.driver(at.uri, auth=(at.username, at.password), notifications_min_severity="OFF") as driver,
        driver.session(database=at.database, default_access_mode="READ", fetch_size=LIMIT + 1) as session,
    ):
        for narrow, query in itertools.product((True, False), load_catalogue().values()):
            if (store.engine, query.id, narrow) in known or (narrow and not can_narrow(query)):
                continue
            try:
                found = _measure(store, session, query, narrow=narrow)
            except (StoreError, Neo4jError, DriverError) as error:
                found = {"failed": str(error)[:200]}
            line = {"engine": store.engine, "query": query.id, "narrow": narrow, **found}
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps({**line, "load": round(os.getloadavg()[0], 1)}, ensure_ascii=False) + "\n")


def _measure(store: Store, session: Any, query: SavedQuery, *, narrow: bool) -> dict[str, Any]:
    """The two in turn, each first every other time."""
    ours: list[float] = []
    bare: list[float] = []
    rows, first, begun = 0, 0.0, time.perf_counter()
    counted = False
    for turn in range(WARM + ROUNDS):
        counted = counted or turn >= WARM or (turn > 0 and time.perf_counter() - begun > 1.0)
        told = values(query, turn, narrow=narrow)
        bound = bind(query, told)

        def by_store(told: Mapping[str, Any] = told) -> int:
            answer = run(store, query, told)
            return len(answer.nodes) if isinstance(answer, Graph) else len(answer.rows)

        def by_driver(bound: Mapping[str, Any] = bound) -> int:
            return session.execute_read(lambda tx: len(tx.run(query.first(LIMIT), bound).fetch(LIMIT + 1)))  # type: ignore[no-any-return]

        pair = [(by_store, ours), (by_driver, bare)]
        for work, taken in pair if turn % 2 else reversed(pair):
            before = time.perf_counter()
            size = work()
            if counted:
                taken.append(time.perf_counter() - before)
            elif work is by_store and not first:
                first = round((time.perf_counter() - before) * 1e3, 1)
            rows = max(rows, size)
        if time.perf_counter() - begun > SECONDS and ours:
            break
    return {"rows": rows, "turns": len(ours), "first": first, "store": _told(ours), "driver": _told(bare)}


def _told(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "least": round(ordered[0] * 1e3, 1),
        "median": round(ordered[len(ordered) // 2] * 1e3, 1),
        "p95": round(ordered[math.ceil(len(ordered) * 0.95) - 1] * 1e3, 1),
    }


def _lines(results: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in results.read_text().splitlines()] if results.exists() else []


def table(results: Path) -> str:
    """One line a query and engine: rows, the least, the median and the p95 in ms, and their ratios to the bare driver's.
    On a machine that others use too the least says most."""
    lines = []
    answered = [line for line in _lines(results) if "failed" not in line]
    for line in sorted(answered, key=lambda line: (line["engine"], -line["store"]["least"])):
        mine, bare = line["store"], line["driver"]
        name = line["query"] + (" (region, year)" if line["narrow"] else "")
        told = " ".join(f"{mine[key]:8} × {mine[key] / max(bare[key], 0.1):.2f}" for key in mine)
        lines.append(f"{line['engine']:20} {name:50} {line['rows']:4} {line['turns']:3} {told}")
    lines += [f"{line['engine']} {line['query']}: {line['failed']}" for line in _lines(results) if "failed" in line]
    return "\n".join(lines)


def main(what: str, *arguments: str) -> None:
    if what == "load":
        with connect("writer") as store:
            store.load(items(int(arguments[0]) if arguments else NOTICES), _say)
            print(store.engine, store.size())
    elif what == "files":
        print(write_import_files(items(int(arguments[1]) if arguments[1:] else NOTICES), Path(arguments[0]), _say))
    elif what == "ask":
        ask(Path(arguments[0]))
    else:
        print(table(Path(arguments[0])))


def _say(done: int) -> None:
    if done % 100_000 < 5_000:
        print(done, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
