"""Is a graph value what graph.schema declares? Checked before anything is stored."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.schema import EDGES, KEY, NODES, OWNER, Property, PropertyKind
from graph.values import Edge, Graph, Node

LONGEST = 4_000_000
"""Characters. The embedded server refuses a message of 16 MiB, and answers nothing more on that connection."""


class _Declared(NamedTuple):
    """What a label or type declares of its properties."""

    fits: dict[str, Callable[[Any], bool]]
    kinds: dict[str, PropertyKind]
    required: tuple[str, ...]

    @classmethod
    def of(cls, declared: Sequence[Property]) -> _Declared:
        kinds = {prop.name: prop.kind for prop in declared}
        required = tuple(prop.name for prop in declared if prop.required)
        return cls({name: _FITS[kind] for name, kind in kinds.items()}, kinds, required)


def _is_text(value: Any) -> bool:
    """Text that has bytes; half of a surrogate pair has none, and no engine takes it."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _are_texts(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(map(_is_text, value))


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63


def _is_float(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


_FITS: dict[PropertyKind, Callable[[Any], bool]] = {
    "string": _is_text,
    "strings": _are_texts,
    "integer": _is_integer,
    "float": _is_float,
    "boolean": _is_boolean,
}
_NODES = {label: _Declared.of(node_type.properties) for label, node_type in NODES.items()}
_EDGES = {type_: _Declared.of(edge_type.properties) for type_, edge_type in EDGES.items()}


def check(graph: Graph) -> list[str]:
    """Every breach of the schema in `graph`, as sentences; [] when there is none."""
    problems: list[str] = []
    for node in graph.nodes.values():
        problems += _node_problems(node)
    for edge in graph.edges.values():
        problems += _edge_problems(edge, graph)
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


def _node_problems(node: Node) -> list[str]:
    declared = _NODES.get(node.label)
    if declared is None:
        return [f"{_name(node)}: unknown label {node.label!r}"]
    problems = []
    if not node.id or not _is_text(node.id):
        problems.append(f"{_name(node)}: the id must be text")
    properties = node.properties
    if KEY in properties:
        if properties[KEY] != node.id:
            problems.append(f"{_name(node)}: property {KEY!r} is {properties[KEY]!r}")
        properties = {key: value for key, value in properties.items() if key != KEY}
    text = properties.get("text")
    if isinstance(text, str) and len(text) > LONGEST:
        problems.append(f"{_name(node)}: its text has {len(text):,} characters, and at most {LONGEST:,} are stored")
    return problems + _property_problems(node, properties, declared)


def _edge_problems(edge: Edge, graph: Graph) -> list[str]:
    declared = _EDGES.get(edge.type)
    if declared is None:
        return [f"{_name(edge)}: unknown type {edge.type!r}"]
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    problems = [
        f"{_name(edge)}: there is no node {id_!r}"
        for id_, end in ((edge.source, source), (edge.target, target))
        if end is None
    ]
    if source and target and (source.label, target.label) not in EDGES[edge.type].ends:
        problems.append(f"{_name(edge)}: may not join {source.label} to {target.label}")
    return problems + _property_problems(edge, edge.properties, declared)


def _property_problems(owner: Node | Edge, values: Mapping[str, Any], declared: _Declared) -> list[str]:
    problems = []
    for key, value in values.items():
        fits = declared.fits.get(key)
        if fits is None:
            problems.append(f"{_name(owner)}: unknown property {key!r}")
        elif not fits(value) and not is_absent(value):
            problems.append(f"{_name(owner)}: property {key!r} must be {declared.kinds[key]}, not {value!r:.80}")
    for key in declared.required:
        if is_absent(values.get(key)):
            problems.append(f"{_name(owner)}: property {key!r} is missing")
    return problems


def _name(owner: Node | Edge) -> str:
    if isinstance(owner, Node):
        return f"{owner.label} {owner.id!r}"
    return f"({owner.source})-[{owner.type}]->({owner.target})"
