"""Where it is made public: canonical name, words as written, type (section 4, `channels`)."""

from __future__ import annotations

import pytest

from loaders.records import ChannelUse
from tests.loaders.sample import duties, only


@pytest.mark.parametrize(
    ("sentence", "channels"),
    [
        ("在省政府网站公布票价。", [("省政府网站", "政府网站", "website")]),
        ("在政府门户网站公布票价。", [("政府门户网站", "政府网站", "website")]),
        ("在本级政府网站公布票价。", [("本级政府网站", "政府网站", "website")]),
        ("在省财政厅网站公布票价。", [("省财政厅网站", "部门网站", "website")]),
        ("在部门网站公布票价。", [("部门网站", "部门网站", "website")]),
        ("通过国家企业信用信息公示系统公示处罚结果。", [("国家企业信用信息公示系统", "国家企业信用信息公示系统", "system")]),
        ("通过微博、微信和客户端推送航班信息。",
         [("微博", "微博", "social_media"), ("微信", "微信", "social_media"), ("客户端", "客户端", "app")]),
        ("在公共资源交易平台公布成交结果。", [("公共资源交易平台", "公共资源交易平台", "platform")]),
        ("在政府公报刊登航线规划。", [("政府公报", "政府公报", "gazette")]),
        ("通过新闻媒体曝光超载客船。", [("新闻媒体", "新闻媒体", "media")]),
        ("通过广播、电视发布停航消息。", [("广播", "广播", "media"), ("电视", "电视", "media")]),
        pytest.param("在候船大厅电子屏公布票价。", [("候船大厅电子屏", "候船大厅电子屏", "onsite")], id="otherwise as written"),
        ("在政府网站渡口票价专栏公布票价。", [("政府网站", "政府网站", "website"), ("渡口票价专栏", "专栏", "column")]),
        ("利用村务微信群公布票价。", [("村务微信群", "微信", "social_media")]),
        ("在码头现场公布票价。", [("码头现场", "码头现场", "onsite")]),
        ("利用船员家长会宣讲补贴政策。", [("船员家长会", "船员家长会", "meeting")]),
        ("在校园公示栏公布票价。", [("校园公示栏", "校园公示栏", "onsite")]),
        ("依托政务公开专区展示办事指南。", [("政务公开专区", "政务公开专区", "onsite")]),
        ("参加1次政务访谈。", [("政务访谈", "政务访谈", "meeting")]),
        ("以交通部门网站为主渠道公布票价。", [("交通部门网站", "部门网站", "website")]),
        ("对补贴分配结果在村务公开栏公示。", [("村务公开栏", "村务公开栏", "onsite")]),
        ("在安陵市公共资源交易平台公布成交结果。", [("安陵市公共资源交易平台", "公共资源交易平台", "platform")]),
        ("通过村村响广播发布水情。", [("村村响广播", "广播", "media")]),
        ("在市县两级政务服务大厅展示办事流程。", [("政务服务大厅", "政务服务大厅", "onsite")]),
        ("利用厅微信公众号精准推送补贴政策。", [("厅微信公众号", "微信", "social_media")]),
        ("在办事窗口公开收费标准。", [("办事窗口", "办事窗口", "onsite")]),
        ("召开新闻通气会，宣传补贴政策。", [("新闻通气会", "新闻通气会", "press_conference")]),
        ("通过“云江发布”微博发布水情。", [("“云江发布”微博", "微博", "social_media")]),
        ("在渡口入口处公布票价。", [("渡口入口处", "渡口入口处", "onsite")]),
        ("在水库岸边公布水情。", [("水库岸边", "水库岸边", "onsite")]),
        ("通过大喇叭发布停航消息。", [("大喇叭", "大喇叭", "media")]),
        pytest.param("渡口入口处应公示票价。", [("渡口入口处", "渡口入口处", "onsite")], id="a place as the subject"),
        pytest.param("在路口设立公示栏公布票价。", [("公示栏", "公示栏", "onsite")], id="the board, not where it stands"),
        ("在《云岭日报》公布票价。", [("《云岭日报》", "云岭日报", "media")]),
        ("在航运编制网公布船员目录。", [("航运编制网", "航运编制网", "website")]),
        ("在票务窗口公示票价。", [("票务窗口", "票务窗口", "onsite")]),
        ("在网上刊登航运目录。", [("网上", "互联网", "platform")]),
        pytest.param("通过广播电视发布停航消息。", [("广播电视", "广播", "media"), ("广播电视", "电视", "media")], id="two in one word"),
        pytest.param("办事大厅及“云岭通”客户端应公布办事指南。", [("办事大厅", "办事大厅", "onsite"), ("“云岭通”客户端", "客户端", "app")], id="places as the subject"),
        pytest.param("航运数据库分批次向高校开放。", [], id="a database that is opened"),
        pytest.param("以图解、短视频等形式解读票价政策。", [], id="how it is told is no channel"),
        pytest.param("公布政府网站普查结果。", [], id="a site that is spoken of"),
        pytest.param("公布交易平台建设进展。", [], id="a platform in the object"),
        pytest.param("及时公布票价。", [], id="none"),
        pytest.param("在建项目要公布票价。", [], id="在建 is no place"),
    ],
)  # fmt: skip
def test_channels(sentence: str, channels: list[tuple[str, str, str]]) -> None:
    assert list(only(sentence).channels) == [ChannelUse(*channel) for channel in channels]


def test_本地_本部门网站_is_both() -> None:
    assert {use.name for use in only("在本地、本部门网站公布票价。").channels} == {"政府网站", "部门网站"}


def test_a_channel_is_named_once() -> None:
    assert [use.name for use in only("在省政府网站、市政府网站公布票价。").channels] == ["政府网站"]


def test_a_press_conference_is_a_channel() -> None:
    [use] = only("召开新闻发布会，解读票价办法。".replace("，解读票价办法", "")).channels
    assert (use.name, use.type) == ("新闻发布会", "press_conference")


def test_a_column_set_up_is_the_channel_of_the_first_disclosure_after_it() -> None:
    assert [use.name for use in only("设立专栏，集中公布票价。").channels] == ["专栏"]


def test_a_semicolon_ends_a_channel() -> None:
    first, second = duties("在省政府网站公布票价；公布班次。")
    assert [use.name for use in first.channels] == ["政府网站"]
    assert second.channels == ()


def test_a_channel_belongs_to_its_own_predicate() -> None:
    first, second = duties("公布班次，在省政府网站公布票价。")
    assert first.channels == ()
    assert [use.name for use in second.channels] == ["政府网站"]
