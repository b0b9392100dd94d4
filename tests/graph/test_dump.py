"""The graph in a file and back, from and to every engine."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from graph import dump
from graph.dump import Counts, check_dump, read_dump, write_dump
from graph.errors import DumpError
from graph.store import Store
from graph.values import Edge, Graph, Node
from tests.graph.samples import document, notice
from tests.graph.test_store import everything

ONE, TWO = "样政发〔2030〕1号", "样政发〔2030〕2号"
ODD = '扩展字𠮷 "\\ \u3000\n\t 😀 \u2028'


def _fill(store: Store) -> Graph:
    store.replace(document(ONE), notice(ONE, cites=[TWO, "别号"], title=ODD, fingerprint="f", instrument_year=2030))
    store.replace(document(TWO), notice(TWO, agencies=["样例省教育厅"], heirs=[("样例省教育厅", "样例省教科厅")]))
    return everything(store)


def test_a_dump_gives_back_the_very_graph(store: Store, tmp_path: Path) -> None:
    graph = _fill(store)
    counts = write_dump(store, tmp_path / "d.gz")
    assert counts == Counts(len(graph.nodes), len(graph.edges)) == check_dump(tmp_path / "d.gz")
    assert [path.name for path in tmp_path.iterdir()] == ["d.gz"]

    for name in (ONE, TWO):
        store.remove(document(name))
    assert everything(store) == Graph()
    store.load(read_dump(tmp_path / "d.gz"))
    assert everything(store) == graph
    assert not store.replace(
        document(TWO), notice(TWO, agencies=["样例省教育厅"], heirs=[("样例省教育厅", "样例省教科厅")])
    )


def test_a_load_tells_how_far_it_is_and_wants_an_empty_store(store: Store, tmp_path: Path) -> None:
    graph = notice(ONE)
    told: list[int] = []
    store.load([*graph.nodes.values(), *graph.edges.values()], told.append)
    assert told == sorted(told)
    assert told[-1] == len(graph.nodes) + len(graph.edges)
    with pytest.raises(DumpError, match="not empty"):
        store.load([])


def test_what_others_wrote_into_the_store_is_not_lost_in_silence(store: Store, tmp_path: Path) -> None:
    _fill(store)
    store._connection.write(lambda tx: tx.run("CREATE (:Note {text: 'x'})").consume())
    with pytest.raises(DumpError, match="other programs"):
        write_dump(store, tmp_path / "d.gz")
    assert list(tmp_path.iterdir()) == []


def test_a_dump_during_which_somebody_builds_is_refused(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dump._write

    def writing(store: Store, file: object) -> Counts:
        counts = whole(store, file)
        store.replace(document(TWO), notice(TWO, fingerprint="g"))
        return counts

    monkeypatch.setattr(dump, "_write", writing)
    with pytest.raises(DumpError, match="meanwhile"):
        write_dump(embedded_store, tmp_path / "d.gz")


HEAD = {"zwgk": 1, "engine": "x"}
REGION = {"label": "Region", "id": "region:甲", "properties": {"name": "甲"}}


def _packed(*lines: object) -> bytes:
    return gzip.compress("".join(json.dumps(line) + "\n" for line in lines).encode())


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no dump"),
        (b"not gzip at all", "cannot be read"),
        (_packed(HEAD, REGION, {"end": {"nodes": 1, "edges": 0}})[:-12], "cannot be read"),
        (_packed(HEAD, REGION), "cut short"),
        (_packed(HEAD, REGION, {"end": {"nodes": 2, "edges": 0}}), "cut short"),
        (_packed({"a": 1}), "no dump"),
        (_packed([1]), "no dump"),
        (_packed({"zwgk": 2}), "format 2"),
        (_packed(HEAD, {"label": "Region"}), "cannot be read"),
    ],
)
def test_a_file_that_is_no_whole_dump(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "d.gz"
    path.write_bytes(raw)
    with pytest.raises(DumpError, match=says):
        check_dump(path)


def test_reading_a_dump(tmp_path: Path) -> None:
    path = tmp_path / "d.gz"
    edge = {"type": "WITHIN", "source": "region:甲", "target": "region:甲", "properties": {}}
    path.write_bytes(_packed(HEAD, REGION, edge, {"end": {"nodes": 1, "edges": 1}}))
    assert list(read_dump(path)) == [
        Node("Region", "region:甲", {"name": "甲"}),
        Edge("WITHIN", "region:甲", "region:甲", {}),
    ]
