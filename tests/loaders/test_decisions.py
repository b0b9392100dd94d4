"""The files of decisions: read, checked, written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.decisions import PROJECT_FILE, append_decision, decision_files, read_decisions
from loaders.errors import ReadError
from loaders.resolve.decisions import Decision

GOOD = {
    "source": "省渡轮所",
    "target": "云岭省交通运输厅",
    "verdict": "same",
    "reason": "同一个机构",
    "who": "张三",
    "when": "2026-11-22T10:00:00+08:00",
}


def line(**changes: str) -> str:
    return json.dumps(GOOD | changes, ensure_ascii=False)


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_line_is_a_decision(tmp_path: Path) -> None:
    path = written(tmp_path / "d.jsonl", "", line(source="省渡輪所"))
    decisions, issues = read_decisions([path])
    assert issues == []
    assert decisions.taken == (Decision(**GOOD),)  # type: ignore[arg-type]
    assert decisions.taken[0].where == f"{path}:2"


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("{", "不是决定"),
        ('"same"', "不是 JSON 对象"),
        (line(verdict="perhaps"), "perhaps"),
        (line(reason=" "), "reason"),
        (line(when="yesterday"), "yesterday"),
        (line(target="省渡轮所"), "相同"),
        (json.dumps({key: value for key, value in GOOD.items() if key != "who"}), "who"),
        (line(source="云岭省渡轮中心", target="云岭省甲局") + "\n" + line(source="云岭省渡轮中心"), "矛盾"),
    ],
)
def test_a_bad_line_is_an_issue_with_its_number_and_the_rest_is_read(tmp_path: Path, bad: str, what: str) -> None:
    path = written(tmp_path / "d.jsonl", line(), bad)
    decisions, [issue] = read_decisions([path])
    assert decisions.taken[0] == Decision(**GOOD)  # type: ignore[arg-type]
    assert issue.where == f"{path}:{2 + bad.count(chr(10))}"
    assert what in issue.what
    assert issue.mend


def test_bytes_that_are_no_text_are_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(b"\xff\xfe\x00\n" + line().encode())
    decisions, issues = read_decisions([path])
    assert (len(decisions.taken), [issue.where for issue in issues]) == (1, [f"{path}:1"])


def test_a_file_that_is_not_there_holds_none_and_one_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert read_decisions([tmp_path / "none.jsonl"])[1] == []
    [issue] = read_decisions([tmp_path])[1]
    assert issue.where == str(tmp_path)


@pytest.mark.parametrize(
    "weaker",
    [line(target="云岭省财政厅"), line(verdict="different")],
    ids=["another body", "the other verdict"],
)
def test_the_stronger_file_wins_in_silence(tmp_path: Path, weaker: str) -> None:
    user, project = written(tmp_path / "u.jsonl", line()), written(tmp_path / "p.jsonl", weaker)
    decisions, issues = read_decisions([user, project])
    assert issues == []
    assert [found.where for found in decisions.taken] == [f"{user}:1"]
    assert [found.where for found in decisions.overruled] == [f"{project}:1"]


def test_saying_it_twice_is_no_contradiction(tmp_path: Path) -> None:
    path = written(tmp_path / "d.jsonl", line(), line(who="李四"))
    decisions, issues = read_decisions([path, path])
    assert (len(decisions.taken), decisions.overruled, issues) == (1, (), [])


def test_the_users_file_comes_before_the_projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZWGK_HOME", str(tmp_path))
    assert decision_files() == (tmp_path / "decisions.jsonl", PROJECT_FILE)


def test_the_projects_own_file_is_in_order() -> None:
    assert PROJECT_FILE.exists()
    assert read_decisions([PROJECT_FILE])[1] == []


def test_what_is_appended_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "d.jsonl"
    one, two = Decision(**GOOD), Decision(**GOOD | {"source": "云岭省渡轮中心"})  # type: ignore[arg-type]
    append_decision(path, one)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))  # as an editor may leave it
    append_decision(path, two)
    assert read_decisions([path])[0].taken == (one, two)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="写不进"):
        append_decision(tmp_path, Decision(**GOOD))  # type: ignore[arg-type]
