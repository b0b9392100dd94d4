"""What every engine must do for graph.store."""

from __future__ import annotations

import threading

import pytest

from graph import connection, cypher, writing
from graph.errors import InvalidGraph, QueryError, QueryTimeout, ReadOnly
from graph.schema import EDGE_TYPES, NODE_TYPES, NODES
from graph.servers import Address
from graph.store import Change, Store, connect
from graph.validate import check
from graph.values import Edge, Graph, Node
from tests.graph.samples import document, notice, whole_schema

EVERYTHING = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"
ONE = "样政发〔2030〕1号"
WHOLE = "样政发〔2030〕9号"
TWO = "样政发〔2030〕2号"


def everything(store: Store) -> Graph:
    return store.graph(EVERYTHING)


def test_replace_stores_exactly_the_graph(store: Store) -> None:
    change = store.replace(document(ONE), notice(ONE, cites=[TWO]))

    assert everything(store) == notice(ONE, cites=[TWO])
    assert change == Change(nodes_created=len(everything(store)), edges_created=len(everything(store).edges))


def test_second_replace_changes_nothing(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, cites=[TWO]))
    change = store.replace(document(ONE), notice(ONE, cites=[TWO]))

    assert not change
    assert everything(store) == notice(ONE, cites=[TWO])


def test_replace_takes_out_what_the_new_reading_lacks(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, agencies=["样例省财政厅", "样例省教育厅"], cites=[TWO]))
    change = store.replace(document(ONE), notice(ONE, tasks=["1.1#1"]))

    assert everything(store) == notice(ONE, tasks=["1.1#1"])
    # one task, its obligation, one agency, the cited document
    assert change.nodes_deleted == 4
    assert change.nodes_created == 0


def test_replace_drops_old_properties_of_owned_nodes(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, title="旧题", level="province"))
    change = store.replace(document(ONE), notice(ONE, title="新题"))

    assert everything(store) == notice(ONE, title="新题")
    assert change == Change(nodes_updated=1)


def test_replace_counts_changed_edges(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    changed = notice(ONE)
    key = ("agency:样例省财政厅", "LEADS", f"task:{document(ONE)}/1.1#1")
    changed.edges[key] = Edge("LEADS", key[0], key[2], {"document": document(ONE), "mention": "财政部门"})

    assert store.replace(document(ONE), changed) == Change(edges_updated=1)
    assert everything(store) == changed


def test_shared_nodes_keep_what_other_notices_say(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    other = notice(TWO)
    other.nodes["agency:样例省财政厅"] = Node(
        "Agency", "agency:样例省财政厅", {"name": "样例省财政厅", "kind": "group"}
    )
    store.replace(document(TWO), other)

    agency = everything(store).nodes["agency:样例省财政厅"]
    assert agency.properties == {"name": "样例省财政厅", "kind": "group", "aliases": ["财政厅", "政厅"]}


def _disclosing(name: str, mention: str) -> Graph:
    graph = notice(name)
    duty = next(graph.of_label("Obligation"))
    graph.add_node(Node("InformationType", "information:预算", {"name": "预算", "aliases": [mention]}))
    graph.add_edge(Edge("DISCLOSES", duty.id, "information:预算", {"document": document(name), "mention": mention}))
    return graph


def _aliases(store: Store) -> list[str]:
    aliases: list[str] = everything(store).nodes["information:预算"].properties["aliases"]
    return aliases


def test_what_notices_together_say_is_gathered_and_forgotten_with_them(store: Store) -> None:
    one, two = _disclosing(ONE, "省级预算"), _disclosing(TWO, "市级预算")
    store.replace(document(ONE), one)
    assert everything(store) == one
    store.replace(document(TWO), two)
    assert _aliases(store) == ["市级预算", "省级预算"]
    assert not store.replace(document(ONE), one)
    assert _aliases(store) == ["市级预算", "省级预算"]
    store.replace(document(ONE), _disclosing(ONE, "本级预算"))
    assert _aliases(store) == ["市级预算", "本级预算"]
    store.replace(document(ONE), notice(ONE))
    assert _aliases(store) == ["市级预算"]
    store.replace(document(ONE), one)
    store.remove(document(TWO))
    assert everything(store) == one


def test_replace_leaves_other_notices_alone(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    store.replace(document(TWO), notice(TWO))
    store.replace(document(ONE), notice(ONE, tasks=[]))

    both = notice(ONE, tasks=[])
    both.update(notice(TWO))
    assert everything(store) == both


@pytest.mark.parametrize("first", [ONE, TWO])
def test_a_citation_never_unholds_a_document(store: Store, first: str) -> None:
    readings = {ONE: notice(ONE, title="题", fingerprint="f1"), TWO: notice(TWO, cites=[ONE])}
    for name in sorted(readings, key=lambda name: name != first):
        store.replace(document(name), readings[name])

    held = everything(store).nodes[document(ONE)]
    assert held == readings[ONE].nodes[document(ONE)]
    assert store.fingerprints() == {document(ONE): "f1"}


def test_remove_leaves_nothing_of_a_lone_notice(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, cites=[TWO]))
    change = store.remove(document(ONE))

    assert everything(store) == Graph()
    assert change.nodes_deleted == len(notice(ONE, cites=[TWO]).nodes)


def test_remove_keeps_what_another_notice_needs(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, agencies=["样例省财政厅", "样例省教育厅"]))
    store.replace(document(TWO), notice(TWO))
    store.remove(document(ONE))

    assert everything(store) == notice(TWO)


OLD, NEW, WRONG = "样例省环境保护厅", "样例省生态环境厅", "样例省环境厅"


def test_a_successor_that_is_no_longer_stated_goes(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, agencies=[OLD], heirs=[(OLD, WRONG)]))
    right = notice(ONE, agencies=[OLD], heirs=[(OLD, NEW)])
    change = store.replace(document(ONE), right)

    assert everything(store) == right
    assert (change.nodes_created, change.nodes_deleted) == (1, 1)
    assert not store.replace(document(ONE), right)


def test_a_successor_stays_while_a_body_that_it_followed_does(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, agencies=[OLD], heirs=[(OLD, NEW)]))
    store.replace(document(TWO), notice(TWO, agencies=[NEW]))
    store.remove(document(TWO))
    assert everything(store) == notice(ONE, agencies=[OLD], heirs=[(OLD, NEW)])

    store.remove(document(ONE))
    assert everything(store) == Graph()


def test_the_region_of_an_agency_is_the_one_stated_last(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    moved = notice(ONE)
    moved.edges = {key: edge for key, edge in moved.edges.items() if edge.type != "OF_REGION"}
    moved.add_edge(Edge("OF_REGION", "agency:样例省财政厅", "region:中国"))
    store.replace(document(ONE), moved)

    found = store.table("MATCH (:Agency)-[:OF_REGION]->(r:Region) RETURN r.id").rows
    assert found == (("region:中国",),)


def test_remove_of_a_cited_document_keeps_its_bare_node(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, title="题", level="city", fingerprint="f"))
    store.replace(document(TWO), notice(TWO, cites=[ONE]))
    store.remove(document(ONE))

    left = everything(store)
    assert left.nodes[document(ONE)].properties == {
        "caption": ONE,
        "number": ONE,
        "title": "题",
        "level": "city",
        "held": False,
    }
    assert store.fingerprints() == {}
    store.remove(document(TWO))
    assert everything(store) == Graph()


HALL = "样例省人民政府办公厅"


def test_the_issuer_of_a_cited_document_is_the_one_stated_last(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, cites=[TWO], issuers={TWO: "样例省人民政府"}))
    right = notice(ONE, cites=[TWO], issuers={TWO: HALL})
    change = store.replace(document(ONE), right)

    assert everything(store) == right
    assert (change.edges_created, change.edges_deleted) == (2, 2), "ISSUED_BY and OF_REGION"
    assert not store.replace(document(ONE), right)


def test_the_issuer_of_a_cited_document_goes_with_its_last_citation(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, cites=[TWO], issuers={TWO: HALL}))
    store.remove(document(ONE))
    assert everything(store) == Graph()


def test_a_cited_document_that_comes_to_be_held_keeps_its_issuer_when_it_goes_again(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, cites=[TWO], issuers={TWO: HALL}))
    held = notice(TWO, issuers={TWO: HALL})
    store.replace(document(TWO), held)
    store.remove(document(TWO))

    left = everything(store)
    assert (document(TWO), "ISSUED_BY", f"agency:{HALL}") in left.edges
    store.remove(document(ONE))
    assert everything(store) == Graph()


def test_remove_of_an_unknown_document_changes_nothing(store: Store) -> None:
    assert not store.remove(document("没有"))


def test_prepare_twice_and_every_label_is_keyed(store: Store) -> None:
    store.prepare()
    store.prepare()

    constraints = {(row[0][0], row[1][0]) for row in _shown(store, "SHOW CONSTRAINTS")}
    indexes = {(row[0][0], row[1][0]) for row in _shown(store, "SHOW INDEXES") if row[0]}
    assert {(node_type.label, "id") for node_type in NODE_TYPES} <= constraints
    assert {(node_type.label, name) for node_type in NODE_TYPES for name in node_type.indexed} <= indexes
    assert {(node_type.label, "document") for node_type in NODE_TYPES if node_type.owned} <= indexes


def _shown(store: Store, statement: str) -> list[tuple[list[str], list[str]]]:
    return [(record["labelsOrTypes"], record["properties"]) for record in store.table(statement).records()]


def test_every_declared_edge_can_be_stored(store: Store) -> None:
    own = document(ONE)
    for edge_type in EDGE_TYPES:
        for source, target in edge_type.ends:
            statement = cypher.merge_edges(edge_type.type, source, target)
            row = {"source": f"{own}/{source}", "target": f"{own}/{target}/2", "properties": {}}
            for label, key in ((source, row["source"]), (target, row["target"])):
                merge = cypher.merge_nodes(label, own=True)
                rows = [{"id": key, "properties": {"id": key}}]
                store._connection.write(lambda tx, text=merge, rows=rows: tx.run(text, rows=rows).consume())
            store._connection.write(lambda tx, text=statement, row=row: tx.run(text, rows=[row]).consume())
            stored = store.table(f"MATCH (:{source})-[r:{edge_type.type}]->(:{target}) RETURN count(r)")
            assert stored.rows == ((1,),), (edge_type.type, source, target)


def test_every_property_of_the_schema_comes_back_and_goes_whole(store: Store) -> None:
    graph = whole_schema()
    assert check(graph) == []
    store.replace(document(WHOLE), graph)

    found = everything(store)
    assert found.edges == graph.edges
    for node in found.nodes.values():
        gathered = {prop.name for prop in NODES[node.label].properties if prop.gathered}
        kept = {key: value for key, value in node.properties.items() if key not in gathered}
        assert kept == graph.nodes[node.id].properties
    information = next(found.of_label("InformationType"))
    assert information.properties["aliases"] == [next(graph.of_type("DISCLOSES")).properties["mention"]]
    assert not store.replace(document(WHOLE), graph)
    assert sorted(store.nodes(), key=lambda node: node.id) == sorted(found.nodes.values(), key=lambda node: node.id)
    assert {edge.key: edge for edge in store.edges()} == found.edges

    store.remove(document(WHOLE))
    assert everything(store) == Graph()


def test_odd_text_and_absent_values(store: Store) -> None:
    odd = '扩展字𠮷 繁體 ‘引号’ "\\ \u3000\n\t{$x} `tick` 😀 \u200b'
    graph = notice(ONE, title=odd, region=[], level=None, addressees=[odd])
    store.replace(document(ONE), graph)

    properties = everything(store).nodes[document(ONE)].properties
    assert properties == {"caption": ONE, "number": ONE, "held": True, "title": odd, "addressees": [odd]}
    assert not store.replace(document(ONE), graph)


def test_a_text_of_a_megabyte(store: Store) -> None:
    graph = notice(ONE)
    text = "政务公开要点\n" * 60_000
    copy = {"document": document(ONE), "source": "a.txt", "sha256": "0" * 64, "text": text}
    graph.add_node(Node("Copy", "copy:1", copy))
    graph.add_edge(Edge("COPY_OF", "copy:1", document(ONE)))
    store.replace(document(ONE), graph)

    assert store.table("MATCH (c:Copy) RETURN c.text").rows == ((text,),)


def test_more_rows_than_one_batch(store: Store) -> None:
    graph = notice(ONE, tasks=[])
    for number in range(5_050):
        task = Node("Task", f"task:{number}", {"number": str(number), "document": document(ONE)})
        graph.add_node(task)
        graph.add_edge(Edge("PART_OF", task.id, document(ONE)))
    change = store.replace(document(ONE), graph)

    assert change.edges_created == 5_051
    assert store.table("MATCH (t:Task)-[:PART_OF]->(:Document) RETURN count(t)").rows == ((5_050,),)


def test_a_trial_tells_the_change_and_makes_none(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    changed = notice(ONE, tasks=["1.1#1", "9.9#1"], title="新")
    tried = store.try_replace(document(ONE), changed)

    assert everything(store) == notice(ONE)
    assert tried == store.replace(document(ONE), changed)
    assert tried.nodes_created == 2


def test_a_transient_error_is_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from neo4j.exceptions import TransientError

    write, failures = writing._write_edges, iter([True, True, False])

    def failing(*args: object) -> object:
        if next(failures, False):
            raise TransientError("deadlock detected")
        return write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_write_edges", failing)
    store.replace(document(ONE), notice(ONE))
    assert everything(store) == notice(ONE)


def test_an_invalid_graph_is_refused_whole(store: Store) -> None:
    graph = notice(ONE)
    graph.add_node(Node("Bureau", "bureau:1", {}))

    with pytest.raises(InvalidGraph, match="unknown label 'Bureau'"):
        store.replace(document(ONE), graph)
    assert everything(store) == Graph()


def test_a_graph_of_another_document_is_refused(store: Store) -> None:
    with pytest.raises(InvalidGraph, match="belongs to"):
        store.replace(document(TWO), notice(ONE))


def test_an_error_in_the_middle_leaves_the_old_graph(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace(document(ONE), notice(ONE))

    def fail(*_: object) -> None:
        raise RuntimeError("cable pulled")

    monkeypatch.setattr(writing, "_write_edges", fail)
    with pytest.raises(RuntimeError, match="cable pulled"):
        store.replace(document(ONE), notice(ONE, tasks=["9.9#1"], title="新"))
    assert everything(store) == notice(ONE)


def test_readers_see_whole_notices_while_one_writes(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    sizes: set[int] = set()
    done = threading.Event()

    def read() -> None:
        with connect("reader") as reader:
            while not done.is_set():
                sizes.add(reader.table("MATCH (t:Task) RETURN count(t)").rows[0][0])

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for _ in range(5):
            store.replace(document(ONE), notice(ONE, tasks=[f"2.{number}#1" for number in range(40)]))
            store.replace(document(ONE), notice(ONE))
    finally:
        done.set()
        thread.join()
    assert sizes <= {2, 40}


def test_writers_of_the_same_agency_at_once(store: Store) -> None:
    names = [f"样政发〔2031〕{number}号" for number in range(12)]
    errors: list[Exception] = []

    def write(mine: list[str]) -> None:
        try:
            with connect("writer") as writer:
                for name in mine:
                    writer.replace(document(name), notice(name, tasks=["1.1#1"]))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(names[part::3],)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert store.table("MATCH (a:Agency)-[r:LEADS]->(:Task) RETURN count(DISTINCT a), count(r)").rows == ((1, 12),)


def test_graph_completes_the_ends_of_lone_relationships(store: Store) -> None:
    store.replace(document(ONE), notice(ONE))
    found = store.graph("MATCH ()-[r:WITHIN]->() RETURN r")

    assert set(found.nodes) == {"region:样例省", "region:中国"}
    assert [edge.key for edge in found.edges.values()] == [("region:样例省", "WITHIN", "region:中国")]


def test_graph_looks_into_paths_lists_and_maps(store: Store) -> None:
    store.replace(document(ONE), notice(ONE, tasks=["1.1#1"]))
    by_path = store.graph("MATCH p = (:Agency)-[:LEADS]->(:Task)-[:REQUIRES]->(:Obligation) RETURN p")
    nested = store.graph(
        "MATCH (a:Agency)-[l:LEADS]->(t:Task)-[q:REQUIRES]->(o:Obligation) RETURN {ends: [a, [o]], via: [t], rels: [l, q]}"
    )

    assert {edge.type for edge in by_path.edges.values()} == {"LEADS", "REQUIRES"}
    assert nested == by_path


def test_table_limit_says_that_it_cut(store: Store) -> None:
    cut = store.table("UNWIND range(1, 5) AS n RETURN n, n * 2 AS twice", limit=3)
    whole = store.table("UNWIND range(1, $last) AS n RETURN n", {"last": 3}, limit=3)

    assert (cut.columns, cut.rows, cut.cut) == (("n", "twice"), ((1, 2), (2, 4), (3, 6)), True)
    assert (whole.rows, whole.cut) == (((1,), (2,), (3,)), False)


def test_temporal_values_become_text(store: Store) -> None:
    row = store.table("RETURN date('2030-05-01') AS day, duration('P1M') AS month, [date('2030-06-01')] AS days").rows[
        0
    ]

    assert row == ("2030-05-01", "P1M", ["2030-06-01"])


def test_a_query_that_takes_too_long(store: Store) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c RETURN sum(c)"
    with pytest.raises(QueryTimeout):
        store.table(endless, timeout=0.5)
    assert store.table("RETURN 1 AS n").rows == ((1,),)


def test_queries_with_a_limit_take_one_connection_after_the_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What hangs up on one query must not be shared with another, nor be made anew for each."""
    opened: list[str] = []
    real = connection._open

    def counting(address: Address, **options: float) -> object:
        opened.append(address.uri)
        return real(address, **options)

    monkeypatch.setattr(connection, "_open", counting)
    with connect("reader") as reader:
        assert [reader.table("RETURN 1 AS n", timeout=20).rows for _ in range(3)] == [((1,),)] * 3
        assert len(opened) == 1


def test_a_broken_query_says_what_is_wrong(store: Store) -> None:
    with pytest.raises(QueryError, match="RETURN"):
        store.table("MATCH (n RETURN n")


def test_a_reader_is_told_so_before_it_writes(engine: str) -> None:
    with connect("reader") as reader:
        for write in (reader.prepare, lambda: reader.remove("d"), lambda: reader.replace("d", Graph())):
            with pytest.raises(ReadOnly, match='connect\\("writer"\\)'):
                write()


def test_engine_names_itself(store: Store, engine: str) -> None:
    assert store.engine.startswith({"embedded": "arcadedb ", "neo4j": "neo4j "}[engine])
    assert "://" in store.uri
