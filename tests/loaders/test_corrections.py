"""The file of corrections: read, checked, written, a line taken out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.corrections import append_correction, checked, correction_of, read_corrections, remove_correction
from loaders.errors import ReadError

GOOD: dict[str, Any] = {
    "document": "document:岭政办发〔2020〕7号",
    "copy": "a" * 64,
    "what": "duty",
    "finding": "1.1#1.1",
    "start": 10,
    "end": 18,
    "words": "按月公布渡轮票价",
    "field": "frequency",
    "old": "P1M",
    "new": "P1W",
    "reason": "核对原件",
    "who": "张三",
    "when": "2026-11-22T10:00:00+08:00",
}


def line(**changes: Any) -> str:
    return json.dumps(GOOD | changes, ensure_ascii=False)


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_of_two_lines_on_one_field_of_one_place_the_later_stands(tmp_path: Path) -> None:
    path = written(tmp_path / "c.jsonl", line(), "", line(new="P1Y"), line(field="information", new=["票价", "票价"]))
    found, issues = read_corrections(path)
    assert issues == []
    assert [each.new for each in found.taken] == ["P1Y", ("票价",)]
    assert [(each.new, each.where) for each in found.overruled] == [("P1W", f"{path}:1")]


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("{", "不是更正"),
        ("[]", "不是 JSON 对象"),
        (line(who=" "), "who"),
        (line(start="10"), "start"),
        (line(start=True), "start"),
        (line(start=18), "start"),
        (line(field="role"), "role"),
        (line(what="section"), "section"),
        (line(new="每月"), "每月"),
        (line(when="yesterday"), "yesterday"),
        (line(what="task", field="domain", new="nonsense"), "nonsense"),
        (line(what="body", field="role", new="boss"), "boss"),
        (line(what="body", field="agency", new="财" * 201), "过长"),
        (line(what="body", field="agency", new="财\x00政厅"), "控制字符"),
        (line(field="information", new=[]), "缺少"),
        (line(field="information", new=[1]), "不是文字"),
    ],
)
def test_a_bad_line_is_an_issue_with_its_number_and_the_rest_is_read(tmp_path: Path, bad: str, what: str) -> None:
    path = written(tmp_path / "c.jsonl", line(), bad, line(finding="1.2#1.1"))
    found, issues = read_corrections(path)
    [issue] = issues
    assert issue.where == f"{path}:2"
    assert what in issue.what
    assert [each.finding for each in found.taken] == ["1.1#1.1", "1.2#1.1"]


def test_no_frequency_is_a_frequency_and_names_are_folded() -> None:
    assert checked("frequency", None) is None
    assert checked("agency", "雲嶺省財政廳") == "云岭省财政厅"


def test_what_is_appended_is_read_again_and_taking_it_out_leaves_the_other_lines(tmp_path: Path) -> None:
    path = tmp_path / "new" / "c.jsonl"
    one, two = correction_of(GOOD), correction_of(GOOD | {"finding": "1.2#1.1", "reason": "两\u2028行\n"})
    append_correction(path, one)
    path.write_bytes(path.read_bytes() + b"{broken\n")
    append_correction(path, two)
    assert read_corrections(path)[0].taken == (one, two)
    before = path.read_bytes()
    remove_correction(path, two)
    assert read_corrections(path)[0].taken == (one,)
    assert b"{broken" in path.read_bytes()
    append_correction(path, two)
    assert path.read_bytes() == before
    remove_correction(path, one)
    with pytest.raises(ReadError, match="已不在"):
        remove_correction(path, one)


def test_a_file_that_is_not_there_holds_none_and_one_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.jsonl")[0].taken == ()
    assert [issue.where for issue in read_corrections(tmp_path)[1]] == [str(tmp_path)]
    with pytest.raises(ReadError, match="写不进"):
        append_correction(tmp_path, correction_of(GOOD))
