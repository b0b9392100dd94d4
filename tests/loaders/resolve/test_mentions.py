"""What bodies are called in notices of all provinces, levels and years, to their official names at the time.

mentions.csv holds facts, no sentences: `mention` as a clause has it, `issuer`, `region` and `date` of its notice, the official
`name` then, the body of `today` where another one stands in its place, the `trap` of the row and the `source` of the fact."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.resolve.bodies import resolve_body
from loaders.resolve.local_organs import Resolved

with (Path(__file__).parent / "mentions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
SURE = 0.8


def resolved(row: dict[str, str]) -> Resolved:
    region = tuple(filter(None, row["region"].split("/")))
    return resolve_body(row["mention"], region, row["issuer"], group=row["kind"] == "group", year=int(row["date"][:4]))


def test_the_table_covers_the_country_and_its_rows_are_told_apart() -> None:
    assert len(ROWS) > 350
    assert len({row["region"].split("/")[0] for row in ROWS if row["region"]}) == 32  # 31 and the 兵团
    keys = [(row["mention"], row["issuer"], row["date"]) for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_nearly_every_mention_is_named() -> None:
    missed = [
        f"{row['mention']}: {resolved(row).name}, not {row['name']}"
        for row in ROWS
        if resolved(row).name != row["name"]
    ]
    assert len(missed) <= 0.03 * len(ROWS), "\n".join(missed)


def test_no_wrong_body_is_named_with_confidence() -> None:
    found = [(row, resolved(row)) for row in ROWS]
    wrong = [
        f"{row['mention']}: {one.name}" for row, one in found if one.name != row["name"] and one.confidence >= SURE
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("mention", "region", "issuer", "year", "name"),
    [
        pytest.param(
            "省法院", ("湖南省",), "湖南省人民政府办公厅", 2019, "湖南省高级人民法院", id="one form, a body a level"
        ),
        pytest.param(
            "市法院", ("湖南省", "长沙市"), "长沙市人民政府办公厅", 2019, "长沙市中级人民法院", id="and in a city"
        ),
        pytest.param(
            "乡村振兴局", ("湖南省", "长沙市"), "长沙市人民政府办公厅", 2022, "长沙市乡村振兴局", id="no central body"
        ),
        pytest.param("乡村振兴局", (), "国务院办公厅", 2022, "国家乡村振兴局", id="no local body"),
        pytest.param(
            "区经委",
            ("上海市", "崇明区"),
            "上海市崇明区人民政府办公室",
            2025,
            "上海市崇明区经济委员会",
            id="not 经贸委",
        ),
        pytest.param(
            "省公安厅交警总队", ("湖北省",), "湖北省人民政府办公厅", 2020, "湖北省公安厅交通警察总队", id="not 支队"
        ),
        pytest.param(
            "朝阳消防救援支队",
            ("北京市", "朝阳区"),
            "北京市朝阳区人民政府办公室",
            2020,
            "北京市朝阳区消防救援支队",
            id="no city",
        ),
        pytest.param(
            "延边州财政局", ("吉林省",), "吉林省人民政府办公厅", 2020, "延边朝鲜族自治州财政局", id="peoples not said"
        ),
        pytest.param(
            "省委网信办",
            ("河南省",),
            "河南省人民政府办公厅",
            2016,
            "中共河南省委网络安全和信息化领导小组办公室",
            id="group",
        ),
        pytest.param(
            "省委网信办",
            ("河南省",),
            "河南省人民政府办公厅",
            2020,
            "中共河南省委网络安全和信息化委员会办公室",
            id="commission",
        ),
        pytest.param(
            "自治区党委宣传部",
            ("西藏自治区",),
            "西藏自治区人民政府办公厅",
            2020,
            "中共西藏自治区委员会宣传部",
            id="党委",
        ),
        pytest.param(
            "上海铁路局",
            ("上海市",),
            "上海市人民政府办公厅",
            2020,
            "中国铁路上海局集团有限公司",
            id="company since 2017",
        ),
        pytest.param(
            "市供电公司",
            ("山东省", "菏泽市"),
            "菏泽市人民政府办公室",
            2016,
            "国网山东省电力公司菏泽供电公司",
            id="grid",
        ),
        pytest.param(
            "工商朝阳分局",
            ("北京市", "朝阳区"),
            "北京市朝阳区人民政府办公室",
            2016,
            "北京市工商行政管理局朝阳分局",
            id="分局",
        ),
    ],
)
def test_traps(mention: str, region: tuple[str, ...], issuer: str, year: int, name: str) -> None:
    assert resolve_body(mention, region, issuer, group=False, year=year).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        pytest.param("省墙改办", "湖北省墙改办", id="a name written short is nobody's official name"),
        pytest.param("省飞碟办", "湖北省飞碟办", id="unknown"),
    ],
)
def test_what_is_not_sure_keeps_its_words(mention: str, name: str) -> None:
    found = resolve_body(mention, ("湖北省",), "湖北省人民政府办公厅", group=False, year=2020)
    assert found.name == name
    assert found.confidence < SURE
