"""zwgk export: each kind of file, from files and from the graph, and what it says when it cannot."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from graph.store import connect
from tests.conftest import Environment, _apply
from tests.ui.cli.test_commands import embedded_reset, run
from tests.ui.files.sample import NOTICE, SMALL
from ui.cli import console


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZWGK_LANG", raising=False)
    for screen in (console.out, console.err):
        monkeypatch.setattr(screen, "width", 240)


@pytest.fixture(scope="module")
def held(embedded_environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with the small notice and the first sample; the folder they were built from."""
    folder = tmp_path_factory.mktemp("notices")
    (folder / "a.txt").write_text(SMALL, encoding="utf-8")
    (folder / "b.txt").write_bytes(NOTICE.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        _apply(embedded_environment, patch)
        embedded_reset()
        run("build", str(folder))
        yield folder


def _cells(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for page in load_workbook(path) for row in page.iter_rows()]


@pytest.mark.parametrize("layout", ["lead", "limit", "body"])
def test_tasks_from_the_graph_are_those_from_the_files(held: Path, tmp_path: Path, layout: str) -> None:
    one, other = tmp_path / "files.xlsx", tmp_path / "graph.xlsx"
    run("export", "tasks", str(held / "a.txt"), "--layout", layout, "-o", str(one))
    text = run("export", "tasks", "-d", "岭政办发〔2020〕7号", "--layout", layout, "-o", str(other)).stdout
    assert "待核" in text
    assert _cells(one) == _cells(other)


def test_tasks_of_all_notices_of_the_graph(held: Path, tmp_path: Path) -> None:
    text = run("export", "tasks", "-o", str(tmp_path / "t.xlsx"), "--lang", "en").stdout
    assert "2 sheets" in text
    assert load_workbook(tmp_path / "t.xlsx").sheetnames == ["岭政办发〔2020〕7号", "岭政办发〔2021〕18号"]


def test_a_notice_that_is_not_held(held: Path, tmp_path: Path) -> None:
    text = run("export", "tasks", "-d", "岭政办发〔1999〕1号", "-o", str(tmp_path / "t.xlsx"), code=1).stderr
    assert "图里没有文件" in text
    assert "document/list" in text


def test_an_ending_that_is_none_of_ours(tmp_path: Path) -> None:
    text = run("export", "tasks", str(NOTICE), "-o", str(tmp_path / "t.pdf"), code=1).stderr
    assert ".xlsx、.docx、.csv" in text


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    assert "写不了" in run("export", "tasks", str(NOTICE), "-o", str(tmp_path / "no" / "t.xlsx"), code=1).stderr


def test_files_or_notices_of_the_graph_not_both(tmp_path: Path) -> None:
    assert "只能给一样" in run("export", "tasks", str(NOTICE), "-d", "x", code=1).stderr


def test_no_such_file() -> None:
    assert "没有这个文件" in run("export", "tasks", "gone.txt", code=1).stderr


@pytest.mark.parametrize("kind", ["graphml", "csv", "parquet", "turtle", "jsonld", "cypher"])
def test_open_data_from_the_graph_and_from_files(held: Path, tmp_path: Path, kind: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    told = [run("export", kind, "-o", str(one)).stdout, run("export", kind, str(held), "-o", str(other)).stdout]
    counts = [re.search(r"(\d+) 个节点，(\d+) 条关系", text) for text in told]
    assert counts[0] is not None
    assert counts[1] is not None
    assert int(counts[0][1]) > 300
    assert counts[0].groups() == counts[1].groups()
    assert one.exists()


def test_calendar(held: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    text = run("export", "calendar", "-d", "岭政办发〔2020〕7号", "-o", str(path)).stdout
    assert "3 项有日期或按期，1 项待办" in text
    assert "1 项只说及时、定期等，2 项没有时间要求" in text
    assert path.read_text("utf-8").count("BEGIN:VEVENT") == 3


def test_calendar_of_an_agency_with_a_day_to_count_from(held: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.ics"
    words = ("-d", "岭政办发〔2020〕7号", "-a", "云岭省财政厅", "--count-from", "2017-09-25", "-o", str(path))
    run("export", "calendar", *words)
    text = path.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20171027" in text


def test_calendar_of_nobody(held: Path, tmp_path: Path) -> None:
    assert (
        "没有“飞碟厅”的义务" in run("export", "calendar", "-a", "飞碟厅", "-o", str(tmp_path / "c.ics"), code=1).stderr
    )


def test_catalogue_from_the_graph_is_that_from_the_files(held: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "files.xlsx", tmp_path / "graph.xlsx"
    run("export", "catalogue", str(held / "a.txt"), "-o", str(one))
    assert "1 张表" in run("export", "catalogue", "-d", "岭政办发〔2020〕7号", "-o", str(other)).stdout
    assert _cells(one) == _cells(other)


def test_the_evidence_of_an_answer(held: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.zip"
    assert "0 条与来源不符" in run("export", "pack", "省财政厅每月必须公开什么？", "-o", str(path)).stdout
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    clauses = json.loads(files["clauses.json"])
    texts = {name: content.decode() for name, content in files.items() if name.startswith("sources/")}
    originals = json.loads(files["versions.json"])["sources"]
    by_copy = {entry["copy"]: texts[f"sources/{entry['file']}"] for entry in originals}
    assert len(clauses) >= 2
    assert all(by_copy[c["copy"]][c["start"] : c["end"]] == c["text"] for c in clauses)
    bytes_of = {hashlib.sha256((held / name).read_bytes()).hexdigest() for name in ("a.txt", "b.txt")}
    assert {entry["sha256_of_original_file"] for entry in originals} <= bytes_of
    report = files["report.html"].decode()
    assert "<svg" in report
    assert "渡轮票价" in report
    assert "<script" not in report
    parameters = json.loads(files["parameters.json"])["parameters"]
    with connect("reader") as store:
        again = store.table(files["query.cypher"].decode(), parameters)
    assert len(again.rows) == len(json.loads(files["rows.json"]))


def test_no_evidence_without_rows(held: Path, tmp_path: Path) -> None:
    text = run("export", "pack", "飞碟几点起飞", "-o", str(tmp_path / "e.zip"), code=1).stderr
    assert "没有可打包的行" in text
    assert not (tmp_path / "e.zip").exists()
