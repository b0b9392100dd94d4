"""From a body to those of today, by the templates that name bodies."""

from __future__ import annotations

import pytest

from data import load
from loaders.resolve.bodies import describe_body, resolve_body
from loaders.resolve.lineage import in_force, lineage, predecessors, successors
from loaders.resolve.organs import official
from loaders.resolve.regions import find_region, region_level


def path(name: str) -> list[tuple[str, str]]:
    return [(step.successor, step.on) for step in lineage(name)]


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        pytest.param("云岭省环境保护厅", [("云岭省生态环境厅", "2018")], id="a department of a province"),
        pytest.param("青砚市环境保护局", [("青砚市生态环境局", "2018/2019")], id="a bureau of a city"),
        pytest.param("青砚市栖霞岭区环境保护局", [], id="a county's became the city's branch, whose name differs"),
        pytest.param("北京市朝阳区环境保护局", [("北京市朝阳区生态环境局", "2018/2019")], id="but not under a 直辖市"),
        pytest.param(
            "菏泽市定陶区工商行政管理局", [("菏泽市定陶区市场监督管理局", "2014/2019")], id="a county's, some from 2014"
        ),
        pytest.param("黑龙江省国家税务局", [("国家税务总局黑龙江省税务局", "2018-06-15")], id="a template"),
        pytest.param(
            "中国银行业监督管理委员会黑龙江监管局",
            [
                ("中国银行保险监督管理委员会黑龙江监管局", "2018-12-17"),
                ("国家金融监督管理总局黑龙江监管局", "2023-07-20"),
            ],
            id="two reforms",
        ),
        pytest.param(
            "中国银行保险监督管理委员会菏泽监管分局",
            [("国家金融监督管理总局菏泽监管分局", "2023-07-20")],
            id="a prefecture's bureau stays a 分局",
        ),
        pytest.param(
            "中国人民银行哈尔滨中心支行", [("中国人民银行黑龙江省分行", "2023-08-18")], id="the capital's is the province's"
        ),
        pytest.param("中国人民银行菏泽市中心支行", [("中国人民银行菏泽市分行", "2023-08-18")], id="no capital"),
        pytest.param("中国人民银行定陶区支行", [], id="sub-branches have none"),
        pytest.param(
            "山西省食品药品监督管理局",
            [("山西省市场监督管理局", "2018"), ("山西省药品监督管理局", "2018")],
            id="a province keeps a drug administration",
        ),
        pytest.param("大同市食品药品监督管理局", [("大同市市场监督管理局", "2014/2019")], id="a city has none"),
        pytest.param(
            "菏泽市定陶区地方税务局", [("国家税务总局菏泽市定陶区税务局", "2018-07-20")], id="a date that differs by level"
        ),
        pytest.param("云岭省农业委员会", [("云岭省农业农村厅", "2018")], id="厅 in a province"),
        pytest.param("上海市农业委员会", [("上海市农业农村委员会", "2018")], id="委 in a 直辖市"),
        pytest.param("青砚市农业委员会", [("青砚市农业农村局", "2018/2019")], id="局 in a city"),
        pytest.param("北京市农业委员会", [("北京市农业农村局", "2018")], id="a place's own reform"),
        pytest.param("黑龙江省农业委员会", [("黑龙江省农业农村厅", "2018-10-26")], id="a place's own day"),
        pytest.param("福建省海洋与渔业局", [], id="a place's own body that stayed"),
        pytest.param("云岭省公务员局", [("中共云岭省委组织部", "2018")], id="from state to Party"),
        pytest.param("黑龙江省扶贫开发工作办公室", [("黑龙江省乡村振兴局", "2021"), ("黑龙江省农业农村厅", "2023/2024")],
                     id="a name that is another form of the lexicon's"),
        pytest.param(
            "卫生部", [("国家卫生和计划生育委员会", "2013-03-14"), ("国家卫生健康委员会", "2018-03-17")], id="the centre"
        ),
        pytest.param("云岭省财政厅", [], id="stands to this day"),
        pytest.param("飞碟管理所", [], id="unknown"),
    ],
)  # fmt: skip
def test_lineage(name: str, steps: list[tuple[str, str]]) -> None:
    assert path(name) == steps


@pytest.mark.parametrize(
    ("name", "on", "bodies"),
    [
        ("卫生部", "2012", ("卫生部",)),
        ("卫生部", "2013-03-13", ("卫生部",)),
        ("卫生部", "2013-03-14", ("国家卫生和计划生育委员会",)),
        ("卫生部", "2018", ("国家卫生和计划生育委员会", "国家卫生健康委员会")),
        ("卫生部", "2024-01-01", ("国家卫生健康委员会",)),
        pytest.param("青砚市环境保护局", "2018-10-01", ("青砚市环境保护局", "青砚市生态环境局"), id="not known closer"),
        ("青砚市环境保护局", "2020", ("青砚市生态环境局",)),
        ("山西省食品药品监督管理局", "2019", ("山西省市场监督管理局", "山西省药品监督管理局")),
        ("云岭省财政厅", "2030", ("云岭省财政厅",)),
    ],
)
def test_the_body_in_force(name: str, on: str, bodies: tuple[str, ...]) -> None:
    assert in_force(name, on) == bodies


PLACES = (
    "云岭省",
    "黑龙江省",
    "海南省",
    "宁夏回族自治区",
    "北京市",
    "上海市",
    "青砚市",
    "菏泽市定陶区",
    "北京市朝阳区",
)


@pytest.mark.parametrize("place", PLACES)
def test_every_successor_is_a_body_that_the_lexicon_takes_apart(place: str) -> None:
    """What a step leads to must itself be known with its region and system, or the chain breaks there."""
    level = region_level(find_region(place)[0])
    provincial = place.endswith(("省", "自治区"))
    organs = [
        organ for organ in load("organs") if level in organ["levels"] and (provincial or organ["name"][-1] != "厅")
    ]
    steps = [step for organ in organs for step in successors(official(organ, place))]
    assert len(steps) > 30
    for step in steps:
        described = describe_body(step.successor)
        assert described.region, step
        assert described.system, step
        assert provincial or step.successor[-1] != "厅", step


@pytest.mark.parametrize(
    ("mention", "year", "name"),
    [
        ("省编办", 2017, "云岭省机构编制委员会办公室"),
        ("省编办", 2018, "云岭省机构编制委员会办公室"),
        ("省编办", 2020, "中共云岭省委机构编制委员会办公室"),
        ("省编办", None, "云岭省机构编制委员会办公室"),
        ("省金融办", 2016, "云岭省金融工作办公室"),
        ("省金融办", 2024, "中共云岭省委金融委员会办公室"),
        pytest.param("省金融办", 2021, "云岭省金融工作办公室", id="no other body bore it then"),
        ("省药监局", 2012, "云岭省食品药品监督管理局"),
        ("省药监局", 2020, "云岭省药品监督管理局"),
        ("省粮食局", 2016, "云岭省粮食局"),
        ("省粮食局", 2021, "云岭省粮食和物资储备局"),
        ("省粮食", 2021, "云岭省粮食和物资储备局"),
        ("省消防总队", 2015, "云岭省公安消防总队"),
        ("省消防总队", 2022, "云岭省消防救援总队"),
        ("广电总局", 2010, "国家广播电影电视总局"),
        ("广电总局", 2016, "国家新闻出版广电总局"),
        ("广电总局", 2022, "国家广播电视总局"),
        pytest.param("国家新闻出版广电总局", 2022, "国家新闻出版广电总局", id="a full name means one body for ever"),
    ],
)
def test_a_form_of_two_bodies_is_read_by_the_year(mention: str, year: int | None, name: str) -> None:
    found = resolve_body(mention, ("云岭省",), "云岭省人民政府办公厅", group=False, year=year)
    assert found.name == name


def test_the_reason_names_both_bodies_and_the_rule_stays() -> None:
    plain, dated = (
        resolve_body("市市场监管委", ("天津市",), "天津市人民政府办公厅", group=False, year=year)
        for year in (2019, 2016)
    )
    assert (plain.name, plain.reason) == ("天津市市场监督管理委员会", None)
    assert dated.name == "天津市市场和质量监督管理委员会"
    assert dated.reason is not None
    assert "2016年指市场和质量监督管理委员会，不指市场监督管理委员会" in dated.reason
    assert (dated.rule, dated.confidence) == (plain.rule, plain.confidence)


def test_a_branch_tells_its_region_and_system() -> None:
    found = describe_body("国家税务总局黑龙江省税务局")
    assert (found.region, found.system, found.short) == (("黑龙江省",), "税务", "税务局")
    assert describe_body("中国人民银行哈尔滨中心支行").region == ("黑龙江省", "哈尔滨市")
    assert describe_body("中共菏泽市定陶区委组织部").region == ("山东省", "菏泽市", "定陶区")


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("云岭省生态环境厅", {"云岭省环境保护厅"}),
        ("国家税务总局黑龙江省税务局", {"黑龙江省国家税务局", "黑龙江省地方税务局"}),
        ("国家金融监督管理总局", {"中国银行保险监督管理委员会"}),
        ("云岭省财政厅", set()),
        ("飞碟管理所", set()),
    ],
)
def test_the_bodies_whose_functions_a_body_took_over(name: str, before: set[str]) -> None:
    assert {step.body for step in predecessors(name)} >= before
    assert bool(predecessors(name)) is bool(before)
    assert all(step.successor == name for step in predecessors(name))
