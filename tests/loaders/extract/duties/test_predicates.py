"""What is an obligation, of which kind, and what only looks like one (section 4 of the guide)."""

from __future__ import annotations

import pytest

from tests.loaders.sample import duties

FIVE = "、".join(("决策", "执行", "管理", "服务", "结果"))
D, I, R = "disclose", "interpret", "respond"  # noqa: E741


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        # each verb of the closed lists, next to its nearest negative
        pytest.param("市财政局要及时公开渡口补贴名单。", [D], id="公开"),
        pytest.param("同步公开办事指南。", [D], id="办事 is no 公开办"),
        pytest.param("发布人工智能航标目录。", [D], id="人工 is no 发布人"),
        pytest.param("及时公布后续情况。", [D], id="后续 is a thing"),
        pytest.param("起草部门应向社会公布航线草案。", [D], id="起草部门 sets nothing up"),
        pytest.param("向社会通报航标检查结果。", [D], id="通报 to the public of a check"),
        pytest.param("评估结果在全省通报。", [], id="通报 within the administration"),
        pytest.param("针对不实传言第一时间发声澄清。", [R], id="针对 with an answer at the end"),
        pytest.param("疑难事项办理结果15个工作日内反馈。", [R], id="反馈 of a thing in front"),
        pytest.param("遇到的问题请及时反馈。", [], id="反馈 that one asks for"),
        pytest.param("答复内容经本人同意可在网上公开。", [], id="what one may do"),
        pytest.param("各航运企业应公开票价。", [D], id="应公开 is a duty"),
        pytest.param("应公开信息的梳理要加强。", [], id="应公开 of an attribute"),
        pytest.param("完善公开资料的管理。", [], id="公开资料 is a thing"),
        pytest.param("公开坚持便民原则。", [], id="公开 as a subject"),
        pytest.param("对客船的整改情况每月在大厅显示屏通报一次。", [D], id="通报 in a public place"),
        pytest.param("每半年通报各单位败诉情况。", [], id="通报 of the bodies to each other"),
        pytest.param("检查结果在全市航运系统通报。", [], id="通报 within a line"),
        pytest.param("按日向公安机关推送可疑线索。", [], id="推送 to the police"),
        pytest.param("通过政府网站发布解读文稿。", [D], id="解读文稿 is a thing"),
        pytest.param("线下宣讲每年不少于6场。", [], id="宣讲 that is counted"),
        pytest.param("做到应解读尽解读。", [], id="尽解读 is a slogan"),
        pytest.param("对落实情况开展评估并予以通报。", [], id="通报 of an assessment"),
        pytest.param("各科室反馈联系人。", [], id="反馈 between bodies"),
        pytest.param("市财政局要提高公开水平。", [], id="公开 inside a noun phrase"),
        pytest.param("坚持公开为常态。", [], id="exhortation without an object"),
        pytest.param("按月公布渡轮班次。", [D], id="公布"),
        pytest.param("在渡口公示栏公示票价。", [D], id="公示 behind 公示栏"),
        pytest.param("维护好渡口公示栏。", [], id="公示栏 is a place"),
        pytest.param("向社会公告航道封闭时间。", [D], id="公告"),
        pytest.param("做好公告栏的日常养护。", [], id="公告栏 is a place"),
        pytest.param("督促客运企业披露安全投入。", [D], id="披露"),
        pytest.param("曝光超载客船名单。", [D], id="曝光"),
        pytest.param("在晚报刊登航班调整方案。", [D], id="刊登"),
        pytest.param("在网站首页转载上级政策文件。", [D], id="转载"),
        pytest.param("将市政府公报上网。", [D], id="上网 of a publication"),
        pytest.param("为渡口站点办理上网手续。", [], id="上网 of anything else"),
        pytest.param("向社会开放渡口客流数据。", [D], id="开放 of data"),
        pytest.param("元旦起向游客开放老码头。", [], id="开放 of a place"),
        pytest.param("向船员推送培训政策。", [D], id="推送 to the public"),
        pytest.param("将名单推送给银行。", [], id="推送 between bodies"),
        pytest.param("将名单报送市政府办公室。", [], id="报送 is none"),
        pytest.param("将名单录入信息平台。", [], id="录入 is none"),
        pytest.param("及时向社会通报事故调查结论。", [D], id="通报 to the public"),
        pytest.param("对考核排名靠后的单位予以通报批评。", [], id="通报 inside the administration"),
        pytest.param("在候船厅标注无障碍通道位置。", [D], id="标注"),
        pytest.param("在候船厅展示安全检查结果。", [D], id="展示"),
        # light verbs
        pytest.param("推进水运补贴信息公开。", [D], id="推进X公开"),
        pytest.param("加大水运补贴公开力度。", [D], id="加大X公开力度"),
        pytest.param("高度重视水运补贴公开工作。", [D], id="高度重视X公开工作"),
        pytest.param("推进水运补贴发放。", [], id="推进 without a verb of the lists"),
        # interpret and respond
        pytest.param("解读水运补贴办法。", [I], id="解读"),
        pytest.param("宣传水运安全政策。", [I], id="宣传 of a policy"),
        pytest.param("加大水运安全政策宣传力度。", [I], id="加大宣传力度"),
        pytest.param("对票价调整的理由作出解释说明。", [I], id="解释说明"),
        pytest.param("每季度召开一次新闻发布会。", [I], id="新闻发布会"),
        pytest.param("举行票价调整听证会。", [], id="a hearing is no press conference"),
        pytest.param("参加市电视台访谈。", [I], id="参加访谈"),
        pytest.param("接受记者采访。", [I], id="接受采访"),
        pytest.param("及时回应乘客关切。", [R], id="回应"),
        pytest.param("对不实传言，要及时澄清。", [R], id="澄清"),
        pytest.param("及时答复申请人。", [R], id="答复"),
        pytest.param("向投诉人反馈处理结果。", [R], id="反馈 with an object"),
        pytest.param("组织推介会。", [], id="推介 is none"),
        pytest.param("普及水上安全知识。", [], id="普及 is none"),
        pytest.param("提供现场咨询。", [], id="咨询 is none"),
        # setting up, carrying out
        pytest.param("建立健全票价公示制度。", [], id="setting a system up"),
        pytest.param("完善信息发布机制。", [], id="improving a mechanism"),
        pytest.param("探索票价公示制度。", [], id="探索 a system is setting up"),
        pytest.param("落实票价公示制度。", [D], id="carrying it out"),
        pytest.param("探索公开渡口巡查记录。", [D], id="探索 a disclosure binds"),
        # what binds and what does not
        pytest.param("鼓励公开渡口巡查记录。", [], id="鼓励 does not bind"),
        pytest.param("支持企业公布服务承诺。", [], id="支持 does not bind"),
        pytest.param("督促企业公布服务承诺。", [D], id="督促 binds"),
        pytest.param("研究公布船舶能耗的办法。", [], id="研究 does not bind"),
        # slogans and what is quoted
        pytest.param("坚持谁起草、谁解读。", [], id="a slogan"),
        pytest.param("落实“事前公示、事后公告”要求。", [], id="a slogan in quotes"),
        pytest.param(f"推进{FIVE}公开。", [], id="the five kinds are a slogan"),
        pytest.param("解读方案与文件同步组织、同步审签。", [], id="同步组织 is none"),
        pytest.param("按照“分类评估、定期公示”的流程管理渡船。", [], id="quoted inside a 按照 phrase"),
        pytest.param("组织政务公开培训。", [], id="training"),
        # several predicates
        pytest.param("公开解读水运补贴办法。", [D, I], id="公开解读X is two"),
        pytest.param("公开和解读水运补贴办法。", [D, I], id="公开和解读X is two"),
        pytest.param("做好水运补贴办法解读回应工作。", [I, R], id="解读回应 is two"),
        pytest.param("做好票价信息披露和班次结果公示工作。", [D], id="two verbs of one kind on one light verb are one"),
        pytest.param("按月公布票价，按季度公布客运量。", [D, D], id="adverbials of their own: two"),
        pytest.param("公开票价、班次和客运量。", [D], id="three items, one predicate"),
        pytest.param("公开票价调整方案并做好解读。", [D, I], id="并做好解读"),
        pytest.param("在网站集中发布、利用微信主动推送航班信息。", [D, D], id="means of their own: two"),
    ],
)  # fmt: skip
def test_kinds(sentence: str, kinds: list[str]) -> None:
    assert [duty.kind for duty in duties(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("公开渡口补贴名单。", "公开"),
        ("在门户网站集中发布航班信息。", "集中发布"),
        ("推进水运补贴信息公开。", "推进…公开"),
    ],
)
def test_the_verb_as_written(sentence: str, predicate: str) -> None:
    assert [duty.predicate for duty in duties(sentence)] == [predicate]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        pytest.param("要在候船厅公布票价。", "在候船厅公布票价", id="from the place, without 要"),
        pytest.param("市交通局要公布票价。", "市交通局要公布票价", id="from the subject"),
        pytest.param("将票价向社会公布。", "将票价向社会公布", id="from the fronted object"),
        pytest.param("除涉密内容外，公布票价。", "除涉密内容外，公布票价", id="from 除…外"),
        pytest.param("为方便出行，公布票价。", "公布票价", id="an aim stays outside"),
        pytest.param("督促船公司公布票价。", "船公司公布票价", id="behind 督促 it starts at the bound body"),
        pytest.param("公布票价，通过张贴告示等方式。", "公布票价，通过张贴告示等方式", id="means that follow"),
        pytest.param("设立专栏，集中公布票价。", "集中公布票价", id="a platform set up stays outside"),
        pytest.param("按照省里部署，公布票价。", "公布票价", id="a framing phrase stays outside"),
    ],
)
def test_the_span_is_the_clause(sentence: str, clause: str) -> None:
    [found] = duties(sentence)
    assert found.text == clause
    assert sentence[found.at.start : found.at.end] == clause


def test_公开解读_is_two_on_the_same_span() -> None:
    first, second = duties("公开解读水运补贴办法。")
    assert (first.at.start, first.at.end) == (second.at.start, second.at.end)


def test_并做好解读_has_a_span_of_its_own() -> None:
    first, second = duties("公开票价调整方案并做好解读。")
    assert (first.text, second.text) == ("公开票价调整方案", "做好解读")
    assert second.information == first.information == ("票价调整方案",)
