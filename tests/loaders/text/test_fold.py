"""The compare form of a text: what is made one, what stays apart, and that no offset moves."""

from __future__ import annotations

import pytest

from loaders.text.fold import DROPPED, fold, fold_name
from loaders.text.script import find_script, simplify


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("２０２０年", "2020年", id="full-width digits are halved"),
        pytest.param("5Ａ级", "5A级", id="full-width letters are halved"),
        pytest.param("渡口,码头", "渡口，码头", id="a half comma between Chinese is full"),
        pytest.param("市,县政府", "市、县政府", id="between levels it was an enumeration mark"),
        pytest.param("特別重大,重大突發事件", "特别重大、重大突发事件", id="also between the grades of an event"),
        pytest.param("1,200吨", "1,200吨", id="but not the comma of a figure"),
        pytest.param("时限:月底", "时限：月底", id="a half colon behind Chinese is full"),
        pytest.param("09:40", "09:40", id="but not the colon of a time"),
        pytest.param("(一)渡口", "（一）渡口", id="round brackets are full"),
        pytest.param("岭政办发[2020]7号", "岭政办发〔2020〕7号", id="square brackets are 〔〕"),
        pytest.param("岭政办发【2020】7号", "岭政办发〔2020〕7号", id="black brackets are 〔〕"),
        pytest.param('叫"渡口通"的', "叫“渡口通”的", id="straight quotation marks"),
        pytest.param("「渡口」『码头』", "“渡口”‘码头’", id="corner quotation marks"),
        pytest.param("渡　口\u00a0码", "渡 口 码", id="wide and hard blanks"),
        pytest.param("甲\r\n乙\u2028丙", "甲 \n乙\n丙", id="line ends of all kinds"),
        pytest.param("⽔利", "水利", id="a Kangxi radical of a damaged PDF"),
        pytest.param("①渡口", "①渡口", id="a circled number stays: it numbers an item"),
        pytest.param("督(dū)促", f"督{DROPPED * 4}促", id="the sound of a character is dropped in place"),
        pytest.param("女（nǚ）职工", f"女{DROPPED * 4}职工", id="also of ü"),
        pytest.param("公布 of 票价", f"公布{DROPPED * 4}票价", id="an English word that a translator left"),
        pytest.param("公布ok票价", f"公布{DROPPED * 2}票价", id="also without blanks"),
        pytest.param("公布A级渡口", "公布A级渡口", id="but no letter that means something"),
        pytest.param("公布 okay 票价", "公布 okay 票价", id="but no other word"),
        pytest.param("使用app of渡口", "使用app of渡口", id="nor beside other Latin words"),
        pytest.param("合作(ppp)项目", "合作（ppp）项目", id="an abbreviation has no tone and stays"),
        pytest.param("！？", "！？", id="full punctuation stays"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("char", ["\u200b", "\ufeff", "\ufffd", "\x01", "\u00ad"])
def test_what_should_not_be_there_is_dropped_in_place(char: str) -> None:
    assert fold(f"公{char}开") == f"公{DROPPED}开"


def test_a_name_is_folded_without_blanks_and_in_simplified_script() -> None:
    assert fold_name("云岭省 and 财政厅") == "云岭省财政厅"
    assert fold_name("雲嶺省智慧財產權局") == "云岭省知识产权局"
    assert fold_name(" 雲嶺省\n財政廳（ＡＢ）\u200b") == "云岭省财政厅（AB）"


HANT = "及時公佈渡輪票價和開航時間，並將應急聯繫電話在碼頭張貼，方便群眾監督"


def test_traditional_text_is_simplified_and_keeps_its_length() -> None:
    assert find_script(HANT) == "Hant"
    assert fold(HANT) == "及时公布渡轮票价和开航时间，并将应急联系电话在码头张贴，方便群众监督"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        pytest.param("及时公布渡轮票价和开航时间", "Hans", id="simplified"),
        pytest.param(
            "及时公布渡轮票价和开航时间，东方、于、后台、里程都是简体，后面只有一個字是繁体，其余各字都写作简体",
            "Hans",
            id="a single stray character",
        ),
        pytest.param("1. ABC", "Hans", id="no Chinese at all"),
        pytest.param("", "Hans", id="empty"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert find_script(text) == script


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("資訊網路", "信息网络"),
        ("乾隆", "乾隆"),
        ("乾淨", "干净"),
        ("資訊即時更新，檔案公開", "信息实时更新，文件公开"),
        ("信息即時更新，檔案公開", "信息即时更新，档案公开"),
    ],
)
def test_simplify_keeps_the_length(text: str, simple: str) -> None:
    assert simplify(text) == simple
