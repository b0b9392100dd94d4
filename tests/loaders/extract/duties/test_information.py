"""The things made public, one by one (section 4, `information`)."""

from __future__ import annotations

import pytest

from tests.loaders.sample import duties, only


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        pytest.param("公开渡口票价表。", ["渡口票价表"], id="one"),
        pytest.param("公开巡查结论和船舶损失评估结果。", ["巡查结论", "船舶损失评估结果"], id="parts that stand alone"),
        pytest.param("公开水运债务种类、规模、结构。", ["水运债务种类、规模、结构"], id="bare attributes of one noun"),
        pytest.param("公开停靠标准和费用。", ["停靠标准和费用"], id="two bare attributes"),
        pytest.param("公开改造依据、实施主体。", ["改造依据", "实施主体"], id="compounds that stand alone"),
        pytest.param("公开渡轮票价、开航班次等信息。", ["渡轮票价", "开航班次"], id="without a closing 等信息"),
        pytest.param("每周公布一期客流排名。", ["客流排名"], id="without how much of it"),
        pytest.param("做好渡口目录的动态调整和公布工作。", ["渡口目录"], id="without what else is done with it"),
        pytest.param("无人维护的账号依法关停并公告。", ["无人维护的账号"], id="in front, before another verb"),
        pytest.param("渡口目录变动的要及时公告。", ["渡口目录"], id="what changed"),
        pytest.param("系统梳理渡口规章，在政府网站公布。", ["渡口规章"], id="the object of the clause before"),
        pytest.param("各镇（街道）修订渡口目录，年内在政府网站展示。", ["渡口目录"], id="without who works on it"),
        pytest.param("各渡口对船员留言一般应在5个工作日内答复。", ["船员留言"], id="behind 对"),
        pytest.param("船员提出的票价疑问，由承运单位当场答复。", ["船员提出的票价疑问"], id="what was asked"),
        pytest.param("督察反馈问题的整改方案要在政府网站公开。", ["督察反馈问题的整改方案"], id="反馈 of an attribute"),
        pytest.param("组织航运政策宣讲进社区。", ["航运政策"], id="whither it goes is no thing"),
        pytest.param("公开渡轮票价、开航班次等情况。", ["渡轮票价", "开航班次"], id="without a closing 等情况"),
        pytest.param("公开船员信用信息。", ["船员信用信息"], id="信息 that belongs to the noun stays"),
        pytest.param("公开渡运补贴、燃油补贴等政策措施。", ["渡运补贴、燃油补贴等政策措施"], id="parts under one shared head"),
        pytest.param("公开渡运补贴措施以及落实情况。", ["渡运补贴措施以及落实情况"], id="a policy and its carrying out"),
        pytest.param("公开《渡口管理办法》、“平安渡口、文明渡口”创建名单。", ["《渡口管理办法》", "“平安渡口、文明渡口”创建名单"], id="quotes part nothing"),
        pytest.param("对船舶检验结果及时公开。", ["船舶检验结果"], id="fronted with 对"),
        pytest.param("将停航计划、复航计划向社会公布。", ["停航计划", "复航计划"], id="fronted with 将"),
        pytest.param("船舶检验结果要及时公开。", ["船舶检验结果"], id="the subject of a passive"),
        pytest.param("公布检验内容，包括船龄证明文件和载重记录。", ["检验内容", "船龄证明文件", "载重记录"], id="包括 adds items"),
        pytest.param("推进水运补贴信息公开。", ["水运补贴信息"], id="carried by a light verb"),
        pytest.param("公布申报入口和联系人。", ["申报入口", "联系人"], id="parts without a common head"),
        pytest.param("公布航道水位、风力预警和码头客流信息。", ["航道水位", "风力预警", "码头客流信息"], id="信息 of the last alone"),
        pytest.param("公布客运码头、货运码头价格信息。", ["客运码头、货运码头价格信息"], id="a kind of 信息 in common"),
        pytest.param("公布渡轮、客船、货船的检验标准。", ["渡轮、客船、货船的检验标准"], id="a head behind 的 in common"),
        pytest.param("公布客船或货船名单。", ["客船或货船名单"], id="或 parts nothing without a head"),
        pytest.param("公布渡口名录及其完成进度。", ["渡口名录及其完成进度"], id="及其"),
        pytest.param("渡口名录、票价目录由县交通局公布。", ["渡口名录", "票价目录"], id="before 由"),
        pytest.param("票价目录调整后10日内公布。", ["票价目录"], id="what was changed"),
        pytest.param("渡口名录每月公布一次，内容包括船名和票价表。", ["渡口名录", "船名", "票价表"], id="包括 adds to what stands in front"),
        pytest.param("停航消息及时通报消费者。", ["停航消息"], id="not whom it goes to"),
        pytest.param("对船员补贴政策开展面对面宣讲。", ["船员补贴政策"], id="not how it is done"),
        pytest.param("围绕水运安全接受一次新闻媒体采访。", ["水运安全"], id="what an interview is about"),
        pytest.param("发生重大险情时，县政府最迟24小时内举行新闻发布会。", ["重大险情"], id="the event that a meeting follows"),
        pytest.param("航运规划，由起草单位在印发后3日内作出解读。", ["航运规划"], id="in the clause before, with a body behind"),
        pytest.param("各部门要对水运政策进行系统梳理，在网站集中发布。", ["水运政策"], id="what was worked on before"),
        pytest.param("2000年以来的渡口档案目录，要在年底前完成数字化并向社会开放。", ["2000年以来的渡口档案目录"], id="work on it is no item"),
        pytest.param("各县政府于9月底前将航运报告和渡口报表向社会公开。", ["航运报告", "渡口报表"], id="behind 将, not its subject"),
        pytest.param("航运规划纲要批准后10日内公布。", ["航运规划纲要"], id="the 要 of 纲要 is no modal"),
        pytest.param("沉船调查报告经批复后公布。", ["沉船调查报告"], id="经批复后"),
        pytest.param("就群众关心的停航问题解疑释惑。", ["群众关心的停航问题"], id="fronted with 就"),
        pytest.param("公布一批超载客船案例。", ["超载客船案例"], id="without 一批"),
        pytest.param("公布季节性、区域性停航公告。", ["季节性、区域性停航公告"], id="adjectives go with what follows"),
        pytest.param("省本级水运预算执行和其他收支审计结果依法向社会公告。", ["省本级水运预算执行和其他收支审计结果"], id="预算执行 carries nothing"),
        pytest.param("各地要制定实施方案，并在网站公开。", ["实施方案"], id="实施方案 is whole"),
        pytest.param("向船员推送就业补贴政策。", ["就业补贴政策"], id="就业 is a thing"),
        pytest.param("企业公示情况由主管部门在网站公布。", ["企业公示情况"], id="公示情况 is a thing"),
        pytest.param("对超载客船点名曝光。", ["超载客船"], id="点名 is how"),
        pytest.param("公布渡口名录并动态更新。", ["渡口名录"], id="without 并动态更新"),
        pytest.param("公布每条航线的票价不少于2次。", ["每条航线的票价"], id="a count is no item"),
    ],
)  # fmt: skip
def test_items(sentence: str, items: list[str]) -> None:
    assert list(only(sentence).information) == items


def test_an_elided_object_is_the_one_before() -> None:
    found = duties("按月公开停航记录，并做好解读。")
    assert [duty.information for duty in found] == [("停航记录",), ("停航记录",)]


def test_the_object_of_a_clause_that_is_no_obligation() -> None:
    found = only("编制渡口服务指南，及时向社会公布。")
    assert found.information == ("渡口服务指南",)
    assert found.text == "渡口服务指南，及时向社会公布"


@pytest.mark.parametrize("sentence", ["要及时发声。", "依法依规予以答复。", "适时举行新闻发布会。"])
def test_what_stands_without_an_object(sentence: str) -> None:
    assert only(sentence).information == ()


def test_a_stray_latin_word_inside_an_item_is_kept_and_its_blanks_are_not() -> None:
    assert only("公布渡轮 and 码头票价。").information == ("渡轮and码头票价",)


def test_items_are_written_joined_over_breaks() -> None:
    found = only("市交通运输局要在渡口、码头显著位置公开船舶定期检验登记备案结\n— 4 —\n果。")
    assert found.information == ("船舶定期检验登记备案结果",)
    assert "— 4 —" in found.text
