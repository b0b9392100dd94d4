"""Tables that lost their tabs: rows again, and every character in its place."""

from __future__ import annotations

import pytest

from loaders.text.cells import is_column_name, restore_tables


@pytest.mark.parametrize(
    ("flat", "rows"),
    [
        pytest.param("序号\n任务\n单位责任\n1\n甲\n乙\n2\n丙\n丁\n", None, id="a word that heads no column"),
        pytest.param(
            "序号\n任务\n责任单位\n1\n甲\n乙\n2\n丙\n丁\n", "序号\t任务\t责任单位\n1\t甲\t乙\n2\t丙\t丁\n", id="rows"
        ),
        pytest.param(
            "序号 \n任务 \n时限 \n1 \n甲 \n乙 \n2 \n丙 \n丁 \n",
            "序号 \t任务 \t时限 \n1 \t甲 \t乙 \n2 \t丙 \t丁 \n",
            id="line ends of two characters, folded",
        ),
        pytest.param(
            "序号\n\n任务\n\n时限\n\n1\n\n甲\n\n乙\n\n2\n\n丙\n\n丁\n",
            "序号\t 任务\t 时限\n\n1\t 甲\t 乙\n\n2\t 丙\t 丁\n",
            id="lines apart",
        ),
        pytest.param(
            "序号\n任务\n责任单位\n1\n甲\n2\n丙\n丁\n", "序号\t任务\t责任单位\n1\t甲\n2\t丙\t丁\n", id="an empty cell"
        ),
        pytest.param("序号\n任务\n责任单位\n1\n甲\n乙\n", None, id="one row is too little to go by"),
        pytest.param("序号\n任务\n责任单位\n2\n甲\n乙\n3\n丙\n丁\n", None, id="numbers that do not begin with 1"),
        pytest.param("一、\t总则\n甲。\n", "一、 总则\n甲。\n", id="a tab behind a number"),
        pytest.param("1.\t甲\t乙\n", None, id="a number in a row"),
    ],
)
def test_restore_tables(flat: str, rows: str | None) -> None:
    restored = restore_tables(flat)
    assert restored == (rows or flat)
    assert len(restored) == len(flat)


@pytest.mark.parametrize(
    "name", ["序号", "重点任务", "工作内容", "责任单位（部门）", "完成 时限", "备注", "牵头部门", "时间节点"]
)
def test_names_of_columns(name: str) -> None:
    assert is_column_name(name)


@pytest.mark.parametrize("name", ["公布渡口名录", "省交通运输厅", "2024年6月底前", "", "任务完成得很好"])
def test_other_cells(name: str) -> None:
    assert not is_column_name(name)
