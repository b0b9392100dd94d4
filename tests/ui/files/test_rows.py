"""An answer as CSV."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from ui.answers import Answers, Evidence, Row
from ui.files.rows import render_csv, write_csv

PROOF = Evidence(
    "岭政办发〔2020〕7号", "一（二）", "渡口", "按月公布\n客运量", ((2, 4),), "predicate-object", 0.95, "document:x", 12
)


def _answers(cell: str, proof: Evidence | None = PROOF) -> Answers:
    return Answers(("公开内容",), ("",), (Row((cell,), proof),))


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text)))


def test_a_row_carries_its_evidence():
    head, row = _read(render_csv(_answers("客运量"), "zh"))
    assert head == ["公开内容", "发文字号", "章节", "条文", "位置", "规则", "可信度"]
    assert row == [
        "客运量",
        "岭政办发〔2020〕7号",
        "一（二） 渡口",
        "按月公布 客运量",
        "12",
        "predicate-object",
        "0.95",
    ]


def test_rows_without_evidence_have_no_columns_for_it():
    assert _read(render_csv(_answers("客运量", None), "en")) == [["公开内容"], ["客运量"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell):
    assert _read(render_csv(_answers(cell, None), "zh"))[1][0] == f"'{cell}"


def test_the_file_begins_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "rows.csv"
    write_csv(_answers("客运量"), path, "zh")
    assert path.read_bytes().startswith("\ufeff公开内容".encode())
