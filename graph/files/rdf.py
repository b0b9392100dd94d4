"""The graph as RDF: a node is a resource, an edge is a triple and a claim about that triple, which holds its evidence.
Written as Turtle or as JSON-LD, with the same triples."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.files.stream import Counts, Stream, edge_fields, present
from graph.files.vocabulary import BASE, CLASSES, PREFIXES, REFERENCES, SCHEMES, datatype, edge_term, property_term
from graph.schema import NODES, Property
from graph.values import Edge, Node

_NOT_IN_IRIS = re.compile(r"""[\x00-\x20<>"{}|^`\\%\x7f]""")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ENGLISH = ("name_en",)
_SPOKEN = ("eli:title", "skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
_CONTROLS = {number: f"\\u{number:04X}" for number in (*range(32), 127)}
_ESCAPES = str.maketrans({**_CONTROLS, "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


_CLAIM_FIELDS = edge_fields()


@dataclass(frozen=True)
class Literal:
    """A value; with a language, a datatype, or neither."""

    text: str
    language: str | None = None
    datatype: str | None = None


@dataclass(frozen=True)
class Resource:
    """A thing with what is said of it; the values are literals or, as text, IRIs in full or with a prefix."""

    iri: str
    types: tuple[str, ...]
    facts: tuple[tuple[str, Literal | str], ...]


def iri(id_: str) -> str:
    """The IRI of a node; Chinese characters stay as they are."""
    return BASE + _NOT_IN_IRIS.sub(lambda found: f"%{ord(found[0]):02X}", id_)


def node_resource(node: Node) -> Resource:
    """A node with its properties."""
    fields = {prop.name: prop for prop in NODES[node.label].properties}
    facts = (fact for field, value in present(node.properties, fields) for fact in _facts(node.label, field, value))
    scheme = (("skos:inScheme", SCHEMES[node.label]),) if node.label in SCHEMES else ()
    return Resource(iri(node.id), (f"zw:{node.label}", CLASSES[node.label]), (*scheme, *facts))


def edge_resources(edge: Edge) -> tuple[Resource, Resource]:
    """The triple of an edge, and the claim that states it with its evidence."""
    source, target, term = iri(edge.source), iri(edge.target), edge_term(edge.type)
    mark = hashlib.sha256("\n".join(edge.key).encode()).hexdigest()[:24]
    ends = (("rdf:subject", source), ("rdf:predicate", term), ("rdf:object", target), ("zw:type", Literal(edge.type)))
    told = (fact for field, value in present(edge.properties, _CLAIM_FIELDS) for fact in _facts("", field, value))
    claim = Resource(f"{BASE}claim:{mark}", ("zw:Claim", "rdf:Statement"), (*ends, *told))
    return Resource(source, (), ((term, target),)), claim


def _facts(label: str, field: Property, value: Any) -> Iterator[tuple[str, Literal | str]]:
    term = property_term(label, field.name)
    for item in value if isinstance(value, (list, tuple)) else (value,):
        yield term, iri(str(item)) if field.name in REFERENCES else _literal(term, field, item)


def _literal(term: str, field: Property, value: Any) -> Literal:
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype="xsd:boolean")
    if kind := datatype(field.kind):
        return Literal(repr(float(value)) if field.kind == "float" else str(value), datatype=kind)
    if term == "eli:date_document" and _DAY.fullmatch(str(value)):
        return Literal(str(value), datatype="xsd:date")
    if field.name in _ENGLISH:
        return Literal(str(value), language="en")
    return Literal(str(value), language="zh" if term in _SPOKEN else None)


def write_turtle(stream: Stream, path: Path) -> Counts:
    """Write the graph to `path` as Turtle. Raises OSError."""
    counts = Counts()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"@prefix {name}: <{full}> .\n" for name, full in PREFIXES.items())
        file.writelines(f"{_turtle(resource)}\n" for resource in _resources(stream, counts))
    return counts


def _turtle(resource: Resource) -> str:
    parts = [f"a {', '.join(resource.types)}"] if resource.types else []
    parts += [f"{term} {_turtle_value(value)}" for term, value in resource.facts]
    return f"<{resource.iri}> {' ; '.join(parts)} ."


def _turtle_value(value: Literal | str) -> str:
    if isinstance(value, str):
        return f"<{value}>" if value.startswith(BASE) else value
    text = f'"{value.text.translate(_ESCAPES)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.datatype}" if value.datatype else text


def write_jsonld(stream: Stream, path: Path) -> Counts:
    """Write the graph to `path` as JSON-LD, a resource a line. Raises OSError."""
    counts = Counts()
    with path.open("w", encoding="utf-8") as file:
        file.write('{"@context": ' + json.dumps(PREFIXES) + ',\n"@graph": [')
        mark = "\n"
        for resource in _resources(stream, counts):
            file.write(mark + json.dumps(_json(resource), ensure_ascii=False))
            mark = ",\n"
        file.write("\n]}\n")
    return counts


def _json(resource: Resource) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": resource.iri}
    if resource.types:
        found["@type"] = list(resource.types)
    for term, value in resource.facts:
        found.setdefault(term, []).append(_json_value(value))
    return found


def _json_value(value: Literal | str) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    marks = {"@language": value.language, "@type": value.datatype}
    return {"@value": value.text, **{name: mark for name, mark in marks.items() if mark}}


def _resources(stream: Stream, counts: Counts) -> Iterable[Resource]:
    for node in stream.nodes():
        counts.nodes += 1
        yield node_resource(node)
    for edge in stream.edges():
        counts.edges += 1
        yield from edge_resources(edge)
