"""A script of Cypher statements that makes the same graph in another database (cypher-shell, the browser)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.cypher import schema_statements
from graph.files.stream import Counts, Stream
from graph.ids import label_of
from graph.rows import Row, batches, stored
from graph.schema import EDGES, KEY, NODES
from graph.values import Edge, Node

_ROWS = 200
_BYTES = 200_000
"""Of one statement: a server reads a long one slowly."""
# Control characters and the line ends of Unicode stand by their number.
_NUMBERED = {number: f"\\u{number:04x}" for number in (*range(32), 0x7F, 0x85, 0x2028, 0x2029)}
_ESCAPES = str.maketrans({**_NUMBERED, "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write_cypher(stream: Stream, path: Path) -> Counts:
    """Write the script to `path`, a statement a line, each ended by a semicolon; it may be run again. Raises OSError."""
    counts = Counts()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{statement};\n" for statement in schema_statements())
        for label, rows in _gathered((node.label, _node(node)) for node in stream.nodes()):
            file.write(
                f"UNWIND {literal(rows)} AS row MERGE (n:{NODES[label].label} {{{KEY}: row.id}}) SET n = row.properties;\n"
            )
            counts.nodes += len(rows)
        for key, rows in _gathered((_key(edge), _edge(edge)) for edge in stream.edges()):
            source, type_, target = key.split(" ")
            file.write(
                f"UNWIND {literal(rows)} AS row MATCH (a:{source} {{{KEY}: row.source}}) "
                f"MATCH (b:{target} {{{KEY}: row.target}}) MERGE (a)-[r:{type_}]->(b) SET r = row.properties;\n"
            )
            counts.edges += len(rows)
    return counts


def literal(value: Any) -> str:
    """`value` as Cypher writes it: nothing in a text can end it."""
    if isinstance(value, str):
        return f"'{value.translate(_ESCAPES)}'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"`{name}`: {literal(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return "null" if value is None else repr(value)


def _key(edge: Edge) -> str:
    return f"{label_of(edge.source)} {EDGES[edge.type].type} {label_of(edge.target)}"


def _node(node: Node) -> Row:
    return {"id": node.id, "properties": {KEY: node.id, **stored(node.properties)}}


def _edge(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}


def _gathered(keyed: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Rows of one key together, in lists that a statement can hold; no more than one list a key is kept."""
    open_: dict[str, list[Row]] = {}
    for key, row in keyed:
        rows = open_.setdefault(key, [])
        rows.append(row)
        if len(rows) >= _ROWS:
            for batch in batches(open_.pop(key), max_rows=_ROWS, max_bytes=_BYTES):
                yield key, batch
    for key, rows in open_.items():
        for batch in batches(rows, max_rows=_ROWS, max_bytes=_BYTES):
            yield key, batch
