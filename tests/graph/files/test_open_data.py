"""Each open format, read back by somebody else's reader: the same counts, the same values."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import networkx
import pandas
import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, SKOS

from graph.files.graphml import write_graphml
from graph.files.rdf import iri, write_jsonld, write_turtle
from graph.files.script import literal, write_cypher
from graph.files.stream import GraphStream, edge_fields, node_fields
from graph.files.tables import write_csv_tables, write_parquet
from graph.files.vocabulary import DOCS, EDGES_AS, PREFIXES, edge_term, render_shapes, render_vocabulary
from graph.ids import label_of
from graph.schema import EDGE_TYPES, EDGES, NODE_TYPES, NODES
from graph.store import Store
from graph.values import Edge, Graph, Node
from loaders.build import read_notices
from loaders.project import project
from loaders.resolve.copies import group_copies
from loaders.resolve.documents import Library
from tests.loaders.sample import NOTICES, read_body

ZW = rdflib.Namespace(PREFIXES["zw"])
HOSTILE = "a'b\"c\\d\n;\t<&>]]>`{}|^ \x00\x0b\u2028 =1 𠀀"


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Two sample notices, and an information type whose name tries to be more than a name."""
    found = Graph()
    for group in group_copies(read_notices([NOTICES / "01-yunling-2021.txt", NOTICES / "07-yunling-2017.txt"])[0]):
        found.update(project(group, Library(), "mark"))
    hostile = Node("InformationType", f"information:{HOSTILE}", {"name": HOSTILE, "aliases": [HOSTILE, "b"]})
    duty = next(found.of_label("Obligation"))
    found.add_node(hostile)
    found.add_edge(Edge("DISCLOSES", duty.id, hostile.id, {"mention": HOSTILE, "confidence": 0.5, "start": 3}))
    return found


@pytest.fixture(scope="module")
def turtle(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    path = tmp_path_factory.mktemp("rdf") / "g.ttl"
    write_turtle(GraphStream(graph), path)
    return rdflib.Graph().parse(path)


def test_a_property_has_one_kind_wherever_it_stands():
    for fields, types in ((node_fields(), NODE_TYPES), (edge_fields(), EDGE_TYPES)):
        assert all(prop.kind == fields[prop.name].kind for type_ in types for prop in type_.properties)


def test_every_label_is_known_by_its_ids(graph: Graph):
    assert {node.label for node in graph.nodes.values()} >= NODES.keys() - {"AgencySystem"}
    assert all(label_of(node.id) == node.label for node in graph.nodes.values())


def test_graphml_is_read_by_networkx(graph: Graph, tmp_path: Path):
    counts = write_graphml(GraphStream(graph), tmp_path / "g.graphml")
    read = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert (counts.nodes, counts.edges) == (len(graph.nodes), len(graph.edges))
    assert (read.number_of_nodes(), read.number_of_edges()) == (counts.nodes, counts.edges)
    clean = re.sub("[\x00\x0b]", "", HOSTILE)
    facts = read.nodes[f"information:{clean}"]
    assert (facts["label"], facts["labels"]) == (clean, "InformationType")
    assert json.loads(facts["aliases"]) == [HOSTILE.replace("\x00", "\x00"), "b"]
    duty = next(node for node in graph.of_label("Obligation") if node.properties.get("frequency"))
    told = read.nodes[duty.id]
    assert (told["frequency"], told["start"], told["confidence"]) == tuple(
        duty.properties[name] for name in ("frequency", "start", "confidence")
    )
    types = {(a, data["label"], b) for a, b, data in read.edges(data=True)}
    assert {key for key in graph.edges if HOSTILE not in key[2]} <= types


def test_csv_is_read_by_pandas(graph: Graph, tmp_path: Path):
    counts = write_csv_tables(GraphStream(graph), tmp_path)
    nodes = pandas.read_csv(tmp_path / "nodes.csv", keep_default_na=False, dtype=str, lineterminator="\n")
    edges = pandas.read_csv(tmp_path / "edges.csv", keep_default_na=False, dtype=str, lineterminator="\n")
    assert (len(nodes), len(edges)) == (counts.nodes, counts.edges) == (len(graph.nodes), len(graph.edges))
    assert set(nodes["id"]) == set(graph.nodes)
    assert set(zip(edges["source"], edges["type"], edges["target"], strict=True)) == set(graph.edges)
    told = nodes[nodes["id"] == f"information:{HOSTILE}"].iloc[0]
    assert (told["name"], json.loads(told["aliases"])) == (HOSTILE, [HOSTILE, "b"])
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == counts.nodes + 1


def test_parquet_is_read_by_pandas(graph: Graph, tmp_path: Path):
    counts = write_parquet(GraphStream(graph), tmp_path)
    nodes = pandas.read_parquet(tmp_path / "nodes.parquet").set_index("id")
    edges = pandas.read_parquet(tmp_path / "edges.parquet")
    assert (len(nodes), len(edges)) == (counts.nodes, counts.edges) == (len(graph.nodes), len(graph.edges))
    for id_, node in graph.nodes.items():
        for name, value in node.properties.items():
            read = nodes.at[id_, name]
            assert (list(read) if isinstance(value, (list, tuple)) else read) == value, (id_, name)


def test_turtle_is_read_by_rdflib(graph: Graph, turtle: rdflib.Graph):
    for label in NODES:
        assert len(set(turtle.subjects(RDF.type, ZW[label]))) == len(list(graph.of_label(label))), label
    claims = set(turtle.subjects(RDF.type, ZW.Claim))
    assert len(claims) == len(graph.edges)
    for claim in claims:
        triple = tuple(turtle.value(claim, RDF[end]) for end in ("subject", "predicate", "object"))
        assert triple in turtle
    name = turtle.value(rdflib.URIRef(iri(f"information:{HOSTILE}")), SKOS.prefLabel)
    assert name == rdflib.Literal(HOSTILE, lang="zh")


def test_the_document_is_one_of_eli_with_its_date_and_number(turtle: rdflib.Graph):
    eli = rdflib.Namespace(PREFIXES["eli"])
    found = rdflib.URIRef(iri("document:岭政办发〔2021〕18号"))
    assert (found, RDF.type, eli.LegalResource) in turtle
    assert turtle.value(found, eli.id_local) == rdflib.Literal("岭政办发〔2021〕18号")
    assert turtle.value(found, eli.date_document) == rdflib.Literal("2021-05-21", datatype=rdflib.XSD.date)
    assert str(turtle.value(found, eli.passed_by)).endswith("agency:云岭省人民政府办公厅")


def test_jsonld_says_the_same_triples(graph: Graph, turtle: rdflib.Graph, tmp_path: Path):
    write_jsonld(GraphStream(graph), tmp_path / "g.jsonld")
    read = rdflib.Graph().parse(tmp_path / "g.jsonld", format="json-ld")
    assert len(read) == len(turtle)
    assert isomorphic(read, turtle)


def test_shapes_hold_and_would_not_hold_for_worse(turtle: rdflib.Graph):
    shapes = rdflib.Graph().parse(DOCS / "shapes.ttl")
    conforms, _, text = pyshacl.validate(turtle, shacl_graph=shapes)
    assert conforms, text[:2000]
    for broken in (
        ("<urn:x-zwgk:claim:1> a zw:Claim ; rdf:subject <urn:a> ; rdf:predicate zw:leads .", "rdf:object"),
        ("<urn:x-zwgk:obligation:1> a zw:Obligation, prov:Entity ; zw:caption '' .", "zw:kind"),
        (
            "<urn:x-zwgk:agency:1> a zw:Agency, org:Organization ; zw:kind 'agency' ; skos:prefLabel 'x' ; zw:leads <urn:b> .",
            "zw:leads",
        ),
    ):
        heads = "".join(f"@prefix {name}: <{full}> ." for name, full in PREFIXES.items())
        worse = rdflib.Graph().parse(data=heads + broken[0], format="turtle")
        conforms, _, text = pyshacl.validate(worse, shacl_graph=shapes)
        assert not conforms
        assert broken[1] in text


def test_the_vocabulary_page_is_up_to_date_and_names_every_term(turtle: rdflib.Graph):
    assert (DOCS / "vocabulary.ttl").read_text("utf-8") == render_vocabulary()
    assert (DOCS / "shapes.ttl").read_text("utf-8") == render_shapes()
    told = set(rdflib.Graph().parse(DOCS / "vocabulary.ttl").subjects())
    used = {term for triple in turtle for term in triple[1:] if str(term).startswith(str(ZW))}
    assert used - told == set()
    assert {edge_term(type_) for type_ in EDGES} >= {"zw:leads", "eli:cites"}
    assert EDGES_AS.keys() <= EDGES.keys()


# The script, run by the engines themselves
SCRIPTED = "一、水运\n（一）票价信息。按月在省政府网站公布渡轮票价。（省财政厅牵头，省交通运输厅配合）\n"


def _statements(path: Path) -> list[str]:
    return [line.removesuffix(";") for line in path.read_text("utf-8").split("\n") if line]


def test_the_script_makes_the_same_graph(store: Store, tmp_path: Path):
    graph = project([read_body(SCRIPTED)], Library(), "mark")
    graph.add_node(Node("InformationType", f"information:{HOSTILE}", {"name": HOSTILE, "aliases": [HOSTILE, "b"]}))
    counts = write_cypher(GraphStream(graph), tmp_path / "g.cypher")
    for statement in _statements(tmp_path / "g.cypher"):
        store._connection.write(lambda tx, s=statement: tx.run(s).consume())
    nodes = {node.id: node for node in store.nodes()}
    edges = {edge.key: edge for edge in store.edges()}
    assert (len(nodes), len(edges)) == (counts.nodes, counts.edges) == (len(graph.nodes), len(graph.edges))
    for id_, node in graph.nodes.items():
        assert dict(nodes[id_].properties) == {
            name: list(v) if isinstance(v, tuple) else v for name, v in node.properties.items()
        }
    for key, edge in graph.edges.items():
        assert dict(edges[key].properties) == dict(edge.properties)


def test_nothing_in_a_text_ends_a_literal():
    assert literal("a'); MATCH (n) DETACH DELETE n;//\\") == r"'a\'); MATCH (n) DETACH DELETE n;//\\'"
    assert "\n" not in literal(HOSTILE)
    assert literal({"a": [1, 0.5, True, None]}) == "{`a`: [1, 0.5, true, null]}"


def test_a_store_is_exported_as_the_graph_that_it_holds(store: Store, tmp_path: Path):
    group = group_copies(read_notices([NOTICES / "03-qingyan-2021.txt"])[0])[0]
    value = project(group, Library(), "mark")
    document = next(node.id for node in value.of_label("Document") if node.properties["held"])
    store.prepare()
    store.replace(document, value)
    counts = write_parquet(store, tmp_path)
    assert (counts.nodes, counts.edges) == (len(value.nodes), len(value.edges))
    read = pandas.read_parquet(tmp_path / "edges.parquet")
    assert set(zip(read["source"], read["type"], read["target"], strict=True)) == set(value.edges)


@pytest.mark.parametrize("kind", ["graphml", "csv", "parquet", "turtle", "jsonld", "cypher"])
def test_a_larger_graph_takes_no_more_memory(kind: str):
    """As a list, the 40,000 edges would take some 40 MB."""
    memory = []
    for edges in ("6000", "46000"):
        words = [sys.executable, "-m", "benchmarks.open_data", edges, kind]
        told = subprocess.run(words, check=True, capture_output=True, text=True, cwd=DOCS.parent).stdout
        memory.append(int(re.search(r"(\d+) MB of memory", told)[1]))  # type: ignore[index]
    assert memory[1] - memory[0] < 15
