"""The whole graph in one file, whatever the engine: gzip, one JSON object a line, so that no version is needed to read it.

The first line is the head, then the nodes, then the edges; the last line counts them, so that a cut file is seen.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import DumpError
from graph.values import Edge, Node

if TYPE_CHECKING:
    from graph.store import Store

FORMAT = 1


@dataclass(frozen=True)
class Counts:
    """How many nodes and edges a dump holds."""

    nodes: int = 0
    edges: int = 0


def write_dump(store: Store, path: Path) -> Counts:
    """Write all that `store` holds to `path`, which is only there when it is whole.

    Raises DumpError where somebody writes to the store meanwhile, or where it holds what the schema does not know."""
    draft = path.with_name(f".{path.name}.part")
    try:
        before = store.fingerprints()
        with gzip.open(draft, "wt", encoding="utf-8", compresslevel=6) as file:
            file.write(_line({"zwgk": FORMAT, "engine": store.engine}))
            counts = _write(store, file)
            file.write(_line({"end": asdict(counts)}))
        _check_whole(store, before, counts)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return counts


def read_dump(path: Path) -> Iterator[Node | Edge]:
    """The nodes, then the edges of a dump. Raises DumpError at the end of a file that is not whole."""
    seen = {"nodes": 0, "edges": 0}
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            _check_head(path, json.loads(next(file, "{}")))
            for line in file:
                content = json.loads(line)
                if "end" in content:
                    if content["end"] == seen:
                        return
                    break
                item = _item(content)
                seen["nodes" if isinstance(item, Node) else "edges"] += 1
                yield item
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise DumpError(f"{path} cannot be read as a dump of zwgk: {error}. Take another copy of it.") from error
    raise DumpError(f"{path} is cut short or damaged. Take another copy of it.")


def check_dump(path: Path) -> Counts:
    """Read `path` to its end; what it holds."""
    nodes = edges = 0
    for item in read_dump(path):
        if isinstance(item, Node):
            nodes += 1
        else:
            edges += 1
    return Counts(nodes, edges)


def _write(store: Store, file: Any) -> Counts:
    nodes = edges = 0
    for node in store.nodes():
        file.write(_line({"label": node.label, "id": node.id, "properties": node.properties}))
        nodes += 1
    for edge in store.edges():
        ends = {"source": edge.source, "target": edge.target}
        file.write(_line({"type": edge.type, **ends, "properties": edge.properties}))
        edges += 1
    return Counts(nodes, edges)


def _check_whole(store: Store, before: Mapping[str, str], counts: Counts) -> None:
    if store.fingerprints() != before:
        raise DumpError("Somebody wrote to the store meanwhile. Dump again when nothing is being built.")
    held = Counts(*store.size())
    if held != counts:
        raise DumpError(
            f"The store holds {held.nodes} nodes and {held.edges} edges, of which the schema knows {counts.nodes} and "
            f"{counts.edges}. Take out what other programs wrote there, or dump with the database's own tool."
        )


def _check_head(path: Path, head: Any) -> None:
    if not isinstance(head, dict) or "zwgk" not in head:
        raise DumpError(f"{path} is no dump of zwgk. Give a file that `zwgk db dump` wrote.")
    if head["zwgk"] != FORMAT:
        raise DumpError(f"{path} is of format {head['zwgk']}, this zwgk reads format {FORMAT}. Install a newer zwgk.")


def _item(content: dict[str, Any]) -> Node | Edge:
    if "type" in content:
        return Edge(content["type"], content["source"], content["target"], content["properties"])
    return Node(content["label"], content["id"], content["properties"])


def _line(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
