"""The picture in Chromium: drawn, expanded, dragged, and beside stock pyvis.

python -m benchmarks.picture [--nodes 2000] [--edges 4000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.picture.made import DOCUMENT, made
from benchmarks.picture.stock import beside_stock
from benchmarks.picture.view import dragged, drawn, expanded
from graph import embedded
from graph.store import connect
from graph.values import Graph
from ui.web.serve import serve


def main(nodes: int, edges: int, rounds: int) -> None:
    """Prints each figure as a line of JSON when it is measured; on a database of its own, stopped at the end."""
    graph = made(nodes, edges)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
        os.environ |= {"ZWGK_HOME": f"{base}/home"}
        os.environ.pop("NEO4J_URI", None)
        try:
            with connect("writer") as store:
                store.prepare()
                store.replace(DOCUMENT, graph)
            with serve() as page:
                _say("whole picture", graph, drawn(page, rounds))
                _say("expanding", graph, expanded(page, graph, 4 * rounds))
                _say("dragging", graph, dragged(page))
        finally:
            embedded.stop()
        small = made(nodes // 10, edges // 10)
        _say("beside stock pyvis", small, beside_stock(small, Path(base), rounds))
        _say("beside stock pyvis", graph, beside_stock(graph, Path(base), 1))


def _say(what: str, graph: Graph, found: dict[str, Any]) -> None:
    size = {"nodes": len(graph), "edges": len(graph.edges), "load average": round(os.getloadavg()[0], 1)}
    print(json.dumps({what: found, **size}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=2000)
    parser.add_argument("--edges", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    main(given.nodes, given.edges, given.rounds)
