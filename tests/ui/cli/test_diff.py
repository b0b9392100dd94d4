"""zwgk diff: what it prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaders.sample import NOTICES
from tests.ui.cli.test_commands import SMALL, _wide, embedded_reset, run

__all__ = ["_wide"]

NUMBER = "岭政办发〔2020〕7号"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two copies that differ in a rhythm, and another document."""
    (tmp_path / "a.txt").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SMALL.replace("按月", "按季度"), encoding="utf-8")
    (tmp_path / "c.txt").write_text((NOTICES / "06-liupu-2023.txt").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [("a.txt", "b.txt"), (NUMBER, "a.txt", "b.txt", "c.txt"), ("岭政办发[2020]7号", ".")])
def test_two_files_or_a_number_among_files(folder: Path, words: tuple[str, ...]) -> None:
    named = [str(folder / word) if word.endswith((".txt", ".")) else word for word in words]
    text = run("diff", *named, code=1).stdout
    assert "a.txt ↔ b.txt" in text
    assert "【月】在省政府网站" in text
    assert "义务 1.1#1.1 频率 每月 ↔ 每季度" in text
    assert "1 处文字不同，1 项发现不同" in text


def test_in_english(folder: Path) -> None:
    text = run("diff", str(folder / "a.txt"), str(folder / "b.txt"), "--lang", "en", code=1).stdout
    assert "duty 1.1#1.1 frequency monthly ↔ quarterly" in text.lower().replace("every quarter", "quarterly").replace(
        "every month", "monthly"
    )
    assert "1 places differ" in text


def test_the_same(folder: Path) -> None:
    (folder / "b.txt").write_text(SMALL.replace("，", ","), encoding="utf-8")
    assert "没有不同" in run("diff", str(folder / "a.txt"), str(folder / "b.txt")).stdout


def test_json(folder: Path) -> None:
    value = json.loads(run("diff", str(folder / "a.txt"), str(folder / "b.txt"), "--json", code=1).stdout)
    assert value["same"] is False
    assert [found["kind"] for found in value["comparisons"][0]["differences"]] == ["date"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a.txt", "c.txt"), "不是同一份文件"),
        (("a.txt",), "只有 1 份"),
        (("柳政办函〔2023〕27号", "a.txt", "c.txt"), "只有 1 份"),
        (("a.txt", "gone.txt"), "没有这个文件"),
        (("a.txt", "bad.txt"), "bad.txt"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence_and_2(folder: Path, words: tuple[str, ...], told: str) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01")
    named = [str(folder / word) if word.endswith(".txt") else word for word in words]
    assert told in run("diff", *named, code=2).stderr


def test_the_copies_of_the_store(folder: Path, embedded_engine: str) -> None:
    embedded_reset()
    text = run("build", str(folder)).stdout
    assert f"zwgk diff {NUMBER}" in text
    assert "a.txt ↔ b.txt" in run("diff", NUMBER, code=1).stdout
    assert "2020年云岭省政务公开工作要点" not in run("diff", "2020年云岭省政务公开工作要点", code=1).stdout
    assert "没有这个文号" not in run("diff", "岭政办发〔2020〕8号", code=2).stderr
    embedded_reset()
