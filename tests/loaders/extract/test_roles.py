"""Who leads, who answers, who supports (section 3, `role`)."""

from __future__ import annotations

import pytest

from tests.loaders.sample import HEAD, clause_task

L, R, S = "lead", "responsible", "support"


def roles(clause: str, header: str = HEAD) -> list[tuple[str, str]]:
    return [(body.mention, body.role) for body in clause_task(clause, header).agencies]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（省财政厅牵头落实）", [("省财政厅", L)]),
        ("（省财政厅负责）", [("省财政厅", R)]),
        ("（省财政厅负责落实）", [("省财政厅", R)]),
        ("（责任单位：省财政厅）", [("省财政厅", R)]),
        ("（省财政厅、省交通运输厅按职责分工负责）", [("省财政厅", R), ("省交通运输厅", R)]),
        ("（省财政厅、省交通运输厅按职责分别牵头）", [("省财政厅", L), ("省交通运输厅", L)]),
        ("（省财政厅牵头，省交通运输厅配合）", [("省财政厅", L), ("省交通运输厅", S)]),
        ("（省财政厅牵头，省交通运输厅参与）", [("省财政厅", L), ("省交通运输厅", S)]),
        pytest.param("（省财政厅牵头，省交通运输厅、省水利厅分工负责）", [("省财政厅", L), ("省交通运输厅", S), ("省水利厅", S)], id="beside a lead those who answer support"),
        pytest.param("（省委编办牵头，各市人民政府、省政府各部门负责落实）", [("省委编办", L), ("各市人民政府", S), ("省政府各部门", S)], id="those who only implement support"),
        pytest.param("（省财政厅牵头，省交通运输厅配合，省司法厅负责合法性审查）", [("省财政厅", L), ("省交通运输厅", S), ("省司法厅", S)], id="a part of the work is support too"),
        pytest.param("（牵头单位：省财政厅；配合单位：省交通运输厅）", [("省财政厅", L), ("省交通运输厅", S)], id="labels"),
        pytest.param("（牵头：省财政厅；配合：省交通运输厅）", [("省财政厅", L), ("省交通运输厅", S)], id="labels without 单位"),
        pytest.param("责任单位：省财政厅、省交通运输厅；完成时限：9月底前。", [("省财政厅", R), ("省交通运输厅", R)], id="a label and a time limit, which is no body"),
        pytest.param("（省财政厅牵头，省交通运输厅落实，2020年12月底前完成）", [("省财政厅", L), ("省交通运输厅", S)], id="a time limit without a label is no body"),
        pytest.param("责任单位：省财政厅牵头，省水利厅配合", [("省财政厅", L), ("省水利厅", S)], id="roles behind a label"),
        pytest.param("责任单位：省财政厅、省水利厅，2020年11月底前完成。", [("省财政厅", R), ("省水利厅", R)], id="a bare time limit behind a label"),
        pytest.param("（省财政厅、省水利厅，省司法厅参与）", [("省财政厅", R), ("省水利厅", R), ("省司法厅", S)], id="without a lead they answer"),
        pytest.param("（省财政厅牵头；省水利厅、省司法厅）", [("省财政厅", L), ("省水利厅", S), ("省司法厅", S)], id="bodies without a word"),
        pytest.param("（省财政厅牵头，有关市（州）政府配合）", [("省财政厅", L), ("有关市（州）政府", S)], id="levels in brackets stay"),
        pytest.param("（责任单位：省财政厅、省水利厅，各市财政局配合）", [("省财政厅", R), ("省水利厅", R), ("各市财政局", S)], id="who helps behind a label"),
        pytest.param("（由省财政厅牵头，省交通运输厅配合）", [("省财政厅", L), ("省交通运输厅", S)], id="由 is no part of a name"),
        pytest.param("（省财政厅会同省交通运输厅牵头）", [("省财政厅", L), ("省交通运输厅", S)], id="会同"),
    ],
)  # fmt: skip
def test_roles(clause: str, expected: list[tuple[str, str]]) -> None:
    assert roles(clause) == expected


FIRST = HEAD.replace("请照此办理。", "请照此办理（列第一位的为牵头单位，下同）。")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        pytest.param(
            "（责任单位：省财政厅、省水利厅）",
            [("省财政厅", L), ("省水利厅", S)],
            id="the first leads, the others support",
        ),
        pytest.param("（责任单位：省财政厅）", [("省财政厅", L)], id="also alone"),
        pytest.param("（责任单位：各市人民政府）", [("各市人民政府", L)], id="also a group"),
        pytest.param("（省财政厅、省水利厅负责）", [("省财政厅", L), ("省水利厅", S)], id="also without a label"),
    ],
)
def test_a_notices_own_rule_decides(clause: str, expected: list[tuple[str, str]]) -> None:
    assert roles(clause, FIRST) == expected
    assert [role for _, role in roles(clause)] == [R] * len(expected)
