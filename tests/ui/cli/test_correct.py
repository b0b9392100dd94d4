"""zwgk correct: correcting, asking, building again, taking it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Environment, _apply
from tests.loaders.test_build import NOTICE, NUMBER
from tests.ui.cli.test_commands import _wide, embedded_reset, run

__all__ = ["_wide"]

WEEKLY = ("query", "run", "agency/duties", "-p", "agencies=云岭省财政厅", "-p", "frequency=P1W")
SET = ("correct", "set", NUMBER, "1.1#1.1", "frequency", "每周", "--reason", "核对原件", "--who", "张三")


@pytest.fixture
def home(embedded_environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The notice, built into an empty store of which nothing has been corrected; the folder it was built from."""
    _apply(embedded_environment, monkeypatch)
    monkeypatch.delenv("ZWGK_WHO", raising=False)
    own(embedded_environment).unlink(missing_ok=True)
    embedded_reset()
    (tmp_path / "a.txt").write_text(NOTICE, encoding="utf-8")
    run("build", str(tmp_path))
    yield tmp_path
    own(embedded_environment).unlink(missing_ok=True)


def own(environment: Environment) -> Path:
    return Path(environment["ZWGK_HOME"]) / "corrections.jsonl"


def test_correct_ask_build_again_and_take_it_back(home: Path, embedded_environment: Environment) -> None:
    text = run("correct", "find", "岭政办发[2020]7号").stdout
    assert "1.1#1.1  每月 · 渡轮票价" in text
    assert "1.1#1@省财政厅  云岭省财政厅 · 牵头" in text
    assert "渡轮票价" not in run(*WEEKLY).stdout
    said = run(*SET).stdout
    assert "频率 每月 → 每周" in said
    assert "写入 1 个文件" in said
    assert "渡轮票价" in run(*WEEKLY).stdout
    assert "没有变化" in run("build", str(home)).stdout
    assert "渡轮票价" in run(*WEEKLY).stdout
    assert f"{NUMBER} 1.1#1.1  频率 每月 → 每周  核对原件 · 张三" in run("correct", "list").stdout
    assert "已撤销" in run("correct", "undo", "1").stdout
    assert "渡轮票价" not in run(*WEEKLY).stdout
    assert "没有变化" in run("build", str(home)).stdout
    assert own(embedded_environment).read_text("utf-8") == ""


def test_a_finding_marked_wrong_leaves_the_graph_and_deleting_the_line_brings_it_back(
    home: Path, embedded_environment: Environment
) -> None:
    asked = ("query", "run", "agency/duties", "-p", "agencies=云岭省财政厅")
    run("correct", "wrong", NUMBER, "1.1#1@省财政厅", "-r", "印错", "--who", "张三")
    assert "渡轮票价" not in run(*asked).stdout
    assert "body marked wrong" in run("correct", "list", "--lang", "en").stdout
    own(embedded_environment).unlink()
    assert "写入 1 个文件" in run("build", str(home)).stdout
    assert "渡轮票价" in run(*asked).stdout


def test_a_correction_whose_place_is_gone_is_told_by_build_and_by_list(home: Path) -> None:
    run(*SET)
    (home / "a.txt").write_text(NOTICE.replace("按月公布渡轮票价", "公布航线"), encoding="utf-8")
    assert "更正的位置已不在" in run("build", str(home)).stdout
    assert json.loads(run("correct", "list", "--json").stdout)["corrections"][0]["state"] == "gone"
    assert "位置已不在" in run("correct", "list").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "没有的文件", "1.1#1.1", "frequency", "每周"), "没有的文件"),
        (("set", NUMBER, "9.9#1.1", "frequency", "每周"), "9.9#1.1"),
        (("set", NUMBER, "1.1#1.1", "frequency", "常常"), "常常"),
        (("set", NUMBER, "1.1#1.1", "frequency", "每月"), "现在就是"),
        (("set", NUMBER, "1.1#1.1", "role", "牵头"), "没有 role"),
        (("set", NUMBER, "1.1#1", "颜色", "红"), "颜色"),
        (("undo", "7"), "7"),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_writes_nothing(
    home: Path, embedded_environment: Environment, words: tuple[str, ...], told: str
) -> None:
    why = () if words[0] == "undo" else ("-r", "试", "--who", "张三")
    result = run("correct", *words, *why, code=1)
    assert told in result.stdout + result.stderr
    assert not own(embedded_environment).exists()


def test_an_answer_says_who_corrected_its_duty_and_its_agency(home: Path) -> None:
    run("correct", "set", NUMBER, "1.1#1@省财政厅", "角色", "负责", "-r", "看过原件", "--who", "李四")
    asked = run("ask", "云岭省财政厅要公开什么").stdout
    assert "更正：李四" in asked
    assert "看过原件" in asked
    run(*SET)
    text = run("ask", "what must 云岭省财政厅 disclose weekly").stdout
    assert "corrected by 张三, 2" in text
    assert "corrected by 李四" in text
    run("correct", "undo", "2")
    run("correct", "undo", "1")
    assert "更正" not in run("ask", "云岭省财政厅要公开什么").stdout
