"""Is a graph value what graph.schema declares? Checked before anything is stored."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import EDGES, KEY, NODES, OWNER, Property, PropertyKind
from graph.values import Edge, Graph, Node


def _by_name(declared: Iterable[Property]) -> dict[str, Property]:
    return {declaration.name: declaration for declaration in declared}


_NODE_PROPERTIES = {label: _by_name(node_type.properties) for label, node_type in NODES.items()}
_EDGE_PROPERTIES = {type_: _by_name(edge_type.properties) for type_, edge_type in EDGES.items()}


def check(graph: Graph) -> list[str]:
    """Every breach of the schema in `graph`, as sentences; [] when there is none."""
    problems: list[str] = []
    for node in graph.nodes.values():
        problems.extend(_node_problems(node))
    for edge in graph.edges.values():
        problems.extend(_edge_problems(edge, graph))
    return problems


def check_owner(graph: Graph, document: str) -> list[str]:
    """What in `graph` belongs to another document than `document`, as sentences."""
    problems = [
        f"{node.label} {node.id!r} belongs to {node.properties.get(OWNER)!r}, not to {document!r}"
        for node in graph.nodes.values()
        if node.label in NODES and NODES[node.label].owned and node.properties.get(OWNER) != document
    ]
    problems += [
        f"{_name(edge)} belongs to {edge.properties[OWNER]!r}, not to {document!r}"
        for edge in graph.edges.values()
        if edge.properties.get(OWNER, document) != document
    ]
    root = graph.nodes.get(document)
    if root is None or root.label != "Document":
        problems.append(f"there is no Document {document!r} in it")
    return problems


def is_absent(value: Any) -> bool:
    """None and the empty list are not stored: the property is simply missing."""
    return value is None or (isinstance(value, (list, tuple)) and not value)


def _node_problems(node: Node) -> Iterator[str]:
    name = f"{node.label} {node.id!r}"
    declared = NODES.get(node.label)
    if declared is None:
        yield f"{name}: unknown label {node.label!r}"
        return
    if not node.id or not _is_text(node.id):
        yield f"{name}: the id must be text"
    if node.properties.get(KEY, node.id) != node.id:
        yield f"{name}: property {KEY!r} is {node.properties[KEY]!r}"
    properties = {key: value for key, value in node.properties.items() if key != KEY}
    yield from _property_problems(name, properties, _NODE_PROPERTIES[node.label])


def _edge_problems(edge: Edge, graph: Graph) -> Iterator[str]:
    name = _name(edge)
    declared = EDGES.get(edge.type)
    if declared is None:
        yield f"{name}: unknown type {edge.type!r}"
        return
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    for end in (edge.source, edge.target):
        if end not in graph.nodes:
            yield f"{name}: there is no node {end!r}"
    if source and target and (source.label, target.label) not in declared.ends:
        yield f"{name}: may not join {source.label} to {target.label}"
    yield from _property_problems(name, edge.properties, _EDGE_PROPERTIES[edge.type])


def _property_problems(name: str, values: Mapping[str, Any], known: Mapping[str, Property]) -> Iterator[str]:
    for key, value in values.items():
        if key not in known:
            yield f"{name}: unknown property {key!r}"
        elif not is_absent(value) and not _has_kind(value, known[key].kind):
            yield f"{name}: property {key!r} must be {known[key].kind}, not {value!r:.80}"
    for declaration in known.values():
        if declaration.required and is_absent(values.get(declaration.name)):
            yield f"{name}: property {declaration.name!r} is missing"


def _has_kind(value: Any, kind: PropertyKind) -> bool:
    match kind:
        case "string":
            return _is_text(value)
        case "strings":
            return isinstance(value, (list, tuple)) and all(map(_is_text, value))
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
        case "float":
            return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        case "boolean":
            return isinstance(value, bool)


def _is_text(value: Any) -> bool:
    """Text that has bytes; half of a surrogate pair has none, and no engine takes it."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name(edge: Edge) -> str:
    return f"({edge.source})-[{edge.type}]->({edge.target})"
