"""A folder of notices into a store."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graph.errors import QueryError
from graph.schema import ROLE_EDGES
from graph.store import Change, Stored
from graph.validate import check, check_owner
from graph.values import Graph
from loaders import build as building
from loaders.build import build
from loaders.errors import ReadError
from loaders.resolve.decisions import Decision, Decisions
from tests.loaders.sample import HEAD, NOTICES

BODY = (
    "一、水运\n（一）票价信息。按月公布渡轮票价。（省财政厅牵头落实）\n（二）班次信息。公布班次。（省交通运输厅负责）\n"
)
NOTICE = HEAD + BODY
VERIFIED = NOTICES.parent / "verified"
NUMBER = "岭政办发〔2020〕7号"


@dataclass
class MemoryStore:
    """A store in memory that refuses what a real one would refuse."""

    graphs: dict[str, Graph] = field(default_factory=dict)
    prepared: int = 0
    calls: list[str] = field(default_factory=list)

    def prepare(self) -> None:
        self.prepared += 1

    def fingerprints(self) -> dict[str, str]:
        return {id_: str(graph.nodes[id_].properties["fingerprint"]) for id_, graph in self.graphs.items()}

    def held(self) -> list[dict[str, Any]]:
        nodes = [(id_, graph.nodes[id_].properties) for id_, graph in self.graphs.items()]
        rows = [{"id": id_, **{name: own.get(name) for name in ("caption", "issuer", "region")}} for id_, own in nodes]
        titles = [[own[name] for name in ("title", "instrument") if name in own] for _, own in nodes]
        return [{**row, "titles": found} for row, found in zip(rows, titles, strict=True)]

    def replace(self, document: str, graph: Graph) -> Change:
        assert check(graph) == []
        assert check_owner(graph, document) == []
        old = self.graphs.get(document, Graph())
        self.graphs[document] = graph
        self.calls.append(document)
        gained = len(graph.nodes.keys() - old.nodes.keys()), len(graph.edges.keys() - old.edges.keys())
        lost = len(old.nodes.keys() - graph.nodes.keys()), len(old.edges.keys() - graph.edges.keys())
        return Change(nodes_created=gained[0], nodes_deleted=lost[0], edges_created=gained[1], edges_deleted=lost[1])

    def replace_all(self, parts: Iterable[tuple[str, Graph]]) -> Iterator[Stored]:
        for document, graph in parts:
            yield Stored((document,), self.replace(document, graph))


def numbered(serial: int) -> str:
    return NOTICE.replace(NUMBER, f"岭政办发〔2020〕{serial}号")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x7fELF\x00\x00\x01", id="binary"),
        pytest.param(b"\xe5\x85" + b"\n" * 21_000_000, id="21 MB"),
        pytest.param(codecs.BOM_UTF8 + NOTICE.encode()[:-2], id="broken UTF-8"),
        pytest.param(bytes(range(0x80, 0xFF)) * 20, id="noise"),
    ],
)
def test_a_bad_file_is_an_issue_and_the_rest_is_built(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "bad.txt").write_bytes(raw)
    (tmp_path / "good.txt").write_text(NOTICE, encoding="utf-8")
    store = MemoryStore()
    report = build([tmp_path], store)
    [issue] = [issue for issue in report.issues if issue.level == "error"]
    assert issue.where.endswith("bad.txt")
    assert issue.what
    assert issue.mend
    assert report.written == [f"document:{NUMBER}"] == list(store.graphs)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(NOTICE.encode("gb18030"), id="GB18030"),
        pytest.param(codecs.BOM_UTF16_LE + NOTICE.encode("utf-16-le"), id="UTF-16 with its mark"),
        pytest.param(codecs.BOM_UTF16_BE + NOTICE.encode("utf-16-be"), id="big-endian UTF-16"),
        pytest.param(NOTICE.replace("\n", "\r\n").encode(), id="CRLF"),
    ],
)
def test_other_encodings_give_the_same_findings(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    report = build([tmp_path], MemoryStore())
    assert report.issues == []
    [[notice]] = report.groups
    assert [body.name for task in notice.tasks for body in task.agencies] == ["云岭省财政厅", "云岭省交通运输厅"]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    for serial in (7, 8, 9):
        (tmp_path / f"{serial}.txt").write_text(numbered(serial), encoding="utf-8")
    store = MemoryStore()
    first = build([tmp_path], store)
    assert (len(first.written), first.unchanged) == (3, [])
    assert first.nodes_created > 3
    store.calls.clear()
    second = build([tmp_path], store)
    assert (second.written, store.calls) == ([], [])
    assert sorted(second.unchanged) == sorted(first.written)
    assert (second.nodes_created, second.edges_created, second.nodes_deleted, second.edges_deleted) == (0, 0, 0, 0)


def test_a_changed_file_is_written_again_and_only_it(tmp_path: Path) -> None:
    for serial in (7, 8):
        (tmp_path / f"{serial}.txt").write_text(numbered(serial), encoding="utf-8")
    store = MemoryStore()
    build([tmp_path], store)
    (tmp_path / "8.txt").write_text(
        numbered(8).replace("（二）班次信息。公布班次。（省交通运输厅负责）\n", ""), encoding="utf-8"
    )
    report = build([tmp_path], store)
    assert report.written == ["document:岭政办发〔2020〕8号"]
    assert report.unchanged == ["document:岭政办发〔2020〕7号"]
    assert report.nodes_deleted > 0


def test_a_new_copy_makes_a_document_be_written_again(tmp_path: Path) -> None:
    shutil.copy(NOTICES / "01-yunling-2021.txt", tmp_path)
    store = MemoryStore()
    build([tmp_path], store)
    shutil.copy(NOTICES / "02-yunling-2021-hant.txt", tmp_path)
    report = build([tmp_path], store)
    assert len(report.written) == 1
    assert report.nodes_created == 1


def test_a_new_version_of_the_rules_reads_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    store = MemoryStore()
    build([tmp_path], store)
    monkeypatch.setattr(building, "VERSION", "another")
    assert len(build([tmp_path], store).written) == 1


def test_a_decision_rewrites_the_documents_it_touches_and_taking_it_back_restores_them(tmp_path: Path) -> None:
    (tmp_path / "7.txt").write_text(numbered(7).replace("省财政厅", "省渡轮所"), encoding="utf-8")
    (tmp_path / "8.txt").write_text(numbered(8), encoding="utf-8")
    same = Decision("省渡轮所", "云岭省渡轮中心", "same", "改名", "张三", "2026-11-22T10:00:00+08:00")
    store = MemoryStore()
    build([tmp_path], store)
    before = dict(store.graphs)
    report = build([tmp_path], store, decisions=Decisions((same,)))
    assert report.written == ["document:岭政办发〔2020〕7号"]
    assert "agency:云岭省渡轮中心" in store.graphs["document:岭政办发〔2020〕7号"].nodes
    assert [issue for issue in report.issues if "渡轮" in issue.what] == []
    assert build([tmp_path], store, decisions=Decisions((same,))).written == []
    assert build([tmp_path], store).written == report.written
    assert store.graphs == before


def test_a_decision_holds_for_what_readers_verified_too() -> None:
    store = MemoryStore()
    build([VERIFIED], store)
    document = "document:黑政办发〔2017〕22号"
    same = Decision("黑龙江省财政厅", "黑龙江省财政部门", "same", "试", "张三", "2026-11-22T10:00:00+08:00")
    report = build([VERIFIED], store, decisions=Decisions((same,)))
    assert report.written == [document]
    assert "agency:黑龙江省财政厅" not in store.graphs[document].nodes
    rules = {
        edge.properties["rule"]
        for edge in store.graphs[document].edges.values()
        if edge.source == "agency:黑龙江省财政部门" and edge.type in ROLE_EDGES.values()
    }
    assert rules == {"verified/decision"}


def test_a_renamed_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    store = MemoryStore()
    build([tmp_path], store)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert build([tmp_path], store).written == []


def test_the_sample_notices() -> None:
    report = build([NOTICES], store := MemoryStore())
    assert (len(report.groups), report.copies, len(store.graphs)) == (7, 8, 7)
    [pair] = [group for group in report.groups if len(group) > 1]
    assert [copy.copy.source for copy in pair] == ["01-yunling-2021.txt", "02-yunling-2021-hant.txt"]
    assert [issue.what for issue in report.issues if issue.level == "error"] == []
    assert report.tasks == sum(len(group[0].tasks) for group in report.groups)


def test_a_sample_notice_cites_another_one_that_is_held() -> None:
    build([NOTICES], store := MemoryStore())
    cites = {edge.target for edge in store.graphs["document:青政办发〔2021〕33号"].of_type("CITES")}
    assert "document:岭政办发〔2021〕18号" in cites


CITING = NOTICE.replace("公布班次。", "根据《渡口管理办法》公布班次。")
RULES = """云岭省人民政府关于印发渡口管理办法的通知
岭政发〔2018〕5号
各市人民政府：
现将《渡口管理办法》印发给你们。
云岭省人民政府
2018年4月9日
渡口管理办法
一、票价
公布票价。（省财政厅负责）
"""


def cited(store: MemoryStore) -> set[str]:
    return {edge.target for edge in store.graphs[f"document:{NUMBER}"].of_type("CITES")}


def test_a_document_that_comes_later_is_found_by_those_that_cited_its_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CITING, encoding="utf-8")
    build([tmp_path], store := MemoryStore())
    assert "document:岭政发〔2018〕5号" not in cited(store)
    (tmp_path / "b.txt").write_text(RULES, encoding="utf-8")
    report = build([tmp_path], store)
    assert set(report.written) == {f"document:{NUMBER}", "document:岭政发〔2018〕5号"}
    assert "document:岭政发〔2018〕5号" in cited(store)
    assert build([tmp_path], store).written == []


def test_a_document_of_an_earlier_build_is_found_by_its_title(tmp_path: Path) -> None:
    for name, text in (("a", RULES), ("b", CITING)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
    store = MemoryStore()
    build([tmp_path / "a"], store)
    build([tmp_path / "b"], store)
    assert "document:岭政发〔2018〕5号" in cited(store)


def test_a_title_that_two_held_documents_bear_is_an_issue_and_leads_to_neither(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CITING, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RULES, encoding="utf-8")
    (tmp_path / "c.txt").write_text(RULES.replace("2018", "2016"), encoding="utf-8")
    report = build([tmp_path], store := MemoryStore())
    [issue] = [issue for issue in report.issues if "渡口管理办法" in issue.what]
    assert (issue.level, issue.where.partition(":")[0]) == ("note", "a.txt")
    assert "岭政发〔2016〕5号" in issue.what
    assert "岭政发〔2018〕5号" in issue.what
    assert not cited(store) & {"document:岭政发〔2018〕5号", "document:岭政发〔2016〕5号"}


def test_a_deadline_before_the_notices_own_date_is_a_warning(tmp_path: Path) -> None:
    text = NOTICE.replace("公布班次。", "2020年2月底前公布班次。")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    report = build([tmp_path], MemoryStore())
    assert [issue.level for issue in report.issues] == ["warning"]
    assert "2020-02-29" in report.issues[0].what


def test_a_file_that_is_no_notice_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("今天的渡轮照常开航。\n", encoding="utf-8")
    report = build([tmp_path], MemoryStore())
    assert {issue.level for issue in report.issues} == {"warning"}
    assert len(report.written) == 1


def test_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    build([tmp_path], MemoryStore(), lambda *step: told.append(step))
    assert told == [("a.txt", 0, 1), ("", 1, 1), (NUMBER, 0, 1)]


def test_a_path_that_does_not_exist_is_said_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    store = MemoryStore()
    with pytest.raises(ReadError, match="没有这个文件"):
        build([tmp_path, tmp_path / "gone"], store)
    assert store.calls == []


def test_an_empty_folder_writes_nothing(tmp_path: Path) -> None:
    report = build([tmp_path], store := MemoryStore())
    assert (report.groups, report.issues, store.calls) == ([], [], [])


def test_a_document_that_the_store_refuses_is_an_issue_and_the_rest_is_stored(tmp_path: Path) -> None:
    class Refusing(MemoryStore):
        def replace_all(self, parts: Iterable[tuple[str, Graph]]) -> Iterator[Stored]:
            for document, graph in parts:
                if "2号" in document:
                    yield Stored((document,), Change(), QueryError("too large"))
                else:
                    yield from super().replace_all([(document, graph)])

    for serial in (1, 2, 3):
        (tmp_path / f"{serial}.txt").write_text(numbered(serial), encoding="utf-8")
    store = Refusing()
    report = build([tmp_path], store)  # type: ignore[arg-type]

    assert [len(found) for found in (report.written, report.refused, store.graphs)] == [2, 1, 2]
    assert [(issue.level, issue.where, issue.what) for issue in report.issues if issue.level == "error"] == [
        ("error", report.refused[0], "too large")
    ]
    assert len(build([tmp_path], MemoryStore()).written) == 3  # type: ignore[arg-type]
