"""How the schema is said in RDF: our own small vocabulary, and the terms of ELI (documents), ORG (agencies), PROV
(evidence), SKOS (domains, kinds of information) and Dublin Core in its place where they mean the same.

`python -m graph.files.vocabulary` writes docs/vocabulary.ttl and docs/shapes.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.schema import EDGE_TYPES, NODE_TYPES, EdgeType, NodeType, Property

PREFIXES = {
    "zw": "urn:x-zwgk:vocabulary#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "sh": "http://www.w3.org/ns/shacl#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
}
BASE = "urn:x-zwgk:"
"""Before the id of a node; one who publishes may replace it by an address of their own."""

CLASSES = {
    "Document": "eli:LegalResource",
    "Copy": "prov:Entity",
    "Section": "eli:LegalResourceSubdivision",
    "Task": "eli:LegalResourceSubdivision",
    "Obligation": "prov:Entity",
    "Agency": "org:Organization",
    "Region": "dcterms:Location",
    "PolicyDomain": "skos:Concept",
    "InformationType": "skos:Concept",
    "Channel": "skos:Concept",
    "AgencySystem": "skos:Concept",
}
"""The class that each label has beside its own."""

EDGES_AS = {
    "CITES": "eli:cites",
    "ISSUED_BY": "eli:passed_by",
    "PART_OF": "eli:is_part_of",
    "COPY_OF": "prov:specializationOf",
    "IN_DOMAIN": "dcterms:subject",
    "OF_REGION": "dcterms:spatial",
    "WITHIN": "dcterms:isPartOf",
}
"""Types of edges that have the name of another vocabulary; the others have one of ours."""

PROPERTIES_AS = {
    ("Document", "title"): "eli:title",
    ("Document", "number"): "eli:id_local",
    ("Document", "issued_on"): "eli:date_document",
    ("Section", "title"): "eli:title",
    ("Task", "title"): "eli:title",
    ("Agency", "name"): "skos:prefLabel",
    ("Agency", "aliases"): "skos:altLabel",
    ("Region", "name"): "skos:prefLabel",
    ("PolicyDomain", "name"): "skos:prefLabel",
    ("PolicyDomain", "name_en"): "skos:prefLabel",
    ("PolicyDomain", "key"): "skos:notation",
    ("InformationType", "name"): "skos:prefLabel",
    ("InformationType", "name_en"): "skos:prefLabel",
    ("InformationType", "aliases"): "skos:altLabel",
    ("InformationType", "forms"): "skos:hiddenLabel",
    ("Channel", "name"): "skos:prefLabel",
    ("AgencySystem", "name"): "skos:prefLabel",
}

SCHEMES = {"PolicyDomain": "zw:policyDomains", "InformationType": "zw:informationTypes"}
"""The concept schemes that the nodes of a label belong to."""

REFERENCES = {"document": "zw:document", "copy": "prov:wasDerivedFrom", "task": "zw:task"}
"""Properties that hold the id of a node."""

_DATATYPES = {"integer": "xsd:integer", "float": "xsd:double", "boolean": "xsd:boolean"}
DOCS = Path(__file__).parents[2] / "docs"


def edge_term(type_: str) -> str:
    """The predicate of an edge type: zw:leads for LEADS, eli:cites for CITES."""
    return EDGES_AS.get(type_) or "zw:" + _camel(type_.lower())


def property_term(label: str, name: str) -> str:
    """The predicate of a property of a node, or of a claim (`label` "")."""
    return REFERENCES.get(name) or PROPERTIES_AS.get((label, name)) or "zw:" + _camel(name)


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def datatype(kind: str) -> str | None:
    """The XML Schema type of a property's kind; None for text."""
    return _DATATYPES.get(kind)


def render_vocabulary() -> str:
    """Our own terms as Turtle, each with its name in both languages and the term it narrows."""
    lines = [*_heads(), f"<{PREFIXES['zw'].rstrip('#')}> a owl:Ontology ;"]
    lines += ['    rdfs:label "政务公开知识图谱词汇"@zh, "vocabulary of zwgk"@en .', ""]
    for node_type in NODE_TYPES:
        lines.append(
            _term(f"zw:{node_type.label}", "owl:Class", node_type, f"rdfs:subClassOf {CLASSES[node_type.label]}")
        )
    lines.append(
        'zw:Claim a owl:Class ; rdfs:label "论断"@zh, "claim"@en ; rdfs:subClassOf rdf:Statement, prov:Entity ;\n'
        '    rdfs:comment "一条关系及其出处：哪份副本的第几字至第几字、哪条规则、可信度。"@zh, '
        '"An edge with its evidence: copy, offsets, rule, confidence."@en .'
    )
    for label, scheme in SCHEMES.items():
        named = next(node_type for node_type in NODE_TYPES if node_type.label == label)
        lines.append(_term(scheme, "skos:ConceptScheme", named))
    for edge_type in EDGE_TYPES:
        if edge_type.type not in EDGES_AS:
            lines.append(_term(edge_term(edge_type.type), "owl:ObjectProperty", edge_type))
    seen: set[str] = set()
    for label, prop in _properties():
        term = property_term(label, prop.name)
        if term.startswith("zw:") and term not in seen:
            seen.add(term)
            lines.append(_term(term, "owl:ObjectProperty" if prop.name in REFERENCES else "owl:DatatypeProperty", prop))
    lines.append(
        'zw:type a owl:DatatypeProperty ; rdfs:label "关系或渠道的类型"@zh, "type of an edge or a channel"@en .'
    )
    return "\n".join(dict.fromkeys(lines)) + "\n"


def _term(term: str, class_: str, named: NodeType | EdgeType | Property, more: str = "") -> str:
    told = f'{term} a {class_} ; rdfs:label "{named.zh}"@zh, "{named.en}"@en'
    return f"{told} ; {more} ." if more else f"{told} ."


def _properties() -> Iterator[tuple[str, Property]]:
    for node_type in NODE_TYPES:
        for prop in node_type.properties:
            if (node_type.label, prop.name) != ("Channel", "type"):
                yield node_type.label, prop
    for edge_type in EDGE_TYPES:
        for prop in edge_type.properties:
            yield "", prop


def _heads() -> list[str]:
    return [*(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()), ""]


def render_shapes() -> str:
    """SHACL shapes: what each class must have, and that a claim has its ends and offsets in order."""
    parts = [
        *_heads(),
        "zw:ClaimShape a sh:NodeShape ; sh:targetClass zw:Claim ;",
        *(
            f"    sh:property [ sh:path rdf:{end} ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;"
            for end in _ENDS
        ),
        "    sh:property [ sh:path zw:start ; sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:lessThanOrEquals zw:end ] ;",
        "    sh:property [ sh:path zw:confidence ; sh:minInclusive 0.0 ; sh:maxInclusive 1.0 ; sh:maxCount 1 ] .",
        "",
    ]
    for node_type in NODE_TYPES:
        parts.append(f"zw:{node_type.label}Shape a sh:NodeShape ; sh:targetClass zw:{node_type.label} ;")
        for prop in node_type.properties:
            if prop.required:
                parts.append(
                    f"    sh:property [ sh:path {property_term(node_type.label, prop.name)} ; sh:minCount 1 ] ;"
                )
        for edge_type in EDGE_TYPES:
            targets = [target for source, target in edge_type.ends if source == node_type.label]
            if targets:
                parts.append(_target(edge_term(edge_type.type), targets))
        parts += [f"    sh:class {CLASSES[node_type.label]} .", ""]
    return "\n".join(parts)


_ENDS = ("subject", "predicate", "object")


def _target(term: str, targets: list[str]) -> str:
    classes = " ".join(f"[ sh:class zw:{target} ]" for target in targets)
    return f"    sh:property [ sh:path {term} ; sh:or ( {classes} ) ] ;"


if __name__ == "__main__":
    (DOCS / "vocabulary.ttl").write_text(render_vocabulary(), encoding="utf-8")
    (DOCS / "shapes.ttl").write_text(render_shapes(), encoding="utf-8")
