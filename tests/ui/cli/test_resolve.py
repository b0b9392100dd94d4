"""zwgk resolve: deciding, building, asking, taking it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Environment, _apply
from tests.loaders.sample import HEAD
from tests.ui.cli.test_commands import _wide, embedded_reset, run

__all__ = ["_wide"]

TEXT = (
    HEAD + "一、水运\n（一）票价信息。公布渡轮票价。（省渡轮所牵头）\n（二）班次信息。公布班次。（省交通运输厅负责）\n"
)
SAME = ("resolve", "same", "省渡轮所", "云岭省交通运输厅", "--reason", "并入", "--who", "张三")
ASK = ("query", "run", "agency/duties", "-p", "agencies=云岭省交通运输厅")


@pytest.fixture
def home(embedded_environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The notice, built into an empty store whose user has decided nothing yet; the folder it was built from."""
    _apply(embedded_environment, monkeypatch)
    monkeypatch.delenv("ZWGK_WHO", raising=False)
    own(embedded_environment).unlink(missing_ok=True)
    embedded_reset()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run("build", str(tmp_path))
    yield tmp_path
    own(embedded_environment).unlink(missing_ok=True)


def own(environment: Environment) -> Path:
    return Path(environment["ZWGK_HOME"]) / "decisions.jsonl"


def test_decide_build_ask_and_take_it_back(home: Path, embedded_environment: Environment) -> None:
    assert "渡轮票价" not in run(*ASK).stdout
    text = run("resolve", "list").stdout
    assert "云岭省渡轮所" in text
    assert "岭政办发〔2020〕7号 @" in text
    assert "已记入" in run(*SAME).stdout
    assert "写入 1 个文件" in run("build", str(home)).stdout
    assert "渡轮票价" in run(*ASK).stdout
    text = run("resolve", "list").stdout
    assert "省渡轮所 即 云岭省交通运输厅  并入 · 张三" in text
    assert "云岭省渡轮所" not in text
    own(embedded_environment).unlink()
    assert "写入 1 个文件" in run("build", str(home)).stdout
    assert "渡轮票价" not in run(*ASK).stdout
    assert "云岭省渡轮所" in run("resolve", "list", "--lang", "en").stdout


def test_list_as_json(home: Path) -> None:
    run(*SAME)
    found = json.loads(run("resolve", "list", "--json").stdout)
    assert [each["name"] for each in found["undecided"]] == ["云岭省渡轮所"]
    assert found["undecided"][0]["places"][0]["mention"] == "省渡轮所"
    assert [(each["source"], each["who"]) for each in found["decisions"]] == [("省渡轮所", "张三")]


def test_who_and_when_are_written(
    home: Path, embedded_environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZWGK_WHO", "李四")
    record = json.loads(run("resolve", "different", "省编办", "云岭省财政厅", "-r", "两个", "--json").stdout)
    [line] = own(embedded_environment).read_text(encoding="utf-8").splitlines()
    assert json.loads(line).items() <= record.items()
    assert (record["who"], record["verdict"], record["when"][:2]) == ("李四", "different", "20")


def test_a_user_without_a_name_is_asked_for_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert "--who" in run(*SAME[:-2], code=1).stderr
    run(*SAME)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("same", "省渡轮所", "云岭省财政厅"), "已定为 云岭省交通运输厅"),
        (("same", "省渡轮所", "云岭省交通运输厅"), "已定为同一机构"),
        (("different", "省渡轮所", "云岭省交通运输厅"), "已定为同一机构"),
        (("same", "省渡轮所", "省渡輪所"), "和自己相比"),
        (("same", "财政局", "云岭省财政厅"), "写上地名"),
        (("same", "省飞碟局", "飞碟总局"), "写上地名"),
        (("same", "今天照常开航", "云岭省财政厅"), "没有叫“今天照常开航”的机构"),
        (("same", "省轮渡所", "云岭省财政厅", "-r", " "), "理由不能为空"),
    ],
)
def test_what_is_refused_is_a_sentence_and_writes_nothing(
    home: Path, embedded_environment: Environment, words: tuple[str, ...], told: str
) -> None:
    run(*SAME)
    before = own(embedded_environment).read_bytes()
    reason = () if "-r" in words else ("--reason", "试")
    assert told in run("resolve", *words, *reason, code=1).stderr
    assert own(embedded_environment).read_bytes() == before


def test_a_bad_line_is_told_by_build_and_list(home: Path, embedded_environment: Environment) -> None:
    own(embedded_environment).write_text("{\n", encoding="utf-8")
    assert "decisions.jsonl:1" in run("build", str(home)).stdout
    assert "decisions.jsonl:1" in run("resolve", "list").stderr


def test_explain(home: Path) -> None:
    run(*SAME)
    text = run("resolve", "explain", "省渡轮所", "--region", "云岭省", "--date", "2020-04-09").stdout
    for words in (
        "全称: 云岭省交通运输厅",
        "prefix-only",
        "按规则: 云岭省渡轮所",
        "云岭省",
        "交通运输厅：",
        "省渡轮所 即",
    ):
        assert words in text


def test_explain_a_form_by_its_year(home: Path) -> None:
    text = run("resolve", "explain", "省编办", "--region", "云岭省", "--date", "2020").stdout
    assert "全称: 中共云岭省委机构编制委员会办公室" in text
    assert "前身: 云岭省机构编制委员会办公室（2018）" in text
    found = json.loads(run("resolve", "explain", "省环保厅", "--region", "云岭省", "--date", "2017", "--json").stdout)
    assert found["name"] == "云岭省环境保护厅"
    assert found["successors"][0]["successor"] == "云岭省生态环境厅"
    assert found["entry"]["system"] == found["described"]["system"]


@pytest.mark.parametrize(("option", "value"), [("--region", "飞碟省"), ("--date", "明天")])
def test_explain_with_a_place_or_day_that_is_none(home: Path, option: str, value: str) -> None:
    assert value in run("resolve", "explain", "省财政厅", option, value, code=1).stderr
