"""Who is bound by the sentence itself (section 4, `bearers`)."""

from __future__ import annotations

import pytest

from tests.loaders.sample import duties, only


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        pytest.param("沿江县要公开渡口名录。", ["沿江县"], id="the subject"),
        pytest.param("各市县要公开渡口名录。", ["各市县"], id="a set"),
        pytest.param("各地、各部门要公开渡口名录。", ["各地", "各部门"], id="two sets"),
        pytest.param("市、县政府要公开渡口名录。", ["市、县政府"], id="not before a shared head"),
        pytest.param(
            "各县、各单位主要负责人要解读渡运政策。", ["各县、各单位主要负责人"], id="posts under a shared head"
        ),
        pytest.param("督促水运企业公开渡口名录。", ["水运企业"], id="the object of 督促"),
        pytest.param("指导乡镇人民政府公开渡口名录。", ["乡镇人民政府"], id="the object of 指导"),
        pytest.param("主要负责人要解读渡运政策。", ["主要负责人"], id="a post"),
        pytest.param("渡口票价由县级交通部门于每年6月底前公布。", ["县级交通部门"], id="behind its object with 由"),
        pytest.param("客运、货运企业要公布票价。", ["客运、货运企业"], id="parts that name no body share a head"),
        pytest.param("旅游码头、物流园要公布票价。", ["旅游码头、物流园"], id="until one names a body"),
        pytest.param("云江开发区、物流园要公布票价。", ["云江开发区", "物流园"], id="two that do"),
        pytest.param("二级以上客运站公布票价。", ["二级以上客运站"], id="a rank is no body"),
        pytest.param("各街道（镇）要对照目录，公布票价。", ["各街道（镇）"], id="a bracket inside the name"),
        pytest.param("主要负责人年内至少参加一次新闻发布会。", ["主要负责人"], id="before a count"),
        pytest.param("县交通局对群众反映的问题公布处理结果。", ["县交通局"], id="before 对"),
        pytest.param("密切跟踪企业反映，公开处理结果。", [], id="the object of another verb"),
        pytest.param("县防汛指挥部办公室要公布水情。", ["县防汛指挥部办公室"], id="an office"),
        pytest.param("水运企业如实公开票价。", ["水运企业"], id="before 如实"),
        pytest.param("组织专员深入渡口、企业宣讲补贴政策。", [], id="whither one goes"),
        pytest.param("政务新媒体要转载航运政策。", [], id="a channel is no body"),
        pytest.param(
            "市渡口管理所起草涉及船员的办法，应当在印发后3日内公布。", ["市渡口管理所"], id="in the clause before"
        ),
        pytest.param("推动竞争类船厂参照上市公司做法公开改制事项。", ["竞争类船厂"], id="before 参照"),
        pytest.param("推动造船厂、污水处理厂在厂区门口公开监测数据。", ["造船厂", "污水处理厂"], id="plants"),
        pytest.param("市场监督管理局每月公布抽检结果。", ["市场监督管理局"], id="监督 inside a name"),
        pytest.param("市航运局、市港口局等单位负责宣讲航运政策。", ["市航运局", "市港口局"], id="without 等单位"),
        pytest.param("市航运局每学年公开一次船员培训名单。", ["市航运局"], id="before 每学年"),
        pytest.param("船员提出的票价疑问，由承运单位当场答复。", ["承运单位"], id="before 当场"),
        pytest.param("事业单位公开招聘的岗位条件要向社会公示。", [], id="公开招聘 is a noun"),
        pytest.param("委托第三方机构开展评估，评估得分向社会公布。", [], id="whom one commissions"),
        pytest.param("落实航道隐患挂牌督办公告制度。", [], id="督办 ends no name"),
        pytest.param("及时公开渡口名录。", [], id="nobody"),
        pytest.param("检查结果要及时公开。", [], id="a thing is no body"),
        pytest.param("渡口信息要及时公开。", [], id="信息 is no body"),
        pytest.param("在全市公开渡口名录。", [], id="a place is no body"),
    ],
)
def test_bearers(sentence: str, bearers: list[str]) -> None:
    assert list(only(sentence).bearers) == bearers


def test_the_subject_holds_behind_a_semicolon_too() -> None:
    first, second = duties("县交通局要公布渡口票价；每月公布航班。")
    assert (first.bearers, second.bearers) == (("县交通局",), ("县交通局",))


@pytest.mark.parametrize("second", ["航运规划应在批准后公布。", "停航消息随时更新发布。"])
def test_but_not_where_the_next_half_begins_with_what_is_published(second: str) -> None:
    assert [duty.bearers for duty in duties(f"县交通局要公布渡口票价；{second}")] == [("县交通局",), ()]
