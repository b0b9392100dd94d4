"""Nodes and edges as two tables: CSV for programs, Parquet with types. A column for every property of the schema."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files.stream import Counts, Stream, caption, edge_fields, node_fields
from graph.schema import Property
from graph.values import Edge, Node

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]

_NODE = ("id", "label", "caption")
_EDGE = ("source", "type", "target")
_BATCH = 5_000
"""Rows of a Parquet row group: what is held at once."""


def write_csv_tables(stream: Stream, folder: Path) -> Counts:
    """Write nodes.csv and edges.csv into `folder`: UTF-8, lists as JSON text, values as they are.

    For programs: a value may begin with = or -, which a spreadsheet takes for a formula. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    return Counts(
        _write_csv(folder / "nodes.csv", _NODE, node_fields(), _node_rows(stream)),
        _write_csv(folder / "edges.csv", _EDGE, edge_fields(), _edge_rows(stream)),
    )


def _write_csv(path: Path, first: Iterable[str], fields: dict[str, Property], rows: Iterable[Row]) -> int:
    count = 0
    columns = _columns(first, fields)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row.get(column)) for column in columns])
            count += 1
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, (list, tuple)) else value


def write_parquet(stream: Stream, folder: Path) -> Counts:
    """Write nodes.parquet and edges.parquet into `folder`, lists as lists. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    return Counts(
        _write_parquet(folder / "nodes.parquet", _NODE, node_fields(), _node_rows(stream)),
        _write_parquet(folder / "edges.parquet", _EDGE, edge_fields(), _edge_rows(stream)),
    )


def _write_parquet(path: Path, first: Iterable[str], fields: dict[str, Property], rows: Iterator[Row]) -> int:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema(
        [(name, _type(fields[name].kind if name in fields else "string")) for name in _columns(first, fields)]
    )
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_batch(pa.RecordBatch.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def _type(kind: str) -> pa.DataType:
    import pyarrow as pa

    types: dict[str, Callable[[], Any]] = {"integer": pa.int64, "float": pa.float64, "boolean": pa.bool_}
    return pa.list_(pa.string()) if kind == "strings" else types.get(kind, pa.string)()


def _columns(first: Iterable[str], fields: dict[str, Property]) -> list[str]:
    return list(dict.fromkeys([*first, *fields]))


def _node_rows(stream: Stream) -> Iterator[Row]:
    return (_node_row(node) for node in stream.nodes())


def _node_row(node: Node) -> Row:
    return {**node.properties, "id": node.id, "label": node.label, "caption": caption(node)}


def _edge_rows(stream: Stream) -> Iterator[Row]:
    return (_edge_row(edge) for edge in stream.edges())


def _edge_row(edge: Edge) -> Row:
    return {**edge.properties, "source": edge.source, "type": edge.type, "target": edge.target}
