"""Cypher text made from graph.schema. Labels and types come only from the schema; values are always parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.schema import EDGE_TYPES, EDGES, KEY, NODE_TYPES, NODES, OWNER, Property

DOCUMENT = "Document"
ISSUED_BY = "ISSUED_BY"
"""Of a document that is only cited, its number or title says this of it: every notice that cites it states it, and it is no
reason for the document to stay."""

_ROW_DIFFERS = "properties({v}) <> row.properties SET {v} = row.properties"
_ROW_ADDS = (
    "any(key IN keys(row.properties) WHERE {v}[key] IS NULL OR {v}[key] <> row.properties[key]) "
    "SET {v} += row.properties"
)
# A notice that only cites a document knows less of it than the document's own reading.
_NOT_HELD = "coalesce(n.held, false) = false AND "

OWNED_LABELS = tuple(node_type.label for node_type in NODE_TYPES if node_type.owned)
CONTEXT_TYPES = tuple(
    edge_type.type
    for edge_type in EDGE_TYPES
    if not any(label == DOCUMENT or NODES[label].owned for pair in edge_type.ends for label in pair)
)
"""Types that join shared nodes only (a region in a region): no notice owns such an edge."""
SOURCE_LABELS = tuple(
    node_type.label
    for node_type in NODE_TYPES
    if any(node_type.label == source for edge_type in EDGE_TYPES for source, _ in edge_type.ends)
)
"""The labels from which edges go out."""
DERIVED_TYPES = tuple(edge_type.type for edge_type in EDGE_TYPES if edge_type.derived)
DERIVING_LABELS = tuple(
    dict.fromkeys(label for edge_type in EDGE_TYPES if edge_type.derived for label, _ in edge_type.ends)
)
"""The labels from which derived edges go out."""

SET_RETRACTED = f"""MATCH (n:{DOCUMENT} {{{KEY}: $document}})
SET n = {{{KEY}: n.{KEY}, caption: n.caption, number: n.number, title: n.title, document_class: n.document_class,
issuer: n.issuer, level: n.level, region: n.region, year: n.year, held: false}}"""
"""A removed document that others still cite keeps what a citation says of it."""

FINGERPRINTS = f"""MATCH (n:{DOCUMENT}) WHERE n.held = true AND n.fingerprint IS NOT NULL
RETURN n.{KEY} AS document, n.fingerprint AS fingerprint"""

GATHERED = tuple(
    (node_type.label, prop.name, prop.gathered)
    for node_type in NODE_TYPES
    for prop in node_type.properties
    if prop.gathered
)
"""Label, property and the type of the edges whose mentions it holds."""

HELD = f"""MATCH (n:{DOCUMENT}) WHERE n.held = true
RETURN n.{KEY} AS id, n.caption AS caption, n.issuer AS issuer, n.region AS region, n.title AS title,
n.instrument AS instrument ORDER BY id"""
SIZE = ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
"""How many nodes and how many relationships there are."""

NODES_BY_ELEMENT = "MATCH (n) WHERE elementId(n) IN $elements RETURN n"


def schema_statements() -> Iterator[str]:
    """Constraints and indexes; each may be run again."""
    for node_type in NODE_TYPES:
        label = node_type.label
        name = label.lower()
        yield f"CREATE CONSTRAINT {name}_{KEY} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{KEY} IS UNIQUE"
        owner = (OWNER,) if node_type.owned else ()
        for prop in (*owner, *node_type.indexed):
            yield f"CREATE INDEX {name}_{prop} IF NOT EXISTS FOR (n:{label}) ON (n.{prop})"


def ids(label: str) -> str:
    """The ids of all nodes of `label`."""
    return f"MATCH (n:{NODES[label].label}) RETURN n.{KEY} AS id"


def nodes_of(label: str) -> str:
    """The nodes $ids of `label`."""
    return f"UNWIND $ids AS id MATCH (n:{NODES[label].label} {{{KEY}: id}}) RETURN id, properties(n) AS properties"


def edges_of(label: str) -> str:
    """The relationships that go out from the nodes $ids of `label`."""
    types = "|".join(edge_type.type for edge_type in EDGE_TYPES if any(label == source for source, _ in edge_type.ends))
    return (
        f"UNWIND $ids AS id MATCH (a:{NODES[label].label} {{{KEY}: id}})-[r:{types}]->(b) "
        f"RETURN type(r) AS type, id AS source, b.{KEY} AS target, properties(r) AS properties"
    )


def create_nodes(label: str) -> str:
    """Rows {properties} into nodes that are not there yet."""
    node_type = NODES[label]
    return f"UNWIND $rows AS row CREATE (n:{node_type.label} {_from_row((KEY, *_names(node_type.properties)))})"


def create_edges(type_: str, source: str, target: str) -> str:
    """Rows {source, target, properties} into relationships that are not there yet."""
    edge_type = EDGES[type_]
    properties = _from_row(_names(edge_type.properties))
    return f"{_rows_of(source, target)} CREATE (a)-[r:{edge_type.type} {properties}]->(b)"


def _names(properties: Iterable[Property]) -> tuple[str, ...]:
    return tuple(prop.name for prop in properties)


def _from_row(names: Iterable[str]) -> str:
    """Properties named one by one, of which the absent ones stay absent. The embedded server writes what SET gives to a
    new relationship a second time."""
    return "{" + ", ".join(f"{name}: row.properties.{name}" for name in names) + "}"


def merge_nodes(label: str, *, own: bool) -> str:
    """Rows {id, properties} into nodes. `own` rows replace all properties; the rows of shared nodes add to them."""
    label = NODES[label].label
    guard = _NOT_HELD if label == DOCUMENT and not own else ""
    update = (_ROW_DIFFERS if own else _ROW_ADDS).format(v="n")
    return (
        f"UNWIND $rows AS row MERGE (n:{label} {{{KEY}: row.id}}) ON CREATE SET n = row.properties "
        f"WITH n, row WHERE {guard}{update} RETURN count(n) AS updated"
    )


def merge_edges(type_: str, source: str, target: str) -> str:
    """Rows {source, target, properties} into relationships, at most one for a pair of nodes."""
    type_ = EDGES[type_].type
    update = (_ROW_ADDS if type_ in CONTEXT_TYPES else _ROW_DIFFERS).format(v="r")
    return (
        f"{_rows_of(source, target)} MERGE {_between(type_, source, target)} "
        f"ON CREATE SET r = row.properties WITH r, row WHERE {update} RETURN count(r) AS updated"
    )


def delete_nodes(label: str) -> str:
    return f"UNWIND $ids AS id MATCH (n:{NODES[label].label} {{{KEY}: id}}) DETACH DELETE n"


def delete_edges(type_: str, source: str, target: str) -> str:
    """Rows {source, target}."""
    return f"{_rows_of(source, target)} MATCH {_between(EDGES[type_].type, source, target)} DELETE r"


def _rows_of(source: str, target: str) -> str:
    """Each row with its two nodes, a and b."""
    return (
        f"UNWIND $rows AS row MATCH (a:{NODES[source].label} {{{KEY}: row.source}}) "
        f"MATCH (b:{NODES[target].label} {{{KEY}: row.target}})"
    )


def _between(type_: str, source: str, target: str) -> str:
    """The relationship r of the bound nodes a and b, written from the end that has few: the embedded server reads all
    of the first node's, and an agency leads tens of thousands of tasks, of which each has a handful of leaders."""
    if NODES[target].owned and not NODES[source].owned:
        return f"(b)<-[r:{type_}]-(a)"
    return f"(a)-[r:{type_}]->(b)"


def gather_new(label: str, name: str) -> str:
    """Rows {id, said}: what `said` adds to the property `name` of the node, which reads none of its edges."""
    return (
        f"UNWIND $rows AS row MATCH (n:{NODES[label].label} {{{KEY}: row.id}}) "
        f"WITH n, coalesce(n.{name}, []) AS known, row.said AS said "
        "WITH n, known, [word IN said WHERE NOT word IN known] AS fresh WHERE size(fresh) > 0 "
        "UNWIND known + fresh AS word WITH n, word ORDER BY word WITH n, collect(DISTINCT word) AS words "
        f"SET n.{name} = words"
    )


def gather(label: str, name: str, type_: str) -> str:
    """The mentions of all edges that lead to the nodes $ids of `label` into their property `name`."""
    return (
        f"UNWIND $ids AS id MATCH (n:{NODES[label].label} {{{KEY}: id}})<-[r:{EDGES[type_].type}]-() "
        "WHERE r.mention IS NOT NULL WITH n, r.mention AS said ORDER BY said WITH n, collect(DISTINCT said) AS said "
        f"WHERE n.{name} IS NULL OR n.{name} <> said SET n.{name} = said"
    )


def known_documents() -> str:
    """Which of $documents have a node, if only because others cite them."""
    return f"UNWIND $documents AS document MATCH (n:{DOCUMENT} {{{KEY}: document}}) RETURN n.{KEY} AS id"


def owned_nodes(label: str) -> str:
    """The ids of the nodes of `label` that belong to $documents."""
    return f"UNWIND $documents AS document MATCH (n:{NODES[label].label} {{{OWNER}: document}}) RETURN n.{KEY} AS id"


def owned_edges(label: str) -> str:
    """The relationships that each of $documents claims at its nodes of `label`."""
    pattern = (
        f"(n:{DOCUMENT} {{{KEY}: document}})-[r]->()"
        if label == DOCUMENT
        else f"(n:{NODES[label].label} {{{OWNER}: document}})-[r]-()"
    )
    return (
        f"UNWIND $documents AS document MATCH {pattern} WHERE coalesce(r.{OWNER}, document) = document "
        f"WITH DISTINCT startNode(r) AS a, r, endNode(r) AS b {_EDGE_RETURN}"
    )


def orphans(label: str) -> str:
    """Which of $ids are nodes of a shared `label` that nothing gives a reason to stay.

    A shared node stays for a claim that touches it, or for a shared node that points to it.
    """
    reasons = []
    for edge_type in EDGE_TYPES:
        if any(label == target for _, target in edge_type.ends):
            reasons.append(f"NOT (n)<-[:{edge_type.type}]-()")
        if edge_type.type not in (*CONTEXT_TYPES, ISSUED_BY) and any(label == source for source, _ in edge_type.ends):
            reasons.append(f"NOT (n)-[:{edge_type.type}]->()")
    held = ["coalesce(n.held, false) = false"] if label == DOCUMENT else []
    condition = " AND ".join([*held, *reasons])
    return f"UNWIND $ids AS id MATCH (n:{NODES[label].label} {{{KEY}: id}}) WHERE {condition} RETURN n.{KEY} AS id"


def issuers() -> str:
    """Who issued those of $ids that are not held."""
    return (
        f"UNWIND $ids AS id MATCH (a:{DOCUMENT} {{{KEY}: id}})-[r:{ISSUED_BY}]->(b) "
        f"WHERE coalesce(a.held, false) = false {_EDGE_RETURN}"
    )


def other_derived(label: str) -> str:
    """Rows {id, stated}: the derived relationships of the node of `label` that are not among `stated`, each type and target."""
    types = "|".join(DERIVED_TYPES)
    return (
        f"UNWIND $rows AS row MATCH (a:{NODES[label].label} {{{KEY}: row.id}})-[r:{types}]->(b) "
        f"WHERE NOT type(r) + ' ' + b.{KEY} IN row.stated {_EDGE_RETURN}"
    )


def context_edges(label: str) -> str:
    """The relationships from the shared nodes $ids of `label` to other shared nodes."""
    types = "|".join(CONTEXT_TYPES)
    return f"UNWIND $ids AS id MATCH (a:{NODES[label].label} {{{KEY}: id}})-[r:{types}]->(b) {_EDGE_RETURN}"


def is_cited() -> str:
    """How often others cite $document: what it says of itself goes with it."""
    return (
        f"MATCH (n:{DOCUMENT} {{{KEY}: $document}})<-[r:CITES]-() WHERE coalesce(r.{OWNER}, '') <> $document "
        "RETURN count(*) AS n"
    )


_EDGE_RETURN = (
    f"RETURN labels(a)[0] AS source_label, a.{KEY} AS source, type(r) AS type, labels(b)[0] AS target_label, "
    f"b.{KEY} AS target"
)
