"""Which jurisdiction a name speaks of."""

from __future__ import annotations

import pytest

from data import regions
from loaders.resolve.regions import (
    at_level,
    chain_of,
    common_name,
    find_region,
    region_code,
    region_level,
    region_successors,
    short_name,
)


@pytest.mark.parametrize(
    ("name", "chain", "said"),
    [
        ("黑龙江省人民政府办公厅", ("黑龙江省",), "黑龙江省"),
        ("北京市人民政府办公厅", ("北京市",), "北京市"),
        ("山西省太原市人民政府", ("山西省", "太原市"), "山西省太原市"),
        ("太原市人民政府", ("山西省", "太原市"), "太原市"),
        ("菏泽市定陶区人民政府", ("山东省", "菏泽市", "定陶区"), "菏泽市定陶区"),
        ("内蒙古自治区人民政府", ("内蒙古自治区",), "内蒙古自治区"),
        ("黑龙江银监局", ("黑龙江省",), "黑龙江"),
        ("云岭省财政厅", ("云岭省",), "云岭省"),
        pytest.param("国务院办公厅", (), "", id="the centre"),
        pytest.param("开发区管委会", (), "", id="a zone is no county"),
        pytest.param("财政局", (), "", id="an organ names no place"),
        pytest.param("", (), "", id="empty"),
    ],
)
def test_find_region(name: str, chain: tuple[str, ...], said: str) -> None:
    assert find_region(name) == (chain, len(said))


def test_a_name_that_several_regions_share_is_not_guessed() -> None:
    assert find_region("鼓楼区人民政府")[0] in ((), ("鼓楼区",))
    assert find_region("鼓楼区人民政府", ("江苏省", "南京市"))[0] == ("江苏省", "南京市", "鼓楼区")
    assert find_region("南京市鼓楼区人民政府")[0] == ("江苏省", "南京市", "鼓楼区")


@pytest.mark.parametrize(
    ("chain", "level"),
    [
        ((), "national"),
        (("北京市",), "province"),
        (("黑龙江省",), "province"),
        (("山西省", "太原市"), "city"),
        (("山东省", "菏泽市", "定陶区"), "county"),
        (("北京市", "海淀区"), "county"),
        (("无名省",), "province"),
        (("无名省", "无名市"), "city"),
        (("无名省", "无名市", "无名县"), "county"),
    ],
)
def test_level(chain: tuple[str, ...], level: str) -> None:
    assert region_level(chain) == level


def test_code() -> None:
    assert region_code(("黑龙江省",)) == "230000"
    assert region_code(("无名省",)) is None
    assert region_code(()) is None


CHAIN = ("山东省", "菏泽市", "定陶区")


@pytest.mark.parametrize(("level", "part"), [("province", CHAIN[:1]), ("city", CHAIN[:2]), ("county", CHAIN)])
def test_at_level(level: str, part: tuple[str, ...]) -> None:
    assert at_level(CHAIN, level) == part


def test_a_municipality_is_its_own_city() -> None:
    assert at_level(("北京市", "海淀区"), "city") == ("北京市",)
    assert at_level(("山东省",), "city") is None


@pytest.mark.parametrize(
    ("name", "short"),
    [("黑龙江省", "黑龙江"), ("广西壮族自治区", "广西"), ("新疆维吾尔自治区", "新疆"), ("北京市", "北京")],
)
def test_short_name(name: str, short: str) -> None:
    assert short_name(name) == short


HISTORY = [
    ("定陶县", "菏泽市定陶区", 2016, "renamed where a county became a district"),
    ("密云县", "北京市密云区", 2015, "under a 直辖市"),
    ("绍兴县", "绍兴市柯桥区", 2013, "with another name"),
    ("襄樊市", "襄阳市", 2010, "a prefecture renamed, its code kept"),
    ("开县", "重庆市开州区", 2016, "of one character"),
    ("即墨市", "青岛市即墨区", 2017, "a city of county rank became a district"),
    ("平果县", "平果市", 2019, "and a county such a city"),
    ("南汇区", "上海市浦东新区", 2009, "joined to one that stood"),
    ("铜仁地区", "铜仁市", 2011, "a prefecture made a city"),
    ("苍山县", "兰陵县", 2014, "a county renamed"),
    ("宁乡县", "宁乡市", 2017, "the year before a notice of the same year"),
    ("横县", "横州市", 2021, "late"),
]


@pytest.mark.parametrize(("before", "after", "on"), [case[:3] for case in HISTORY], ids=[case[3] for case in HISTORY])
def test_the_name_before_and_the_name_after_are_joined(before: str, after: str, on: int) -> None:
    old, new = (find_region(f"{name}人民政府办公室", (), year)[0] for name, year in ((before, on - 1), (after, on + 1)))
    assert old != new
    assert (new, on) in region_successors(old)


def test_a_division_in_parts_leads_to_each() -> None:
    parts = {chain[-1] for chain, _ in region_successors(("河北省", "邯郸市", "邯郸县"))}
    assert parts == {"邯山区", "丛台区"}


def test_what_stands_has_no_successor() -> None:
    assert region_successors(("山东省", "菏泽市", "定陶区")) == ()
    assert region_successors(("云岭省",)) == ()
    assert region_successors(("海南省", "儋州市")) == (), "raised from county to prefecture under the same name"


def test_every_change_of_the_table_is_reached_by_a_chain() -> None:
    ended = {chain_of(region) for region in regions() if region.until}
    assert sum(bool(region_successors(chain)) for chain in ended) >= len(ended) - 1


@pytest.mark.parametrize(
    ("year", "chain"),
    [
        (2010, ("贵州省", "铜仁地区", "铜仁市")),
        (2015, ("贵州省", "铜仁市")),
        (None, ("贵州省", "铜仁市")),
    ],
)
def test_the_year_decides_whose_name_it_was(year: int | None, chain: tuple[str, ...]) -> None:
    assert find_region("铜仁市人民政府", (), year) == (chain, 3)


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("九龙坡区", "九龙坡"),
        ("滑县", "滑"),
        ("酉阳土家族苗族自治县", "酉阳"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("滨海新区", "滨海"),
        ("东乡族自治县", "东乡族"),
    ],
)
def test_common_name(name: str, common: str) -> None:
    assert common_name(name) == common
