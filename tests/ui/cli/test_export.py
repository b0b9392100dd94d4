"""zwgk export: each kind of file, from files and from the graph, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

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
