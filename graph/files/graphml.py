"""GraphML as Gephi, yEd and networkx read it. Lists are JSON text, for GraphML has none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph.files.stream import Counts, Stream, caption, edge_fields, node_fields, present
from graph.schema import Property, PropertyKind

_KINDS: dict[PropertyKind, str] = {
    "string": "string",
    "strings": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(stream: Stream, path: Path) -> Counts:
    """Write the graph to `path`. `label` is the caption of a node and the type of an edge, `labels` the node's label.

    Raises OSError."""
    counts = Counts()
    nodes, edges = node_fields(), edge_fields()
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        file.writelines(_keys(nodes, edges))
        file.write('<graph edgedefault="directed">\n')
        for node in stream.nodes():
            told = [_data("label", caption(node)), _data("labels", node.label)]
            told += [_data(f"n_{field.name}", value) for field, value in present(node.properties, nodes)]
            file.write(f"<node id={_attribute(node.id)}>{''.join(told)}</node>\n")
            counts.nodes += 1
        for edge in stream.edges():
            told = [_data("type", edge.type)]
            told += [_data(f"e_{field.name}", value) for field, value in present(edge.properties, edges)]
            ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
            file.write(f'<edge id="e{counts.edges}" {ends}>{"".join(told)}</edge>\n')
            counts.edges += 1
        file.write("</graph>\n</graphml>\n")
    return counts


def _keys(nodes: dict[str, Property], edges: dict[str, Property]) -> Iterator[str]:
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
    yield '<key id="labels" for="node" attr.name="labels" attr.type="string"/>\n'
    yield '<key id="type" for="edge" attr.name="label" attr.type="string"/>\n'
    for domain, prefix, fields in (("node", "n", nodes), ("edge", "e", edges)):
        for field in fields.values():
            name, kind = _attribute(field.name), _KINDS[field.kind]
            yield f'<key id="{prefix}_{field.name}" for="{domain}" attr.name={name} attr.type="{kind}"/>\n'


def _data(key: str, value: Any) -> str:
    return f'<data key="{key}">{escape(_NOT_IN_XML.sub("", _text(value)))}</data>'


def _attribute(value: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("", value))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, (list, tuple)) else str(value)
