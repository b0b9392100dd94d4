"""How fast each open format is written, and with how much memory: `python -m benchmarks.open_data [edges]`."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.files.graphml import write_graphml
from graph.files.rdf import write_jsonld, write_turtle
from graph.files.script import write_cypher
from graph.files.stream import Counts, Stream
from graph.files.tables import write_csv_tables, write_parquet
from graph.values import Edge, Node

EDGES = 1_000_000
_A_TASK = 5
"""Edges of a task: as many as the samples have bodies and a domain on one."""
_BODIES = 500
_WRITERS: dict[str, Callable[[Stream, Path], Counts]] = {
    "graphml": write_graphml,
    "csv": write_csv_tables,
    "parquet": write_parquet,
    "turtle": write_turtle,
    "jsonld": write_jsonld,
    "cypher": write_cypher,
}


class Made:
    """Invented bodies, tasks, and the edges between them, made as they are asked for."""

    def __init__(self, edges: int) -> None:
        self.count = edges

    def nodes(self) -> Iterator[Node]:
        """The bodies, then the tasks."""
        for number in range(_BODIES):
            yield Node("Agency", f"agency:云岭省第{number}局", {"name": f"云岭省第{number}局", "kind": "agency"})
        for number in range(self.count // _A_TASK):
            text = f"及时公开第{number}类信息，每月更新一次，并在政府网站专栏集中发布。"
            yield Node("Task", f"task:岭/{number}", {"number": str(number), "text": text, **_at(number)})

    def edges(self) -> Iterator[Edge]:
        """The bodies of each task."""
        for number in range(self.count):
            source, target = f"agency:云岭省第{number * 7 % _BODIES}局", f"task:岭/{number // _A_TASK}"
            yield Edge("LEADS", source, target, {"mention": "省某局", **_at(number)})


def _at(number: int) -> dict[str, object]:
    where = {"document": "document:岭", "copy": "copy:0", "start": number, "end": number + 30}
    return {**where, "rule": "clause", "confidence": 0.95}


def measure(kind: str, edges: int) -> str:
    """Write one format here; the sentence gives rate, size and the most memory this process ever had."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        began = time.perf_counter()
        counts = _WRITERS[kind](Made(edges), path)
        seconds = time.perf_counter() - began
        files = [path] if path.is_file() else list(path.iterdir())
        size = sum(file.stat().st_size for file in files) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = counts.edges / seconds
    return f"{kind:8} {counts.nodes} nodes {counts.edges} edges {seconds:.1f} s {rate:,.0f} edges/s {size:.0f} MB, {memory:.0f} MB of memory"


def main() -> None:
    """Each format in a process of its own, so that its memory is its own."""
    if len(sys.argv) > 2:
        print(measure(sys.argv[2], int(sys.argv[1])))
        return
    edges = sys.argv[1] if len(sys.argv) > 1 else str(EDGES)
    for kind in _WRITERS:
        subprocess.run([sys.executable, "-m", "benchmarks.open_data", edges, kind], check=True)


if __name__ == "__main__":
    main()
