"""From printed lines to logical ones, with the way back to the source."""

from __future__ import annotations

import pytest

from loaders.text.fold import fold
from loaders.text.layout import lay_out

SENTENCE = "市交通运输局要在渡口显著位置公布渡轮票价、班次和投诉"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f"{SENTENCE}电\n话，方便乘客。", [f"{SENTENCE}电话，方便乘客。"], id="a break inside a word is healed"),
        pytest.param(f"{SENTENCE}电话。\n另行通知。", [f"{SENTENCE}电话。", "另行通知。"], id="a full stop ends a line"),
        pytest.param("甲乙，\n丙丁。", ["甲乙，丙丁。"], id="a comma never ends a line"),
        pytest.param("（一）渡口信息\n公布票价。", ["（一）渡口信息", "公布票价。"], id="a short heading is a line"),
        pytest.param("甲乙\n\n\n丙丁", ["甲乙", "丙丁"], id="empty lines are none"),
        pytest.param(f"{SENTENCE}电\n— 9 —\n话，方便乘客。", [f"{SENTENCE}电话，方便乘客。"], id="a page mark inside a word"),
        pytest.param("甲。\n第 3 页 共 9 页\n乙。", ["甲。", "乙。"], id="a page number line"),
        pytest.param(
            "岭政办发〔2020〕7号云岭省人民政府办公厅关于公布渡口票价的通知\n各市、县人民政府，省人民政府各委：\n" + "云岭省各渡口公布票价和渡轮班次以及投诉电话和停航办法，请省直\n" * 12,
            ["岭政办发〔2020〕7号云岭省人民政府办公厅关于公布渡口票价的通知", "各市、县人民政府，省人民政府各委：", "云岭省各渡口公布票价和渡轮班次以及投诉电话和停航办法，请省直" * 12],
            id="a title as long as a line ends with its 通知",
        ),
        pytest.param("甲。\n12号楼\n乙。", ["甲。", "12号楼", "乙。"], id="a line that begins with a figure is no page mark"),
        pytest.param("甲。\n扫一扫在手机打开\n乙。", ["甲。", "乙。"], id="portal chrome"),
        pytest.param("甲。\n上一篇：渡口公告\n乙。", ["甲。", "乙。"], id="a link to another page"),
        pytest.param("甲。\n无障碍 网站地图\n乙。", ["甲。", "乙。"], id="links of the portal"),
        pytest.param("（三）公布无障碍通道位置。", ["（三）公布无障碍通道位置。"], id="无障碍 of the notice itself"),
        pytest.param("通过二维码公开渡口收费标准。", ["通过二维码公开渡口收费标准。"], id="二维码 of the notice itself"),
        pytest.param("　　公 布 票 价", ["公布票价"], id="blanks between Chinese go"),
        pytest.param("一 、 方 便 乘 客 ， 公 开 渡 口 信 息\n（ 一 ） 票 价\n公布。", ["一、方便乘客，公开渡口信息", "（一）票价", "公布。"], id="spaced headings stay two lines"),
        pytest.param("使用 Open Data 平台", ["使用Open Data平台"], id="a blank between Latin words stays"),
        pytest.param("1\t票价\t财政局\n2\t班次\t交通局", ["1\t票价\t财政局", "2\t班次\t交通局"], id="rows of a table are not joined"),
        pytest.param("公布票价。 二、码头信息", ["公布票价。", "二、码头信息"], id="a lost line end before a number"),
        pytest.param("公布票价（一）档", ["公布票价（一）档"], id="a number inside a sentence opens no line"),
    ],
)  # fmt: skip
def test_lines(text: str, lines: list[str]) -> None:
    assert lay_out(fold(text)).text.split("\n") == lines


RUN_IN = "（一）渡口信息。公布票价。\n（二）码头信息。公布位置。\n（三）班次信息。公布班次。\n"
OTHERS = "公开渡口公告，解读渡口公告，更新渡口公告。"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f"{OTHERS}\n一、推进渡\n口公告\n{SENTENCE}。", [OTHERS, "一、推进渡口公告", f"{SENTENCE}。"], id="a word that the notice knows"),
        pytest.param("一、推进码头和渡口建设\n各地要抓好落实。", ["一、推进码头和渡口建设", "各地要抓好落实。"], id="two words that never stood together"),
        pytest.param("甲乙丙丁戊己庚辛壬\n癸\n一、渡口", ["甲乙丙丁戊己庚辛壬癸", "一、渡口"], id="a scrap of a line"),
        pytest.param("岭政\n办发〔2020〕7号\n一、渡口", ["岭政办发〔2020〕7号", "一、渡口"], id="a document number"),
        pytest.param("各镇人民政府，县政府\n各部门：\n一、渡口", ["各镇人民政府，县政府各部门：", "一、渡口"], id="the bodies addressed"),
        pytest.param(f"{RUN_IN}（四）渡\n轮与船舶\n信息。公布船名。", [*RUN_IN.splitlines(), "（四）渡轮与船舶信息。公布船名。"], id="a heading in three pieces"),
        pytest.param("（四）渡轮信息。请\n各地公布船名。", ["（四）渡轮信息。请各地公布船名。"], id="behind the heading of an item"),
        pytest.param(f"{RUN_IN}（四）方便乘客，着力\n提升票务和信息公开的质量和时效，发布票价并且每周更新。", [*RUN_IN.splitlines(), "（四）方便乘客，着力提升票务和信息公开的质量和时效，发布票价并且每周更新。"], id="an item without a heading"),
        pytest.param("一、方便乘客，不断\n提升渡口服务\n（一）票价", ["一、方便乘客，不断提升渡口服务", "（一）票价"], id="a heading of two parts"),
    ],
)  # fmt: skip
def test_breaks_inside_words_and_headings(text: str, lines: list[str]) -> None:
    assert lay_out(fold(text)).text.split("\n") == lines


def test_where_all_line_ends_are_lost_the_blank_behind_a_heading_is_one() -> None:
    body = f"{SENTENCE}电话。" * 25
    lines = lay_out(fold(f"市渡口公告 各乡镇： 一、渡口信息 （一）票价和班次 {body} 二、码头信息 {body}")).text.split(
        "\n"
    )
    assert lines == ["市渡口公告", "各乡镇：", "一、渡口信息", "（一）票价和班次", body, "二、码头信息", body]


def test_offsets_lead_back_to_the_source() -> None:
    source = f"\ufeff　　{SENTENCE}电 \r\n— 9 —\r\n话，方便乘客。"
    page = lay_out(fold(source))
    start = page.text.index("电话")
    begin, end = page.span(start, start + 2)
    assert source[begin:end] == "电 \r\n— 9 —\r\n话"


def test_offsets_rise_strictly() -> None:
    page = lay_out(fold("甲 乙\n\n　丙\u200b丁， \n戊\t己"))
    assert list(page.at) == sorted(set(page.at))


@pytest.mark.parametrize("text", ["", "\n", "\u200b", "— 1 —"])
def test_a_text_of_nothing_has_no_lines_and_an_empty_span(text: str) -> None:
    page = lay_out(fold(text))
    assert page.text == ""
    assert page.span(0, 0) == (0, 0)
