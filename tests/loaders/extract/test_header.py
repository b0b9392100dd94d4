"""What the notice says of itself (section 1 of the guide)."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extract.header import clean_title, find_instrument, issuer_level, split_addressees
from loaders.records import Header
from tests.loaders.sample import HEAD, read

BODY = "一、渡口信息\n公布票价。\n二、码头信息\n公布班次。\n"


def header(head: str, tail: str = "") -> Header:
    return read(head + BODY + tail).header


def test_all_fields_of_a_plain_notice() -> None:
    found = header(HEAD)
    assert found == Header(
        number="岭政办发〔2020〕7号",
        title="关于印发2020年云岭省政务公开工作要点的通知",
        issuer="云岭省人民政府办公厅",
        issued_on="2020-04-09",
        region=("云岭省",),
        level="province",
        instrument="2020年云岭省政务公开工作要点",
        instrument_year=2020,
        addressees=("各市人民政府", "省政府各直属单位"),
    )


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        pytest.param("岭政办发〔2020〕7号\n", "", "number", None, id="no number is null"),
        pytest.param("岭政办发〔2020〕7号\n", "ZJSP00-2020-0007\n", "number", None, id="a 统一编号 is no number"),
        pytest.param("岭政办发〔2020〕7号", "岭政办发[2020] 7 号", "number", "岭政办发〔2020〕7号", id="a number is normalised"),
        pytest.param("工作要点的通知\n", "工作要\n点的通知\n", "title", "关于印发2020年云岭省政务公开工作要点的通知", id="a title over two lines"),
        pytest.param("2020年4月9日", "二〇二〇年四月九日", "issued_on", "2020-04-09", id="a date in Chinese numerals"),
        pytest.param("各市人民政府，省", "各市、县人民政府，省", "addressees", ("各市、县人民政府", "省政府各直属单位"), id="addressees are not split at 、"),
        pytest.param("，省政府各直属单位：", "(含管委会)，省政府各直属单位:", "addressees", ("各市人民政府(含管委会)", "省政府各直属单位"), id="addressees as written"),
        pytest.param("印发2020年云岭省政务公开工作要点的", "做好2020年渡口信息公开工作的", "instrument", None, id="the notice is itself the instrument"),
    ],
)  # fmt: skip
def test_one_field(old: str, new: str, field: str, value: Any) -> None:
    assert old in HEAD
    assert getattr(header(HEAD.replace(old, new, 1)), field) == value


def test_the_signature_beats_the_label_block() -> None:
    block = "发文机关：云岭省人民政府\n索引号：990000-YL/2020-00007\n发布时间：2020-04-12 08:30\n来源：云岭新闻网\n"
    found = header(block + HEAD)
    assert (found.issuer, found.published_on, found.issued_on) == ("云岭省人民政府办公厅", "2020-04-12", "2020-04-09")


def test_a_portal_date_where_line_ends_are_lost() -> None:
    page = f"云岭新闻网 2020-04-12 08:30 来源: 云岭新闻网 {HEAD}一、渡口\n{'公布票价。' * 150}\n".replace("\n", " ")
    assert read(page).header.published_on == "2020-04-12"


def test_a_label_block_feeds_what_the_notice_lost() -> None:
    block = (
        "发文机关：云岭省人民政府办公厅\n发文字号：岭政办发〔2020〕7号\n成文日期：2020-04-09\n发布日期：2020-04-12\n"
    )
    found = header(block + "关于印发2020年云岭省政务公开工作要点的通知\n各市人民政府：\n请照此办理。\n")
    assert (found.issuer, found.number, found.issued_on, found.published_on) == (
        "云岭省人民政府办公厅",
        "岭政办发〔2020〕7号",
        "2020-04-09",
        "2020-04-12",
    )


def test_a_signature_at_the_end() -> None:
    head = "青砚市人民政府办公室关于做好渡口信息公开工作的通知\n青政办发〔2020〕4号\n各县区人民政府：\n请照此办理。\n"
    found = header(head, "青砚市人民政府办公室\n2020年5月6日\n（此件公开发布）\n")
    assert (found.issuer, found.issued_on, found.region) == ("青砚市人民政府办公室", "2020-05-06", ("云岭省", "青砚市"))
    assert found.level == "city"


def test_spam_in_front_is_no_issuer() -> None:
    head = "彩票下载官网首页青砚市人民政府办公室文件\n关于做好渡口信息公开工作的通知\n各县区人民政府：\n请照此办理。\n青砚市人民政府办公室\n2020年5月6日\n"
    assert header(head).issuer == "青砚市人民政府办公室"


def test_a_traditional_notice_has_its_title_in_simplified_characters() -> None:
    text = "雲嶺省人民政府辦公廳關於做好渡口信息公開工作的通知\n各市人民政府，省政府各直屬單位：\n請認真辦理。\n雲嶺省人民政府辦公廳\n2020年5月6日\n一、渡口\n公佈票價。\n二、碼頭\n公佈班次。\n"
    found = read(text).header
    assert (found.title, found.issuer, found.script) == (
        "关于做好渡口信息公开工作的通知",
        "云岭省人民政府办公厅",
        "Hant",
    )
    assert found.addressees == ("各市人民政府", "省政府各直屬單位")


@pytest.mark.parametrize(
    ("issuer", "region", "level"),
    [
        ("国务院办公厅", (), "national"),
        ("交通运输部", (), "department"),
        ("云岭省人民政府办公厅", ("云岭省",), "province"),
        ("北京市人民政府办公厅", ("北京市",), "province"),
        ("云岭省财政厅", ("云岭省",), "department"),
        ("云岭省财政厅办公室", ("云岭省",), "department"),
        ("青砚市人民政府办公室", ("云岭省", "青砚市"), "city"),
        ("青砚市栖霞岭区人民政府", ("云岭省", "青砚市", "栖霞岭区"), "county"),
        ("中共青砚市委办公室", ("云岭省", "青砚市"), "city"),
        ("青砚市政务公开领导小组办公室", ("云岭省", "青砚市"), "city"),
        ("河西镇人民政府", ("云岭省", "青砚市", "栖霞岭区"), "township"),
    ],
)
def test_level(issuer: str, region: tuple[str, ...], level: str) -> None:
    assert issuer_level(issuer, region) == level


@pytest.mark.parametrize(
    ("title", "instrument"),
    [
        ("关于印发《渡口管理办法》的通知", "渡口管理办法"),
        ("关于印发2020年渡口工作要点的通知", "2020年渡口工作要点"),
        ("关于转发渡口管理办法的通知", "渡口管理办法"),
        ("关于做好渡口管理工作的通知", None),
        ("渡口管理办法", None),
        (None, None),
    ],
)
def test_instrument(title: str | None, instrument: str | None) -> None:
    assert find_instrument(title) == instrument


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("云岭省人民政府办公厅关于做好渡口工作的通知", "关于做好渡口工作的通知"),
        ("岭政办发〔2020〕7号 关于做好渡口工作的通知", "关于做好渡口工作的通知"),
        ("《云岭省人民政府关于印发〈渡口办法〉的通知》", "关于印发《渡口办法》的通知"),
        ("關於做好渡口工作的通知", "关于做好渡口工作的通知"),
    ],
)
def test_clean_title(text: str, title: str) -> None:
    assert clean_title(text) == title


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("各市，各县", ["各市", "各县"]),
        ("各市；各县", ["各市", "各县"]),
        ("各市、各县", ["各市、各县"]),
        ("各市（含甲，乙），各县", ["各市（含甲，乙）", "各县"]),
    ],
)
def test_split_addressees(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in split_addressees(text)] == parts


def test_the_year_that_the_text_calls_this_year() -> None:
    head = HEAD.replace("印发2020年云岭省政务公开工作要点", "做好渡口信息公开工作").replace(
        "2020年云岭省政务公开工作要点", "今年渡口工作安排"
    )
    assert header(head).instrument_year == 2020


@pytest.mark.parametrize("text", ["", "\n", "公布票价。", "关于", "：：", "《》", "〔〕号", "一、"])
def test_a_text_without_a_head_has_no_fields(text: str) -> None:
    found = read(text).header
    assert (found.number, found.issuer, found.issued_on, found.region) == (None, None, None, ())


@pytest.mark.parametrize(
    ("old", "new", "region"),
    [
        pytest.param("云岭省人民政府办公厅", "区人民政府办公室", ("山东省", "菏泽市", "定陶区"), id="the number says whose it is"),
        pytest.param("云岭省人民政府办公厅", "鼓楼区人民政府办公室", ("江苏省", "南京市", "鼓楼区"), id="which of those of one name"),
        pytest.param("云岭省人民政府办公厅", "青砚市人民政府办公室", ("云岭省", "青砚市"), id="the issuer beats the number"),
    ],
)  # fmt: skip
def test_the_number_helps_where_the_issuer_does_not_say(old: str, new: str, region: tuple[str, ...]) -> None:
    number = "宁鼓政办发" if "鼓楼" in new else "菏定政办发"
    assert header(HEAD.replace(old, new).replace("岭政办发", number)).region == region


def test_the_level_of_a_notice_that_nobody_signs_is_its_numbers() -> None:
    found = header("关于印发2020年政务公开工作要点的通知\n菏定政办发〔2020〕7号\n各镇人民政府：\n请照此办理。\n")
    assert (found.issuer, found.region, found.level) == (None, ("山东省", "菏泽市", "定陶区"), "county")


def test_the_year_of_the_notice_decides_whose_name_it_was() -> None:
    old = HEAD.replace("云岭省人民政府办公厅", "铜仁市人民政府办公室").replace("岭政办发", "办发")
    assert header(old.replace("2020", "2010")).region == ("贵州省", "铜仁地区", "铜仁市")
    assert header(old).region == ("贵州省", "铜仁市")


def test_the_title_says_where_nothing_else_does() -> None:
    head = (
        HEAD.replace("云岭省人民政府办公厅\n", "")
        .replace("云岭省人民政府办公厅关于", "关于")
        .replace("岭政办发〔2020〕7号\n", "")
    )
    found = header(head.replace("2020年云岭省", "2020年菏泽市"))
    assert (found.issuer, found.region) == (None, ("山东省", "菏泽市"))


def test_a_town_stands_below_its_county() -> None:
    town = "青砚市栖霞岭区河西镇人民政府"
    found = read(HEAD.replace("云岭省人民政府办公厅", town)).header
    assert (found.level, found.region[-1]) == ("township", "河西镇")


def test_a_city_that_the_table_lacks_lies_in_the_province_whose_paper_it_carries_out() -> None:
    text = (
        HEAD.replace("云岭省人民政府办公厅", "望川市人民政府办公室")
        .replace("岭政办发", "望政办发")
        .replace("云岭省", "望川市")
    )
    letter = "现将《2020年望川市政务公开工作要点》发给你们"
    told = text.replace(letter, "根据《云岭省人民政府办公厅关于做好政务公开工作的通知》，" + letter)
    assert (read(text).header.region, read(told).header.region) == (("望川市",), ("云岭省", "望川市"))
