"""CSV for neo4j-admin: imported by the real tool, then queried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from graph.dump import Counts
from graph.errors import DumpError
from graph.import_files import export_store, write_import_files
from graph.store import Store, connect
from graph.values import Edge, Graph, Node
from tests.conftest import _apply, _neo4j_server, _skip_neo4j
from tests.graph.samples import document, notice
from tests.graph.test_store import everything

ONE, TWO = "样政发〔2030〕1号", "样政发〔2030〕2号"
ODD = '扩展字𠮷 "引号", \\ 分号;竖线| \u3000\r\n第二行\t😀 \\'


def _graph() -> Graph:
    """Every kind of property, with what breaks CSV: quotes, commas, line ends, the empty text, absent values."""
    graph = notice(ONE, cites=[TWO], title=ODD, instrument="", instrument_year=2030, addressees=["甲,乙", ODD])
    graph.update(notice(TWO, agencies=["样例省教育厅"], heirs=[("样例省教育厅", "样例省教科厅")], level=None))
    graph.nodes[document(TWO)] = Node("Document", document(TWO), {"caption": TWO, "number": TWO, "held": True})
    return graph


def test_files_headers_and_arguments(tmp_path: Path) -> None:
    graph = Graph()
    graph.add_node(Node("Region", "region:甲", {"name": '甲"', "level": ""}))
    graph.add_edge(Edge("WITHIN", "region:甲", "region:甲"))
    counts = write_import_files([*graph.edges.values(), *graph.nodes.values()], tmp_path / "new")

    assert counts == Counts(1, 1)
    files = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new").iterdir()}
    assert files["nodes-Region.csv"] == 'id:ID,name:string,level:string,code:string\n"region:甲","甲""","",\n'
    assert files["edges-WITHIN.csv"] == ':START_ID,:END_ID\n"region:甲","region:甲"\n'
    named = "--nodes=Region=nodes-Region.csv\n--relationships=WITHIN=edges-WITHIN.csv\n"
    assert files["import.args"].startswith(named)
    assert files["schema.cypher"].startswith("CREATE CONSTRAINT document_id IF NOT EXISTS")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(DumpError, match="not empty"):
        write_import_files([], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_what_the_schema_does_not_know_is_told(store: Store, tmp_path: Path) -> None:
    store._connection.write(lambda tx: tx.run("CREATE (:Note {text: 'x'})").consume())
    with pytest.raises(DumpError, match="other programs"):
        export_store(store, tmp_path / "new")


@pytest.fixture
def neo4j(tmp_path: Path) -> Iterator[tuple[ModuleType, Path]]:
    """The tools of a Neo4j and an empty home for it."""
    server, home = _neo4j_server(), tmp_path / "neo4j"
    try:
        server.install()
    except server.MissingTool as error:
        _skip_neo4j(str(error))
    yield server, home
    server.stop(home)


def test_the_real_tool_imports_the_very_graph(
    embedded_store: Store, neo4j: tuple[ModuleType, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, folder = _graph(), tmp_path / "files"
    embedded_store.load([*graph.nodes.values(), *graph.edges.values()])
    assert export_store(embedded_store, folder) == Counts(len(graph.nodes), len(graph.edges))
    held = everything(embedded_store)

    server, home = neo4j
    server.admin(home, "database", "import", "full", "@import.args", "neo4j", folder=folder)
    _apply(server.start(home), monkeypatch)
    with connect("writer") as imported:
        for statement in (folder / "schema.cypher").read_text().split(";\n")[:-1]:
            imported._connection.write(lambda tx, text=statement: tx.run(text).consume())  # type: ignore[misc]
        assert everything(imported) == held
        assert held.nodes[document(ONE)].properties["title"] == ODD
        assert imported.remove(document(ONE)).nodes_deleted > 3
