"""Class, issuer, level and region that a prefix says."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.resolve.number_facts import number_facts
from loaders.verified import notice_of, read_json

VERIFIED = sorted((Path(__file__).parents[3] / "data" / "verified").glob("*.json"))


def told(number: str, within: tuple[str, ...] = ()) -> tuple[str | None, str | None, str | None, str]:
    facts = number_facts(number, within)
    return facts.document_class, facts.issuer, facts.level, "/".join(facts.region)


# Every number in the headers and citations of the five verified notices, written by hand.
OF_THE_VERIFIED = {
    "黑政办发〔2017〕22号": ("government_office", "黑龙江省人民政府办公厅", "province", "黑龙江省"),
    "菏定政办发〔2017〕26号": ("government_office", "菏泽市定陶区人民政府办公室", "county", "山东省/菏泽市/定陶区"),
    "晋政办发〔2017〕50号": ("government_office", "山西省人民政府办公厅", "province", "山西省"),
    "京政办发〔2016〕26号": ("government_office", "北京市人民政府办公厅", "province", "北京市"),
    "中办发〔2016〕8号": ("party_office", "中共中央办公厅", "national", ""),
    "国办发〔2016〕19号": ("state_council_office", "国务院办公厅", "national", ""),
    "国办发〔2016〕80号": ("state_council_office", "国务院办公厅", "national", ""),
    "国办发〔2017〕24号": ("state_council_office", "国务院办公厅", "national", ""),
    "黑办发〔2017〕9号": ("party_office", "中共黑龙江省委办公厅", "province", "黑龙江省"),
    "鲁政办发〔2017〕39号": ("government_office", "山东省人民政府办公厅", "province", "山东省"),
    "菏政办发〔2017〕29号": ("government_office", "菏泽市人民政府办公室", "city", "山东省/菏泽市"),
    "晋政办发〔2016〕138号": ("government_office", "山西省人民政府办公厅", "province", "山西省"),
}


@pytest.mark.parametrize("number", OF_THE_VERIFIED)
def test_numbers_of_the_verified_notices(number: str) -> None:
    assert told(number) == OF_THE_VERIFIED[number]


def test_that_table_is_whole() -> None:
    notices = [notice_of(read_json(path)) for path in VERIFIED]
    numbers = {notice.header.number for notice in notices} | {c.number for n in notices for c in n.citations}
    assert numbers - {None} == set(OF_THE_VERIFIED)


@pytest.mark.parametrize("notice", [notice_of(read_json(path)) for path in VERIFIED], ids=lambda n: n.copy.source)
def test_a_notices_own_number_says_who_signed_it(notice) -> None:
    if notice.header.number:
        facts = number_facts(notice.header.number)
        header = notice.header
        assert (facts.issuer, facts.level, facts.region) == (header.issuer, header.level, header.region)


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        pytest.param("国函〔2014〕1号", ("state_council", "国务院", "national", ""), id="函 of the State Council"),
        pytest.param("国办函〔2014〕1号", ("state_council_office", "国务院办公厅", "national", ""), id="and of its office"),
        pytest.param("厅字〔2014〕1号", ("party_office", "中共中央办公厅", "national", ""), id="厅字 of the centre"),
        pytest.param("鲁厅字〔2014〕1号", ("party_office", "中共山东省委办公厅", "province", "山东省"), id="of a province"),
        pytest.param("赣府厅字〔2014〕1号", ("government_office", "江西省人民政府办公厅", "province", "江西省"), id="府厅"),
        pytest.param("財庫〔2014〕1號", ("department", "财政部", "department", ""), id="Traditional"),
        pytest.param("发改办投资〔2014〕1号", ("department", "国家发展和改革委员会办公厅", "department", ""), id="a ministry's office"),
        pytest.param("安委办〔2014〕1号", ("department", "国务院安全生产委员会办公室", "department", ""), id="办公室, not 办公厅"),
        pytest.param("教基厅〔2014〕1号", ("department", "教育部办公厅", "department", ""), id="厅 behind the bureau"),
        pytest.param("环函〔2016〕1号", ("department", "环境保护部", "department", ""), id="by the year"),
        pytest.param("环函〔2020〕1号", ("department", "生态环境部", "department", ""), id="its successor"),
        pytest.param("环函〔2018〕1号", ("department", None, "department", ""), id="the year of a reform does not say"),
        pytest.param("国务院令第711号", ("state_council", "国务院", "national", ""), id="an order"),
        pytest.param("财政部令第1号", ("department", "财政部", "department", ""), id="a ministry's order"),
        pytest.param("北京市人民政府令第1号", ("government", "北京市人民政府", "province", "北京市"), id="a government's order"),
        pytest.param("川办函〔2014〕1号", ("government_office", "四川省人民政府办公厅", "province", "四川省"), id="办 without 政 is the government's"),
        pytest.param("粤办函〔2014〕1号", ("government_office", "广东省人民政府办公厅", "province", "广东省"), id="粤办函"),
        pytest.param("粤办发〔2014〕1号", ("party_office", "中共广东省委办公厅", "province", "广东省"), id="粤办发 is the Party's"),
        pytest.param("渝办发〔2010〕1号", ("government_office", "重庆市人民政府办公厅", "province", "重庆市"), id="渝办发 up to 2013"),
        pytest.param("内党办发〔2016〕1号", ("party_office", "中共内蒙古自治区委办公厅", "province", "内蒙古自治区"), id="党"),
        pytest.param("鄂办发〔2016〕1号", ("party_office", "中共湖北省委办公厅", "province", "湖北省"), id="the province before 鄂尔多斯"),
        pytest.param("鄂府办发〔2016〕1号", ("government_office", "鄂尔多斯市人民政府办公厅", "city", "内蒙古自治区/鄂尔多斯市"), id="鄂府"),
        pytest.param("新政办〔2016〕1号", ("government_office", "新乡市人民政府办公室", "city", "河南省/新乡市"), id="without 发 新乡"),
        pytest.param("洪府厅发〔2016〕1号", ("government_office", "南昌市人民政府办公厅", "city", "江西省/南昌市"), id="the prefix says 厅"),
        pytest.param("洪府办发〔2020〕1号", ("government_office", "南昌市人民政府办公室", "city", "江西省/南昌市"), id="the prefix says 办"),
        pytest.param("渔船〔2016〕1号", (None, None, None, ""), id="no form of the grammar"),
        pytest.param("兴署办发〔2016〕1号", ("government_office", "兴安盟行政公署办公室", "city", "内蒙古自治区/兴安盟"), id="a league"),
        pytest.param("徐府发〔2016〕1号", ("government", None, "county", ""), id="徐州 writes 政: a district of 徐"),
        pytest.param("杨府发〔2016〕1号", ("government", "上海市杨浦区人民政府", "county", "上海市/杨浦区"), id="and 杨陵 writes 政"),
        pytest.param("济政发〔2016〕1号", ("government", None, "city", ""), id="济南 and 济宁 share it"),
        pytest.param("宁政发〔2016〕1号", ("government", None, None, ""), id="宁夏 and 南京 share it"),
        pytest.param("津滨政发〔2016〕1号", ("government", "天津市滨海新区人民政府", "county", "天津市/滨海新区"), id="a district behind its city"),
        pytest.param("穗天办发〔2016〕1号", ("party_office", "中共广州市天河区委办公室", "county", "广东省/广州市/天河区"), id="a district's Party office"),
        pytest.param("市政办发〔2016〕1号", ("government_office", None, "city", ""), id="some city's"),
        pytest.param("皖财预〔2016〕1号", ("department", "安徽省财政厅", "department", "安徽省"), id="厅 in a province"),
        pytest.param("渝财预〔2016〕1号", ("department", "重庆市财政局", "department", "重庆市"), id="局 in a 直辖市"),
        pytest.param("浙环发〔2020〕1号", ("department", "浙江省生态环境厅", "department", "浙江省"), id="by the year too"),
        pytest.param("晋交发〔2016〕1号", ("department", "山西省交通运输厅", "department", "山西省"), id="交 of 晋, not 交城"),
        pytest.param("浙农发〔2016〕1号", ("department", None, "department", "浙江省"), id="厅 in one province, 委 in another: not said"),
        pytest.param("浙农发〔2020〕1号", ("department", "浙江省农业农村厅", "department", "浙江省"), id="one name since"),
        pytest.param("宁党发〔2016〕1号", ("party", "中共宁夏回族自治区委", "province", "宁夏回族自治区"), id="党 of 宁夏"),
        pytest.param("宁委发〔2016〕1号", ("party", "中共南京市委", "city", "江苏省/南京市"), id="委 of 南京"),
        pytest.param("京人常〔2016〕1号", ("congress", "北京市人民代表大会常务委员会", "province", "北京市"), id="a congress"),
        pytest.param("银发〔2016〕1号", ("department", "中国人民银行", "department", ""), id="the bank, not 银川"),
        pytest.param("银政发〔2016〕1号", ("government", "银川市人民政府", "city", "宁夏回族自治区/银川市"), id="银川, not the bank"),
        pytest.param("渡口管理办法", (None, None, None, ""), id="no number"),
    ],
)  # fmt: skip
def test_what_a_prefix_says(number: str, facts: tuple[str | None, ...]) -> None:
    assert told(number) == facts


def test_the_year_decides_between_a_county_and_the_district_it_became() -> None:
    assert told("菏定政发〔2015〕1号")[1:] == ("定陶县人民政府", "county", "山东省/菏泽市/定陶县")
    assert told("菏定政发〔2017〕1号")[1:] == ("菏泽市定陶区人民政府", "county", "山东省/菏泽市/定陶区")
    assert told("菏定政发〔2016〕1号")[1:] == (None, "county", "")


@pytest.mark.parametrize(
    ("number", "within", "issuer"),
    [
        ("济政发〔2016〕1号", ("山东省", "济宁市", "任城区"), "济宁市人民政府"),
        ("济政发〔2016〕1号", ("山东省",), None),
        ("宁政发〔2016〕1号", ("宁夏回族自治区", "吴忠市"), "宁夏回族自治区人民政府"),
        ("宁政发〔2016〕1号", ("江苏省", "南京市"), "南京市人民政府"),
        ("定政发〔2018〕1号", ("山东省", "菏泽市", "定陶区"), "菏泽市定陶区人民政府"),
        ("定政发〔2018〕1号", (), "定西市人民政府"),
        ("市政发〔2018〕1号", ("陕西省", "西安市"), "西安市人民政府"),
        pytest.param("岭政发〔2020〕1号", ("云岭省",), None, id="a guess by one character stays at home"),
        pytest.param("津政发〔2020〕1号", ("云岭省",), "天津市人民政府", id="what is known does not"),
    ],
)
def test_the_citing_notices_own_region_decides(number: str, within: tuple[str, ...], issuer: str | None) -> None:
    assert number_facts(number, within).issuer == issuer


@pytest.mark.parametrize(
    "number", ["黑政办发〔2017〕22号", "黑政办发[2017]22号", "黑政辦發（２０１７）第22號", " 黑 政办发 〔2017〕 22 号"]
)
def test_any_spelling(number: str) -> None:
    facts = number_facts(number)
    assert (facts.number, facts.issuer, facts.year) == ("黑政办发〔2017〕22号", "黑龙江省人民政府办公厅", 2017)
