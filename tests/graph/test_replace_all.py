"""Many whole notices in one transaction: the same graph as one after the other, and nothing of a notice by half."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph import batching, writing
from graph.batching import gather_batches
from graph.errors import Conflict, InvalidGraph, QueryError, QueryTooLarge, StoreError
from graph.store import Store, connect
from graph.values import Edge, Graph, Node
from tests.graph.samples import document, notice

ONE, TWO, THREE = (f"样政发〔2030〕{number}号" for number in (1, 2, 3))
OLD, NEW = "样例省环境保护厅", "样例省生态环境厅"
HALL = "样例省人民政府办公厅"
EVERYTHING = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"


def _in_region_of_its_own(name: str) -> Graph:
    graph = notice(name)
    graph.edges = {key: edge for key, edge in graph.edges.items() if edge.type != "OF_REGION"}
    graph.add_edge(Edge("OF_REGION", "agency:样例省财政厅", "region:中国"))
    return graph


def _of_a_group(name: str) -> Graph:
    graph = notice(name)
    agency = graph.nodes["agency:样例省财政厅"]
    graph.nodes[agency.id] = Node("Agency", agency.id, {**agency.properties, "kind": "group"})
    return graph


SERIES: dict[str, list[tuple[str, Graph]]] = {
    "sharing agencies": [(ONE, notice(ONE)), (TWO, notice(TWO, tasks=[])), (THREE, notice(THREE))],
    "citing one that comes later": [(ONE, notice(ONE, cites=[TWO])), (TWO, notice(TWO, title="题", level="city"))],
    "citing one that came before": [(TWO, notice(TWO, title="题", level="city")), (ONE, notice(ONE, cites=[TWO]))],
    "one that is cited with its issuer": [
        (ONE, notice(ONE, cites=[TWO], issuers={TWO: HALL})),
        (TWO, notice(TWO, issuers={TWO: HALL})),
        (THREE, notice(THREE, cites=[TWO], issuers={TWO: "样例省人民政府"})),
    ],
    "of one region, then another": [(ONE, notice(ONE)), (TWO, _in_region_of_its_own(TWO))],
    "of one kind, then another": [(ONE, notice(ONE)), (TWO, _of_a_group(TWO)), (THREE, notice(THREE))],
    "with a successor, then without": [
        (ONE, notice(ONE, agencies=[OLD], heirs=[(OLD, NEW)])),
        (TWO, notice(TWO, agencies=[OLD])),
    ],
    "one twice": [(ONE, notice(ONE, title="旧")), (TWO, notice(TWO)), (ONE, notice(ONE, tasks=["9.9#1"]))],
    "read again with less": [
        (ONE, notice(ONE, agencies=[OLD, NEW], cites=[THREE])),
        (TWO, notice(TWO, agencies=[NEW])),
        (ONE, notice(ONE, agencies=[OLD])),
        (TWO, notice(TWO, tasks=[])),
    ],
}


def everything(store: Store) -> Graph:
    return store.graph(EVERYTHING)


def _parts(series: list[tuple[str, Graph]]) -> Iterator[tuple[str, Graph]]:
    return ((document(name), graph) for name, graph in series)


@pytest.mark.parametrize("series", SERIES.values(), ids=SERIES)
def test_the_graph_is_that_of_one_notice_after_the_other(store: Store, series: list[tuple[str, Graph]]) -> None:
    for name, graph in series:
        store.replace(document(name), graph)
    expected = everything(store)
    store._connection.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())

    done = list(store.replace_all(_parts(series)))
    assert everything(store) == expected
    assert [name for stored in done for name in stored.documents] == [document(name) for name, _ in series]
    assert not any(stored.error for stored in done)
    again = [stored.change for stored in store.replace_all(_parts(series[-1:]))]
    assert not any(again)


def test_notices_share_a_transaction_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    series = [(document(f"岭〔2030〕{number}号"), notice(f"岭〔2030〕{number}号")) for number in range(10)]
    assert [len(batch.parts) for batch in gather_batches(iter(series))] == [10]

    monkeypatch.setattr(batching, "ROWS", 45)
    assert [len(batch.parts) for batch in gather_batches(iter(series))] == [3, 3, 3, 1]
    monkeypatch.setattr(batching, "ROWS", 1)
    assert [len(batch.parts) for batch in gather_batches(iter(series))] == [1] * 10


def test_notices_with_much_text_go_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "BYTES", 20_000)
    series = []
    for number in range(4):
        graph = notice(f"岭〔2030〕{number}号")
        copy = {"document": document(f"岭〔2030〕{number}号"), "source": "a.txt", "sha256": "0" * 64}
        graph.add_node(Node("Copy", f"copy:{number}", {**copy, "text": "政" * 4_000}))
        series.append((document(f"岭〔2030〕{number}号"), graph))
    assert [len(batch.parts) for batch in gather_batches(iter(series))] == [1, 1, 1, 1]


def test_a_graph_that_breaks_the_schema_keeps_no_other_out(store: Store) -> None:
    broken = notice(TWO)
    broken.add_node(Node("Bureau", "bureau:1", {}))
    done = list(store.replace_all(_parts([(ONE, notice(ONE)), (TWO, broken), (THREE, notice(THREE))])))

    errors = {stored.documents: stored.error for stored in done}
    assert isinstance(errors.pop((document(TWO),)), InvalidGraph)
    assert errors == {(document(ONE), document(THREE)): None}
    assert {node.id for node in everything(store).of_label("Document")} == {document(ONE), document(THREE)}


@pytest.mark.parametrize("error", [QueryError("refused"), Conflict("at once"), QueryTooLarge()])
def test_when_a_batch_fails_its_notices_go_one_by_one(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: StoreError
) -> None:
    """The middle one fails whatever it is stored with, as late as can be: its nodes were merged already."""
    before = notice(TWO, title="原来的")
    store.replace(document(TWO), before)
    write: Callable[..., Any] = writing._write_edges

    def refusing(tx: Any, graph: Graph, *others: Any) -> Any:
        if graph.nodes.get("task:bad"):
            raise error
        return write(tx, graph, *others)

    monkeypatch.setattr(writing, "_write_edges", refusing)
    monkeypatch.setattr("graph.store._ATTEMPTS", 2)
    bad = notice(TWO)
    bad.add_node(Node("Task", "task:bad", {"number": "1", "document": document(TWO)}))
    done = list(store.replace_all(_parts([(ONE, notice(ONE)), (TWO, bad), (THREE, notice(THREE))])))

    assert [(stored.documents, stored.error) for stored in done] == [
        ((document(ONE),), None),
        ((document(TWO),), error),
        ((document(THREE),), None),
    ]
    expected = Graph()
    for graph in (before, notice(ONE), notice(THREE)):
        expected.update(graph)
    assert everything(store) == expected


def test_what_was_told_as_stored_stays_when_the_rest_is_broken_off(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "ROWS", 45)
    told: list[str] = []

    def series() -> Iterator[tuple[str, Graph]]:
        for number in range(8):
            yield document(f"岭〔2030〕{number}号"), notice(f"岭〔2030〕{number}号")
        raise KeyboardInterrupt

    def load() -> None:
        for stored in store.replace_all(series()):
            told.extend(stored.documents)

    with pytest.raises(KeyboardInterrupt):
        load()
    assert len(told) == 6
    held = {node.id for node in everything(store).of_label("Document")}
    assert held == set(told)


def test_readers_see_whole_batches(store: Store) -> None:
    names = [f"岭〔2030〕{number}号" for number in range(12)]
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        with connect("reader") as reader:
            while not done.is_set():
                seen.add(reader.table("MATCH (t:Task) RETURN count(t)").rows[0][0])

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for tasks in (30, 0, 30, 0):
            many = [f"1.{number}#1" for number in range(tasks)]
            assert len(list(store.replace_all((document(name), notice(name, tasks=many)) for name in names))) == 1
    finally:
        done.set()
        thread.join()
    assert seen <= {0, 12 * 30}


def test_what_notices_share_is_sent_once_in_a_run(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "ROWS", 1)
    sent: list[str] = []
    put: Callable[..., Any] = writing._put

    def listening(tx: Any, statement: str, rows: list[Any], counter: str) -> Any:
        sent.extend(row["id"] for row in rows if "id" in row)
        return put(tx, statement, rows, counter)

    monkeypatch.setattr(writing, "_put", listening)
    series = [(name, notice(name)) for name in (ONE, TWO, THREE)]
    list(store.replace_all(_parts(series)))

    assert sent.count("agency:样例省财政厅") == 1
    assert sent.count(document(THREE)) == 1
    expected = Graph()
    for _, graph in series:
        expected.update(graph)
    assert everything(store) == expected


def test_what_another_writer_took_out_meanwhile_is_sent_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second notice leaves the agency out, which by then is gone with the first."""
    monkeypatch.setattr(batching, "ROWS", 1)
    done = store.replace_all(_parts([(ONE, notice(ONE)), (TWO, notice(TWO))]))
    assert next(done).documents == (document(ONE),)
    with connect("writer") as other:
        other.remove(document(ONE))

    assert [stored.error for stored in done] == [None]
    assert everything(store) == notice(TWO)
